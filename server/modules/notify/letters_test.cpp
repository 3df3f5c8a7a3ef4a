#include <algorithm>

#include "modules/notify/notify_fixture.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;

struct Posting : NotifyWorld {
  /// 李明's for somebody outside, in 王芳's hands.
  work::WorkItemView at_wang() {
    work::NewWorkItemForm form;
    form.requester = work::Requester{.employee_id = {}, .name = "孙女士", .phone = {}, .email = "sun@example.com"};
    form.handler_id = wang.employee;
    auto const made = item(li, form);
    world().write_as(wang, [&](Context& ctx) { return work::accept_handoff(ctx, made.pending_handoff->id); });
    return made;
  }
  work::UrgingLetterSent send(work::WorkItemId id, work::LetterTo to, bool by_email = true) {
    work::LetterForm form{.tone = work::Tone::firm, .to = to, .demand = "今天到场", .by_email = by_email, .next_follow_up_at = world().clock.now() + 24h};
    auto const letter = world().write_as(li, [&](Context& ctx) { return work::send_letter(ctx, id, form); });
    work::UrgingLetterSent event{
        .work_item = id, .number = "W-2026-000001", .title = "PVC排水管修复", .letter = letter.id.uuid, .letter_number = letter.number};
    event.tone = "firm";
    event.language = "zh";
    event.by = li.employee;
    if (to == work::LetterTo::handler) event.to = wang.employee;
    event.to_name = letter.to_name;
    if (by_email) event.email = to == work::LetterTo::handler ? "wang@example.com" : "sun@example.com";
    react(event);
    return event;
  }
};
ON_EACH_ENGINE(Posting);

TEST_P(Posting, a_letter_is_sent_once_with_the_paper_enclosed) {
  mail_account();
  auto const event = send(at_wang().id, work::LetterTo::handler);
  react(event);  // told twice
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(deliver(), 0);
  ASSERT_EQ(sent().size(), 1u);
  auto const message = sent()[0].message;
  EXPECT_EQ(message.to, "wang@example.com");
  EXPECT_EQ(message.subject, "督促函 D-2026-000001（催办）：PVC排水管修复");
  ASSERT_EQ(message.files.size(), 1u);
  EXPECT_EQ(message.files[0].name, "督促函_D-2026-000001.pdf");
  EXPECT_TRUE(message.files[0].bytes.starts_with("%PDF"));
  ASSERT_FALSE(inbox(wang).empty());
  EXPECT_EQ(inbox(wang)[0].event, "work.urging_letter");
}

TEST_P(Posting, it_goes_whatever_the_receiver_chose_to_be_mailed) {
  mail_account();
  world().write_as(wang, [&](Context& ctx) {
    return choose(ctx, 1, {.channels = {{Kind::attention, Channel::email, false}}, .paused_until = world().clock.now() + 24h * 5});
  });
  send(at_wang().id, work::LetterTo::handler);
  EXPECT_EQ(deliver(), 1);
}

TEST_P(Posting, on_paper_it_is_told_and_not_mailed) {
  mail_account();
  send(at_wang().id, work::LetterTo::handler, false);
  EXPECT_EQ(deliver(), 0);
  ASSERT_FALSE(inbox(wang).empty());
  EXPECT_EQ(inbox(wang)[0].event, "work.urging_letter");
}

TEST_P(Posting, people_outside_get_the_letter_and_no_way_in) {
  mail_account();
  world().services.public_url = "https://zx.example.com";
  send(at_wang().id, work::LetterTo::requester);
  EXPECT_EQ(deliver(), 1);
  auto const message = sent().at(0).message;
  EXPECT_EQ(message.to, "sun@example.com");
  EXPECT_EQ(message.to_name, "孙女士");
  ASSERT_EQ(message.files.size(), 1u);
  EXPECT_NE(message.text.find("孙女士，您好"), std::string::npos) << message.text;
  EXPECT_EQ(message.text.find("work-items"), std::string::npos) << message.text;
  EXPECT_EQ(message.text.find("设置"), std::string::npos) << message.text;
  EXPECT_EQ(log().at(0).state, DeliveryState::delivered);
}

TEST_P(Posting, nothing_is_put_together_with_a_letter) {
  mail_account();
  auto const item = at_wang();
  for (int i = 0; i < 8; ++i) happens(news("escalation.due", std::to_string(i)), {{wang.employee, "owner", {}}});
  send(item.id, work::LetterTo::handler);
  for (int hour = 0; hour < 4; ++hour) {
    while (deliver() > 0) {}
    world().clock.advance(61min);
  }
  auto const letters = std::ranges::count_if(sent(), [](Postbox::Sent const& each) { return !each.message.files.empty(); });
  EXPECT_EQ(letters, 1);
}

}  // namespace
}  // namespace zx::notify
