#include "platform/log/line.hpp"

#include <charconv>
#include <cmath>

namespace zx::log {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
  bool valid = false;
};

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

Character character_at(std::string_view text, std::size_t i) {
  constexpr char32_t lead_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  auto const lead = static_cast<unsigned char>(text[i]);
  auto const length = sequence_length(lead);
  if (length == 0 || i + length > text.size()) return {};
  char32_t code = lead & lead_bits[length];
  for (std::size_t k = 1; k < length; ++k) {
    auto const next = static_cast<unsigned char>(text[i + k]);
    if ((next & 0xC0) != 0x80) return {};
    code = code << 6 | (next & 0x3F);
  }
  if (code < smallest[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {};
  return {code, length, true};
}

// C0, DEL, C1 and the two Unicode line ends; bidirectional overrides reorder what a reader sees.
bool must_be_escaped(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

void append_escape(std::string& out, char32_t code) {
  constexpr char digits[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[code >> shift & 0xF];
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    auto const [code, bytes, valid] = character_at(text, i);
    if (!valid) out += replacement;
    else if (code == '"' || code == '\\') (out += '\\') += static_cast<char>(code);
    else if (code == '\n') out += "\\n";
    else if (code == '\t') out += "\\t";
    else if (must_be_escaped(code)) append_escape(out, code);
    else out += text.substr(i, bytes);
    i += bytes;
  }
  out += '"';
}

bool readable_bare(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t i = 0; i < text.size();) {
    auto const [code, bytes, valid] = character_at(text, i);
    if (!valid || must_be_escaped(code) || code == ' ' || code == '"' || code == '=' || code == '\\') return false;
    i += bytes;
  }
  return true;
}

void append_number(std::string& out, double value) {
  char digits[32];
  auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

void append_value(std::string& out, Value const& value, Format format) {
  auto const& held = value.get();
  if (auto const* flag = std::get_if<bool>(&held)) out += *flag ? "true" : "false";
  else if (auto const* integer = std::get_if<std::int64_t>(&held)) out += std::to_string(*integer);
  else if (auto const* number = std::get_if<double>(&held)) std::isfinite(*number) ? append_number(out, *number) : void(out += "null");
  else if (auto const& text = std::get<std::string>(held); format == Format::text && readable_bare(text)) out += text;
  else append_quoted(out, text);
}

std::string_view word(Level level) {
  switch (level) {
    case Level::debug: return "debug";
    case Level::info: return "info";
    case Level::warning: return "warning";
    case Level::error: return "error";
  }
  return "error";
}

void append_bare_or_quoted(std::string& out, std::string_view text) {
  if (readable_bare(text)) out += text;
  else append_quoted(out, text);
}

std::string text_line(Instant at, Level level, std::string_view event, Fields fields) {
  auto out = at.text() + ' ';
  out += word(level);
  out.append(8 - word(level).size(), ' ');
  append_bare_or_quoted(out, event);
  for (auto const& field : fields) {
    out += ' ';
    append_bare_or_quoted(out, field.name);
    out += '=';
    append_value(out, field.value, Format::text);
  }
  return out;
}

std::string json_line(Instant at, Level level, std::string_view event, Fields fields) {
  std::string out = "{\"time\":\"" + at.text() + "\",\"level\":\"";
  out += word(level);
  out += "\",\"event\":";
  append_quoted(out, event);
  for (auto const& field : fields) {
    out += ',';
    append_quoted(out, field.name);
    out += ':';
    append_value(out, field.value, Format::json);
  }
  return out += '}';
}

}  // namespace

std::string line(Format format, Instant at, Level level, std::string_view event, Fields fields) {
  return format == Format::json ? json_line(at, level, event, fields) : text_line(at, level, event, fields);
}

}  // namespace zx::log
