// Cards of many people from one sheet.

#include <algorithm>
#include <array>
#include <map>

#include "modules/goal/card_numbers.hpp"
#include "modules/goal/card_rules.hpp"
#include "modules/goal/card_sheet.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/xlsx/reader.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::goal {
namespace {

constexpr std::size_t most_rows = 5000;
constexpr std::size_t most_errors = 200;

enum class Column { number, name, what, standard, how, measure, unit, better, target, weight, due };
struct ColumnFacts {
  Column column;
  std::string_view header;
  std::string_view note;  ///< i18n key
  double width;
};
constexpr std::array columns = {
    ColumnFacts{Column::number, "工号", "goal.sheet.number", 10},   ColumnFacts{Column::name, "姓名", "goal.sheet.name", 10},
    ColumnFacts{Column::what, "目标项", "goal.sheet.what", 30},     ColumnFacts{Column::standard, "标准", "goal.sheet.standard", 26},
    ColumnFacts{Column::how, "方法", "goal.sheet.how", 26},         ColumnFacts{Column::measure, "指标", "goal.sheet.measure", 18},
    ColumnFacts{Column::unit, "单位", "goal.sheet.unit", 8},        ColumnFacts{Column::better, "方向", "goal.sheet.better", 10},
    ColumnFacts{Column::target, "目标值", "goal.sheet.target", 10}, ColumnFacts{Column::weight, "权重", "goal.sheet.weight", 8},
    ColumnFacts{Column::due, "截止", "goal.sheet.due", 12}};
constexpr std::string_view higher_word = "越高越好", lower_word = "越低越好";

std::string_view header_of(Column column) { return std::ranges::find(columns, column, &ColumnFacts::column)->header; }

/// "* 工号" and "工号" are the same.
std::string plain(std::string_view header) {
  auto text = text::trim(header);
  while (!text.empty() && text.front() == '*') text = text::trim(text.substr(1));
  return std::string(text);
}

class Import {
 public:
  Import(Context& ctx, CardImportQuery const& query) : ctx_(ctx), query_(query), period_(rules::period_of(query.period, query.day)) {
    report_.dry_run = query.dry_run.value_or(false);
  }

  Result<void> read(std::string_view workbook) {
    auto reader = TRY(xlsx::Reader::open_view(workbook));
    std::vector<table::Cell> cells;
    while (TRY(reader->next(cells))) {
      if (places_.empty()) {
        find_places(cells);
        continue;
      }
      if (++report_.rows > static_cast<std::int64_t>(most_rows)) return Refusal::invalid("goal.import_too_long", {{"most", std::to_string(most_rows)}});
      take(cells, static_cast<std::int64_t>(reader->row_number()));
    }
    if (places_.empty()) return Refusal::invalid("goal.import_no_header");
    if (report_.rows == 0) return Refusal::invalid("goal.import_empty");
    return {};
  }

  Result<CardImportReport> make() {
    report_.people = static_cast<std::int64_t>(people_.size());
    check_people();
    if (report_.error_count > 0) return std::move(report_);
    report_.cards = report_.people;
    if (report_.dry_run) return std::move(report_);
    for (auto const& [id, person] : people_) TRY(create_card(ctx_, person.form));
    return std::move(report_);
  }

 private:
  struct Person {
    NewCardForm form;
    std::int64_t first_row = 0;
    std::vector<std::int64_t> rows;
  };

  void find_places(std::vector<table::Cell> const& cells) {
    std::map<Column, std::size_t> places;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      auto found = std::ranges::find(columns, plain(cells[i].text), &ColumnFacts::header);
      if (found != columns.end()) places.emplace(found->column, i);
    }
    if (places.contains(Column::number) && places.contains(Column::what)) places_ = std::move(places);
  }

  table::Cell const* cell(std::vector<table::Cell> const& cells, Column column) const {
    auto found = places_.find(column);
    if (found == places_.end() || found->second >= cells.size() || cells[found->second].empty()) return nullptr;
    return &cells[found->second];
  }
  std::optional<std::string> text_of(std::vector<table::Cell> const& cells, Column column) const {
    auto const* found = cell(cells, column);
    if (!found) return std::nullopt;
    auto const trimmed = text::trim(found->text);
    return trimmed.empty() ? std::nullopt : std::optional(std::string(trimmed));
  }

  void fail(std::int64_t row, Column column, std::string code, RefusalArguments const& arguments = {}) {
    ++report_.error_count;
    if (report_.errors.size() >= most_errors) return;
    auto text = store::text(ctx_, code, arguments);
    report_.errors.push_back({row, std::string(header_of(column)), std::move(code), std::move(text)});
  }

  std::optional<Decimal> number_in(std::vector<table::Cell> const& cells, Column column, std::int64_t row) {
    auto const* found = cell(cells, column);
    if (!found) return std::nullopt;
    bool const is_number = found->kind == table::CellKind::number;
    auto text = is_number ? found->number : std::string(text::trim(found->text));
    std::erase(text, ',');
    if (!is_number && text.ends_with('%')) text.pop_back();
    auto const value = Decimal::parse(text);
    if (!value || rules::is_too_large(value)) {
      fail(row, column, "goal.import_number");
      return std::nullopt;
    }
    // A cell that shows 30% holds 0.3.
    return is_number && found->text.ends_with('%') ? *value * 100 : *value;
  }

  std::optional<Date> date_in(std::vector<table::Cell> const& cells, std::int64_t row) {
    auto const* found = cell(cells, Column::due);
    if (!found) return std::nullopt;
    if (found->kind == table::CellKind::date) return found->date;
    auto text = std::string(text::trim(found->text));
    std::ranges::replace_if(
        text, [](char c) { return c == '.' || c == '/'; }, '-');
    auto const date = Date::parse(text);
    if (!date) fail(row, Column::due, "goal.import_date");
    return date;
  }

  void take(std::vector<table::Cell> const& cells, std::int64_t row) {
    auto const number = text_of(cells, Column::number);
    if (!number) return fail(row, Column::number, "field.required");
    auto const person = org::employee_called(ctx_, *number, "number");
    if (!person)
      return fail(row, Column::number, person.refusal().fields.empty() ? person.refusal().code : person.refusal().fields.front().code, {{"name", *number}});
    auto const name = text_of(cells, Column::name);
    if (name && *name != person->name) return fail(row, Column::name, "goal.import_name", {{"number", *number}, {"name", person->name}});
    auto& entry = people_[person->id];
    if (entry.rows.empty()) {
      entry.first_row = row;
      entry.form.person_id = person->id;
      entry.form.period = query_.period;
      entry.form.day = query_.day;
      entry.form.style = query_.style;
    }
    entry.rows.push_back(row);
    entry.form.items.push_back(item_in(cells, row));
  }

  GoalItemForm item_in(std::vector<table::Cell> const& cells, std::int64_t row) {
    GoalItemForm item;
    item.what = text_of(cells, Column::what).value_or("");
    item.quantity = text_of(cells, Column::standard);
    item.how = text_of(cells, Column::how);
    item.measure = text_of(cells, Column::measure);
    item.unit = text_of(cells, Column::unit);
    item.target = number_in(cells, Column::target, row);
    item.weight = number_in(cells, Column::weight, row);
    item.due_on = date_in(cells, row);
    if (auto const better = text_of(cells, Column::better)) {
      if (*better != higher_word && *better != lower_word) fail(row, Column::better, "goal.import_better");
      item.better = *better == lower_word ? BetterWhen::lower : BetterWhen::higher;
    }
    for (auto const& error : rules::wrong_fields(item, period_, "")) fail(row, column_of(error.path), error.code, error.arguments);
    return item;
  }

  static Column column_of(std::string_view field) {
    if (field == "target") return Column::target;
    if (field == "weight") return Column::weight;
    if (field == "due_on") return Column::due;
    if (field == "quantity") return Column::standard;
    if (field == "how") return Column::how;
    if (field == "measure") return Column::measure;
    if (field == "unit") return Column::unit;
    return Column::what;
  }

  /// What a proposal would refuse later, told now, and whoever has a card already.
  void check_people() {
    std::vector<EmployeeId> taken =
        ctx_.db.all<EmployeeId>(sql::cards_of_period, {{"org", ctx_.actor.organization}, {"period", query_.period}, {"period_from", period_.from}});
    for (auto const& [id, person] : people_) {
      if (std::ranges::find(taken, id) != taken.end()) fail(person.first_row, Column::number, "goal.period_taken");
      Decimal sum;
      for (auto const& item : person.form.items) sum += item.weight.value_or(Decimal{});
      if (sum != Decimal::of(100)) fail(person.first_row, Column::weight, "goal.weights_not_100", {{"sum", sum.text()}});
      if (person.form.items.size() > rules::most_items)
        fail(person.first_row, Column::what, "goal.too_many_items", {{"most", std::to_string(rules::most_items)}});
    }
  }

  Context& ctx_;
  CardImportQuery const& query_;
  rules::PeriodSpan const period_;
  std::map<Column, std::size_t> places_;
  std::map<EmployeeId, Person> people_;
  CardImportReport report_;
};

}  // namespace

Result<CardImportReport> import_cards(Context& ctx, std::string_view workbook, CardImportQuery const& query) {
  Import import(ctx, query);
  TRY(import.read(workbook));
  return import.make();
}

std::string card_template(Services& services, Actor const& actor) {
  auto text = [&](std::string_view code) { return services.texts.text(actor.language, code); };
  xlsx::Sheet sheet{.name = "目标卡", .title = "目标卡", .instruction = text("goal.sheet.instruction")};
  for (auto const& column : columns) {
    xlsx::Column made{.header = std::string(column.header),
                      .width = column.width,
                      .kind = column.column == Column::target || column.column == Column::weight ? xlsx::ColumnKind::number : xlsx::ColumnKind::code,
                      .required = column.column == Column::number || column.column == Column::what || column.column == Column::weight,
                      .note = text(column.note)};
    if (column.column == Column::better) made.choices = {std::string(higher_word), std::string(lower_word)};
    sheet.columns.push_back(std::move(made));
  }
  xlsx::Workbook workbook({.temporary_directory = std::filesystem::temp_directory_path(), .created = services.clock.now(), .author = actor.name});
  workbook.begin_sheet(std::move(sheet));
  return workbook.bytes();
}

}  // namespace zx::goal
