#include "modules/notify/secrets.hpp"

#include "modules/notify/sql.hpp"
#include "modules/org/org.hpp"
#include "platform/auth/keyring.hpp"
#include "platform/jobs/bookkeeping.hpp"
#include "platform/log/log.hpp"

namespace zx::notify {
namespace {

auth::SealingKey key_of(Services& services) { return services.memory->of<auth::Keyring>().of(services.data_directory); }

std::string place_of(AccountId account) { return "channel_account/" + account.text(); }

struct SecretRow {
  OrganizationId org_id;
  AccountId id;
  std::string secrets;
};
BOOST_DESCRIBE_STRUCT(SecretRow, (), (org_id, id, secrets))

std::vector<SecretRow> all_secrets(db::Executor& db) { return db.all<SecretRow>(sql::all_secrets); }

bool anything_is_sealed(db::Executor& db) {
  if (db.one<Uuid>(sql::any_push_key) || org::any_second_factor(db)) return true;
  for (auto const& row : all_secrets(db))
    if (auth::SealingKey::is_sealed(row.secrets)) return true;
  return false;
}

/// What a version before sealing wrote.
void seal_what_is_open(Services& services, db::Transaction& tx) {
  for (auto const& row : all_secrets(tx)) {
    if (auth::SealingKey::is_sealed(row.secrets)) continue;
    tx.enqueue(sql::set_secrets,
               {{"org", row.org_id}, {"id", row.id}, {"sealed", secrets::sealed(services, row.secrets, place_of(row.id))}, {"before", row.secrets}});
  }
}

void forget_everything(db::Transaction& tx) {
  tx.enqueue(sql::forget_secrets);
  tx.enqueue(sql::forget_push_subscriptions);
  tx.enqueue(sql::forget_push_keys);
  org::forget_second_factors(tx);
  log::warning("notify.secrets_forgotten");
}

/// False when what is sealed here was sealed with another key.
bool agree_on_key(db::Transaction& tx, std::string const& fingerprint, bool forget) {
  tx.enqueue(sql::insert_sealing_key, {{"fingerprint", fingerprint}});
  if (tx.sure<std::string>(sql::find_sealing_key) == fingerprint) return true;
  if (anything_is_sealed(tx)) {
    if (!forget) return false;
    forget_everything(tx);
  }
  tx.enqueue(sql::replace_sealing_key, {{"fingerprint", fingerprint}});
  return true;
}

}  // namespace

namespace secrets {

std::string sealed(Services& services, std::string_view secret, std::string_view place) { return key_of(services).seal(secret, place); }

std::optional<std::string> opened(Services& services, std::string const& sealed, std::string_view place) {
  if (!auth::SealingKey::is_sealed(sealed)) return sealed;
  return key_of(services).open(sealed, place);
}

std::string sealed(Services& services, Settings const& secrets, AccountId account) {
  return secrets.empty() ? std::string("{}") : sealed(services, to_json(secrets), place_of(account));
}

Settings of(Services& services, store::AccountRow const& account) {
  auto const text = opened(services, account.secrets, place_of(account.id));
  if (text) return from_json<Settings>(*text).value();
  log::error("notify.secret_unreadable", {{"account", account.id}, {"name", account.name}});
  return {};
}

}  // namespace secrets

Result<void> keep_secrets_with(Services& services, std::string const& key_file, bool forget) {
  auto const key = auth::SealingKey::of_file(key_file);
  services.memory->of<auth::Keyring>().put(key);
  bool const agreed = jobs::keep_books(services, [&](db::Transaction& tx) {
    if (!agree_on_key(tx, key.fingerprint(), forget)) return false;
    seal_what_is_open(services, tx);
    return true;
  });
  if (!agreed) return Refusal::conflict("notify.sealing_key_differs", {{"file", key_file}});
  return {};
}

}  // namespace zx::notify
