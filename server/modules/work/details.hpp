#pragma once
// The parts of an item's page beside its own columns. Private to work.

#include "modules/work/flow_measuring.hpp"
#include "modules/work/store.hpp"

namespace zx::work::views {

/// What more than one part is told from.
struct Around {
  std::vector<store::HandoffRow> handoffs;
  std::vector<flow::Span> open;  ///< when the item was
};

/// Fills phase, brief, own fields, quadrant, flow, rounds, questions, proposals, lessons and follow-ons.
void add_details(ReadContext const& ctx, store::Item const& item, Around const& around, WorkItemView& view);

}  // namespace zx::work::views
