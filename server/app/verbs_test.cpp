#include "app/verbs.hpp"

#include <gtest/gtest.h>

namespace zx::app {
namespace {

std::vector<Verb> const verbs = {
    {"serve", "Start the server", {{"--port", "Port (default: 8080)", true, false}}, {}},
    {"user", "User accounts", {}, {{"add", "Add somebody's account", {{"--login", "Name to sign in with", true, true}, {"file", "A sheet", true, true}}, {}}}},
};

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(ManPage, tells_every_command_with_its_options) {
  Catalogue texts;
  texts.add("en", R"({"man.value": "value", "man.required": "[required]", "man.commands": "COMMANDS"})");
  auto const page = man_page(verbs, "1.2", texts, "en");
  EXPECT_TRUE(page.starts_with(".TH ZHIXING 1 \"\" \"zhixing 1.2\"\n"));
  EXPECT_TRUE(holds(page, ".SH COMMANDS\n.TP\n.B zhixing serve\nStart the server\n"));
  EXPECT_TRUE(holds(page, ".B zhixing user add\n"));
  EXPECT_TRUE(holds(page, "\\fB\\-\\-login\\fR \\fIvalue\\fR\nName to sign in with [required]\n"));
  EXPECT_TRUE(holds(page, "\\fIfile\\fR\n"));
}

TEST(Completion, of_zsh_describes_commands_and_survives_colons_and_quotes) {
  auto const script = zsh_completion(verbs);
  EXPECT_TRUE(script.starts_with("#compdef zhixing\n"));
  EXPECT_TRUE(holds(script, "'serve:Start the server'"));
  EXPECT_TRUE(holds(script, "'--port:Port (default\\: 8080)'"));
  EXPECT_TRUE(holds(script, "'add:Add somebody'\\''s account'"));
  EXPECT_FALSE(holds(script, "'file:"));
}

TEST(Completion, of_bash_knows_the_options_of_inner_commands) {
  auto const script = bash_completion(verbs);
  EXPECT_TRUE(holds(script, "compgen -W \"serve user \""));
  EXPECT_TRUE(holds(script, "add) [[ $COMP_CWORD -gt 2 ]] && COMPREPLY=($(compgen -W \"--login \""));
}

}  // namespace
}  // namespace zx::app
