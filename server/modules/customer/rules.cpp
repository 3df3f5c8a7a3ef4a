#include "modules/customer/rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "platform/base/text.hpp"

namespace zx::customer::rules {
namespace {

constexpr std::size_t longest_number = 40;
constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_word = 60;
constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_text = 4000;
constexpr std::size_t most_contacts = 20;
constexpr std::size_t fewest_digits = 7;

using Errors = std::vector<FieldError>;

void check_text(Errors& errors, std::string field, std::string_view text, std::size_t most) {
  if (text::trim(text).empty()) errors.push_back({std::move(field), "json.required", {}});
  else if (text::length(text) > most) errors.push_back({std::move(field), "field.too_long", {{"most", std::to_string(most)}}});
}

void check_optional(Errors& errors, std::string field, std::optional<std::string> const& text, std::size_t most) {
  if (text && text::length(*text) > most) errors.push_back({std::move(field), "field.too_long", {{"most", std::to_string(most)}}});
}

void check_email(Errors& errors, std::string field, std::optional<std::string> const& typed) {
  auto const email = tidy(typed);
  if (!email) return;
  auto const at = email->find('@');
  bool const fits = at != std::string::npos && at > 0 && at + 1 < email->size() && email->find('@', at + 1) == std::string::npos &&
                    email->find_first_of(" \t\r\n") == std::string::npos && text::length(*email) <= longest_line;
  if (!fits) errors.push_back({std::move(field), "customer.email_invalid", {}});
}

/// The characters of valid UTF-8.
std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> all;
  all.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    auto const lead = static_cast<unsigned char>(text[i]);
    std::size_t const bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = bytes == 1 ? lead : lead & (0xFF >> (bytes + 1));
    for (std::size_t k = 1; k < bytes && i + k < text.size(); ++k) c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    all.push_back(c);
    i += bytes;
  }
  return all;
}

/// Blanks and signs say nothing about who somebody is.
bool counts(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  bool const is_sign = c < 0xC0 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE30 && c <= 0xFE6F) || c >= 0xFF00;
  return !is_sign;
}

bool is_legal_word(std::string_view word) {
  static constexpr std::array words = {"co", "ltd", "limited", "inc", "llc", "corp", "corporation", "company", "gmbh", "plc"};
  return std::ranges::find(words, word) != words.end();
}

/// The parts between signs and blanks.
std::vector<std::string> words_of(std::string_view name) {
  auto const folded = text::fold(name);
  std::vector<std::string> words(1);
  for (std::string_view rest = folded; !rest.empty();) {
    auto const one = text::cut(rest, 1);
    rest.remove_prefix(one.size());
    if (counts(characters(one).front())) words.back() += one;
    else if (!words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

void take_off_legal_form(std::string& key) {
  static constexpr std::array<std::string_view, 6> forms = {"股份有限公司", "有限责任公司", "有限公司", "集团公司", "公司", "集团"};
  for (auto form = forms.begin(); form != forms.end();) {
    bool const stands = key.size() > form->size() && key.ends_with(*form);
    if (stands) key.resize(key.size() - form->size());
    form = stands ? forms.begin() : std::next(form);
  }
}

std::vector<std::uint64_t> sorted_pairs(std::string_view key) {
  auto all = pairs_of(key);
  std::ranges::sort(all);
  return all;
}

std::size_t in_common(std::vector<std::uint64_t> const& one, std::vector<std::uint64_t> const& other) {
  std::size_t common = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b) ++common;
    bool const first = *a <= *b, second = *b <= *a;
    a += first;
    b += second;
  }
  return common;
}

}  // namespace

std::vector<FieldError> wrong_fields(NewContactForm const& form, std::string_view path) {
  Errors errors;
  auto at = [&](std::string_view field) { return std::string(path) + std::string(field); };
  check_text(errors, at("name"), form.name, longest_word);
  check_optional(errors, at("title"), form.title, longest_word);
  check_optional(errors, at("phone"), form.phone, longest_word);
  check_email(errors, at("email"), form.email);
  check_optional(errors, at("note"), form.note, longest_text);
  return errors;
}

std::vector<FieldError> wrong_fields(NewCustomerForm const& form) {
  Errors errors;
  if (form.number) check_text(errors, "number", *form.number, longest_number);
  check_text(errors, "name", form.name, longest_name);
  check_optional(errors, "industry", form.industry, longest_word);
  check_optional(errors, "region", form.region, longest_word);
  check_optional(errors, "address", form.address, longest_line);
  check_optional(errors, "note", form.note, longest_text);
  if (form.contacts.size() > most_contacts) errors.push_back({"contacts", "field.too_many", {{"most", std::to_string(most_contacts)}}});
  for (std::size_t i = 0; i < form.contacts.size() && i < most_contacts; ++i)
    std::ranges::move(wrong_fields(form.contacts[i], "contacts." + std::to_string(i) + "."), std::back_inserter(errors));
  return errors;
}

std::vector<FieldError> wrong_fields(NewProductForm const& form) {
  Errors errors;
  check_text(errors, "code", form.code, longest_number);
  check_text(errors, "name", form.name, longest_word);
  check_optional(errors, "unit", form.unit, longest_word);
  return errors;
}

std::optional<std::string> tidy(std::optional<std::string> const& text) {
  if (!text) return std::nullopt;
  auto kept = text::trim(*text);
  return kept.empty() ? std::nullopt : std::optional(std::string(kept));
}

std::string name_key(std::string_view name) {
  auto words = words_of(name);
  while (words.size() > 1 && is_legal_word(words.back())) words.pop_back();
  std::string key;
  for (auto const& word : words) key += word;
  take_off_legal_form(key);
  return key.empty() ? text::fold(text::trim(name)) : key;
}

std::vector<std::uint64_t> pairs_of(std::string_view key) {
  auto const all = characters(key);
  std::vector<std::uint64_t> pairs;
  if (all.size() == 1) pairs.push_back(static_cast<std::uint64_t>(all[0]) << 32);
  for (std::size_t i = 1; i < all.size(); ++i) pairs.push_back((static_cast<std::uint64_t>(all[i - 1]) << 32) | all[i]);
  return pairs;
}

std::int64_t count_pairs(std::string_view key) { return static_cast<std::int64_t>(pairs_of(key).size()); }

std::optional<std::string> phone_key(std::optional<std::string> const& phone) {
  if (!phone) return std::nullopt;
  auto digits = text::fold(*phone);
  bool const abroad = text::trim(digits).starts_with('+');
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  if (abroad && digits.starts_with("86")) digits.erase(0, 2);
  if (digits.starts_with("0086")) digits.erase(0, 4);
  if (digits.size() < fewest_digits) return std::nullopt;
  return digits;
}

double similarity(std::string_view key, std::string_view other_key) {
  if (key == other_key) return 1;
  auto const one = sorted_pairs(key), other = sorted_pairs(other_key);
  if (one.empty() || other.empty()) return 0;
  return 2.0 * static_cast<double>(in_common(one, other)) / static_cast<double>(one.size() + other.size());
}

// 2·min(a,b)/(a+b) ≥ t bounds the other's count on both sides.
PairRange pairs_alike_to(std::int64_t pairs) {
  auto const a = static_cast<double>(pairs);
  return {static_cast<std::int64_t>(std::ceil(a * alike_from / (2 - alike_from) - 1e-9)),
          static_cast<std::int64_t>(std::floor(a * (2 - alike_from) / alike_from + 1e-9))};
}

std::string masked_phone(std::optional<std::string> const& phone) {
  if (!phone) return {};
  auto const shown = std::string(text::trim(*phone));
  auto const length = text::length(shown);
  if (length < 8) return "****";
  std::string_view tail = shown;
  while (text::length(tail) > 4) tail.remove_prefix(text::cut(tail, 1).size());
  return std::string(text::cut(shown, length >= 11 ? 3 : 0)) + "****" + std::string(tail);
}

std::string masked_email(std::optional<std::string> const& email) {
  if (!email) return {};
  auto const at = email->find('@');
  return std::string(text::cut(*email, 1)) + "…" + (at == std::string::npos ? std::string{} : email->substr(at));
}

std::string number_text(std::int64_t counter) {
  auto digits = std::to_string(counter);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return "C-" + digits;
}

}  // namespace zx::customer::rules
