// Goal cards as files: the export, the empty sheet, and the rows that were refused.

#include <algorithm>
#include <functional>

#include "modules/goal/card_reading.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/csv/open_table.hpp"
#include "platform/csv/writer.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::goal {
namespace card_sheet {
namespace {

constexpr std::int64_t most_exported = 100'000;
constexpr std::int64_t cards_at_once = 50;
constexpr int header_within = 10;

xlsx::WorkbookOptions workbook_options(Services& services, Actor const& actor) {
  return {.temporary_directory = std::filesystem::temp_directory_path(), .created = services.clock.now(), .author = actor.name};
}

std::string sheet_name(Actor const& actor) { return actor.language == "en" ? "Goal cards" : "目标卡"; }

// ---- Export ----

struct SupportRow {
  GoalItemId item_id;
  std::string department_name;
};
BOOST_DESCRIBE_STRUCT(SupportRow, (), (item_id, department_name))

std::string joined(std::vector<std::string> const& texts, std::string_view between) {
  std::string all;
  for (auto const& each : texts) all += (all.empty() ? "" : std::string(between)) + each;
  return all;
}

std::string milestones_of(store::ItemRow const& item) {
  std::vector<std::string> texts;
  auto const milestones = from_json<std::vector<Milestone>>(item.milestones).value();
  for (auto const& each : milestones) texts.push_back(each.on.text() + " " + each.text);
  return joined(texts, "；");
}

table::Cell cell_of(std::optional<std::string> const& text) { return text ? table::Cell::of_text(*text) : table::Cell{}; }
table::Cell cell_of(std::optional<Decimal> const& number) { return number ? table::Cell::of_number(number->text()) : table::Cell{}; }

/// What is said of a card as a whole, in the row of its first goal.
void add_card(std::vector<table::Cell>& cells, store::CardRow const& card, std::string const& language) {
  auto at = [&](Column column) -> table::Cell& { return cells[static_cast<std::size_t>(column)]; };
  at(Column::customers) = cell_of(card.customers);
  at(Column::reason) = cell_of(card.reason);
  at(Column::limits) = cell_of(card.limits);
  at(Column::rhythm) = table::Cell::of_text(word_of(card.rhythm, language));
}

std::vector<table::Cell> row_of(ReadContext const& ctx, std::string const& number, GoalCardLine const& card, store::ItemRow const& item,
                                std::vector<SupportRow> const& supports) {
  std::vector<table::Cell> cells(column_count);
  auto at = [&](Column column) -> table::Cell& { return cells[static_cast<std::size_t>(column)]; };
  auto const& language = ctx.actor.language;
  at(Column::number) = table::Cell::of_text(number);
  at(Column::name) = table::Cell::of_text(card.person.name);
  at(Column::what) = table::Cell::of_text(item.what);
  at(Column::purpose) = cell_of(item.purpose);
  at(Column::standard) = cell_of(item.quantity);
  at(Column::quality) = cell_of(item.quality);
  at(Column::time) = cell_of(item.time_standard);
  at(Column::cost) = cell_of(item.cost);
  at(Column::how) = cell_of(item.how);
  at(Column::measure) = cell_of(item.measure);
  at(Column::unit) = cell_of(item.unit);
  at(Column::better) = table::Cell::of_text(word_of(item.better, language));
  at(Column::accrual) = table::Cell::of_text(word_of(item.accrual, language));
  at(Column::base) = cell_of(item.base_value);
  at(Column::commit) = cell_of(item.commit_value);
  at(Column::target) = cell_of(item.target);
  at(Column::stretch) = cell_of(item.stretch_value);
  at(Column::weight) = table::Cell::of_number(item.weight.text());
  if (item.due_on) at(Column::due) = table::Cell::of_text(item.due_on->text());
  at(Column::milestones) = table::Cell::of_text(milestones_of(item));
  if (item.parent_item_id)
    if (auto const above = store::linked(ctx, *item.parent_item_id))
      at(Column::parent) = table::Cell::of_text(store::item_number(above->card_number, above->position));
  std::vector<std::string> departments;
  for (auto const& each : supports)
    if (each.item_id == item.id) departments.push_back(each.department_name);
  at(Column::supports) = table::Cell::of_text(joined(departments, "、"));
  at(Column::risks) = cell_of(item.risks);
  at(Column::rollup) = table::Cell::of_text(word_of(item.rollup, language));
  return cells;
}

using UseRow = std::function<Result<void>(std::vector<table::Cell> const&)>;

Result<std::int64_t> use_card(ReadContext const& ctx, GoalCardLine const& card, UseRow const& use) {
  auto const person = org::find_employee(ctx, card.person.id);
  db::Composed statement(sql::supports);
  statement += sql::supports_of_card;
  auto const supports = ctx.db.all<SupportRow>(statement, {{"org", ctx.actor.organization}, {"card", card.id}});
  auto const items = store::items_of(ctx, card.id);
  auto const whole = store::any_card(ctx, card.id).value();
  for (auto const& item : items) {
    auto cells = row_of(ctx, person ? person->number : "", card, item, supports);
    if (&item == &items.front()) add_card(cells, whole, ctx.actor.language);
    TRY(use(cells));
  }
  return static_cast<std::int64_t>(items.size());
}

/// Page by page: one long read would hold up a reader and the log's checkpoint.
Result<void> each_row(Services& services, Actor const& actor, CardListQuery query, jobs::TaskProgress* progress, UseRow const& use) {
  query.limit = cards_at_once;
  query.after.reset();
  std::int64_t done = 0;
  do {
    query.after = TRY(services.database.read([&](db::Executor& executor) -> Result<std::optional<std::string>> {
      ReadContext const ctx{actor, services.clock.now(), executor, services};
      auto const page = TRY(list_cards(ctx, query));
      for (auto const& card : page.items) done += TRY(use_card(ctx, card, use));
      return page.next;
    }));
    if (done > most_exported) return Refusal::of(RefusalKind::too_large, "goal.export_too_large", {{"most", std::to_string(most_exported)}});
    if (progress) progress->report(done, done);
  } while (query.after);
  return {};
}

// ---- Refused rows ----

struct RefusedRows {
  std::vector<std::string> header;
  std::vector<std::vector<table::Cell>> rows;
};

std::map<std::int64_t, std::string> reasons_of(CardImportReport const& report) {
  std::map<std::int64_t, std::string> reasons;
  for (auto const& error : report.errors) {
    auto& reason = reasons[error.row];
    if (!reason.empty()) reason += "；";
    reason += error.column.empty() ? error.message : error.column + "：" + error.message;
  }
  return reasons;
}

bool is_header(std::vector<table::Cell> const& cells) {
  auto const has = [&](Column column) { return std::ranges::any_of(cells, [&](auto const& cell) { return column_called(cell.text) == column; }); };
  return has(Column::number) && has(Column::what);
}

RefusedRows refused_rows(Actor const& actor, std::string_view original, CardImportReport const& report) {
  RefusedRows refused;
  auto table = table::open_table_view(original);
  if (!table) return refused;
  auto next = [&](std::vector<table::Cell>& cells) {
    auto const more = (*table)->next(cells);
    return more && *more;
  };
  std::vector<table::Cell> cells;
  bool found = false;
  for (int i = 0; i < header_within && !found && next(cells); ++i) found = is_header(cells);
  for (auto const& cell : cells) refused.header.push_back(cell.text);
  auto place = static_cast<std::size_t>(std::ranges::find_if(refused.header, is_reason) - refused.header.begin());
  if (place == refused.header.size()) refused.header.emplace_back(reason_word(actor.language));
  auto const reasons = reasons_of(report);
  while (next(cells)) {
    auto const reason = reasons.find(static_cast<std::int64_t>((*table)->row_number()));
    if (reason == reasons.end()) continue;
    cells.resize(refused.header.size());
    cells[place].set_text(reason->second);
    refused.rows.push_back(cells);
  }
  return refused;
}

void must_hold(Result<void> const& written) {
  if (!written) throw std::logic_error(written.refusal().code);
}

}  // namespace
}  // namespace card_sheet

using namespace card_sheet;

Result<std::string> export_cards(Services& services, Actor const& actor, CardListQuery query, CardFileFormat format, jobs::TaskProgress* progress) {
  auto columns = columns_in(actor.language);
  if (format == CardFileFormat::csv) {
    csv::Writer writer({.mark = csv::ByteOrderMark::none});
    std::vector<std::string> header;
    for (auto const& column : columns) header.push_back(column.header);
    writer.add_row(header);
    TRY(each_row(services, actor, std::move(query), progress, [&](std::vector<table::Cell> const& cells) -> Result<void> {
      writer.add_row(cells);
      return {};
    }));
    return writer.take();
  }
  for (auto& column : columns) column.required = false;
  xlsx::Workbook workbook(workbook_options(services, actor));
  workbook.begin_sheet({.name = sheet_name(actor), .title = sheet_name(actor), .columns = std::move(columns)});
  TRY(each_row(services, actor, std::move(query), progress, [&](std::vector<table::Cell> const& cells) { return workbook.add_row(cells); }));
  return workbook.bytes();
}

std::string card_template(Services& services, Actor const& actor, CardFileFormat format) {
  auto columns = columns_in(actor.language);
  if (format == CardFileFormat::csv) {
    csv::Writer writer;
    std::vector<std::string> header;
    for (auto const& column : columns) header.push_back(column.header);
    writer.add_row(header);
    return writer.take();
  }
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i].note = services.texts.text(actor.language, note_of(static_cast<Column>(i)));
  for (auto better : {BetterWhen::higher, BetterWhen::lower})
    columns[static_cast<std::size_t>(Column::better)].choices.emplace_back(word_of(better, actor.language));
  for (auto accrual : {Accrual::accumulating, Accrual::level})
    columns[static_cast<std::size_t>(Column::accrual)].choices.emplace_back(word_of(accrual, actor.language));
  for (auto rollup : {Rollup::by_hand, Rollup::sum, Rollup::average, Rollup::weighted})
    columns[static_cast<std::size_t>(Column::rollup)].choices.emplace_back(word_of(rollup, actor.language));
  for (auto rhythm : {Rhythm::weekly, Rhythm::monthly}) columns[static_cast<std::size_t>(Column::rhythm)].choices.emplace_back(word_of(rhythm, actor.language));
  xlsx::Workbook workbook(workbook_options(services, actor));
  workbook.begin_sheet({.name = sheet_name(actor),
                        .title = sheet_name(actor),
                        .instruction = services.texts.text(actor.language, "goal.sheet.instruction"),
                        .columns = std::move(columns)});
  return workbook.bytes();
}

std::string card_error_file(Actor const& actor, std::string_view original, CardImportReport const& report, CardFileFormat format) {
  auto const refused = refused_rows(actor, original, report);
  if (format == CardFileFormat::csv) {
    csv::Writer writer;
    writer.add_row(refused.header);
    for (auto const& row : refused.rows) writer.add_row(row);
    return writer.take();
  }
  xlsx::Workbook workbook({.temporary_directory = std::filesystem::temp_directory_path()});
  xlsx::Sheet sheet{.name = sheet_name(actor)};
  for (auto const& word : refused.header) sheet.columns.push_back({.header = word, .width = is_reason(word) ? 50.0 : 16.0});
  workbook.begin_sheet(std::move(sheet));
  for (auto const& row : refused.rows) must_hold(workbook.add_row(row));
  return workbook.bytes();
}

}  // namespace zx::goal
