#pragma once
// Actuals that are worked out of the goals below: their sum, average, or average by weight; or of a row of a target sheet (following.hpp).
// Private to goal.
//
// Of the goals below count those of the same unit, on cards agreed on, that have an actual. A roll-up does not move the version of a
// card above: nobody's planning is refused because somebody else looked at a goal.

#include <span>

#include "modules/goal/card_store.hpp"

namespace zx::goal {

namespace rules {

/// Of a goal below: what it reached, or what it promises.
struct Part {
  Decimal actual;
  Decimal weight;
};
/// Nothing without parts, where the weights come to 0, or where the actual does not come from below.
std::optional<Decimal> rolled_up(Rollup rollup, std::span<Part const> parts);
/// What those below promise together to a goal whose actual comes about this way: an average where it is one, else the sum; 0 without parts.
Decimal promised(Rollup rollup, std::span<Part const> targets);

}  // namespace rules

namespace rollup {

/// Counted from the goals below, or from the row it follows, as they are now.
std::optional<Decimal> counted(ReadContext const& ctx, store::CardRow const& card, store::ItemRow const& item);
/// The goal as it is with what is counted now, saved and told; nothing where it is not under way or the same. Locks its card. `because`: what
/// changed.
std::optional<store::ItemRow> count_again(Context const& ctx, GoalItemId id, std::string_view because);
/// The actual of `below` is saved and changed: the goals above that are worked out of it are counted again, to the top. Each is locked
/// by its card only after the one below it.
void go_up(Context const& ctx, store::ItemRow const& below);
/// What is worked out takes no other actual: `path`: goal.actual_rolls_up, goal.actual_follows_sheet.
std::optional<FieldError> wrong_actual(store::ItemRow const& item, std::optional<Decimal> actual, std::string path);

}  // namespace rollup
}  // namespace zx::goal
