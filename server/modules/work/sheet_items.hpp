#pragma once
// The items a sheet shows, and their follow-ups. Private to work.

#include <functional>

#include "modules/work/sheet.hpp"
#include "modules/work/sheet_times.hpp"

namespace zx::work::sheet {

struct SheetItem {
  WorkItemId id;
  std::string number;
  std::string title;
  State state = State::accepted;
  std::int64_t importance = 2;
  std::string owner;
  std::string handler;
  std::string department;
  Moment start;
  Moment due;
  Moment first_time;  ///< of an item without follow-ups
  std::size_t follow_ups = 0;
  std::size_t groups = 0;  ///< filled groups of its row
};

/// Everything the query finds, in order of number; refuses sheet.export_too_large beyond `most`.
Result<std::vector<SheetItem>> items_of(Services& services, Actor const& actor, ListQuery query, std::size_t most);

/// Calls `use(item, follow-ups)` for every item in order, the follow-ups read some hundred items at a time.
Result<void> with_follow_ups(Services& services, Actor const& actor, std::vector<SheetItem> const& items, jobs::TaskProgress* progress,
                             std::function<Result<void>(SheetItem const&, std::vector<followup::SheetFollowUp> const&)> const& use);

/// The time of the group `i` of a row: when the follow-up took place, or behind the last one the next time said.
Moment group_time(SheetItem const& item, std::vector<followup::SheetFollowUp> const& follow_ups, std::size_t i);

std::string organization_name(Services& services, Actor const& actor);

}  // namespace zx::work::sheet
