#include "modules/work/flow_measuring.hpp"

#include <algorithm>

#include "modules/work/rounds.hpp"
#include "modules/work/sql.hpp"

namespace zx::work::flow {
namespace {

std::int64_t minutes(Milliseconds time) { return std::chrono::duration_cast<std::chrono::minutes>(time).count(); }

/// The same time as spans that do not overlap, within the bounds.
std::vector<Span> merged(std::vector<Span> spans, Instant start, Instant end) {
  std::ranges::sort(spans, {}, &Span::from);
  std::vector<Span> merged;
  for (auto span : spans) {
    span.from = std::max(span.from, start);
    span.to = std::min(span.to, end);
    if (span.to <= span.from) continue;
    if (merged.empty() || merged.back().to < span.from) merged.push_back(span);
    else merged.back().to = std::max(merged.back().to, span.to);
  }
  return merged;
}

}  // namespace

std::vector<Hold> holds_of(ReadContext const& ctx, WorkItemId id) {
  return ctx.db.all<Hold>(sql::holds_of, {{"org", ctx.actor.organization}, {"work_item", id}});
}

std::vector<Span> waits(std::vector<store::HandoffRow> const& handoffs, std::vector<RoundView> const& rounds, std::vector<Hold> const& holds, Instant end) {
  std::vector<Span> spans;
  for (auto const& handoff : handoffs) {
    if (handoff.declined_at || handoff.withdrawn_at) spans.push_back({handoff.at, handoff.declined_at ? *handoff.declined_at : *handoff.withdrawn_at});
    else spans.push_back({handoff.at, handoff.accepted_at.value_or(end)});
  }
  for (auto const& round : rounds) spans.push_back({round.submitted_at, round.judged_at.value_or(end)});
  for (auto const& hold : holds) spans.push_back({hold.held_at, hold.resumed_at.value_or(end)});
  return spans;
}

FlowView told_apart(std::int64_t waiting_minutes, std::int64_t working_minutes) {
  auto const total = waiting_minutes + working_minutes;
  return {waiting_minutes, working_minutes, total > 0 ? std::optional((100 * working_minutes + total / 2) / total) : std::nullopt};
}

FlowView measure(calendar::WorkingCalendar const& calendar, Instant start, Instant end, std::vector<Span> waits) {
  Milliseconds waiting{0};
  for (auto const& span : merged(std::move(waits), start, end)) waiting += calendar.working_time_between(span.from, span.to);
  auto const total = std::max(calendar.working_time_between(start, end), waiting);
  return told_apart(minutes(waiting), minutes(total) - minutes(waiting));
}

FlowView of(ReadContext const& ctx, store::Item const& item) {
  auto spans = waits(store::handoffs_of(ctx, item.row.id), rounds::of(ctx, item.row.id), holds_of(ctx, item.row.id), ctx.now);
  return measure(*ctx.services.calendar_of(ctx.actor.organization), item.row.created_at, ctx.now, std::move(spans));
}

}  // namespace zx::work::flow
