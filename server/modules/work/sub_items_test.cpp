#include <algorithm>

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

struct SubItems : WorkWorld {
  WorkItemView below(WorkItemId parent, Actor const& who, std::string title) { return make(who, {.title = std::move(title), .parent_id = parent}); }
  std::string closing(Actor const& who, WorkItemId id) {
    return refused(who, [&](Context& ctx) { return close(ctx, id, ""); });
  }
  std::string cancelling(Actor const& who, WorkItemId id) {
    return refused(who, [&](Context& ctx) { return cancel(ctx, id, "不做了"); });
  }
  std::vector<std::string> titles(Actor const& who, ListQuery const& query) {
    auto page = world().read_as(who, [&](ReadContext const& ctx) { return list(ctx, query).value(); });
    std::vector<std::string> titles;
    for (auto const& line : page.items) titles.push_back(line.title);
    return titles;
  }
};
ON_EACH_ENGINE(SubItems);

TEST_P(SubItems, the_list_can_be_that_of_one_items_sub_items) {
  auto parent = make();
  auto first = below(parent.id, li, "关阀门");
  below(parent.id, li, "换管子");
  below(first.id, li, "找阀门");
  make();
  EXPECT_EQ(titles(li, {.parent_id = parent.id, .order = Order::newest}), (std::vector<std::string>{"换管子", "关阀门"})) << "not those below them";
  EXPECT_EQ(closing(li, below(parent.id, li, "验收").id), "");
  EXPECT_EQ(titles(li, {.parent_id = parent.id}).size(), 2u) << "open ones, as every list";
  EXPECT_EQ(titles(li, {.closed = true, .parent_id = parent.id}).size(), 3u);
  EXPECT_EQ(titles(sun, {.parent_id = parent.id}), std::vector<std::string>{}) << "who does not see them";
}

TEST_P(SubItems, an_item_says_how_many_it_has) {
  auto parent = make();
  EXPECT_EQ(look(parent.id).sub_items, 0);
  auto done = below(parent.id, li, "关阀门");
  auto dropped = below(parent.id, li, "换管子");
  below(parent.id, li, "验收");
  EXPECT_EQ(closing(li, done.id), "");
  EXPECT_EQ(cancelling(boss, dropped.id), "");
  EXPECT_EQ(look(parent.id).sub_items, 3);
  EXPECT_EQ(look(parent.id).sub_items_open, 1);
}

TEST_P(SubItems, an_item_is_done_only_when_its_sub_items_are_done_or_cancelled) {
  auto parent = make();
  auto first = below(parent.id, li, "关阀门");
  auto second = below(parent.id, li, "换管子");
  auto refused = by(li, [&](Context& ctx) { return close(ctx, parent.id, ""); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "work.sub_items_open");
  EXPECT_EQ(refused.refusal().arguments.at("numbers"), first.number + ", " + second.number);
  EXPECT_EQ(closing(li, first.id), "");
  EXPECT_EQ(closing(li, parent.id), "work.sub_items_open");
  EXPECT_EQ(cancelling(boss, second.id), "");
  EXPECT_EQ(closing(li, parent.id), "");
}

TEST_P(SubItems, at_most_five_open_ones_are_named) {
  auto parent = make();
  std::string numbers;
  for (int i = 0; i < 7; ++i) {
    auto number = below(parent.id, li, "步骤").number;
    if (i < 5) numbers += (i ? ", " : "") + number;
  }
  auto refused = by(li, [&](Context& ctx) { return close(ctx, parent.id, ""); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().arguments.at("numbers"), numbers + " …");
}

TEST_P(SubItems, a_parent_may_be_cancelled_before_its_sub_items) {
  auto parent = make();
  below(parent.id, li, "关阀门");
  EXPECT_EQ(cancelling(boss, parent.id), "");
  EXPECT_EQ(look(parent.id).state, State::cancelled);
}

TEST_P(SubItems, done_is_offered_only_when_nothing_stands_in_the_way) {
  auto offers_done = [&](WorkItemId id) {
    auto view = world().read_as(li, [&](ReadContext const& ctx) { return show(ctx, id).value(); });
    return std::ranges::find(view.next_states, State::done) != view.next_states.end();
  };
  auto parent = make();
  EXPECT_TRUE(offers_done(parent.id));
  auto sub = below(parent.id, li, "关阀门");
  EXPECT_FALSE(offers_done(parent.id));
  EXPECT_EQ(closing(li, sub.id), "");
  EXPECT_TRUE(offers_done(parent.id));
  offer(li, parent.id, wang);
  EXPECT_FALSE(offers_done(parent.id)) << "the handoff is answered first";
}

TEST_P(SubItems, nothing_open_comes_to_stand_below_a_closed_parent) {
  auto parent = make();
  auto sub = below(parent.id, li, "关阀门");
  auto elsewhere = make();
  EXPECT_EQ(closing(li, sub.id), "");
  EXPECT_EQ(closing(li, parent.id), "");
  auto moving = [&](WorkItemId id) {
    auto const version = look(id).version;
    return refused(li, [&](Context& ctx) { return change(ctx, id, version, {.parent_id = parent.id}); });
  };
  EXPECT_EQ(moving(elsewhere.id), "parent_id: work.parent_closed");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return create(ctx, {.title = "再查一遍", .parent_id = parent.id}); }), "parent_id: work.parent_closed");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return reopen(ctx, sub.id, "又漏了"); }), "work.parent_closed");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return reopen(ctx, parent.id, "又漏了"); }), "");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return reopen(ctx, sub.id, "又漏了"); }), "");
  EXPECT_EQ(moving(elsewhere.id), "");
}

TEST_P(SubItems, an_item_below_a_cancelled_parent_is_changed_and_finished_as_before) {
  auto parent = make();
  auto sub = below(parent.id, li, "关阀门");
  EXPECT_EQ(cancelling(boss, parent.id), "");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return change(ctx, sub.id, sub.version, {.title = "关总阀门", .parent_id = parent.id}); }), "");
  EXPECT_EQ(closing(li, sub.id), "");
}

}  // namespace
}  // namespace zx::work
