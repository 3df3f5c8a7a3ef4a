#include "app/commands/commands.hpp"

namespace zx::app::commands {
namespace {

struct Reset {
  std::string login;
};
BOOST_DESCRIBE_STRUCT(Reset, (), (login))

}  // namespace

ExitCode reset_second_factor(Application& application, Console& console, std::string const& login) {
  auto system = application.system_actor();
  if (!system) return console.refuse(system.refusal(), application.texts());
  auto done = application.write(*system, [&](Context& ctx) { return org::reset_second_factor(ctx, login); });
  if (!done) return console.refuse(done.refusal(), application.texts());
  console.answer(Reset{login}, application.texts().text(console.language, "command.user.second_factor_reset", {{"login", login}}));
  return ExitCode::success;
}

}  // namespace zx::app::commands
