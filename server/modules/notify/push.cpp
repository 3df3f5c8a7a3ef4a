#include "modules/notify/push.hpp"

#include "modules/notify/secrets.hpp"
#include "modules/notify/sql.hpp"
#include "modules/notify/wording.hpp"
#include "platform/auth/digest.hpp"
#include "platform/base/text.hpp"
#include "platform/jobs/bookkeeping.hpp"
#include "platform/outbound/encoding.hpp"
#include "platform/outbound/web_address.hpp"
#include "platform/outbound/web_push.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::notify {
namespace {

constexpr std::int64_t most_devices = 10;
constexpr std::size_t longest_endpoint = 1000;

struct KeyRow {
  std::string public_key;
  std::string private_key;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (public_key, private_key))

std::string place_of(OrganizationId organization) { return "push_key/" + organization.text(); }

std::optional<KeyRow> find_key(db::Executor& db, OrganizationId organization) { return db.one<KeyRow>(sql::find_push_key, {{"org", organization}}); }

KeyRow make_key(Services& services, OrganizationId organization) {
  auto const made = outbound::make_push_keys();
  return jobs::keep_books(services, [&](db::Transaction& tx) {
    tx.enqueue(sql::insert_push_key, {{"org", organization},
                                      {"public_key", outbound::base64url(made.public_key)},
                                      {"private_key", secrets::sealed(services, outbound::base64url(made.private_key), place_of(organization))},
                                      {"now", services.clock.now()}});
    return *find_key(tx, organization);
  });
}

Result<void> check_endpoint(std::string const& endpoint) {
  if (endpoint.size() > longest_endpoint) return Refusal::invalid_field("endpoint", "field.too_long", {{"most", std::to_string(longest_endpoint)}});
  auto const address = outbound::check_web_address(endpoint, {});
  if (!address) return Refusal::invalid_field("endpoint", address.refusal().code, address.refusal().arguments);
  if (address->scheme != "https") return Refusal::invalid_field("endpoint", "outbound.scheme_not_allowed", {{"scheme", address->scheme}});
  return {};
}

Result<void> check_receiver(PushForm const& form) {
  auto const key = outbound::from_base64url(form.p256dh), secret = outbound::from_base64url(form.auth);
  if (!key || !secret || !outbound::check(outbound::PushReceiver{*key, *secret})) return Refusal::invalid_field("p256dh", "outbound.push_receiver_invalid");
  return {};
}

std::string hash_of(std::string_view endpoint) { return auth::hex(auth::sha256(endpoint)); }

PushDeviceView view_of(PushRow const& row) { return {row.id, row.device, row.created_at, row.last_ok_at}; }

void refresh_pages(Context const& ctx) {
  ctx.db.after_commit(
      [&services = ctx.services, org = ctx.actor.organization, employee = ctx.actor.employee] { services.notify_pages(org, "push_device", employee.text()); });
}

std::optional<PushRow> device_at(ReadContext const& ctx, EmployeeId employee, std::string_view address) {
  db::Composed statement(sql::push_subscriptions);
  statement += sql::push_subscription_at;
  return ctx.db.one<PushRow>(statement, {{"org", ctx.actor.organization}, {"employee", employee}, {"address", address}});
}

}  // namespace

std::vector<PushRow> push_devices(ReadContext const& ctx, EmployeeId employee) {
  return ctx.db.all<PushRow>(sql::push_subscriptions, {{"org", ctx.actor.organization}, {"employee", employee}});
}

std::int64_t count_push_devices(ReadContext const& ctx, EmployeeId employee) {
  return ctx.db.sure<std::int64_t>(sql::count_push_subscriptions, {{"org", ctx.actor.organization}, {"employee", employee}});
}

Result<PushView> push(Services& services, Actor const& actor) {
  auto key = services.database.read([&](db::Executor& db) { return find_key(db, actor.organization); });
  if (!key) key = make_key(services, actor.organization);
  PushView view{.public_key = key->public_key, .devices = {}};
  services.database.read([&](db::Executor& db) {
    ReadContext const ctx{actor, services.clock.now(), db, services};
    for (auto const& row : push_devices(ctx, actor.employee)) view.devices.push_back(view_of(row));
  });
  return view;
}

Result<PushDeviceView> add_push_device(Context& ctx, PushForm const& form) {
  TRY(check_endpoint(form.endpoint));
  TRY(check_receiver(form));
  auto const org = ctx.actor.organization;
  ctx.db.execute(sql::drop_push_endpoint, {{"org", org}, {"endpoint_hash", hash_of(form.endpoint)}});
  if (count_push_devices(ctx, ctx.actor.employee) >= most_devices)
    return Refusal::conflict("notify.too_many_devices", {{"most", std::to_string(most_devices)}});
  auto const id = PushSubscriptionId::make();
  auto const device = one_line(form.device, 60);
  PushRow const row{.id = id,
                    .employee_id = ctx.actor.employee,
                    .endpoint = form.endpoint,
                    .receiver_key = form.p256dh,
                    .receiver_secret = form.auth,
                    .device = device,
                    .address = device + (device.empty() ? "" : " ") + "#" + id.text().substr(28),
                    .created_at = ctx.now,
                    .last_ok_at = {}};
  ctx.db.execute(sql::insert_push_subscription, {{"org", org},
                                                 {"id", row.id},
                                                 {"employee_id", row.employee_id},
                                                 {"endpoint", row.endpoint},
                                                 {"endpoint_hash", hash_of(row.endpoint)},
                                                 {"receiver_key", row.receiver_key},
                                                 {"receiver_secret", row.receiver_secret},
                                                 {"device", row.device},
                                                 {"address", row.address},
                                                 {"created_at", row.created_at}});
  timeline::append(ctx, {"notice_choice", ctx.actor.employee.uuid}, "push_device.added", {{"device", "", row.address}});
  refresh_pages(ctx);
  return view_of(row);
}

Result<void> remove_push_device(Context& ctx, PushSubscriptionId id) {
  auto const removed = ctx.db.execute(sql::delete_push_subscription, {{"org", ctx.actor.organization}, {"employee", ctx.actor.employee}, {"id", id}});
  if (removed == 0) return Refusal::not_found("notify.device_not_found");
  timeline::append(ctx, {"notice_choice", ctx.actor.employee.uuid}, "push_device.removed");
  refresh_pages(ctx);
  return {};
}

std::optional<Account> push_account(Context const& ctx, EmployeeId employee, std::string_view address) {
  auto const device = device_at(ctx, employee, address);
  auto const key = find_key(ctx.db, ctx.actor.organization);
  if (!device || !key) return std::nullopt;
  auto const secret = secrets::opened(ctx.services, key->private_key, place_of(ctx.actor.organization));
  if (!secret) return std::nullopt;
  return Account{.id = AccountId{device->id.uuid},
                 .channel = Channel::push,
                 .name = device->device,
                 .settings = {{"endpoint", device->endpoint},
                              {"receiver_key", device->receiver_key},
                              {"public_key", key->public_key},
                              {"contact", ctx.services.public_url}},
                 .secrets = {{"receiver_secret", device->receiver_secret}, {"private_key", *secret}}};
}

void note_push(Context const& ctx, Account const& account, Outcome const& outcome) {
  auto const org = ctx.actor.organization;
  if (outcome.address_is_gone) ctx.db.execute(sql::drop_push_endpoint, {{"org", org}, {"endpoint_hash", hash_of(account.setting("endpoint"))}});
  if (outcome.what != Outcome::What::delivered) return;
  ctx.db.execute(sql::push_subscription_works,
                 {{"org", org}, {"id", account.id}, {"now", ctx.now}, {"hour_ago", ctx.now - Milliseconds(std::chrono::hours(1))}});
}

}  // namespace zx::notify
