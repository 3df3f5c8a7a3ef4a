#include "app/daily_backup.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "platform/testing/test_world.hpp"

namespace zx::app {
namespace {

using namespace std::chrono_literals;

constexpr TimeOfDay half_past_two{150};
Instant at(char const* text) { return *Instant::parse(text); }
bool due(char const* now, char const* started, std::optional<Instant> newest) {
  return backup_is_due(at(now), at(started), newest, half_past_two, "Asia/Shanghai");
}

TEST(DailyBackup, is_made_once_after_its_time_of_day_where_the_organization_is) {
  auto const yesterday = at("2026-11-20T18:30:05Z");  // 02:30:05 on the 21st
  EXPECT_FALSE(due("2026-11-21T18:29:59Z", "2026-11-01T00:00:00Z", yesterday));
  EXPECT_TRUE(due("2026-11-21T18:30:00Z", "2026-11-01T00:00:00Z", yesterday));
  EXPECT_FALSE(due("2026-11-21T18:35:00Z", "2026-11-01T00:00:00Z", at("2026-11-21T18:30:02Z")));
}

TEST(DailyBackup, a_night_missed_while_the_server_was_off_is_made_up_ten_minutes_after_its_start) {
  auto const two_days_ago = at("2026-11-19T18:30:05Z");
  EXPECT_FALSE(due("2026-11-21T00:09:59Z", "2026-11-21T00:00:00Z", two_days_ago));
  EXPECT_TRUE(due("2026-11-21T00:10:00Z", "2026-11-21T00:00:00Z", two_days_ago));
  EXPECT_TRUE(due("2026-11-21T00:10:00Z", "2026-11-21T00:00:00Z", std::nullopt));
}

class BackupDirectory : public testing::Test {
 protected:
  BackupDirectory() { std::filesystem::create_directories(folder_ / "backups"); }
  ~BackupDirectory() override { std::filesystem::remove_all(folder_); }

  Backups backups() { return Backups(config::Config::load(std::nullopt, {{"ZHIXING_BACKUP_KEEP", "2"}}, {{"data.directory", folder_.string()}}).value()); }
  void put(char const* name) { std::ofstream(folder_ / "backups" / name) << "x"; }

  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) / ("zhixing-backups-" + Uuid::v7().text());
};

TEST_F(BackupDirectory, age_is_that_of_the_newest_file_that_was_named_by_us) {
  EXPECT_FALSE(backups().newest());
  EXPECT_EQ(backups().figures(at("2026-11-21T00:00:00Z")), (std::map<std::string, double>{{"kept", 0}}));
  put("zhixing-20261119-183000.db");
  put("zhixing-20261120-183000.dump");
  put("zhixing-20261120-183000.dump.sha256");
  put("before-the-upgrade.db");
  put("zhixing-20261121-183000.db.partial");
  EXPECT_EQ(backups().newest(), at("2026-11-20T18:30:00Z"));
  auto const figures = backups().figures(at("2026-11-20T18:31:00Z"));
  EXPECT_EQ(figures.at("kept"), 2);
  EXPECT_EQ(figures.at("age_seconds"), 60);
  EXPECT_EQ(figures.at("bytes"), 1);
}

TEST_F(BackupDirectory, the_oldest_go_with_their_checksums_when_more_are_made_than_are_kept) {
  fixture::TestWorld world(db::Engine::sqlite);
  auto const elsewhere = folder_ / "before the upgrade.db";
  ASSERT_TRUE(backups().make(world.services, elsewhere));
  std::vector<std::string> made;
  for (int day = 0; day < 3; ++day) {
    made.push_back(backups().make(world.services, std::nullopt).value().file);
    world.clock.advance(24h);
  }
  EXPECT_FALSE(std::filesystem::exists(made[0]));
  EXPECT_FALSE(std::filesystem::exists(made[0] + ".sha256"));
  for (auto const& kept : {made[1], made[2], elsewhere.string()}) {
    EXPECT_TRUE(std::filesystem::exists(kept)) << kept;
    EXPECT_TRUE(std::filesystem::exists(kept + ".sha256")) << kept;
  }
}

TEST_F(BackupDirectory, a_file_that_is_no_backup_of_this_kind_of_database_is_not_restored) {
  put("x.db");
  std::ofstream(folder_ / "backups" / "x.db.sha256") << "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  x.db\n";
  auto const restored = backups().restore(folder_ / "backups" / "x.db", at("2026-11-21T00:00:00Z"));
  ASSERT_FALSE(restored);
  EXPECT_EQ(restored.refusal().code, "command.restore.other_database");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "zhixing.db"));
}

}  // namespace
}  // namespace zx::app
