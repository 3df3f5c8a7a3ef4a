#pragma once
// How long an item waited and how long it was worked on. Private to work.

#include "modules/work/flow.hpp"
#include "modules/work/judging.hpp"
#include "modules/work/store.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::work::flow {

struct Span {
  Instant from;
  Instant to;
};

struct Hold {
  Instant held_at;
  std::optional<Instant> resumed_at;
};
BOOST_DESCRIBE_STRUCT(Hold, (), (held_at, resumed_at))

std::vector<Hold> holds_of(ReadContext const& ctx, WorkItemId id);

/// When an item waited, up to `end`; spans may overlap.
std::vector<Span> waits(std::vector<store::HandoffRow> const& handoffs, std::vector<RoundView> const& rounds, std::vector<Hold> const& holds, Instant end);

/// When it was open, up to now: a closed item neither waits nor is worked on, however long until it is reopened.
std::vector<Span> open_spans(ReadContext const& ctx, store::Item const& item);

/// Of the time from `from` to `to`, that within `open`.
std::int64_t working_minutes(calendar::WorkingCalendar const& calendar, std::vector<Span> const& open, Instant from, Instant to);

/// The working time of `open`, told apart; waiting at two things at once is waiting once.
FlowView measure(calendar::WorkingCalendar const& calendar, std::vector<Span> const& open, std::vector<Span> const& waits);

FlowView told_apart(std::int64_t waiting_minutes, std::int64_t working_minutes);

/// The same for an item as it stands now.
FlowView of(ReadContext const& ctx, store::Item const& item);

}  // namespace zx::work::flow
