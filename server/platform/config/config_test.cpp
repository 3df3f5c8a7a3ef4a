#include "platform/config/config.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace zx::config {
namespace {

class ConfigFile : public testing::Test {
 protected:
  std::filesystem::path write(std::string const& text) {
    auto const path = std::filesystem::path(testing::TempDir()) / ("zhixing-" + std::to_string(getpid()) + ".toml");
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  FieldError only_fault(Result<Config> const& loaded) {
    if (loaded || loaded.refusal().fields.size() != 1) {
      ADD_FAILURE() << (loaded ? "accepted" : loaded.refusal().code);
      return {};
    }
    EXPECT_EQ(loaded.refusal().code, "config.invalid");
    return loaded.refusal().fields.front();
  }

  FieldError fault_in(std::string const& text) { return only_fault(Config::load(write(text), {}, {})); }
};

TEST_F(ConfigFile, defaults_hold_without_any_source) {
  auto const config = Config::load(std::nullopt, {}, {}).value();
  EXPECT_EQ(config.text("server.address"), "127.0.0.1");
  EXPECT_EQ(config.integer("server.port"), 8080);
  EXPECT_EQ(config.integer("session.idle_minutes"), 12 * 60);
  EXPECT_TRUE(config.list("server.trusted_proxies").empty());
  EXPECT_EQ(config.origin("server.port").source, Source::built_in);
}

TEST_F(ConfigFile, flags_win_over_environment_over_file_over_defaults_and_each_says_where_it_came_from) {
  auto const file = write("# ours\n[server]\naddress = \"0.0.0.0\"\nport = 1\nworkers = 3\n\n[log]\nlevel = \"debug\"\n");
  auto const config = Config::load(file, {{"ZHIXING_SERVER_PORT", "2"}, {"ZHIXING_SERVER_WORKERS", "5"}}, {{"server.port", "3"}}).value();
  EXPECT_EQ(config.integer("server.port"), 3);
  EXPECT_EQ(config.origin("server.port"), (Origin{Source::flag, "--server.port"}));
  EXPECT_EQ(config.integer("server.workers"), 5);
  EXPECT_EQ(config.origin("server.workers"), (Origin{Source::environment, "ZHIXING_SERVER_WORKERS"}));
  EXPECT_EQ(config.text("log.level"), "debug");
  EXPECT_EQ(config.origin("log.level"), (Origin{Source::file, file.string() + ":8"}));
  EXPECT_EQ(config.integer("backup.keep"), 14);
}

TEST_F(ConfigFile, the_daily_backup_is_at_a_time_of_day_or_never) {
  EXPECT_EQ(Config::load(write("[backup]\nat = \"23:15\"\n"), {}, {}).value().text("backup.at"), "23:15");
  EXPECT_EQ(Config::load(write("[backup]\nat = \"never\"\n"), {}, {}).value().text("backup.at"), "never");
  EXPECT_EQ(fault_in("[backup]\nat = \"25:00\"\n").code, "config.no_time_of_day");
  EXPECT_EQ(fault_in("[backup]\nat = \"nightly\"\n").code, "config.no_time_of_day");
}

TEST_F(ConfigFile, an_unknown_key_is_refused_by_name_with_its_line) {
  auto const fault = fault_in("[server]\n\nprot = 80\n");
  EXPECT_EQ(fault.code, "config.unknown_key_nearest");
  EXPECT_EQ(fault.path, "server.prot");
  EXPECT_EQ(fault.arguments.at("nearest"), "server.port");
  EXPECT_TRUE(fault.arguments.at("place").ends_with(".toml:3")) << fault.arguments.at("place");
  EXPECT_EQ(fault_in("colour = 1\n").code, "config.unknown_key");
}

TEST_F(ConfigFile, unknown_variables_and_flags_are_refused_too) {
  auto const fault = only_fault(Config::load(std::nullopt, {{"ZHIXING_SERVER_PROT", "80"}, {"HOME", "/root"}}, {}));
  EXPECT_EQ(fault.path, "ZHIXING_SERVER_PROT");
  EXPECT_EQ(fault.arguments.at("nearest"), "ZHIXING_SERVER_PORT");
  EXPECT_EQ(only_fault(Config::load(std::nullopt, {}, {{"sever.port", "80"}})).arguments.at("nearest"), "server.port");
  EXPECT_TRUE(Config::load(std::nullopt, {{"ZHIXING_CONFIG", "x"}, {"ZHIXING_TEST_POSTGRES", "x"}, {"ZHIXING_LOG_LEVEL", ""}}, {}));
}

TEST_F(ConfigFile, a_value_of_another_type_is_refused) {
  EXPECT_EQ(fault_in("[server]\nport = \"80\"\n").code, "config.wrong_type");
  EXPECT_EQ(fault_in("[server]\nport = 80.5\n").code, "config.wrong_type");
  EXPECT_EQ(fault_in("[server]\naddress = 1\n").code, "config.wrong_type");
  EXPECT_EQ(fault_in("[server.port]\nx = 1\n").code, "config.wrong_type");
  EXPECT_EQ(fault_in("[server]\ntrusted_proxies = [1]\n").code, "config.wrong_type");
  EXPECT_EQ(only_fault(Config::load(std::nullopt, {{"ZHIXING_SERVER_PORT", "80x"}}, {})).code, "config.wrong_type");
}

TEST_F(ConfigFile, values_outside_their_range_or_words_are_refused) {
  EXPECT_EQ(fault_in("[server]\nport = 65536\n").code, "config.out_of_range");
  auto const fault = fault_in("[log]\nformat = \"xml\"\n");
  EXPECT_EQ(fault.code, "config.unknown_word");
  EXPECT_EQ(fault.arguments.at("words"), "text, json");
}

TEST_F(ConfigFile, a_certificate_needs_its_key) {
  auto const fault = fault_in("[server]\ntls_certificate = \"a.pem\"\n");
  EXPECT_EQ(fault.code, "config.needs_also");
  EXPECT_EQ(fault.arguments.at("other"), "server.tls_key");
}

TEST_F(ConfigFile, all_faults_are_reported_at_once) {
  auto const loaded = Config::load(write("a = 1\n[server]\nport = \"x\"\n"), {{"ZHIXING_LOG_LEVEL", "loud"}}, {});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.refusal().fields.size(), 3u);
}

TEST_F(ConfigFile, broken_and_missing_files_are_refused_with_the_place) {
  auto const broken = Config::load(write("[server]\nport = \n"), {}, {});
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.refusal().code, "config.syntax");
  EXPECT_EQ(broken.refusal().arguments.at("line"), "2");
  for (auto const* path : {"/nonexistent/zhixing.toml", "/"}) {
    auto const missing = Config::load(path, {}, {});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.refusal().code, "config.unreadable");
  }
  EXPECT_TRUE(Config::load(write(""), {}, {}));
}

TEST_F(ConfigFile, lists_come_from_arrays_and_from_commas) {
  std::vector<std::string> const expected{"10.0.0.1", "10.1.0.0/16"};
  EXPECT_EQ(Config::load(write("server.trusted_proxies = [\"10.0.0.1\", \"10.1.0.0/16\"]\n"), {}, {}).value().list("server.trusted_proxies"), expected);
  EXPECT_EQ(Config::load(std::nullopt, {{"ZHIXING_SERVER_TRUSTED_PROXIES", "10.0.0.1, 10.1.0.0/16,"}}, {}).value().list("server.trusted_proxies"), expected);
}

TEST_F(ConfigFile, secrets_are_never_shown) {
  auto const config = Config::load(std::nullopt, {{"ZHIXING_DATABASE_URL", "postgres://zx:hunter2@db/zx"}}, {}).value();
  EXPECT_EQ(config.text("database.url"), "postgres://zx:hunter2@db/zx");
  auto const shown = config.show();
  EXPECT_EQ(shown.size(), settings().size());
  EXPECT_TRUE(std::none_of(shown.begin(), shown.end(), [](auto const& s) { return s.value.find("hunter2") != std::string::npos; }));
  EXPECT_EQ(std::find_if(shown.begin(), shown.end(), [](auto const& s) { return s.name == "database.url"; })->value, "***");
}

TEST_F(ConfigFile, asking_for_what_is_not_declared_is_a_bug) {
  auto const config = Config::load(std::nullopt, {}, {}).value();
  EXPECT_THROW(config.text("server.colour"), std::logic_error);
  EXPECT_THROW(config.text("server.port"), std::logic_error);
}

TEST(Settings, every_setting_is_declared_once_and_explained_in_both_languages) {
  for (auto const& setting : settings()) {
    EXPECT_EQ(std::count_if(settings().begin(), settings().end(), [&](auto const& s) { return s.name == setting.name; }), 1) << setting.name;
    EXPECT_FALSE(setting.about_zh.empty() || setting.about_en.empty()) << setting.name;
  }
}

}  // namespace
}  // namespace zx::config
