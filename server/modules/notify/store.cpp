#include "modules/notify/store.hpp"

#include "modules/followup/followup.hpp"
#include "modules/notify/sql.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::notify::store {

std::optional<Contact> find_contact(ReadContext const& ctx, EmployeeId id) {
  return ctx.db.one<Contact>(sql::contact, {{"org", ctx.actor.organization}, {"id", id}});
}

bool has_left(Contact const& contact, Instant now) { return contact.leave_date && *contact.leave_date < calendar::local_date(now, contact.time_zone); }

Actor actor_of(ReadContext const& ctx, Contact const& contact) {
  if (contact.login && !contact.disabled_at) {
    if (auto actor = org::actor_of(ctx.db, ctx.services, *contact.login)) return std::move(*actor);
  }
  return {.organization = ctx.actor.organization,
          .user = {},
          .employee = contact.id,
          .department = contact.department_id.value_or(DepartmentId{}),
          .name = contact.name,
          .language = contact.language,
          .time_zone = contact.time_zone,
          .grants = {{std::string(followup::permissions::read.name), Scope::self}}};
}

OrganizationFacts organization(ReadContext const& ctx) { return ctx.db.sure<OrganizationFacts>(sql::organization_facts, {{"org", ctx.actor.organization}}); }

bool insert(Context const& ctx, NoticeRow const& notice) {
  return ctx.db.execute(sql::insert_notice, db::Parameters::of(notice).and_("org", ctx.actor.organization)) == 1;
}

std::optional<NoticeRow> find_notice(ReadContext const& ctx, NoticeId id) {
  return ctx.db.one<NoticeRow>(sql::find_notice, {{"org", ctx.actor.organization}, {"id", id}});
}

void insert(Context const& ctx, DeliveryRow const& delivery) {
  ctx.db.enqueue(sql::insert_delivery, db::Parameters::of(delivery).and_("org", ctx.actor.organization));
}

std::vector<AccountRow> accounts(ReadContext const& ctx) {
  db::Composed statement(sql::accounts);
  statement += sql::accounts_in_order;
  return ctx.db.all<AccountRow>(statement, {{"org", ctx.actor.organization}});
}

std::vector<AccountRow> enabled_accounts(ReadContext const& ctx) {
  db::Composed statement(sql::accounts);
  statement += sql::accounts_enabled;
  statement += sql::accounts_in_order;
  return ctx.db.all<AccountRow>(statement, {{"org", ctx.actor.organization}});
}

std::optional<AccountRow> find_account(ReadContext const& ctx, AccountId id) {
  db::Composed statement(sql::accounts);
  statement += sql::account_one;
  return ctx.db.one<AccountRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

std::optional<AccountRow> lock_account(Context const& ctx, AccountId id) {
  db::Composed statement(sql::accounts);
  statement += sql::account_one;
  statement += sql::lock_account;
  return ctx.db.one<AccountRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

std::optional<AccountRow> enabled_account_of(ReadContext const& ctx, Channel channel) {
  db::Composed statement(sql::accounts);
  statement += sql::accounts_enabled;
  statement += sql::accounts_of_channel;
  statement += sql::accounts_in_order;
  return ctx.db.one<AccountRow>(statement, {{"org", ctx.actor.organization}, {"channel", channel}});
}

std::optional<ChoiceRow> find_choice(ReadContext const& ctx, EmployeeId employee) {
  return ctx.db.one<ChoiceRow>(sql::find_choice, {{"org", ctx.actor.organization}, {"employee", employee}});
}

std::optional<TemplateRow> find_template(ReadContext const& ctx, TemplateKey const& key) {
  db::Composed statement(sql::templates);
  statement += sql::template_one;
  return ctx.db.one<TemplateRow>(statement, {{"org", ctx.actor.organization}, {"event", key.event}, {"channel", key.channel}, {"language", key.language}});
}

std::vector<TemplateRow> templates(ReadContext const& ctx) { return ctx.db.all<TemplateRow>(sql::templates, {{"org", ctx.actor.organization}}); }

void refresh_inbox(Context const& ctx, Uuid recipient) {
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, recipient] { services.notify_pages(org, "notice", recipient.text()); });
}

}  // namespace zx::notify::store
