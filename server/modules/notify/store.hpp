#pragma once
// Rows of notify. Private to the module.

#include <optional>
#include <string>
#include <vector>

#include "modules/notify/notify.hpp"

namespace zx::notify::store {

/// How a person is reached, and how far they see.
struct Contact {
  EmployeeId id;
  std::string name;
  std::optional<std::string> email;
  std::optional<std::string> phone;
  std::optional<DepartmentId> department_id;
  std::optional<Date> leave_date;
  std::optional<std::string> login;
  std::optional<Instant> disabled_at;
  std::string language;
  std::string time_zone;
  std::string organization;
  std::int64_t devices = 0;  ///< browsers reached by push
};
BOOST_DESCRIBE_STRUCT(Contact, (), (id, name, email, phone, department_id, leave_date, login, disabled_at, language, time_zone, organization, devices))

std::optional<Contact> find_contact(ReadContext const& ctx, EmployeeId id);
bool has_left(Contact const& contact, Instant now);
/// As this person; without an account: somebody who sees what they own, handle or take part in.
Actor actor_of(ReadContext const& ctx, Contact const& contact);

struct OrganizationFacts {
  std::string name;
  std::string language;
  std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(OrganizationFacts, (), (name, language, time_zone))
OrganizationFacts organization(ReadContext const& ctx);

struct NoticeRow {
  NoticeId id;
  Uuid recipient_id;
  std::string occurrence;
  std::string event;
  Kind kind = Kind::reminder;
  std::string subject_type;
  std::optional<Uuid> subject_id;
  std::string number;
  std::string title;
  std::string content;
  std::string reason;
  std::string reason_for;
  std::optional<std::string> basis_topic;
  std::optional<Instant> basis_at;
  Instant created_at;
  std::optional<Instant> read_at;
  std::optional<Instant> retracted_at;
};
BOOST_DESCRIBE_STRUCT(NoticeRow, (),
                      (id, recipient_id, occurrence, event, kind, subject_type, subject_id, number, title, content, reason, reason_for, basis_topic, basis_at,
                       created_at, read_at, retracted_at))

/// False when the recipient was told of this occurrence before.
bool insert(Context const& ctx, NoticeRow const& notice);
std::optional<NoticeRow> find_notice(ReadContext const& ctx, NoticeId id);

struct DeliveryRow {
  DeliveryId id;
  NoticeId notice_id;
  Uuid recipient_id;
  Channel channel = Channel::email;
  std::optional<AccountId> account_id;
  std::string address;
  DeliveryState state = DeliveryState::waiting;
  Instant due_at;
  Instant next_at;
  std::int64_t attempts = 0;
  std::int64_t fence = 0;
  std::string message_id;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(DeliveryRow, (),
                      (id, notice_id, recipient_id, channel, account_id, address, state, due_at, next_at, attempts, fence, message_id, created_at))
void insert(Context const& ctx, DeliveryRow const& delivery);

struct AccountRow {
  AccountId id;
  Channel channel = Channel::email;
  std::string name;
  std::string settings;
  std::string secrets;  ///< sealed; secrets.hpp opens them
  std::string events;
  bool enabled = true;
  std::int64_t failures = 0;
  std::optional<Instant> open_until;
  std::string last_error;
  std::optional<Instant> last_ok_at;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (),
                      (id, channel, name, settings, secrets, events, enabled, failures, open_until, last_error, last_ok_at, created_at, version))
std::vector<AccountRow> accounts(ReadContext const& ctx);
std::vector<AccountRow> enabled_accounts(ReadContext const& ctx);
std::optional<AccountRow> find_account(ReadContext const& ctx, AccountId id);
/// The same, its row locked until the commit: several lanes count its failures at once.
std::optional<AccountRow> lock_account(Context const& ctx, AccountId id);
/// Where this channel leaves; the oldest when there are several.
std::optional<AccountRow> enabled_account_of(ReadContext const& ctx, Channel channel);

struct ChoiceRow {
  std::string channels = "[]";
  std::optional<TimeOfDay> quiet_from;
  std::optional<TimeOfDay> quiet_to;
  TimeOfDay digest_at{8 * 60 + 30};
  std::optional<Instant> paused_until;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ChoiceRow, (), (channels, quiet_from, quiet_to, digest_at, paused_until, version))
std::optional<ChoiceRow> find_choice(ReadContext const& ctx, EmployeeId employee);

struct TemplateRow {
  Uuid id;
  std::string event;
  Channel channel = Channel::email;
  std::string language;
  std::string subject;
  std::string body;
  Instant changed_at;
  std::string changed_by;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TemplateRow, (), (id, event, channel, language, subject, body, changed_at, changed_by, version))
std::optional<TemplateRow> find_template(ReadContext const& ctx, TemplateKey const& key);
std::vector<TemplateRow> templates(ReadContext const& ctx);

/// Tells the open pages of one person to look at their inbox, after the commit.
void refresh_inbox(Context const& ctx, Uuid recipient);

}  // namespace zx::notify::store
