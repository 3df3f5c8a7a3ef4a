#include "modules/customer/contacts.hpp"

#include "modules/customer/rules.hpp"
#include "modules/customer/sql.hpp"
#include "modules/customer/store.hpp"
#include "platform/base/text.hpp"

namespace zx::customer {
namespace {

using Changes = std::vector<timeline::Change>;

/// Of this customer and no other.
Result<ContactView> find_contact(Context const& ctx, CustomerId customer, ContactId id, std::int64_t version) {
  auto found = ctx.db.one<ContactView>(sql::find_contact, {{"org", ctx.actor.organization}, {"id", id}});
  if (!found || found->customer_id != customer) return Refusal::not_found("customer.contact_not_found");
  if (found->version != version) return Refusal::stale("request.stale");
  return std::move(*found);
}

ContactView patched(ContactView contact, ContactPatch const& patch) {
  if (patch.name) contact.name = text::trim(*patch.name);
  patch.title.apply_to(contact.title);
  patch.phone.apply_to(contact.phone);
  patch.email.apply_to(contact.email);
  contact.decision_role = patch.decision_role.value_or(contact.decision_role);
  patch.preferred_channel.apply_to(contact.preferred_channel);
  patch.birthday.apply_to(contact.birthday);
  patch.note.apply_to(contact.note);
  for (auto* text : {&contact.title, &contact.phone, &contact.email, &contact.note}) *text = rules::tidy(*text);
  return contact;
}

NewContactForm form_of(ContactView const& contact) {
  return {.name = contact.name, .title = contact.title, .phone = contact.phone, .email = contact.email, .note = contact.note};
}

void note(Changes& changes, std::string_view field, std::string before, std::string after) {
  if (before != after) changes.push_back({std::string(field), std::move(before), std::move(after)});
}

std::string word(std::optional<PreferredChannel> channel) { return channel ? std::string(enum_text(*channel)) : std::string{}; }
std::string word(std::optional<Date> date) { return date ? date->text() : std::string{}; }

Changes changes_between(ContactView const& before, ContactView const& after) {
  Changes changes;
  note(changes, "contact", before.name, after.name);
  note(changes, "contact_title", before.title.value_or(""), after.title.value_or(""));
  if (before.phone != after.phone) changes.push_back({"phone", rules::masked_phone(before.phone), rules::masked_phone(after.phone)});
  if (before.email != after.email) changes.push_back({"email", rules::masked_email(before.email), rules::masked_email(after.email)});
  note(changes, "decision_role", std::string(enum_text(before.decision_role)), std::string(enum_text(after.decision_role)));
  note(changes, "preferred_channel", word(before.preferred_channel), word(after.preferred_channel));
  note(changes, "birthday", word(before.birthday), word(after.birthday));
  note(changes, "note", before.note.value_or(""), after.note.value_or(""));
  return changes;
}

void refresh_search(Context const& ctx, store::CustomerRow const& customer) { store::put_into_search(ctx, customer, store::contacts_of(ctx, customer.id)); }

}  // namespace

Result<ContactView> add_contact(Context& ctx, CustomerId customer, NewContactForm const& form) {
  auto const row = TRY(store::find_managed(ctx, customer));
  if (auto errors = rules::wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto contact = store::insert(ctx, customer, form);
  refresh_search(ctx, row);
  Changes changes{{"contact", "", contact.name}};
  if (contact.phone) changes.push_back({"phone", "", rules::masked_phone(contact.phone)});
  store::tell(ctx, customer, "customer.contact_added", std::move(changes));
  return contact;
}

Result<ContactView> change_contact(Context& ctx, CustomerId customer, ContactId id, std::int64_t version, ContactPatch const& patch) {
  auto const row = TRY(store::find_managed(ctx, customer));
  auto const before = TRY(find_contact(ctx, customer, id, version));
  auto after = patched(before, patch);
  if (auto errors = rules::wrong_fields(form_of(after)); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto changes = changes_between(before, after);
  if (changes.empty()) return before;
  auto parameters = db::Parameters::of(after).and_("org", ctx.actor.organization).and_("phone_key", rules::phone_key(after.phone));
  if (ctx.db.execute(sql::update_contact, parameters) == 0) return Refusal::stale("request.stale");
  refresh_search(ctx, row);
  store::tell(ctx, customer, "customer.contact_changed", std::move(changes), after.name);
  after.version += 1;
  return after;
}

Result<void> remove_contact(Context& ctx, CustomerId customer, ContactId id, std::int64_t version) {
  auto const row = TRY(store::find_managed(ctx, customer));
  auto const contact = TRY(find_contact(ctx, customer, id, version));
  ctx.db.execute(sql::delete_contact, {{"org", ctx.actor.organization}, {"id", id}, {"version", version}});
  refresh_search(ctx, row);
  store::tell(ctx, customer, "customer.contact_removed", {{"contact", contact.name, ""}, {"phone", rules::masked_phone(contact.phone), ""}});
  return {};
}

}  // namespace zx::customer
