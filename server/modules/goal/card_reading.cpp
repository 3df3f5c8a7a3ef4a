#include "modules/goal/card_reading.hpp"

#include <algorithm>

#include "modules/goal/card_numbers.hpp"
#include "modules/goal/card_rules.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/csv/open_table.hpp"

namespace zx::goal::card_sheet {
namespace {

constexpr int header_within = 10;
using Cells = std::vector<table::Cell>;

struct DepartmentRow {
  DepartmentId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DepartmentRow, (), (id, name))

/// Signs people write between several things in one cell, as the one this reads.
std::string with_one_separator(std::string text, std::initializer_list<std::string_view> signs) {
  for (auto sign : signs)
    for (auto at = text.find(sign); at != text.npos; at = text.find(sign, at + 1)) text.replace(at, sign.size(), "\n");
  return text;
}

std::optional<Date> date_from(std::string_view text) {
  std::string plain(text::trim(text));
  std::ranges::replace_if(
      plain, [](char c) { return c == '.' || c == '/'; }, '-');
  return Date::parse(plain);
}

class Reading {
 public:
  Reading(ReadContext const& ctx, CardImportQuery const& query) : ctx_(ctx), query_(query), period_(rules::period_of(query.period, query.day)) {
    for (auto const& [id, name] : ctx.db.all<DepartmentRow>(sql::departments_by_name, {{"org", ctx.actor.organization}})) departments_[name].push_back(id);
  }

  bool take_header(Cells const& cells) {
    std::map<Column, std::size_t> places;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (auto const column = column_called(cells[i].text)) places.emplace(*column, i);
    if (!places.contains(Column::number) || !places.contains(Column::what)) return false;
    places_ = std::move(places);
    for (auto const& [column, place] : places_) contents.headers[place] = std::string(text::trim(cells[place].text));
    return true;
  }

  void take(Cells const& cells, std::int64_t row) {
    row_ = row;
    auto& line = contents.rows.emplace_back(SheetRow{row, text_of(cells, Column::name).value_or(""), text_of(cells, Column::what).value_or("")});
    auto const number = text_of(cells, Column::number);
    if (!number) return fail(Column::number, "field.required");
    auto const& person = person_called(*number);
    if (!person) {
      auto const& refusal = person.refusal();
      return fail(Column::number, refusal.fields.empty() ? refusal.code : refusal.fields.front().code, {{"name", *number}});
    }
    if (!line.person.empty() && line.person != person->name) fail(Column::name, "goal.import_name", {{"number", *number}, {"name", person->name}});
    line.person = person->name;
    auto& card = card_of(person->id);
    card.rows.push_back(row);
    card.form.items.push_back(item_in(cells, person->id));
    take_of_card(cells, card.form);
  }

  /// What a proposal would refuse later, told now, and whoever has a card already.
  void check_cards() {
    auto const taken =
        ctx_.db.all<EmployeeId>(sql::cards_of_period, {{"org", ctx_.actor.organization}, {"period", query_.period}, {"period_from", period_.from}});
    for (auto const& card : contents.cards) {
      row_ = card.rows.front();
      if (std::ranges::find(taken, card.person_id) != taken.end()) fail(Column::number, "goal.period_taken");
      if (query_.style.value_or(style_of(ctx_, card.person_id)) == ManagementStyle::guiding && !card.form.reason) fail(Column::reason, "goal.reason_needed");
      Decimal sum;
      for (auto const& item : card.form.items) sum += item.weight.value_or(Decimal{});
      if (sum != Decimal::of(100)) fail(Column::weight, "goal.weights_not_100", {{"sum", sum.text()}});
      if (card.form.items.size() > rules::most_items) fail(Column::what, "goal.too_many_items", {{"most", std::to_string(rules::most_items)}});
    }
  }

  CardSheetContents contents;

 private:
  void fail(Column column, std::string code, RefusalArguments arguments = {}) {
    auto const place = places_.find(column);
    auto header = place == places_.end() ? std::string(word_of(column, ctx_.actor.language)) : contents.headers.at(place->second);
    contents.faults.push_back({row_, std::move(header), std::move(code), std::move(arguments)});
  }

  table::Cell const* cell(Cells const& cells, Column column) const {
    auto found = places_.find(column);
    if (found == places_.end() || found->second >= cells.size() || cells[found->second].empty()) return nullptr;
    return &cells[found->second];
  }
  std::optional<std::string> text_of(Cells const& cells, Column column) const {
    auto const* found = cell(cells, column);
    if (!found) return std::nullopt;
    auto const trimmed = text::trim(found->text);
    return trimmed.empty() ? std::nullopt : std::optional(std::string(trimmed));
  }

  Result<org::EmployeeBrief> const& person_called(std::string const& number) {
    auto found = people_.find(number);
    if (found == people_.end()) found = people_.emplace(number, org::employee_called(ctx_, number, "number")).first;
    return found->second;
  }

  SheetCard& card_of(EmployeeId person) {
    auto const [place, is_new] = card_places_.emplace(person, contents.cards.size());
    if (!is_new) return contents.cards[place->second];
    auto& card = contents.cards.emplace_back();
    card.person_id = person;
    card.form.person_id = person;
    card.form.period = query_.period;
    card.form.day = query_.day;
    card.form.style = query_.style;
    return card;
  }

  std::optional<Decimal> number_in(Cells const& cells, Column column) {
    auto const* found = cell(cells, column);
    if (!found) return std::nullopt;
    bool const is_number = found->kind == table::CellKind::number;
    auto text = is_number ? found->number : std::string(text::trim(found->text));
    std::erase(text, ',');
    if (!is_number && text.ends_with('%')) text.pop_back();
    if (text.empty()) return std::nullopt;
    auto const value = Decimal::parse(text);
    if (!value || rules::is_too_large(value)) {
      fail(column, "goal.import_number");
      return std::nullopt;
    }
    // A cell that shows 30% holds 0.3.
    return is_number && found->text.ends_with('%') ? *value * 100 : *value;
  }

  std::optional<Date> date_in(Cells const& cells) {
    auto const* found = cell(cells, Column::due);
    if (!found) return std::nullopt;
    if (found->kind == table::CellKind::date) return found->date;
    auto const date = date_from(found->text);
    if (!date) fail(Column::due, "goal.import_date");
    return date;
  }

  /// "2026-11-30 六成；2026-12-31 收齐". What does not begin with a date belongs to what stands before it.
  std::vector<Milestone> milestones_in(Cells const& cells) {
    std::vector<Milestone> milestones;
    auto const text = text_of(cells, Column::milestones);
    if (!text) return milestones;
    auto const lines = with_one_separator(*text, {"；", ";"});
    for (auto piece : text::split(lines, '\n')) {
      piece = text::trim(piece);
      if (piece.empty()) continue;
      auto const end = piece.find_first_of(" \t");
      auto const on = date_from(piece.substr(0, end));
      if (on && end != piece.npos) milestones.push_back({*on, std::string(text::trim(piece.substr(end)))});
      else if (!on && !milestones.empty()) milestones.back().text += "；" + std::string(piece);
      else return fail(Column::milestones, "goal.import_milestone"), std::vector<Milestone>{};
    }
    return milestones;
  }

  std::vector<DepartmentId> supports_in(Cells const& cells) {
    std::vector<DepartmentId> ids;
    auto const lines = with_one_separator(text_of(cells, Column::supports).value_or(""), {"、", "，", ",", "；", ";"});
    for (auto name : text::split(lines, '\n')) {
      name = text::trim(name);
      if (name.empty()) continue;
      auto const found = departments_.find(name);
      if (found == departments_.end() || found->second.size() != 1) fail(Column::supports, "goal.import_department", {{"name", std::string(name)}});
      else ids.push_back(found->second.front());
    }
    return ids;
  }

  /// By its number, "G-2026-000003/2", or by its words where only one goal above says so.
  std::optional<GoalItemId> parent_in(Cells const& cells, EmployeeId person) {
    auto const said = text_of(cells, Column::parent);
    if (!said) return std::nullopt;
    std::vector<GoalItemId> found;
    for (auto const& above : goals_above(person))
      if (*said == above.what || *said == above.number) found.push_back(above.id);
    if (found.size() == 1) return found.front();
    fail(Column::parent, found.empty() ? "goal.import_parent" : "goal.import_parents", {{"text", *said}});
    return std::nullopt;
  }

  struct Above {
    GoalItemId id;
    std::string number;
    std::string what;
  };
  std::vector<Above> const& goals_above(EmployeeId person) {
    auto found = above_.find(person);
    if (found != above_.end()) return found->second;
    std::vector<Above> goals;
    if (auto const linkable = linkable_items(ctx_, {.person_id = person, .on = period_.to})) {
      for (auto const& item : *linkable) {
        auto const row = store::linked(ctx_, item.id);
        goals.push_back({item.id, row ? store::item_number(row->card_number, row->position) : item.card_number, item.what});
      }
    }
    return above_.emplace(person, std::move(goals)).first->second;
  }

  GoalItemForm item_in(Cells const& cells, EmployeeId person) {
    GoalItemForm item;
    item.what = text_of(cells, Column::what).value_or("");
    item.purpose = text_of(cells, Column::purpose);
    item.quantity = text_of(cells, Column::standard);
    item.quality = text_of(cells, Column::quality);
    item.time_standard = text_of(cells, Column::time);
    item.cost = text_of(cells, Column::cost);
    item.how = text_of(cells, Column::how);
    item.measure = text_of(cells, Column::measure);
    item.unit = text_of(cells, Column::unit);
    item.base = number_in(cells, Column::base);
    item.commit = number_in(cells, Column::commit);
    item.target = number_in(cells, Column::target);
    item.stretch = number_in(cells, Column::stretch);
    item.weight = number_in(cells, Column::weight);
    item.due_on = date_in(cells);
    item.milestones = milestones_in(cells);
    item.parent_item_id = parent_in(cells, person);
    item.support_department_ids = supports_in(cells);
    item.risks = text_of(cells, Column::risks);
    if (auto const said = text_of(cells, Column::better); said && !(item.better = better_called(*said))) fail(Column::better, "goal.import_better");
    if (auto const said = text_of(cells, Column::accrual); said && !(item.accrual = accrual_called(*said))) fail(Column::accrual, "goal.import_accrual");
    if (auto const said = text_of(cells, Column::rollup); said && !(item.rollup = rollup_called(*said))) fail(Column::rollup, "goal.import_rollup");
    for (auto const& error : rules::wrong_fields(item, period_, "")) fail(column_of(error.path), error.code, error.arguments);
    return item;
  }

  /// What is said of the card as a whole, in one of its rows or in each alike.
  void take_of_card(Cells const& cells, NewCardForm& form) {
    auto const take = [&]<class Value>(Column column, std::optional<Value>& value, std::optional<Value> said) {
      if (said && value && *value != *said) fail(column, "goal.import_differs");
      else if (said) value = std::move(said);
    };
    take(Column::customers, form.customers, text_of(cells, Column::customers));
    take(Column::reason, form.reason, text_of(cells, Column::reason));
    take(Column::limits, form.limits, text_of(cells, Column::limits));
    auto const said = text_of(cells, Column::rhythm);
    auto const rhythm = said ? rhythm_called(*said) : std::nullopt;
    if (said && !rhythm) fail(Column::rhythm, "goal.import_rhythm");
    take(Column::rhythm, form.rhythm, rhythm);
  }

  ReadContext const& ctx_;
  CardImportQuery const& query_;
  rules::PeriodSpan const period_;
  std::int64_t row_ = 0;
  std::map<Column, std::size_t> places_;
  std::map<std::string, Result<org::EmployeeBrief>> people_;
  std::map<EmployeeId, std::size_t> card_places_;
  std::map<EmployeeId, std::vector<Above>> above_;
  std::map<std::string, std::vector<DepartmentId>, std::less<>> departments_;
};

}  // namespace

Result<CardSheetContents> read_cards(ReadContext const& ctx, std::string_view content, CardImportQuery const& query,
                                     std::function<void(std::int64_t)> const& heard) {
  auto table = TRY(table::open_table_view(content));
  Reading reading(ctx, query);
  Cells cells;
  bool has_header = false;
  for (int i = 0; i < header_within && !has_header && TRY(table->next(cells)); ++i) has_header = reading.take_header(cells);
  if (!has_header) return Refusal::invalid("goal.import_no_header");
  while (TRY(table->next(cells))) {
    if (static_cast<std::int64_t>(reading.contents.rows.size()) == most_rows)
      return Refusal::invalid("goal.import_too_long", {{"most", std::to_string(most_rows)}});
    reading.take(cells, static_cast<std::int64_t>(table->row_number()));
    if (heard) heard(static_cast<std::int64_t>(reading.contents.rows.size()));
  }
  if (reading.contents.rows.empty()) return Refusal::invalid("goal.import_empty");
  reading.check_cards();
  return std::move(reading.contents);
}

}  // namespace zx::goal::card_sheet
