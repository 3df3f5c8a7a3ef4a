#pragma once
// The law of people and accounts: values in, Result out.

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "modules/org/org.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace zx::org::rules {

constexpr int failures_before_lock = 5;
constexpr Milliseconds lock_lasts = std::chrono::minutes(15);
constexpr Milliseconds link_lasts = std::chrono::hours(24 * 7);
constexpr Milliseconds second_factor_grace = std::chrono::hours(24 * 7);
constexpr std::int64_t smallest_separated = 5;  ///< active users from which on nobody may hold two administration roles

/// Somebody works here up to and including the leave date.
inline bool is_employed(std::optional<Date> leave_date, Date today) { return !leave_date || *leave_date >= today; }

/// Folded and without blanks at the ends. Refuses at "login": json.required, org.login_invalid (blanks inside, control
/// characters, more than 64 characters).
Result<std::string> login(std::string_view typed);

/// Of administrator, security_administrator and auditor nobody holds two, unless the organization has fewer than five
/// active users and says that it is small. Refuses org.administration_separated.
Result<void> keep_separated(std::set<std::string> const& roles, bool small_organization, std::int64_t active_users);

/// What a person is called by: checked, trimmed.
struct Spelling {
  std::string name;
  std::string pinyin;
  std::string initials;
  std::string sort_key;
};
/// `pinyin` as corrected by hand ("shan tian fang" for 单田芳), else the commonest reading. The sort key is the name's in
/// ICU's pinyin order, where a corrected syllable stands among the characters read so.
Spelling spell(std::string_view name, std::optional<std::string> const& pinyin);

/// Adds json.required for blank texts and field.too_long for those beyond `most` characters.
void check_text(std::vector<FieldError>& errors, std::string_view field, std::string_view text, std::size_t most);
void check_optional_text(std::vector<FieldError>& errors, std::string_view field, std::optional<std::string> const& text, std::size_t most);
/// Something before and after one @, without blanks: org.email_invalid.
void check_email(std::vector<FieldError>& errors, std::string_view field, std::optional<std::string> const& email);

/// Blank is the same as absent.
std::optional<std::string> trimmed(std::optional<std::string> const& text);

/// Enough to recognize, too little to misuse: "…5678". For histories.
std::string masked(std::optional<std::string> const& text);

}  // namespace zx::org::rules
