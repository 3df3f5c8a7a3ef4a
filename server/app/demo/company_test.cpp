#include "app/demo/company.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "app/demo/everyday.hpp"
#include "app/modules.hpp"
#include "platform/testing/test_world.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::app::demo {
namespace {

org::MadeOrganization make(fixture::TestWorld& world) {
  auto made = world.database().write([&](db::Transaction& tx) { return org::make_organization(tx, world.services, {.name = "演示物业"}, all_permissions()); });
  return std::move(made).value();
}

Loaded loaded_into(fixture::TestWorld& world, org::MadeOrganization const& made) {
  auto loaded = load(world.services, made.organization, {}, made.first_employee);
  if (!loaded) {
    auto refusal = loaded.refusal();
    throw std::runtime_error(fixture::UnexpectedRefusal::describe(refusal) + " in " + refusal.arguments["story"] + " at " + refusal.arguments["at"]);
  }
  return *loaded;
}

/// An organization nobody has set up, on a database with every module's tables.
struct Company : fixture::EachEngine {
  Company() : EachEngine(own_migrations()) {}

  /// All but the platform's, which the world makes itself.
  static fixture::Migrations own_migrations() {
    auto platform = fixture::platform_migrations();
    auto all = all_migrations();
    std::erase_if(all, [&](db::Migration const& migration) {
      return std::ranges::any_of(platform, [&](db::Migration const& other) { return other.module == migration.module; });
    });
    return all;
  }

  Loaded load_on_a_friday() {
    made_ = make(world());
    return loaded_into(world(), *made_);
  }

  std::vector<work::WorkItemLine> all_items() {
    return world().read_as(system(), [](ReadContext const& ctx) { return work::list(ctx, {.closed = true, .limit = 200}).value().items; });
  }

  Actor system() const { return {.organization = made_->organization, .name = "系统", .is_system = true}; }

  std::optional<org::MadeOrganization> made_;
};
ON_EACH_ENGINE(Company);

TEST_P(Company, shows_every_state_and_leaves_nothing_without_a_next_look) {
  auto loaded = load_on_a_friday();
  auto items = all_items();
  EXPECT_EQ(static_cast<std::int64_t>(items.size()), loaded.items);
  std::set<work::State> states;
  std::set<std::string> kinds;
  for (auto const& item : items) {
    states.insert(item.state);
    kinds.insert(item.kind);
    bool const closed = item.state == work::State::done || item.state == work::State::cancelled;
    EXPECT_EQ(item.next_follow_up_at.has_value(), !closed) << item.title;
  }
  EXPECT_EQ(states.size(), 9u);
  EXPECT_EQ(kinds.size(), work::shipped_kinds().size());
}

TEST_P(Company, has_a_true_history_that_ends_now) {
  load_on_a_friday();
  auto verified = world().read([](ReadContext const& ctx) { return timeline::verify(ctx.db); });
  EXPECT_TRUE(verified.intact);
  EXPECT_GT(verified.entries, 500);
  auto items = all_items();
  world().read_as(system(), [&](ReadContext const& ctx) {
    for (auto const& item : items) {
      auto entries = timeline::entries_of(ctx, {"work_item", item.id.uuid}, 100);
      EXPECT_TRUE(std::ranges::is_sorted(entries, std::greater{}, &timeline::EntryView::at)) << item.title;
      EXPECT_LE(entries.front().at, ctx.now) << item.title;
    }
    return 0;
  });
}

TEST_P(Company, answers_the_general_managers_question) {
  load_on_a_friday();
  auto found = world().read_as(system(), [](ReadContext const& ctx) { return followup::where(ctx, "渗水报修"); });
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().owner.name, "林小燕");
  EXPECT_EQ(found.front().handler.name, "刘大伟");
  EXPECT_TRUE(found.front().overdue);
  EXPECT_EQ(found.front().last_follow_up->by_name, "林小燕");
}

TEST_P(Company, leaves_the_dispatcher_nothing_to_do) {
  load_on_a_friday();
  std::vector<events::Reaction> reactions;
  for (auto const& module : modules()) reactions.insert(reactions.end(), module.reactions.begin(), module.reactions.end());
  EXPECT_EQ(events::Dispatcher(world().services, reactions).drain(), 0);
}

TEST_P(Company, comes_into_an_empty_organization_only) {
  load_on_a_friday();
  auto again = load_demo(world().services, made_->organization);
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.refusal().code, "command.demo.not_empty");
}

TEST_P(Company, works_beside_whoever_set_the_organization_up) {
  made_ = make(world());
  EXPECT_TRUE(load_demo(world().services, made_->organization).ok());
  world().read_as(system(), [&](ReadContext const& ctx) {
    // What comes by the form for outsiders goes to the service desk.
    EXPECT_EQ(org::default_owner(ctx).id, org::employee_called(ctx, "林小燕", "name").value().id);
    EXPECT_TRUE(org::employee_called(ctx, "林小燕", "name").ok());
    return 0;
  });
}

/// Stories are told from today: at night, in a week of holidays, before work and at the turn of the year they hold as well.
TEST(CompanyAtAnyTime, can_be_loaded) {
  for (auto const* instant : {"2026-11-21T16:30:00Z", "2026-10-04T02:00:00Z", "2026-12-31T23:59:00Z", "2026-03-02T00:10:00Z"}) {
    fixture::TestWorld world(db::Engine::sqlite, Company::own_migrations());
    world.clock.set(*Instant::parse(instant));
    EXPECT_GT(loaded_into(world, make(world)).follow_ups, 200) << instant;
  }
}

TEST(Dice, throw_the_same_from_the_same_seed) {
  // SplitMix64's published first values from seed 1234567.
  Dice dice(1234567);
  EXPECT_EQ(dice.next(), 6457827717110365317u);
  EXPECT_EQ(dice.next(), 3203168211198807973u);
}

}  // namespace
}  // namespace zx::app::demo
