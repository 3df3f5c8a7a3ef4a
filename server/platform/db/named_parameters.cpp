#include "platform/db/named_parameters.hpp"

#include <algorithm>

namespace zx::db {
namespace {

bool starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool continues_name(char c) { return starts_name(c) || (c >= '0' && c <= '9'); }

/// The length of the quoted text, comment or cast at the beginning of `sql`, or 0.
std::size_t literal_length(std::string_view sql) {
  auto up_to = [&](std::string_view end, std::size_t from) {
    auto at = sql.find(end, from);
    return at == sql.npos ? sql.size() : at + end.size();
  };
  if (sql.starts_with("'")) return up_to("'", 1);
  if (sql.starts_with("\"")) return up_to("\"", 1);
  if (sql.starts_with("--")) return up_to("\n", 2);
  if (sql.starts_with("/*")) return up_to("*/", 2);
  if (sql.starts_with("::")) return 2;
  return 0;
}

std::size_t number_of(std::vector<std::string>& names, std::string_view name) {
  auto found = std::ranges::find(names, name);
  if (found == names.end()) found = names.emplace(names.end(), name);
  return static_cast<std::size_t>(found - names.begin()) + 1;
}

}  // namespace

NumberedSql number_parameters(std::string_view sql) {
  NumberedSql numbered;
  for (std::size_t at = 0; at < sql.size();) {
    if (auto length = literal_length(sql.substr(at))) {
      numbered.text += sql.substr(at, length);
      at += length;
    } else if (sql[at] == ':' && at + 1 < sql.size() && starts_name(sql[at + 1])) {
      auto end = std::find_if_not(sql.begin() + at + 1, sql.end(), continues_name) - sql.begin();
      numbered.text += '$' + std::to_string(number_of(numbered.names, sql.substr(at + 1, end - at - 1)));
      at = end;
    } else {
      numbered.text += sql[at++];
    }
  }
  return numbered;
}

}  // namespace zx::db
