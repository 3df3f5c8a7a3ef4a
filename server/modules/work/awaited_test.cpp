#include "modules/work/delays_fixture.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::work {
namespace {

struct Awaiting : LateWorld {
  std::vector<Awaited> kinds(Actor const& who) {
    std::vector<Awaited> found;
    for (auto const& each : awaited_by(who)) found.push_back(each.what);
    return found;
  }
};
ON_EACH_ENGINE(Awaiting);

using Kinds = std::vector<Awaited>;

TEST_P(Awaiting, a_question_waits_for_giver_and_owner_until_it_is_answered_or_moot) {
  auto item = make(li, {});
  accept(wang, offer(li, item.id, wang).id);
  auto handoff = offer(wang, item.id, zhao);
  auto question = world().write_as(zhao, [&](Context& ctx) { return ask(ctx, handoff.id, {"换哪一段？"}); });
  EXPECT_EQ(kinds(li), (Kinds{Awaited::question}));
  EXPECT_EQ(kinds(wang), (Kinds{Awaited::question}));
  EXPECT_EQ(kinds(zhao), Kinds{});
  EXPECT_EQ(awaited_by(li).at(0).text, "换哪一段？");
  EXPECT_EQ(awaited_by(li).at(0).by_name, "赵强");
  EXPECT_EQ(awaited_by(li).at(0).id, question.id.uuid);
  accept(zhao, handoff.id);
  EXPECT_EQ(kinds(li), Kinds{}) << "who has accepted does not wait";
}

TEST_P(Awaiting, a_proposal_and_a_result_wait_for_the_owner) {
  auto item = make(li, {.due_at = in(hours(24))});
  accept(wang, offer(li, item.id, wang).id);
  auto proposal = world().write_as(wang, [&](Context& ctx) { return propose_date(ctx, item.id, {in(hours(96)), "等料"}); });
  EXPECT_EQ(kinds(li), (Kinds{Awaited::date_proposal}));
  EXPECT_EQ(awaited_by(li).at(0).due_at, proposal.due_at);
  EXPECT_EQ(kinds(chen), Kinds{}) << "may answer, and is not waited for";
  world().clock.advance(hours(1));
  world().write_as(wang, [&](Context& ctx) { return submit(ctx, item.id, "已更换"); });
  EXPECT_EQ(kinds(li), (Kinds{Awaited::date_proposal, Awaited::result})) << "the longest waiting first";
  EXPECT_EQ(awaited_by(li).at(1).text, "已更换");
  world().write_as(li, [&](Context& ctx) { return close(ctx, item.id, ""); });
  EXPECT_EQ(kinds(li), Kinds{});
}

TEST_P(Awaiting, a_delay_report_waits_for_the_supervisor) {
  auto item = late_item();
  auto waiting = report(li, item.id);
  ASSERT_EQ(kinds(chen), (Kinds{Awaited::delay_report}));
  EXPECT_EQ(awaited_by(chen).at(0).id, waiting.id.uuid);
  EXPECT_EQ(awaited_by(chen).at(0).due_at, waiting.new_due_at);
  EXPECT_EQ(kinds(li), Kinds{});
  EXPECT_EQ(approving(chen, waiting), "");
  EXPECT_EQ(kinds(chen), Kinds{});
}

TEST_P(Awaiting, neither_list_walks_through_a_table) {
  auto item = late_item();
  report(li, item.id);
  for (auto const& who : {li, chen, boss}) {
    world().read_as(who, [&](ReadContext const& ctx) {
      fixture::QueryPlans plans(ctx.db);
      ReadContext const watched{ctx.actor, ctx.now, plans, ctx.services};
      waiting_for_me(watched);
      for (auto const& query : {DelayListQuery{}, DelayListQuery{.waiting_for_me = true}, DelayListQuery{.from = Date::parse("2026-11-01")}})
        EXPECT_TRUE(delay_reports(watched, query));
      EXPECT_TRUE(delay_report(watched, {}));
      EXPECT_TRUE(punctuality(watched, {}));
      EXPECT_NE(plans.text(), "");
      EXPECT_EQ(plans.scans(), "") << who.name << "\n" << plans.text();
      return 0;
    });
  }
}

}  // namespace
}  // namespace zx::work
