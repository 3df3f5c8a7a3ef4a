#pragma once
// Whole tables as text, to see that something refused has changed nothing.

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "platform/db/database.hpp"

namespace zx::fixture {

inline std::vector<std::string> texts_of(db::Executor& db, std::string const& sql) { return db.all<std::string>(db::Statement{"contents", sql, sql}); }

/// Every row of the tables, one line each, the same for the same content.
inline std::string contents_of(db::Executor& db, std::initializer_list<std::string> tables) {
  std::string contents;
  for (auto const& table : tables) {
    std::string row = "CAST(t AS text)";
    if (db.engine() == db::Engine::sqlite)
      row = texts_of(db, "SELECT group_concat('quote(' || name || ')', '||'',''||') FROM pragma_table_info('" + table + "')").at(0);
    contents += "== " + table + "\n";
    for (auto const& line : texts_of(db, "SELECT " + row + " AS line FROM " + table + " t ORDER BY 1")) contents += line + "\n";
  }
  return contents;
}

/// The lines only one of two contents has, as "- " and "+ "; nothing when they are the same.
inline std::string difference(std::string const& before, std::string const& after) {
  auto lines = [](std::string const& contents) {
    std::multiset<std::string> all;
    std::stringstream text(contents);
    for (std::string line; std::getline(text, line);) all.insert(line);
    return all;
  };
  auto old = lines(before), now = lines(after);
  std::string found;
  for (auto const& line : old)
    if (old.count(line) > now.count(line)) found += "- " + line + "\n";
  for (auto const& line : now)
    if (now.count(line) > old.count(line)) found += "+ " + line + "\n";
  return found;
}

}  // namespace zx::fixture
