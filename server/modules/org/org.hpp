#pragma once
// org — people, permissions, calendar. What other modules may use.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/context.hpp"
#include "platform/http/router.hpp"
#include "platform/module.hpp"

namespace zx::org {

Module module();

namespace permissions {
inline constexpr Permission read_people{"people.read"};
inline constexpr Permission manage_people{"people.manage"};                ///< departments, positions, employees
inline constexpr Permission manage_accounts{"accounts.manage"};            ///< users, roles, sessions of others
inline constexpr Permission manage_configuration{"configuration.manage"};  ///< organization, calendar, kinds
inline constexpr Permission read_audit{"audit.read"};
}  // namespace permissions

/// The built-in roles; custom ones are rows. The three administration roles are separated.
namespace roles {
inline constexpr std::string_view staff = "staff";
inline constexpr std::string_view account_manager = "account_manager";
inline constexpr std::string_view supervisor = "supervisor";
inline constexpr std::string_view dispatcher = "dispatcher";
inline constexpr std::string_view department_head = "department_head";
inline constexpr std::string_view executive = "executive";
inline constexpr std::string_view hr = "hr";
inline constexpr std::string_view administrator = "administrator";
inline constexpr std::string_view security_administrator = "security_administrator";
inline constexpr std::string_view auditor = "auditor";
}  // namespace roles

/// Enough of a person to show and to route work by.
struct EmployeeBrief {
  EmployeeId id;
  std::string number;
  std::string name;
  std::optional<DepartmentId> department_id;
  std::optional<std::string> department_name;
  std::optional<EmployeeId> supervisor_id;
  bool active = true;  ///< false after the leave date
};
BOOST_DESCRIBE_STRUCT(EmployeeBrief, (), (id, number, name, department_id, department_name, supervisor_id, active))

std::optional<EmployeeBrief> find_employee(ReadContext const& ctx, EmployeeId id);

/// An employee who can be given work. Refuses at `field`: org.employee_unknown, org.employee_left.
Result<EmployeeBrief> active_employee(ReadContext const& ctx, EmployeeId id, std::string_view field);

/// A department that things can be put into. Refuses at `field`: org.department_unknown.
Result<void> check_department(ReadContext const& ctx, DepartmentId id, std::string_view field);

/// The name of a department; empty when unknown.
std::string department_name(ReadContext const& ctx, DepartmentId id);

/// For imports: matches the number first, then the name. Refuses org.nobody_called (with the `name`) or, when several have the name, org.employee_ambiguous.
Result<EmployeeBrief> employee_called(ReadContext const& ctx, std::string_view number_or_name, std::string_view field);

/// Who receives what has no other owner: the organization's first administrator.
EmployeeBrief default_owner(ReadContext const& ctx);

/// "name pinyin initials number" for a search entry; empty when unknown.
std::string search_text_of(ReadContext const& ctx, EmployeeId id);

/// Who makes the request, from the session cookie or the bearer token.
http::Authenticate authenticator(Services& services);

/// The organization's working calendar (hours, holidays, adjusted workdays), cached; refreshed when it is changed.
std::shared_ptr<calendar::WorkingCalendar const> calendar_of(Services& services, OrganizationId organization);
/// What each request does on its way, for jobs: reads the calendar again when what is remembered is older than half a
/// minute. Not inside a transaction.
void refresh_calendar(Services& services, OrganizationId organization);

/// Who stands above whom. Unknown people (added at another node a moment ago) work here and have nobody above them.
class Chart {
 public:
  struct Person {
    std::optional<DepartmentId> department;
    std::optional<EmployeeId> supervisor;
    std::optional<Date> leave_date;
  };
  struct Department {
    std::optional<DepartmentId> parent;
    std::optional<EmployeeId> manager;
  };
  void add(EmployeeId id, Person person);
  void add(DepartmentId id, Department department);

  bool works_here(EmployeeId id, Date today) const;
  std::optional<DepartmentId> department_of(EmployeeId id) const;
  /// Its manager, or the nearest one above it.
  std::optional<EmployeeId> head_of(std::optional<DepartmentId> department, Date today) const;
  /// From the supervisor to the top, nobody twice, without those who left. Who has no supervisor reports to the nearest manager
  /// above their department.
  std::vector<EmployeeId> reporting_line(EmployeeId id, Date today) const;

 private:
  std::vector<EmployeeId> managers_above(std::optional<DepartmentId> department) const;

  std::unordered_map<EmployeeId, Person> people_;
  std::unordered_map<DepartmentId, Department> departments_;
};
/// From memory; changes made at other nodes show after ten seconds at most.
std::shared_ptr<Chart const> chart_of(ReadContext const& ctx);

/// Who is away on that day → who stands in for them.
std::map<EmployeeId, EmployeeId> deputies_on(ReadContext const& ctx, Date day);

// ---- For the command line and the set-up page ----

struct NewOrganization {
  std::string name;
  std::string time_zone = "Asia/Shanghai";
};
struct MadeOrganization {
  OrganizationId organization;
  EmployeeId first_employee;  ///< placeholder administrator, taken over by the set-up link
  std::string setup_token;    ///< for the one-time link /setup/<token>, valid 7 days
};
/// Makes the organization with root department, built-in roles from the modules' permissions, calendar, and the set-up link. Refuses a blank name and org.time_zone_unknown.
Result<MadeOrganization> make_organization(db::Transaction& tx, Services& services, NewOrganization const& form,
                                           std::vector<PermissionFacts> const& permissions);

/// Gives the built-in roles what they have not yet: with a new organization, and after each upgrade (call it at every
/// start). Takes nothing away.
void ensure_built_in_roles(Context const& ctx, std::vector<PermissionFacts> const& permissions);

/// For whoever takes a new password from a person (`zhixing user add --password`): what auth::check_password refuses, with
/// the list of common passwords in the binary.
Result<void> check_new_password(std::string_view password, std::string_view login, std::string_view field = "password");

/// The actor the command line and the jobs act as: is_system, named in the organization's language.
Actor system_actor(db::Executor& db, Services& services);
/// The one organization of this installation; nothing before `init`.
std::optional<OrganizationId> only_organization(db::Executor& db);

struct NewPerson {
  std::string login;  ///< empty = no user account
  std::string name;
  std::string number;      ///< unique per organization
  std::string department;  ///< by name; made below the root when it does not exist
  std::string role = "staff";
  std::optional<std::string> supervisor_number;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<std::string> position;
  std::optional<std::string> password_hash;  ///< already hashed; absent = a one-time link is made
};
struct AddedPerson {
  EmployeeId employee;
  std::optional<UserId> user;
  std::optional<std::string> setup_token;
};
/// `zhixing user add` and the demo company. Refuses duplicates of number and login, unknown role or supervisor.
Result<AddedPerson> add_person(Context& ctx, NewPerson const& form);

/// What a personal access token gives less than its owner has.
struct TokenLimits {
  bool read_only = false;
  std::optional<std::vector<std::string>> permissions;  ///< only these, and as far as the owner has them; absent = all
};
/// A personal access token for the user with this login; the text is shown once. Refuses org.permission_unknown.
Result<std::string> create_token(Context& ctx, std::string_view login, std::string name, std::optional<Date> expires_on, TokenLimits const& limits = {});

/// For who lost phone and recovery codes: they sign in with the password alone and set it up anew. Refuses org.user_unknown,
/// second_factor.off.
Result<void> reset_second_factor(Context& ctx, std::string_view login);
/// Whether anything was sealed for it, and forgetting all of it, for when the key is lost.
bool any_second_factor(db::Executor& db);
void forget_second_factors(db::Transaction& tx);

/// The actor a user's requests run as (used by tests, the demo and the command line's --as).
Result<Actor> actor_of(db::Executor& db, Services& services, std::string_view login);

}  // namespace zx::org
