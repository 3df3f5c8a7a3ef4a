#include "modules/work/sheet_writing.hpp"

#include "modules/work/rules.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/numbering/numbering.hpp"
#include "platform/timeline/first_entries.hpp"

namespace zx::work::sheet {
namespace {

constexpr std::string_view series = "W";

/// What a sheet can decide by itself; a draft, an assignment or a hold needs more than its word.
State state_of(SheetRow const& row) {
  switch (row.state.value_or(State::accepted)) {
    case State::in_progress:
    case State::submitted:
    case State::returned:
    case State::done:
    case State::cancelled: return *row.state;
    case State::draft:
    case State::assigned:
    case State::accepted:
    case State::on_hold: break;
  }
  return row.follow_ups.empty() ? State::accepted : State::in_progress;
}

/// The time said last, when there still is something to look forward to.
std::optional<Instant> next_look(SheetRow const& row, Instant now) {
  auto said = row.follow_ups.empty() ? row.first_time.at : row.follow_ups.back().next_follow_up_at;
  return said && *said > now ? said : std::nullopt;
}

std::optional<Instant> completed_at(Context const& ctx, SheetRow const& row, State state) {
  if (state != State::done) return std::nullopt;
  return row.follow_ups.empty() ? ctx.now : row.follow_ups.back().at;
}

std::optional<std::string> spelling(Moment const& moment) { return moment.written.empty() ? std::nullopt : std::optional(moment.written); }

store::ItemRow item_row(Context const& ctx, SheetRow const& row) {
  auto state = state_of(row);
  return {.id = WorkItemId::make(),
          .state = state,
          .progress = state == State::done ? 100 : 0,
          .start_at = row.start.at,
          .original_due_at = row.due.at,
          .completed_at = completed_at(ctx, row, state),
          .source = Source::import,
          .tags = "[]",
          .written_start = spelling(row.start),
          .written_due = spelling(row.due),
          .created_by = ctx.actor.employee,
          .created_by_name = ctx.actor.name,
          .created_at = ctx.now};
}

template <class Kind>
followup::NewCommitment commitment_of(Context const& ctx, NewItem const& item, store::ItemRow const& row, Kind const& kind, std::string number) {
  return {.id = store::commitment_id(row.id),
          .subject_type = "work_item",
          .subject_kind = kind.code,
          .number = std::move(number),
          .title = item.row.title,
          .owner_id = item.assignment.owner.id,
          .handler_id = item.assignment.handler,
          .department_id = item.assignment.department,
          .stage = std::string(enum_text(row.state)),
          .importance = item.row.importance,
          .due_at = item.row.due.at,
          .next_follow_up_at = next_look(item.row, ctx.now),
          .follow_up_gap_minutes = kind.follow_up_gap_minutes,
          .closed_at = rules::is_closed(row.state) ? std::optional(ctx.now) : std::nullopt,
          .history = item.row.follow_ups,
          .history_by = item.assignment.owner.name};
}

void insert_planned(Context const& ctx, WorkItemId id, SheetRow const& row) {
  if (auto planned = spelling(row.first_time)) {
    ctx.db.enqueue(sql::sheet_insert_planned, {{"org", ctx.actor.organization}, {"id", id}, {"written", *planned}});
  }
}

std::string shown(std::optional<Instant> instant) { return instant ? instant->text() : std::string{}; }

/// The item, and every follow-up it brings: what was found stands in the hash chain as if it had been recorded here.
void tell_imported(Context const& ctx, followup::Commitment const& commitment, NewItem const& item) {
  auto const& follow_ups = item.row.follow_ups;
  std::vector<timeline::FirstEntry> entries;
  entries.reserve(follow_ups.size() + 1);
  entries.push_back({"work_item.imported",
                     {{"title", "", commitment.title},
                      {"owner", "", item.assignment.owner.name},
                      {"due_at", "", shown(commitment.due_at)},
                      {"follow_ups", "", std::to_string(follow_ups.size())}}});
  for (auto const& each : follow_ups) {
    entries.push_back({"followup.imported",
                       {{"at", "", each.at.text()},
                        {"finding", "", each.finding},
                        {"solution", "", each.solution},
                        {"next_follow_up_at", "", shown(each.next_follow_up_at)}}});
  }
  timeline::begin_all(ctx, {"work_item", commitment.id.uuid}, entries);
}

/// Table by table, which costs far less than item by item: the pages of one table stay at hand.
void write_all(Context const& ctx, std::vector<NewItem const*> const& items, int year, std::int64_t counter) {
  auto const kind = kind_called(ctx, default_kind);
  std::vector<store::ItemRow> rows;
  std::vector<followup::NewCommitment> forms;
  rows.reserve(items.size());
  forms.reserve(items.size());
  for (auto const* item : items) {
    rows.push_back(item_row(ctx, item->row));
    forms.push_back(commitment_of(ctx, *item, rows.back(), kind, numbering::text(series, year, counter++)));
  }
  auto commitments = followup::open_all(ctx, forms);
  for (auto const& row : rows) store::insert(ctx, row);
  for (std::size_t i = 0; i < items.size(); ++i) insert_planned(ctx, rows[i].id, items[i]->row);
  for (std::size_t i = 0; i < items.size(); ++i) tell_imported(ctx, commitments[i], *items[i]);
}

std::vector<NewItem const*> unknown_ones(Context const& ctx, std::vector<NewItem> const& items) {
  std::set<std::string> titles;
  for (auto const& item : items) titles.insert(item.row.title);
  auto known = known_counts(ctx, titles, ctx.actor.time_zone);
  std::vector<NewItem const*> unknown;
  for (auto const& item : items) {
    if (!is_known(known, item.occurrence)) unknown.push_back(&item);
  }
  return unknown;
}

}  // namespace

Written write_items(Context const& ctx, std::vector<NewItem> const& items) {
  auto year = calendar::local_date(ctx.now, ctx.actor.time_zone).year;
  // Locks the series: of two imports of one sheet the second sees here what the first has written.
  numbering::reserve(ctx, series, year, 0);
  auto unknown = unknown_ones(ctx, items);
  auto counter = numbering::reserve(ctx, series, year, static_cast<std::int64_t>(unknown.size()));
  write_all(ctx, unknown, year, counter);
  Written written{.items = static_cast<std::int64_t>(unknown.size())};
  for (auto const* item : unknown) written.follow_ups += static_cast<std::int64_t>(item->row.follow_ups.size());
  return written;
}

}  // namespace zx::work::sheet
