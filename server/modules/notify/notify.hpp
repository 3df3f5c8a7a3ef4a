#pragma once
// notify — what people are told, through which channel, when, and whether it arrived.
//
// It stands on top and only listens. A *notice* 通知 is what one person is told once (org, recipient, occurrence); it is in
// their inbox at once. A *delivery* 投递 is one message of it to one address outside: e-mail, SMS, a group robot, a webhook.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/org/org.hpp"
#include "platform/base/described.hpp"
#include "platform/base/patch.hpp"
#include "platform/context.hpp"
#include "platform/http/routes.hpp"
#include "platform/module.hpp"

namespace zx::notify {

Module module();

using NoticeId = Id<struct NoticeTag>;
using DeliveryId = Id<struct DeliveryTag>;
using AccountId = Id<struct ChannelAccountTag>;

/// in_app: the inbox. email, sms, push (a person's browsers): to a person. The others post to a group or a program.
enum class Channel { in_app, email, sms, wecom, dingtalk, feishu, webhook, push };
BOOST_DESCRIBE_ENUM(Channel, in_app, email, sms, wecom, dingtalk, feishu, webhook, push)

/// What people choose by; every event is of one kind.
enum class Kind { reminder, escalation, handoff, attention, mention, comment, change, closure, digest };
BOOST_DESCRIBE_ENUM(Kind, reminder, escalation, handoff, attention, mention, comment, change, closure, digest)

/// waiting → sending → delivered; refused: the other side says it never will; dead: given up after all attempts, can be
/// sent again by hand; dropped: it had become needless; merged: stands in the message `merged_into`.
enum class DeliveryState { waiting, sending, delivered, refused, dead, dropped, merged };
BOOST_DESCRIBE_ENUM(DeliveryState, waiting, sending, delivered, refused, dead, dropped, merged)

// ---- The inbox ----

struct NoticeView {
  NoticeId id;
  std::string event;
  Kind kind = Kind::reminder;
  std::string subject_type;  ///< "work_item"; empty for what is about nothing in particular
  std::optional<Uuid> subject_id;
  std::string number;
  std::string title;    ///< of the subject
  std::string heading;  ///< in the reader's language
  std::string text;
  std::string reason;  ///< why it came, in the reader's language
  Instant created_at;
  std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (), (id, event, kind, subject_type, subject_id, number, title, heading, text, reason, created_at, read_at))

struct NoticesQuery {
  std::optional<bool> unread;         ///< true: only unread ones
  std::optional<std::int64_t> limit;  ///< 1–200, default 50
  std::optional<std::string> after;
};
BOOST_DESCRIBE_STRUCT(NoticesQuery, (), (unread, limit, after))

struct UnreadView {
  std::int64_t count = 0;  ///< 1000 means that many or more
};
BOOST_DESCRIBE_STRUCT(UnreadView, (), (count))

struct ReadAllForm {
  std::optional<Instant> until;  ///< what came later stays unread; default now
};
BOOST_DESCRIBE_STRUCT(ReadAllForm, (), (until))

/// Newest first, what was retracted left out.
Result<http::Page<NoticeView>> notices(ReadContext const& ctx, NoticesQuery const& query);
UnreadView unread(ReadContext const& ctx);
/// Refuses notify.notice_not_found.
Result<void> mark_read(Context& ctx, NoticeId id);
Result<UnreadView> mark_all_read(Context& ctx, ReadAllForm const& form);

// ---- One's own choices ----

struct Choice {
  Kind kind = Kind::reminder;
  Channel channel = Channel::in_app;
  bool on = false;
  bool fixed = false;  ///< cannot be changed: escalations always come
};
BOOST_DESCRIBE_STRUCT(Choice, (), (kind, channel, on, fixed))

struct ChoicesView {
  std::vector<Choice> channels;  ///< every kind × in_app, email, sms, push
  std::optional<TimeOfDay> quiet_from;
  std::optional<TimeOfDay> quiet_to;
  TimeOfDay digest_at;
  std::optional<Instant> paused_until;
  TimeOfDay night_from;  ///< nothing leaves in the night, whatever is chosen
  TimeOfDay night_to;
  std::int64_t messages_an_hour = 0;  ///< more are put together into one
  std::string email;                  ///< where it goes; empty = none known
  std::string phone;
  bool email_available = false;  ///< the organization has an account to send by
  bool sms_available = false;
  std::int64_t devices = 0;  ///< browsers that are told by push
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ChoicesView, (),
                      (channels, quiet_from, quiet_to, digest_at, paused_until, night_from, night_to, messages_an_hour, email, phone, email_available,
                       sms_available, devices, version))

struct ChosenChannel {
  Kind kind = Kind::reminder;
  Channel channel = Channel::in_app;
  bool on = false;
};
BOOST_DESCRIBE_STRUCT(ChosenChannel, (), (kind, channel, on))

struct ChoicesForm {
  std::vector<ChosenChannel> channels;  ///< those not named get their default
  std::optional<TimeOfDay> quiet_from;  ///< both or none
  std::optional<TimeOfDay> quiet_to;
  std::optional<TimeOfDay> digest_at;  ///< default 08:30
  std::optional<Instant> paused_until;
};
BOOST_DESCRIBE_STRUCT(ChoicesForm, (), (channels, quiet_from, quiet_to, digest_at, paused_until))

ChoicesView choices(ReadContext const& ctx);
/// Refuses notify.choice_fixed, notify.choice_not_personal, notify.quiet_incomplete, notify.quiet_too_long,
/// notify.digest_hour, notify.pause_too_long, request.stale.
Result<ChoicesView> choose(Context& ctx, std::int64_t version, ChoicesForm const& form);

// ---- Channel accounts ----

using Settings = std::map<std::string, std::string>;

struct AccountView {
  AccountId id;
  Channel channel = Channel::email;
  std::string name;
  Settings settings;
  std::vector<std::string> secrets_set;  ///< names of the secrets that are there; the secrets themselves never come back
  std::vector<std::string> events;
  bool enabled = true;
  std::int64_t failures = 0;  ///< in a row
  std::optional<Instant> open_until;
  std::string last_error;
  std::optional<Instant> last_ok_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AccountView, (), (id, channel, name, settings, secrets_set, events, enabled, failures, open_until, last_error, last_ok_at, version))

struct AccountForm {
  Channel channel = Channel::email;
  std::string name;
  Settings settings;
  Settings secrets;
  std::vector<std::string> events;
  std::optional<bool> enabled;
};
BOOST_DESCRIBE_STRUCT(AccountForm, (), (channel, name, settings, secrets, events, enabled))

struct AccountPatch {
  std::optional<std::string> name;
  std::optional<Settings> settings;
  Settings secrets;  ///< those named are replaced; an empty one is taken away
  std::optional<std::vector<std::string>> events;
  std::optional<bool> enabled;
};
BOOST_DESCRIBE_STRUCT(AccountPatch, (), (name, settings, secrets, events, enabled))

/// What a kind of account is asked for; for the form on screen.
struct SettingView {
  std::string name;
  bool required = false;
  bool secret = false;
  std::vector<std::string> words;  ///< when only these will do
  std::string usual;
};
BOOST_DESCRIBE_STRUCT(SettingView, (), (name, required, secret, words, usual))
struct AccountKindView {
  Channel channel = Channel::email;
  std::vector<SettingView> settings;
  std::vector<std::string> events;  ///< that may be sent there; empty for e-mail and SMS, which go by people's choices
};
BOOST_DESCRIBE_STRUCT(AccountKindView, (), (channel, settings, events))

std::vector<AccountKindView> account_kinds();
std::vector<AccountView> accounts(ReadContext const& ctx);
/// Refuses notify.account_channel, notify.setting_required, notify.setting_unknown, notify.setting_word, notify.event_unknown,
/// notify.account_name_taken.
Result<AccountView> add_account(Context& ctx, AccountForm const& form);
Result<AccountView> change_account(Context& ctx, AccountId id, std::int64_t version, AccountPatch const& patch);
Result<void> remove_account(Context& ctx, AccountId id, std::int64_t version);

struct TrialForm {
  std::optional<std::string> to;  ///< default: the actor's own address; groups and webhooks need none
};
BOOST_DESCRIBE_STRUCT(TrialForm, (), (to))
struct TrialView {
  bool delivered = false;
  std::string answer;  ///< of the other side, as it came
  std::string to;
};
BOOST_DESCRIBE_STRUCT(TrialView, (), (delivered, answer, to))
/// Sends a test message at once. Not inside a transaction.
Result<TrialView> try_account(Services& services, Actor const& actor, AccountId id, TrialForm const& form);

// ---- Templates ----

struct TemplateView {
  std::string event;
  Channel channel = Channel::in_app;
  std::string language;
  std::string subject;
  std::string body;
  std::string default_subject;
  std::string default_body;
  bool own = false;  ///< the organization's own wording
  std::vector<std::string> placeholders;
  std::optional<Instant> changed_at;
  std::optional<std::string> changed_by;
  std::int64_t version = 0;  ///< 0 while it is the default
};
BOOST_DESCRIBE_STRUCT(TemplateView, (),
                      (event, channel, language, subject, body, default_subject, default_body, own, placeholders, changed_at, changed_by, version))

struct TemplatesQuery {
  std::optional<std::string> language;  ///< default: the actor's
  std::optional<Channel> channel;       ///< default email
};
BOOST_DESCRIBE_STRUCT(TemplatesQuery, (), (language, channel))

struct TemplateForm {
  std::string subject;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(TemplateForm, (), (subject, body))

struct PreviewForm {
  std::string event;
  Channel channel = Channel::email;
  std::string language;
  std::optional<std::string> subject;  ///< default: what is valid now
  std::optional<std::string> body;
};
BOOST_DESCRIBE_STRUCT(PreviewForm, (), (event, channel, language, subject, body))
struct PreviewView {
  std::string subject;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(PreviewView, (), (subject, body))

struct TemplateKey {
  std::string event;
  Channel channel = Channel::email;
  std::string language;
};

Result<std::vector<TemplateView>> templates(ReadContext const& ctx, TemplatesQuery const& query);
/// Refuses notify.event_unknown, notify.language_unknown, notify.placeholder_unknown (argument `name`), request.stale. The first
/// own wording is based on version 0.
Result<TemplateView> put_template(Context& ctx, TemplateKey const& key, std::int64_t version, TemplateForm const& form);
Result<void> reset_template(Context& ctx, TemplateKey const& key);
/// With made-up values, the way the receiver sees it.
Result<PreviewView> preview(ReadContext const& ctx, PreviewForm const& form);
/// The preview sent by its own channel: to oneself, or to the group of its robot; of the inbox and of browsers as an e-mail. Not inside
/// a transaction. Refuses notify.no_address, notify.no_account_of.
Result<TrialView> try_template(Services& services, Actor const& actor, PreviewForm const& form);

// ---- The delivery log ----

struct DeliveryView {
  DeliveryId id;
  Channel channel = Channel::email;
  std::string to;  ///< name of the person or group
  std::string address;
  DeliveryState state = DeliveryState::waiting;
  std::string event;
  std::string number;
  std::string title;
  std::string reason;  ///< why this person was told
  std::string answer;  ///< of the other side, or why it was not sent
  std::int64_t attempts = 0;
  Instant created_at;
  Instant due_at;
  std::optional<Instant> next_at;  ///< while it waits
  std::optional<Instant> sent_at;
  std::optional<Instant> done_at;
  std::string message_id;
  std::optional<DeliveryId> merged_into;
};
BOOST_DESCRIBE_STRUCT(DeliveryView, (),
                      (id, channel, to, address, state, event, number, title, reason, answer, attempts, created_at, due_at, next_at, sent_at, done_at,
                       message_id, merged_into))

struct DeliveriesQuery {
  std::optional<DeliveryState> state;
  std::optional<Channel> channel;
  std::optional<EmployeeId> recipient_id;
  std::optional<Date> from;
  std::optional<Date> until;
  std::optional<std::int64_t> limit;  ///< 1–200, default 50
  std::optional<std::string> after;
};
BOOST_DESCRIBE_STRUCT(DeliveriesQuery, (), (state, channel, recipient_id, from, until, limit, after))

Result<http::Page<DeliveryView>> deliveries(ReadContext const& ctx, DeliveriesQuery const& query);
/// Refuses notify.delivery_not_found, notify.delivery_not_dead.
Result<DeliveryView> resend(Context& ctx, DeliveryId id);

// ---- Who was reminded ----

struct RemindedQuery {
  std::optional<std::int64_t> limit;  ///< 1–200, default 50
};
BOOST_DESCRIBE_STRUCT(RemindedQuery, (), (limit))

struct RemindedBy {
  Channel channel = Channel::email;
  DeliveryState state = DeliveryState::waiting;
  std::optional<Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(RemindedBy, (), (channel, state, sent_at))

/// One person told once: in the inbox at `at`, and by these channels beside it.
struct RemindedView {
  NoticeId id;
  Instant at;
  std::string event;
  Kind kind = Kind::reminder;
  std::string recipient;
  std::string as;  ///< "owner": as whom
  std::string deputy_of;
  std::optional<Instant> basis;  ///< the time it was about
  bool moot = false;             ///< withdrawn, because the matter moved on
  std::vector<RemindedBy> channels;
};
BOOST_DESCRIBE_STRUCT(RemindedView, (), (id, at, event, kind, recipient, as, deputy_of, basis, moot, channels))

/// Newest first, for whoever sees the subject. Refuses followup.not_found.
Result<http::Page<RemindedView>> reminded_of(ReadContext const& ctx, Uuid subject, RemindedQuery const& query);

// ---- Push: one's own browsers ----

using PushSubscriptionId = Id<struct PushSubscriptionTag>;

struct PushDeviceView {
  PushSubscriptionId id;
  std::string device;  ///< "Chrome · Windows"
  Instant created_at;
  std::optional<Instant> last_ok_at;
};
BOOST_DESCRIBE_STRUCT(PushDeviceView, (), (id, device, created_at, last_ok_at))
struct PushView {
  std::string public_key;  ///< for the browser's applicationServerKey, base64url
  std::vector<PushDeviceView> devices;
};
BOOST_DESCRIBE_STRUCT(PushView, (), (public_key, devices))

/// As the browser's PushSubscription says it; keys in base64url.
struct PushForm {
  std::string endpoint;
  std::string p256dh;
  std::string auth;
  std::string device;
};
BOOST_DESCRIBE_STRUCT(PushForm, (), (endpoint, p256dh, auth, device))

/// Makes the organization's keys when nobody has asked before. Not inside a transaction.
Result<PushView> push(Services& services, Actor const& actor);
/// The browser is the actor's from now on, whoever it belonged to. Refuses addresses that are not https and public,
/// notify.too_many_devices, outbound.push_receiver_invalid.
Result<PushDeviceView> add_push_device(Context& ctx, PushForm const& form);
/// Refuses notify.device_not_found.
Result<void> remove_push_device(Context& ctx, PushSubscriptionId id);

// ---- Secrets at rest ----

/// Call it once, before anything is sent: what seals the secrets in this database. Seals those that are not yet. Refuses
/// notify.sealing_key_differs when they were sealed with another key; with `forget` they are emptied instead.
Result<void> keep_secrets_with(Services& services, std::string const& key_file, bool forget);

// ---- One's own calendar address ----

struct FeedView {
  std::optional<std::string> path;  ///< "/calendar/<token>.ics"; shown once, when it is made
  std::optional<Instant> created_at;
};
BOOST_DESCRIBE_STRUCT(FeedView, (), (path, created_at))

FeedView feed(ReadContext const& ctx);
/// A new address; the one before is void.
Result<FeedView> make_feed(Context& ctx);
Result<void> revoke_feed(Context& ctx);

}  // namespace zx::notify
