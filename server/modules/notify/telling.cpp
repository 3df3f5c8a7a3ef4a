#include "modules/notify/telling.hpp"

#include <algorithm>

#include "modules/followup/followup.hpp"
#include "modules/notify/occasions.hpp"
#include "modules/notify/push.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/sql.hpp"
#include "platform/auth/digest.hpp"

namespace zx::notify {
namespace {

/// The same for the same occurrence, whoever sends it and however often. The host is added when it is sent.
std::string message_id_of(Context const& ctx, Uuid recipient, std::string_view occurrence, Channel channel) {
  auto const digest =
      auth::sha256(ctx.actor.organization.text() + "|" + recipient.text() + "|" + std::string(enum_text(channel)) + "|" + std::string(occurrence));
  return "zx." + auth::hex(std::span(digest).first(16));
}

store::NoticeRow notice_of(Context const& ctx, News const& news, Kind kind, Uuid recipient) {
  return {.id = NoticeId::make(),
          .recipient_id = recipient,
          .occurrence = news.occurrence,
          .event = news.event,
          .kind = kind,
          .subject_type = news.subject_type,
          .subject_id = news.subject_id,
          .number = news.number,
          .title = news.title,
          .content = to_json(news.values),
          .reason = {},
          .reason_for = {},
          .basis_topic = news.basis_topic ? std::optional(std::string(enum_text(*news.basis_topic))) : std::nullopt,
          .basis_at = news.basis_at,
          .created_at = ctx.now,
          .read_at = {},
          .retracted_at = {}};
}

store::DeliveryRow delivery_of(Context const& ctx, store::NoticeRow const& notice, Channel channel, std::string address, Instant due_at) {
  return {.id = DeliveryId::make(),
          .notice_id = notice.id,
          .recipient_id = notice.recipient_id,
          .channel = channel,
          .account_id = {},
          .address = std::move(address),
          .due_at = due_at,
          .message_id = message_id_of(ctx, notice.recipient_id, notice.occurrence, channel),
          .created_at = ctx.now};
}

std::string name_of(ReadContext const& ctx, std::optional<EmployeeId> id) {
  auto const found = id ? org::find_employee(ctx, *id) : std::nullopt;
  return found ? found->name : std::string();
}

Instant when_free(ReadContext const& ctx, std::optional<store::ChoiceRow> const& choice, Kind kind, Instant wanted) {
  rules::Rest rest{.escalation = kind == Kind::escalation, .quiet = {}, .paused_until = {}};
  if (choice) {
    if (choice->quiet_from && choice->quiet_to) rest.quiet = {*choice->quiet_from, *choice->quiet_to};
    rest.paused_until = choice->paused_until;
  }
  return rules::earliest_sending(wanted, rest, *ctx.services.calendar_of(ctx.actor.organization));
}

/// Those channels to a person that lead somewhere; push needs no account.
std::vector<Channel> open_channels(Accounts const& accounts) {
  std::vector<Channel> open{Channel::push};
  for (auto const& account : accounts)
    if (!rules::is_group(account.channel) && std::ranges::find(open, account.channel) == open.end()) open.push_back(account.channel);
  return open;
}

struct Teller {
  Context const& ctx;
  News const& news;
  Kind kind;
  std::vector<Channel> open;

  /// Where a message of this channel goes: one address of the person's, or each of their browsers.
  std::vector<std::string> addresses(store::Contact const& contact, Channel channel) const {
    std::vector<std::string> all;
    if (channel == Channel::push) {
      if (contact.devices == 0) return {};
      for (auto& device : push_devices(ctx, contact.id)) all.push_back(std::move(device.address));
    } else if (auto const& address = channel == Channel::email ? contact.email : contact.phone; address && !address->empty()) {
      all.push_back(*address);
    }
    return all;
  }

  /// Who has to act on something they do not see may see it from now on.
  bool sees(Told const& told, store::Contact const& contact) const {
    auto const person = store::actor_of(ctx, contact);
    if (may_see(ctx, person, news.subject_type, news.subject_id)) return true;
    if (!told.let_in || !person.may(followup::permissions::read)) return false;
    followup::add_participant(ctx, followup::CommitmentId{*news.subject_id}, told.employee);
    return true;
  }

  /// False when nobody was there to be told.
  bool tell(Told const& told) {
    auto const contact = store::find_contact(ctx, told.employee);
    if (!contact || store::has_left(*contact, ctx.now)) return false;
    bool const shown = sees(told, *contact);
    if (shown || told.knew) insert(told, *contact, shown);
    return shown || told.knew;
  }

  void insert(Told const& told, store::Contact const& contact, bool with_way_to_it) {
    auto const choice = store::find_choice(ctx, told.employee);
    auto const chosen = choice ? from_json<std::vector<ChosenChannel>>(choice->channels).value() : std::vector<ChosenChannel>{};
    auto notice = notice_of(ctx, news, kind, told.employee.uuid);
    if (!with_way_to_it) notice.subject_id.reset();
    notice.reason = told.reason;
    notice.reason_for = name_of(ctx, told.deputy_of);
    if (!rules::wants(chosen, kind, Channel::in_app)) notice.read_at = ctx.now;
    if (!store::insert(ctx, notice)) return;
    std::optional<Instant> free;
    for (auto channel : open) {
      if (!rules::wants(chosen, kind, channel)) continue;
      for (auto& address : addresses(contact, channel)) {
        if (!free) free = when_free(ctx, choice, kind, ctx.now);
        store::insert(ctx, delivery_of(ctx, notice, channel, std::move(address), *free));
      }
    }
    store::refresh_inbox(ctx, notice.recipient_id);
  }
};

struct Moot {
  NoticeId id;
  Uuid recipient_id;
};
BOOST_DESCRIBE_STRUCT(Moot, (), (id, recipient_id))

/// Notices of a handoff are known by their occurrence, which names it: "handoff:<id>:offered" and "<id>/<rung>".
db::Parameters moot_parameters(ReadContext const& ctx, Uuid subject) {
  auto const org = ctx.actor.organization;
  auto const pending = ctx.db.one<Uuid>(sql::pending_handoff, {{"org", org}, {"subject", subject}});
  auto const handoff = pending ? pending->text() : std::string();
  return {{"org", org}, {"subject", subject}, {"offered", "handoff:" + handoff + ":offered"}, {"reminded", handoff + "/"}};
}

bool is_subscribed(store::AccountRow const& account, std::string_view event) {
  auto const events = from_json<std::vector<std::string>>(account.events).value();
  return std::ranges::find(events, event) != events.end();
}

}  // namespace

bool may_see(ReadContext const& ctx, Actor const& person, std::string_view subject_type, std::optional<Uuid> subject) {
  if (!subject || subject_type.empty()) return true;
  ReadContext const theirs{person, ctx.now, ctx.db, ctx.services};
  return followup::find_visible(theirs, followup::CommitmentId{*subject}, followup::permissions::read).ok();
}

Instant when_free(ReadContext const& ctx, EmployeeId employee, Kind kind, Instant wanted) {
  return when_free(ctx, store::find_choice(ctx, employee), kind, wanted);
}

Instant when_group_free(ReadContext const& ctx, Channel channel, AccountId account, Instant wanted, std::string_view seed) {
  if (channel == Channel::webhook) return wanted;
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  auto const free = rules::earliest_sending(wanted, {}, *calendar);
  return rules::off_the_half_hour(free, calendar->zone(), account.text() + std::string(seed));
}

void tell(Context const& ctx, News const& news, std::vector<Told> const& people) { tell(ctx, news, people, store::enabled_accounts(ctx)); }

void tell(Context const& ctx, News const& news, std::vector<Told> const& people, Accounts const& accounts) {
  auto const* occasion = find_occasion(news.event);
  if (!occasion) throw std::logic_error("nobody knows the occasion " + news.event);
  Teller teller{ctx, news, occasion->kind, open_channels(accounts)};
  std::vector<EmployeeId> done{news.by};
  for (auto const& told : people) {
    if (told.employee.is_nil() || std::ranges::find(done, told.employee) != done.end()) continue;
    done.push_back(told.employee);
    if (teller.tell(told) || !told.deputy_of || std::ranges::find(done, *told.deputy_of) != done.end()) continue;
    done.push_back(*told.deputy_of);
    teller.tell({*told.deputy_of, told.reason, {}});
  }
}

void post_letter(Context const& ctx, News const& news, Posted const& posted) {
  auto const recipient = posted.employee ? posted.employee->uuid : posted.letter;
  auto notice = notice_of(ctx, news, Kind::attention, recipient);
  notice.reason = "letter";
  if (!store::insert(ctx, notice)) return;
  if (posted.address) {
    auto const free = when_free(ctx, EmployeeId{recipient}, Kind::escalation, ctx.now);
    store::insert(ctx, delivery_of(ctx, notice, Channel::email, *posted.address, free));
  }
  if (posted.employee) store::refresh_inbox(ctx, recipient);
}

void post_to_groups(Context const& ctx, News const& news, Accounts const& accounts) {
  auto const* occasion = find_occasion(news.event);
  if (!occasion) throw std::logic_error("nobody knows the occasion " + news.event);
  for (auto const& account : accounts) {
    if (!rules::is_group(account.channel) || account.channel == Channel::webhook || !is_subscribed(account, news.event)) continue;
    auto notice = notice_of(ctx, news, occasion->kind, account.id.uuid);
    notice.reason = "group";
    if (!store::insert(ctx, notice)) continue;
    auto delivery = delivery_of(ctx, notice, account.channel, account.name, when_group_free(ctx, account.channel, account.id, ctx.now, news.occurrence));
    delivery.account_id = account.id;
    store::insert(ctx, delivery);
  }
}

void post_to_webhooks(Context const& ctx, std::string_view event, std::string const& payload) {
  for (auto const& account : store::enabled_accounts(ctx)) {
    if (account.channel != Channel::webhook || !is_subscribed(account, event)) continue;
    // A reaction runs once per event, which is what makes this exactly once: events have no name of their own.
    News const news{.event = std::string(event), .occurrence = "webhook:" + Uuid::v7().text(), .values = {{"payload", payload}}};
    auto notice = notice_of(ctx, news, Kind::attention, account.id.uuid);
    notice.reason = "webhook";
    store::insert(ctx, notice);
    auto delivery = delivery_of(ctx, notice, Channel::webhook, account.name, ctx.now);
    delivery.account_id = account.id;
    store::insert(ctx, delivery);
  }
}

void retract_moot(Context const& ctx, Uuid subject) {
  auto const org = ctx.actor.organization;
  for (auto const& moot : ctx.db.all<Moot>(sql::moot_notices, moot_parameters(ctx, subject))) {
    ctx.db.enqueue(sql::retract_notice, {{"org", org}, {"id", moot.id}, {"now", ctx.now}});
    ctx.db.enqueue(sql::drop_waiting_of, {{"org", org}, {"notice", moot.id}, {"answer", "notify.moot"}, {"now", ctx.now}});
    store::refresh_inbox(ctx, moot.recipient_id);
  }
}

bool is_moot(ReadContext const& ctx, store::NoticeRow const& notice) {
  if (notice.retracted_at || !notice.basis_topic || !notice.subject_id) return notice.retracted_at.has_value();
  db::Composed statement(sql::moot_notices);
  statement += sql::moot_notice;
  return ctx.db.one<Moot>(statement, moot_parameters(ctx, *notice.subject_id).and_("notice", notice.id)).has_value();
}

}  // namespace zx::notify
