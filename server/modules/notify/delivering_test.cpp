#include <algorithm>
#include <random>
#include <set>
#include <thread>

#include "modules/notify/notify_fixture.hpp"
#include "modules/notify/push.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/wording.hpp"
#include "platform/outbound/encoding.hpp"
#include "platform/outbound/web_push_for_tests.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;
using What = Outcome::What;
using Blame = Outcome::Blame;

struct Delivering : NotifyWorld {
  void SetUp() override {
    NotifyWorld::SetUp();
    if (!IsSkipped()) account = mail_account();
  }
  void escalate(std::string occurrence, Actor const& to) { happens(news("escalation.due", std::move(occurrence)), {{to.employee, "owner", {}}}); }
  AccountView account;
};
ON_EACH_ENGINE(Delivering);

TEST_P(Delivering, a_mail_says_what_why_and_to_whom) {
  escalate("1", li);
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(deliver(), 0);
  ASSERT_EQ(sent().size(), 1u);
  auto const mail = sent()[0].message;
  EXPECT_EQ(mail.to, "li@example.com");
  EXPECT_EQ(mail.to_name, "李明");
  EXPECT_TRUE(mail.subject.starts_with("已经逾期：PVC排水管修复"));
  EXPECT_NE(mail.text.find("因为您是负责人"), std::string::npos);
  EXPECT_EQ(log().at(0).state, DeliveryState::delivered);
  EXPECT_EQ(log().at(0).to, "李明");
}

TEST_P(Delivering, nothing_leaves_by_night_even_when_it_was_due_by_day) {
  escalate("1", li);
  go_to("2026-11-20T22:30:00+08:00");
  EXPECT_EQ(deliver(), 0);
  EXPECT_EQ(log().at(0).next_at, at("2026-11-23T09:00:00+08:00"));
  go_to("2026-11-23T09:00:00+08:00");
  EXPECT_EQ(deliver(), 1);
}

TEST_P(Delivering, the_seventh_mail_of_an_hour_waits_and_the_sixth_takes_the_others_along) {
  for (int i = 0; i < 10; ++i) escalate(std::to_string(i), li);
  escalate("other", wang);
  EXPECT_EQ(deliver(), 7);
  auto to_li = sent();
  std::erase_if(to_li, [](auto const& each) { return each.message.to != "li@example.com"; });
  ASSERT_EQ(to_li.size(), 6u);
  EXPECT_EQ(to_li[5].message.subject, "5 条通知合并送达");
  EXPECT_EQ(log({.state = DeliveryState::merged}).size(), 4u);
  EXPECT_TRUE(log({.state = DeliveryState::merged})[0].merged_into);
  escalate("later", li);
  EXPECT_EQ(deliver(), 0);
  world().clock.advance(1h);
  EXPECT_EQ(deliver(), 1);
}

TEST_P(Delivering, it_is_tried_again_with_the_same_message_id_and_given_up_in_the_end) {
  escalate("1", li);
  for (int i = 0; i < 8; ++i) postbox->answer({.what = What::later, .answer = "451 later"});
  for (int day = 0; day < 40 && log().at(0).state == DeliveryState::waiting; ++day) {
    deliver();
    if (auto next = log().at(0).next_at) world().clock.set(*next);
  }
  EXPECT_EQ(sent().size(), 8u);
  std::set<std::string> ids;
  for (auto const& each : sent()) ids.insert(each.message.message_id);
  EXPECT_EQ(ids.size(), 1u);
  auto const dead = log().at(0);
  EXPECT_EQ(dead.state, DeliveryState::dead);
  EXPECT_EQ(dead.answer, "451 later");
  world().write([&](Context& ctx) { return resend(ctx, dead.id); });
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(log().at(0).state, DeliveryState::delivered);
  EXPECT_EQ(refused(world().actor, [&](Context& ctx) { return resend(ctx, dead.id); }), "notify.delivery_not_dead");
}

TEST_P(Delivering, what_is_refused_for_good_is_not_tried_again) {
  escalate("1", li);
  postbox->answer({.what = What::refused, .answer = "550 no such user"});
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(log().at(0).state, DeliveryState::refused);
  EXPECT_EQ(log().at(0).answer, "550 no such user");
}

TEST_P(Delivering, a_broken_account_rests_and_one_with_a_wrong_password_is_switched_off) {
  for (int i = 0; i < 5; ++i) {
    escalate(std::to_string(i), i % 2 ? wang : li);
    postbox->answer({.what = What::later, .answer = "connection refused", .blame = Blame::account});
  }
  deliver();
  auto shown = world().read([](ReadContext const& ctx) { return accounts(ctx).at(0); });
  EXPECT_EQ(shown.failures, 5);
  ASSERT_TRUE(shown.open_until);
  escalate("next", chen);
  EXPECT_EQ(deliver(), 0);
  world().clock.set(*shown.open_until);
  for (int i = 0; i < 6; ++i)  // whichever lane comes first
    postbox->answer({.what = What::later, .answer = "535 wrong password", .blame = Blame::account_for_good});
  EXPECT_GE(deliver(), 1);
  EXPECT_FALSE(world().read([](ReadContext const& ctx) { return accounts(ctx).at(0).enabled; }));
}

TEST_P(Delivering, a_node_that_died_while_sending_is_taken_over_after_its_lease) {
  escalate("1", li);
  auto const id = log().at(0).id;
  auto dead = world().write([&](Context& ctx) -> Result<std::optional<Claim>> { return claim(ctx, id, "node-1"); });
  ASSERT_TRUE(dead);
  EXPECT_EQ(deliver("node-2"), 0) << "the lease holds";
  world().clock.advance(sending_lease);
  EXPECT_EQ(deliver("node-2"), 1);
  EXPECT_EQ(sent()[0].message.message_id, dead->message.message_id);
  bool const late = world().write([&](Context& ctx) -> Result<bool> { return record(ctx, *dead, {.what = What::refused, .answer = "late"}); });
  EXPECT_FALSE(late) << "whoever slept past its lease writes nothing";
  EXPECT_EQ(log().at(0).state, DeliveryState::delivered);
}

TEST_P(Delivering, a_restarted_node_goes_on_at_once_with_what_it_had_in_hand) {
  escalate("1", li);
  escalate("2", wang);
  std::vector<Claim> held;
  for (auto const& [name, entry] : {std::pair("node-1", log().at(0)), std::pair("node-2", log().at(1))})
    held.push_back(*world().write([&](Context& ctx) -> Result<std::optional<Claim>> { return claim(ctx, entry.id, name); }));
  notify::deliver().recover(world().services, "node-1");
  EXPECT_EQ(deliver("node-1"), 1) << "what another node has in hand stays there";
  EXPECT_EQ(sent().at(0).message.message_id, held.at(0).message.message_id);
  EXPECT_FALSE(world().write([&](Context& ctx) -> Result<bool> { return record(ctx, held.at(0), {}); })) << "the former self writes nothing more";
}

TEST_P(Delivering, a_tick_without_anything_due_only_looks) {
  auto const job = notify::deliver();
  auto due = [&] { return world().read([&](ReadContext const& ctx) { return job.has_work(ctx.db, ctx.now); }); };
  EXPECT_FALSE(due());
  escalate("1", li);
  EXPECT_TRUE(due());
  deliver();
  EXPECT_FALSE(due());
}

TEST_P(Delivering, an_sms_nobody_knows_about_is_not_paid_for_twice) {
  add({.channel = Channel::sms, .name = "短信", .settings = {{"provider", "aliyun"}}, .secrets = {}});
  world().write_as(li, [&](Context& ctx) { return choose(ctx, 1, {.channels = {{Kind::mention, Channel::sms, true}}}); });
  happens(news("work.mentioned", "1"), {{li.employee, "mentioned", {}}});
  postbox->answer({.what = What::ambiguous, .answer = "timeout"});
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(log().at(0).state, DeliveryState::dead);
}

TEST_P(Delivering, several_nodes_send_each_mail_once) {
  constexpr int people = 6, each = 5;
  std::vector<Actor> all;
  for (int i = 0; i < people; ++i) all.push_back(person("员工" + std::to_string(i), "p" + std::to_string(i) + "@example.com", {}));
  for (int i = 0; i < each; ++i)
    for (auto const& one : all) escalate(std::to_string(i), one);
  std::vector<std::thread> nodes;
  for (auto name : {"a", "b", "c"}) nodes.emplace_back([this, name] { deliver(name); });
  for (auto& node : nodes) node.join();
  std::set<std::string> ids;
  for (auto const& mail : sent()) ids.insert(mail.message.message_id);
  EXPECT_EQ(sent().size(), static_cast<std::size_t>(people * each));
  EXPECT_EQ(ids.size(), sent().size());
}

/// A year of it by every channel at once.
struct AYear : Delivering {
  static constexpr std::string_view group = "https://open.feishu.cn/open-apis/bot/v2/hook/0a1b2c3d-4e5f-6789-abcd-ef0123456789";

  void every_channel() {
    add({.channel = Channel::sms, .name = "短信", .settings = {{"provider", "aliyun"}}, .secrets = {}});
    add({.channel = Channel::feishu, .name = "工程群", .secrets = {{"url", std::string(group)}}, .events = {"escalation.due", "work.mentioned"}});
    senders_of(world().services).put(Channel::push, postbox);
    ASSERT_TRUE(push(world().services, li));  // makes the keys
    outbound::test::Browser const browser;
    world().write_as(li, [&](Context& ctx) {
      return add_push_device(
          ctx, {"https://push.example.com/send/abc", outbound::base64url(browser.keys.public_key), outbound::base64url(browser.secret), "Chrome"});
    });
    world().write_as(li, [&](Context& ctx) {
      return choose(ctx, 1,
                    {.channels = {{Kind::mention, Channel::email, true}, {Kind::mention, Channel::sms, true}, {Kind::escalation, Channel::sms, true}},
                     .quiet_from = TimeOfDay{12 * 60},
                     .quiet_to = TimeOfDay{14 * 60}});
    });
  }
  void happens_to_li(News const& what) {
    happens(what, {{li.employee, "owner", {}}});
    world().write([&](Context& ctx) -> Result<void> {
      post_to_groups(ctx, what, store::enabled_accounts(ctx));
      return {};
    });
  }
  void live() {
    std::mt19937 random(20261122);
    int told = 0;
    for (auto const end = world().clock.now() + 365 * 24h; world().clock.now() < end;) {
      for (int burst = random() % 5 == 0 ? 8 : 1; burst > 0; --burst)
        happens_to_li(news(random() % 2 ? "escalation.due" : "work.mentioned", std::to_string(++told)));
      if (random() % 4 == 0) postbox->answer({.what = What::later, .answer = "450"});
      deliver();
      world().clock.advance(std::chrono::minutes(20 + random() % 1500));
    }
  }
  std::vector<Postbox::Sent> sent_by(Channel channel) {
    auto all = sent();
    std::erase_if(all, [&](auto const& each) { return each.message.channel != channel; });
    return all;
  }
  void expect_by_day(Postbox::Sent const& each) {
    auto const calendar = world().services.calendar_of(world().organization);
    auto const time = calendar::local_time(each.at, calendar->zone());
    EXPECT_TRUE(calendar->is_working_day(calendar::local_date(each.at, calendar->zone()))) << each.at.text();
    EXPECT_TRUE(time >= rules::night_to && time < rules::night_from) << each.at.text();
    bool const may_be_held = !rules::is_group(each.message.channel) && each.message.event == "work.mentioned";
    EXPECT_FALSE(may_be_held && time >= TimeOfDay{12 * 60} && time < TimeOfDay{14 * 60}) << each.at.text();
  }
};
ON_EACH_ENGINE(AYear);

TEST_P(AYear, nothing_leaves_at_night_on_days_off_or_beyond_the_limit_by_any_channel) {
  every_channel();
  live();
  for (auto channel : {Channel::email, Channel::sms, Channel::push, Channel::feishu}) {
    SCOPED_TRACE(enum_text(channel));
    auto const messages = sent_by(channel);
    EXPECT_GT(messages.size(), 300u);
    std::vector<Instant> arrived;
    for (auto const& each : messages) {
      expect_by_day(each);
      if (each.delivered) arrived.push_back(each.at);
    }
    auto const pace = *rules::pace_of(channel);
    auto const most = static_cast<std::size_t>(pace.most);
    for (std::size_t i = most; i < arrived.size(); ++i) EXPECT_GE(arrived[i] - arrived[i - most], pace.within) << arrived[i].text();
  }
}

TEST_P(Delivering, a_robot_posts_once_per_occurrence_and_never_on_the_half_hour) {
  add({.channel = Channel::feishu,
       .name = "工程群",
       .secrets = {{"url", "https://open.feishu.cn/open-apis/bot/v2/hook/0a1b2c3d-4e5f-6789-abcd-ef0123456789"}},
       .events = {"escalation.due"}});
  go_to("2026-11-20T10:00:10+08:00");
  for (int i = 0; i < 2; ++i)
    world().write([&](Context& ctx) -> Result<void> {
      post_to_groups(ctx, news("escalation.due", "1"), store::enabled_accounts(ctx));
      return {};
    });
  EXPECT_EQ(deliver(), 0);
  auto const waiting = log({.channel = Channel::feishu});
  ASSERT_EQ(waiting.size(), 1u);
  world().clock.set(*waiting[0].next_at);
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(log({.channel = Channel::feishu}).at(0).to, "工程群");
}

TEST_P(Delivering, a_webhook_gets_the_event_as_it_was_published) {
  add({.channel = Channel::webhook,
       .name = "ERP",
       .settings = {{"url", "https://erp.example.com/hook"}},
       .secrets = {{"sign_secret", "s"}},
       .events = {"work.item_closed"}});
  auto const thing = item(li);
  work::WorkItemClosed const closed{.work_item = thing.id, .state = "done", .by = li.employee};
  react(closed);
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(sent()[0].message.event, "work.item_closed");
  EXPECT_EQ(sent()[0].message.text, to_json(closed));
}

}  // namespace
}  // namespace zx::notify
