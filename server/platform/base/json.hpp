#pragma once
// JSON goes in and out through described structs, and only so; the parser stays inside json_document.cpp.
//
//   std::string text = to_json(view);
//   auto form = TRY(from_json<HandoffForm>(body));       // every wrong field at once, or the form
//
// Members may be: bool, integers, std::string, text values (Uuid, Id, Instant, Date, TimeOfDay, Decimal, own ones with a
// TextFormat), Money (integer fen), described enums (their words), std::optional (absent or null is nullopt; written as
// null), Patch (absent is not written), std::vector, std::map<std::string, T>, described structs and json::Raw.
// Optional, Patch, vector and map members may be absent; every other member is required.

#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/base/json_reader.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/base/patch.hpp"
#include "platform/base/result.hpp"
#include "platform/base/text_value.hpp"

namespace zx {

namespace json {

/// Any JSON value, kept as compact text (numbers as they were written).
struct Raw {
  std::string text = "null";
  bool operator==(Raw const&) const = default;
};

template <class T, template <class...> class Template>
inline constexpr bool is_a = false;
template <template <class...> class Template, class... A>
inline constexpr bool is_a<Template<A...>, Template> = true;

template <class T>
inline constexpr bool is_text_map = false;
template <class T, class... Rest>
inline constexpr bool is_text_map<std::map<std::string, T, Rest...>> = true;

/// Whether a member of this type may be absent.
template <class T>
inline constexpr bool may_be_absent = is_a<T, std::optional> || is_a<T, Patch> || is_a<T, std::vector> || is_text_map<T>;

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

template <class T>
inline constexpr bool unsupported = false;

template <class T>
void write(Writer& writer, T const& value);
template <class T>
void read(Reader& reader, T& value);

// --- writing -----------------------------------------------------------------------------------------------------

template <DescribedStruct T>
void write_struct(Writer& writer, T const& value) {
  writer.begin_object();
  for_each_member<T>([&](std::string_view name, auto pointer) {
    auto const& member = value.*pointer;
    if constexpr (is_a<std::remove_cvref_t<decltype(member)>, Patch>) {
      if (member.is_absent()) return;
    }
    writer.key(name);
    write(writer, member);
  });
  writer.end_object();
}

template <class T>
void write_nullable(Writer& writer, T const& value) {
  if (value.has_value()) write(writer, value.value());
  else writer.null();
}

template <class T>
void write_items(Writer& writer, std::vector<T> const& items) {
  writer.begin_array();
  for (T const& item : items) write(writer, item);
  writer.end_array();
}

template <class Map>
void write_map(Writer& writer, Map const& map) {
  writer.begin_object();
  for (auto const& [name, value] : map) {
    writer.key(name);
    write(writer, value);
  }
  writer.end_object();
}

template <class T>
void write(Writer& writer, T const& value) {
  if constexpr (std::same_as<T, bool>) writer.boolean(value);
  else if constexpr (Integer<T>) writer.integer(static_cast<std::int64_t>(value));
  else if constexpr (std::convertible_to<T const&, std::string_view>) writer.string(value);
  else if constexpr (TextValue<T>) writer.string(value.text());
  else if constexpr (std::same_as<T, Money>) writer.integer(value.fen);
  else if constexpr (std::same_as<T, Raw>) writer.raw(value.text);
  else if constexpr (DescribedEnum<T>) writer.string(enum_text(value));
  else if constexpr (is_a<T, std::optional> || is_a<T, Patch>) write_nullable(writer, value);
  else if constexpr (is_a<T, std::vector>) write_items(writer, value);
  else if constexpr (is_text_map<T>) write_map(writer, value);
  else if constexpr (DescribedStruct<T>) write_struct(writer, value);
  else static_assert(unsupported<T>, "this type has no JSON form: describe it, or give it a TextFormat");
}

// --- reading -----------------------------------------------------------------------------------------------------

template <DescribedStruct T>
void read_struct(Reader& reader, T& value) {
  if (!reader.begin_object()) return;
  for_each_member<T>([&](std::string_view name, auto pointer) {
    using Member = std::remove_cvref_t<decltype(value.*pointer)>;
    auto const presence = may_be_absent<Member> ? Presence::optional : std::same_as<Member, Raw> ? Presence::required_or_null : Presence::required;
    if (!reader.enter(name, presence)) return;
    read(reader, value.*pointer);
    reader.leave();
  });
  reader.refuse_unknown(member_names<T>());
}

template <class T>
void read_optional(Reader& reader, std::optional<T>& value) {
  value.reset();
  if (!reader.is_null()) read(reader, value.emplace());
}

template <class T>
void read_patch(Reader& reader, Patch<T>& value) {
  value = reader.is_null() ? Patch<T>::null() : Patch<T>(T{});
  if (value.has_value()) read(reader, value.value());
}

template <class T>
void read_items(Reader& reader, std::vector<T>& items) {
  items.clear();
  if (!reader.begin_array()) return;
  items.reserve(reader.size());
  for (std::size_t i = 0; i < reader.size(); ++i) {
    reader.enter_item(i);
    T item{};
    read(reader, item);
    items.push_back(std::move(item));
    reader.leave();
  }
}

template <class Map>
void read_map(Reader& reader, Map& map) {
  map.clear();
  if (!reader.begin_object()) return;
  for (std::size_t i = 0; i < reader.size(); ++i) {
    std::string name(reader.enter_member(i));
    read(reader, map[std::move(name)]);
    reader.leave();
  }
}

template <TextValue T>
void read_text_value(Reader& reader, T& value) {
  constexpr auto numbers = std::same_as<T, Decimal> ? Numbers::accepted_as_text : Numbers::refused;
  auto text = reader.text_value(TextFormat<T>::refusal, numbers);
  if (!text) return;
  if (auto parsed = T::parse(*text)) value = *parsed;
  else reader.fail(TextFormat<T>::refusal);
}

template <DescribedEnum E>
void read_word(Reader& reader, E& value) {
  if (auto index = reader.word(enum_texts<E>())) value = *enum_from<E>(enum_texts<E>()[*index]);
}

template <Integer T>
void read_integer(Reader& reader, T& value) {
  using Limits = std::numeric_limits<T>;
  constexpr auto highest = std::cmp_less(std::numeric_limits<std::int64_t>::max(), Limits::max()) ? std::numeric_limits<std::int64_t>::max()
                                                                                                  : static_cast<std::int64_t>(Limits::max());
  if (auto integer = reader.integer(static_cast<std::int64_t>(Limits::min()), highest)) value = static_cast<T>(*integer);
}

template <class T>
void read(Reader& reader, T& value) {
  if constexpr (std::same_as<T, bool>) value = reader.boolean().value_or(value);
  else if constexpr (Integer<T>) read_integer(reader, value);
  else if constexpr (std::same_as<T, std::string>) reader.string(value);
  else if constexpr (TextValue<T>) read_text_value(reader, value);
  else if constexpr (std::same_as<T, Money>) read_integer(reader, value.fen);
  else if constexpr (std::same_as<T, Raw>) value.text = reader.raw();
  else if constexpr (DescribedEnum<T>) read_word(reader, value);
  else if constexpr (is_a<T, std::optional>) read_optional(reader, value);
  else if constexpr (is_a<T, Patch>) read_patch(reader, value);
  else if constexpr (is_a<T, std::vector>) read_items(reader, value);
  else if constexpr (is_text_map<T>) read_map(reader, value);
  else if constexpr (DescribedStruct<T>) read_struct(reader, value);
  else static_assert(unsupported<T>, "this type has no JSON form: describe it, or give it a TextFormat");
}

}  // namespace json

template <class T>
std::string to_json(T const& value) {
  json::Writer writer;
  json::write(writer, value);
  return std::move(writer).take();
}

/// Refuses malformed text ("json.malformed", `position` in bytes), more than 32 levels ("json.too_deep"), repeated keys
/// ("json.duplicate_key") and, with all their paths at once, the fields that do not fit T.
template <class T>
Result<T> from_json(std::string_view text) {
  auto document = TRY(json::Value::parse(text));
  json::Reader reader(document);
  T value{};
  json::read(reader, value);
  if (reader.failed()) return Refusal::invalid_fields(std::move(reader).errors());
  return value;
}

}  // namespace zx
