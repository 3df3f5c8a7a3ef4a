// The organization, its calendar and its history over HTTP.

#include "modules/org/api.hpp"
#include "modules/org/auditing.hpp"
#include "modules/org/organization.hpp"
#include "modules/org/people.hpp"
#include "modules/org/working_calendar.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/http/disposition.hpp"

namespace zx::org {
namespace {

Result<OrganizationView> get_organization(ReadContext const& ctx, http::Call const&) { return show_organization(ctx); }

Result<OrganizationView> patch_organization(Context& ctx, http::Call const& call, OrganizationPatch const& patch) {
  TRY(change_organization(ctx, TRY(call.version()), patch));
  return show_organization(ctx);
}

Result<CalendarView> get_calendar(ReadContext const& ctx, http::Call const&) { return show_calendar(ctx); }

Result<CalendarView> put_calendar(Context& ctx, http::Call const& call, CalendarForm const& form) {
  TRY(change_calendar(ctx, TRY(call.version()), form));
  return show_calendar(ctx);
}

Result<http::Page<DayView>> get_days(ReadContext const& ctx, http::Call const&, DaysQuery const& query) {
  return http::Page<DayView>{TRY(days_between(ctx, query)), {}, {}};
}

Result<http::Page<AuditView>> get_timeline(ReadContext const& ctx, http::Call const&, TimelineQuery const& query) { return audit_page(ctx, query); }

Result<http::Reply> get_audit_export(Services& services, Actor const& actor, http::Call const& call) {
  auto query = TRY(http::detail::read_parameters<TimelineQuery>(call.request));
  http::Reply reply;
  reply.content_type = "text/csv; charset=utf-8";
  reply.header("content-disposition", http::attachment_disposition("audit_" + calendar::local_date(services.clock.now(), actor.time_zone).text() + ".csv"));
  reply.header("cache-control", "no-store");
  reply.body = TRY(audit_csv(services, actor, std::move(query)));
  return reply;
}

Result<timeline::Verification> get_verification(ReadContext const& ctx, http::Call const&) { return timeline::verify(ctx.db); }

}  // namespace

void settings_routes(http::Routes& routes) {
  using http::needs, http::signed_in;
  using namespace permissions;
  routes.get("/api/v1/organization", signed_in(), "The organization.", &get_organization);
  routes.patch("/api/v1/organization", needs(manage_configuration), "Change the organization's name, time zone, language or default owner.",
               &patch_organization);
  routes.get("/api/v1/calendar", signed_in(), "Working hours, public holidays and the organization's own days.", &get_calendar);
  routes.put("/api/v1/calendar", needs(manage_configuration), "Replace the working calendar.", &put_calendar);
  routes.get("/api/v1/calendar/days", signed_in(), "Which days are worked, with the holidays' names.", &get_days);
  routes.get("/api/v1/timeline", needs(read_audit), "The history of one subject, or of everything: by person, event, subject and day; newest first.",
             &get_timeline);
  routes.special(http::Method::get, "/api/v1/audit/export", needs(read_audit), "The same as csv, without paging.", &get_audit_export, "text/csv")
      .reads_query<TimelineQuery>();
  routes.get("/api/v1/audit/verification", needs(read_audit), "Recompute every hash chain and say whether the history is intact.", &get_verification);
}

void routes(http::Routes& routes) {
  people_sheet_routes(routes);
  people_routes(routes);
  account_routes(routes);
  own_routes(routes);
  second_factor_routes(routes);
  settings_routes(routes);
}

}  // namespace zx::org
