#pragma once
// The rows of a customer. Private to customer.

#include "modules/customer/customers.hpp"

namespace zx::customer::store {

struct CustomerRow {
  CustomerId id;
  std::string number;
  std::string name;
  Tier tier = Tier::ordinary;
  CustomerState state = CustomerState::active;
  std::optional<std::string> industry;
  std::optional<std::string> region;
  std::optional<std::string> address;
  EmployeeId account_manager_id;
  std::optional<DepartmentId> department_id;
  std::optional<CustomerId> parent_id;
  std::optional<std::string> note;
  std::string created_by_name;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CustomerRow, (),
                      (id, number, name, tier, state, industry, region, address, account_manager_id, department_id, parent_id, note, created_by_name,
                       created_at, version))

/// What the actor sees, as a fragment `AND …` over a customer aliased `c`, with the parameters of followup::viewer.
db::Statement const& visible_within(Scope reach);
/// The same for single rows: asked about each instead of found by an index.
db::Statement const& seen_within(Scope reach);

/// Visible within the reach of the permission, else not_found customer.not_found. On PostgreSQL a Context (write) locks the row.
Result<CustomerRow> find_visible(ReadContext const& ctx, CustomerId id, Permission permission);
Result<CustomerRow> find_visible(Context const& ctx, CustomerId id, Permission permission);
/// To be changed: what is seen but not managed is customer.not_yours.
Result<CustomerRow> find_managed(Context const& ctx, CustomerId id);
/// Whoever may see it or not.
bool exists(ReadContext const& ctx, CustomerId id);

/// The same of a number.
bool has_number(ReadContext const& ctx, std::string_view number);

/// A number nobody has yet.
std::string next_number(Context const& ctx);

void insert(Context const& ctx, CustomerRow const& row);
/// Makes the next version. False when it was changed meanwhile.
bool update(Context const& ctx, CustomerRow const& row);

std::vector<ContactView> contacts_of(ReadContext const& ctx, CustomerId id);
ContactView insert(Context const& ctx, CustomerId customer, NewContactForm const& form);

/// The account manager from now on; ends the time of the one before.
void begin_management(Context const& ctx, CustomerId customer, EmployeeId manager, std::string_view note);
void end_management(Context const& ctx, CustomerId customer);

/// Number, name, pinyin, and the contacts with their phones.
void put_into_search(Context const& ctx, CustomerRow const& row, std::vector<ContactView> const& contacts);
void put_first_into_search(Context const& ctx, CustomerRow const& row, std::vector<ContactView> const& contacts);

/// Appends to the customer's history and tells the open pages.
void tell(Context const& ctx, CustomerId id, std::string_view event, std::vector<timeline::Change> changes = {}, std::string_view note = {});
/// Open pages show the customer anew after the commit.
void tell_pages(Context const& ctx, CustomerId id);
/// Whether a customer of this account manager, in their department, is among those the actor manages.
bool may_manage_for(ReadContext const& ctx, EmployeeId manager);

/// The name of the person, for the history.
std::string name_of(ReadContext const& ctx, EmployeeId id);

}  // namespace zx::customer::store
