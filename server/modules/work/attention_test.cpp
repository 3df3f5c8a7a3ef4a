#include "modules/work/requester.hpp"
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

Instant at_noon() { return *Instant::parse("2026-11-24T12:00:00+08:00"); }

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
  EXPECT_EQ(asked, (std::vector<std::pair<std::string, EmployeeId>>{{"became_owner", li.employee},
                                                                    {"question", chen.employee},
                                                                    {"question", li.employee},
                                                                    {"counter_date", li.employee},
                                                                    {"answered", wang.employee},
                                                                    {"date_accepted", wang.employee},
                                                                    {"due_moved", chen.employee}}));
}

TEST_P(Telling, an_agreed_date_is_told_with_the_date_to_whoever_proposed_it_and_to_the_handler) {
  auto item = make(li, {.due_at = in(std::chrono::hours(48))});
  accept(zhao, offer(li, item.id, zhao).id);
  offer(li, item.id, wang);
  auto propose = [&] { return world().write_as(wang, [&](Context& ctx) { return propose_date(ctx, item.id, {at_noon(), "等配件"}); }).id; };
  auto const first = propose();
  world().write_as(li, [&](Context& ctx) { return answer(ctx, first, ProposalAnswerForm{ProposalAnswer::declined, "业主等不了"}); });
  auto const second = propose();
  world().write_as(li, [&](Context& ctx) { return answer(ctx, second, ProposalAnswerForm{ProposalAnswer::accepted, {}}); });
  std::vector<std::string> told;
  for (auto const& event : told_of<AttentionAsked>())
    if (event.to != li.employee) told.push_back(event.occasion + (event.to == wang.employee ? " 王芳 " : " 赵强 ") + event.note);
  EXPECT_EQ(told, (std::vector<std::string>{"date_declined 王芳 业主等不了", "date_accepted 王芳 2026-11-24 12:00", "due_moved 赵强 2026-11-24 12:00"}));
}

TEST_P(Telling, an_offer_taken_back_is_told_to_whoever_was_asked) {
  auto const offered = offer(li, make().id, wang);
  world().write_as(li, [&](Context& ctx) { return withdraw_handoff(ctx, offered.id); });
  auto const item = make();
  offer(li, item.id, wang);
  world().write_as(chen, [&](Context& ctx) { return cancel(ctx, item.id, "不做了"); });
  std::vector<std::string> told;
  for (auto const& event : told_of<AttentionAsked>())
    if (event.to == wang.employee) told.push_back(event.occasion + " " + event.note);
  EXPECT_EQ(told, (std::vector<std::string>{"handoff_withdrawn ", "handoff_withdrawn 不做了"}));
}

/// Who was asked to look, and why, since the beginning.
using Asked = std::vector<std::pair<std::string, EmployeeId>>;

TEST_P(Telling, a_new_owner_and_the_former_one_hear_of_it) {
  auto const item = make();
  world().write_as(chen, [&](Context& ctx) { return change(ctx, item.id, item.version, {.owner_id = wang.employee}); });
  Asked asked;
  for (auto const& event : told_of<AttentionAsked>()) asked.emplace_back(event.occasion, event.to);
  EXPECT_EQ(asked, (Asked{{"became_owner", wang.employee}, {"no_longer_owner", li.employee}}));
}

TEST_P(Telling, many_reassigned_at_once_are_told_each) {
  auto const first = make();
  auto const second = make();
  world().write_as(chen, [&](Context& ctx) { return change_many(ctx, {.ids = {first.id, second.id}, .owner_id = wang.employee, .reason = "休假"}); });
  int told = 0;
  for (auto const& event : told_of<AttentionAsked>()) told += event.occasion == "became_owner" && event.to == wang.employee && event.note == "休假";
  EXPECT_EQ(told, 2);
}

TEST_P(Telling, the_handler_hears_of_another_due_time_a_hold_and_a_reopening) {
  auto item = make(li, {.due_at = in(std::chrono::hours(48))});
  accept(wang, offer(li, item.id, wang).id);
  auto const seen = look(item.id);
  world().write_as(li, [&](Context& ctx) { return change(ctx, item.id, seen.version, {.due_at = Patch<Instant>(in(std::chrono::hours(72)))}); });
  world().write_as(li, [&](Context& ctx) { return hold(ctx, item.id, "等配件", in(std::chrono::hours(24))); });
  world().write_as(li, [&](Context& ctx) { return resume(ctx, item.id); });
  world().write_as(wang, [&](Context& ctx) { return submit(ctx, item.id, "已更换"); });
  world().write_as(li, [&](Context& ctx) { return close(ctx, item.id, "好"); });
  world().write_as(li, [&](Context& ctx) { return reopen(ctx, item.id, "又漏了"); });
  Asked asked;
  for (auto const& event : told_of<AttentionAsked>())
    if (event.to == wang.employee) asked.emplace_back(event.occasion, event.to);
  EXPECT_EQ(asked, (Asked{{"due_moved", wang.employee}, {"held", wang.employee}, {"reopened", wang.employee}}));
}

TEST_P(Telling, whoever_joins_hears_of_it_once) {
  auto item = make(li, {.participant_ids = {sun.employee}});
  item = world().write_as(li, [&](Context& ctx) { return change(ctx, item.id, item.version, {.participant_ids = std::vector{sun.employee, wang.employee}}); });
  Asked asked;
  for (auto const& event : told_of<AttentionAsked>()) asked.emplace_back(event.occasion, event.to);
  EXPECT_EQ(asked, (Asked{{"joined", sun.employee}, {"joined", wang.employee}}));
}

TEST_P(Telling, what_is_written_to_somebody_outside_is_mailed_where_the_address_is_known) {
  auto const known = make(li, {.requester = Requester{.employee_id = {}, .name = "孙女士", .phone = {}, .email = "sun@example.com"}});
  auto const unknown = make(li, {.requester = Requester{.employee_id = {}, .name = "孙女士", .phone = "13900001111", .email = {}}});
  auto const message = world().write_as(li, [&](Context& ctx) { return write_to_requester(ctx, known.id, {"师傅明天上午到"}); });
  world().write_as(li, [&](Context& ctx) { return write_to_requester(ctx, unknown.id, {"师傅明天上午到"}); });
  auto const link = world().write_as(li, [&](Context& ctx) { return make_status_link(ctx, known.id, Mailed::yes); });
  world().write_as(li, [&](Context& ctx) { return make_status_link(ctx, known.id); });
  auto const mails = told_of<RequesterWritten>();
  ASSERT_EQ(mails.size(), 2u);
  EXPECT_EQ(mails[0].letter, message.id);
  EXPECT_EQ(mails[0].text, "师傅明天上午到");
  EXPECT_TRUE(mails[0].path.starts_with("/p/status/"));
  EXPECT_EQ(mails[0].email, "sun@example.com");
  EXPECT_EQ(mails[1].letter, link.id);
  EXPECT_EQ(mails[1].path, link.path);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return make_status_link(ctx, unknown.id, Mailed::yes); }), "by_email: work.letter_no_address");
}

TEST_P(Telling, a_requester_who_works_here_is_told_inside) {
  auto const item = make(li, {.requester = Requester{.employee_id = sun.employee, .name = {}, .phone = {}, .email = {}}});
  world().write_as(li, [&](Context& ctx) { return write_to_requester(ctx, item.id, {"师傅明天上午到"}); });
  EXPECT_TRUE(told_of<RequesterWritten>().empty());
  auto const asked = told_of<AttentionAsked>();
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].occasion, "requester_message");
  EXPECT_EQ(asked[0].to, sun.employee);
}

TEST_P(Telling, a_draft_tells_nobody_yet) {
  make(chen, {.owner_id = wang.employee, .participant_ids = {sun.employee}, .draft = true});
  EXPECT_TRUE(told_of<AttentionAsked>().empty());
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
