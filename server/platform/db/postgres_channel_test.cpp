#include "platform/db/postgres_channel.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>

#include "platform/base/uuid.hpp"
#include "platform/db/test_database.hpp"

namespace zx::db {
namespace {

constexpr Statement end_listeners{
    "end_listeners", "",
    "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name = 'zhixing channel' AND datname = current_database()"};

/// One node: what it heard, in order.
class Node {
 public:
  Node(std::string const& url, std::string const& name)
      : channel(url, name, {.heard = [this](std::string_view message) { note(std::string(message)); }, .missed = [this] { note("(missed)"); }}) {
    channel.start();
  }
  bool hears(std::string const& message) {
    std::unique_lock lock(mutex_);
    return heard_now_.wait_for(lock, std::chrono::seconds(10), [&] { return std::ranges::find(heard_, message) != heard_.end(); });
  }
  std::vector<std::string> heard() {
    std::lock_guard lock(mutex_);
    return heard_;
  }
  void forget() {
    std::lock_guard lock(mutex_);
    heard_.clear();
  }
  bool is_connected() {
    for (int i = 0; i < 1000 && channel.figures().at("connected") == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return channel.figures().at("connected") == 1;
  }

 private:
  void note(std::string message) {
    std::lock_guard lock(mutex_);
    heard_.push_back(std::move(message));
    heard_now_.notify_all();
  }
  std::mutex mutex_;
  std::condition_variable heard_now_;
  std::vector<std::string> heard_;

 public:
  PostgresChannel channel;  // last: it ends before what its thread uses
};

class Channel : public testing::Test {
 protected:
  void SetUp() override {
    if (!TestDatabase::is_available(Engine::postgres)) GTEST_SKIP() << TestDatabase::how_to_enable;
    test_.emplace(Engine::postgres);
    name_ = "zx_" + Uuid::v7().text();
    std::ranges::replace(name_, '-', '_');
  }
  /// Two nodes that hear each other.
  void begin() {
    here_.emplace(test_->options().url, name_);
    ASSERT_TRUE(here_->is_connected());
    there_.emplace(test_->options().url, name_);
    ASSERT_TRUE(here_->hears("(missed)")) << "the other one has come";
    here_->forget();
  }
  void cut_connections() {
    (*test_)->read([&](Executor& db) { return db.sure<std::int64_t>(end_listeners); });
  }
  std::optional<TestDatabase> test_;
  std::string name_;
  std::optional<Node> here_, there_;
};

TEST_F(Channel, the_other_nodes_hear_and_the_speaker_does_not) {
  begin();
  for (int i = 0; i < 1000; ++i) there_->channel.say("message " + std::to_string(i));
  ASSERT_TRUE(here_->hears("message 999"));
  auto heard = here_->heard();
  ASSERT_EQ(heard.size(), 1000u);
  EXPECT_EQ(heard.front(), "message 0");
  here_->channel.say("answer");
  ASSERT_TRUE(there_->hears("answer"));
  EXPECT_EQ(there_->heard(), std::vector<std::string>{"answer"});
}

TEST_F(Channel, after_a_lost_connection_everybody_is_told_that_something_was_missed) {
  begin();
  cut_connections();
  EXPECT_TRUE(here_->hears("(missed)"));
  EXPECT_TRUE(there_->hears("(missed)"));
  for (int i = 0; i < 1000 && (here_->channel.figures().at("connected") == 0 || there_->channel.figures().at("connected") == 0); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  there_->channel.say("again");
  EXPECT_TRUE(here_->hears("again"));
}

TEST_F(Channel, what_was_said_just_before_the_end_is_still_sent) {
  begin();
  there_->channel.say("last words");
  there_->channel.stop();
  EXPECT_TRUE(here_->hears("last words"));
}

TEST_F(Channel, more_than_can_wait_becomes_something_missed) {
  Node listener(test_->options().url, name_);
  ASSERT_TRUE(listener.is_connected());
  PostgresChannel talker(test_->options().url, name_, {.heard = [](std::string_view) {}, .missed = [] {}});
  for (int i = 0; i < 25'000; ++i) talker.say("message " + std::to_string(i));
  talker.start();
  EXPECT_TRUE(listener.hears("message 24999"));
  auto heard = listener.heard();
  EXPECT_LT(heard.size(), 20'000u);
  EXPECT_GE(std::ranges::count(heard, "(missed)"), 2) << "one for the talker's coming, one for what is gone";
}

TEST_F(Channel, without_a_server_nothing_waits) {
  int losses = 0;
  PostgresChannel alone("postgres://nobody@127.0.0.1:1/nothing", name_,
                        {.heard = [](std::string_view) {}, .missed = [] {}, .lost = [&](std::string const&) { ++losses; }});
  alone.start();
  for (int i = 0; i < 25'000; ++i) alone.say("into the void");
  for (int i = 0; i < 1000 && alone.figures().at("lost_total") == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_GE(alone.figures().at("lost_total"), 1);
  alone.stop();
  EXPECT_GE(losses, 1);
}

}  // namespace
}  // namespace zx::db
