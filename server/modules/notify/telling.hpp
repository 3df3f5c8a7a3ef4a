#pragma once
// From something that happened to notices in inboxes and deliveries on their way. Private to notify.

#include "modules/followup/events.hpp"
#include "modules/notify/store.hpp"

namespace zx::notify {

/// What happened.
struct News {
  std::string event;       ///< an Occasion's
  std::string occurrence;  ///< unique for ever
  std::string subject_type;
  std::optional<Uuid> subject_id;
  std::string number;
  std::string title;
  Settings values;  ///< of the event's own placeholders
  EmployeeId by{};  ///< whoever did it is not told; nil = the system
  std::optional<followup::Topic> basis_topic;
  std::optional<Instant> basis_at;
};

/// Whom it concerns, and why: "owner" is shown as notice.reason.owner.
struct Told {
  EmployeeId employee;
  std::string reason;
  std::optional<EmployeeId> deputy_of;  ///< when this one cannot be told, that person is
  bool let_in = false;                  ///< has to act on it: becomes a participant where they did not see it
  bool knew = false;                    ///< saw it until now: is told, without a way to it, though they do not see it any more
};

/// The enabled ones, read once for all that is said of one event.
using Accounts = std::vector<store::AccountRow>;

/// Each person once per occurrence, and nobody who may not see the subject (but see `let_in`). In the inbox at once; outside by choice.
void tell(Context const& ctx, News const& news, std::vector<Told> const& people);
void tell(Context const& ctx, News const& news, std::vector<Told> const& people, Accounts const& accounts);

/// A letter goes to one address under the sender's name, whatever its receiver chose to be told by e-mail; only the night holds
/// it back. Nothing is put together with it, because it carries a file.
struct Posted {
  std::optional<EmployeeId> employee;  ///< has it in the inbox, too; absent: somebody outside, known by the letter's id
  Uuid letter;
  std::optional<std::string> address;  ///< absent: on paper only
};
void post_letter(Context const& ctx, News const& news, Posted const& posted);

/// To the group robots that are to hear of this event, once each.
void post_to_groups(Context const& ctx, News const& news, Accounts const& accounts);

/// To the webhooks that subscribed to this event of the modules below.
void post_to_webhooks(Context const& ctx, std::string_view event, std::string const& payload);

/// What reminders said of this subject and no longer holds: out of the inbox, and not sent any more.
void retract_moot(Context const& ctx, Uuid subject);
/// Whether that is so of this one now; never of what reminds of nothing.
bool is_moot(ReadContext const& ctx, store::NoticeRow const& notice);

/// Whether this person sees the subject now.
bool may_see(ReadContext const& ctx, Actor const& person, std::string_view subject_type, std::optional<Uuid> subject);

/// When this person may be disturbed; `wanted` at the earliest.
Instant when_free(ReadContext const& ctx, EmployeeId employee, Kind kind, Instant wanted);
/// The same for a group.
Instant when_group_free(ReadContext const& ctx, Channel channel, AccountId account, Instant wanted, std::string_view seed);

}  // namespace zx::notify
