#pragma once
// Recurring items 重复事项: a rule that makes the next work item at its time.
//
// The item of an occurrence is made once, whatever happens: it is written together with its occurrence, whose key is unique. A server that was
// off makes one item for all it missed, the latest.

#include "modules/work/work.hpp"
#include "platform/db/database.hpp"

namespace zx::work {

enum class SeriesUnit { day, week, month };
BOOST_DESCRIBE_ENUM(SeriesUnit, day, week, month)

/// What becomes of a day off: kept, or the working day before or after it.
enum class SeriesShift { keep, earlier, later };
BOOST_DESCRIBE_ENUM(SeriesShift, keep, earlier, later)

struct NewSeriesForm {
  NewWorkItemForm item;    ///< what each one is made of: no id, no times, nothing above it, no draft
  std::int64_t every = 1;  ///< 1–365 units
  SeriesUnit unit = SeriesUnit::week;
  Date first_on;                                 ///< today or later
  std::optional<Date> until;                     ///< the last day it may come round; default: never ends
  std::optional<SeriesShift> shift;              ///< default later
  std::optional<std::int64_t> due_working_days;  ///< 0–250 working days to get it done; default: no due time
};
BOOST_DESCRIBE_STRUCT(NewSeriesForm, (), (item, every, unit, first_on, until, shift, due_working_days))

struct SeriesView {
  SeriesId id;
  std::string title;
  std::string kind;
  followup::PersonView owner;
  followup::PersonView handler;
  std::int64_t every = 1;
  SeriesUnit unit = SeriesUnit::week;
  Date first_on;
  std::optional<Date> until;
  SeriesShift shift = SeriesShift::later;
  std::optional<std::int64_t> due_working_days;
  std::optional<Date> next_on;  ///< as the calendar shifts it; absent: stopped, or come to its end
  std::optional<Instant> next_at;
  std::int64_t made = 0;
  std::optional<ItemLink> last_item;
  std::optional<Instant> stopped_at;
  std::optional<std::string> stopped_by_name;
  std::string created_by_name;
  Instant created_at;
  bool may_stop = false;  ///< the actor, now
};
BOOST_DESCRIBE_STRUCT(SeriesView, (),
                      (id, title, kind, owner, handler, every, unit, first_on, until, shift, due_working_days, next_on, next_at, made, last_item, stopped_at,
                       stopped_by_name, created_by_name, created_at, may_stop))

struct SeriesQuery {
  std::optional<bool> ended;         ///< true: those that came to their end or were stopped, too
  std::optional<std::string> after;  ///< `next` of the page before
};
BOOST_DESCRIBE_STRUCT(SeriesQuery, (), (ended, after))

/// Refuses at `item.…` what creating such an item would refuse, work.series_item_own, work.series_in_past, work.series_until_early.
Result<SeriesView> begin_series(Context& ctx, NewSeriesForm const& form);
/// Its owner, its handler, who made it, and who sees that department; newest first.
Result<http::Page<SeriesView>> list_series(ReadContext const& ctx, SeriesQuery const& query);
Result<SeriesView> show_series(ReadContext const& ctx, SeriesId id);
/// Who made it, its owner, whoever may assign. What was made stays. Refuses work.series_not_yours, work.series_over.
Result<SeriesView> stop_series(Context& ctx, SeriesId id);

/// Makes what is due in one organization now, in this transaction: at most one item, of the series that waits longest. False when none did.
bool make_next_of_series(db::Transaction& tx, Services& services, OrganizationId organization, Instant now);

}  // namespace zx::work
