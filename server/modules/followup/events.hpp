#pragma once
// What followup tells the others, after the fact.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/access/actor.hpp"
#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/base/uuid.hpp"

namespace zx::followup {

using CommitmentId = Id<struct CommitmentTag>;
using FollowUpId = Id<struct FollowUpTag>;

struct FollowUpRecorded {
  static constexpr std::string_view event_name = "followup.recorded";
  CommitmentId commitment;
  std::string subject_type;
  FollowUpId follow_up;
  EmployeeId by;
  std::optional<std::int64_t> progress;
  std::optional<Instant> next_at;
};
BOOST_DESCRIBE_STRUCT(FollowUpRecorded, (), (commitment, subject_type, follow_up, by, progress, next_at))

/// What a reminder is about: the next look, the due time, or a handoff nobody has answered.
enum class Topic { follow_up, due, handoff };
BOOST_DESCRIBE_ENUM(Topic, follow_up, due, handoff)

/// Why somebody is told.
enum class Standpoint { owner, handler, receiver, supervisor, department_head, above };
BOOST_DESCRIBE_ENUM(Standpoint, owner, handler, receiver, supervisor, department_head, above)

struct Recipient {
  EmployeeId employee;
  Standpoint as = Standpoint::owner;
  std::optional<EmployeeId> deputy_of;  ///< told in place of this person
};
BOOST_DESCRIBE_STRUCT(Recipient, (), (employee, as, deputy_of))

/// The time of a reminder has come, or of an escalation. Published once per occurrence, always inside working hours.
struct ReminderDue {
  static constexpr std::string_view event_name = "followup.reminder_due";
  CommitmentId commitment;
  std::string subject_type;
  std::string number;
  std::string title;
  Topic topic = Topic::follow_up;
  std::int64_t rung = 0;    ///< position in the policy's ladder, from 0
  bool escalation = false;  ///< goes beyond the owner: personal muting does not hold it back
  Instant basis;            ///< the time it is about: next follow-up, due, or the handoff's limit
  std::string occurrence;   ///< unique for ever; whoever has seen it does nothing again
  std::vector<Recipient> recipients;
};
BOOST_DESCRIBE_STRUCT(ReminderDue, (), (commitment, subject_type, number, title, topic, rung, escalation, basis, occurrence, recipients))

/// A commitment has another time to be reminded of (its next look or due time, or a rest), or it was closed: what reminders said of it may
/// hold no longer. A recorded follow-up tells the same by itself.
struct TimesMoved {
  static constexpr std::string_view event_name = "followup.times_moved";
  CommitmentId commitment;
};
BOOST_DESCRIBE_STRUCT(TimesMoved, (), (commitment))

/// One person has to look at what another asks or answers about a followed thing: text `notice.followup.<occasion>`.
struct AttentionAsked {
  static constexpr std::string_view event_name = "followup.attention_asked";
  std::string occasion;    ///< "give_up_asked", "give_up_consented", "give_up_refused", "help_asked"
  std::string occurrence;  ///< unique for ever
  CommitmentId commitment;
  std::string subject_type;
  std::string number;
  std::string title;
  EmployeeId by;
  EmployeeId to;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(AttentionAsked, (), (occasion, occurrence, commitment, subject_type, number, title, by, to, note))

}  // namespace zx::followup
