#include "modules/notify/claiming.hpp"

#include "modules/notify/breaker.hpp"
#include "modules/notify/composing.hpp"
#include "modules/notify/occasions.hpp"
#include "modules/notify/push.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/secrets.hpp"
#include "modules/notify/sql.hpp"
#include "modules/notify/telling.hpp"
#include "platform/log/log.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;
using store::DeliveryRow;
using store::NoticeRow;

constexpr Milliseconds without_account = 10min;
constexpr Milliseconds given_up_after = 24h;

struct Waiting {
  DeliveryId id;
  NoticeId notice_id;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (id, notice_id))

struct Claiming {
  Context const& ctx;
  DeliveryRow delivery;
  NoticeRow notice;

  db::Parameters key() const { return {{"org", ctx.actor.organization}, {"id", delivery.id}}; }

  void settle(DeliveryState state, std::string_view answer) {
    ctx.db.execute(sql::settle_delivery, key().and_("state", state).and_("answer", answer).and_("now", ctx.now));
  }
  void postpone(Instant until, std::string_view why) { ctx.db.execute(sql::postpone_delivery, key().and_("next_at", until).and_("answer", why)); }

  bool is_group() const { return rules::is_group(delivery.channel); }

  /// The lease of whoever was sending it ended: nobody knows how far it came.
  bool gives_up_as_ambiguous() {
    if (delivery.state != DeliveryState::sending || delivery.channel != Channel::sms) return false;
    settle(DeliveryState::dead, "notify.ambiguous");  // paid for each: a person decides
    return true;
  }

  bool is_needless() {
    if (is_moot(ctx, notice)) return drop("notify.moot");
    if (is_group() || is_to_outsider(notice.event)) return false;
    auto const contact = store::find_contact(ctx, EmployeeId{delivery.recipient_id});
    if (!contact || store::has_left(*contact, ctx.now)) return drop("notify.recipient_left");
    if (!may_see(ctx, store::actor_of(ctx, *contact), notice.subject_type, notice.subject_id)) return drop("notify.not_visible");
    return false;
  }
  bool drop(std::string_view why) {
    settle(DeliveryState::dropped, why);
    return true;
  }

  /// Of push the browser itself, which may have been switched off; of the others an account that is not broken.
  std::optional<Account> usable_account() {
    if (delivery.channel != Channel::push) {
      auto const row = working_account();
      return row ? std::optional(account_from(ctx.services, *row)) : std::nullopt;
    }
    auto device = push_account(ctx, EmployeeId{delivery.recipient_id}, delivery.address);
    if (!device) drop("notify.device_gone");
    return device;
  }

  std::optional<store::AccountRow> working_account() {
    auto account = delivery.account_id && is_group() ? store::find_account(ctx, *delivery.account_id) : store::enabled_account_of(ctx, delivery.channel);
    if (!account || !account->enabled) {
      if (ctx.now - delivery.created_at > given_up_after) settle(DeliveryState::dead, "notify.no_account");
      else postpone(ctx.now + without_account, "notify.no_account");
      return std::nullopt;
    }
    if (account->open_until && *account->open_until > ctx.now) {
      postpone(*account->open_until, "notify.account_resting");
      return std::nullopt;
    }
    return account;
  }

  bool must_rest() {
    auto const free = is_group() ? when_group_free(ctx, delivery.channel, *delivery.account_id, ctx.now, notice.occurrence)
                                 : when_free(ctx, EmployeeId{delivery.recipient_id}, is_letter(notice.event) ? Kind::escalation : notice.kind, ctx.now);
    if (free <= ctx.now) return false;
    postpone(free, "notify.resting");
    return true;
  }

  /// At the limit: wait until the oldest one falls out of the window. One below it: take all that wait along.
  bool must_wait_its_turn() {
    auto const pace = rules::pace_of(delivery.channel);
    if (!pace) return false;
    auto const sent = ctx.db.all<Instant>(sql::sent_lately, {{"org", ctx.actor.organization},
                                                             {"recipient", delivery.recipient_id},
                                                             {"channel", delivery.channel},
                                                             {"since", ctx.now - pace->within},
                                                             {"id", delivery.id}});
    auto const count = static_cast<int>(sent.size());
    if (count >= pace->most) {
      // Room for this one when all but most-1 have fallen out.
      postpone(sent[static_cast<std::size_t>(count - pace->most)] + pace->within, "notify.limit");
      return true;
    }
    if (count + 1 == pace->most && delivery.attempts == 0 && !is_letter(notice.event)) merge_what_waits();
    return false;
  }

  void merge_what_waits() {
    auto const org = ctx.actor.organization;
    for (auto const& waiting : ctx.db.all<Waiting>(sql::mergeable, {{"org", org},
                                                                    {"recipient", delivery.recipient_id},
                                                                    {"channel", delivery.channel},
                                                                    {"now", ctx.now},
                                                                    {"address", delivery.address},
                                                                    {"id", delivery.id}})) {
      auto const other = store::find_notice(ctx, waiting.notice_id);
      if (!other || is_moot(ctx, *other) || is_letter(other->event)) continue;  // its own claim drops it; a letter carries a file
      ctx.db.execute(sql::merge_delivery, {{"org", org}, {"id", waiting.id}, {"into", delivery.id}, {"now", ctx.now}});
    }
  }

  std::optional<Claim> run(std::string_view node) {
    if (gives_up_as_ambiguous() || is_needless()) return std::nullopt;
    auto const account = usable_account();
    if (!account || must_rest() || must_wait_its_turn()) return std::nullopt;
    if (delivery.attempts >= rules::most_attempts) {
      settle(DeliveryState::dead, "notify.ambiguous");  // its last holder died
      return std::nullopt;
    }
    auto const merged = ctx.db.all<NoticeRow>(sql::merged_notices, {{"org", ctx.actor.organization}, {"into", delivery.id}});
    auto const fence = ctx.db.sure<std::int64_t>(
        sql::claim_delivery, key().and_("node", node).and_("lease_until", ctx.now + sending_lease).and_("now", ctx.now).and_("account", account->id));
    return Claim{
        .delivery = delivery.id, .fence = fence, .attempts = delivery.attempts + 1, .account = *account, .message = compose(ctx, delivery, notice, merged)};
  }
};

std::optional<DeliveryRow> take(Context const& ctx, DeliveryId id) {
  ctx.db.one<std::int64_t>(sql::lock_recipient, {{"org", ctx.actor.organization}, {"id", id}});
  db::Composed statement(sql::find_delivery);
  statement += sql::still_due;
  statement += sql::skip_locked;
  return ctx.db.one<DeliveryRow>(statement, {{"org", ctx.actor.organization}, {"id", id}, {"now", ctx.now}});
}

bool done(Context const& ctx, Claim const& claim, DeliveryState state, std::string_view answer) {
  return ctx.db.execute(sql::record_done, {{"org", ctx.actor.organization},
                                           {"id", claim.delivery},
                                           {"fence", claim.fence},
                                           {"state", state},
                                           {"answer", one_line(answer, 500)},
                                           {"now", ctx.now}}) == 1;
}

bool again(Context const& ctx, Claim const& claim, Outcome const& outcome) {
  auto const pause = rules::pause_after(claim.attempts, claim.delivery.text());
  if (!pause) return done(ctx, claim, DeliveryState::dead, outcome.answer);
  auto const next = std::max(ctx.now + *pause, outcome.at.value_or(ctx.now));
  return ctx.db.execute(
             sql::record_retry,
             {{"org", ctx.actor.organization}, {"id", claim.delivery}, {"fence", claim.fence}, {"answer", one_line(outcome.answer, 500)}, {"next_at", next}}) ==
         1;
}

bool write(Context const& ctx, Claim const& claim, Outcome const& outcome) {
  switch (outcome.what) {
    case Outcome::What::delivered: return done(ctx, claim, DeliveryState::delivered, outcome.answer);
    case Outcome::What::refused: return done(ctx, claim, DeliveryState::refused, outcome.answer);
    case Outcome::What::later: return again(ctx, claim, outcome);
    case Outcome::What::ambiguous:
      log::warning("notify.ambiguous", {{"delivery", claim.delivery}, {"channel", std::string(enum_text(claim.message.channel))}});
      if (claim.message.channel == Channel::sms) return done(ctx, claim, DeliveryState::dead, outcome.answer);
      return again(ctx, claim, outcome);
  }
  throw std::logic_error("an outcome of no kind");
}

}  // namespace

Account account_from(Services& services, store::AccountRow const& row) {
  return {.id = row.id, .channel = row.channel, .name = row.name, .settings = from_json<Settings>(row.settings).value(), .secrets = secrets::of(services, row)};
}

std::optional<Claim> claim(Context const& ctx, DeliveryId id, std::string_view node) {
  auto delivery = take(ctx, id);
  if (!delivery) return std::nullopt;
  auto notice = store::find_notice(ctx, delivery->notice_id);
  Claiming claiming{ctx, std::move(*delivery), notice.value_or(NoticeRow{})};
  if (!notice) {
    claiming.settle(DeliveryState::dropped, "notify.moot");
    return std::nullopt;
  }
  return claiming.run(node);
}

bool record(Context const& ctx, Claim const& claim, Outcome const& outcome) {
  if (!write(ctx, claim, outcome)) {
    log::warning("notify.lease_lost", {{"delivery", claim.delivery}});
    return false;
  }
  claim.account.channel == Channel::push ? note_push(ctx, claim.account, outcome) : breaker::note(ctx, claim.account.id, outcome);
  return true;
}

}  // namespace zx::notify
