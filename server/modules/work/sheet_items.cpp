#include "modules/work/sheet_items.hpp"

#include <algorithm>
#include <unordered_map>

#include "modules/work/sheet_places.hpp"
#include "modules/work/sql.hpp"
#include "platform/db/database.hpp"

namespace zx::work::sheet {
namespace {

constexpr std::int64_t lines_at_once = 200;

struct Spelling {
  WorkItemId id;
  Source source = Source::manual;
  std::optional<std::string> written_start;
  std::optional<std::string> written_due;
  std::optional<std::string> planned_first;
  std::optional<Instant> last_next_at;
  std::optional<std::string> last_next_written;
};
BOOST_DESCRIBE_STRUCT(Spelling, (), (id, source, written_start, written_due, planned_first, last_next_at, last_next_written))

using Spellings = std::unordered_map<WorkItemId, Spelling>;

Spellings spellings_of(ReadContext const& ctx, std::vector<WorkItemLine> const& lines) {
  std::vector<WorkItemId> ids;
  for (auto const& line : lines) ids.push_back(line.id);
  Spellings found;
  for_each_fifty(ids, id_places, [&](db::Parameters parameters) {
    parameters.set("org", ctx.actor.organization);
    for (auto& spelling : ctx.db.all<Spelling>(sql::sheet_spellings, parameters)) found.emplace(spelling.id, std::move(spelling));
  });
  return found;
}

/// What an item without follow-ups says in 第一次跟进时间. A plan of the sheet it came from stays as it was written while
/// nobody changed it; a time that only the cadence proposed is nothing anybody said.
Moment first_time(WorkItemLine const& line, Spelling const& spelling, calendar::Zone zone) {
  if (!spelling.planned_first && spelling.source == Source::import) return {};
  if (!spelling.planned_first) return {.at = line.next_follow_up_at, .written = {}};
  auto planned = instant_in(table::Cell::of_text(*spelling.planned_first), zone, usual_time);
  bool was_past = !planned || *planned <= line.created_at;
  return {.at = was_past ? planned : line.next_follow_up_at, .written = *spelling.planned_first};
}

SheetItem item_of(WorkItemLine const& line, Spelling const& spelling, calendar::Zone zone) {
  SheetItem item{.id = line.id,
                 .number = line.number,
                 .title = line.title,
                 .state = line.state,
                 .importance = line.importance,
                 .owner = line.owner.name,
                 .handler = line.handler.name,
                 .department = line.department_name.value_or(""),
                 .start = {line.start_at, spelling.written_start.value_or("")},
                 .due = {line.due_at, spelling.written_due.value_or("")},
                 .follow_ups = static_cast<std::size_t>(line.touch_count)};
  if (item.follow_ups == 0) item.first_time = first_time(line, spelling, zone);
  bool says_next =
      item.follow_ups == 0 ? item.first_time.at || !item.first_time.written.empty() : spelling.last_next_at || !spelling.last_next_written.value_or("").empty();
  item.groups = item.follow_ups + (says_next ? 1 : 0);
  return item;
}

/// One page; the cursor of the next one.
Result<std::optional<std::string>> add_page(ReadContext const& ctx, ListQuery const& query, std::vector<SheetItem>& items) {
  auto page = TRY(list(ctx, query));
  auto spellings = spellings_of(ctx, page.items);
  for (auto const& line : page.items) items.push_back(item_of(line, spellings.at(line.id), ctx.actor.time_zone));
  return page.next;
}

}  // namespace

Result<std::vector<SheetItem>> items_of(Services& services, Actor const& actor, ListQuery query, std::size_t most) {
  query.order = Order::newest;
  query.limit = lines_at_once;
  query.after.reset();
  std::vector<SheetItem> items;
  // Page by page: one long read would hold up a reader and the log's checkpoint.
  do {
    query.after = TRY(services.database.read([&](db::Executor& executor) {
      return add_page({actor, services.clock.now(), executor, services}, query, items);
    }));
    if (items.size() > most) return Refusal::of(RefusalKind::too_large, "sheet.export_too_large", {{"most", std::to_string(most)}});
  } while (query.after);
  std::sort(items.begin(), items.end(), [](auto const& a, auto const& b) { return a.number < b.number; });
  return items;
}

Result<void> with_follow_ups(Services& services, Actor const& actor, std::vector<SheetItem> const& items, jobs::TaskProgress* progress,
                             std::function<Result<void>(SheetItem const&, std::vector<followup::SheetFollowUp> const&)> const& use) {
  for (std::size_t first = 0; first < items.size(); first += lines_at_once) {
    auto last = std::min(items.size(), first + lines_at_once);
    std::vector<followup::CommitmentId> ids;
    for (auto i = first; i < last; ++i) ids.push_back({items[i].id.uuid});
    auto follow_ups = services.database.read([&](db::Executor& executor) {
      return followup::sheet_follow_ups({actor, services.clock.now(), executor, services}, ids);
    });
    auto next = follow_ups.begin();
    for (auto i = first; i < last; ++i) {
      std::vector<followup::SheetFollowUp> of_item;
      for (; next != follow_ups.end() && next->commitment_id == ids[i - first]; ++next) {
        // One recorded since the items were read would not fit under the header.
        if (of_item.size() < items[i].follow_ups) of_item.push_back(std::move(*next));
      }
      TRY(use(items[i], of_item));
    }
    if (!progress) continue;
    progress->report(static_cast<std::int64_t>(last), static_cast<std::int64_t>(items.size()));
    if (progress->cancelled()) return Refusal::conflict("sheet.export_cancelled");
  }
  return {};
}

Moment group_time(SheetItem const& item, std::vector<followup::SheetFollowUp> const& follow_ups, std::size_t i) {
  if (i < follow_ups.size()) return {follow_ups[i].at, follow_ups[i].written_at.value_or("")};
  if (i > follow_ups.size()) return {};
  if (follow_ups.empty()) return item.first_time;
  return {follow_ups.back().next_follow_up_at, follow_ups.back().written_next.value_or("")};
}

std::string organization_name(Services& services, Actor const& actor) {
  return services.database.read([&](db::Executor& executor) {
    return executor.one<std::string>(sql::sheet_organization, {{"org", actor.organization}}).value_or("");
  });
}

}  // namespace zx::work::sheet
