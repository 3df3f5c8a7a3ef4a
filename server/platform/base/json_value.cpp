#include "platform/base/json_document.hpp"
#include "platform/base/json_reader.hpp"

namespace zx::json {

using Kind = Node::Kind;

bool Value::is_null() const { return node_->kind == Kind::null; }
bool Value::is_object() const { return node_->kind == Kind::object; }
bool Value::is_array() const { return node_->kind == Kind::array; }

std::optional<std::string_view> Value::as_string() const {
  if (node_->kind != Kind::string) return std::nullopt;
  return node_->text();
}

std::optional<std::int64_t> Value::as_integer() const {
  if (node_->kind != Kind::integer) return std::nullopt;
  return node_->integer;
}

std::optional<bool> Value::as_boolean() const {
  if (node_->kind != Kind::boolean) return std::nullopt;
  return node_->boolean;
}

std::optional<std::string_view> Value::number_text() const {
  if (node_->kind != Kind::integer && node_->kind != Kind::number) return std::nullopt;
  return node_->text();
}

std::optional<Value> Value::find(std::string_view key) const {
  auto const* found = find_member(*node_, key);
  if (!found) return std::nullopt;
  return Value(document_, found);
}

std::vector<Value> Value::items() const {
  std::vector<Value> items;
  if (!is_array()) return items;
  items.reserve(node_->count);
  for (std::size_t i = 0; i < node_->count; ++i) items.push_back(Value(document_, node_->items + i));
  return items;
}

std::vector<std::pair<std::string_view, Value>> Value::members() const {
  std::vector<std::pair<std::string_view, Value>> members;
  if (!is_object()) return members;
  members.reserve(node_->count);
  for (std::size_t i = 0; i < node_->count; ++i) {
    auto const& member = node_->members[i];
    members.emplace_back(member.name, Value(document_, &member.value));
  }
  return members;
}

std::string Value::text() const {
  Writer writer;
  write_node(writer, *node_);
  return std::move(writer).take();
}

}  // namespace zx::json
