#include "modules/work/public_form.hpp"

#include "modules/work/attention.hpp"
#include "modules/work/outside.hpp"
#include "modules/work/public_rules.hpp"
#include "modules/work/sql.hpp"
#include "platform/auth/digest.hpp"
#include "platform/auth/token.hpp"
#include "platform/base/text.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_welcome = 500;
constexpr std::string_view token_prefix = "zxf_";

constexpr http::Allowance looks_by_address{.burst = 100, .per_hour = 2000};
constexpr http::Allowance requests_by_address{.burst = 10, .per_hour = 30};
constexpr http::Allowance requests_by_form{.burst = 60, .per_hour = 600};

struct FormRow {
  std::string token;
  bool enabled = false;
  std::string welcome;
  bool names_handler = false;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(FormRow, (), (token, enabled, welcome, names_handler, version))

struct OpenForm {
  OrganizationId org_id;
  std::string welcome;
};
BOOST_DESCRIBE_STRUCT(OpenForm, (), (org_id, welcome))

struct KnownRequest {
  std::string body_hash;
  WorkItemId work_item_id;
};
BOOST_DESCRIBE_STRUCT(KnownRequest, (), (body_hash, work_item_id))

struct KindOutside {
  std::string code;
  std::string name_zh;
  std::string name_en;
  bool public_form = false;
  std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(KindOutside, (), (code, name_zh, name_en, public_form, closed_at))

Refusal unknown() { return Refusal::not_found("public.form_unknown"); }

std::optional<FormRow> form_of(ReadContext const& ctx) { return ctx.db.one<FormRow>(sql::find_public_form, {{"org", ctx.actor.organization}}); }

/// Not from memory: whoever just offered a kind expects it on the form at once.
std::vector<PublicKind> offered(ReadContext const& ctx) {
  std::vector<PublicKind> kinds;
  for (auto& row : ctx.db.all<KindOutside>(sql::kinds, {{"org", ctx.actor.organization}}))
    if (row.public_form && !row.closed_at) kinds.push_back({std::move(row.code), std::move(row.name_zh), std::move(row.name_en)});
  return kinds;
}

/// Inserts the first one; a later one only over the version it is based on.
Result<void> save(Context const& ctx, FormRow const& row, std::int64_t version) {
  auto const parameters = db::Parameters::of(row).and_("org", ctx.actor.organization);
  if (version == 0) {
    if (form_of(ctx)) return Refusal::stale("request.stale");
    ctx.db.execute(sql::insert_public_form, parameters);
    return {};
  }
  auto based = row;
  based.version = version;
  if (ctx.db.execute(sql::update_public_form, db::Parameters::of(based).and_("org", ctx.actor.organization)) == 0) return Refusal::stale("request.stale");
  return {};
}

void tell(Context const& ctx, std::string_view event, FormRow const& before, FormRow const& after) {
  std::vector<timeline::Change> changes;
  auto const word = [](bool yes) { return std::string(yes ? "true" : "false"); };
  if (before.enabled != after.enabled) changes.push_back({"enabled", word(before.enabled), word(after.enabled)});
  if (before.welcome != after.welcome) changes.push_back({"welcome", before.welcome, after.welcome});
  if (before.names_handler != after.names_handler) changes.push_back({"names_handler", word(before.names_handler), word(after.names_handler)});
  timeline::append(ctx, {"organization", ctx.actor.organization.uuid}, event, std::move(changes));
}

std::optional<OpenForm> open_form(db::Executor& db, std::string_view token) { return db.one<OpenForm>(sql::public_form_of_token, {{"token", token}}); }

std::optional<std::string> said(std::optional<std::string> const& text) {
  auto const trimmed = text ? text::trim(*text) : std::string_view{};
  if (trimmed.empty()) return std::nullopt;
  return std::string(trimmed);
}

std::string hash_of(PublicRequestForm const& form) { return auth::hex(auth::sha256(to_json(form))); }

NewWorkItemForm item_of(PublicRequestForm const& form) {
  NewWorkItemForm item{.kind = form.kind, .title = rules::title_of(form.description)};
  item.description = said(form.description);
  item.location = said(form.location);
  item.requester = Requester{.employee_id = {}, .name = std::string(text::trim(form.name)), .phone = said(form.phone), .email = said(form.email)};
  return item;
}

/// Sent again: the same item and a link of its own, because the first one's token is not kept.
Result<PublicRequestAnswer> answer_again(Context& ctx, KnownRequest const& known, PublicRequestForm const& form) {
  if (known.body_hash != hash_of(form)) return Refusal::conflict("public.id_used");
  auto const item = TRY(store::find_visible(ctx, known.work_item_id, permissions::read));
  return PublicRequestAnswer{item.commitment.number, outside::add_link(ctx, item.row.id).path};
}

Result<PublicRequestAnswer> take(Context& ctx, PublicRequestForm const& form) {
  db::Parameters const key{{"org", ctx.actor.organization}, {"client_id", form.client_id}};
  if (auto const known = ctx.db.one<KnownRequest>(sql::find_public_request, key)) return answer_again(ctx, *known, form);
  auto const item = TRY(create(ctx, item_of(form), Source::public_form));
  ctx.db.execute(sql::insert_public_request, db::Parameters(key).and_("body_hash", hash_of(form)).and_("work_item", item.id).and_("now", ctx.now));
  auto const link = outside::add_link(ctx, item.id);
  auto const stored = TRY(store::find_visible(ctx, item.id, permissions::read));
  ask_attention(ctx, stored, "public_request", stored.commitment.owner_id, form.description);
  return PublicRequestAnswer{item.number, link.path};
}

Result<PublicRequestAnswer> take_once(Services& services, Outsider const& outsider, PublicRequestForm const& form) {
  return services.database.write([&](db::Transaction& tx) -> Result<PublicRequestAnswer> {
    auto const open = open_form(tx, outsider.token);
    if (!open) return unknown();
    auto const actor = outside::requester_of(open->org_id, tx, std::string(text::trim(form.name)));
    Context ctx{actor, services.clock.now(), tx, services};
    return take_request(ctx, form);
  });
}

}  // namespace

PublicFormView public_form(ReadContext const& ctx) {
  auto const row = form_of(ctx);
  PublicFormView view{.owner_name = org::default_owner(ctx).name};
  for (auto& kind : offered(ctx)) view.kinds.push_back(std::move(kind.code));
  if (!row) return view;
  view.enabled = row->enabled;
  view.path = "/p/request/" + row->token;
  view.welcome = row->welcome;
  view.names_handler = row->names_handler;
  view.version = row->version;
  return view;
}

Result<PublicFormView> change_public_form(Context& ctx, std::int64_t version, PublicFormForm const& form) {
  if (text::length(form.welcome.value_or("")) > longest_welcome)
    return Refusal::invalid_field("welcome", "field.too_long", {{"most", std::to_string(longest_welcome)}});
  if (form.enabled && offered(ctx).empty()) return Refusal::conflict("work.public_form_no_kind");
  auto const before = form_of(ctx).value_or(FormRow{});
  auto after = before;
  if (after.token.empty()) after.token = auth::random_token(token_prefix);
  after.enabled = form.enabled;
  if (form.welcome) after.welcome = std::string(text::trim(*form.welcome));
  after.names_handler = form.names_handler.value_or(before.names_handler);
  TRY(save(ctx, after, version));
  tell(ctx, "organization.public_form_changed", before, after);
  return public_form(ctx);
}

Result<PublicFormView> renew_public_form_address(Context& ctx) {
  auto row = form_of(ctx);
  if (!row) return Refusal::conflict("work.public_form_off");
  auto const before = *row;
  row->token = auth::random_token(token_prefix);
  TRY(save(ctx, *row, row->version));
  tell(ctx, "organization.public_form_address_renewed", before, *row);
  return public_form(ctx);
}

Result<PublicFormPage> public_form_page(Services& services, Outsider const& outsider) {
  auto const now = services.clock.now();
  TRY(public_limits(services).looks.take("address " + http::asker_at(outsider.address), looks_by_address, now));
  return services.database.read([&](db::Executor& db) -> Result<PublicFormPage> {
    auto const open = open_form(db, outsider.token);
    if (!open) return unknown();
    auto const actor = outside::requester_of(open->org_id, db, {});
    ReadContext const ctx{actor, now, db, services};
    return PublicFormPage{outside::organization_name(db, open->org_id), open->welcome, offered(ctx)};
  });
}

Result<PublicRequestAnswer> take_request(Context& ctx, PublicRequestForm const& form) {
  if (auto errors = rules::wrong_fields(form, offered(ctx)); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return take(ctx, form);
}

Result<PublicRequestAnswer> request_from_outside(Services& services, Outsider const& outsider, PublicRequestForm const& form) {
  auto const now = services.clock.now();
  auto& limit = public_limits(services).requests;
  TRY(limit.take("address " + http::asker_at(outsider.address), requests_by_address, now));
  TRY(limit.take("form " + auth::hex(auth::token_hash(outsider.token)), requests_by_form, now));
  if (said(form.website)) return PublicRequestAnswer{};  // a program learns nothing from a refusal it does not get
  try {
    return take_once(services, outsider, form);
  } catch (db::ConstraintViolation const& violation) {
    if (violation.kind != db::ConstraintViolation::Kind::unique) throw;
    return take_once(services, outsider, form);  // two at once: the second finds the first
  }
}

}  // namespace zx::work
