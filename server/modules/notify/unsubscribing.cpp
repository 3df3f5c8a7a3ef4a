#include "modules/notify/unsubscribing.hpp"

#include <algorithm>

#include "modules/notify/rules.hpp"
#include "modules/notify/secrets.hpp"
#include "modules/notify/store.hpp"
#include "platform/base/json.hpp"

namespace zx::notify {
namespace {

constexpr std::string_view place = "unsubscribe";
constexpr std::string_view seal_prefix = "sealed:";
constexpr std::string_view path = "/p/unsubscribe/";

struct Wish {
  EmployeeId person;
  Kind kind = Kind::reminder;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (person, kind))

Refusal unknown() { return Refusal::not_found("notify.unsubscribe_unknown"); }

/// What was never sealed is not opened: anybody could write it.
Result<Wish> wish_in(Services& services, std::string_view token) {
  auto const opened = secrets::opened(services, std::string(seal_prefix) + std::string(token), place);
  if (!opened) return unknown();
  auto const wish = from_json<Wish>(*opened);
  if (!wish || rules::is_fixed(wish->kind, Channel::email)) return unknown();
  return *wish;
}

std::string shortened(std::string const& email) {
  auto const at = email.find('@');
  return at == email.npos || at == 0 ? std::string() : email.substr(0, 1) + "…" + email.substr(at);
}

/// The person as themselves, while they work here and have an account.
struct Person {
  store::Contact contact;
  Actor actor;
};
Result<Person> person_of(db::Executor& db, Services& services, Wish const& wish) {
  auto const organization = org::only_organization(db);
  if (!organization) return unknown();
  Actor const system{.organization = *organization, .is_system = true};
  ReadContext const ctx{system, services.clock.now(), db, services};
  auto contact = store::find_contact(ctx, wish.person);
  if (!contact || store::has_left(*contact, ctx.now)) return unknown();
  Actor actor{.organization = *organization, .employee = wish.person, .name = contact->name, .language = contact->language, .time_zone = contact->time_zone};
  return Person{std::move(*contact), std::move(actor)};
}

UnsubscribeView view_of(ReadContext const& ctx, store::Contact const& contact, Kind kind) {
  auto const choice = store::find_choice(ctx, contact.id).value_or(store::ChoiceRow{});
  auto const chosen = from_json<std::vector<ChosenChannel>>(choice.channels).value();
  return {.organization = contact.organization,
          .language = contact.language,
          .kind = kind,
          .email = shortened(contact.email.value_or("")),
          .off = !rules::wants(chosen, kind, Channel::email)};
}

/// Everything else stays as the person chose it.
Result<void> switch_off(Context& ctx, Kind kind) {
  auto const row = store::find_choice(ctx, ctx.actor.employee).value_or(store::ChoiceRow{});
  auto channels = from_json<std::vector<ChosenChannel>>(row.channels).value();
  std::erase_if(channels, [&](ChosenChannel const& each) { return each.kind == kind && each.channel == Channel::email; });
  channels.push_back({kind, Channel::email, false});
  TRY(choose(
      ctx, row.version,
      {.channels = std::move(channels), .quiet_from = row.quiet_from, .quiet_to = row.quiet_to, .digest_at = row.digest_at, .paused_until = row.paused_until}));
  return {};
}

http::Reply reply_with(UnsubscribeView const& view) {
  http::Reply reply;
  reply.body = to_json(view);
  return reply;
}

Result<http::Reply> get_page(Services& services, Actor const&, http::Call const& call) {
  return reply_with(TRY(unsubscribe_page(services, call.argument("token"))));
}
Result<http::Reply> post_wish(Services& services, Actor const&, http::Call const& call) {
  return reply_with(TRY(unsubscribe(services, call.argument("token"))));
}

}  // namespace

std::string unsubscribe_url(ReadContext const& ctx, EmployeeId person, Kind kind) {
  if (ctx.services.public_url.empty() || rules::is_fixed(kind, Channel::email)) return {};
  auto const sealed = secrets::sealed(ctx.services, to_json(Wish{person, kind}), place);
  return ctx.services.public_url + std::string(path) + sealed.substr(seal_prefix.size());
}

Result<UnsubscribeView> unsubscribe_page(Services& services, std::string_view token) {
  auto const wish = TRY(wish_in(services, token));
  return services.database.read([&](db::Executor& db) -> Result<UnsubscribeView> {
    auto const person = TRY(person_of(db, services, wish));
    return view_of({person.actor, services.clock.now(), db, services}, person.contact, wish.kind);
  });
}

Result<UnsubscribeView> unsubscribe(Services& services, std::string_view token) {
  auto const wish = TRY(wish_in(services, token));
  return services.database.write([&](db::Transaction& tx) -> Result<UnsubscribeView> {
    auto const person = TRY(person_of(tx, services, wish));
    Context ctx{person.actor, services.clock.now(), tx, services};
    auto const before = view_of(ctx, person.contact, wish.kind);
    if (before.off) return before;
    TRY(switch_off(ctx, wish.kind));
    return view_of(ctx, person.contact, wish.kind);
  });
}

void unsubscribe_routes(http::Routes& routes) {
  using http::Method;
  constexpr auto why = "whoever holds the mail may end such mails; the link itself is the secret";
  routes.special<void, UnsubscribeView>(Method::get, "/api/v1/public/unsubscribe/{token}", http::anyone(why), "Which mails this link switches off.", &get_page);
  routes.special<void, UnsubscribeView>(Method::post, "/api/v1/public/unsubscribe/{token}", http::anyone(why), "No mails of this kind any more.", &post_wish)
      .answers(200);
  routes
      .special<void, UnsubscribeView>(Method::post, "/p/unsubscribe/{token}", http::anyone(why), "The same, as mail programs ask for it (RFC 8058).",
                                      &post_wish)
      .answers(200);
}

}  // namespace zx::notify
