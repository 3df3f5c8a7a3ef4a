#pragma once
// What a customer may be and which customers look alike: values in, result out. Private to customer.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/customer/customers.hpp"
#include "modules/customer/products.hpp"

namespace zx::customer::rules {

/// Every wrong field of a customer as it would be. Contacts are at contacts.<i>.
std::vector<FieldError> wrong_fields(NewCustomerForm const& form);
std::vector<FieldError> wrong_fields(NewContactForm const& form, std::string_view path = {});
std::vector<FieldError> wrong_fields(NewProductForm const& form);

/// Without blanks at the ends; a blank text is no text.
std::optional<std::string> tidy(std::optional<std::string> const& text);

/// The name for comparing: folded, without blanks, signs and its legal form (有限公司, Co., Ltd. …), which say nothing about who it is.
std::string name_key(std::string_view name);
/// The pairs of neighbouring characters of a key, as often as they occur; one for a key of a single character.
std::vector<std::uint64_t> pairs_of(std::string_view key);
std::int64_t count_pairs(std::string_view key);
/// The digits of a phone number, +86 and 0086 taken off; nothing when they are too few to tell anybody apart.
std::optional<std::string> phone_key(std::optional<std::string> const& phone);

/// Two names from this similarity on look alike.
inline constexpr double alike_from = 0.8;
/// Sørensen–Dice over the pairs: 2·common / (pairs of one + pairs of the other); 1 for equal keys.
double similarity(std::string_view key, std::string_view other_key);
/// Between how many and how many pairs a key must have to be alike to one of `pairs`.
struct PairRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
PairRange pairs_alike_to(std::int64_t pairs);

/// "138****0000"; shorter numbers show less.
std::string masked_phone(std::optional<std::string> const& phone);
/// "l…@example.org"
std::string masked_email(std::optional<std::string> const& email);

/// "C-000123"
std::string number_text(std::int64_t counter);

}  // namespace zx::customer::rules
