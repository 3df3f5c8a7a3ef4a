#pragma once
// The words of goal cards.

#include "platform/base/described.hpp"

namespace zx::goal {

enum class CardPeriod { year, half, quarter, month, week, day };
BOOST_DESCRIBE_ENUM(CardPeriod, year, half, quarter, month, week, day)

enum class CardState { draft, proposed, negotiating, committed, active, self_evaluated, evaluated, closed };
BOOST_DESCRIBE_ENUM(CardState, draft, proposed, negotiating, committed, active, self_evaluated, evaluated, closed)
/// Agreed on, and not yet looked back at.
inline bool is_under_way(CardState state) { return state == CardState::committed || state == CardState::active; }

/// 命令式 · 指导式 · 参与式 · 授权式
enum class ManagementStyle { directive, guiding, participative, delegating };
BOOST_DESCRIBE_ENUM(ManagementStyle, directive, guiding, participative, delegating)

enum class Rhythm { weekly, monthly };
BOOST_DESCRIBE_ENUM(Rhythm, weekly, monthly)

enum class BetterWhen { higher, lower };
BOOST_DESCRIBE_ENUM(BetterWhen, higher, lower)

/// accumulating: grows with the period (revenue, visits). level: is to stand at the target all the time (a rate, a stock).
enum class Accrual { accumulating, level };
BOOST_DESCRIBE_ENUM(Accrual, accumulating, level)

/// Where the actual of a goal comes from: said by hand, worked out of the goals below it that are of its unit and agreed on (weighted: by
/// their weights), or of what a row of a target sheet has reached.
enum class Rollup { by_hand, sum, average, weighted, sheet };
BOOST_DESCRIBE_ENUM(Rollup, by_hand, sum, average, weighted, sheet)
inline bool is_from_below(Rollup rollup) { return rollup != Rollup::by_hand && rollup != Rollup::sheet; }

/// What the person says to the evaluation.
enum class EvaluationAnswer { agreed, questioned };
BOOST_DESCRIBE_ENUM(EvaluationAnswer, agreed, questioned)

enum class SupportState { asked, confirmed, declined };
BOOST_DESCRIBE_ENUM(SupportState, asked, confirmed, declined)

/// From good to bad.
enum class Confidence { on_track, at_risk, off_track };
BOOST_DESCRIBE_ENUM(Confidence, on_track, at_risk, off_track)

/// What somebody is to a card. above: in whose goal.write reach the person stands, without being the supervisor.
enum class CardRole { person, supervisor, above, other };
BOOST_DESCRIBE_ENUM(CardRole, person, supervisor, above, other)

/// What can be done with a card; who may do it when depends on style and state (style_rules.hpp).
enum class CardAct {
  write,
  set_style,
  change_supervisor,
  propose,
  negotiate,
  sign,
  activate,
  plan,
  check_in,
  acknowledge,
  revise,
  self_evaluate,
  evaluate,
  close,
  answer_evaluation,
  reply,
  review
};
BOOST_DESCRIBE_ENUM(CardAct, write, set_style, change_supervisor, propose, negotiate, sign, activate, plan, check_in, acknowledge, revise, self_evaluate,
                    evaluate, close, answer_evaluation, reply, review)

}  // namespace zx::goal
