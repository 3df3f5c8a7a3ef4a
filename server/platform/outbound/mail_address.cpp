#include "platform/outbound/mail_address.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace zx::outbound {
namespace {

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool is_local_part(std::string_view text) {
  constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~.";
  return !text.empty() && text.size() <= 64 && !text.starts_with('.') && !text.ends_with('.') && text.find("..") == text.npos &&
         std::ranges::all_of(text, [&](char c) { return is_letter_or_digit(c) || marks.find(c) != marks.npos; });
}

bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= 63 && !text.starts_with('-') && !text.ends_with('-') &&
         std::ranges::all_of(text, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_host(std::string_view text) { return std::ranges::all_of(text::split(text, '.'), is_label); }

}  // namespace

bool is_mail_address(std::string_view text) {
  auto const at = text.rfind('@');
  return at != text.npos && text.size() <= 254 && is_local_part(text.substr(0, at)) && is_host(text.substr(at + 1));
}

Result<void> check_mail_address(std::string_view text) {
  if (!is_mail_address(text)) return Refusal::invalid("outbound.mail_address_invalid", {{"address", std::string(text::cut(text, 100))}});
  return {};
}

}  // namespace zx::outbound
