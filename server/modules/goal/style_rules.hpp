#pragma once
// The process of a goal card and who may take which step: two tables. Pure.

#include <array>
#include <optional>
#include <vector>

#include "modules/goal/card_words.hpp"

namespace zx::goal::rules {

struct Transition {
  CardState from;
  CardAct act;
  CardState to;
};
/// draft → proposed → negotiating ⇄ proposed → committed → active → self_evaluated → evaluated → closed
inline constexpr std::array transitions = {
    Transition{CardState::draft, CardAct::propose, CardState::proposed},
    Transition{CardState::negotiating, CardAct::propose, CardState::proposed},
    Transition{CardState::proposed, CardAct::negotiate, CardState::negotiating},
    Transition{CardState::proposed, CardAct::sign, CardState::committed},
    Transition{CardState::committed, CardAct::activate, CardState::active},
    Transition{CardState::active, CardAct::self_evaluate, CardState::self_evaluated},
    Transition{CardState::self_evaluated, CardAct::evaluate, CardState::evaluated},
    Transition{CardState::evaluated, CardAct::close, CardState::closed},
};

/// Where the step leads; nothing when it is not legal. A signature leads there once all that are needed are given.
std::optional<CardState> after(CardState from, CardAct act);
/// Whether the act makes sense in the state; steps by the table above, the others by their nature.
bool possible(CardState state, CardAct act);
std::vector<CardState> next_states(CardState from);

/// Of the acts that depend on the style: who may.
struct Right {
  ManagementStyle style;
  CardAct act;
  bool person;
  bool supervisor;
};
/// directive 命令式: the supervisor sets, the person acknowledges by signing. guiding 指导式: the same with the reason said, and the person
/// may ask to talk. participative 参与式: both write, both agree. delegating 授权式: the person decides within limits; the supervisor is told.
inline constexpr std::array rights = {
    Right{ManagementStyle::directive, CardAct::write, false, true},        Right{ManagementStyle::directive, CardAct::propose, false, true},
    Right{ManagementStyle::directive, CardAct::negotiate, false, true},    Right{ManagementStyle::directive, CardAct::sign, true, true},
    Right{ManagementStyle::guiding, CardAct::write, false, true},          Right{ManagementStyle::guiding, CardAct::propose, false, true},
    Right{ManagementStyle::guiding, CardAct::negotiate, true, true},       Right{ManagementStyle::guiding, CardAct::sign, true, true},
    Right{ManagementStyle::participative, CardAct::write, true, true},     Right{ManagementStyle::participative, CardAct::propose, true, true},
    Right{ManagementStyle::participative, CardAct::negotiate, true, true}, Right{ManagementStyle::participative, CardAct::sign, true, true},
    Right{ManagementStyle::delegating, CardAct::write, true, false},       Right{ManagementStyle::delegating, CardAct::propose, true, false},
    Right{ManagementStyle::delegating, CardAct::negotiate, true, false},   Right{ManagementStyle::delegating, CardAct::sign, true, false},
};

/// Whether the style leaves the act to this role, whatever the state. `above` may write drafts, which is how cards are made for many.
bool may(CardRole role, ManagementStyle style, CardState state, CardAct act);
/// Everything the role can do now.
std::vector<CardAct> acts_of(CardRole role, ManagementStyle style, CardState state);

/// Whether the person can say something to the evaluation: nothing was said yet, or a question was replied to.
constexpr bool may_answer(std::optional<EvaluationAnswer> answer, bool is_replied) {
  return !answer || (*answer == EvaluationAnswer::questioned && is_replied);
}
/// A question waits for the supervisor; until then the card does not close.
constexpr bool is_question_open(std::optional<EvaluationAnswer> answer, bool is_replied) {
  return answer == EvaluationAnswer::questioned && !is_replied;
}

/// Whether the supervisor's signature is needed beside the person's.
constexpr bool needs_supervisor(ManagementStyle style) { return style != ManagementStyle::delegating; }

}  // namespace zx::goal::rules
