#include "modules/org/positions.hpp"

#include "modules/org/people_fixture.hpp"

namespace zx::org {
namespace {

struct Positions : fixture::EachEngine {
  Positions() : EachEngine(fixture::Migrations(module().migrations.begin(), module().migrations.end())) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    for (auto const& [constraint, code] : module().refusals) world().database().refuse_as(constraint, code);
    company.emplace(world());
    plumber = add("水电工");
    fitter = add("管道工");
    li = company->employ({.name = "李明", .position_id = plumber.id});
  }
  PositionView add(std::string name) {
    return world().write([&](Context& ctx) { return add_position(ctx, {name}); });
  }
  std::vector<std::string> names() {
    return world().read([&](ReadContext const& ctx) {
      std::vector<std::string> all;
      for (auto const& position : positions(ctx)) all.push_back(position.name + " " + std::to_string(position.people));
      return all;
    });
  }

  std::optional<Company> company;
  PositionView plumber, fitter;
  EmployeeId li;
};
ON_EACH_ENGINE(Positions);

TEST_P(Positions, a_position_is_renamed_for_everybody) {
  world().write([&](Context& ctx) { return rename_position(ctx, plumber.id, 1, {"维修工"}); });
  EXPECT_EQ(names(), (std::vector<std::string>{"管道工 0", "维修工 1"}));
  auto stale = world().try_write([&](Context& ctx) { return rename_position(ctx, plumber.id, 1, {"水工"}); });
  EXPECT_EQ(stale.refusal().code, "request.stale");
  auto taken = world().try_write([&](Context& ctx) { return rename_position(ctx, plumber.id, 2, {"管道工"}); });
  EXPECT_EQ(taken.refusal().code, "org.position_name_taken");
}

TEST_P(Positions, merging_gives_its_people_the_other_one) {
  world().write([&](Context& ctx) { return merge_position(ctx, plumber.id, {fitter.id}); });
  EXPECT_EQ(names(), std::vector<std::string>{"管道工 1"});
  world().read([&](ReadContext const& ctx) {
    EXPECT_EQ(show_employee(ctx, li)->position_name, "管道工");
    EXPECT_EQ(timeline::entries_of(ctx, {"employee", li.uuid}, 1).front().changes.front().to, "管道工");
  });
  auto itself = world().try_write([&](Context& ctx) { return merge_position(ctx, fitter.id, {fitter.id}); });
  EXPECT_EQ(itself.refusal().fields[0].code, "org.position_into_itself");
}

TEST_P(Positions, only_one_that_nobody_has_is_removed) {
  auto used = world().try_write([&](Context& ctx) { return remove_position(ctx, plumber.id, 1); });
  EXPECT_EQ(used.refusal().code, "org.position_in_use");
  world().write([&](Context& ctx) { return remove_position(ctx, fitter.id, 1); });
  EXPECT_EQ(names(), std::vector<std::string>{"水电工 1"});
}

}  // namespace
}  // namespace zx::org
