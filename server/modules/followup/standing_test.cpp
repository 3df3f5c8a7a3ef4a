// "Where does it stand?", the focus queue and the workbench's numbers.

#include <algorithm>
#include <random>

#include "modules/followup/followup_fixture.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::followup {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct WhereItStands : FollowUpWorld {
  std::vector<std::string> found(Actor const& who, std::string text, int limit = 10) {
    auto standings = world().read_as(who, [&](ReadContext const& ctx) { return where(ctx, text, limit); });
    std::vector<std::string> titles;
    for (auto const& standing : standings) titles.push_back(standing.title);
    return titles;
  }
  std::vector<std::string> found(std::string text) { return found(actor(li, Scope::organization), std::move(text)); }
};
ON_EACH_ENGINE(WhereItStands);

using Titles = std::vector<std::string>;

TEST_P(WhereItStands, it_is_found_by_number_title_person_and_phone) {
  auto form = thing("PVC排水管修复");
  form.handler_id = wang;
  form.search_text = "赵先生 13912345678 3号楼";
  open(form);
  open(thing("小区地热检测"));
  for (auto const* text : {"T-1", "t-1", "PVC排水管修复", "排水", "水管", "pvc", "王芳", "wang fang", "wf", "13912345678", "2345678", "3号楼", "修复 PVC"}) {
    EXPECT_EQ(found(text), Titles{"PVC排水管修复"}) << text;
  }
  EXPECT_EQ(found("13800138000"), Titles{}) << "an employee's own phone does not find their work";
  EXPECT_EQ(found("lm").size(), 2u);
  for (auto const* text : {"", " ", "!", "%", "排%", "不存在"}) EXPECT_EQ(found(text), Titles{}) << text;
}

TEST_P(WhereItStands, pinyin_is_typed_without_blanks) {
  auto form = thing("PVC排水管修复");
  form.handler_id = wang;
  open(form);
  EXPECT_EQ(found("wangfang"), Titles{"PVC排水管修复"});
}

TEST_P(WhereItStands, who_does_not_see_it_does_not_find_it) {
  open(thing("PVC排水管修复"));
  for (auto const* text : {"T-1", "PVC排水管修复", "排水", "lm"}) {
    EXPECT_EQ(found(actor(wang), text), Titles{}) << text;
    EXPECT_EQ(found(company->actor(wang), text), Titles{}) << text;
    EXPECT_EQ(found(actor(li), text), Titles{"PVC排水管修复"}) << text;
  }
}

TEST_P(WhereItStands, another_organization_is_not_there) {
  auto commitment = open(thing("PVC排水管修复"));
  auto stranger = actor(li, Scope::organization);
  stranger.organization = OrganizationId::make();
  EXPECT_EQ(found(stranger, "T-1"), Titles{});
  EXPECT_EQ(found(stranger, "排水"), Titles{});
  EXPECT_FALSE(world().read_as(stranger, [&](ReadContext const& ctx) { return standing_of(ctx, commitment.id); }));
}

TEST_P(WhereItStands, the_best_match_comes_first_and_open_before_closed) {
  auto form = thing("接待");
  form.search_text = "水管";
  open(form);
  close(open(thing("修水管旧")));
  open(thing("修水管新"));
  open(thing("T-1"));  // looks like the first one's number
  EXPECT_EQ(found("水管"), (Titles{"修水管新", "修水管旧", "接待"}));
  EXPECT_EQ(found("T-1"), Titles{"接待"});
}

TEST_P(WhereItStands, no_more_are_given_than_asked_for) {
  for (int i = 0; i < 4; ++i) open(thing("电梯维修"));
  for (int i = 0; i < 4; ++i) open(thing("电梯维修 " + std::to_string(i)));
  auto who = actor(li, Scope::organization);
  EXPECT_EQ(found(who, "电梯", 3).size(), 3u);
  EXPECT_EQ(found(who, "电梯维修", 3).size(), 3u) << "many with exactly this title";
}

TEST_P(WhereItStands, a_new_title_or_handler_is_found_and_the_old_one_not) {
  auto commitment = open(thing("PVC排水管修复"));
  world().write([&](Context& ctx) { followup::change(ctx, commitment, {.title = "屋顶防水", .handler_id = wang, .search_text = ""}); });
  EXPECT_EQ(found("屋顶"), Titles{"屋顶防水"});
  EXPECT_EQ(found("王芳"), Titles{"屋顶防水"});
  EXPECT_EQ(found("排水管"), Titles{});
}

TEST_P(WhereItStands, the_handler_has_it_since_the_handler_changed) {
  auto commitment = open(thing("PVC排水管修复"));
  auto opened = world().clock.now();
  world().clock.advance(hours(1));
  auto renamed = world().write([&](Context& ctx) -> Result<Commitment> { return followup::change(ctx, commitment, {.title = "屋顶防水"}); });
  EXPECT_EQ(standing(commitment.id).handler_since, opened);
  world().write([&](Context& ctx) { followup::change(ctx, renamed, {.handler_id = wang}); });
  EXPECT_EQ(standing(commitment.id).handler_since, world().clock.now());
  EXPECT_EQ(standing(commitment.id).owner.name, "李明");
  EXPECT_EQ(standing(commitment.id).handler.name, "王芳");
}

struct Queue : FollowUpWorld {
  /// Things of 李明's and 王芳's with times around now, some closed.
  std::vector<Commitment> some_things(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::vector<Commitment> all;
    for (int i = 0; i < count; ++i) {
      auto form = thing("事项 " + std::to_string(i));
      form.owner_id = random() % 3 ? li : wang;
      form.handler_id = random() % 3 ? li : wang;
      form.importance = 1 + static_cast<std::int64_t>(random() % 4);
      form.next_follow_up_at = in(hours(static_cast<int>(random() % 72) - 36));
      if (random() % 3) form.due_at = in(hours(static_cast<int>(random() % 72) - 36));
      auto commitment = open(form);
      all.push_back(random() % 5 ? commitment : close(commitment));
    }
    return all;
  }
  Instant end_of_today() const { return *Instant::parse("2026-11-20T23:59:59.999+08:00"); }
  /// On 李明's list.
  bool is_for_today(Commitment const& each) const {
    if (each.state != CommitmentState::open || (each.owner_id != li && each.handler_id != li)) return false;
    bool const due_for_another = each.owner_id != li && each.due_at && *each.due_at <= end_of_today();
    return *each.next_follow_up_at <= end_of_today() || due_for_another;
  }
};
ON_EACH_ENGINE(Queue);

TEST_P(Queue, rocks_come_first_then_the_overdue_then_importance_then_time) {
  auto all = some_things(7, 60);
  auto now = world().clock.now();
  std::vector<Commitment> expected;
  for (auto const& each : all)
    if (is_for_today(each)) expected.push_back(each);
  std::ranges::sort(expected, {}, [&](Commitment const& c) {
    return std::tuple(c.importance > 2, !is_follow_up_overdue(c.state, c.next_follow_up_at, now), c.importance, *c.next_follow_up_at, c.id);
  });
  auto queue = world().read_as(actor(li), [&](ReadContext const& ctx) { return due_queue(ctx, {}); });
  ASSERT_GT(expected.size(), 20u);
  ASSERT_EQ(queue.size(), expected.size());
  for (std::size_t i = 0; i < queue.size(); ++i) EXPECT_EQ(queue[i].title, expected[i].title) << i;
  EXPECT_EQ(world().read_as(actor(li), [&](ReadContext const& ctx) { return due_queue(ctx, {.limit = 3}); }).size(), 3u);
  auto later = world().read_as(actor(li), [&](ReadContext const& ctx) { return due_queue(ctx, {.until = in(hours(48)), .limit = 200}); });
  EXPECT_GT(later.size(), queue.size());
}

TEST_P(Queue, a_handler_sees_today_what_they_handle_until_it_is_handed_in) {
  auto form = thing("PVC排水管修复");
  form.owner_id = wang;
  form.next_follow_up_at = in(hours(-1));
  auto const handled = open(form);
  auto due = thing("小区地热检测");
  due.owner_id = wang;
  due.next_follow_up_at = in(hours(72));
  due.due_at = in(hours(1));
  open(due);
  auto titles = [&](EmployeeId who) {
    std::vector<std::string> all;
    for (auto const& each : world().read_as(actor(who), [&](ReadContext const& ctx) { return due_queue(ctx, {}); })) all.push_back(each.title);
    return all;
  };
  EXPECT_EQ(titles(li), (std::vector<std::string>{"PVC排水管修复", "小区地热检测"}));
  EXPECT_EQ(titles(wang), (std::vector<std::string>{"PVC排水管修复"})) << "the owner looks when they said they would";
  world().write([&](Context& ctx) -> Result<Commitment> { return followup::change(ctx, handled, {.stage = "submitted"}); });
  EXPECT_EQ(titles(li), (std::vector<std::string>{"小区地热检测"}));
  EXPECT_EQ(titles(wang), (std::vector<std::string>{"PVC排水管修复"}));
}

TEST_P(Queue, the_numbers_count_what_the_lists_show) {
  auto all = some_things(11, 60);
  auto now = world().clock.now();
  Counts expected;
  for (auto const& each : all) {
    if (each.state != CommitmentState::open) continue;
    expected.open_handled += each.handler_id == li;
    expected.due_follow_ups += is_for_today(each);
    expected.overdue_follow_ups += (each.owner_id == li || each.handler_id == li) && is_follow_up_overdue(each.state, each.next_follow_up_at, now);
    if (each.owner_id != li) continue;
    expected.open_owned += 1;
    expected.overdue_items += is_overdue(each.state, each.due_at, now);
  }
  auto counted = world().read_as(actor(li), [](ReadContext const& ctx) { return counts(ctx); });
  EXPECT_EQ(to_json(counted), to_json(expected));
  EXPECT_GT(expected.overdue_items, 2);
}

TEST_P(Queue, standings_call_overdue_what_the_rules_call_overdue) {
  auto all = some_things(13, 40);
  auto now = world().clock.now();
  for (auto const& each : all) {
    auto shown = standing(each.id);
    EXPECT_EQ(shown.overdue, is_overdue(each.state, each.due_at, now)) << each.title;
    EXPECT_EQ(shown.follow_up_overdue, is_follow_up_overdue(each.state, each.next_follow_up_at, now)) << each.title;
  }
}

TEST_P(Queue, a_walk_through_all_commitments_is_noticed) {
  constexpr auto const* walk = "SELECT id FROM commitment WHERE stage = 'accepted'";
  world().read([&](ReadContext const& ctx) {
    fixture::QueryPlans plans(ctx.db);
    plans.all<CommitmentId>({"walk", walk, walk}, {});
    EXPECT_NE(plans.scans(), "") << plans.text();
  });
}

TEST_P(Queue, no_question_walks_through_all_commitments) {
  auto some = some_things(17, 20);
  for (auto scope : {Scope::self, Scope::direct_reports, Scope::department, Scope::department_and_below, Scope::organization}) {
    auto who = actor(li, scope);
    auto expect_no_scan = [&](std::string_view question, auto ask) {
      world().read_as(who, [&](ReadContext const& ctx) {
        fixture::QueryPlans plans(ctx.db);
        ask(ReadContext{ctx.actor, ctx.now, plans, ctx.services});
        EXPECT_NE(plans.text(), "");
        EXPECT_EQ(plans.scans(), "") << question << " with scope " << enum_text(scope) << "\n" << plans.text();
        return 0;
      });
    };
    expect_no_scan("queue", [](ReadContext const& ctx) { due_queue(ctx, {}); });
    expect_no_scan("counts", [](ReadContext const& ctx) { counts(ctx); });
    expect_no_scan("standing", [&](ReadContext const& ctx) { EXPECT_TRUE(standing_of(ctx, some[0].id).ok() || scope != Scope::organization); });
    expect_no_scan("commitment", [&](ReadContext const& ctx) { (void)find_visible(ctx, some[0].id, permissions::read).ok(); });
    expect_no_scan("where, by words", [](ReadContext const& ctx) { where(ctx, "事项 李明"); });
    expect_no_scan("where, by number", [](ReadContext const& ctx) { where(ctx, "T-3"); });
  }
}

}  // namespace
}  // namespace zx::followup
