#include "modules/org/second_factor.hpp"

#include "modules/org/actors.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/signing_in.hpp"
#include "modules/org/sql.hpp"
#include "platform/auth/keyring.hpp"
#include "platform/auth/one_time_code.hpp"
#include "platform/auth/token.hpp"
#include "platform/base/text.hpp"
#include "platform/log/log.hpp"
#include "platform/qr/qr_code.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::org {
namespace {

constexpr int recovery_codes = 10;
constexpr std::size_t recovery_code_length = 17;  ///< three groups of five: 74 random bits

struct StandingRow {
  bool begun = false;
  std::optional<Instant> confirmed_at;
  std::optional<Instant> asked_at;
  std::int64_t codes_left = 0;
  bool required = false;
};
BOOST_DESCRIBE_STRUCT(StandingRow, (), (begun, confirmed_at, asked_at, codes_left, required))

struct FactorRow {
  std::string secret;
  std::optional<Instant> confirmed_at;
  std::int64_t last_step = 0;
};
BOOST_DESCRIBE_STRUCT(FactorRow, (), (secret, confirmed_at, last_step))

db::Parameters of(ReadContext const& ctx, UserId user) { return {{"org", ctx.actor.organization}, {"user", user}}; }

StandingRow standing_of(ReadContext const& ctx, UserId user) { return ctx.db.sure<StandingRow>(sql::second_factor_standing, of(ctx, user)); }

std::optional<Instant> due_at(StandingRow const& standing) {
  if (!standing.required || standing.confirmed_at || !standing.asked_at) return std::nullopt;
  return *standing.asked_at + rules::second_factor_grace;
}

std::string place_of(UserId user) { return "second_factor/" + user.text(); }

auth::SealingKey key_of(Services& services) { return services.memory->of<auth::Keyring>().of(services.data_directory); }

std::optional<std::string> secret_of(ReadContext const& ctx, FactorRow const& factor, UserId user) {
  auto secret = key_of(ctx.services).open(factor.secret, place_of(user));
  if (!secret) log::error("second_factor.secret_unreadable", {{"user", user}});
  return secret;
}

/// As it was shown: small letters, with the dashes or without.
std::string spelled(std::string_view typed) {
  std::string plain;
  for (char c : text::fold(text::trim(typed)))
    if (c != '-' && c != ' ') plain += c;
  std::string code;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (i > 0 && i % 5 == 0) code += '-';
    code += plain[i];
  }
  return code;
}

/// Takes the code's step, so that it counts once.
bool use_code(Context const& ctx, FactorRow const& factor, UserId user, std::string_view code) {
  auto const secret = secret_of(ctx, factor, user);
  auto const step = secret ? auth::step_of_code(*secret, code, ctx.now) : std::nullopt;
  return step && ctx.db.execute(sql::use_code_step, of(ctx, user).and_("step", *step)) == 1;
}

bool use_recovery_code(Context const& ctx, UserId user, std::string_view code) {
  if (ctx.db.execute(sql::use_recovery_code, of(ctx, user).and_("code_hash", hash_of(spelled(code)))) == 0) return false;
  timeline::append(ctx, {"user", user.uuid}, "user.recovery_code_used");
  return true;
}

std::optional<FactorRow> factor_of(ReadContext const& ctx, UserId user) { return ctx.db.one<FactorRow>(sql::find_second_factor, of(ctx, user)); }

bool use_either(Context const& ctx, FactorRow const& factor, UserId user, std::string_view code) {
  return use_code(ctx, factor, user, code) || use_recovery_code(ctx, user, code);
}

/// The actor's own, which counts; with a code that proves it.
Result<void> prove(Context const& ctx, std::string_view code) {
  auto const factor = factor_of(ctx, ctx.actor.user);
  if (!factor || !factor->confirmed_at) return Refusal::conflict("second_factor.off");
  if (!use_either(ctx, *factor, ctx.actor.user, code)) return Refusal::invalid_field("code", "second_factor.code_wrong");
  return {};
}

RecoveryCodes make_recovery_codes(Context const& ctx) {
  ctx.db.execute(sql::delete_recovery_codes, of(ctx, ctx.actor.user));
  RecoveryCodes made;
  for (int i = 0; i < recovery_codes; ++i) {
    made.codes.push_back(auth::random_password().substr(0, recovery_code_length));
    ctx.db.enqueue(sql::insert_recovery_code, of(ctx, ctx.actor.user).and_("code_hash", hash_of(made.codes.back())));
  }
  return made;
}

void erase(Context const& ctx, UserId user) {
  ctx.db.execute(sql::delete_recovery_codes, of(ctx, user));
  ctx.db.execute(sql::delete_second_factor, of(ctx, user));
  forget_actors_after(ctx);
}

}  // namespace

SecondFactorView second_factor_of(ReadContext const& ctx, UserId user) {
  auto const standing = standing_of(ctx, user);
  return {.on = standing.confirmed_at.has_value(),
          .since = standing.confirmed_at,
          .recovery_codes_left = standing.codes_left,
          .required = standing.required,
          .due_at = due_at(standing)};
}

bool second_factor_overdue(ReadContext const& ctx, UserId user) {
  auto const due = due_at(standing_of(ctx, user));
  return due && *due <= ctx.now;
}

Result<NewSecondFactor> begin_second_factor(Context const& ctx) {
  auto const secret = auth::random_code_secret();
  auto const sealed = key_of(ctx.services).seal(secret, place_of(ctx.actor.user));
  if (ctx.db.execute(sql::begin_second_factor, of(ctx, ctx.actor.user).and_("secret", sealed).and_("now", ctx.now)) == 0)
    return Refusal::conflict("second_factor.on_already");
  auto const address = auth::authenticator_address(secret, organization_of(ctx.db, ctx.actor.organization).name, ctx.actor.name);
  return NewSecondFactor{auth::base32(secret), address, TRY(qr::Code::of(address)).svg()};
}

Result<RecoveryCodes> confirm_second_factor(Context const& ctx, CodeForm const& form, std::optional<std::string> const& current) {
  auto const factor = factor_of(ctx, ctx.actor.user);
  if (!factor) return Refusal::conflict("second_factor.not_begun");
  if (factor->confirmed_at) return Refusal::conflict("second_factor.on_already");
  if (!use_code(ctx, *factor, ctx.actor.user, form.code)) return Refusal::invalid_field("code", "second_factor.code_wrong");
  ctx.db.execute(sql::confirm_second_factor, of(ctx, ctx.actor.user).and_("now", ctx.now));
  ctx.db.execute(sql::end_other_sessions, of(ctx, ctx.actor.user).and_("token_hash", hash_of(current.value_or(""))));
  timeline::append(ctx, {"user", ctx.actor.user.uuid}, "user.second_factor_on");
  forget_actors_after(ctx);
  return make_recovery_codes(ctx);
}

Result<RecoveryCodes> renew_recovery_codes(Context const& ctx, CodeForm const& form) {
  TRY(prove(ctx, form.code));
  timeline::append(ctx, {"user", ctx.actor.user.uuid}, "user.recovery_codes_renewed");
  return make_recovery_codes(ctx);
}

Result<void> remove_second_factor(Context const& ctx, CodeForm const& form) {
  if (standing_of(ctx, ctx.actor.user).required) return Refusal::conflict("second_factor.required");
  TRY(prove(ctx, form.code));
  erase(ctx, ctx.actor.user);
  timeline::append(ctx, {"user", ctx.actor.user.uuid}, "user.second_factor_off");
  return {};
}

Result<void> reset_second_factor_of(Context const& ctx, UserId user) {
  if (user == ctx.actor.user) return Refusal::conflict("second_factor.ones_own");
  if (!factor_of(ctx, user)) return Refusal::conflict("second_factor.off");
  erase(ctx, user);
  ctx.db.execute(sql::do_not_ask_for_second_factor, of(ctx, user));
  timeline::append(ctx, {"user", user.uuid}, "user.second_factor_reset");
  return {};
}

Result<void> reset_second_factor(Context& ctx, std::string_view login) {
  auto const folded = TRY(rules::login(login));
  auto user = ctx.db.one<UserId>(sql::user_of_login, {{"org", ctx.actor.organization}, {"login", folded}});
  if (!user) return Refusal::not_found("org.user_unknown", {{"login", folded}});
  return reset_second_factor_of(ctx, *user);
}

Result<void> show_code(Context const& ctx, UserId user, std::optional<std::string> const& code) {
  auto const factor = factor_of(ctx, user);
  if (!factor || !factor->confirmed_at) return {};
  if (!code || text::trim(*code).empty()) return Refusal::unauthenticated("session.code_required");
  if (!use_either(ctx, *factor, user, *code)) return Refusal::unauthenticated("session.code_wrong");
  return {};
}

void ask_for_second_factor(Context const& ctx, UserId user) {
  auto const standing = standing_of(ctx, user);
  if (standing.required && !standing.confirmed_at) ctx.db.execute(sql::ask_for_second_factor, of(ctx, user).and_("now", ctx.now));
}

bool any_second_factor(db::Executor& db) { return db.one<UserId>(sql::any_second_factor).has_value(); }

void forget_second_factors(db::Transaction& tx) {
  tx.enqueue(sql::forget_recovery_codes);
  tx.enqueue(sql::forget_second_factors);
}

}  // namespace zx::org
