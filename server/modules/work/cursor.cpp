#include "modules/work/cursor.hpp"

#include <charconv>

#include "platform/base/text.hpp"

namespace zx::work {
namespace {

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string text_of(Cursor const& cursor) {
  return std::string(enum_text(cursor.order)) + "." + std::to_string(cursor.time) + "." + std::to_string(cursor.importance) + "." + cursor.id.text();
}

std::optional<Cursor> cursor_from(std::string_view text) {
  auto parts = text::split(text, '.');
  if (parts.size() != 4) return std::nullopt;
  auto order = enum_from<Order>(parts[0]);
  auto time = number(parts[1]);
  auto importance = number(parts[2]);
  auto id = WorkItemId::parse(parts[3]);
  if (!order || !time || !importance || !id) return std::nullopt;
  return Cursor{*order, *time, *importance, *id};
}

}  // namespace zx::work
