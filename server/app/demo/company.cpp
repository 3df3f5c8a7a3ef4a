#include "app/demo/company.hpp"

#include "app/demo/customers.hpp"
#include "app/demo/everyday.hpp"
#include "app/demo/goal_cards.hpp"
#include "app/demo/outside.hpp"
#include "app/demo/persistence.hpp"
#include "app/demo/reasons.hpp"
#include "app/demo/recurring.hpp"
#include "app/demo/targets.hpp"
#include "app/demo/telling.hpp"
#include "app/demo/together.hpp"
#include "modules/notify/notify.hpp"
#include "modules/org/organization.hpp"

namespace zx::app::demo {
namespace {

constexpr int everyday_items = 96;
constexpr int reminded_days = 10;
constexpr std::uint64_t seed = 20060512;  // the first date of the printed sheet

Actor system_of(OrganizationId organization) { return {.organization = organization, .name = "系统", .is_system = true}; }

std::vector<Story> all_stories(Past const& on) {
  std::vector<Story> all;
  for (auto const& stories : {repair_stories(on), inspection_stories(on), renovation_stories(on), service_stories(on), outreach_stories(on), office_stories(on),
                              delay_stories(on), everyday_stories(on, everyday_items, seed)})
    all.insert(all.end(), stories.begin(), stories.end());
  for (auto& story : all) explain(story);
  return all;
}

Result<void> need_empty(Context const& ctx) {
  auto items = TRY(work::list(ctx, {.closed = true, .limit = 1}));
  if (!items.items.empty()) return Refusal::conflict("command.demo.not_empty");
  return {};
}

Result<void> separate_administrators(Context const& ctx) {
  return org::change_organization(ctx, org::show_organization(ctx).version, {.small_organization = false, .second_factor_required = false});
}

/// Everybody has seen what came before the last working day.
Result<void> read_old_notices(Context& now, Actors const& actors, Instant until) {
  for (auto const& [name, actor] : actors) {
    Context ctx{actor, now.now, now.db, now.services};
    TRY(notify::mark_all_read(ctx, {.until = until}));
  }
  return {};
}

}  // namespace

Result<Loaded> load(Services& services, OrganizationId organization, PasswordHashes const& hashes, std::optional<EmployeeId> placeholder) {
  Past const past(services.calendar_of(organization), services.clock.now());
  auto const stories = all_stories(past);
  auto const opened = past(-130, "09:00");
  return services.database.write([&](db::Transaction& tx) -> Result<Loaded> {
    auto const system = system_of(organization);
    Context now{system, past.now(), tx, services};
    Context then{system, opened, tx, services};
    TRY(need_empty(now));
    TRY(hire(then, hashes, placeholder));
    if (placeholder) TRY(separate_administrators(now));
    auto const actors = actors_of(now);
    Reminding reminding(now, past(-reminded_days, "09:00"));
    auto told = TRY(tell(now, stories, actors, reminding));
    TRY(win_customers(now, actors, past));
    auto const year_of_managers = TRY(set_targets(now, actors, past));
    auto const goals = TRY(agree_on_goals(now, actors, past, year_of_managers));
    told.items += goals.items;
    told.follow_ups += goals.follow_ups;
    auto const outside = TRY(open_to_outside(now, actors, past));
    told.items += outside.items;
    told.follow_ups += outside.follow_ups;
    auto const routine = TRY(come_round_again(now, actors, past));
    told.items += routine.items;
    told.follow_ups += routine.follow_ups;
    TRY(keep_following_up(now, actors, past));
    TRY(work_together(now, actors, past));
    TRY(announce_a_leaving(now, actors));
    TRY(reminding.up_to(past.now()));
    TRY(read_old_notices(now, actors, past(-1, "09:00")));
    return Loaded{static_cast<std::int64_t>(staff().size()), told.items, told.follow_ups};
  });
}

Result<void> load_demo(Services& services, OrganizationId organization) {
  TRY(load(services, organization));
  return {};
}

}  // namespace zx::app::demo
