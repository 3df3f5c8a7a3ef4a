#include "modules/work/work_fixture.hpp"
#include "platform/base/json.hpp"

namespace zx::work {
namespace {

struct OutboxRow {
  std::string name;
  std::string payload;
};
BOOST_DESCRIBE_STRUCT(OutboxRow, (), (name, payload))

struct Telling : WorkWorld {
  std::vector<OutboxRow> told() {
    return world().read([](ReadContext const& ctx) {
      static constexpr std::string_view text = "SELECT name, payload FROM outbox_event ORDER BY id";
      static constexpr db::Statement statement{"told", text, text};
      return ctx.db.all<OutboxRow>(statement);
    });
  }
  template <class E>
  std::vector<E> told_of() {
    std::vector<E> events;
    for (auto const& row : told())
      if (row.name == E::event_name) events.push_back(from_json<E>(row.payload).value());
    return events;
  }
};
ON_EACH_ENGINE(Telling);

TEST_P(Telling, an_offered_handoff_tells_its_receiver_and_a_declined_one_its_giver) {
  auto item = make();
  auto handoff = offer(li, item.id, wang);
  auto offered = told_of<HandoffOffered>();
  ASSERT_EQ(offered.size(), 1u);
  EXPECT_EQ(offered[0].to, wang.employee);
  EXPECT_EQ(offered[0].number, item.number);
  EXPECT_EQ(offered[0].note, "请接手");
  world().write_as(wang, [&](Context& ctx) { return decline_handoff(ctx, handoff.id, "没有备件"); });
  auto declined = told_of<HandoffDeclined>();
  ASSERT_EQ(declined.size(), 1u);
  EXPECT_EQ(declined[0].from, li.employee);
  EXPECT_EQ(declined[0].to, wang.employee);
  EXPECT_EQ(declined[0].reason, "没有备件");
}

TEST_P(Telling, a_result_asks_the_owner_to_look_and_a_return_the_handler) {
  auto item = make();
  accept(wang, offer(li, item.id, wang).id);
  world().write_as(wang, [&](Context& ctx) { return submit(ctx, item.id, "已更换"); });
  world().write_as(li, [&](Context& ctx) { return return_(ctx, item.id, "还在漏"); });
  auto asked = told_of<AttentionAsked>();
  ASSERT_EQ(asked.size(), 2u);
  EXPECT_EQ(asked[0].occasion, "submitted");
  EXPECT_EQ(asked[0].to, li.employee);
  EXPECT_EQ(asked[0].note, "已更换");
  EXPECT_EQ(asked[1].occasion, "returned");
  EXPECT_EQ(asked[1].to, wang.employee);
  EXPECT_NE(asked[0].occurrence, asked[1].occurrence);
}

TEST_P(Telling, nobody_is_told_what_they_do_themselves) {
  auto item = make();
  world().write_as(li, [&](Context& ctx) { return submit(ctx, item.id, "已更换"); });
  EXPECT_TRUE(told_of<AttentionAsked>().empty());
}

TEST_P(Telling, a_question_and_a_proposed_date_go_to_the_owner_and_come_back_answered) {
  auto item = make(chen, {.owner_id = li.employee, .handler_id = wang.employee, .due_at = in(std::chrono::hours(48))});
  auto question = world().write_as(wang, [&](Context& ctx) { return ask(ctx, item.pending_handoff->id, {"换哪一段？"}); });
  auto proposal = world().write_as(wang, [&](Context& ctx) { return propose_date(ctx, item.id, {in(std::chrono::hours(72)), "等配件"}); });
  world().write_as(chen, [&](Context& ctx) { return answer(ctx, question.id, QuestionAnswerForm{"整段"}); });
  world().write_as(li, [&](Context& ctx) { return answer(ctx, proposal.id, ProposalAnswerForm{ProposalAnswer::accepted, {}}); });
  std::vector<std::pair<std::string, EmployeeId>> asked;
  for (auto const& event : told_of<AttentionAsked>()) asked.emplace_back(event.occasion, event.to);
  EXPECT_EQ(
      asked,
      (std::vector<std::pair<std::string, EmployeeId>>{
          {"question", chen.employee}, {"question", li.employee}, {"counter_date", li.employee}, {"answered", wang.employee}, {"answered", wang.employee}}));
}

TEST_P(Telling, who_is_mentioned_is_told_and_may_read_on) {
  auto item = make();
  auto seen = [&] { return refused(sun, [&](Context& ctx) { return show(ctx, item.id); }); };
  EXPECT_EQ(seen(), "work.not_found");
  auto comment_of = [&](std::vector<EmployeeId> ids) { return refused(li, [&](Context& ctx) { return comment(ctx, item.id, {"@孙会计 发票呢？", ids}); }); };
  EXPECT_EQ(comment_of({EmployeeId::make()}), "mentioned_ids.0: org.employee_unknown");
  EXPECT_EQ(comment_of({sun.employee, sun.employee}), "");
  EXPECT_EQ(seen(), "");
  auto comments = world().read_as(sun, [&](ReadContext const& ctx) { return work::comments(ctx, item.id).value(); });
  ASSERT_EQ(comments.size(), 1u);
  ASSERT_EQ(comments[0].mentioned.size(), 1u);
  EXPECT_EQ(comments[0].mentioned[0].name, "孙会计");
  auto commented = told_of<Commented>();
  ASSERT_EQ(commented.size(), 1u);
  EXPECT_EQ(commented[0].mentioned, std::vector{sun.employee});
  EXPECT_EQ(commented[0].by, li.employee);
  EXPECT_EQ(commented[0].text, "@孙会计 发票呢？");
}

}  // namespace
}  // namespace zx::work
