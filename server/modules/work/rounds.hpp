#pragma once
// The rounds of acceptance in the database, and how points are judged. Private to work.

#include "modules/work/judging.hpp"

namespace zx::work::rounds {

/// Oldest first.
std::vector<RoundView> of(ReadContext const& ctx, WorkItemId id);

/// The handler offers a result.
void open(Context const& ctx, WorkItemId id, std::string_view result);

/// The owner's answer to the round that waits; own work that was never submitted gets a round of its own.
void judge(Context const& ctx, WorkItemId id, Verdict verdict, std::string_view note, std::vector<JudgementView> const& judgements);

/// The judgements with their points' texts. Refuses points that do not exist or are judged twice.
Result<std::vector<JudgementView>> read(std::vector<std::string> const& standard, std::vector<JudgementForm> const& forms);

/// Refuses work.points_not_judged, naming the points of the standard that were not judged as met.
Result<void> all_passed(std::vector<std::string> const& standard, std::vector<JudgementView> const& judgements);
/// Refuses work.failed_point_needed where there is a standard and no point of it is said to have failed.
Result<void> some_failed(std::vector<std::string> const& standard, std::vector<JudgementView> const& judgements);

/// "1. 无渗漏 ✗ 仍有水渍", one line each, for the history.
std::string text_of(std::vector<JudgementView> const& judgements);

}  // namespace zx::work::rounds
