#include "platform/db/postgres_rows.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace zx::db {
namespace {

constexpr std::string_view spaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  auto const from = text.find_first_not_of(spaces);
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(spaces) - from + 1);
}

struct Parts {
  std::string_view head;  ///< up to and with VALUES
  std::string_view row;   ///< "(…)"
  std::string_view tail;
};

/// Behind the bracket that closes the one `sql` begins with; npos when none does.
std::size_t end_of_brackets(std::string_view sql) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] == '\'') quoted = !quoted;
    if (quoted) continue;
    if (sql[i] == '(') ++depth;
    if (sql[i] == ')' && --depth == 0) return i + 1;
  }
  return sql.npos;
}

std::optional<Parts> parts_of(std::string_view sql) {
  constexpr std::string_view keyword = "VALUES";
  auto const text = trimmed(sql);
  if (!text.starts_with("INSERT INTO ")) return std::nullopt;
  auto const values = text.find(keyword);
  if (values == text.npos || text.substr(0, values).find_first_of("'\"-/") != text.npos) return std::nullopt;
  auto const begin = text.find_first_not_of(spaces, values + keyword.size());
  if (begin == text.npos || text[begin] != '(') return std::nullopt;
  auto const length = end_of_brackets(text.substr(begin));
  if (length == text.npos) return std::nullopt;
  return Parts{text.substr(0, begin), text.substr(begin, length), trimmed(text.substr(begin + length))};
}

bool leaves_present_rows(std::string_view tail) {
  return tail.empty() || (tail.starts_with("ON CONFLICT") && tail.ends_with("DO NOTHING"));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `row` with every $n counted from `first` on.
void append_row(std::string& sql, std::string_view row, std::size_t first) {
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    sql += row[i];
    if (row[i] == '\'') quoted = !quoted;
    if (quoted || row[i] != '$' || i + 1 == row.size() || !is_digit(row[i + 1])) continue;
    std::size_t number = 0;
    auto const* end = std::from_chars(row.data() + i + 1, row.data() + row.size(), number).ptr;
    sql += std::to_string(first + number);
    i = static_cast<std::size_t>(end - row.data()) - 1;
  }
}

}  // namespace

bool inserts_one_row(std::string_view numbered_sql) {
  auto const parts = parts_of(numbered_sql);
  return parts && leaves_present_rows(parts->tail);
}

std::string inserting(NumberedSql const& one_row, std::size_t rows) {
  auto const parts = parts_of(one_row.text);
  if (!parts) throw std::logic_error("no INSERT of one row: " + one_row.text);
  std::string sql(parts->head);
  for (std::size_t i = 0; i < rows; ++i) {
    if (i > 0) sql += ", ";
    append_row(sql, parts->row, i * one_row.names.size());
  }
  if (!parts->tail.empty()) sql.append("\n").append(parts->tail);
  return sql;
}

}  // namespace zx::db
