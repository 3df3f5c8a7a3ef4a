// Accounts and tokens by the command line: for whoever runs the machine, and the way back in for an administrator who is locked out.

#include <algorithm>
#include <iterator>

#include "app/commands/commands.hpp"
#include "modules/org/accounts.hpp"
#include "modules/org/own_access.hpp"
#include "modules/org/second_factor.hpp"

namespace zx::app::commands {
namespace {

using org::UserView;

std::string joined(std::vector<std::string> const& words) {
  std::string all;
  for (auto const& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

/// One account as a line: what is wrong with it is said in words.
std::string line_of(Application const& application, std::string const& language, UserView const& user) {
  auto line = user.login + "\t" + user.employee_number + "\t" + user.name + "\t" + joined(user.roles);
  if (user.disabled) line += "\t" + application.texts().text(language, "command.user.is_disabled");
  else if (!user.has_password) line += "\t" + application.texts().text(language, "command.user.is_not_set_up");
  return line;
}

/// What `work(Context&, UserView const&)` makes of the account with this login.
template <class Work>
auto with_user(Application& application, Console& console, std::string const& login, Work&& work) -> std::invoke_result_t<Work&, Context&, UserView const&> {
  auto system = TRY(application.system_actor());
  system.language = console.language;
  return application.write(system, [&](Context& ctx) -> std::invoke_result_t<Work&, Context&, UserView const&> {
    auto const user = TRY(org::user_called(ctx, login));
    return work(ctx, user);
  });
}

Result<UserView> changed(Context& ctx, UserView const& user, org::UserPatch const& patch) {
  TRY(org::change_user(ctx, user.id, user.version, patch));
  return org::show_user(ctx, user.id);
}

ExitCode say(Application& application, Console& console, Result<UserView> const& user, std::string_view code) {
  if (!user) return console.refuse(user.refusal(), application.texts());
  console.answer(*user, application.texts().text(console.language, code, {{"login", user->login}, {"name", user->name}, {"roles", joined(user->roles)}}));
  return ExitCode::success;
}

Result<std::vector<UserView>> all_users(ReadContext const& ctx) {
  std::vector<UserView> all;
  org::UsersQuery query{.limit = 200};
  do {
    auto page = TRY(org::users(ctx, query));
    std::ranges::move(page.items, std::back_inserter(all));
    query.after = page.next ? UserId::parse(*page.next) : std::nullopt;
  } while (query.after);
  return all;
}

/// As the person whose tokens they are, in the system's name.
Actor owner_of(Actor actor, UserView const& user) {
  actor.user = user.id;
  return actor;
}

Result<std::vector<org::AccessToken>> tokens_of(ReadContext const& ctx, std::string const& login) {
  auto const user = TRY(org::user_called(ctx, login));
  auto const owner = owner_of(ctx.actor, user);
  ReadContext const theirs{owner, ctx.now, ctx.db, ctx.services};
  std::vector<org::AccessToken> all;
  org::PageQuery query{.limit = 200};
  do {
    auto page = TRY(org::own_tokens(theirs, query));
    std::ranges::move(page.items, std::back_inserter(all));
    query.after = page.next ? Uuid::parse(*page.next) : std::nullopt;
  } while (query.after);
  return all;
}

/// By its id, or by its name when only one is called so.
Result<org::AccessToken> token_called(ReadContext const& ctx, std::string const& login, std::string const& which) {
  auto const tokens = TRY(tokens_of(ctx, login));
  std::vector<org::AccessToken> found;
  for (auto const& token : tokens)
    if (token.name == which || token.id.text() == which) found.push_back(token);
  if (found.empty()) return Refusal::not_found("command.token.unknown", {{"login", login}, {"token", which}});
  if (found.size() > 1) return Refusal::conflict("command.token.ambiguous", {{"token", which}});
  return found.front();
}

}  // namespace

ExitCode list_users(Application& application, Console& console) {
  auto system = application.system_actor();
  if (!system) return console.refuse(system.refusal(), application.texts());
  auto const users = application.read(*system, &all_users);
  if (!users) return console.refuse(users.refusal(), application.texts());
  std::string lines;
  for (auto const& user : *users) lines += (lines.empty() ? "" : "\n") + line_of(application, console.language, user);
  console.answer(*users, lines);
  return ExitCode::success;
}

ExitCode show_user(Application& application, Console& console, std::string const& login) {
  auto const user = with_user(application, console, login, [](Context&, UserView const& found) -> Result<UserView> { return found; });
  if (!user) return console.refuse(user.refusal(), application.texts());
  console.answer(*user, line_of(application, console.language, *user));
  return ExitCode::success;
}

ExitCode reset_password(Application& application, Console& console, std::string const& login, bool second_factor_too) {
  auto const link = with_user(application, console, login, [&](Context& ctx, UserView const& user) -> Result<org::SetupLinkView> {
    if (user.disabled) TRY(org::change_user(ctx, user.id, user.version, {.disabled = false}));
    if (second_factor_too && org::second_factor_of(ctx, user.id).on) TRY(org::reset_second_factor_of(ctx, user.id));
    return org::reset_password(ctx, user.id);
  });
  if (!link) return console.refuse(link.refusal(), application.texts());
  auto const address = application.services().public_url + link->path;
  console.answer(*link, application.texts().text(console.language, "command.user.password_reset", {{"login", login}, {"path", address}}));
  return ExitCode::success;
}

ExitCode set_user_disabled(Application& application, Console& console, std::string const& login, bool disabled) {
  auto const user = with_user(application, console, login, [&](Context& ctx, UserView const& found) { return changed(ctx, found, {.disabled = disabled}); });
  return say(application, console, user, disabled ? "command.user.disabled" : "command.user.enabled");
}

ExitCode set_user_roles(Application& application, Console& console, std::string const& login, std::vector<std::string> const& roles) {
  auto const user = with_user(application, console, login, [&](Context& ctx, UserView const& found) { return changed(ctx, found, {.roles = roles}); });
  return say(application, console, user, "command.user.roles");
}

ExitCode list_tokens(Application& application, Console& console, std::string const& login) {
  auto system = application.system_actor();
  if (!system) return console.refuse(system.refusal(), application.texts());
  auto const tokens = application.read(*system, [&](ReadContext const& ctx) { return tokens_of(ctx, login); });
  if (!tokens) return console.refuse(tokens.refusal(), application.texts());
  std::string lines;
  for (auto const& token : *tokens)
    lines += (lines.empty() ? "" : "\n") + token.id.text() + "\t" + token.name + "\t" + (token.last_used_at ? token.last_used_at->text() : "—") + "\t" +
             (token.expires_on ? token.expires_on->text() : "—");
  console.answer(*tokens, lines);
  return ExitCode::success;
}

ExitCode revoke_token(Application& application, Console& console, std::string const& login, std::string const& which) {
  auto const revoked = with_user(application, console, login, [&](Context& ctx, UserView const& user) -> Result<org::AccessToken> {
    auto token = TRY(token_called(ctx, login, which));
    auto const owner = owner_of(ctx.actor, user);
    Context const theirs{owner, ctx.now, ctx.db, ctx.services};
    TRY(org::revoke_token(theirs, token.id));
    return token;
  });
  if (!revoked) return console.refuse(revoked.refusal(), application.texts());
  console.answer(*revoked, application.texts().text(console.language, "command.token.revoked", {{"name", revoked->name}, {"login", login}}));
  return ExitCode::success;
}

}  // namespace zx::app::commands
