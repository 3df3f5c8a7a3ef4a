// What a person wants to be told by which channel, and when to be left alone.

#include <algorithm>

#include "modules/notify/push.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/sql.hpp"
#include "modules/notify/store.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::notify {
namespace {

constexpr std::array personal = {Channel::in_app, Channel::email, Channel::sms, Channel::push};
constexpr std::array all_kinds = {Kind::reminder, Kind::escalation, Kind::handoff, Kind::attention, Kind::mention,
                                  Kind::comment,  Kind::change,     Kind::closure, Kind::digest};

Result<void> check(ChosenChannel const& choice, std::string const& path) {
  if (rules::is_group(choice.channel)) return Refusal::invalid_field(path + ".channel", "notify.choice_not_personal");
  if (rules::is_fixed(choice.kind, choice.channel) && !choice.on) return Refusal::invalid_field(path + ".on", "notify.choice_fixed");
  return {};
}

Result<void> check(ChoicesForm const& form, Instant now) {
  for (std::size_t i = 0; i < form.channels.size(); ++i) TRY(check(form.channels[i], "channels." + std::to_string(i)));
  TRY(rules::check_quiet(form.quiet_from, form.quiet_to));
  if (form.digest_at && (*form.digest_at < rules::night_to || *form.digest_at > TimeOfDay{12 * 60}))
    return Refusal::invalid_field("digest_at", "notify.digest_hour");
  if (form.paused_until && *form.paused_until > now + rules::longest_pause) return Refusal::invalid_field("paused_until", "notify.pause_too_long");
  return {};
}

/// Only what differs from the defaults: those may be improved later.
std::vector<ChosenChannel> own_choices(std::vector<ChosenChannel> const& chosen) {
  std::vector<ChosenChannel> own;
  for (auto kind : all_kinds) {
    for (auto channel : personal) {
      auto const on = rules::wants(chosen, kind, channel);
      if (on != rules::is_default(kind, channel) && !rules::is_fixed(kind, channel)) own.push_back({kind, channel, on});
    }
  }
  return own;
}

std::string shown(std::optional<TimeOfDay> from, std::optional<TimeOfDay> to) { return from && to ? from->text() + "–" + to->text() : ""; }

void note(std::vector<timeline::Change>& changes, std::string field, std::string from, std::string to) {
  if (from != to) changes.push_back({std::move(field), std::move(from), std::move(to)});
}

std::string shown(std::vector<ChosenChannel> const& own) {
  std::string text;
  for (auto const& choice : own)
    text += (text.empty() ? "" : ", ") + std::string(enum_text(choice.kind)) + "/" + std::string(enum_text(choice.channel)) + (choice.on ? "+" : "−");
  return text;
}

}  // namespace

ChoicesView choices(ReadContext const& ctx) {
  auto const row = store::find_choice(ctx, ctx.actor.employee).value_or(store::ChoiceRow{});
  auto const chosen = from_json<std::vector<ChosenChannel>>(row.channels).value();
  auto const contact = store::find_contact(ctx, ctx.actor.employee);
  ChoicesView view{.channels = {},
                   .quiet_from = row.quiet_from,
                   .quiet_to = row.quiet_to,
                   .digest_at = row.digest_at,
                   .paused_until = row.paused_until,
                   .night_from = rules::night_from,
                   .night_to = rules::night_to,
                   .messages_an_hour = rules::pace_of(Channel::email)->most,
                   .email = contact ? contact->email.value_or("") : "",
                   .phone = contact ? contact->phone.value_or("") : "",
                   .email_available = store::enabled_account_of(ctx, Channel::email).has_value(),
                   .sms_available = store::enabled_account_of(ctx, Channel::sms).has_value(),
                   .devices = count_push_devices(ctx, ctx.actor.employee),
                   .version = row.version};
  for (auto kind : all_kinds)
    for (auto channel : personal) view.channels.push_back({kind, channel, rules::wants(chosen, kind, channel), rules::is_fixed(kind, channel)});
  return view;
}

Result<ChoicesView> choose(Context& ctx, std::int64_t version, ChoicesForm const& form) {
  TRY(check(form, ctx.now));
  auto const before = store::find_choice(ctx, ctx.actor.employee).value_or(store::ChoiceRow{});
  auto const own = own_choices(form.channels);
  db::Parameters const row{{"org", ctx.actor.organization},    {"employee", ctx.actor.employee}, {"channels", to_json(own)},
                           {"quiet_from", form.quiet_from},    {"quiet_to", form.quiet_to},      {"digest_at", form.digest_at.value_or(rules::usual_digest)},
                           {"paused_until", form.paused_until}};
  // Nobody's first choice is based on version 1, the defaults'.
  bool const first = version == 1 && ctx.db.execute(sql::insert_choice, row) == 1;
  if (!first && ctx.db.execute(sql::update_choice, db::Parameters(row).and_("version", version)) == 0) return Refusal::stale("request.stale");
  std::vector<timeline::Change> changes;
  note(changes, "channels", shown(from_json<std::vector<ChosenChannel>>(before.channels).value()), shown(own));
  note(changes, "quiet_hours", shown(before.quiet_from, before.quiet_to), shown(form.quiet_from, form.quiet_to));
  note(changes, "digest_at", before.digest_at.text(), form.digest_at.value_or(rules::usual_digest).text());
  note(changes, "paused_until", before.paused_until ? before.paused_until->text() : "", form.paused_until ? form.paused_until->text() : "");
  timeline::append(ctx, {"notice_choice", ctx.actor.employee.uuid}, "notice_choice.changed", std::move(changes));
  return choices(ctx);
}

}  // namespace zx::notify
