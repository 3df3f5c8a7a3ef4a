#include "modules/customer/store.hpp"

#include "modules/customer/rules.hpp"
#include "modules/customer/sql.hpp"
#include "platform/base/pinyin.hpp"
#include "platform/numbering/numbering.hpp"
#include "platform/search/search.hpp"

namespace zx::customer::store {
namespace {

enum class Lock { none, for_update };

Result<CustomerRow> find(ReadContext const& ctx, CustomerId id, Permission permission, Lock lock) {
  db::Composed statement(sql::find_customer);
  statement += sql::of_id;
  statement += seen_within(ctx.actor.reach(permission));
  if (lock == Lock::for_update) statement += sql::for_update;
  auto found = ctx.db.one<CustomerRow>(statement, db::Parameters::of(followup::viewer(ctx.actor)).and_("id", id));
  if (!found) return Refusal::not_found("customer.not_found");
  return std::move(*found);
}

db::Parameters parameters_of(Context const& ctx, CustomerRow const& row) {
  auto key = rules::name_key(row.name);
  auto const pairs = rules::count_pairs(key);
  auto parameters = db::Parameters::of(row);
  parameters.set("org", ctx.actor.organization);
  parameters.set("name_pairs", pairs);
  parameters.set("name_key", std::move(key));
  parameters.set("sort_key", sort_key(row.name));
  return parameters;
}

/// Pinyin is typed with and without blanks: "hua guang", "huaguang", "hg".
std::string findable(CustomerRow const& row, std::vector<ContactView> const& contacts) {
  auto const spoken = pinyin(row.name);
  auto together = spoken;
  std::erase(together, ' ');
  auto text = row.number + " " + row.name + " " + spoken + " " + together + " " + pinyin_initials(row.name);
  for (auto const& contact : contacts) {
    text += " " + contact.name;
    if (contact.phone) text += " " + *contact.phone + " " + rules::phone_key(contact.phone).value_or("");
  }
  return text;
}

}  // namespace

db::Statement const& visible_within(Scope reach) {
  switch (reach) {
    case Scope::none: return sql::visible_none;
    case Scope::self: return sql::visible_self;
    case Scope::direct_reports: return sql::visible_direct_reports;
    case Scope::department: return sql::visible_department;
    case Scope::department_and_below: return sql::visible_department_and_below;
    case Scope::organization: return sql::visible_organization;
  }
  return sql::visible_none;
}

db::Statement const& seen_within(Scope reach) {
  switch (reach) {
    case Scope::none: return sql::visible_none;
    case Scope::self: return sql::visible_self;
    case Scope::direct_reports: return sql::sees_direct_reports;
    case Scope::department: return sql::sees_department;
    case Scope::department_and_below: return sql::sees_department_and_below;
    case Scope::organization: return sql::visible_organization;
  }
  return sql::visible_none;
}

Result<CustomerRow> find_visible(ReadContext const& ctx, CustomerId id, Permission permission) { return find(ctx, id, permission, Lock::none); }
Result<CustomerRow> find_visible(Context const& ctx, CustomerId id, Permission permission) { return find(ctx, id, permission, Lock::for_update); }

Result<CustomerRow> find_managed(Context const& ctx, CustomerId id) {
  if (auto managed = find_visible(ctx, id, permissions::manage)) return managed;
  TRY(find_visible(ReadContext(ctx), id, permissions::read));
  return Refusal::forbidden("customer.not_yours");
}

bool exists(ReadContext const& ctx, CustomerId id) {
  return ctx.db.sure<std::int64_t>(sql::exists_customer, {{"org", ctx.actor.organization}, {"id", id}}) > 0;
}

bool has_number(ReadContext const& ctx, std::string_view number) {
  return ctx.db.sure<std::int64_t>(sql::exists_number, {{"org", ctx.actor.organization}, {"number", number}}) > 0;
}

std::string next_number(Context const& ctx) {
  // Customers' numbers go through all years; one written by hand is passed over.
  for (;;) {
    auto number = rules::number_text(numbering::reserve(ctx, "C", 0, 1));
    if (!has_number(ctx, number)) return number;
  }
}

void insert(Context const& ctx, CustomerRow const& row) { ctx.db.enqueue(sql::insert_customer, parameters_of(ctx, row)); }

bool update(Context const& ctx, CustomerRow const& row) { return ctx.db.execute(sql::update_customer, parameters_of(ctx, row)) > 0; }

std::vector<ContactView> contacts_of(ReadContext const& ctx, CustomerId id) {
  return ctx.db.all<ContactView>(sql::contacts_of, {{"org", ctx.actor.organization}, {"customer", id}});
}

ContactView insert(Context const& ctx, CustomerId customer, NewContactForm const& form) {
  ContactView contact{.id = ContactId::make(),
                      .customer_id = customer,
                      .name = *rules::tidy(form.name),
                      .title = rules::tidy(form.title),
                      .phone = rules::tidy(form.phone),
                      .email = rules::tidy(form.email),
                      .decision_role = form.decision_role.value_or(DecisionRole::unknown),
                      .preferred_channel = form.preferred_channel,
                      .birthday = form.birthday,
                      .note = rules::tidy(form.note)};
  ctx.db.enqueue(sql::insert_contact,
                 db::Parameters::of(contact).and_("org", ctx.actor.organization).and_("phone_key", rules::phone_key(contact.phone)).and_("now", ctx.now));
  return contact;
}

void begin_management(Context const& ctx, CustomerId customer, EmployeeId manager, std::string_view note) {
  ctx.db.enqueue(sql::insert_management, {{"org", ctx.actor.organization},
                                          {"id", Uuid::v7()},
                                          {"customer", customer},
                                          {"employee", manager},
                                          {"now", ctx.now},
                                          {"by_name", ctx.actor.name},
                                          {"note", note}});
}

void end_management(Context const& ctx, CustomerId customer) {
  ctx.db.enqueue(sql::end_management, {{"org", ctx.actor.organization}, {"customer", customer}, {"now", ctx.now}});
}

void put_into_search(Context const& ctx, CustomerRow const& row, std::vector<ContactView> const& contacts) {
  search::put(ctx, "customer", row.id.uuid, findable(row, contacts));
}

void put_first_into_search(Context const& ctx, CustomerRow const& row, std::vector<ContactView> const& contacts) {
  search::put_first(ctx, "customer", row.id.uuid, findable(row, contacts));
}

void tell(Context const& ctx, CustomerId id, std::string_view event, std::vector<timeline::Change> changes, std::string_view note) {
  timeline::append(ctx, {"customer", id.uuid}, event, std::move(changes), note);
  tell_pages(ctx, id);
}

void tell_pages(Context const& ctx, CustomerId id) {
  ctx.db.after_commit(
      [&services = ctx.services, organization = ctx.actor.organization, text = id.text()] { services.notify_pages(organization, "customer", text); });
}

bool may_manage_for(ReadContext const& ctx, EmployeeId manager) {
  db::Composed statement(sql::as_if_managed_by);
  statement += seen_within(ctx.actor.reach(permissions::manage));
  return ctx.db.sure<std::int64_t>(statement, db::Parameters::of(followup::viewer(ctx.actor)).and_("manager", manager)) > 0;
}

std::string name_of(ReadContext const& ctx, EmployeeId id) {
  auto const employee = org::find_employee(ctx, id);
  return employee ? employee->name : std::string{};
}

}  // namespace zx::customer::store
