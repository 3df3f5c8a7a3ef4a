// What is written to a requester is mailed, and the item tells what became of it.

#include "modules/notify/notify_fixture.hpp"
#include "modules/notify/posted.hpp"
#include "modules/notify/unsubscribing.hpp"

namespace zx::notify {
namespace {

struct Writing : NotifyWorld {
  void SetUp() override {
    NotifyWorld::SetUp();
    if (IsSkipped()) return;
    world().services.public_url = "https://zx.example.com";
  }
  work::WorkItemView asked_for(std::optional<std::string> email = "sun@example.com") {
    work::NewWorkItemForm form;
    form.requester = work::Requester{.employee_id = {}, .name = "孙女士", .phone = {}, .email = std::move(email)};
    return item(li, form);
  }
  work::RequesterWritten written(work::WorkItemView const& thing, Uuid letter, std::string text) {
    return {.work_item = thing.id,
            .number = thing.number,
            .title = thing.title,
            .letter = letter,
            .text = std::move(text),
            .path = "/p/status/zxr_abc",
            .language = "zh",
            .by = li.employee,
            .to_name = "孙女士",
            .email = "sun@example.com"};
  }
  std::vector<PostedView> posted(work::WorkItemView const& thing) {
    return world().read_as(li, [&](ReadContext const& ctx) { return posted_of(ctx, thing.id.uuid).value(); });
  }
};
ON_EACH_ENGINE(Writing);

TEST_P(Writing, a_message_is_mailed_with_the_way_to_the_status_page_and_without_the_title) {
  mail_account();
  auto const thing = asked_for();
  auto const message = Uuid::v7();
  react(written(thing, message, "师傅明天上午到"));
  EXPECT_EQ(posted(thing).at(0).state, DeliveryState::waiting);
  ASSERT_EQ(deliver(), 1);
  auto const mail = sent()[0].message;
  EXPECT_EQ(mail.to, "sun@example.com");
  EXPECT_EQ(mail.to_name, "孙女士");
  EXPECT_NE(mail.text.find("师傅明天上午到"), std::string::npos);
  EXPECT_NE(mail.text.find("https://zx.example.com/p/status/zxr_abc"), std::string::npos);
  EXPECT_EQ(mail.text.find(thing.title), std::string::npos);
  EXPECT_EQ(mail.subject.find(thing.title), std::string::npos);
  EXPECT_EQ(mail.unsubscribe_url, "");
  auto const after = posted(thing);
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after[0].source, message);
  EXPECT_EQ(after[0].state, DeliveryState::delivered);
}

TEST_P(Writing, a_refused_address_is_told_on_the_item) {
  mail_account();
  auto const thing = asked_for();
  react(written(thing, Uuid::v7(), ""));
  postbox->answer({.what = Outcome::What::refused, .answer = "550 no such user"});
  deliver();
  auto const view = posted(thing).at(0);
  EXPECT_EQ(view.state, DeliveryState::refused);
  EXPECT_EQ(view.answer, "550 no such user");
  EXPECT_EQ(view.event, "work.requester_link");
}

TEST_P(Writing, without_an_account_to_send_by_nothing_waits_for_ever) {
  auto const thing = asked_for();
  react(written(thing, Uuid::v7(), "师傅明天上午到"));
  EXPECT_TRUE(posted(thing).empty());
}

TEST_P(Writing, only_who_sees_the_item_sees_what_was_mailed) {
  auto const thing = asked_for();
  auto const looked = world().read_as(wang, [&](ReadContext const& ctx) { return posted_of(ctx, thing.id.uuid); });
  EXPECT_EQ(looked.refusal().code, "followup.not_found");
}

}  // namespace
}  // namespace zx::notify
