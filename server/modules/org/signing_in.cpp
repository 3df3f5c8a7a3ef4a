#include "modules/org/signing_in.hpp"

#include "modules/org/actors.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/second_factor.hpp"
#include "modules/org/sql.hpp"
#include "platform/auth/hash_pool.hpp"
#include "platform/auth/password.hpp"
#include "platform/auth/token.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::org {
namespace {

constexpr Milliseconds patience = std::chrono::seconds(5);

struct Credentials {
  UserId id;
  std::optional<std::string> password_hash;
  std::optional<Instant> disabled_at;
  std::optional<Date> leave_date;
};
BOOST_DESCRIBE_STRUCT(Credentials, (), (id, password_hash, disabled_at, leave_date))

struct Failures {
  std::int64_t failures = 0;
  Instant locked_until;
};
BOOST_DESCRIBE_STRUCT(Failures, (), (failures, locked_until))

/// What the database knows about a login before the password is looked at.
struct Knocking {
  OrganizationRow organization;
  std::optional<Credentials> credentials;
  bool locked = false;
};

db::Parameters login_key(OrganizationId organization, std::string_view login) {
  return {{"org", organization}, {"login_hash", std::span<std::uint8_t const>(auth::sha256(login))}};
}

std::optional<Knocking> look_up(db::Executor& db, std::string_view login, Instant now) {
  auto id = only_organization(db);
  if (!id) return std::nullopt;
  auto failures = db.one<Failures>(sql::find_failures, login_key(*id, login));
  return Knocking{.organization = organization_of(db, *id),
                  .credentials = db.one<Credentials>(sql::credentials_of, {{"org", *id}, {"login", login}}),
                  .locked = failures && failures->locked_until > now};
}

bool may_enter(Knocking const& knocking, Instant now) {
  auto const& account = knocking.credentials;
  auto const today = calendar::local_date(now, knocking.organization.time_zone);
  return account && !knocking.locked && !account->disabled_at && rules::is_employed(account->leave_date, today);
}

/// Known logins and unknown ones alike. Returns after the failure is on disk, as a success does.
void count_failure(Services& services, OrganizationRow const& organization, std::optional<UserId> user, std::string_view login) {
  auto counted = services.database.write([&](db::Transaction& tx) -> Result<void> {
    auto const now = services.clock.now();
    auto const key = login_key(organization.id, login);
    auto const failures = tx.sure<std::int64_t>(sql::count_failure, db::Parameters(key).and_("now", now));
    if (failures < rules::failures_before_lock) return {};
    tx.execute(sql::lock_login, db::Parameters(key).and_("until", now + rules::lock_lasts));
    if (!user) return {};
    auto const actor = system_actor_of(organization);
    timeline::append(Context{actor, now, tx, services}, {"user", user->uuid}, "user.locked", {{"until", "", (now + rules::lock_lasts).text()}});
    return {};
  });
  counted.value();
}

using Turn = std::unique_lock<std::timed_mutex>;

/// Tries for one login come one after the other.
Result<Turn> turn_of(Services& services, std::string_view login) {
  Turn turn(memory_of(services).sign_in_doors[std::hash<std::string_view>{}(login) % 64], patience);
  if (!turn) return Refusal::of(RefusalKind::unavailable, "auth.busy");
  return turn;
}

/// The account whose password this is; nothing when it is not, whatever the reason. The hash is computed in every case,
/// so that the time tells nothing. In one's turn.
Result<std::optional<Knocking>> try_password(Services& services, std::string_view login, std::string_view password) {
  auto const now = services.clock.now();
  auto knocking = services.database.read([&](db::Executor& db) { return look_up(db, login, now); });
  auto const hash = knocking && knocking->credentials ? knocking->credentials->password_hash : std::nullopt;
  bool const is_theirs = TRY(services.hashing.verify(hash ? std::optional<std::string_view>(*hash) : std::nullopt, password));
  if (!knocking) return std::optional<Knocking>{};
  if (is_theirs && may_enter(*knocking, now)) return knocking;
  if (!knocking->locked) {
    auto const user = knocking->credentials ? std::optional(knocking->credentials->id) : std::nullopt;
    count_failure(services, knocking->organization, user, login);
  }
  return std::optional<Knocking>{};
}

/// With today's parameters, when the stored hash has older ones.
Result<std::optional<std::string>> better_hash(Services& services, Credentials const& account, std::string_view password) {
  if (!auth::needs_rehash(*account.password_hash)) return std::optional<std::string>{};
  return std::optional(TRY(services.hashing.hash(password)));
}

Refusal sign_in_failed() { return Refusal::unauthenticated("session.sign_in_failed"); }

/// The hash that was verified must still be the stored one: a reset in between has the last word.
Result<StartedSession> enter(Context const& system, Knocking const& knocking, std::string_view login, std::optional<std::string> const& rehashed,
                             std::optional<std::string> const& code, Device const& device) {
  auto const now_stored = system.db.one<Credentials>(sql::credentials_of, {{"org", knocking.organization.id}, {"login", login}});
  auto actor = find_actor(system.db, knocking.organization.id, knocking.credentials->id, system.now);
  if (!actor || !now_stored || now_stored->password_hash != knocking.credentials->password_hash) return sign_in_failed();
  TRY(show_code(Context{*actor, system.now, system.db, system.services}, actor->user, code));
  if (rehashed) system.db.execute(sql::set_password, {{"org", actor->organization}, {"id", actor->user}, {"password_hash", *rehashed}});
  system.db.execute(sql::clear_failures, login_key(actor->organization, login));
  auto token = start_session(Context{*actor, system.now, system.db, system.services}, device);
  return StartedSession{std::move(*actor), std::move(token)};
}

struct LoginRow {
  std::string login;
};
BOOST_DESCRIBE_STRUCT(LoginRow, (), (login))

}  // namespace

std::vector<std::uint8_t> hash_of(std::string_view token) {
  auto const digest = auth::token_hash(token);
  return {digest.begin(), digest.end()};
}

std::string start_session(Context const& ctx, Device const& device) {
  auto token = auth::random_token("zxs_");
  ctx.db.enqueue(sql::insert_session, {{"org", ctx.actor.organization},
                                       {"id", Uuid::v7()},
                                       {"user", ctx.actor.user},
                                       {"token_hash", hash_of(token)},
                                       {"now", ctx.now},
                                       {"address", text::cut(device.address, 100)},
                                       {"user_agent", text::cut(device.user_agent, 300)}});
  ask_for_second_factor(ctx, ctx.actor.user);
  timeline::append(ctx, {"user", ctx.actor.user.uuid}, "user.signed_in", {{"address", "", device.address}});
  return token;
}

Result<StartedSession> sign_in(Services& services, SignInForm const& form, Device const& device, std::optional<std::string> const& previous) {
  auto const login = text::fold(text::trim(form.login));
  auto const turn = TRY(turn_of(services, login));
  auto knocking = TRY(try_password(services, login, form.password));
  if (!knocking) return sign_in_failed();
  auto const rehashed = TRY(better_hash(services, *knocking->credentials, form.password));
  auto entered = services.database.write([&](db::Transaction& tx) -> Result<StartedSession> {
    auto const system = system_actor_of(knocking->organization);
    Context ctx{system, services.clock.now(), tx, services};
    auto started = TRY(enter(ctx, *knocking, login, rehashed, form.code, device));
    if (previous) tx.execute(sql::end_session_of_token, {{"token_hash", hash_of(*previous)}});
    forget_actors_after(ctx);
    return started;
  });
  if (!entered && is_wrong_code(entered.refusal())) count_failure(services, knocking->organization, knocking->credentials->id, login);
  return entered;
}

bool is_wrong_code(Refusal const& refusal) {
  return refusal.code == "session.code_wrong" || (!refusal.fields.empty() && refusal.fields.front().code == "second_factor.code_wrong");
}

void count_wrong_code(Services& services, OrganizationId organization, UserId user) {
  auto const [row, login] = services.database.read([&](db::Executor& db) {
    return std::pair(organization_of(db, organization), db.sure<LoginRow>(sql::find_user, {{"org", organization}, {"id", user}}).login);
  });
  count_failure(services, row, user, login);
}

Result<void> may_try_code(Services& services, OrganizationId organization, UserId user) {
  auto const now = services.clock.now();
  auto const failures = services.database.read([&](db::Executor& db) {
    auto const login = db.sure<LoginRow>(sql::find_user, {{"org", organization}, {"id", user}}).login;
    return db.one<Failures>(sql::find_failures, login_key(organization, login));
  });
  if (failures && failures->locked_until > now) return Refusal::of(RefusalKind::too_many_requests, "second_factor.locked", {{"retry_after", "900"}});
  return {};
}

Result<void> prove_password(Services& services, Actor const& actor, std::string_view password, std::string_view field) {
  auto const login = services.database.read([&](db::Executor& db) {
    return db.sure<LoginRow>(sql::find_user, {{"org", actor.organization}, {"id", actor.user}}).login;
  });
  auto const turn = TRY(turn_of(services, login));
  if (!TRY(try_password(services, login, password))) return Refusal::invalid_field(std::string(field), "password.current_wrong");
  return {};
}

Result<void> check_new_password(std::string_view password, std::string_view login, std::string_view field) {
  return auth::check_password(password, login, common_passwords(), field);
}

Result<void> change_password(Services& services, Actor const& actor, PasswordForm const& form, std::optional<std::string> const& current) {
  auto const login = services.database.read([&](db::Executor& db) {
    return db.sure<LoginRow>(sql::find_user, {{"org", actor.organization}, {"id", actor.user}}).login;
  });
  TRY(prove_password(services, actor, form.current_password, "current_password"));
  TRY(check_new_password(form.new_password, login, "new_password"));
  auto const hash = TRY(services.hashing.hash(form.new_password));
  return services.database.write([&](db::Transaction& tx) -> Result<void> {
    Context ctx{actor, services.clock.now(), tx, services};
    tx.execute(sql::set_password, {{"org", actor.organization}, {"id", actor.user}, {"password_hash", hash}});
    tx.execute(sql::clear_failures, login_key(actor.organization, login));
    tx.execute(sql::end_other_sessions, {{"org", actor.organization}, {"user", actor.user}, {"token_hash", hash_of(current.value_or(""))}});
    timeline::append(ctx, {"user", actor.user.uuid}, "user.password_changed");
    forget_actors_after(ctx);
    return {};
  });
}

}  // namespace zx::org
