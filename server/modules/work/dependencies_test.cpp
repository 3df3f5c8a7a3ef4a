#include "modules/work/dependencies.hpp"

#include <algorithm>

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

struct Dependencies : WorkWorld {
  WorkItemView below(WorkItemId parent, Actor const& who, std::string title) { return make(who, {.title = std::move(title), .parent_id = parent}); }
  std::string waiting(Actor const& who, WorkItemId id, WorkItemId after, std::optional<std::int64_t> lag = {}) {
    return refused(who, [&](Context& ctx) { return add_dependency(ctx, id, {after, lag}); });
  }
  std::string starting(WorkItemId id) {
    return refused(li, [&](Context& ctx) { return start(ctx, id); });
  }
  std::string closing(WorkItemId id) {
    return refused(li, [&](Context& ctx) { return close(ctx, id, ""); });
  }
  DependenciesView of(Actor const& who, WorkItemId id) {
    return world().read_as(who, [&](ReadContext const& ctx) { return dependencies_of(ctx, id).value(); });
  }
};
ON_EACH_ENGINE(Dependencies);

TEST_P(Dependencies, both_items_tell_of_it) {
  auto parent = make();
  auto pipes = below(parent.id, li, "水管改造");
  auto tiles = below(parent.id, li, "贴砖");
  EXPECT_EQ(waiting(li, tiles.id, pipes.id, 900), "");
  auto const later = of(li, tiles.id);
  ASSERT_EQ(later.before.size(), 1u);
  EXPECT_EQ(later.before.front().number, pipes.number);
  EXPECT_EQ(later.before.front().title, "水管改造");
  EXPECT_EQ(later.before.front().lag_minutes, 900);
  EXPECT_TRUE(later.after.empty());
  ASSERT_EQ(of(li, pipes.id).after.size(), 1u);
  EXPECT_EQ(of(li, pipes.id).after.front().id, tiles.id);
}

TEST_P(Dependencies, said_again_only_the_gap_changes) {
  auto parent = make();
  auto first = below(parent.id, li, "防水");
  auto second = below(parent.id, li, "贴砖");
  EXPECT_EQ(waiting(li, second.id, first.id, 900), "");
  EXPECT_EQ(waiting(li, second.id, first.id), "");
  ASSERT_EQ(of(li, second.id).before.size(), 1u);
  EXPECT_EQ(of(li, second.id).before.front().lag_minutes, 0);
}

TEST_P(Dependencies, the_history_names_what_it_waits_for) {
  auto parent = make();
  auto first = below(parent.id, li, "防水");
  auto second = below(parent.id, li, "贴砖");
  waiting(li, second.id, first.id, 450);
  EXPECT_EQ(history(second.id).front().event, "work_item.dependency_added");
  EXPECT_EQ(said(history(second.id).front().changes), "waits_for:  → " + first.number + " 防水; lag_minutes:  → 450; ");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return remove_dependency(ctx, second.id, first.id); }), "");
  EXPECT_EQ(history(second.id).front().event, "work_item.dependency_removed");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return remove_dependency(ctx, second.id, first.id); }), "work.dependency_unknown");
  EXPECT_TRUE(of(li, second.id).before.empty());
}

TEST_P(Dependencies, only_items_below_one_parent_wait_for_one_another) {
  auto parent = make();
  auto inside = below(parent.id, li, "贴砖");
  auto outside = make();
  auto elsewhere = below(outside.id, li, "刷漆");
  EXPECT_EQ(waiting(li, inside.id, outside.id), "after_id: work.dependency_not_siblings");
  EXPECT_EQ(waiting(li, inside.id, elsewhere.id), "after_id: work.dependency_not_siblings");
  EXPECT_EQ(waiting(li, outside.id, parent.id), "after_id: work.dependency_not_siblings") << "two without a parent";
}

TEST_P(Dependencies, what_one_does_not_see_cannot_be_waited_for) {
  auto parent = make();
  auto mine = below(parent.id, li, "贴砖");
  auto hidden = below(parent.id, boss, "预算");
  EXPECT_EQ(waiting(li, mine.id, hidden.id), "after_id: work.dependency_not_found");
  EXPECT_EQ(waiting(boss, mine.id, hidden.id), "");
  EXPECT_TRUE(of(li, mine.id).before.empty()) << "nor is it shown";
  EXPECT_EQ(waiting(sun, mine.id, hidden.id), "work.not_found");
  auto refused_start = by(li, [&](Context& ctx) { return start(ctx, mine.id); });
  ASSERT_FALSE(refused_start);
  EXPECT_EQ(refused_start.refusal().arguments.at("items"), hidden.number) << "the number alone";
}

TEST_P(Dependencies, a_loop_is_refused_with_its_items_named) {
  auto parent = make();
  auto a = below(parent.id, li, "水管");
  auto b = below(parent.id, li, "防水");
  auto c = below(parent.id, li, "贴砖");
  EXPECT_EQ(waiting(li, b.id, a.id), "");
  EXPECT_EQ(waiting(li, c.id, b.id), "");
  auto loop = by(li, [&](Context& ctx) { return add_dependency(ctx, a.id, {c.id, {}}); });
  ASSERT_FALSE(loop);
  EXPECT_EQ(loop.refusal().code, "work.dependency_cycle");
  auto const& items = loop.refusal().arguments.at("items");
  for (auto const* each : {&a, &b, &c}) EXPECT_NE(items.find(each->number + " " + each->title), std::string::npos) << items;
  EXPECT_EQ(waiting(li, a.id, a.id), "work.dependency_cycle") << "itself";
  EXPECT_TRUE(of(li, a.id).before.empty());
}

TEST_P(Dependencies, an_item_does_not_begin_before_what_it_waits_for_is_done) {
  auto parent = make();
  auto first = below(parent.id, li, "防水");
  auto second = below(parent.id, li, "贴砖");
  waiting(li, second.id, first.id);
  EXPECT_EQ(starting(second.id), "work.waits_for");
  EXPECT_EQ(closing(second.id), "work.waits_for") << "nor is it done at once";
  EXPECT_EQ(refused(li, [&](Context& ctx) { return submit(ctx, second.id, "贴好了"); }), "work.waits_for");
  EXPECT_EQ(closing(first.id), "");
  EXPECT_EQ(starting(second.id), "");
}

TEST_P(Dependencies, beginning_is_not_offered_while_it_waits) {
  auto parent = make();
  auto first = below(parent.id, li, "防水");
  auto second = below(parent.id, li, "贴砖");
  waiting(li, second.id, first.id);
  auto offered = [&] { return world().read_as(li, [&](ReadContext const& ctx) { return show(ctx, second.id).value(); }).next_states; };
  EXPECT_EQ(offered(), (std::vector{State::on_hold}));
  closing(first.id);
  auto const after = offered();
  EXPECT_NE(std::ranges::find(after, State::in_progress), after.end());
}

TEST_P(Dependencies, what_was_cancelled_is_not_waited_for) {
  auto parent = make();
  auto first = below(parent.id, li, "防水");
  auto second = below(parent.id, li, "贴砖");
  waiting(li, second.id, first.id);
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return cancel(ctx, first.id, "不做了"); }), "");
  EXPECT_EQ(starting(second.id), "");
}

TEST_P(Dependencies, what_has_begun_cannot_be_made_to_wait) {
  auto parent = make();
  auto first = below(parent.id, li, "防水");
  auto second = below(parent.id, li, "贴砖");
  EXPECT_EQ(starting(second.id), "");
  EXPECT_EQ(waiting(li, second.id, first.id), "work.dependency_begun");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return hold(ctx, second.id, "等料", in(std::chrono::hours(5))); }), "");
  EXPECT_EQ(waiting(li, second.id, first.id), "work.dependency_begun") << "on hold it stays begun";
}

TEST_P(Dependencies, whoever_changes_the_parent_says_what_its_parts_wait_for) {
  auto parent = make();
  auto first = make(boss, {.title = "防水", .participant_ids = {li.employee, wang.employee}, .parent_id = parent.id});
  auto second = make(boss, {.title = "贴砖", .participant_ids = {li.employee, wang.employee}, .parent_id = parent.id});
  EXPECT_EQ(waiting(wang, second.id, first.id), "work.change_not_yours") << "takes part in both, but plans nothing";
  EXPECT_EQ(waiting(li, second.id, first.id), "");
}

TEST_P(Dependencies, a_gap_is_never_negative_and_at_most_a_year) {
  auto parent = make();
  auto first = below(parent.id, li, "防水");
  auto second = below(parent.id, li, "贴砖");
  EXPECT_EQ(waiting(li, second.id, first.id, -1), "lag_minutes: field.out_of_range");
  EXPECT_EQ(waiting(li, second.id, first.id, 525'601), "lag_minutes: field.out_of_range");
}

}  // namespace
}  // namespace zx::work
