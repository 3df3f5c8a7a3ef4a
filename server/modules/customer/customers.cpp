// Adding, changing and showing a customer.

#include "modules/customer/lookalikes.hpp"
#include "modules/customer/making.hpp"
#include "modules/customer/rules.hpp"
#include "modules/customer/sql.hpp"
#include "modules/customer/store.hpp"
#include "modules/customer/views.hpp"
#include "platform/base/text.hpp"

namespace zx::customer {
namespace {

using Changes = std::vector<timeline::Change>;
using store::CustomerRow;

template <class T>
std::string shown(T const& value) {
  if constexpr (std::same_as<T, std::optional<std::string>>) return value.value_or("");
  else if constexpr (DescribedEnum<T>) return std::string(enum_text(value));
  else return value;
}

template <class T>
void note(Changes& changes, std::string_view field, T const& before, T const& after) {
  if (before != after) changes.push_back({std::string(field), shown(before), shown(after)});
}

std::string department_of(ReadContext const& ctx, CustomerRow const& row) {
  return row.department_id ? org::department_name(ctx, *row.department_id) : std::string{};
}

std::string group_of(ReadContext const& ctx, CustomerRow const& row) {
  if (!row.parent_id) return {};
  auto const parents = customers_named(ctx, {*row.parent_id});
  return parents.empty() ? std::string{} : parents.front().name;
}

Changes changes_between(ReadContext const& ctx, CustomerRow const& before, CustomerRow const& after) {
  Changes changes;
  note(changes, "number", before.number, after.number);
  note(changes, "name", before.name, after.name);
  note(changes, "tier", before.tier, after.tier);
  note(changes, "state", before.state, after.state);
  note(changes, "industry", before.industry, after.industry);
  note(changes, "region", before.region, after.region);
  note(changes, "customer_address", before.address, after.address);
  note(changes, "note", before.note, after.note);
  if (before.department_id != after.department_id) changes.push_back({"department", department_of(ctx, before), department_of(ctx, after)});
  if (before.parent_id != after.parent_id) changes.push_back({"parent_customer", group_of(ctx, before), group_of(ctx, after)});
  return changes;
}

/// The group must be there for the actor, and no customer may come to stand above itself.
Result<void> check_parent(Context const& ctx, CustomerId id, CustomerId parent) {
  if (!store::find_visible(ReadContext(ctx), parent, permissions::read)) return Refusal::invalid_field("parent_id", "customer.parent_unknown");
  ctx.db.one<Uuid>(sql::lock_groups, {{"org", ctx.actor.organization}});
  bool const goes_round = ctx.db.sure<std::int64_t>(sql::is_in_group, {{"org", ctx.actor.organization}, {"below", parent}, {"above", id}}) > 0;
  if (goes_round) return Refusal::invalid_field("parent_id", "customer.group_goes_round");
  return {};
}

Result<org::EmployeeBrief> manager_of(Context const& ctx, NewCustomerForm const& form) {
  if (!form.account_manager_id && ctx.actor.employee.is_nil()) return org::default_owner(ctx);
  return org::active_employee(ctx, form.account_manager_id.value_or(ctx.actor.employee), "account_manager_id");
}

CustomerRow row_of(Context const& ctx, NewCustomerForm const& form, org::EmployeeBrief const& manager) {
  auto number = rules::tidy(form.number);
  return {.id = form.id.value_or(CustomerId::make()),
          .number = number ? *number : store::next_number(ctx),
          .name = std::string(text::trim(form.name)),
          .tier = form.tier.value_or(Tier::ordinary),
          .state = form.state.value_or(CustomerState::active),
          .industry = rules::tidy(form.industry),
          .region = rules::tidy(form.region),
          .address = rules::tidy(form.address),
          .account_manager_id = manager.id,
          .department_id = form.department_id ? form.department_id : manager.department_id,
          .parent_id = form.parent_id,
          .note = rules::tidy(form.note),
          .created_by_name = ctx.actor.name,
          .created_at = ctx.now};
}

Result<void> check_references(Context const& ctx, NewCustomerForm const& form) {
  if (form.department_id) TRY(org::check_department(ctx, *form.department_id, "department_id"));
  if (form.parent_id && !store::find_visible(ReadContext(ctx), *form.parent_id, permissions::read))
    return Refusal::invalid_field("parent_id", "customer.parent_unknown");
  return {};
}

Result<void> check_likeness(Context const& ctx, NewCustomerForm const& form) {
  if (form.despite_duplicates.value_or(false)) return {};
  std::vector<std::string> phones;
  for (auto const& contact : form.contacts)
    if (contact.phone) phones.push_back(*contact.phone);
  return refuse_lookalikes(ctx, lookalikes_of(ctx, form.name, phones));
}

/// A new name must not be somebody else's.
Result<void> check_new_name(Context const& ctx, CustomerRow const& before, CustomerRow const& after, CustomerPatch const& patch) {
  if (patch.despite_duplicates.value_or(false) || rules::name_key(before.name) == rules::name_key(after.name)) return {};
  auto others = lookalikes_of(ctx, after.name, {});
  std::erase_if(others, [&](auto const& other) { return other.id == after.id; });
  return refuse_lookalikes(ctx, others);
}

CustomerRow patched(CustomerRow row, CustomerPatch const& patch) {
  if (patch.number) row.number = text::trim(*patch.number);
  if (patch.name) row.name = text::trim(*patch.name);
  row.tier = patch.tier.value_or(row.tier);
  row.state = patch.state.value_or(row.state);
  patch.industry.apply_to(row.industry);
  patch.region.apply_to(row.region);
  patch.address.apply_to(row.address);
  patch.department_id.apply_to(row.department_id);
  patch.parent_id.apply_to(row.parent_id);
  patch.note.apply_to(row.note);
  for (auto* text : {&row.industry, &row.region, &row.address, &row.note}) *text = rules::tidy(*text);
  return row;
}

/// The same rules for what it becomes as for a new one.
Result<void> check_texts(CustomerRow const& row) {
  auto errors = rules::wrong_fields(
      NewCustomerForm{.number = row.number, .name = row.name, .industry = row.industry, .region = row.region, .address = row.address, .note = row.note});
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return {};
}

/// What one makes or moves must stay within what one manages.
Result<void> stays_in_reach(Context const& ctx, CustomerId id, std::string_view field) {
  if (!store::find_visible(ctx, id, permissions::manage)) return Refusal::invalid_field(std::string(field), "customer.out_of_reach");
  return {};
}

}  // namespace

Result<CustomerRow> make(Context& ctx, NewCustomerForm const& form) {
  if (auto errors = rules::wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto const manager = TRY(manager_of(ctx, form));
  TRY(check_references(ctx, form));
  TRY(check_likeness(ctx, form));
  auto row = row_of(ctx, form, manager);
  store::insert(ctx, row);
  store::begin_management(ctx, row.id, manager.id, {});
  TRY(stays_in_reach(ctx, row.id, "account_manager_id"));
  std::vector<ContactView> contacts;
  for (auto const& contact : form.contacts) contacts.push_back(store::insert(ctx, row.id, contact));
  store::put_first_into_search(ctx, row, contacts);
  timeline::begin(ctx, {"customer", row.id.uuid}, "customer.added",
                  {{"name", "", row.name}, {"tier", "", std::string(enum_text(row.tier))}, {"account_manager", "", manager.name}});
  return row;
}

Result<CustomerView> add_customer(Context& ctx, NewCustomerForm const& form) {
  if (form.id && store::exists(ctx, *form.id)) return show_customer(ctx, *form.id);
  auto const row = TRY(make(ctx, form));
  store::tell_pages(ctx, row.id);
  return views::customer(ctx, row);
}

Result<CustomerView> change_customer(Context& ctx, CustomerId id, std::int64_t version, CustomerPatch const& patch) {
  auto const before = TRY(store::find_managed(ctx, id));
  if (before.version != version) return Refusal::stale("request.stale");
  auto after = patched(before, patch);
  TRY(check_texts(after));
  if (after.department_id && after.department_id != before.department_id) TRY(org::check_department(ctx, *after.department_id, "department_id"));
  if (after.parent_id && after.parent_id != before.parent_id) TRY(check_parent(ctx, id, *after.parent_id));
  TRY(check_new_name(ctx, before, after, patch));
  auto changes = changes_between(ctx, before, after);
  if (changes.empty()) return views::customer(ctx, before);
  if (!store::update(ctx, after)) return Refusal::stale("request.stale");
  TRY(stays_in_reach(ctx, id, "department_id"));
  store::put_into_search(ctx, after, store::contacts_of(ctx, id));
  store::tell(ctx, id, "customer.changed", std::move(changes));
  after.version += 1;
  return views::customer(ctx, after);
}

Result<CustomerView> show_customer(ReadContext const& ctx, CustomerId id) { return views::customer(ctx, TRY(store::find_visible(ctx, id, permissions::read))); }

Result<http::Page<timeline::EntryView>> history_of(ReadContext const& ctx, CustomerId id, std::int64_t limit, std::optional<std::int64_t> before_seq) {
  TRY(store::find_visible(ctx, id, permissions::read));
  http::Page<timeline::EntryView> page{timeline::entries_of(ctx, {"customer", id.uuid}, static_cast<int>(limit), before_seq), {}, {}};
  if (static_cast<std::int64_t>(page.items.size()) == limit && page.items.back().seq > 1) page.next = std::to_string(page.items.back().seq);
  return page;
}

}  // namespace zx::customer
