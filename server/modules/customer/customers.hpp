#pragma once
// The customer file 客户档案: adding, changing, listing, handing over. Private to customer, the command line and the demo company.

#include "modules/customer/contacts.hpp"
#include "modules/customer/customer.hpp"
#include "modules/followup/followup.hpp"
#include "platform/http/routes.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::customer {

/// Where the relation stands. `churned` 离网: no longer a customer, kept for its history.
enum class CustomerState { prospect, active, at_risk, churned };
BOOST_DESCRIBE_ENUM(CustomerState, prospect, active, at_risk, churned)

struct NewCustomerForm {
  std::optional<CustomerId> id;       ///< made by an offline client: sent twice, made once
  std::optional<std::string> number;  ///< proposed when absent
  std::string name;
  std::optional<Tier> tier;            ///< default ordinary
  std::optional<CustomerState> state;  ///< default active
  std::optional<std::string> industry;
  std::optional<std::string> region;
  std::optional<std::string> address;
  std::optional<EmployeeId> account_manager_id;  ///< default: the actor
  std::optional<DepartmentId> department_id;     ///< default: the account manager's
  std::optional<CustomerId> parent_id;           ///< the group it belongs to
  std::optional<std::string> note;
  std::vector<NewContactForm> contacts;
  std::optional<bool> despite_duplicates;  ///< true: others look like it, and it is another one all the same
};
BOOST_DESCRIBE_STRUCT(NewCustomerForm, (),
                      (id, number, name, tier, state, industry, region, address, account_manager_id, department_id, parent_id, note, contacts,
                       despite_duplicates))

/// PATCH: only what is present changes; needs If-Match. The account manager changes by handing over.
struct CustomerPatch {
  std::optional<std::string> number;
  std::optional<std::string> name;
  std::optional<Tier> tier;
  std::optional<CustomerState> state;
  Patch<std::string> industry;
  Patch<std::string> region;
  Patch<std::string> address;
  Patch<DepartmentId> department_id;
  Patch<CustomerId> parent_id;
  Patch<std::string> note;
  std::optional<bool> despite_duplicates;  ///< of a new name
};
BOOST_DESCRIBE_STRUCT(CustomerPatch, (), (number, name, tier, state, industry, region, address, department_id, parent_id, note, despite_duplicates))

/// One who answered for the customer.
struct ManagementView {
  followup::PersonView manager;
  Instant since;
  std::optional<Instant> until;  ///< absent for the present one
  std::string given_by_name;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ManagementView, (), (manager, since, until, given_by_name, note))

struct CustomerView {
  CustomerId id;
  std::string number;
  std::string name;
  Tier tier = Tier::ordinary;
  CustomerState state = CustomerState::active;
  std::optional<std::string> industry;
  std::optional<std::string> region;
  std::optional<std::string> address;
  followup::PersonView account_manager;
  std::optional<DepartmentId> department_id;
  std::optional<std::string> department_name;
  std::optional<CustomerId> parent_id;
  std::optional<std::string> parent_number;
  std::optional<std::string> parent_name;
  std::vector<CustomerBrief> members;  ///< of the group it heads, those the actor sees; at most 50
  std::optional<std::string> note;
  std::vector<ContactView> contacts;     ///< in order of entering
  std::vector<ManagementView> managers;  ///< newest first
  bool may_manage = false;               ///< the actor may change it
  std::string created_by_name;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CustomerView, (),
                      (id, number, name, tier, state, industry, region, address, account_manager, department_id, department_name, parent_id, parent_number,
                       parent_name, members, note, contacts, managers, may_manage, created_by_name, created_at, version))

/// A line of the list.
struct CustomerLine {
  CustomerId id;
  std::string number;
  std::string name;
  Tier tier = Tier::ordinary;
  CustomerState state = CustomerState::active;
  std::optional<std::string> industry;
  std::optional<std::string> region;
  std::optional<std::string> address;
  followup::PersonView account_manager;
  std::optional<std::string> department_name;
  std::optional<std::string> contact_name;  ///< the first one entered
  std::optional<std::string> contact_phone;
  std::optional<std::string> contact_email;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CustomerLine, (),
                      (id, number, name, tier, state, industry, region, address, account_manager, department_name, contact_name, contact_phone, contact_email,
                       version))

struct CustomersQuery {
  std::optional<std::string> text;  ///< name, pinyin, number, phone of a contact
  std::vector<Tier> tiers;
  std::vector<CustomerState> states;
  std::optional<EmployeeId> account_manager_id;
  std::optional<DepartmentId> department_id;  ///< with everything below
  std::optional<std::string> region;
  std::optional<std::string> industry;
  std::optional<CustomerId> parent_id;  ///< the members of a group
  std::optional<std::int64_t> limit;    ///< 1–200, default 50
  std::optional<std::string> after;     ///< `next` of the page before
};
BOOST_DESCRIBE_STRUCT(CustomersQuery, (), (text, tiers, states, account_manager_id, department_id, region, industry, parent_id, limit, after))

/// The regions and industries in use, for filters and proposals while typing.
struct CustomerWords {
  std::vector<std::string> regions;
  std::vector<std::string> industries;
};
BOOST_DESCRIBE_STRUCT(CustomerWords, (), (regions, industries))

struct HandoverForm {
  std::vector<CustomerId> customer_ids;  ///< 1–500; all or none
  EmployeeId to_id;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(HandoverForm, (), (customer_ids, to_id, note))

struct HandoverResult {
  std::int64_t handed_over = 0;  ///< without those the receiver had already
};
BOOST_DESCRIBE_STRUCT(HandoverResult, (), (handed_over))

/// Refuses customer.looks_like (naming the others), customer.number_taken, customer.out_of_reach (somebody else's whom the actor may
/// not manage customers of), customer.parent_unknown, org.*.
Result<CustomerView> add_customer(Context& ctx, NewCustomerForm const& form);
/// Refuses the same, customer.not_found, customer.not_yours (seen, but not to be changed), customer.group_goes_round, request.stale.
Result<CustomerView> change_customer(Context& ctx, CustomerId id, std::int64_t version, CustomerPatch const& patch);
Result<CustomerView> show_customer(ReadContext const& ctx, CustomerId id);
Result<http::Page<CustomerLine>> customers(ReadContext const& ctx, CustomersQuery const& query);
CustomerWords words_in_use(ReadContext const& ctx);

/// Gives customers to another account manager, into whose department they go. Both are told: CustomersHandedOver, one for each
/// giver. Refuses customer.not_found, customer.not_yours, customer.too_many, org.*.
Result<HandoverResult> hand_over(Context& ctx, HandoverForm const& form);

/// Newest first.
Result<http::Page<timeline::EntryView>> history_of(ReadContext const& ctx, CustomerId id, std::int64_t limit, std::optional<std::int64_t> before_seq);

}  // namespace zx::customer
