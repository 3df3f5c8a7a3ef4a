#pragma once
// Everything people can be told about, by name; the table behind choices, templates and accounts.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/notify/notify.hpp"

namespace zx::notify {

struct Occasion {
  std::string_view event;  ///< its texts: notice.<event>.subject and .body
  Kind kind;
  std::vector<std::string_view> placeholders;  ///< its own, beside the common ones
};

std::span<Occasion const> occasions();
/// Nullptr for a name nobody knows.
Occasion const* find_occasion(std::string_view event);
/// Its own and the common ones, in the order to show.
std::vector<std::string> placeholders_of(Occasion const& occasion);

/// It goes to somebody without an account.
bool is_to_outsider(std::string_view event);
/// It goes to one address under the sender's name, whatever its receiver chose.
bool is_letter(std::string_view event);

/// Events of the modules below that webhooks may subscribe to.
std::span<std::string_view const> webhook_events();

namespace event_words {
inline constexpr std::string_view handoff_unanswered = "reminder.handoff_unanswered";
inline constexpr std::string_view handoff_offered = "work.handoff_offered";
inline constexpr std::string_view handoff_accepted = "work.handoff_accepted";
inline constexpr std::string_view handoff_declined = "work.handoff_declined";
inline constexpr std::string_view attention = "work.attention";
inline constexpr std::string_view urging_letter = "work.urging_letter";
inline constexpr std::string_view urging_letter_outside = "work.urging_letter_outside";
inline constexpr std::string_view requester_mail = "work.requester_mail";
inline constexpr std::string_view requester_link = "work.requester_link";
inline constexpr std::string_view customers_received = "customer.received";
inline constexpr std::string_view customers_given = "customer.given";
inline constexpr std::string_view responsibilities_received = "org.responsibilities_received";
inline constexpr std::string_view mentioned = "work.mentioned";
inline constexpr std::string_view commented = "work.commented";
inline constexpr std::string_view closed = "work.closed";
inline constexpr std::string_view morning = "digest.morning";
inline constexpr std::string_view merged = "digest.merged";
inline constexpr std::string_view account_disabled = "account.disabled";
inline constexpr std::string_view trial = "account.trial";
inline constexpr std::string_view webhook = "webhook";
}  // namespace event_words

}  // namespace zx::notify
