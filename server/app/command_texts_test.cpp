// What the command line says of itself, asked as people ask.

#include "app/command_texts.hpp"

#include <gtest/gtest.h>

#include "app/command_line.hpp"

namespace zx::app {
namespace {

struct Said {
  ExitCode code;
  std::string out, error;
};

Said say(std::vector<std::string> const& arguments) {
  Said said{};
  Console console([&](std::string_view text) { said.out += text; }, [&](std::string_view text) { said.error += text; }, false);
  said.code = run_command(arguments, console, nullptr);
  return said;
}

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(CommandTexts, every_command_and_option_is_described_in_both_languages) {
  for (std::string const language : {"zh", "en"}) {
    auto const page = say({"man", "--language", language}).out;
    EXPECT_GT(page.size(), 5000u);
    EXPECT_FALSE(holds(page, "command_line.")) << "a text that is missing is shown as its code:\n" << page;
    EXPECT_FALSE(holds(page, "man.")) << page;
  }
}

TEST(CommandTexts, help_speaks_the_language_asked_for) {
  auto const english = say({"import", "--language", "en", "--help"});
  EXPECT_EQ(english.code, ExitCode::success);
  EXPECT_TRUE(holds(english.out, "Usage: zhixing import [OPTIONS] kind file")) << english.out;
  auto const help = say({"import", "--help", "--language=zh"});
  EXPECT_EQ(help.code, ExitCode::success);
  EXPECT_TRUE(holds(help.out, "用法: zhixing import [选项] kind file")) << help.out;
  EXPECT_TRUE(holds(help.out, "只说明会发生什么，不写入")) << help.out;
  EXPECT_TRUE(holds(help.out, "必填")) << help.out;
}

TEST(CommandTexts, an_option_is_told_by_the_nearest_text) {
  EXPECT_TRUE(holds(say({"user", "show", "--help", "--language", "en"}).out, "The account"));
  EXPECT_TRUE(holds(say({"user", "add", "--help", "--language", "en"}).out, "Name to sign in with"));
  EXPECT_TRUE(holds(say({"config", "show", "--help", "--language", "en"}).out, "Configuration file (TOML)"));
}

TEST(CommandTexts, wrong_arguments_are_named_in_the_language_asked_for) {
  auto const wrong = [](std::vector<std::string> arguments, std::string language) {
    arguments.insert(arguments.begin() + 1, "--language=" + language);
    auto const said = say(arguments);
    EXPECT_EQ(said.code, ExitCode::usage);
    EXPECT_EQ(said.out, "");
    return said.error.substr(0, said.error.find('\n'));
  };
  EXPECT_EQ(wrong({"init"}, "zh"), "缺少 --organization。");
  EXPECT_EQ(wrong({"init"}, "en"), "--organization is missing.");
  EXPECT_EQ(wrong({"completion", "fish"}, "zh"), "shell 不能是“fish”，请填 {bash,zsh} 之一。");
  EXPECT_EQ(wrong({"version", "--colour"}, "zh"), "无法识别：--colour。");
  EXPECT_EQ(wrong({"serve", "--port"}, "en"), "--port needs a value.");
  auto const nothing = say({});
  EXPECT_EQ(nothing.code, ExitCode::usage);
  EXPECT_TRUE(holds(nothing.error, "zhixing serve")) << nothing.error;
}

}  // namespace
}  // namespace zx::app
