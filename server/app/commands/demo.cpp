// The demo company, and who can sign in to it.

#include "app/commands/commands.hpp"
#include "app/demo/company.hpp"
#include "app/modules.hpp"
#include "platform/auth/token.hpp"

namespace zx::app::commands {
namespace {

/// Of the demo company, when it has no accounts yet.
constexpr std::string_view employees_without_accounts =
    "SELECT e.id FROM employee e JOIN organization o ON o.id = e.org_id "
    "WHERE e.org_id = :org AND o.name = :name AND NOT EXISTS (SELECT 1 FROM user_account u WHERE u.org_id = e.org_id) LIMIT 2";
constexpr db::Statement only_employee{"demo.only_employee", employees_without_accounts, employees_without_accounts};

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

/// The company before its story.
struct Company {
  OrganizationId organization;
  EmployeeId first_employee;
};

/// The story is one transaction, so a load that was cut short has left the company with nobody but its first employee, and
/// goes on from there.
std::optional<Company> begun_company(db::Executor& db, OrganizationId organization) {
  auto const first = db.all<EmployeeId>(only_employee, {{"org", organization}, {"name", std::string(demo::company_name)}});
  if (first.size() != 1) return std::nullopt;
  return Company{organization, first.front()};
}

Result<Company> make_company(Services& services) {
  return services.database.write([&](db::Transaction& tx) -> Result<Company> {
    if (auto const organization = org::only_organization(tx)) {
      if (auto const begun = begun_company(tx, *organization)) return *begun;
      return Refusal::conflict("command.demo.not_empty");
    }
    auto const made = TRY(make_organization(tx, services, {.name = std::string(demo::company_name)}));
    return Company{made.organization, made.first_employee};
  });
}

Result<Demo> load(Services& services) {
  auto const company = TRY(make_company(services));
  auto accounts = make_accounts();
  auto hashes = TRY(hashes_of(accounts, services));
  auto loaded = TRY(demo::load(services, company.organization, hashes, company.first_employee));
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
