#include "modules/work/sheet_items.hpp"

#include <algorithm>
#include <span>

#include "modules/work/sql.hpp"
#include "platform/db/database.hpp"

namespace zx::work::sheet {
namespace {

constexpr std::size_t items_at_once = 200;

struct ItemRow {
  WorkItemId id;
  std::string number;
  std::string title;
  State state = State::draft;
  std::int64_t importance = 2;
  std::string owner;
  std::string handler;
  std::optional<std::string> department;
  std::optional<Instant> start_at;
  std::optional<Instant> due_at;
  std::optional<Instant> next_follow_up_at;
  std::int64_t touch_count = 0;
  Instant created_at;
  Source source = Source::manual;
  std::optional<std::string> written_start;
  std::optional<std::string> written_due;
  std::optional<std::string> planned_first;
  std::optional<Instant> last_next_at;
  std::optional<std::string> last_next_written;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (),
                      (id, number, title, state, importance, owner, handler, department, start_at, due_at, next_follow_up_at, touch_count, created_at, source,
                       written_start, written_due, planned_first, last_next_at, last_next_written))

/// One behind the other: a parameter for any number of ids.
db::Parameters about(ReadContext const& ctx, std::span<WorkItemId const> ids) {
  std::vector<std::uint8_t> bytes;
  for (auto const& id : ids) bytes.insert(bytes.end(), id.uuid.bytes.begin(), id.uuid.bytes.end());
  return {{"org", ctx.actor.organization}, {"ids", bytes}};
}

std::vector<ItemRow> rows_of(ReadContext const& ctx, std::span<WorkItemId const> ids) {
  db::Composed statement(sql::sheet_wanted);
  statement += sql::sheet_items;
  return ctx.db.all<ItemRow>(statement, about(ctx, ids));
}

std::size_t most_groups(ReadContext const& ctx, std::span<WorkItemId const> ids) {
  db::Composed statement(sql::sheet_wanted);
  statement += sql::sheet_groups;
  return static_cast<std::size_t>(ctx.db.sure<std::int64_t>(statement, about(ctx, ids)));
}

/// What an item without follow-ups says in 第一次跟进时间. A plan of the sheet it came from stays as it was written while
/// nobody changed it; a time that only the cadence proposed is nothing anybody said.
Moment first_time(ItemRow const& row, calendar::Zone zone) {
  if (!row.planned_first && row.source == Source::import) return {};
  if (!row.planned_first) return {.at = row.next_follow_up_at, .written = {}};
  auto planned = instant_in(table::Cell::of_text(*row.planned_first), zone, usual_time);
  bool was_past = !planned || *planned <= row.created_at;
  return {.at = was_past ? planned : row.next_follow_up_at, .written = *row.planned_first};
}

SheetItem item_of(ItemRow row, calendar::Zone zone) {
  SheetItem item{.id = row.id,
                 .state = row.state,
                 .importance = row.importance,
                 .start = {row.start_at, row.written_start.value_or("")},
                 .due = {row.due_at, row.written_due.value_or("")},
                 .follow_ups = static_cast<std::size_t>(row.touch_count)};
  if (item.follow_ups == 0) item.first_time = first_time(row, zone);
  bool says_next =
      item.follow_ups == 0 ? item.first_time.at || !item.first_time.written.empty() : row.last_next_at || !row.last_next_written.value_or("").empty();
  item.groups = item.follow_ups + (says_next ? 1 : 0);
  item.number = std::move(row.number);
  item.title = std::move(row.title);
  item.owner = std::move(row.owner);
  item.handler = std::move(row.handler);
  item.department = std::move(row.department).value_or("");
  return item;
}

struct Numbered {
  std::string number;
  WorkItemId id;
};

/// Adds one page; the cursor of the next one.
Result<std::optional<std::string>> add_page(ReadContext const& ctx, ListQuery const& query, std::vector<Numbered>& found, std::size_t& groups) {
  auto page = TRY(list(ctx, query));
  std::vector<WorkItemId> ids;
  for (auto& line : page.items) {
    ids.push_back(line.id);
    found.push_back({std::move(line.number), line.id});
  }
  if (!ids.empty()) groups = std::max(groups, most_groups(ctx, ids));
  return page.next;
}

struct Page {
  std::vector<SheetItem> items;
  std::vector<followup::SheetFollowUp> follow_ups;  ///< in the order of the items
};

/// Of one snapshot, so that the follow-ups are as many as the item says.
Page page_of(ReadContext const& ctx, std::span<WorkItemId const> ids) {
  Page page;
  std::vector<followup::CommitmentId> commitments;
  for (auto& row : rows_of(ctx, ids)) {
    commitments.push_back({row.id.uuid});
    page.items.push_back(item_of(std::move(row), ctx.actor.time_zone));
  }
  page.follow_ups = followup::sheet_follow_ups(ctx, commitments);
  return page;
}

Result<void> use_page(Page page, UseItem const& use) {
  auto next = page.follow_ups.begin();
  for (auto const& item : page.items) {
    std::vector<followup::SheetFollowUp> of_item;
    for (; next != page.follow_ups.end() && next->commitment_id.uuid == item.id.uuid; ++next) of_item.push_back(std::move(*next));
    TRY(use(item, of_item));
  }
  return {};
}

}  // namespace

Result<Selected> select_items(Services& services, Actor const& actor, ListQuery query, std::size_t most) {
  query.order = Order::newest;
  query.limit = static_cast<std::int64_t>(items_at_once);
  query.after.reset();
  std::vector<Numbered> found;
  Selected selected;
  // Page by page: one long read would hold up a reader and the log's checkpoint.
  do {
    query.after = TRY(services.database.read([&](db::Executor& executor) {
      return add_page({actor, services.clock.now(), executor, services}, query, found, selected.groups);
    }));
    if (found.size() > most) return Refusal::of(RefusalKind::too_large, "sheet.export_too_large", {{"most", std::to_string(most)}});
  } while (query.after);
  std::ranges::sort(found, {}, &Numbered::number);
  selected.ids.reserve(found.size());
  for (auto const& item : found) selected.ids.push_back(item.id);
  return selected;
}

Result<void> each_item(Services& services, Actor const& actor, Selected const& selected, jobs::TaskProgress* progress, UseItem const& use) {
  std::span<WorkItemId const> const ids = selected.ids;
  for (std::size_t first = 0; first < ids.size(); first += items_at_once) {
    auto wanted = ids.subspan(first, std::min(items_at_once, ids.size() - first));
    auto page = services.database.read([&](db::Executor& executor) { return page_of({actor, services.clock.now(), executor, services}, wanted); });
    TRY(use_page(std::move(page), use));
    if (!progress) continue;
    progress->report(static_cast<std::int64_t>(first + wanted.size()), static_cast<std::int64_t>(ids.size()));
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
