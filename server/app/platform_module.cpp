#include "app/platform_module.hpp"

#include "platform/events/housekeeping.hpp"
#include "platform/events/sql.hpp"
#include "platform/files/sql.hpp"
#include "platform/http/idempotency.hpp"
#include "platform/http/sql.hpp"
#include "platform/jobs/sql.hpp"
#include "platform/numbering/sql.hpp"
#include "platform/search/sql.hpp"
#include "platform/timeline/sql.hpp"

namespace zx::app {
namespace {

Module of(std::string_view name, std::span<db::Migration const> migrations) { return {.name = name, .migrations = migrations}; }

jobs::Job forget_old_answers() {
  return {"http.forget_old_answers", std::chrono::hours(1), std::chrono::minutes(5), [](Services& services, jobs::Lease const& lease) {
            auto done = services.database.write([&](db::Transaction& tx) -> Result<void> {
              auto now = services.clock.now();
              if (jobs::still_mine(tx, lease, now)) http::idempotency::forget_old(tx, now);
              return {};
            });
            if (!done) throw std::runtime_error(done.refusal().code);
          }};
}

}  // namespace

std::vector<Module> platform_modules() {
  auto history = of("platform_timeline", timeline::migrations());
  // An id a client made that something of another sort has already.
  history.refusals = {{"timeline_head_pkey", "request.id_taken"}};
  auto http = of("platform_http", http::migrations());
  http.jobs = {forget_old_answers()};
  auto events = of("platform_events", events::migrations());
  events.jobs = {events::forget_old_events()};
  auto long_work = of("platform_jobs", jobs::migrations());
  long_work.jobs = {jobs::forget_old_tasks()};
  return {std::move(history),
          std::move(events),
          std::move(long_work),
          of("platform_files", files::migrations()),
          of("platform_search", search::migrations()),
          of("platform_numbering", numbering::migrations()),
          std::move(http)};
}

}  // namespace zx::app
