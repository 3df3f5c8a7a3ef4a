#include "platform/base/json_reader.hpp"

#include <algorithm>

#include "platform/base/json_document.hpp"

namespace zx::json {
namespace {

using Kind = Node::Kind;

constexpr std::size_t most_errors = 100;

// PostgreSQL's text cannot hold it, and no form field means it.
bool has_null_character(std::string_view text) { return text.find('\0') != std::string_view::npos; }

std::string joined(std::span<std::string_view const> words) {
  std::string text;
  for (auto word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

bool holds_too_large_integer(Node const& node) {
  if (node.kind == Kind::array) return std::any_of(node.items, node.items + node.count, holds_too_large_integer);
  if (node.kind == Kind::object) return std::any_of(node.members, node.members + node.count, [](Member const& m) { return holds_too_large_integer(m.value); });
  return exceeds_integers(node);
}

std::string joined_path(std::string path, std::string_view name) {
  if (!path.empty()) path += '.';
  return path += name;
}

}  // namespace

Reader::Reader(Value const& root) : root_(root), steps_{{root.node_, {}, 0}} {}

bool Reader::is_null() const { return here().kind == Kind::null; }

std::optional<bool> Reader::boolean() {
  if (here().kind == Kind::boolean) return here().boolean;
  fail("json.expected_boolean");
  return std::nullopt;
}

std::optional<std::int64_t> Reader::integer(std::int64_t lowest, std::int64_t highest) {
  if (here().kind == Kind::integer && here().integer >= lowest && here().integer <= highest) return here().integer;
  if (here().kind == Kind::integer || exceeds_integers(here()))
    fail("json.number_out_of_range", {{"lowest", std::to_string(lowest)}, {"highest", std::to_string(highest)}});
  else fail("json.expected_integer");
  return std::nullopt;
}

void Reader::string(std::string& value) {
  if (here().kind != Kind::string) return fail("json.expected_string");
  if (has_null_character(here().text())) return fail("json.null_character");
  value = here().text();
}

std::optional<std::string_view> Reader::text_value(std::string_view refusal, Numbers numbers) {
  bool const is_number = here().kind == Kind::integer || here().kind == Kind::number;
  if (here().kind == Kind::string || (is_number && numbers == Numbers::accepted_as_text)) return here().text();
  fail(refusal);
  return std::nullopt;
}

std::optional<std::size_t> Reader::word(std::span<std::string_view const> allowed) {
  if (here().kind == Kind::string) {
    auto const found = std::ranges::find(allowed, here().text());
    if (found != allowed.end()) return found - allowed.begin();
  }
  fail("json.unknown_word", {{"allowed", joined(allowed)}});
  return std::nullopt;
}

std::string Reader::raw() {
  if (holds_too_large_integer(here())) fail("json.number_out_of_range", {{"lowest", "-9223372036854775808"}, {"highest", "9223372036854775807"}});
  Writer writer;
  write_node(writer, here());
  return std::move(writer).take();
}

bool Reader::begin_object() {
  if (here().kind == Kind::object) return true;
  fail("json.expected_object");
  return false;
}

bool Reader::begin_array() {
  if (here().kind == Kind::array) return true;
  fail("json.expected_array");
  return false;
}

std::size_t Reader::size() const { return here().count; }

bool Reader::enter(std::string_view name, Presence presence) {
  auto const* node = find_member(here(), name);
  bool const missing = !node || (node->kind == Kind::null && presence == Presence::required);
  if (missing && presence != Presence::optional) report(joined_path(path(), name), "json.required", {});
  if (!node || (missing && presence != Presence::optional)) return false;
  steps_.push_back({node, name, 0});
  return true;
}

std::string_view Reader::enter_member(std::size_t index) {
  auto const& member = here().members[index];
  steps_.push_back({&member.value, member.name, index});
  if (has_null_character(member.name)) fail("json.null_character");
  return member.name;
}

void Reader::enter_item(std::size_t index) { steps_.push_back({&here().items[index], {}, index}); }

void Reader::leave() { steps_.pop_back(); }

void Reader::refuse_unknown(std::span<std::string_view const> known) {
  auto const& object = here();
  for (std::size_t i = 0; i < object.count && errors_.size() < most_errors; ++i) {
    auto const name = object.members[i].name;
    if (std::ranges::find(known, name) != known.end()) continue;
    report(joined_path(path(), name), "json.unknown_field", {{"name", std::string(name)}});
  }
}

void Reader::fail(std::string_view code, RefusalArguments arguments) { report(path(), code, std::move(arguments)); }

std::string Reader::path() const {
  std::string path;
  for (std::size_t i = 1; i < steps_.size(); ++i) {
    bool const is_item = steps_[i - 1].node->kind == Kind::array;
    path = joined_path(std::move(path), is_item ? std::to_string(steps_[i].index) : std::string(steps_[i].name));
  }
  return path;
}

void Reader::report(std::string path, std::string_view code, RefusalArguments arguments) {
  if (errors_.size() >= most_errors) return;
  errors_.push_back({std::move(path), std::string(code), std::move(arguments)});
}

}  // namespace zx::json
