#include "modules/work/quadrants.hpp"

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

TEST(Quadrants, urgency_is_the_time_left_against_the_time_needed) {
  calendar::WorkingCalendar const calendar("Asia/Shanghai", calendar::WorkingHours::standard());
  auto const now = *Instant::parse("2026-11-20T09:00:00+08:00");
  auto urgency = [&](std::int64_t left, std::optional<std::int64_t> estimate) {
    return rules::urgency_of(calendar, now, calendar.add_working_time(now, minutes(left)), estimate);
  };
  EXPECT_EQ(urgency(60, 60), 1);
  EXPECT_EQ(urgency(61, 60), 2);
  EXPECT_EQ(urgency(120, 60), 2);
  EXPECT_EQ(urgency(121, 60), 3);
  EXPECT_EQ(urgency(240, 60), 3);
  EXPECT_EQ(urgency(241, 60), 4);
  EXPECT_EQ(urgency(-60, 60), 1) << "overdue";
  EXPECT_EQ(urgency(450, {}), 1) << "a working day is assumed";
  EXPECT_EQ(rules::urgency_of(calendar, now, {}, 60), 4) << "nothing presses without a due time";
}

TEST(Quadrants, both_halves_are_cut_in_the_middle) {
  EXPECT_EQ(rules::quadrant_of(2, 2), Quadrant::A);
  EXPECT_EQ(rules::quadrant_of(1, 3), Quadrant::B);
  EXPECT_EQ(rules::quadrant_of(3, 1), Quadrant::C);
  EXPECT_EQ(rules::quadrant_of(4, 4), Quadrant::D);
}

struct InQuadrants : WorkWorld {};
ON_EACH_ENGINE(InQuadrants);

TEST_P(InQuadrants, an_item_is_dragged_by_hand_and_let_go_again) {
  auto item = make(li, {.importance = 1, .due_at = in(hours(24 * 60))});
  EXPECT_EQ(item.quadrant, Quadrant::B);
  auto drag = [&](WorkItemPatch const& patch) {
    return world().write_as(li, [&](Context& ctx) { return change(ctx, item.id, show(ctx, item.id)->version, patch); });
  };
  auto dragged = drag({.importance = 3, .urgency = 1});
  EXPECT_EQ(dragged.quadrant, Quadrant::C);
  EXPECT_TRUE(dragged.urgency_by_hand);
  EXPECT_EQ(said(history(item.id).front().changes), "urgency:  → 1; importance: 1 → 3; ");
  auto line = world().read([](ReadContext const& ctx) { return list(ctx, {}).value().items.at(0); });
  EXPECT_EQ(line.quadrant, Quadrant::C);
  EXPECT_EQ(line.urgency, 1);
  EXPECT_EQ(drag({.urgency = Patch<std::int64_t>::null()}).quadrant, Quadrant::D);
  EXPECT_EQ(drag({.estimate_minutes = 100'000}).urgency, 1) << "it needs more than is left";
  EXPECT_EQ(refused(li, [&](Context& ctx) { return change(ctx, item.id, show(ctx, item.id)->version, {.urgency = 5}); }), "urgency: field.out_of_range");
}

}  // namespace
}  // namespace zx::work
