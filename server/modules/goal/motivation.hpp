#pragma once
// Motivation factors: for each goal the person privately says whether it can be reached (confidence), what it would mean (desire) and
// whether one has the power (authority), 0–100. Their product is the readiness index.
//
// Only the person and the card's supervisor see them: no permission reaches further, not even the system's.

#include <optional>
#include <string>
#include <vector>

#include "modules/goal/goal.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"

namespace zx::goal {

struct MotivationForm {
  std::int64_t confidence = 0;
  std::int64_t desire = 0;
  std::int64_t authority = 0;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(MotivationForm, (), (confidence, desire, authority, note))

/// What to change about a low factor, in the reader's language.
struct MotivationPrompt {
  std::string factor;  ///< confidence, desire, authority
  std::string text;
};
BOOST_DESCRIBE_STRUCT(MotivationPrompt, (), (factor, text))

struct MotivationView {
  GoalItemId item_id;
  std::string what;
  std::int64_t confidence = 0;
  std::int64_t desire = 0;
  std::int64_t authority = 0;
  Decimal index;  ///< percent: the product of the three
  std::optional<std::string> note;
  Instant at;
  std::vector<MotivationPrompt> prompts;
};
BOOST_DESCRIBE_STRUCT(MotivationView, (), (item_id, what, confidence, desire, authority, index, note, at, prompts))

/// By the person, until the card is closed. Refuses goal.motivation_private, goal.factor_range.
Result<MotivationView> rate_motivation(Context& ctx, GoalItemId id, MotivationForm const& form);
/// Those of a card; nothing for anybody but the two.
std::vector<MotivationView> motivation_of(ReadContext const& ctx, GoalCardId id);

namespace rules {
/// A factor below this gets a prompt.
inline constexpr std::int64_t low_factor = 60;
/// Percent.
Decimal readiness(std::int64_t confidence, std::int64_t desire, std::int64_t authority);
}  // namespace rules
}  // namespace zx::goal
