#pragma once
// The parts of an item's page beside its own columns. Private to work.

#include "modules/work/store.hpp"

namespace zx::work::views {

/// Fills phase, brief, own fields, quadrant, flow, rounds, questions, proposals, lessons and follow-ons.
void add_details(ReadContext const& ctx, store::Item const& item, std::vector<store::HandoffRow> const& handoffs, WorkItemView& view);

}  // namespace zx::work::views
