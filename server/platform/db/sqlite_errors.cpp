// What SQLite's error messages mean, in the words of database.hpp. Only on the way of an error, so it may ask the schema.

#include <algorithm>
#include <cctype>

#include "platform/db/sqlite_connection.hpp"

namespace zx::db {
namespace {

using Kind = ConstraintViolation::Kind;

/// The rows of a pragma as text, one vector per row; nothing when it fails.
std::vector<std::vector<std::string>> ask(sqlite3* handle, char const* sql, std::string const& parameter) {
  std::vector<std::vector<std::string>> rows;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) != SQLITE_OK) return rows;
  sqlite3_bind_text(statement, 1, parameter.data(), static_cast<int>(parameter.size()), SQLITE_STATIC);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    auto& row = rows.emplace_back();
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(statement, i));
      row.emplace_back(text ? text : "");
    }
  }
  sqlite3_finalize(statement);
  return rows;
}

std::string after(std::string_view message, std::string_view mark) {
  auto at = message.find(mark);
  return at == message.npos ? std::string() : std::string(message.substr(at + mark.size()));
}

struct TableColumns {
  std::string table;
  std::vector<std::string> columns;
};

/// "item.org, item.code"
TableColumns parse_columns(std::string_view list) {
  TableColumns parsed;
  while (!list.empty()) {
    auto const end = std::min(list.find(", "), list.size());
    auto const name = list.substr(0, end);
    auto const dot = std::min(name.find('.'), name.size() - 1);
    parsed.table = name.substr(0, dot);
    parsed.columns.emplace_back(name.substr(dot + 1));
    list.remove_prefix(std::min(end + 2, list.size()));
  }
  return parsed;
}

std::string joined(std::vector<std::string> const& parts) {
  std::string text;
  for (auto const& part : parts) text += '_' + part;
  return text;
}

std::vector<std::string> index_columns(sqlite3* handle, std::string const& index) {
  std::vector<std::string> columns;
  for (auto& row : ask(handle, "SELECT name FROM pragma_index_info(?1) ORDER BY seqno", index)) columns.push_back(std::move(row[0]));
  return columns;
}

std::string unique_name(sqlite3* handle, std::string const& list) {
  if (list.starts_with("index '")) return list.substr(7, list.size() - 8);  // an index on expressions names itself
  auto const [table, columns] = parse_columns(list);
  for (auto const& row : ask(handle, "SELECT name, origin FROM pragma_index_list(?1) WHERE \"unique\" ORDER BY origin = 'c' DESC", table)) {
    if (index_columns(handle, row[0]) != columns) continue;
    if (row[1] == "c") return row[0];
    return row[1] == "pk" ? table + "_pkey" : table + joined(columns) + "_key";
  }
  return table + "_pkey";  // an INTEGER PRIMARY KEY has no index
}

/// The table an INSERT, UPDATE or DELETE writes: the first word after these words of it.
std::string written_table(std::string_view sql) {
  static constexpr std::string_view introductions[] = {"insert", "replace", "into", "or", "ignore", "update", "delete", "from"};
  auto is_word = [](unsigned char c) { return std::isalnum(c) || c == '_'; };
  for (auto at = sql.begin(); (at = std::find_if(at, sql.end(), is_word)) != sql.end();) {
    auto const end = std::find_if_not(at, sql.end(), is_word);
    std::string word(at, end), lower = word;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    if (std::ranges::find(introductions, lower) == std::end(introductions)) return word;
    at = end;
  }
  return {};
}

/// SQLite names no foreign key, so only a table's single one can be told.
std::string foreign_key_name(sqlite3* handle, std::string_view sql) {
  auto const table = written_table(sql);
  std::vector<std::string> columns;
  for (auto& row : ask(handle, "SELECT id, \"from\" FROM pragma_foreign_key_list(?1) ORDER BY id, seq", table)) {
    if (row[0] != "0") return table;
    columns.push_back(std::move(row[1]));
  }
  return columns.empty() ? table : table + joined(columns) + "_fkey";
}

}  // namespace

void throw_sqlite_error(sqlite3* handle, std::string_view during, std::string_view sql) {
  auto const code = sqlite3_extended_errcode(handle);
  std::string const message = sqlite3_errmsg(handle);
  auto const where = "statement " + std::string(during) + ": " + message;
  auto const failed = after(message, "constraint failed: ");
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: throw ConstraintViolation(Kind::unique, unique_name(handle, failed), where);
    case SQLITE_CONSTRAINT_CHECK: throw ConstraintViolation(Kind::check, failed, where);
    case SQLITE_CONSTRAINT_NOTNULL: throw ConstraintViolation(Kind::not_null, failed, where);
    case SQLITE_CONSTRAINT_FOREIGNKEY: throw ConstraintViolation(Kind::foreign_key, foreign_key_name(handle, sql), where);
    default: throw DatabaseError(where + " (" + std::to_string(code) + ")", (code & 0xff) == SQLITE_BUSY);
  }
}

}  // namespace zx::db
