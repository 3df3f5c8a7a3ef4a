// Secrets lie sealed in the database.

#include "modules/notify/secrets.hpp"

#include "modules/notify/notify_fixture.hpp"
#include "platform/auth/sealing.hpp"

namespace zx::notify {
namespace {

struct Sealing : NotifyWorld {
  std::string stored() {
    db::Statement const statement{"secrets", "SELECT secrets FROM channel_account", "SELECT secrets FROM channel_account"};
    return world().read([&](ReadContext const& ctx) { return ctx.db.sure<std::string>(statement); });
  }
  std::string key_file(std::string const& name) { return world().services.data_directory + "/" + name; }
  /// As a new process would.
  Result<void> start_with(std::string const& file, bool forget = false) {
    world().services.memory = std::make_shared<ModuleMemory>();
    senders_of(world().services).put(Channel::email, postbox);
    return keep_secrets_with(world().services, key_file(file), forget);
  }
  std::string password() {
    auto const account = world().read([](ReadContext const& ctx) { return store::accounts(ctx).at(0); });
    return account_from(world().services, account).secret("password");
  }
};
ON_EACH_ENGINE(Sealing);

TEST_P(Sealing, a_password_is_not_in_the_database) {
  mail_account();
  EXPECT_TRUE(auth::SealingKey::is_sealed(stored()));
  EXPECT_EQ(stored().find("geheim"), std::string::npos);
  EXPECT_EQ(password(), "geheim-4711");
}

TEST_P(Sealing, an_account_is_sent_by_with_its_secret_opened) {
  struct Looking final : Sender {
    std::string seen;
    Outcome send(Account const& account, Message const&) override {
      seen = account.secret("password");
      return {};
    }
  };
  auto const looking = std::make_shared<Looking>();
  mail_account();
  senders_of(world().services).put(Channel::email, looking);
  happens(news("escalation.due", "1"), {{li.employee, "owner", {}}});
  deliver();
  EXPECT_EQ(looking->seen, "geheim-4711");
}

TEST_P(Sealing, what_an_older_version_wrote_is_sealed_at_the_next_start) {
  mail_account();
  world().tamper(R"(UPDATE channel_account SET secrets = '{"password":"offen"}')");
  ASSERT_TRUE(start_with("secret.key"));
  EXPECT_TRUE(auth::SealingKey::is_sealed(stored()));
  EXPECT_EQ(password(), "offen");
  auto const once = stored();
  ASSERT_TRUE(start_with("secret.key"));
  EXPECT_EQ(stored(), once);
}

TEST_P(Sealing, with_another_key_nothing_starts_until_the_secrets_are_given_up) {
  ASSERT_TRUE(start_with("first.key"));
  mail_account();
  auto const other = start_with("other.key");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.refusal().code, "notify.sealing_key_differs");
  ASSERT_TRUE(start_with("first.key"));
  EXPECT_EQ(password(), "geheim-4711");
  ASSERT_TRUE(start_with("other.key", true));
  EXPECT_EQ(stored(), "{}");
  auto const account = world().read([](ReadContext const& ctx) { return accounts(ctx).at(0); });
  EXPECT_FALSE(account.enabled);
  EXPECT_TRUE(account.secrets_set.empty());
  EXPECT_TRUE(start_with("other.key"));
}

TEST_P(Sealing, where_nothing_is_sealed_another_key_simply_holds) {
  ASSERT_TRUE(start_with("first.key"));
  EXPECT_TRUE(start_with("other.key"));
  EXPECT_TRUE(start_with("other.key"));
}

TEST_P(Sealing, a_secret_does_not_open_at_another_account) {
  mail_account();
  auto const sealed = stored();
  store::AccountRow elsewhere{.id = AccountId::make(), .secrets = sealed, .open_until = {}, .last_error = {}, .last_ok_at = {}};
  EXPECT_TRUE(secrets::of(world().services, elsewhere).empty());
}

TEST_P(Sealing, changing_one_secret_keeps_the_others) {
  auto const account = mail_account();
  auto const changed = world().write([&](Context& ctx) { return change_account(ctx, account.id, 1, {.secrets = {{"password", "neu"}}}); });
  EXPECT_EQ(changed.secrets_set, std::vector<std::string>{"password"});
  EXPECT_EQ(password(), "neu");
}

}  // namespace
}  // namespace zx::notify
