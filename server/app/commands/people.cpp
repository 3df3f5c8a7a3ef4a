#include "app/commands/commands.hpp"
#include "platform/auth/token.hpp"

namespace zx::app::commands {
namespace {

struct Added {
  EmployeeId employee_id;
  std::string login;
  std::string name;
  std::optional<std::string> password;
  std::optional<std::string> setup_path;
};
BOOST_DESCRIBE_STRUCT(Added, (), (employee_id, login, name, password, setup_path))

struct Token {
  std::string token;
};
BOOST_DESCRIBE_STRUCT(Token, (), (token))

}  // namespace

ExitCode add_user(Application& application, Console& console, org::NewPerson person, bool make_password) {
  auto system = application.system_actor();
  if (!system) return console.refuse(system.refusal(), application.texts());
  std::optional<std::string> password;
  if (make_password) {
    password = auth::random_password();
    auto hash = application.services().hashing.hash(*password);
    if (!hash) return console.refuse(hash.refusal(), application.texts());
    person.password_hash = std::move(*hash);
  }
  auto added = application.write(*system, [&](Context& ctx) { return org::add_person(ctx, person); });
  if (!added) return console.refuse(added.refusal(), application.texts());
  Added view{added->employee, person.login, person.name, password, {}};
  if (added->setup_token) view.setup_path = "/setup/" + *added->setup_token;
  auto code = password ? "command.user.added_with_password" : view.setup_path ? "command.user.added_with_link" : "command.user.added";
  console.answer(view, application.texts().text(
                           console.language, code,
                           {{"name", person.name}, {"login", person.login}, {"password", password.value_or("")}, {"path", view.setup_path.value_or("")}}));
  return ExitCode::success;
}

ExitCode create_token(Application& application, Console& console, TokenOptions const& options) {
  auto system = application.system_actor();
  if (!system) return console.refuse(system.refusal(), application.texts());
  std::optional<Date> expires_on;
  if (options.expires_on) {
    expires_on = Date::parse(*options.expires_on);
    if (!expires_on) return console.refuse(Refusal::invalid_field("expires", "json.expected_date"), application.texts());
  }
  org::TokenLimits limits{.read_only = options.read_only, .permissions = {}};
  if (!options.scopes.empty()) limits.permissions = options.scopes;
  auto token = application.write(*system, [&](Context& ctx) { return org::create_token(ctx, options.login, options.name, expires_on, limits); });
  if (!token) return console.refuse(token.refusal(), application.texts());
  console.answer(Token{*token}, *token);
  return ExitCode::success;
}

}  // namespace zx::app::commands
