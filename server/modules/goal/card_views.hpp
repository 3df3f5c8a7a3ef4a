#pragma once
// What is shown of a goal card. Private to goal.

#include "modules/goal/card_store.hpp"

namespace zx::goal::views {

GoalCardView card(ReadContext const& ctx, store::CardRow const& row);
LinkedItemView linked(store::LinkedRow const& row);

}  // namespace zx::goal::views
