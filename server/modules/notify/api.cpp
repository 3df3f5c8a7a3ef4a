#include "modules/notify/api.hpp"

#include "modules/followup/followup.hpp"
#include "modules/notify/feed.hpp"
#include "modules/notify/notify.hpp"
#include "modules/notify/posted.hpp"
#include "modules/notify/unsubscribing.hpp"

namespace zx::notify {
namespace {

using http::Call;

Result<http::Page<NoticeView>> get_notices(ReadContext const& ctx, Call const&, NoticesQuery const& query) { return notices(ctx, query); }
Result<UnreadView> get_unread(ReadContext const& ctx, Call const&) { return unread(ctx); }
Result<void> post_reading(Context& ctx, Call const& call) { return mark_read(ctx, TRY(call.id<NoticeId>())); }
Result<UnreadView> post_readings(Context& ctx, Call const&, ReadAllForm const& form) { return mark_all_read(ctx, form); }

Result<ChoicesView> get_choices(ReadContext const& ctx, Call const&) { return choices(ctx); }
Result<ChoicesView> put_choices(Context& ctx, Call const& call, ChoicesForm const& form) { return choose(ctx, TRY(call.version()), form); }

Result<http::Page<AccountView>> get_accounts(ReadContext const& ctx, Call const&) { return http::Page<AccountView>{accounts(ctx), {}, {}}; }
Result<http::Page<AccountKindView>> get_account_kinds(ReadContext const&, Call const&) { return http::Page<AccountKindView>{account_kinds(), {}, {}}; }
Result<AccountView> post_account(Context& ctx, Call const&, AccountForm const& form) { return add_account(ctx, form); }
Result<AccountView> patch_account(Context& ctx, Call const& call, AccountPatch const& patch) {
  return change_account(ctx, TRY(call.id<AccountId>()), TRY(call.version()), patch);
}
Result<void> delete_account(Context& ctx, Call const& call) { return remove_account(ctx, TRY(call.id<AccountId>()), TRY(call.version())); }

http::Reply created(TrialView const& view) {
  http::Reply reply;
  reply.status = 201;
  reply.body = to_json(view);
  return reply;
}
Result<http::Reply> post_account_trial(Services& services, Actor const& actor, Call const& call) {
  return created(TRY(try_account(services, actor, TRY(call.id<AccountId>()), TRY(from_json<TrialForm>(call.request.body)))));
}
Result<http::Reply> post_template_trial(Services& services, Actor const& actor, Call const& call) {
  return created(TRY(try_template(services, actor, TRY(from_json<PreviewForm>(call.request.body)))));
}

Result<TemplateKey> key_of(Call const& call) {
  auto const channel = enum_from<Channel>(call.argument("channel"));
  if (!channel) return Refusal::not_found("request.not_found");
  return TemplateKey{std::string(call.argument("event")), *channel, std::string(call.argument("language"))};
}
Result<http::Page<TemplateView>> get_templates(ReadContext const& ctx, Call const&, TemplatesQuery const& query) {
  return http::Page<TemplateView>{TRY(templates(ctx, query)), {}, {}};
}
Result<TemplateView> put_own_template(Context& ctx, Call const& call, TemplateForm const& form) {
  return put_template(ctx, TRY(key_of(call)), TRY(call.version()), form);
}
Result<void> delete_template(Context& ctx, Call const& call) { return reset_template(ctx, TRY(key_of(call))); }
Result<PreviewView> post_preview(Context& ctx, Call const&, PreviewForm const& form) { return preview(ctx, form); }

Result<http::Page<DeliveryView>> get_deliveries(ReadContext const& ctx, Call const&, DeliveriesQuery const& query) { return deliveries(ctx, query); }
Result<DeliveryView> post_resending(Context& ctx, Call const& call) { return resend(ctx, TRY(call.id<DeliveryId>())); }

Result<http::Page<RemindedView>> get_reminded(ReadContext const& ctx, Call const& call, RemindedQuery const& query) {
  return reminded_of(ctx, TRY(call.id<Id<struct SubjectTag>>()).uuid, query);
}

http::Reply answer(PushView const& view) {
  http::Reply reply;
  reply.body = to_json(view);
  return reply;
}
Result<http::Reply> get_push(Services& services, Actor const& actor, Call const&) { return answer(TRY(push(services, actor))); }
Result<PushDeviceView> post_push_device(Context& ctx, Call const&, PushForm const& form) { return add_push_device(ctx, form); }
Result<void> delete_push_device(Context& ctx, Call const& call) { return remove_push_device(ctx, TRY(call.id<PushSubscriptionId>())); }

Result<FeedView> get_feed(ReadContext const& ctx, Call const&) { return feed(ctx); }
/// Special, because the answers of ordinary writes are kept for Idempotency-Key, and the address must stand nowhere in clear.
Result<http::Reply> post_feed(Services& services, Actor const& actor, Call const&) {
  return services.database.write([&](db::Transaction& tx) -> Result<http::Reply> {
    Context ctx{actor, services.clock.now(), tx, services};
    http::Reply reply;
    reply.status = 201;
    reply.body = to_json(TRY(make_feed(ctx)));
    return reply;
  });
}
Result<void> delete_feed(Context& ctx, Call const&) { return revoke_feed(ctx); }

void own_routes(http::Routes& routes) {
  using http::signed_in;
  routes.get("/api/v1/notices", signed_in(), "What I was told, newest first.", &get_notices);
  routes.get("/api/v1/notices/unread", signed_in(), "How much of it I have not read.", &get_unread);
  routes.post("/api/v1/notices/{id}/reading", signed_in(), "I have read this.", &post_reading);
  routes.post("/api/v1/notices/readings", signed_in(), "I have read everything.", &post_readings);
  routes.get("/api/v1/notice-choices", signed_in(), "By which channels I am told what, and when I am left alone.", &get_choices);
  routes.put("/api/v1/notice-choices", signed_in(), "Choose them.", &put_choices);
  routes.special<void, PushView>(http::Method::get, "/api/v1/push-subscriptions", signed_in(), "The browsers in which I am told, and the key to add one.",
                                 &get_push);
  routes.post("/api/v1/push-subscriptions", signed_in(), "Tell me in this browser, too; it is mine from now on.", &post_push_device);
  routes.delete_("/api/v1/push-subscriptions/{id}", signed_in(), "Not in this browser any more.", &delete_push_device);
  routes.get("/api/v1/commitments/{id}/notices", http::needs(followup::permissions::read), "Who was reminded of it, when, and by what.", &get_reminded);
  routes.get("/api/v1/calendar-feed", signed_in(), "Whether I have a private calendar address.", &get_feed);
  routes.special<void, FeedView>(http::Method::post, "/api/v1/calendar-feed", signed_in(), "Make a new private calendar address; the one before is void.",
                                 &post_feed);
  routes.delete_("/api/v1/calendar-feed", signed_in(), "Revoke it.", &delete_feed);
  routes.special<void, void>(http::Method::get, "/calendar/{file}", http::anyone("a calendar program has no session; the address itself is the secret"),
                             "A person's due dates and follow-ups as iCalendar.", &serve_feed, "text/calendar");
}

void configuration_routes(http::Routes& routes) {
  auto const needs = http::needs(org::permissions::manage_configuration);
  routes.get("/api/v1/channel-accounts", needs, "Where messages leave; without their secrets.", &get_accounts);
  routes.get("/api/v1/channel-accounts/kinds", needs, "What each kind of account is asked for.", &get_account_kinds);
  routes.post("/api/v1/channel-accounts", needs, "Add a mail account, SMS gateway, group robot or webhook.", &post_account);
  routes.patch("/api/v1/channel-accounts/{id}", needs, "Change one; its breaker closes.", &patch_account);
  routes.delete_("/api/v1/channel-accounts/{id}", needs, "Remove one; what waits for it is dropped.", &delete_account);
  routes.special<TrialForm, TrialView>(http::Method::post, "/api/v1/channel-accounts/{id}/trials", needs, "Send a test message through it now.",
                                       &post_account_trial);
  routes.get("/api/v1/notice-templates", needs, "The wording of every event in one channel and language.", &get_templates);
  routes.put("/api/v1/notice-templates/{event}/{channel}/{language}", needs, "Our own wording; If-Match \"0\" for the first.", &put_own_template);
  routes.delete_("/api/v1/notice-templates/{event}/{channel}/{language}", needs, "Back to the shipped wording.", &delete_template);
  routes.post("/api/v1/notice-templates/previews", needs, "A wording with made-up values.", &post_preview);
  routes.special<PreviewForm, TrialView>(http::Method::post, "/api/v1/notice-templates/trials", needs,
                                         "The same sent by its channel: to myself, or to the group.", &post_template_trial);
  routes.get("/api/v1/deliveries", needs, "What left, to whom, why, and what the other side said.", &get_deliveries);
  routes.post("/api/v1/deliveries/{id}/resending", needs, "Send a dead one again, under the same Message-ID.", &post_resending);
}

}  // namespace

void routes(http::Routes& routes) {
  own_routes(routes);
  unsubscribe_routes(routes);
  posted_routes(routes);
  configuration_routes(routes);
}

}  // namespace zx::notify
