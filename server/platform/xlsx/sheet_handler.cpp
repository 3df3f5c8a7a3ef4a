#include "platform/xlsx/sheet_handler.hpp"

#include <charconv>

#include "platform/base/text.hpp"

namespace zx::xlsx {
namespace {

constexpr std::size_t kMostUtf8Bytes = 4;

std::size_t index_of(std::string_view digits, std::size_t otherwise) {
  std::size_t value = otherwise;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : otherwise;
}

/// "BC12" → 55; 0 when it is no reference. Stops counting beyond any sheet's width.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (char const c : reference) {
    auto const letter = static_cast<char>(c & ~0x20);
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
    if (column > 100'000) break;
  }
  return column;
}

std::string letters_of(std::size_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

/// "2006-05-12" or "2006-05-12T09:30:00(.000)(Z)" as a t="d" cell holds it.
bool set_iso_date(table::Cell& cell, std::string_view text) {
  auto const date = Date::parse(text.substr(0, 10));
  if (!date) return false;
  if (text.size() < 19 || text[10] != 'T') return cell.set_date(*date), true;
  auto const two = [&](std::size_t at) { return static_cast<int>(index_of(text.substr(at, 2), 99)); };
  int const hour = two(11), minute = two(14), second = two(17);
  if (hour > 23 || minute > 59 || second > 59) return false;
  cell.set_date(*date, hour * 3600 + minute * 60 + second);
  return true;
}

}  // namespace

void SheetHandler::start(std::string_view name, char const** attributes) {
  if (in_cell_) {
    if (name == "v") within_ = Within::value;
    if (name == "is") within_ = Within::item;
    if (within_ == Within::item) item_.start(name);
  } else if (name == "c" && in_row_) {
    start_cell(attributes);
  } else if (name == "row") {
    start_row(attributes);
  }
}

void SheetHandler::end(std::string_view name) {
  if (in_cell_) {
    if (within_ == Within::item) item_.end(name);
    if (name == "v" || name == "is") within_ = Within::nothing;
    if (name == "c") end_cell();
  } else if (name == "row" && in_row_) {
    end_row();
  }
}

void SheetHandler::text(std::string_view piece) {
  bool const wanted = within_ == Within::value || (within_ == Within::item && item_.takes_text());
  if (!wanted) return;
  row_bytes_ += piece.size();
  if (value_.size() + piece.size() > limits_.max_cell_characters * 7 * kMostUtf8Bytes)  // each may be written as "_xHHHH_"
    return refuse(RefusalKind::invalid, "xlsx.cell_too_long", {{"cell", cell_name()}, {"limit", std::to_string(limits_.max_cell_characters)}});
  value_ += piece;
}

void SheetHandler::start_row(char const** attributes) {
  auto const* number = attribute(attributes, "r");
  auto const row = number == nullptr ? row_ + 1 : index_of(number, 0);
  if (row > limits_.max_row_number)
    return refuse(RefusalKind::too_large, "xlsx.row_out_of_range", {{"row", std::to_string(row)}, {"limit", std::to_string(limits_.max_row_number)}});
  // Rows must ascend, or row numbers in an error report would lead to the wrong place.
  if (row <= row_) return refuse(RefusalKind::invalid, "xlsx.damaged", {{"part", context_.part}});
  row_ = row;
  column_ = width_ = row_bytes_ = 0;
  in_row_ = true;
  for (auto& cell : *cells_) cell.clear();
}

void SheetHandler::start_cell(char const** attributes) {
  char const* reference = nullptr;
  type_ = Type::number;
  style_ = NumberStyle::plain;
  for (; *attributes != nullptr; attributes += 2) {
    if (attributes[0][1] != '\0') continue;
    std::string_view const value = attributes[1];
    if (attributes[0][0] == 'r') reference = attributes[1];
    if (attributes[0][0] == 's') {
      auto const index = index_of(value, context_.styles.size());
      if (index < context_.styles.size()) style_ = context_.styles[index];
    }
    if (attributes[0][0] == 't')
      type_ = value == "s"           ? Type::shared
              : value == "inlineStr" ? Type::inline_text
              : value == "str"       ? Type::formula_text
              : value == "b"         ? Type::boolean
              : value == "e"         ? Type::error
              : value == "d"         ? Type::iso_date
                                     : Type::number;
  }
  column_ = reference == nullptr ? column_ + 1 : column_of(reference);
  value_.clear();
  item_.reset();
  within_ = Within::nothing;
  in_cell_ = true;
  if (column_ == 0) refuse(RefusalKind::invalid, "xlsx.damaged", {{"part", context_.part}});
}

void SheetHandler::end_cell() {
  in_cell_ = false;
  if (value_.empty()) return;
  if (column_ > limits_.max_columns)
    return refuse(RefusalKind::too_large, "xlsx.column_out_of_range", {{"cell", cell_name()}, {"limit", std::to_string(limits_.max_columns)}});
  if (row_bytes_ > limits_.max_row_bytes)
    return refuse(RefusalKind::too_large, "xlsx.row_too_long", {{"row", std::to_string(row_)}, {"limit_mib", std::to_string(limits_.max_row_bytes / kMiB)}});
  if (cells_->size() < column_) cells_->resize(column_);
  auto& cell = (*cells_)[column_ - 1];
  set_cell(cell);
  if (!cell.empty() && column_ > width_) width_ = column_;
}

void SheetHandler::set_cell(table::Cell& cell) {
  switch (type_) {
    case Type::number: return set_number_cell(cell, value_, style_, context_.epoch);
    case Type::shared: return set_shared(cell);
    case Type::inline_text:
    case Type::formula_text: decode_escapes(value_); return set_long_text(cell, value_);
    case Type::boolean: return cell.set_boolean(value_ == "1" || value_ == "true");
    case Type::error:
      cell.set_text(value_);
      cell.kind = table::CellKind::error;
      return;
    case Type::iso_date:
      if (!set_iso_date(cell, value_)) cell.set_text(value_);
      return;
  }
}

void SheetHandler::set_shared(table::Cell& cell) {
  auto const index = index_of(value_, context_.strings.size());
  if (index >= context_.strings.size()) return refuse(RefusalKind::invalid, "xlsx.damaged", {{"part", context_.part}});
  auto const text = context_.strings.at(index);
  row_bytes_ += text.size();
  // One long string named by a million cells would cost no memory but minutes of copying.
  shared_bytes_ += text.size();
  if (shared_bytes_ > limits_.max_unpacked_bytes)
    return refuse(RefusalKind::too_large, "xlsx.unpacks_too_large", {{"limit_mib", std::to_string(limits_.max_unpacked_bytes / kMiB)}});
  set_long_text(cell, text);
}

void SheetHandler::set_long_text(table::Cell& cell, std::string_view text) {
  if (text.size() > limits_.max_cell_characters && zx::text::length(text) > limits_.max_cell_characters)
    return refuse(RefusalKind::invalid, "xlsx.cell_too_long", {{"cell", cell_name()}, {"limit", std::to_string(limits_.max_cell_characters)}});
  cell.set_text(text);
}

void SheetHandler::end_row() {
  in_row_ = false;
  if (width_ == 0) return;
  cells_->resize(width_);
  reader_.pause();
}

std::string SheetHandler::cell_name() const { return letters_of(column_) + std::to_string(row_); }

void SheetHandler::refuse(RefusalKind kind, std::string code, RefusalArguments arguments) {
  in_row_ = in_cell_ = false;
  within_ = Within::nothing;
  reader_.refuse(Refusal::of(kind, std::move(code), std::move(arguments)));
}

}  // namespace zx::xlsx
