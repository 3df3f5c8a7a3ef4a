#include "modules/work/flow_measuring.hpp"

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

Instant at(std::string_view text) { return *Instant::parse(text); }

TEST(Flow, waiting_twice_at_once_is_waiting_once) {
  calendar::WorkingCalendar const calendar("Asia/Shanghai", calendar::WorkingHours::standard());
  auto const start = at("2026-11-20T09:00:00+08:00");
  auto flow = flow::measure(calendar, {{start, start + hours(3)}}, {{start + hours(1), start + hours(2)}, {start + minutes(30), start + minutes(90)}});
  EXPECT_EQ(flow.waiting_minutes, 90);
  EXPECT_EQ(flow.working_minutes, 90);
  EXPECT_EQ(flow.efficiency, 50);
}

TEST(Flow, only_working_time_counts) {
  calendar::WorkingCalendar const calendar("Asia/Shanghai", calendar::WorkingHours::standard());
  auto const friday = at("2026-11-20T17:00:00+08:00");
  auto flow = flow::measure(calendar, {{friday, at("2026-11-23T10:00:00+08:00")}}, {{friday, at("2026-11-22T12:00:00+08:00")}});
  EXPECT_EQ(flow.waiting_minutes, 60);
  EXPECT_EQ(flow.working_minutes, 60);
  EXPECT_FALSE(flow::measure(calendar, {{friday, friday}}, {}).efficiency) << "no time, no share of it";
}

struct Flowing : WorkWorld {
  /// Friday 09:00: waits an hour for 王芳, is worked on for an hour, waits an hour for the owner.
  WorkItemView done_item(std::string kind = "task") {
    world().clock.set(at("2026-11-20T09:00:00+08:00"));
    auto item = make_imported(li, {.kind = kind, .title = "换阀门"});
    auto handoff = offer(li, item.id, wang);
    world().clock.advance(hours(1));
    accept(wang, handoff.id);
    world().clock.advance(hours(1));
    world().write_as(wang, [&](Context& ctx) { return submit(ctx, item.id, "好了"); });
    world().clock.advance(minutes(30));
    world().write_as(li, [&](Context& ctx) { return close(ctx, item.id, ""); });
    return look(item.id);
  }
  std::vector<FlowLine> report(FlowQuery const& query) {
    return world().read_as(boss, [&](ReadContext const& ctx) { return flow_report(ctx, query).value(); });
  }
};
ON_EACH_ENGINE(Flowing);

TEST_P(Flowing, an_item_waits_for_acceptance_on_hold_and_for_judgement) {
  auto item = done_item();
  EXPECT_EQ(item.flow.waiting_minutes, 90);
  EXPECT_EQ(item.flow.working_minutes, 60);
  EXPECT_EQ(item.flow.efficiency, 40);
}

TEST_P(Flowing, a_hold_is_waiting) {
  world().clock.set(at("2026-11-20T09:00:00+08:00"));
  auto item = make();
  world().clock.advance(hours(1));
  world().write_as(li, [&](Context& ctx) { return hold(ctx, item.id, "等配件", in(hours(10))); });
  world().clock.advance(hours(1));
  EXPECT_EQ(look(item.id).flow.waiting_minutes, 60);
  world().write_as(li, [&](Context& ctx) { return resume(ctx, item.id); });
  world().clock.advance(minutes(30));
  EXPECT_EQ(look(item.id).flow.waiting_minutes, 60);
  EXPECT_EQ(look(item.id).flow.working_minutes, 90);
}

TEST_P(Flowing, a_done_item_keeps_its_flow_and_a_reopened_one_goes_on) {
  auto item = done_item();
  world().clock.advance(hours(72));
  EXPECT_EQ(look(item.id).flow.working_minutes, 60);
  world().clock.set(at("2026-11-23T11:00:00+08:00"));
  world().write_as(li, [&](Context& ctx) { return reopen(ctx, item.id, "又漏了"); });
  EXPECT_EQ(look(item.id).flow.working_minutes, 60);
  world().clock.advance(minutes(30));
  EXPECT_EQ(look(item.id).flow.working_minutes, 90);
}

TEST_P(Flowing, the_time_an_item_was_closed_is_neither_work_nor_waiting) {
  auto item = done_item();  // Friday 11:30
  world().clock.set(at("2026-11-24T09:00:00+08:00"));
  world().write_as(li, [&](Context& ctx) { return reopen(ctx, item.id, "又漏了"); });
  world().clock.advance(minutes(40));
  auto again = look(item.id);
  EXPECT_EQ(again.flow.waiting_minutes, 90);
  EXPECT_EQ(again.flow.working_minutes, 100);
  ASSERT_EQ(again.custody.size(), 2u);
  EXPECT_EQ(again.custody[1].waiting_minutes, 60);
  EXPECT_EQ(again.custody[1].holding_minutes, 130) << "an hour of work, half an hour until it was judged, forty minutes after the reopening";
  world().write_as(chen, [&](Context& ctx) { return cancel(ctx, item.id, "整栋要拆"); });
  world().clock.advance(hours(72));
  EXPECT_EQ(look(item.id).flow.working_minutes, 100);
  world().write_as(li, [&](Context& ctx) { return reopen(ctx, item.id, "不拆了"); });
  EXPECT_EQ(look(item.id).flow.working_minutes, 100);
  EXPECT_EQ(look(item.id).custody[1].holding_minutes, 130);
}

TEST_P(Flowing, the_report_adds_up_by_kind_and_department) {
  done_item();
  done_item("appointment");
  make();
  auto lines = report({});
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].key, "appointment");
  EXPECT_EQ(lines[0].name, "约见");
  EXPECT_EQ(lines[1].key, "task");
  EXPECT_EQ(lines[1].items, 1);
  EXPECT_EQ(lines[1].efficiency, 40);
  lines = report({.by = FlowGroup::department});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].name, "工程部");
  EXPECT_EQ(lines[0].items, 2);
  EXPECT_EQ(lines[0].waiting_minutes, 180);
  EXPECT_TRUE(report({.from = Date{2026, 1, 1}, .to = Date{2026, 1, 31}}).empty());
}

}  // namespace
}  // namespace zx::work
