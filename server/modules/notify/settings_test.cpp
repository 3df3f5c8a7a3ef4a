#include "modules/notify/feed.hpp"
#include "modules/notify/notify_fixture.hpp"
#include "platform/testing/table_contents.hpp"

namespace zx::notify {
namespace {

using Settling = NotifyWorld;
ON_EACH_ENGINE(Settling);

TEST_P(Settling, secrets_go_in_and_never_come_out) {
  auto const account = mail_account();
  EXPECT_EQ(account.secrets_set, std::vector<std::string>{"password"});
  auto const changed = world().write([&](Context& ctx) { return change_account(ctx, account.id, 1, {.name = "邮箱"}); });
  EXPECT_EQ(changed.secrets_set, std::vector<std::string>{"password"}) << "kept when nothing is said of it";
  auto const listed = world().read([](ReadContext const& ctx) { return to_json(accounts(ctx)); });
  EXPECT_EQ(listed.find("geheim"), std::string::npos);
  auto const history = world().read([](ReadContext const& ctx) { return fixture::contents_of(ctx.db, {"timeline_entry", "outbox_event"}); });
  EXPECT_EQ(history.find("geheim"), std::string::npos);
  EXPECT_EQ(refused(world().actor, [&](Context& ctx) { return change_account(ctx, account.id, 1, {.name = "x"}); }), "request.stale");
}

TEST_P(Settling, an_account_is_told_everything_that_is_wrong) {
  auto adding = [&](AccountForm form) { return refused(world().actor, [&](Context& ctx) { return add_account(ctx, form); }); };
  EXPECT_EQ(adding({.channel = Channel::email, .name = "a", .settings = {{"host", "h"}, {"hots", "x"}}}), "settings.hots: notify.setting_unknown");
  EXPECT_EQ(adding({.channel = Channel::webhook, .name = "a", .settings = {{"url", "http://127.0.0.1/x"}}, .secrets = {{"sign_secret", "s"}}}),
            "settings.url: outbound.address_not_allowed");
  EXPECT_EQ(adding({.channel = Channel::wecom, .name = "a", .secrets = {{"url", "not a robot"}}}), "secrets.url: channel.robot_address_invalid");
  EXPECT_EQ(
      adding(
          {.channel = Channel::webhook, .name = "a", .settings = {{"url", "https://example.com/x"}}, .secrets = {{"sign_secret", "s"}}, .events = {"no.such"}}),
      "events.0: notify.event_unknown");
  EXPECT_EQ(adding({.channel = Channel::in_app, .name = "a"}), "channel: notify.account_channel");
}

TEST_P(Settling, choices_start_from_the_defaults_and_keep_only_what_differs) {
  auto mine = [&] { return world().read_as(li, [](ReadContext const& ctx) { return choices(ctx); }); };
  auto const before = mine();
  EXPECT_EQ(before.version, 1);
  EXPECT_EQ(before.digest_at.text(), "08:30");
  auto choosing = [&](std::int64_t version, ChoicesForm form) { return refused(li, [&](Context& ctx) { return choose(ctx, version, form); }); };
  EXPECT_EQ(choosing(1, {.channels = {{Kind::escalation, Channel::email, false}}}), "channels.0.on: notify.choice_fixed");
  EXPECT_EQ(choosing(1, {.channels = {{Kind::reminder, Channel::feishu, true}}}), "channels.0.channel: notify.choice_not_personal");
  EXPECT_EQ(choosing(1, {.quiet_from = TimeOfDay{600}}), "quiet_to: notify.quiet_incomplete");
  EXPECT_EQ(choosing(1, {.digest_at = TimeOfDay{60}}), "digest_at: notify.digest_hour");
  EXPECT_EQ(choosing(1, {.channels = {{Kind::reminder, Channel::email, true}}}), "");
  EXPECT_EQ(choosing(1, {}), "request.stale");
  EXPECT_EQ(choosing(2, {}), "");
  EXPECT_EQ(mine().version, 3);
}

TEST_P(Settling, a_template_with_an_unknown_placeholder_is_refused_by_its_name) {
  TemplateKey const key{"work.closed", Channel::email, "zh"};
  auto written = world().try_write([&](Context& ctx) { return put_template(ctx, key, 0, {"{title}", "{titel}"}); });
  ASSERT_FALSE(written);
  EXPECT_EQ(written.refusal().fields.at(0).code, "notify.placeholder_unknown");
  EXPECT_EQ(written.refusal().fields.at(0).arguments.at("name"), "titel");
}

TEST_P(Settling, ones_own_wording_is_used_and_can_be_taken_back) {
  mail_account();
  TemplateKey const key{"escalation.due", Channel::email, "zh"};
  auto const view = world().write([&](Context& ctx) { return put_template(ctx, key, 0, {"急：{title}", "请看 {number}"}); });
  EXPECT_TRUE(view.own);
  EXPECT_EQ(view.version, 1);
  EXPECT_EQ(refused(world().actor, [&](Context& ctx) { return put_template(ctx, key, 0, {"x", "y"}); }), "request.stale");
  happens(news("escalation.due", "1"), {{li.employee, "owner", {}}});
  deliver();
  EXPECT_EQ(sent().at(0).message.subject, "急：PVC排水管修复");
  world().write([&](Context& ctx) { return reset_template(ctx, key); });
  auto const shown =
      world().read([&](ReadContext const& ctx) { return preview(ctx, {.event = "escalation.due", .channel = Channel::email, .language = "zh"}).value(); });
  EXPECT_EQ(shown.subject, "已经逾期：PVC排水管修复（W-2026-000123）");
}

TEST_P(Settling, every_event_has_words_in_both_languages) {
  for (auto const* language : {"zh", "en"}) {
    auto const all = world().read([&](ReadContext const& ctx) { return templates(ctx, {.language = language}).value(); });
    for (auto const& each : all) {
      EXPECT_FALSE(each.default_subject.starts_with("notice.")) << each.event;
      EXPECT_FALSE(each.default_body.starts_with("notice.")) << each.event;
      auto const own = refused(world().actor, [&](Context& ctx) {
        return put_template(ctx, {each.event, Channel::email, language}, 0, {each.default_subject, each.default_body});
      });
      EXPECT_EQ(own, "") << each.event << ": the shipped wording uses a placeholder the event has not";
    }
  }
}

/// Long lines of a calendar go on in the next one, behind a blank.
std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

TEST_P(Settling, a_calendar_address_shows_what_is_due_until_it_is_revoked) {
  auto const added =
      world().write([&](Context& ctx) { return org::add_person(ctx, {.login = "zhao", .name = "赵强", .number = "N1", .department = "工程部"}); });
  auto const zhao =
      company->actor(added.employee, org::granted({work::permissions::read, work::permissions::create, followup::permissions::read}, Scope::self));
  world().services.public_url = "https://zx.example.com";
  item(zhao, {.due_at = at("2026-11-27T18:00:00+08:00")});
  auto const goal = followup::CommitmentId::make();
  world().write_as(zhao, [&](Context& ctx) {
    followup::NewCommitment form{
        .id = goal, .subject_type = "goal_item", .number = "G-2026-000001/1", .title = "收缴物业费", .owner_id = zhao.employee, .handler_id = zhao.employee};
    form.next_follow_up_at = at("2026-11-30T16:00:00+08:00");
    followup::open(ctx, form);
  });
  auto const made = world().write_as(zhao, [&](Context& ctx) { return make_feed(ctx); });
  auto fetch = [&](std::string path) {
    http::Request const request{.method = http::Method::get, .target = path, .path = path};
    return serve_feed(world().services, {}, http::Call(request, {{"file", path.substr(std::string("/calendar/").size())}}));
  };
  auto const calendar = fetch(*made.path);
  ASSERT_TRUE(calendar);
  EXPECT_NE(calendar->body.find("SUMMARY:到期：PVC排水管修复"), std::string::npos);
  EXPECT_NE(calendar->body.find("DTSTART:20261127T100000Z"), std::string::npos);
  EXPECT_NE(calendar->body.find("URL:https://zx.example.com/work-items/"), std::string::npos);
  EXPECT_NE(unfolded(calendar->body).find("URL:https://zx.example.com/goal-items/" + goal.text()), std::string::npos) << "a goal leads to its card";
  EXPECT_FALSE(fetch("/calendar/zxc_guess.ics"));
  world().write_as(zhao, [&](Context& ctx) { return revoke_feed(ctx); });
  EXPECT_FALSE(fetch(*made.path));
}

}  // namespace
}  // namespace zx::notify
