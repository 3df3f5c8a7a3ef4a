#pragma once
// The composite score 综合评价: Σ (weight × completion) × difficulty × effort.
//
//   completion   higher is better: actual ÷ target; lower is better: 2 − actual ÷ target, never below 0; capped (150 % as shipped).
//                Without a target the actual is the percentage itself.
//   factors      difficulty and effort are agreed, each with a reason, within the organization's bounds (80–120 % as shipped).
//   grade        the first band, from the top, whose `from` the exact score reaches. Nothing is rounded before.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "modules/goal/card_words.hpp"
#include "modules/goal/goal.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"

namespace zx::goal {

struct GradeBand {
  std::string grade;
  Decimal from;  ///< inclusive
};
BOOST_DESCRIBE_STRUCT(GradeBand, (), (grade, from))

struct ItemEvaluationForm {
  GoalItemId item_id;
  std::optional<Decimal> actual;  ///< default: the person's own, else the last check-in's
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ItemEvaluationForm, (), (item_id, actual, note))

struct SelfEvaluationForm {
  std::string summary;
  std::vector<ItemEvaluationForm> items;
};
BOOST_DESCRIBE_STRUCT(SelfEvaluationForm, (), (summary, items))

struct EvaluationAnswerForm {
  EvaluationAnswer answer = EvaluationAnswer::agreed;
  std::optional<std::string> note;  ///< required when it is a question
};
BOOST_DESCRIBE_STRUCT(EvaluationAnswerForm, (), (answer, note))

struct EvaluationForm {
  std::string summary;
  Decimal difficulty = Decimal::from_millionths(100 * Decimal::scale);  ///< percent
  std::string difficulty_reason;
  Decimal effort = Decimal::from_millionths(100 * Decimal::scale);  ///< percent
  std::string effort_reason;
  std::vector<ItemEvaluationForm> items;
};
BOOST_DESCRIBE_STRUCT(EvaluationForm, (), (summary, difficulty, difficulty_reason, effort, effort_reason, items))

/// One goal's way from its actual to its part of the score. Percentages throughout.
struct CalculationLine {
  GoalItemId item_id;
  std::string what;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  Decimal weight;
  std::optional<Decimal> target;
  std::optional<Decimal> original_target;
  Decimal actual;
  Decimal completion;  ///< before the cap
  bool capped = false;
  Decimal counted;                                     ///< completion after the cap
  std::optional<Decimal> completion_against_original;  ///< where the target was revised
  Decimal score;                                       ///< weight × counted
};
BOOST_DESCRIBE_STRUCT(CalculationLine, (),
                      (item_id, what, unit, better, weight, target, original_target, actual, completion, capped, counted, completion_against_original, score))

struct Calculation {
  std::vector<CalculationLine> lines;
  Decimal cap;
  Decimal sum;
  Decimal difficulty;
  std::string difficulty_reason;
  Decimal after_difficulty;
  Decimal effort;
  std::string effort_reason;
  Decimal score;
  std::string shown;  ///< the score with one digit: "115.3"
  std::string grade;
  std::vector<GradeBand> bands;
};
BOOST_DESCRIBE_STRUCT(Calculation, (), (lines, cap, sum, difficulty, difficulty_reason, after_difficulty, effort, effort_reason, score, shown, grade, bands))

namespace rules {

/// Percent, before any cap. A target of 0 where lower is better: 100 when nothing happened, else 0.
Decimal completion(BetterWhen better, std::optional<Decimal> target, Decimal actual);

struct Weighed {
  GoalItemId item_id;
  std::string what;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  Decimal weight;
  std::optional<Decimal> target;
  std::optional<Decimal> original_target;
  Decimal actual;
};
struct Factors {
  Decimal difficulty;
  std::string difficulty_reason;
  Decimal effort;
  std::string effort_reason;
};
/// Σ weight × completion (capped) ÷ Σ weight, in percent; a goal without an actual counts 0. Nothing without any actual.
struct WeighedCompletion {
  Decimal weight;
  std::optional<Decimal> completion;
};
std::optional<Decimal> weighted_progress(std::span<WeighedCompletion const> shares, Decimal cap);
Calculation calculate(std::vector<Weighed> const& items, Factors const& factors, Decimal cap, std::vector<GradeBand> const& bands);
/// `bands` from the highest down; empty when the score is below all.
std::string grade_of(Decimal score, std::span<GradeBand const> bands);

}  // namespace rules
}  // namespace zx::goal
