// A file name is an identifier: sql/find_item.sql becomes `sql::find_item`, named "work.find_item" in errors and figures.
// find_item.sqlite.sql and find_item.postgres.sql, both or one beside find_item.sql, are its dialects. What has only one of
// them is for that engine alone: a statement of the other engine is empty and refused there.

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <stdexcept>

#include "embed.hpp"

namespace embed {
namespace {

struct Dialects {
  std::string common;
  std::optional<std::string> sqlite, postgres;

  std::string const& for_sqlite() const { return sqlite ? *sqlite : common; }
  std::string const& for_postgres() const { return postgres ? *postgres : common; }
};
using ByName = std::map<std::string, Dialects>;

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string without_comment_lines(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size() - 1) + 1;
    auto const line = text.substr(0, end);
    if (!trimmed(line).starts_with("--")) kept += line;
    text.remove_prefix(end);
  }
  return std::string(trimmed(kept));
}

bool take_suffix(std::string& name, std::string_view suffix) {
  if (!name.ends_with(suffix)) return false;
  name.resize(name.size() - suffix.size());
  return true;
}

ByName read_folder(fs::path const& folder) {
  ByName found;
  if (!fs::exists(folder)) return found;
  for (auto const& entry : fs::directory_iterator(folder)) {
    auto name = entry.path().filename().string();
    if (!take_suffix(name, ".sql")) continue;
    auto const text = without_comment_lines(read_file(entry.path()));
    if (take_suffix(name, ".sqlite")) found[name].sqlite = text;
    else if (take_suffix(name, ".postgres")) found[name].postgres = text;
    else found[name].common = text;
  }
  for (auto const& [name, text] : found)
    if (text.for_sqlite().empty() && text.for_postgres().empty()) throw std::runtime_error((folder / name).string() + ".sql is empty");
  return found;
}

void check_identifier(std::string const& name) {
  static constexpr std::array keywords{"and",   "bool", "break",    "case",   "catch",   "class",  "const",    "continue", "default", "delete",
                                       "do",    "else", "enum",     "export", "extern",  "for",    "friend",   "goto",     "if",      "int",
                                       "new",   "not",  "operator", "or",     "private", "public", "register", "return",   "switch",  "this",
                                       "throw", "try",  "union",    "using",  "void",    "while",  "xor"};
  auto const fits = !name.empty() && !std::isdigit(static_cast<unsigned char>(name[0])) &&
                    std::ranges::all_of(name, [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; });
  if (!fits || std::ranges::find(keywords, name) != keywords.end())
    throw std::runtime_error(name + ".sql: the name must be a C++ identifier in lower snake case and no keyword (append a word, not a character)");
}

/// A composed statement goes on behind it.
std::string without_semicolon(std::string text) {
  while (!text.empty() && (text.back() == ';' || std::isspace(static_cast<unsigned char>(text.back())))) text.pop_back();
  return text;
}

std::string statement_definitions(ByName const& statements, std::string const& module) {
  std::string code;
  for (auto const& [name, text] : statements)
    code += "constinit const db::Statement " + name + "{\"" + module + "." + name + "\",\n" + raw_literal(without_semicolon(text.for_sqlite())) + ",\n" +
            raw_literal(without_semicolon(text.for_postgres())) + "};\n\n";
  return code;
}

/// "0001_init" → 1, "init"
std::pair<int, std::string> parse_migration(std::string const& name) {
  auto const digits = std::ranges::all_of(name.substr(0, 4), [](unsigned char c) { return std::isdigit(c); });
  if (name.size() < 6 || !digits || name[4] != '_') throw std::runtime_error("migration " + name + ".sql must be named NNNN_what.sql");
  return {std::stoi(name.substr(0, 4)), name.substr(5)};
}

std::string migration_definitions(ByName const& migrations, std::string const& module) {
  std::string code;
  int last = 0;
  for (auto const& [file, text] : migrations) {
    auto const [number, name] = parse_migration(file);
    if (number <= last) throw std::runtime_error("migration number " + std::to_string(number) + " of " + module + " is not unique or not positive");
    last = number;
    code += "    db::Migration{\"" + module + "\", " + std::to_string(number) + ", \"" + name + "\",\n" + raw_literal(text.for_sqlite()) + ",\n" +
            raw_literal(text.for_postgres()) + "},\n";
  }
  return code;
}

std::string header(Request const& request, ByName const& statements) {
  std::string code = "#pragma once\n// Generated from " + request.include +
                     "/sql and /migrations; do not edit.\n\n#include <span>\n\n#include \"platform/db/migrate.hpp\"\n\nnamespace " + request.space +
                     " {\n\n/// In order of their numbers.\nstd::span<db::Migration const> migrations();\n\nnamespace sql {\n\n";
  for (auto const& [name, text] : statements) code += "extern const db::Statement " + name + ";\n";
  return code + "\n}  // namespace sql\n}  // namespace " + request.space + "\n";
}

std::string source(Request const& request, ByName const& statements, ByName const& migrations) {
  auto const module = last_name(request.space);
  auto const count = std::to_string(migrations.size());
  return "// Generated; do not edit.\n#include \"" + request.include + "/sql.hpp\"\n\n#include <array>\n\nnamespace " + request.space +
         " {\nnamespace sql {\n\n" + statement_definitions(statements, module) +
         "}  // namespace sql\n\nstd::span<db::Migration const> migrations() {\n  static constexpr std::array<db::Migration, " + count + "> all{\n" +
         migration_definitions(migrations, module) + "  };\n  return all;\n}\n\n}  // namespace " + request.space + "\n";
}

}  // namespace

void embed_sql(Request const& request) {
  auto const statements = read_folder(request.folder / "sql");
  auto const migrations = read_folder(request.folder / "migrations");
  for (auto const& [name, text] : statements) check_identifier(name);
  write_file(request.output / "sql.hpp", header(request, statements));
  write_file(request.output / "sql.cpp", source(request, statements, migrations));
}

}  // namespace embed
