// Where messages leave: configured by an administrator, their secrets written but never read back.

#include <algorithm>

#include "modules/notify/account_kinds.hpp"
#include "modules/notify/claiming.hpp"
#include "modules/notify/composing.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/secrets.hpp"
#include "modules/notify/sql.hpp"
#include "modules/notify/store.hpp"
#include "platform/base/text.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::notify {
namespace {

constexpr std::size_t longest_name = 60;

Result<void> check_name(std::string_view name) {
  if (text::trim(name).empty()) return Refusal::invalid_field("name", "field.required");
  if (text::length(name) > longest_name) return Refusal::invalid_field("name", "field.too_long", {{"most", std::to_string(longest_name)}});
  return {};
}

Result<void> check_events(Channel channel, std::vector<std::string> const& events) {
  auto const known = account_events(channel);
  for (std::size_t i = 0; i < events.size(); ++i)
    if (std::ranges::find(known, events[i]) == known.end()) return Refusal::invalid_field("events." + std::to_string(i), "notify.event_unknown");
  return {};
}

AccountView view_of(ReadContext const& ctx, store::AccountRow const& row) {
  AccountView view{.id = row.id,
                   .channel = row.channel,
                   .name = row.name,
                   .settings = from_json<Settings>(row.settings).value(),
                   .secrets_set = {},
                   .events = from_json<std::vector<std::string>>(row.events).value(),
                   .enabled = row.enabled,
                   .failures = row.failures,
                   .open_until = row.open_until,
                   .last_error = answer_text(ctx.services.texts, row.last_error, ctx.actor.language),
                   .last_ok_at = row.last_ok_at,
                   .version = row.version};
  for (auto const& [name, _] : secrets::of(ctx.services, row)) view.secrets_set.push_back(name);
  return view;
}

Result<store::AccountRow> found(ReadContext const& ctx, AccountId id) {
  if (auto row = store::find_account(ctx, id)) return std::move(*row);
  return Refusal::not_found("notify.account_not_found");
}

/// What an account is, without what it knows: for the history.
std::vector<timeline::Change> difference(store::AccountRow const& before, store::AccountRow const& after, bool secrets_changed) {
  std::vector<timeline::Change> changes;
  auto note = [&](std::string field, std::string const& from, std::string const& to) {
    if (from != to) changes.push_back({std::move(field), from, to});
  };
  note("name", before.name, after.name);
  note("settings", before.settings, after.settings);
  note("events", before.events, after.events);
  note("enabled", before.enabled ? "true" : "false", after.enabled ? "true" : "false");
  if (secrets_changed) changes.push_back({"secrets", "***", "***"});
  return changes;
}

void refresh_pages(Context const& ctx, AccountId id) {
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, id] { services.notify_pages(org, "channel_account", id.text()); });
}

std::string own_address(ReadContext const& ctx, Channel channel) {
  auto const contact = store::find_contact(ctx, ctx.actor.employee);
  if (!contact) return {};
  return (channel == Channel::email ? contact->email : contact->phone).value_or("");
}

}  // namespace

std::vector<AccountView> accounts(ReadContext const& ctx) {
  std::vector<AccountView> views;
  for (auto const& row : store::accounts(ctx)) views.push_back(view_of(ctx, row));
  return views;
}

Result<AccountView> add_account(Context& ctx, AccountForm const& form) {
  if (form.channel == Channel::in_app || form.channel == Channel::push) return Refusal::invalid_field("channel", "notify.account_channel");
  TRY(check_name(form.name));
  TRY(check_settings(form.channel, form.settings, form.secrets));
  TRY(check_events(form.channel, form.events));
  auto const id = AccountId::make();
  store::AccountRow const row{.id = id,
                              .channel = form.channel,
                              .name = std::string(text::trim(form.name)),
                              .settings = to_json(form.settings),
                              .secrets = secrets::sealed(ctx.services, form.secrets, id),
                              .events = to_json(form.events),
                              .enabled = form.enabled.value_or(true),
                              .open_until = {},
                              .last_error = {},
                              .last_ok_at = {},
                              .created_at = ctx.now};
  ctx.db.execute(sql::insert_account, db::Parameters::of(row).and_("org", ctx.actor.organization));
  timeline::begin(ctx, {"channel_account", row.id.uuid}, "channel_account.added",
                  {{"channel", "", std::string(enum_text(row.channel))}, {"name", "", row.name}, {"settings", "", row.settings}});
  refresh_pages(ctx, row.id);
  return view_of(ctx, row);
}

Result<AccountView> change_account(Context& ctx, AccountId id, std::int64_t version, AccountPatch const& patch) {
  auto const before = TRY(found(ctx, id));
  auto after = before;
  if (patch.name) {
    TRY(check_name(*patch.name));
    after.name = std::string(text::trim(*patch.name));
  }
  auto const known = secrets::of(ctx.services, before);
  auto given = known;
  for (auto const& [name, secret] : patch.secrets) {
    if (secret.empty()) given.erase(name);
    else given[name] = secret;
  }
  auto const settings = patch.settings.value_or(from_json<Settings>(before.settings).value());
  TRY(check_settings(before.channel, settings, given));
  if (patch.events) TRY(check_events(before.channel, *patch.events));
  after.settings = to_json(settings);
  if (given != known) after.secrets = secrets::sealed(ctx.services, given, id);
  after.events = patch.events ? to_json(*patch.events) : before.events;
  after.enabled = patch.enabled.value_or(before.enabled);
  auto const changed = ctx.db.execute(sql::update_account, db::Parameters::of(after).and_("org", ctx.actor.organization).and_("version", version));
  if (changed == 0) return Refusal::stale("request.stale");
  timeline::append(ctx, {"channel_account", id.uuid}, "channel_account.changed", difference(before, after, given != known));
  refresh_pages(ctx, id);
  return view_of(ctx, TRY(found(ctx, id)));
}

Result<void> remove_account(Context& ctx, AccountId id, std::int64_t version) {
  auto const before = TRY(found(ctx, id));
  auto const org = ctx.actor.organization;
  if (ctx.db.execute(sql::delete_account, {{"org", org}, {"id", id}, {"version", version}}) == 0) return Refusal::stale("request.stale");
  ctx.db.execute(sql::drop_waiting_of_account, {{"org", org}, {"account", id}, {"answer", "notify.account_removed"}, {"now", ctx.now}});
  timeline::append(ctx, {"channel_account", id.uuid}, "channel_account.removed", {{"name", before.name, ""}});
  refresh_pages(ctx, id);
  return {};
}

Result<TrialView> try_account(Services& services, Actor const& actor, AccountId id, TrialForm const& form) {
  struct Trial {
    store::AccountRow account;
    Message message;
  };
  auto prepared = services.database.read([&](db::Executor& db) -> Result<Trial> {
    ReadContext const ctx{actor, services.clock.now(), db, services};
    auto account = TRY(found(ctx, id));
    auto to = rules::is_group(account.channel) ? account.name : form.to.value_or(own_address(ctx, account.channel));
    if (to.empty()) return Refusal::conflict("notify.no_address");
    auto message = trial_message(ctx, account.channel, to);
    return Trial{std::move(account), std::move(message)};
  });
  if (!prepared) return std::move(prepared).refusal();
  auto const outcome = senders_of(services).of(prepared->account.channel)->send(account_from(services, prepared->account), prepared->message);
  return TrialView{.delivered = outcome.what == Outcome::What::delivered, .answer = outcome.answer, .to = prepared->message.to};
}

}  // namespace zx::notify
