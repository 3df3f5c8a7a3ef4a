#pragma once
// Questions and date proposals in the database. Private to work.

#include "modules/work/negotiating.hpp"

namespace zx::work::negotiations {

/// Oldest first.
std::vector<QuestionView> questions_of(ReadContext const& ctx, WorkItemId id);
std::vector<DateProposalView> proposals_of(ReadContext const& ctx, WorkItemId id);

}  // namespace zx::work::negotiations
