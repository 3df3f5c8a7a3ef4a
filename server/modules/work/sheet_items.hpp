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

/// What goes into one file: only the ids are kept, the rest is read page by page.
struct Selected {
  std::vector<WorkItemId> ids;  ///< in order of number
  std::size_t groups = 1;       ///< of the row that fills most
};

/// Everything the query finds; refuses sheet.export_too_large beyond `most`.
Result<Selected> select_items(Services& services, Actor const& actor, ListQuery query, std::size_t most);

using UseItem = std::function<Result<void>(SheetItem const&, std::vector<followup::SheetFollowUp> const&)>;

/// Calls `use(item, follow-ups)` for every item in order, some hundred read at a time.
Result<void> each_item(Services& services, Actor const& actor, Selected const& selected, jobs::TaskProgress* progress, UseItem const& use);

/// The time of the group `i` of a row: when the follow-up took place, or behind the last one the next time said.
Moment group_time(SheetItem const& item, std::vector<followup::SheetFollowUp> const& follow_ups, std::size_t i);

std::string organization_name(Services& services, Actor const& actor);

}  // namespace zx::work::sheet
