#include "modules/notify/wording.hpp"

#include <algorithm>

#include "modules/notify/store.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::notify {
namespace {

struct Part {
  std::string_view before;
  std::string_view name;  ///< without braces; empty in the last part
  std::string_view written;
};

bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9'); });
}

std::vector<Part> parts_of(std::string_view pattern) {
  std::vector<Part> parts;
  std::size_t begin = 0;
  for (std::size_t from = 0;;) {
    auto const open = pattern.find('{', from);
    auto const close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) break;
    auto const name = pattern.substr(open + 1, close - open - 1);
    from = open + 1;
    if (!is_name(name)) continue;
    parts.push_back({pattern.substr(begin, open - begin), name, pattern.substr(open, close + 1 - open)});
    begin = from = close + 1;
  }
  parts.push_back({pattern.substr(begin), {}, {}});
  return parts;
}

/// Nothing when the line had placeholders and none of them had anything to say.
std::optional<std::string> filled_line(std::string_view line, Settings const& values) {
  std::string text;
  bool asked = false, answered = false;
  for (auto const& part : parts_of(line)) {
    text += part.before;
    if (part.name.empty()) continue;
    asked = true;
    auto const value = values.find(std::string(part.name));
    text += value == values.end() ? part.written : std::string_view(value->second);
    answered = answered || value == values.end() || !value->second.empty();
  }
  if (asked && !answered) return std::nullopt;
  return text;
}

std::string text_of(Catalogue const& texts, std::string_view event, Channel channel, std::string_view part, std::string_view language) {
  auto const stem = "notice." + std::string(event) + ".";
  auto const special = stem + std::string(enum_text(channel)) + "." + std::string(part);
  return texts.text(language, texts.has(language, special) ? special : stem + std::string(part));
}

}  // namespace

std::string fill(std::string_view pattern, Settings const& values) {
  std::string text;
  bool first = true;
  for (auto line : text::split(pattern, '\n')) {
    auto filled = filled_line(line, values);
    if (!filled) continue;
    if (!first) text += '\n';
    text += *filled;
    first = false;
  }
  return text;
}

Words fill(Words const& pattern, Settings const& values) { return {one_line(fill(pattern.subject, values)), fill(pattern.body, values)}; }

std::vector<std::string> placeholders_in(std::string_view pattern) {
  std::vector<std::string> names;
  for (auto const& part : parts_of(pattern))
    if (!part.name.empty() && std::ranges::find(names, part.name) == names.end()) names.emplace_back(part.name);
  return names;
}

Words default_words(Catalogue const& texts, std::string_view event, Channel channel, std::string_view language) {
  return {text_of(texts, event, channel, "subject", language), text_of(texts, event, channel, "body", language)};
}

Words words_for(ReadContext const& ctx, std::string_view event, Channel channel, std::string_view language) {
  if (auto own = store::find_template(ctx, {std::string(event), channel, std::string(language)})) return {own->subject, own->body};
  return default_words(ctx.services.texts, event, channel, language);
}

std::string one_line(std::string_view text, std::size_t characters) {
  std::string line(text::cut(text, characters));
  for (auto& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return std::string(text::trim(line));
}

std::string local_text(Instant at, std::string_view time_zone) {
  calendar::Zone const zone(time_zone);
  return calendar::local_date(at, zone).text() + " " + calendar::local_time(at, zone).text();
}

}  // namespace zx::notify
