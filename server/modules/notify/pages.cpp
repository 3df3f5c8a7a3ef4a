#include "modules/notify/pages.hpp"

#include <charconv>

namespace zx::notify {

std::string text_of(PageEnd const& end) { return std::to_string(end.at.ms) + "." + end.id.text(); }

Result<PageEnd> page_end(std::string_view text) {
  auto const refusal = Refusal::invalid_field("after", "request.cursor_invalid");
  auto const dot = text.find('.');
  if (dot == text.npos) return refusal;
  PageEnd end;
  auto const [stop, error] = std::from_chars(text.data(), text.data() + dot, end.at.ms);
  auto const id = Uuid::parse(text.substr(dot + 1));
  if (error != std::errc{} || stop != text.data() + dot || !id) return refusal;
  end.id = *id;
  return end;
}

Result<std::int64_t> limit_of(std::optional<std::int64_t> wanted) {
  constexpr std::int64_t most = 200;
  if (wanted && (*wanted < 1 || *wanted > most)) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most)}});
  return wanted.value_or(50);
}

}  // namespace zx::notify
