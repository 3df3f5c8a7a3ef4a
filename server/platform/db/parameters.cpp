#include "platform/db/parameters.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace zx::db {
namespace {

/// Callers mostly give parameters in the statement's order, so look behind the one found last first.
Parameter const* find(std::span<Parameter const> list, std::size_t expected_at, std::string_view name) {
  for (auto at = expected_at; at < list.size(); ++at)
    if (list[at].name == name) return &list[at];
  for (std::size_t at = 0; at < expected_at && at < list.size(); ++at)
    if (list[at].name == name) return &list[at];
  return nullptr;
}

[[noreturn]] void complain(std::string_view statement, char const* what, std::string_view parameter) {
  throw std::logic_error("statement " + std::string(statement) + what + std::string(parameter));
}

[[noreturn]] void complain_about_unused(std::string_view statement, std::span<std::string const> names, Parameters const& given) {
  for (auto const& parameter : given.list())
    if (parameter.must_be_used && std::ranges::find(names, parameter.name) == names.end()) complain(statement, " does not use the parameter :", parameter.name);
  complain(statement, " was given a parameter twice", "");
}

}  // namespace

std::int64_t Value::checked_unsigned(std::uint64_t value) {
  if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) throw std::out_of_range("a parameter exceeds the database's integers");
  return static_cast<std::int64_t>(value);
}

Parameters::Parameters(std::initializer_list<Parameter> parameters) {
  list_.reserve(parameters.size());
  for (auto const& parameter : parameters) list_.push_back({parameter.name, std::move(parameter.value), parameter.must_be_used});
}

Parameters& Parameters::set(std::string_view name, Value value) {
  auto found = std::ranges::find(list_, name, &Parameter::name);
  if (found == list_.end()) list_.push_back({name, std::move(value)});
  else *found = {name, std::move(value)};
  return *this;
}

Parameters& Parameters::merge(Parameters others) {
  for (auto& other : others.list_) {
    auto found = std::ranges::find(list_, other.name, &Parameter::name);
    if (found == list_.end()) list_.push_back(std::move(other));
    else *found = std::move(other);
  }
  return *this;
}

void match_parameters(std::string_view statement, std::span<std::string const> names, Parameters const& given, std::vector<Value const*>& matched) {
  matched.clear();
  std::size_t used = 0, expected_at = 0;
  for (auto const& name : names) {
    auto const* parameter = find(given.list(), expected_at, name);
    if (!parameter) complain(statement, " misses the parameter :", name);
    expected_at = static_cast<std::size_t>(parameter - given.list().data()) + 1;
    used += parameter->must_be_used;
    matched.push_back(&parameter->value);
  }
  auto expected = static_cast<std::size_t>(std::ranges::count(given.list(), true, &Parameter::must_be_used));
  if (used != expected) complain_about_unused(statement, names, given);
}

}  // namespace zx::db
