#pragma once
// Actuals that are worked out of the goals below: their sum, average, or average by weight. Private to goal.
//
// Of the goals below count those of the same unit, on cards agreed on, that have an actual. A roll-up does not move the version of a
// card above: nobody's planning is refused because somebody else looked at a goal.

#include <span>

#include "modules/goal/card_store.hpp"

namespace zx::goal {

namespace rules {

struct Part {
  Decimal actual;
  Decimal weight;
};
/// Nothing without parts, or where the weights come to 0, or by hand.
std::optional<Decimal> rolled_up(Rollup rollup, std::span<Part const> parts);

}  // namespace rules

namespace rollup {

/// Counted from the goals below as they are now.
std::optional<Decimal> counted(ReadContext const& ctx, store::ItemRow const& item);
/// The actual of `below` is saved and changed: the goals above that are worked out of it are counted again, to the top. Each is locked
/// by its card only after the one below it.
void go_up(Context const& ctx, store::ItemRow const& below);
/// What is worked out takes no other actual: `path`: goal.actual_rolls_up.
std::optional<FieldError> wrong_actual(store::ItemRow const& item, std::optional<Decimal> actual, std::string path);

}  // namespace rollup
}  // namespace zx::goal
