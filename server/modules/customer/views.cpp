#include "modules/customer/views.hpp"

#include "modules/customer/sql.hpp"

namespace zx::customer::views {
namespace {

struct Names {
  std::optional<std::string> account_manager;
  std::optional<std::string> department;
  std::optional<std::string> parent_number;
  std::optional<std::string> parent;
};
BOOST_DESCRIBE_STRUCT(Names, (), (account_manager, department, parent_number, parent))

struct ManagementRow {
  EmployeeId employee_id;
  std::string employee_name;
  Instant since;
  std::optional<Instant> until;
  std::string given_by_name;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ManagementRow, (), (employee_id, employee_name, since, until, given_by_name, note))

std::vector<ManagementView> managers_of(ReadContext const& ctx, CustomerId id) {
  std::vector<ManagementView> managers;
  for (auto& row : ctx.db.all<ManagementRow>(sql::management_of, {{"org", ctx.actor.organization}, {"customer", id}}))
    managers.push_back({{row.employee_id, std::move(row.employee_name)}, row.since, row.until, std::move(row.given_by_name), std::move(row.note)});
  return managers;
}

std::vector<CustomerBrief> members_of(ReadContext const& ctx, CustomerId id) {
  db::Composed statement(sql::members_of);
  statement += store::seen_within(ctx.actor.reach(permissions::read));
  statement += sql::in_name_order;
  return ctx.db.all<CustomerBrief>(statement, db::Parameters::of(followup::viewer(ctx.actor)).and_("parent", id));
}

}  // namespace

CustomerView customer(ReadContext const& ctx, store::CustomerRow const& row) {
  auto names = ctx.db.sure<Names>(sql::names_of_customer, {{"org", ctx.actor.organization}, {"id", row.id}});
  return {.id = row.id,
          .number = row.number,
          .name = row.name,
          .tier = row.tier,
          .state = row.state,
          .industry = row.industry,
          .region = row.region,
          .address = row.address,
          .account_manager = {row.account_manager_id, names.account_manager.value_or("")},
          .department_id = row.department_id,
          .department_name = std::move(names.department),
          .parent_id = row.parent_id,
          .parent_number = std::move(names.parent_number),
          .parent_name = std::move(names.parent),
          .members = members_of(ctx, row.id),
          .note = row.note,
          .contacts = store::contacts_of(ctx, row.id),
          .managers = managers_of(ctx, row.id),
          .may_manage = ctx.actor.may(permissions::manage) && store::find_visible(ctx, row.id, permissions::manage).ok(),
          .created_by_name = row.created_by_name,
          .created_at = row.created_at,
          .version = row.version};
}

}  // namespace zx::customer::views
