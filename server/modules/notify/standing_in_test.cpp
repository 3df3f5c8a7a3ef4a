// Nobody is forgotten because somebody is away: what comes to the absent one comes to their deputy.

#include "modules/notify/notify_fixture.hpp"

namespace zx::notify {
namespace {

struct StandingIn : NotifyWorld {
  void SetUp() override {
    NotifyWorld::SetUp();
    if (IsSkipped()) return;
    auto const elsewhere = company->department("财务部");
    liang = company->actor(company->employ({.name = "梁静", .department_id = elsewhere, .phone = {}, .email = "liang@example.com"}),
                           org::granted({work::permissions::read, followup::permissions::read, followup::permissions::record}, Scope::self));
    auto const today = *Date::parse("2026-11-20");
    company->name_deputy(li.employee, liang.employee, today, today.plus_days(7));
  }
  followup::ReminderDue due(work::WorkItemView const& item, std::vector<followup::Recipient> recipients) {
    return {.commitment = followup::CommitmentId{item.id.uuid},
            .subject_type = "work_item",
            .number = item.number,
            .title = item.title,
            .topic = followup::Topic::follow_up,
            .basis = *item.standing.next_follow_up_at,
            .occurrence = "reminder:" + item.id.text(),
            .recipients = std::move(recipients)};
  }
  work::AttentionAsked asking(work::WorkItemView const& item, std::string occasion) {
    return {.occasion = std::move(occasion),
            .occurrence = Uuid::v7().text(),
            .work_item = item.id,
            .number = item.number,
            .title = item.title,
            .by = wang.employee,
            .to = li.employee,
            .note = "请看一下"};
  }
  bool sees(Actor const& who, work::WorkItemView const& item) {
    return world().read_as(who, [&](ReadContext const& ctx) { return work::show(ctx, item.id).ok(); });
  }

  Actor liang;
};
ON_EACH_ENGINE(StandingIn);

TEST_P(StandingIn, a_deputy_who_did_not_see_the_item_is_told_and_sees_it) {
  auto const thing = item(li);
  ASSERT_FALSE(sees(liang, thing));
  react(due(thing, {{liang.employee, followup::Standpoint::owner, li.employee}}));
  ASSERT_EQ(inbox(liang).size(), 1u);
  EXPECT_EQ(inbox(liang)[0].reason, "您收到它，因为您正在代理李明的工作。");
  EXPECT_TRUE(sees(liang, thing));
}

TEST_P(StandingIn, an_escalation_reaches_the_superior_who_did_not_see_the_item) {
  auto const thing = item(wang);
  react(due(thing, {{liang.employee, followup::Standpoint::supervisor, {}}}));
  EXPECT_EQ(inbox(liang).size(), 1u);
  EXPECT_TRUE(sees(liang, thing));
}

TEST_P(StandingIn, who_is_away_is_told_themselves_when_their_deputy_has_left) {
  auto const thing = item(li);
  company->leave(liang.employee, *Date::parse("2026-11-19"));
  react(due(thing, {{liang.employee, followup::Standpoint::owner, li.employee}}));
  EXPECT_TRUE(inbox(liang).empty());
  ASSERT_EQ(inbox(li).size(), 1u);
  EXPECT_EQ(inbox(li)[0].reason, "您收到它，因为您是负责人。");
}

TEST_P(StandingIn, a_handoff_is_told_to_the_absent_receiver_and_to_their_deputy) {
  auto const thing = item(wang, {.handler_id = li.employee});
  react(work::HandoffOffered{.work_item = thing.id,
                             .number = thing.number,
                             .title = thing.title,
                             .handoff = thing.pending_handoff->id,
                             .from = wang.employee,
                             .to = li.employee,
                             .note = "请今天看看"});
  EXPECT_EQ(inbox(li).size(), 1u);
  ASSERT_EQ(inbox(liang).size(), 1u);
  EXPECT_EQ(inbox(liang)[0].reason, "您收到它，因为您正在代理李明的工作。");
  EXPECT_TRUE(sees(liang, thing));
}

TEST_P(StandingIn, whoever_is_asked_and_away_has_their_deputy_asked_too) {
  auto const thing = item(li);
  for (auto const* occasion : {"submitted", "question", "counter_date", "delay_report"}) react(asking(thing, occasion));
  EXPECT_EQ(inbox(li).size(), 4u);
  EXPECT_EQ(inbox(liang).size(), 4u);
}

TEST_P(StandingIn, a_deputy_is_not_asked_about_what_they_did_themselves) {
  auto const thing = item(li);
  auto event = asking(thing, "submitted");
  event.by = liang.employee;
  react(event);
  EXPECT_EQ(inbox(li).size(), 1u);
  EXPECT_TRUE(inbox(liang).empty());
}

TEST_P(StandingIn, the_giver_sees_that_the_receiver_is_away_and_who_stands_in) {
  auto const thing = item(wang, {.handler_id = li.employee});
  ASSERT_TRUE(thing.pending_handoff->stand_in);
  EXPECT_EQ(thing.pending_handoff->stand_in->name, "梁静");
  go_to("2026-12-01T10:00:00+08:00");
  auto const later = world().read_as(wang, [&](ReadContext const& ctx) { return work::show(ctx, thing.id).value(); });
  EXPECT_FALSE(later.pending_handoff->stand_in) << "back from the holidays";
}

}  // namespace
}  // namespace zx::notify
