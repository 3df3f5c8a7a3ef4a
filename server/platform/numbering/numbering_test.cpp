#include "platform/numbering/numbering.hpp"

#include <set>
#include <thread>

#include "platform/testing/test_world.hpp"

namespace zx::numbering {
namespace {

struct Numbering : fixture::EachEngine {
  std::string take(std::string_view series) {
    return world().write([&](Context& ctx) { return next(ctx, series); });
  }
};
ON_EACH_ENGINE(Numbering);

TEST_P(Numbering, numbers_count_up_per_series) {
  EXPECT_EQ(take("W"), "W-2026-000001");
  EXPECT_EQ(take("W"), "W-2026-000002");
  EXPECT_EQ(take("V"), "V-2026-000001");
}

TEST_P(Numbering, organizations_count_by_themselves) {
  take("W");
  auto other = fixture::someone_of(OrganizationId::make(), "李四");
  EXPECT_EQ(world().write_as(other, [&](Context& ctx) { return next(ctx, "W"); }), "W-2026-000001");
}

TEST_P(Numbering, the_year_turns_at_local_midnight) {
  world().clock.set(*Instant::parse("2026-12-31T15:59:59Z"));
  EXPECT_EQ(take("W"), "W-2026-000001");
  world().clock.set(*Instant::parse("2026-12-31T16:00:00Z"));
  EXPECT_EQ(take("W"), "W-2027-000001");
}

TEST_P(Numbering, numbers_have_no_gap_after_a_refusal) {
  EXPECT_EQ(take("W"), "W-2026-000001");
  auto refused = world().try_write([](Context& ctx) -> Result<std::string> {
    auto taken = next(ctx, "W");
    EXPECT_EQ(taken, "W-2026-000002");
    return Refusal::conflict("work_item.open_steps");
  });
  EXPECT_FALSE(refused);
  EXPECT_EQ(take("W"), "W-2026-000002");
}

TEST_P(Numbering, an_import_takes_its_numbers_at_once) {
  take("W");
  EXPECT_EQ(world().write([](Context& ctx) { return reserve(ctx, "W", 2026, 100); }), 2);
  EXPECT_EQ(take("W"), "W-2026-000102");
}

TEST_P(Numbering, two_at_once_never_get_the_same) {
  std::set<std::string> first, second;
  auto taking = [&](std::set<std::string>& into) {
    for (int i = 0; i < 20; ++i) into.insert(take("W"));
  };
  std::thread one([&] { taking(first); }), other([&] { taking(second); });
  one.join();
  other.join();
  first.merge(second);
  EXPECT_EQ(first.size(), 40u);
  EXPECT_EQ(*first.rbegin(), "W-2026-000040");
}

}  // namespace
}  // namespace zx::numbering
