#include "platform/xlsx/table.hpp"

#include <fmt/format.h>

namespace zx::table {

void Cell::clear() {
  kind = CellKind::empty;
  text.clear();
  number.clear();
  date = {};
  second_of_day.reset();
  boolean = false;
}

void Cell::set_text(std::string_view value) {
  clear();
  text = value;
  kind = value.empty() ? CellKind::empty : CellKind::text;
}

void Cell::set_number(std::string_view decimal) {
  clear();
  kind = CellKind::number;
  text = decimal;
  number = decimal;
}

void Cell::set_date(Date day, std::optional<int> seconds) {
  clear();
  kind = CellKind::date;
  date = day;
  second_of_day = seconds;
  text = day.text();
  if (!seconds) return;
  text += fmt::format(" {:02}:{:02}", *seconds / 3600, *seconds / 60 % 60);
  if (*seconds % 60 != 0) text += fmt::format(":{:02}", *seconds % 60);
}

void Cell::set_boolean(bool value) {
  clear();
  kind = CellKind::boolean;
  boolean = value;
  text = value ? "TRUE" : "FALSE";
}

Cell Cell::of_text(std::string_view value) {
  Cell cell;
  cell.set_text(value);
  return cell;
}

Cell Cell::of_number(std::string_view decimal) {
  Cell cell;
  cell.set_number(decimal);
  return cell;
}

Cell Cell::of_date(Date date, std::optional<int> second_of_day) {
  Cell cell;
  cell.set_date(date, second_of_day);
  return cell;
}

Cell Cell::of_boolean(bool value) {
  Cell cell;
  cell.set_boolean(value);
  return cell;
}

}  // namespace zx::table
