#include "modules/goal/periods.hpp"

#include <charconv>

#include "platform/base/text.hpp"

namespace zx::goal {
namespace {

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string month_text(std::int64_t month) { return std::to_string(month / 12) + "-" + two_digits(month % 12 + 1); }

std::optional<std::int64_t> number_from(std::string_view text) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

bool drop_end(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}

/// Every dash people type becomes one.
std::string with_plain_dashes(std::string_view text) {
  std::string plain(text);
  for (std::string_view dash : {"–", "—", "~", "～", "至"})
    for (auto at = plain.find(dash); at != plain.npos; at = plain.find(dash, at)) plain.replace(at, dash.size(), "-");
  return plain;
}

std::optional<Span> part_of_year(std::int64_t year, std::int64_t which, std::int64_t parts) {
  if (which < 1 || which > parts) return std::nullopt;
  auto const length = 12 / parts;
  auto const from = year * 12 + (which - 1) * length;
  return Span{from, from + length - 1};
}

std::optional<Span> named(std::string_view text, std::int64_t year) {
  if (text == "year" || text == "全年" || text == "年度") return Span::of_year(year);
  if (text == "上半年") return part_of_year(year, 1, 2);
  if (text == "下半年") return part_of_year(year, 2, 2);
  constexpr std::string_view quarters[] = {"一季度", "二季度", "三季度", "四季度"};
  for (int i = 0; i < 4; ++i)
    if (text.ends_with(quarters[i])) return part_of_year(year, i + 1, 4);
  auto rest = text;
  if (drop_end(rest, "季度")) return number_from(rest) ? part_of_year(year, *number_from(rest), 4) : std::nullopt;
  if (text.size() == 2 && text[0] == 'q') return part_of_year(year, text[1] - '0', 4);
  if (text.size() == 2 && text[0] == 'h') return part_of_year(year, text[1] - '0', 2);
  return std::nullopt;
}

std::optional<Span> months(std::string_view text, std::int64_t year) {
  auto const dash = text.find('-');
  auto from = number_from(text.substr(0, dash));
  auto to = dash == text.npos ? from : number_from(text.substr(dash + 1));
  if (!from || !to || *from < 1 || *to > 12 || *from > *to) return std::nullopt;
  return Span{year * 12 + *from - 1, year * 12 + *to - 1};
}

Refusal at(std::string_view field, std::size_t index, std::string code, std::string_view text) {
  return Refusal::invalid_field(std::string(field) + "." + std::to_string(index), std::move(code), {{"period", std::string(text)}});
}

}  // namespace

std::string Span::text() const {
  auto const first = two_digits(from % 12 + 1);
  return from == to ? first : first + "-" + two_digits(to % 12 + 1);
}

std::string Span::first_month() const { return month_text(from); }
std::string Span::last_month() const { return month_text(to); }

std::optional<Span> span_from(std::string_view written, std::int64_t year) {
  auto const folded = with_plain_dashes(text::fold(text::trim(written)));
  std::string_view text = folded;
  if (auto found = named(text, year)) return found;
  drop_end(text, "月份") || drop_end(text, "月");
  auto const own_year = std::to_string(year) + "-";
  if (text.size() == own_year.size() + 2 && text.starts_with(own_year)) text.remove_prefix(own_year.size());
  std::string bare;
  for (std::string_view rest = text; !rest.empty();) {  // "7月-12"
    if (rest.starts_with("月")) rest.remove_prefix(std::string_view("月").size());
    else bare += rest.front(), rest.remove_prefix(1);
  }
  return months(bare, year);
}

Result<std::vector<Span>> spans_from(std::vector<std::string> const& texts, Span whole, std::string_view field) {
  std::vector<Span> spans;
  if (texts.empty())
    for (auto month = whole.from; month <= whole.to; ++month) spans.push_back({month, month});
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto const span = span_from(texts[i], whole.year());
    if (!span) return at(field, i, "target.period_unknown", texts[i]);
    if (!whole.contains(*span)) return at(field, i, "target.period_outside", texts[i]);
    auto const next = spans.empty() ? whole.from : spans.back().to + 1;
    if (span->from < next) return at(field, i, "target.periods_overlap", texts[i]);
    if (span->from > next) return at(field, i, "target.periods_have_hole", Span{next, span->from - 1}.text());
    spans.push_back(*span);
  }
  if (spans.back().to < whole.to) return at(field, texts.size() - 1, "target.periods_have_hole", Span{spans.back().to + 1, whole.to}.text());
  return spans;
}

}  // namespace zx::goal
