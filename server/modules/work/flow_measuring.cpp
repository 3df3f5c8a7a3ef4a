#include "modules/work/flow_measuring.hpp"

#include <algorithm>

#include "modules/work/rounds.hpp"
#include "modules/work/sql.hpp"

namespace zx::work::flow {
namespace {

std::int64_t minutes(Milliseconds time) { return std::chrono::duration_cast<std::chrono::minutes>(time).count(); }

struct Closing {
  Instant at;
  bool reopens = false;
};
BOOST_DESCRIBE_STRUCT(Closing, (), (at, reopens))

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

std::vector<Span> open_spans(ReadContext const& ctx, store::Item const& item) {
  std::vector<Span> open;
  std::optional<Instant> since = item.row.created_at;
  for (auto const& closing : ctx.db.all<Closing>(sql::closings_of, {{"org", ctx.actor.organization}, {"work_item", item.row.id}})) {
    if (!closing.reopens && since) open.push_back({*since, closing.at});
    since = closing.reopens ? std::optional(closing.at) : std::nullopt;
  }
  // An imported one may have been done long before it came in.
  auto const end = item.commitment.closed_at.value_or(ctx.now);
  if (since && *since < end) open.push_back({*since, end});
  return open;
}

std::int64_t working_minutes(calendar::WorkingCalendar const& calendar, std::vector<Span> const& open, Instant from, Instant to) {
  Milliseconds time{0};
  for (auto const& span : merged(open, from, to)) time += calendar.working_time_between(span.from, span.to);
  return minutes(time);
}

FlowView measure(calendar::WorkingCalendar const& calendar, std::vector<Span> const& open, std::vector<Span> const& waits) {
  Milliseconds waiting{0}, total{0};
  for (auto const& span : open) {
    total += calendar.working_time_between(span.from, span.to);
    for (auto const& wait : merged(waits, span.from, span.to)) waiting += calendar.working_time_between(wait.from, wait.to);
  }
  return told_apart(minutes(waiting), minutes(std::max(total, waiting)) - minutes(waiting));
}

FlowView of(ReadContext const& ctx, store::Item const& item) {
  auto const waited = waits(store::handoffs_of(ctx, item.row.id), rounds::of(ctx, item.row.id), holds_of(ctx, item.row.id), ctx.now);
  return measure(*ctx.services.calendar_of(ctx.actor.organization), open_spans(ctx, item), waited);
}

}  // namespace zx::work::flow
