#include "modules/notify/breaker.hpp"

#include "modules/notify/occasions.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/sql.hpp"
#include "modules/notify/telling.hpp"
#include "modules/notify/wording.hpp"
#include "platform/log/log.hpp"

namespace zx::notify::breaker {
namespace {

/// Wrong keys may be a hiccup of the other side: only the third such answer in a row switches the account off.
constexpr std::int64_t answers_that_disable = 3;

void works(Context const& ctx, AccountId account) {
  ctx.db.execute(sql::account_works,
                 {{"org", ctx.actor.organization}, {"id", account}, {"now", ctx.now}, {"hour_ago", ctx.now - Milliseconds(std::chrono::hours(1))}});
}

void tell_who_can_mend_it(Context const& ctx, store::AccountRow const& account, std::string const& answer) {
  News const news{.event = std::string(event_words::account_disabled),
                  .occurrence = "account:" + account.id.text() + ":" + std::to_string(ctx.now.ms),
                  .values = {{"account", account.name}, {"note", one_line(answer, 300)}}};
  std::vector<Told> people;
  for (auto id :
       ctx.db.all<EmployeeId>(sql::configurers, {{"org", ctx.actor.organization}, {"permission", std::string(org::permissions::manage_configuration.name)}}))
    people.push_back({id, "configurer", {}});
  tell(ctx, news, people);
}

void fails(Context const& ctx, store::AccountRow const& account, Outcome const& outcome) {
  auto const failures = account.failures + 1;
  bool const broken = outcome.blame == Outcome::Blame::account_for_good && failures >= answers_that_disable;
  auto const pause = rules::breaker_pause(failures);
  ctx.db.execute(sql::account_fails, {{"org", ctx.actor.organization},
                                      {"id", account.id},
                                      {"failures", failures},
                                      {"open_until", pause ? std::optional(ctx.now + *pause) : std::nullopt},
                                      {"error", one_line(outcome.answer, 300)},
                                      {"enabled", !broken}});
  if (!broken) return;
  log::error("notify.account_disabled", {{"account", account.id}, {"name", account.name}});
  tell_who_can_mend_it(ctx, account, outcome.answer);
}

}  // namespace

void note(Context const& ctx, AccountId id, Outcome const& outcome) {
  if (outcome.what == Outcome::What::delivered) return works(ctx, id);
  if (outcome.blame == Outcome::Blame::message) return;
  auto const account = store::lock_account(ctx, id);
  if (account && account->enabled) fails(ctx, *account, outcome);
}

}  // namespace zx::notify::breaker
