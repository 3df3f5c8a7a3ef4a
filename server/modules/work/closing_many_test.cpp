#include "modules/work/closing_many.hpp"

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

struct ClosingMany : WorkWorld {
  ClosingResult close_all(Actor const& who, std::vector<WorkItemId> ids) {
    return world().write_as(who, [&](Context& ctx) { return close_many(ctx, {.ids = ids, .note = "一并办结"}); });
  }
  State state(WorkItemId id) { return look(id).state; }
};
ON_EACH_ENGINE(ClosingMany);

TEST_P(ClosingMany, what_cannot_be_closed_is_named_and_the_others_are_closed) {
  auto const own = make();
  auto const strict = make(li, {.title = "外墙检查", .brief = BriefForm{.standard = std::vector<std::string>{"无渗漏"}}});
  auto const with_handler = make(li, {.title = "水泵保养", .handler_id = wang.employee});
  accept(wang, with_handler.pending_handoff->id);
  auto const result = close_all(li, {own.id, strict.id, with_handler.id, WorkItemId::make(), own.id});
  EXPECT_EQ(result.closed, 1);
  ASSERT_EQ(result.items.size(), 4u);
  EXPECT_TRUE(result.items[0].closed);
  EXPECT_EQ(result.items[0].number, own.number);
  EXPECT_EQ(result.items[1].code, "work.points_not_judged");
  EXPECT_EQ(result.items[1].title, "外墙检查");
  EXPECT_NE(result.items[1].text->find("无渗漏"), std::string::npos);
  EXPECT_EQ(result.items[2].code, "work.not_yours") << "the handler hands it in first";
  EXPECT_EQ(result.items[3].code, "work.not_found");
  EXPECT_FALSE(result.items[3].number);
  EXPECT_EQ(state(own.id), State::done);
  EXPECT_EQ(history(own.id).at(0).note, "一并办结");
  EXPECT_EQ(state(strict.id), State::accepted);
  EXPECT_EQ(state(with_handler.id), State::accepted);
}

TEST_P(ClosingMany, sub_items_are_closed_before_what_stands_above_them) {
  auto const top = make();
  auto const middle = make(li, {.parent_id = top.id});
  auto const lowest = make(li, {.parent_id = middle.id});
  auto const other = make();
  auto const open_below_other = make(wang, {});
  world().write_as(boss, [&](Context& ctx) { return change(ctx, open_below_other.id, open_below_other.version, {.parent_id = other.id}); });
  auto const result = close_all(li, {top.id, middle.id, lowest.id, other.id});
  EXPECT_EQ(result.closed, 3);
  EXPECT_EQ(state(top.id), State::done);
  EXPECT_EQ(result.items[3].code, "work.sub_items_open");
  EXPECT_NE(result.items[3].text->find(open_below_other.number), std::string::npos);
}

TEST_P(ClosingMany, another_persons_items_are_not_closed) {
  auto const item = make();
  auto const result = close_all(zhao, {item.id});
  EXPECT_EQ(result.closed, 0);
  EXPECT_EQ(result.items[0].code, "work.not_found");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return close_many(ctx, {}); }), "ids: field.out_of_range");
}

}  // namespace
}  // namespace zx::work
