#include "modules/followup/giving_up.hpp"

#include "modules/followup/followup_fixture.hpp"
#include "platform/base/json.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::followup {
namespace {

using std::chrono::hours;

/// 陈总工 supervises 李明; 王芳 stands beside him.
struct GivingUp : FollowUpWorld {
  void SetUp() override {
    FollowUpWorld::SetUp();
    if (IsSkipped()) return;
    world().database().refuse_as("give_up_request_pending", "followup.give_up_waiting");
    chen = company->employ({.name = "陈总工", .department_id = works});
    zhao = company->employ({.name = "赵强", .department_id = works, .supervisor_id = chen});
    auto form = thing("约见业主");
    form.owner_id = form.handler_id = zhao;
    item = open(form);
  }
  template <class F>
  auto by(EmployeeId who, F&& verb) {
    return world().try_write_as(actor(who), [&](Context& ctx) { return verb(ctx); });
  }
  Result<GiveUpRequestView> ask(EmployeeId who, std::string_view reason = "对方已搬走") {
    return by(who,
              [&](Context& ctx) { return ask_to_give_up(ctx, find_visible(ReadContext(world_system(ctx)), item.id, permissions::read).value(), 5, reason); });
  }
  Result<GiveUpRequestView> answer(EmployeeId who, GiveUpRequestId id, Consent consent, std::string_view words = "") {
    return by(who, [&](Context& ctx) { return answer_give_up(ctx, id, consent, words); });
  }
  Result<void> check(EmployeeId who) {
    return by(who, [&](Context& ctx) { return check_persistence(ctx, find_visible(ReadContext(world_system(ctx)), item.id, permissions::read).value(), 5); });
  }
  std::vector<GiveUpRequestView> waiting(EmployeeId who) {
    return world().read_as(actor(who), [&](ReadContext const& ctx) { return give_up_requests_waiting(ctx); });
  }
  void touch(int times, Direction direction = Direction::inward) {
    FollowUpForm form{.direction = direction, .finding = "电话无人接", .despite_limit_reason = "约好再打"};
    for (int i = 0; i < times; ++i) {
      form.next_follow_up_at = in(hours(24));
      world().write_as(actor(zhao), [&](Context& ctx) { return record(ctx, item.id, form); });
      world().clock.advance(hours(2));
    }
  }

  EmployeeId chen, zhao;
  Commitment item;

 private:
  Context world_system(Context const& ctx) { return {company->system, ctx.now, ctx.db, ctx.services}; }
};
ON_EACH_ENGINE(GivingUp);

TEST_P(GivingUp, before_the_minimum_of_touches_it_is_refused_with_how_many_are_missing) {
  touch(2);
  auto const refused = check(zhao);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "followup.too_early_to_give_up");
  EXPECT_EQ(refused.refusal().arguments, (RefusalArguments{{"touches", "2"}, {"minimum", "5"}, {"missing", "3"}}));
  touch(3);
  EXPECT_TRUE(check(zhao));
}

TEST_P(GivingUp, with_somebody_on_the_other_side_only_outward_touches_count) {
  auto form = thing("约见业主");
  form.owner_id = form.handler_id = zhao;
  form.counterpart = counterpart_outside("王女士", "13900001111", "");
  item = open(form);
  touch(5);
  auto const refused = check(zhao);
  ASSERT_FALSE(refused) << "asking the handler five times is not five times at the door";
  EXPECT_EQ(refused.refusal().arguments, (RefusalArguments{{"touches", "0"}, {"minimum", "5"}, {"missing", "5"}}));
  touch(4, Direction::outward);
  EXPECT_FALSE(check(zhao));
  EXPECT_EQ(ask(zhao)->touch_count, 4);
  touch(1, Direction::outward);
  EXPECT_TRUE(check(zhao));
}

TEST_P(GivingUp, who_follows_up_for_themselves_has_no_other_side) {
  auto form = thing("自己约的");
  form.owner_id = form.handler_id = zhao;
  form.counterpart = counterpart_of(zhao, "赵强");
  item = open(form);
  touch(5);
  EXPECT_TRUE(check(zhao));
}

TEST_P(GivingUp, with_the_supervisors_consent_it_is_possible_once) {
  auto const asked = ask(zhao);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->supervisor.name, "陈总工");
  EXPECT_FALSE(check(zhao)) << "asking is not enough";
  ASSERT_EQ(waiting(chen).size(), 1u);
  EXPECT_TRUE(waiting(chen)[0].may_answer);
  auto const answered = answer(chen, asked->id, Consent::given);
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->consented, true);
  EXPECT_TRUE(waiting(chen).empty());
  EXPECT_TRUE(check(zhao));
  EXPECT_FALSE(check(zhao)) << "a consent holds once: after a reopening it is asked again";
}

TEST_P(GivingUp, a_refusal_needs_a_reason_and_changes_nothing) {
  auto const asked = ask(zhao);
  EXPECT_EQ(answer(chen, asked->id, Consent::refused, " ").refusal().fields.front().code, "field.required");
  ASSERT_TRUE(answer(chen, asked->id, Consent::refused, "再打两次电话"));
  EXPECT_FALSE(check(zhao));
  EXPECT_EQ(answer(chen, asked->id, Consent::given).refusal().code, "followup.give_up_answered");
  EXPECT_TRUE(ask(zhao)) << "one may ask again";
}

TEST_P(GivingUp, only_who_stands_above_the_owner_answers) {
  auto const asked = ask(zhao);
  EXPECT_FALSE(answer(zhao, asked->id, Consent::given)) << "nobody consents to themselves";
  world().write([&](Context& ctx) { add_participant(ctx, item.id, wang); });
  EXPECT_EQ(answer(wang, asked->id, Consent::given).refusal().code, "followup.give_up_not_yours");
  EXPECT_EQ(answer(li, asked->id, Consent::given).refusal().code, "followup.give_up_not_found") << "who does not see it";
}

TEST_P(GivingUp, the_supervisors_deputy_is_asked_while_the_supervisor_is_away) {
  auto const today = *Date::parse("2026-11-20");
  company->name_deputy(chen, li, today, today);
  auto const asked = ask(zhao);
  EXPECT_EQ(asked->supervisor.id, li);
  EXPECT_TRUE(answer(li, asked->id, Consent::given));
}

TEST_P(GivingUp, whoever_stands_above_consents_by_doing_it) { EXPECT_TRUE(check(chen)); }

TEST_P(GivingUp, who_has_nobody_above_gives_the_reason_and_goes_on) {
  auto form = thing("总工自己的约见");
  form.owner_id = form.handler_id = chen;
  item = open(form);
  EXPECT_FALSE(check(chen));
  auto const asked = ask(chen);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->consented, true);
  EXPECT_TRUE(check(chen));
}

TEST_P(GivingUp, only_the_owner_asks_once_and_with_a_reason) {
  EXPECT_EQ(ask(zhao, " ").refusal().fields.front().path, "reason");
  EXPECT_EQ(ask(wang).refusal().code, "followup.only_owner_gives_up");
  ASSERT_TRUE(ask(zhao));
  EXPECT_EQ(ask(zhao).refusal().code, "followup.give_up_waiting");
}

TEST_P(GivingUp, what_needs_no_consent_is_not_asked_about) {
  touch(5);
  EXPECT_EQ(ask(zhao).refusal().code, "followup.give_up_not_needed");
}

TEST_P(GivingUp, both_are_told_and_the_history_keeps_it) {
  auto const asked = ask(zhao, "对方已搬走");
  answer(chen, asked->id, Consent::refused, "再打两次电话").value();
  db::Statement const published{"published", "SELECT payload FROM outbox_event WHERE name = 'followup.attention_asked' ORDER BY id",
                                "SELECT payload FROM outbox_event WHERE name = 'followup.attention_asked' ORDER BY id"};
  auto const events = world().read([&](ReadContext const& ctx) { return ctx.db.all<std::string>(published); });
  ASSERT_EQ(events.size(), 2u);
  auto const to_chen = from_json<AttentionAsked>(events[0]).value();
  EXPECT_EQ(to_chen.occasion, "give_up_asked");
  EXPECT_EQ(to_chen.to, chen);
  EXPECT_EQ(to_chen.note, "对方已搬走");
  EXPECT_EQ(from_json<AttentionAsked>(events[1]).value().to, zhao);
  auto const history = world().read([&](ReadContext const& ctx) { return timeline::entries_of(ctx, {"thing", item.id.uuid}, 10); });
  ASSERT_GE(history.size(), 2u);
  EXPECT_EQ(history[0].event, "followup.give_up_refused");
  EXPECT_EQ(history[0].note, "再打两次电话");
  EXPECT_EQ(history[1].event, "followup.give_up_asked");
}

}  // namespace
}  // namespace zx::followup
