#include "modules/notify/channels/judgement.hpp"

#include <algorithm>
#include <charconv>

#include "platform/base/text.hpp"

namespace zx::notify::channels {
namespace {

using outbound::HttpAnswer;
using outbound::HttpOutcome;

constexpr std::size_t longest_detail = 300;

std::string readable(std::string_view text) {
  std::string line(text::is_valid_utf8(text) ? text::cut(text, longest_detail) : std::string_view{});
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return line;
}

/// Seconds only; a date would need our clocks to agree.
std::optional<Milliseconds> retry_after(HttpAnswer const& answer) {
  auto const header = answer.header("retry-after");
  int seconds = 0;
  if (!header || std::from_chars(header->data(), header->data() + header->size(), seconds).ec != std::errc{}) return std::nullopt;
  return std::chrono::seconds(std::clamp(seconds, 1, 24 * 3600));
}

Judgement judgement(HttpAnswer const& answer, Verdict verdict, Trouble trouble) {
  return {verdict, trouble, answer.status == 0 ? "" : std::to_string(answer.status), answer.detail.empty() ? readable(answer.body) : readable(answer.detail),
          verdict == Verdict::try_later ? retry_after(answer) : std::nullopt};
}

bool fits(std::string_view pattern, std::string_view code) {
  return pattern.ends_with('*') ? code.starts_with(pattern.substr(0, pattern.size() - 1)) : code == pattern;
}

std::optional<json::Value> step(json::Value const& value, std::string_view name) {
  if (!value.is_array()) return value.find(name);
  std::size_t index = 0;
  auto const items = value.items();
  if (std::from_chars(name.data(), name.data() + name.size(), index).ec != std::errc{} || index >= items.size()) return std::nullopt;
  return items[index];
}

}  // namespace

std::optional<Judgement> judge_status(HttpAnswer const& answer) {
  if (answer.outcome == HttpOutcome::not_sent) return judgement(answer, Verdict::try_later, Trouble::unreachable);
  if (answer.outcome == HttpOutcome::ambiguous) return judgement(answer, Verdict::ambiguous, Trouble::unreachable);
  if (answer.status >= 200 && answer.status < 300) return std::nullopt;
  switch (answer.status) {
    case 429: return judgement(answer, Verdict::try_later, Trouble::rate_limited);
    case 401:
    case 403:
    case 404:
    case 410: return judgement(answer, Verdict::give_up, Trouble::credentials);
    case 408:
    case 409:
    case 423:
    case 425: return judgement(answer, Verdict::try_later, Trouble::server);
    default: break;
  }
  if (answer.status >= 500) return judgement(answer, Verdict::try_later, Trouble::server);
  if (answer.status >= 400) return judgement(answer, Verdict::give_up, Trouble::content);
  return judgement(answer, Verdict::give_up, Trouble::credentials);
}

Judgement judge_code(std::string_view code, std::string_view message, std::string_view success, std::span<CodeMeaning const> meanings) {
  if (code == success) return {Verdict::delivered, Trouble::none, std::string(code), readable(message), {}};
  auto const meaning = std::ranges::find_if(meanings, [&](CodeMeaning const& each) { return fits(each.code, code); });
  if (meaning == meanings.end()) return {Verdict::try_later, Trouble::server, std::string(text::cut(code, 100)), readable(message), {}};
  auto const wait = meaning->wait_seconds > 0 ? std::optional<Milliseconds>(std::chrono::seconds(meaning->wait_seconds)) : std::nullopt;
  return {meaning->verdict, meaning->trouble, std::string(code), readable(message), wait};
}

Judgement unreadable_answer(HttpAnswer const& answer) { return judgement(answer, Verdict::ambiguous, Trouble::unreadable); }

std::optional<std::string> text_at(json::Value const& value, std::string_view path) {
  std::optional<json::Value> here = value;
  for (auto name : text::split(path, '.')) {
    here = step(*here, name);
    if (!here) return std::nullopt;
  }
  if (auto const text = here->as_string()) return std::string(*text);
  if (auto const number = here->number_text()) return std::string(*number);
  if (auto const boolean = here->as_boolean()) return *boolean ? "true" : "false";
  return std::nullopt;
}

}  // namespace zx::notify::channels
