// Lists: sheets, batches, history.

#include "modules/goal/sql.hpp"
#include "modules/goal/target_names.hpp"
#include "modules/goal/target_scope.hpp"
#include "platform/base/text.hpp"
#include "platform/search/search.hpp"

namespace zx::goal {
namespace targets {
namespace {

struct ListedSheet {
  SheetId id;
  std::string title;
  TargetPreset preset = TargetPreset::month_by_manager;
  std::int64_t month_from = 0;
  std::int64_t month_to = 0;
  std::optional<EmployeeId> employee_id;
  std::optional<DepartmentId> department_id;
  std::optional<SheetId> parent_id;
  std::optional<std::int64_t> parent_row;
  std::int64_t row_count = 0;
  std::int64_t removed_rows = 0;
  std::int64_t column_count = 0;
  Instant changed_at;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
  std::optional<std::string> employee_name;
  std::optional<std::string> department_name;
  std::optional<std::string> parent_title;
};
BOOST_DESCRIBE_STRUCT(ListedSheet, (),
                      (id, title, preset, month_from, month_to, employee_id, department_id, parent_id, parent_row, row_count, removed_rows, column_count,
                       changed_at, closed_at, version, employee_name, department_name, parent_title))

struct BatchRow {
  std::int64_t batch = 0;
  TargetBatchKind kind = TargetBatchKind::edit;
  std::optional<EmployeeId> by_id;
  std::string by_name;
  Instant at;
  std::int64_t cells = 0;
  std::optional<Instant> undone_at;
};
BOOST_DESCRIBE_STRUCT(BatchRow, (), (batch, kind, by_id, by_name, at, cells, undone_at))

std::optional<std::int64_t> number_from(std::string_view text) {
  auto const number = Decimal::parse(text);
  if (!number || number->millionths() % Decimal::scale != 0) return std::nullopt;
  return number->millionths() / Decimal::scale;
}

TargetSheetLine line_of(ReadContext const& ctx, ListedSheet const& row) {
  TargetSheetLine line{.id = row.id,
                       .title = row.title,
                       .preset = row.preset,
                       .period = period_view({row.month_from, row.month_to}),
                       .employee = {},
                       .department = {},
                       .parent = {},
                       .rows = row.row_count - row.removed_rows,
                       .columns = row.column_count,
                       .changed_at = row.changed_at,
                       .closed_at = row.closed_at,
                       .version = row.version};
  if (row.employee_id) line.employee = {row.employee_id->uuid, row.employee_name.value_or("")};
  if (row.department_id) line.department = {row.department_id->uuid, row.department_name.value_or("")};
  if (!row.parent_id) return line;
  auto const parent = line_at(ctx, *row.parent_id, Side::row, *row.parent_row).value();
  Sheet named{.row = {}, .columns = {}, .totals = {}, .measures = {}};
  for (auto const& measure : measures(ctx)) named.measures.emplace(measure.id, measure);
  line.parent = {*row.parent_id, row.parent_title.value_or(""), parent.no, Names(ctx, {parent}).label(parent, named)};
  return line;
}

struct After {
  std::int64_t month = 0;
  SheetId id;
};

Result<After> after_from(std::string_view text) {
  auto const parts = text::split(text, '.');
  auto const month = parts.size() == 2 ? number_from(parts[0]) : std::nullopt;
  auto const id = parts.size() == 2 ? SheetId::parse(parts[1]) : std::nullopt;
  if (!month || !id) return Refusal::invalid_field("after", "request.cursor_invalid");
  return After{*month, *id};
}

Result<std::int64_t> limit_of(std::optional<std::int64_t> limit, std::int64_t usual, std::int64_t most) {
  auto const wanted = limit.value_or(usual);
  if (wanted < 1 || wanted > most) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most)}});
  return wanted;
}

Result<std::int64_t> before_of(TargetPageQuery const& query) {
  if (!query.after) return INT64_MAX;
  auto const number = number_from(*query.after);
  if (!number) return Refusal::invalid_field("after", "request.cursor_invalid");
  return *number;
}

}  // namespace
}  // namespace targets

using namespace targets;

Result<http::Page<TargetSheetLine>> list_sheets(ReadContext const& ctx, TargetListQuery const& query) {
  auto const limit = TRY(limit_of(query.limit, 50, 200));
  db::Composed statement(sql::target_sheets);
  auto parameters = viewer(ctx);
  auto const add = [&](db::Statement const& fragment, std::string_view name, db::Value value) {
    statement += fragment;
    parameters.set(name, std::move(value));
  };
  statement += seen_sheets(ctx.actor.reach(permissions::read));
  if (query.year) {
    add(sql::sheets_of_year, "first_month", Span::of_year(*query.year).from);
    parameters.set("last_month", Span::of_year(*query.year).to);
  }
  if (query.preset) add(sql::sheets_of_preset, "preset", *query.preset);
  if (query.closed) statement += *query.closed ? sql::sheets_closed : sql::sheets_open;
  if (query.q && !text::trim(*query.q).empty()) {
    auto const words = search::like_patterns(*query.q);
    add(sql::sheets_with_words, "word_1", words[0]);
    parameters.set("word_2", words[1]);
    parameters.set("word_3", words[2]);
  }
  if (query.employee_id) add(sql::sheets_of_employee, "employee", *query.employee_id);
  if (query.department_id) add(sql::sheets_of_department, "department", *query.department_id);
  if (query.parent_id) add(sql::sheets_of_parent, "parent", *query.parent_id);
  if (query.after) {
    auto const after = TRY(after_from(*query.after));
    add(sql::sheets_after, "after_month", after.month);
    parameters.set("after_id", after.id);
  }
  add(sql::sheets_in_order, "limit", limit);
  auto const rows = ctx.db.all<ListedSheet>(statement, parameters);
  http::Page<TargetSheetLine> page;
  for (auto const& row : rows) page.items.push_back(line_of(ctx, row));
  if (static_cast<std::int64_t>(rows.size()) == limit) page.next = std::to_string(rows.back().month_from) + "." + rows.back().id.text();
  return page;
}

Result<http::Page<TargetBatchView>> list_batches(ReadContext const& ctx, SheetId id, TargetPageQuery const& query) {
  auto const limit = TRY(limit_of(query.limit, 50, 200));
  TRY(find_visible(ctx, id));
  auto const before = TRY(before_of(query));
  http::Page<TargetBatchView> page;
  for (auto const& row : ctx.db.all<BatchRow>(sql::target_batches, {{"org", ctx.actor.organization}, {"sheet", id}, {"before", before}, {"limit", limit}}))
    page.items.push_back({row.batch, row.kind, row.by_id, row.by_name, row.at, row.cells, row.undone_at.has_value()});
  if (static_cast<std::int64_t>(page.items.size()) == limit) page.next = std::to_string(page.items.back().batch);
  return page;
}

Result<http::Page<timeline::EntryView>> sheet_timeline(ReadContext const& ctx, SheetId id, TargetPageQuery const& query) {
  auto const limit = TRY(limit_of(query.limit, 50, 200));
  auto const row = TRY(find_visible(ctx, id));
  // An entry tells the sums of the whole sheet.
  if (!rights_in(ctx, row).sees_whole) return Refusal::not_found("target.not_found");
  std::optional<std::int64_t> before;
  if (query.after) before = TRY(before_of(query));
  http::Page<timeline::EntryView> page{timeline::entries_of(ctx, {"target_sheet", id.uuid}, static_cast<int>(limit), before), {}, {}};
  if (static_cast<std::int64_t>(page.items.size()) == limit && page.items.back().seq > 1) page.next = std::to_string(page.items.back().seq);
  return page;
}

}  // namespace zx::goal
