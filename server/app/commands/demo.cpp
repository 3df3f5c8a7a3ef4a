// The demo company, and who can sign in to it.

#include "app/commands/commands.hpp"
#include "app/demo/company.hpp"
#include "app/modules.hpp"
#include "platform/auth/token.hpp"

namespace zx::app::commands {
namespace {

struct Account {
  std::string login;
  std::string name;
  std::string role;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(Account, (), (login, name, role, password))

struct Demo {
  std::int64_t people = 0;
  std::int64_t items = 0;
  std::int64_t follow_ups = 0;
  std::vector<Account> accounts;
};
BOOST_DESCRIBE_STRUCT(Demo, (), (people, items, follow_ups, accounts))

/// Passwords are made anew each time; only their hashes are kept.
std::vector<Account> make_accounts() {
  std::vector<Account> accounts;
  for (auto const& person : demo::staff())
    if (!person.login.empty()) accounts.push_back({std::string(person.login), std::string(person.name), std::string(person.role), auth::random_password()});
  return accounts;
}

Result<demo::PasswordHashes> hashes_of(std::vector<Account> const& accounts, Services& services) {
  demo::PasswordHashes hashes;
  for (auto const& account : accounts) hashes[account.login] = TRY(services.hashing.hash(account.password));
  return hashes;
}

Result<org::MadeOrganization> make_company(Services& services) {
  return services.database.write([&](db::Transaction& tx) -> Result<org::MadeOrganization> {
    if (org::only_organization(tx)) return Refusal::conflict("command.demo.not_empty");
    return make_organization(tx, services, {.name = std::string(demo::company_name)});
  });
}

Result<Demo> load(Services& services) {
  auto made = TRY(make_company(services));
  auto accounts = make_accounts();
  auto hashes = TRY(hashes_of(accounts, services));
  auto loaded = TRY(demo::load(services, made.organization, hashes, made.first_employee));
  return Demo{loaded.people, loaded.items, loaded.follow_ups, std::move(accounts)};
}

std::string padded(std::string text, std::size_t columns, std::size_t width) { return text.append(columns > width ? columns - width : 1, ' '); }

/// Login and password first: they are plain letters and line up everywhere; names and roles may be wide.
std::string text_of(Demo const& demo, Catalogue const& texts, std::string const& language) {
  auto text = texts.text(language, "command.demo.done",
                         {{"people", std::to_string(demo.people)}, {"items", std::to_string(demo.items)}, {"follow_ups", std::to_string(demo.follow_ups)}});
  text += "\n" + texts.text(language, "command.demo.accounts") + "\n";
  for (auto const& account : demo.accounts) {
    text +=
        "\n  " + padded(account.login, 14, account.login.size()) + account.password + "  " + account.name + "  " + texts.text(language, "role." + account.role);
  }
  return text;
}

}  // namespace

ExitCode demo(Application& application, Console& console) {
  auto demo = load(application.services());
  if (!demo) return console.refuse(demo.refusal(), application.texts());
  console.answer(*demo, text_of(*demo, application.texts(), console.language));
  return ExitCode::success;
}

}  // namespace zx::app::commands
