#include "modules/work/public_api.hpp"

#include "modules/work/public_form.hpp"
#include "modules/work/requester.hpp"
#include "modules/work/work.hpp"

namespace zx::work {
namespace {

/// Enough for the longest form; more is not even read as JSON.
constexpr std::size_t largest_body = 32 << 10;

Outsider outsider_of(http::Call const& call) { return {std::string(call.argument("token")), call.request.remote_address}; }

template <class View>
http::Reply reply_with(View const& view, int status = 200) {
  http::Reply reply;
  reply.status = status;
  reply.body = to_json(view);
  return reply;
}

template <class Form>
Result<Form> small_form(http::Call const& call) {
  if (call.request.body.size() > largest_body) return Refusal::of(RefusalKind::too_large, "public.too_large");
  return from_json<Form>(call.request.body);
}

Result<http::Reply> get_status(Services& services, Actor const&, http::Call const& call) { return reply_with(TRY(public_status(services, outsider_of(call)))); }
Result<http::Reply> post_answer(Services& services, Actor const&, http::Call const& call) {
  return reply_with(TRY(answer_status(services, outsider_of(call), TRY(small_form<RequesterAnswerForm>(call)))));
}
Result<http::Reply> get_form(Services& services, Actor const&, http::Call const& call) {
  return reply_with(TRY(public_form_page(services, outsider_of(call))));
}
Result<http::Reply> post_request(Services& services, Actor const&, http::Call const& call) {
  return reply_with(TRY(request_from_outside(services, outsider_of(call), TRY(small_form<PublicRequestForm>(call)))), 201);
}

Result<RequesterDesk> get_desk(ReadContext const& ctx, http::Call const& call) { return requester_desk(ctx, TRY(call.id<WorkItemId>())); }
struct LinkQuery {
  std::optional<bool> by_email;  ///< send it to the requester, too
};
BOOST_DESCRIBE_STRUCT(LinkQuery, (), (by_email))

/// Special, because the answers of ordinary writes are kept for Idempotency-Key, and the link must stand nowhere in clear.
Result<http::Reply> post_link(Services& services, Actor const& actor, http::Call const& call) {
  auto const query = TRY(http::detail::read_parameters<LinkQuery>(call.request));
  auto const id = TRY(call.id<WorkItemId>());
  return services.database.write([&](db::Transaction& tx) -> Result<http::Reply> {
    Context ctx{actor, services.clock.now(), tx, services};
    return reply_with(TRY(make_status_link(ctx, id, query.by_email.value_or(false) ? Mailed::yes : Mailed::no)), 201);
  });
}
Result<void> delete_links(Context& ctx, http::Call const& call) { return revoke_status_links(ctx, TRY(call.id<WorkItemId>())); }
Result<RequesterMessageView> post_message(Context& ctx, http::Call const& call, RequesterMessageForm const& form) {
  return write_to_requester(ctx, TRY(call.id<WorkItemId>()), form);
}
Result<http::Page<RatingLine>> report_ratings(ReadContext const& ctx, http::Call const&, RatingQuery const& query) {
  return http::Page<RatingLine>{TRY(rating_report(ctx, query)), {}, {}};
}

Result<PublicFormView> get_public_form(ReadContext const& ctx, http::Call const&) { return public_form(ctx); }
Result<PublicFormView> put_public_form(Context& ctx, http::Call const& call, PublicFormForm const& form) {
  return change_public_form(ctx, TRY(call.version()), form);
}
Result<PublicFormView> post_address(Context& ctx, http::Call const&) { return renew_public_form_address(ctx); }

void outside_routes(http::Routes& routes) {
  using http::anyone;
  using http::Method;
  constexpr auto by_link = "the requester has no account; the link itself is the secret";
  constexpr auto by_form = "whoever reports something has no account; the administrator switched the form on";
  routes.special<void, PublicStatusView>(Method::get, "/api/v1/public/status/{token}", anyone(by_link), "How far my request is.", &get_status);
  routes
      .special<RequesterAnswerForm, PublicStatusView>(Method::post, "/api/v1/public/status/{token}/answer", anyone(by_link),
                                                      "Still not solved, or thank you with a rating.", &post_answer)
      .answers(200);
  routes.special<void, PublicFormPage>(Method::get, "/api/v1/public/requests/{token}", anyone(by_form), "What can be asked for here.", &get_form);
  routes.special<PublicRequestForm, PublicRequestAnswer>(Method::post, "/api/v1/public/requests/{token}", anyone(by_form),
                                                         "Ask for something: answers its number and the link to its status page.", &post_request);
}

void desk_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/work-items/{id}/requester", needs(permissions::read), "Links, messages and the rating between the item and its requester.", &get_desk);
  routes
      .special<void, StatusLinkView>(http::Method::post, "/api/v1/work-items/{id}/status-link", needs(permissions::read),
                                     "A new link to the status page; shown this once.", &post_link)
      .reads_query<LinkQuery>();
  routes.delete_("/api/v1/work-items/{id}/status-link", needs(permissions::read), "Revoke every link to the status page.", &delete_links);
  routes.post("/api/v1/work-items/{id}/requester-messages", needs(permissions::read), "Write to the requester; shown on the status page.", &post_message);
  routes.get("/api/v1/ratings/report", needs(permissions::read), "How content the requesters were, by kind or department.", &report_ratings);
  auto const configuration = needs(org::permissions::manage_configuration);
  routes.get("/api/v1/public-form", configuration, "The request form for people outside.", &get_public_form);
  routes.put("/api/v1/public-form", configuration, "Switch it on or off; If-Match \"0\" for the first time.", &put_public_form);
  routes.post("/api/v1/public-form/address", configuration, "A new address for it; the old one is void.", &post_address);
}

}  // namespace

void public_routes(http::Routes& routes) {
  desk_routes(routes);
  outside_routes(routes);
}

}  // namespace zx::work
