#include "platform/xlsx/styles.hpp"

#include <charconv>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "platform/xlsx/decimal_text.hpp"

namespace zx::xlsx {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::int64_t kUnixEpochSerial = 25'569;  // 1970-01-01 in the 1900 system
constexpr std::int64_t kFalseLeapDay = 60;         // 1900-02-29: Lotus 1-2-3 had it, so every spreadsheet has
constexpr std::int64_t kLastSerial = 2'958'465;    // 9999-12-31
constexpr std::int64_t k1904Offset = 1'462;

/// Formats every program knows by number (ECMA-376 18.8.30), with the East Asian dates.
NumberStyle built_in_style(int id) {
  if (id == 9 || id == 10) return NumberStyle::percent;
  if ((id >= 18 && id <= 21) || id == 32 || id == 33 || id == 34 || id == 35 || id == 45 || id == 47 || id == 55 || id == 56) return NumberStyle::time_of_day;
  if (id == 46) return NumberStyle::elapsed;
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return NumberStyle::date;
  return NumberStyle::plain;
}

int number_of(char const* text, int otherwise) {
  if (text == nullptr) return otherwise;
  std::string_view const digits = text;
  int value = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

class StylesHandler final : public XmlHandler {
 public:
  StylesHandler(PartReader& reader, std::string const& part, Limits const& limits, std::vector<NumberStyle>& styles)
      : reader_(reader), part_(part), limits_(limits), styles_(styles) {}

  void start(std::string_view name, char const** attributes) override {
    if (name == "cellXfs") in_cell_formats_ = true;
    if (name == "numFmt") {
      auto const* code = attribute(attributes, "formatCode");
      formats_[number_of(attribute(attributes, "numFmtId"), -1)] = style_of_format(code == nullptr ? "" : code);
    }
    if (name == "xf" && in_cell_formats_) styles_.push_back(style_of(number_of(attribute(attributes, "numFmtId"), 0)));
    if (styles_.size() > limits_.max_styles || formats_.size() > limits_.max_styles)
      reader_.refuse(Refusal::of(RefusalKind::too_large, "xlsx.part_too_complex", {{"part", part_}}));
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cell_formats_ = false;
  }
  void text(std::string_view) override {}

 private:
  NumberStyle style_of(int id) const {
    auto const found = formats_.find(id);
    return found == formats_.end() ? built_in_style(id) : found->second;
  }

  PartReader& reader_;
  std::string const& part_;
  Limits const& limits_;
  std::vector<NumberStyle>& styles_;
  std::map<int, NumberStyle> formats_;
  bool in_cell_formats_ = false;
};

std::string clock_text(std::int64_t seconds) {
  auto text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0) text += fmt::format(":{:02}", seconds % 60);
  return text;
}

/// Sets a date from whole seconds since serial 0; false when there is no such day.
bool set_date_cell(table::Cell& cell, std::int64_t seconds, Epoch epoch) {
  auto serial = seconds / kDaySeconds + (epoch == Epoch::from_1904 ? k1904Offset : 0);
  auto const of_day = static_cast<int>(seconds % kDaySeconds);
  if (serial < 1 || serial > kLastSerial || serial == kFalseLeapDay) return false;
  if (serial < kFalseLeapDay) ++serial;
  auto const date = Date::from_days(serial - kUnixEpochSerial);
  cell.set_date(date, of_day == 0 ? std::nullopt : std::optional(of_day));
  return true;
}

/// False when the number is no moment, then it is shown as the number it is.
bool set_moment_cell(table::Cell& cell, std::string_view raw, NumberStyle style, Epoch epoch) {
  double days = 0;
  auto const [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), days);
  if (error != std::errc() || end != raw.data() + raw.size() || !(days >= 0) || days > kLastSerial + 1) return false;
  auto const seconds = static_cast<std::int64_t>(std::llround(days * kDaySeconds));
  bool const is_clock_only = style == NumberStyle::elapsed || (style == NumberStyle::time_of_day && seconds < kDaySeconds);
  if (!is_clock_only) return set_date_cell(cell, seconds, epoch);
  cell.set_text(clock_text(seconds));
  return true;
}

}  // namespace

NumberStyle style_of_format(std::string_view code) {
  bool quoted = false, date = false, clock = false, percent = false;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    char const c = static_cast<char>(code[i] | 0x20);  // letters to lower case
    if (code[i] == '"') quoted = !quoted;
    if (quoted || code[i] == '"') continue;
    if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else if (code[i] == '[') {
      auto const close = code.find(']', i);
      auto const inner = code.substr(i + 1, close == std::string_view::npos ? close : close - i - 1);
      if (!inner.empty() && inner.find_first_not_of("hHmMsS") == std::string_view::npos) return NumberStyle::elapsed;
      if (close == std::string_view::npos) break;
      i = close;
    } else if (code.substr(i).starts_with("General") || code.substr(i).starts_with("GENERAL")) {
      i += 6;
    } else {
      date |= c == 'y' || c == 'd' || c == 'e';
      clock |= c == 'h' || c == 's';
      // A lone m is a month; beside hours or seconds it is minutes, and then the clock is seen anyway.
      date |= c == 'm' && code.find_first_of("hHsS") == std::string_view::npos;
      percent |= code[i] == '%';
    }
  }
  bool const scientific = code.find("E+") != std::string_view::npos || code.find("E-") != std::string_view::npos;
  if (date && !scientific) return NumberStyle::date;
  if (clock) return NumberStyle::time_of_day;
  return percent ? NumberStyle::percent : NumberStyle::plain;
}

Result<std::vector<NumberStyle>> read_styles(Archive& archive, std::string const& part, Limits const& limits) {
  std::vector<NumberStyle> styles;
  TRY(read_part<StylesHandler>(archive, part, limits, part, limits, styles));
  return styles;
}

void set_number_cell(table::Cell& cell, std::string_view raw, NumberStyle style, Epoch epoch) {
  bool const is_moment = style == NumberStyle::date || style == NumberStyle::time_of_day || style == NumberStyle::elapsed;
  if (is_moment && set_moment_cell(cell, raw, style, epoch)) return;
  auto const decimal = table::plain_decimal(raw);
  if (!decimal) return cell.set_text(raw);
  cell.set_number(*decimal);
  if (style == NumberStyle::percent) cell.text = table::shifted(*decimal, 2) + "%";
}

}  // namespace zx::xlsx
