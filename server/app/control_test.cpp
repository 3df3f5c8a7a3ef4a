#include "app/control.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <future>
#include <thread>

#include "app/command_line.hpp"
#include "app/commands/commands.hpp"

namespace zx::app {
namespace {

using namespace std::chrono_literals;

/// An installation held by this process, as a server holds it.
class HeldInstallation : public testing::Test {
 protected:
  HeldInstallation() { std::filesystem::create_directories(folder_); }
  ~HeldInstallation() override {
    application_.reset();
    std::filesystem::remove_all(folder_);
  }

  Application& open(config::Flags flags = {}) {
    flags["data.directory"] = folder_.string();
    application_ = Application::open(config::Config::load(std::nullopt, {}, flags).value(), SchemaPolicy::migrate).value();
    return *application_;
  }

  Console heard(bool watched = false) {
    return Console([this](std::string_view text) { out_ += text; }, [this](std::string_view text) { error_ += text; }, watched);
  }

  /// A connection as a program makes it that never says anything.
  int connect_silently() {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, (folder_ / "control.sock").c_str(), sizeof address.sun_path - 1);
    int const connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    EXPECT_EQ(connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    return connection;
  }

  std::filesystem::path folder_ = std::filesystem::path("/tmp") / ("zx-control-" + Uuid::v7().text());
  std::unique_ptr<Application> application_;
  std::string out_, error_;
};

TEST_F(HeldInstallation, a_silent_connection_does_not_hold_up_the_stop) {
  control::Listener listener(open());
  int const connection = connect_silently();
  std::this_thread::sleep_for(300ms);  // until it is served
  auto stopped = std::async(std::launch::async, [&] { listener.stop(); });
  EXPECT_EQ(stopped.wait_for(3s), std::future_status::ready);
  close(connection);
  stopped.wait();
}

TEST_F(HeldInstallation, a_command_answers_in_the_callers_language) {
  control::Listener listener(open());
  auto console = heard();
  for (auto const* language : {"en", "zh", "en"}) {
    out_.clear(), error_.clear();
    console.language = language;
    EXPECT_EQ(control::run_in_server(folder_.string(), {"import", "recipes", "x.csv"}, console), ExitCode::refused);
    EXPECT_EQ(error_.find("不认识") == std::string::npos, language == std::string_view("en")) << error_;
  }
}

TEST_F(HeldInstallation, who_watches_a_command_in_the_server_sees_its_progress) {
  auto& application = open();
  control::Listener listener(application);
  auto quiet = heard();
  ASSERT_EQ(control::run_in_server(folder_.string(), {"init", "--organization", "和谐物业"}, quiet), ExitCode::success) << error_;
  EXPECT_EQ(control::run_in_server(folder_.string(), {"audit", "verify"}, quiet), ExitCode::success);
  EXPECT_EQ(error_, "");
  auto watching = heard(true);
  EXPECT_EQ(control::run_in_server(folder_.string(), {"audit", "verify"}, watching), ExitCode::success);
  EXPECT_NE(error_.find("100%"), std::string::npos) << error_;
}

TEST_F(HeldInstallation, an_option_of_another_kind_is_refused_by_name) {
  auto& application = open();
  auto console = heard();
  auto refused = [&](std::string kind, std::string_view option, auto give) {
    commands::ImportOptions options;
    options.kind = std::move(kind);
    options.file = "x.csv";
    give(options);
    error_.clear();
    EXPECT_EQ(commands::import(application, console, options), ExitCode::refused);
    return error_.find(option) != std::string::npos && error_.find("[command.option_of_other_kind]") != std::string::npos;
  };
  EXPECT_TRUE(refused("touches", "--skip-bad-rows", [](auto& options) { options.skip_bad_rows = true; })) << error_;
  EXPECT_TRUE(refused("touches", "--owner", [](auto& options) { options.owner = "E001"; })) << error_;
  EXPECT_TRUE(refused("targets", "--error-file", [](auto& options) { options.error_file = "bad.csv"; })) << error_;
  EXPECT_TRUE(refused("people", "--owner", [](auto& options) { options.owner = "E001"; })) << error_;
  EXPECT_TRUE(refused("customers", "--period", [](auto& options) { options.period = "year"; })) << error_;
  EXPECT_FALSE(refused("follow-up-sheet", "--", [](auto& options) { options.skip_bad_rows = true; })) << error_;
}

TEST_F(HeldInstallation, the_public_address_is_kept_without_its_last_slash) {
  EXPECT_EQ(open({{"server.public_url", "https://zhixing.example.com/desk//"}}).services().public_url, "https://zhixing.example.com/desk");
}

TEST_F(HeldInstallation, every_answer_is_json_on_wish) {
  auto console = heard();
  EXPECT_EQ(run_command({"migrate", "--json", "--data", folder_.string()}, console), ExitCode::success) << error_;
  EXPECT_EQ(out_, "{\"schema_is_current\":true}\n");
}

TEST_F(HeldInstallation, a_demo_that_was_cut_short_goes_on) {
  auto& application = open();
  auto console = heard();
  ASSERT_EQ(commands::init(application, console, {.organization = "演示物业"}), ExitCode::success);
  EXPECT_EQ(commands::demo(application, console), ExitCode::success) << error_;
  EXPECT_EQ(commands::demo(application, console), ExitCode::refused);
  EXPECT_NE(error_.find("[command.demo.not_empty]"), std::string::npos) << error_;
}

TEST_F(HeldInstallation, the_demo_goes_into_nobody_elses_company) {
  auto& application = open();
  auto console = heard();
  ASSERT_EQ(commands::init(application, console, {.organization = "和谐物业"}), ExitCode::success);
  EXPECT_EQ(commands::demo(application, console), ExitCode::refused);
}

}  // namespace
}  // namespace zx::app
