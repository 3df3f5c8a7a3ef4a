#include "modules/work/series_api.hpp"

#include "modules/work/series.hpp"
#include "modules/work/sql.hpp"
#include "platform/jobs/bookkeeping.hpp"

namespace zx::work {
namespace {

Result<http::Page<SeriesView>> get_list(ReadContext const& ctx, http::Call const&, SeriesQuery const& query) { return list_series(ctx, query); }
Result<SeriesView> get_one(ReadContext const& ctx, http::Call const& call) { return show_series(ctx, TRY(call.id<SeriesId>())); }
Result<SeriesView> post_one(Context& ctx, http::Call const&, NewSeriesForm const& form) { return begin_series(ctx, form); }
Result<SeriesView> post_ending(Context& ctx, http::Call const& call) { return stop_series(ctx, TRY(call.id<SeriesId>())); }

std::optional<OrganizationId> who_waits(db::Executor& db, Instant now) { return db.one<OrganizationId>(sql::series_waits, {{"now", now}}); }

/// One item under the lease, in a transaction of its own.
bool make_one(Services& services, jobs::Lease const& lease, OrganizationId organization) {
  auto const now = services.clock.now();
  return jobs::keep_books(services,
                          [&](db::Transaction& tx) { return jobs::still_mine(tx, lease, now) && make_next_of_series(tx, services, organization, now); });
}

void make_all(Services& services, jobs::Lease const& lease) {
  auto waiting = [&] { return services.database.read([&](db::Executor& db) { return who_waits(db, services.clock.now()); }); };
  for (auto organization = waiting(); organization; organization = waiting()) {
    org::refresh_calendar(services, *organization);
    if (!make_one(services, lease, *organization)) return;
  }
}

}  // namespace

void series_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/work-series", needs(permissions::read), "Recurring items, newest first.", &get_list);
  routes.post("/api/v1/work-series", needs(permissions::create), "Let an item come round again.", &post_one);
  routes.get("/api/v1/work-series/{id}", needs(permissions::read), "One recurring item.", &get_one);
  routes.post("/api/v1/work-series/{id}/ending", needs(permissions::read), "Stop it; what was made stays.", &post_ending);
}

jobs::Job make_series_items() {
  return {.name = "work.make_series_items",
          .every = std::chrono::seconds(20),
          .lease = std::chrono::seconds(60),
          .run = make_all,
          .has_work = [](db::Executor& db, Instant now) { return who_waits(db, now).has_value(); }};
}

}  // namespace zx::work
