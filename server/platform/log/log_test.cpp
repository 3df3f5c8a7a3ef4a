#include "platform/log/log.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <thread>
#include <vector>

#include "platform/base/json_reader.hpp"
#include "platform/base/uuid.hpp"
#include "platform/log/line.hpp"

namespace zx::log {
namespace {

Instant const nine = *Instant::parse("2026-11-20T09:00:00Z");

TEST(Log, a_text_line_shows_time_level_event_and_facts) {
  EXPECT_EQ(line(Format::text, nine, Level::info, "followup.recorded", {{"touch", 3}, {"done", true}, {"share", 0.5}, {"note", "two words"}}),
            "2026-11-20T09:00:00.000Z info    followup.recorded touch=3 done=true share=0.5 note=\"two words\"");
}

TEST(Log, a_json_line_is_valid_json_with_the_same_facts) {
  auto const text = line(Format::json, nine, Level::error, "db.failed", {{"sql", "select \"x\"\n\x01"}, {"ms", Milliseconds(12)}, {"ratio", 1.0 / 0.0}});
  auto const parsed = json::Value::parse(text);
  ASSERT_TRUE(parsed) << text;
  EXPECT_EQ(parsed->find("time")->as_string(), "2026-11-20T09:00:00.000Z");
  EXPECT_EQ(parsed->find("level")->as_string(), "error");
  EXPECT_EQ(parsed->find("event")->as_string(), "db.failed");
  EXPECT_EQ(parsed->find("sql")->as_string(), "select \"x\"\n\x01");
  EXPECT_EQ(parsed->find("ms")->as_integer(), 12);
  EXPECT_TRUE(parsed->find("ratio")->is_null());
}

TEST(Log, nobody_can_forge_a_line_or_steer_the_terminal) {
  auto const attack = "x\n2026-11-20 error forged\x1b[2J\xc2\x9b\xe2\x80\xa8\xe2\x80\xae";
  for (auto format : {Format::text, Format::json}) {
    auto const text = line(format, nine, Level::info, "login.failed", {{"login", attack}});
    EXPECT_EQ(text.find('\n'), std::string::npos);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find("\xc2\x9b"), std::string::npos);
    EXPECT_EQ(text.find("\xe2\x80\xa8"), std::string::npos);
    EXPECT_EQ(text.find("\xe2\x80\xae"), std::string::npos);
  }
}

TEST(Log, broken_utf8_is_replaced_and_chinese_is_kept) {
  auto const text = line(Format::json, nine, Level::info, "e", {{"name", "张\xff三\xe4\xb8"}});
  EXPECT_NE(text.find("\"张\xEF\xBF\xBD三\xEF\xBF\xBD\xEF\xBF\xBD\""), std::string::npos) << text;
  EXPECT_TRUE(json::Value::parse(text));
}

TEST(Log, a_secret_prints_stars_everywhere) {
  Secret const secret("hunter2-hunter2");
  EXPECT_EQ(line(Format::text, nine, Level::info, "e", {{"password", secret}}).find("hunter2"), std::string::npos);
  std::ostringstream out;
  out << secret;
  EXPECT_EQ(out.str(), "***");
  EXPECT_EQ(secret.reveal(), "hunter2-hunter2");
}

TEST(Log, ids_and_instants_are_logged_as_their_text) {
  auto const id = Uuid::v7();
  auto const text = line(Format::text, nine, Level::info, "e", {{"id", id}, {"due", nine}});
  EXPECT_NE(text.find("id=" + id.text() + " due=2026-11-20T09:00:00.000Z"), std::string::npos) << text;
}

TEST(Log, lines_below_the_level_are_not_written_and_threads_do_not_mix_lines) {
  std::ostringstream out;
  configure({.format = Format::json, .level = Level::warning, .out = &out});
  EXPECT_FALSE(enabled(Level::info));
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([t] {
      for (int i = 0; i < 200; ++i) {
        info("quiet");
        warning("loud", {{"thread", t}, {"i", i}});
      }
    });
  for (auto& thread : threads) thread.join();
  configure({});

  std::istringstream lines(out.str());
  int count = 0;
  for (std::string text; std::getline(lines, text); ++count) {
    auto const parsed = json::Value::parse(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->find("event")->as_string(), "loud");
  }
  EXPECT_EQ(count, 800);
}

}  // namespace
}  // namespace zx::log
