#pragma once
// A card under way and its items' commitments. Private to goal.

#include "modules/goal/card_store.hpp"

namespace zx::goal::course {

/// committed → active, saved and told.
void begin(Context& ctx, store::CardRow& card);
/// The commitments bear the card's state.
void set_stage(Context const& ctx, store::CardRow const& card);
/// Closes the commitments.
void end(Context const& ctx, store::CardRow const& card);

}  // namespace zx::goal::course
