#include "modules/notify/unsubscribing.hpp"

#include "modules/notify/notify_fixture.hpp"
#include "modules/notify/secrets.hpp"

namespace zx::notify {
namespace {

struct Unsubscribing : NotifyWorld {
  void SetUp() override {
    NotifyWorld::SetUp();
    if (IsSkipped()) return;
    world().services.public_url = "https://zx.example.com";
    mail_account();
  }
  /// The link of the mail about something of this event.
  std::string link_of(std::string const& event) {
    happens(news(event, Uuid::v7().text()), {{li.employee, "owner", {}}});
    deliver();
    return sent().back().message.unsubscribe_url;
  }
  static std::string token_of(std::string const& link) { return link.substr(link.rfind('/') + 1); }
  bool mails(Kind kind) {
    auto const view = world().read_as(li, [](ReadContext const& ctx) { return choices(ctx); });
    for (auto const& each : view.channels)
      if (each.kind == kind && each.channel == Channel::email) return each.on;
    return false;
  }
};
ON_EACH_ENGINE(Unsubscribing);

TEST_P(Unsubscribing, looking_at_the_link_changes_nothing_and_asking_ends_that_kind_of_mail_alone) {
  auto const link = link_of("work.handoff_offered");
  ASSERT_TRUE(link.starts_with("https://zx.example.com/p/unsubscribe/")) << link;
  auto const page = unsubscribe_page(world().services, token_of(link)).value();
  EXPECT_EQ(page.kind, Kind::handoff);
  EXPECT_EQ(page.email, "l…@example.com");
  EXPECT_FALSE(page.off);
  EXPECT_TRUE(mails(Kind::handoff));
  EXPECT_TRUE(unsubscribe(world().services, token_of(link)).value().off);
  EXPECT_TRUE(unsubscribe(world().services, token_of(link)).value().off) << "again is no harm";
  EXPECT_FALSE(mails(Kind::handoff));
  EXPECT_TRUE(mails(Kind::escalation));
  EXPECT_TRUE(mails(Kind::digest));
  auto const before = sent().size();
  happens(news("work.handoff_offered", "after"), {{li.employee, "owner", {}}});
  deliver();
  EXPECT_EQ(sent().size(), before);
  EXPECT_EQ(inbox(li).size(), 2u) << "the inbox goes on";
}

TEST_P(Unsubscribing, the_rest_of_what_was_chosen_stays) {
  auto const link = link_of("work.handoff_offered");
  world().write_as(li, [&](Context& ctx) {
    return choose(ctx, 1, {.channels = {{Kind::mention, Channel::email, true}}, .quiet_from = TimeOfDay{12 * 60}, .quiet_to = TimeOfDay{13 * 60}});
  });
  EXPECT_TRUE(unsubscribe(world().services, token_of(link)).ok());
  EXPECT_TRUE(mails(Kind::mention));
  auto const view = world().read_as(li, [](ReadContext const& ctx) { return choices(ctx); });
  EXPECT_EQ(view.quiet_from, TimeOfDay{12 * 60});
}

TEST_P(Unsubscribing, escalations_offer_no_way_out) { EXPECT_EQ(link_of("escalation.due"), ""); }

TEST_P(Unsubscribing, a_link_nobody_sealed_opens_nothing) {
  auto& services = world().services;
  auto code = [&](std::string const& token) { return unsubscribe(services, token).refusal().code; };
  std::string const wish = R"({"person":")" + li.employee.text() + R"(","kind":"handoff"})";
  EXPECT_EQ(code(wish), "notify.unsubscribe_unknown");
  EXPECT_EQ(code(""), "notify.unsubscribe_unknown");
  auto token = token_of(link_of("work.handoff_offered"));
  token.back() = token.back() == 'A' ? 'B' : 'A';
  EXPECT_EQ(code(token), "notify.unsubscribe_unknown");
  auto const elsewhere = secrets::sealed(services, wish, "another place");
  EXPECT_EQ(code(elsewhere.substr(7)), "notify.unsubscribe_unknown");
  EXPECT_TRUE(mails(Kind::handoff));
}

TEST_P(Unsubscribing, who_has_left_is_nobody) {
  auto const link = link_of("work.handoff_offered");
  company->leave(li.employee, *Date::parse("2026-11-19"));
  EXPECT_EQ(unsubscribe(world().services, token_of(link)).refusal().code, "notify.unsubscribe_unknown");
}

}  // namespace
}  // namespace zx::notify
