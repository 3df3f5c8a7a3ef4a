// Looks at everything an operator can mend and says how. Every check is told, the good ones too.

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "app/backups.hpp"
#include "app/commands/commands.hpp"
#include "app/modules.hpp"
#include "modules/notify/notify.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/db/migrate.hpp"

namespace zx::app::commands {
namespace {

using namespace std::chrono_literals;

/// PostgreSQL has a clock of its own; SQLite's newest migration was at least not made in the future.
constexpr db::Statement database_time{"doctor.database_time", "SELECT MAX(applied_at) FROM schema_migration",
                                      "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)"};
constexpr db::Statement made_at{"doctor.made_at", "SELECT MIN(applied_at) FROM schema_migration", "SELECT MIN(applied_at) FROM schema_migration"};

constexpr Milliseconds tolerable_difference = 2s;  ///< nodes lease their work for half a minute
constexpr Milliseconds oldest_good_backup = 48h;   ///< one failed night is no finding yet

struct Finding {
  std::string check;
  bool good = true;
  std::string advice;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (check, good, advice))

class Examination {
 public:
  Examination(Catalogue const& texts, std::string language) : texts_(texts), language_(std::move(language)) {}

  void judge(std::string const& check, bool good, RefusalArguments const& facts = {}) {
    findings.push_back({check, good, good ? texts_.text(language_, "doctor.good") : texts_.text(language_, "doctor." + check, facts)});
  }
  std::string text() const {
    std::string lines;
    for (auto const& finding : findings) {
      lines += (lines.empty() ? "" : "\n") + std::string(finding.good ? "✓ " : "✗ ") + texts_.text(language_, "doctor.name." + finding.check) +
               (finding.good ? "" : ": " + finding.advice);
    }
    return lines;
  }
  bool all_good() const {
    return std::all_of(findings.begin(), findings.end(), [](auto const& finding) { return finding.good; });
  }

  std::vector<Finding> findings;

 private:
  Catalogue const& texts_;
  std::string language_;
};

/// A server that has run for long may have lost its PostgreSQL.
bool answers(db::Database& database) {
  try {
    database.check();
    return true;
  } catch (db::DatabaseError const&) { return false; }
}

/// Another node may have brought it further than this one knows.
bool schema_is_ours(db::Database& database) {
  try {
    return db::pending(database, all_migrations()).empty();
  } catch (db::SchemaMismatch const&) { return false; }
}

double free_megabytes(std::string const& directory) {
  struct statvfs disk {};
  if (statvfs(directory.c_str(), &disk) != 0) return 0;
  return static_cast<double>(disk.f_bavail) * static_cast<double>(disk.f_frsize) / (1 << 20);
}

void examine_calendar(Application& application, Examination& examination, Actor const& system) {
  auto calendar = application.services().calendar_of(system.organization);
  auto in_thirty_days = calendar::local_date(application.services().clock.now(), calendar->zone()).plus_days(30);
  auto known = calendar->known_until();
  examination.judge("calendar", calendar->is_announced(in_thirty_days), {{"until", known ? known->text() : "—"}});
}

void examine_clock(Services& services, Examination& examination) {
  auto const theirs = services.database.read([](db::Executor& db) { return Instant{db.sure<std::int64_t>(database_time)}; });
  auto const ahead = theirs - services.clock.now();
  bool const differs = services.database.engine() == db::Engine::sqlite ? ahead > 0s : std::chrono::abs(ahead) > tolerable_difference;
  examination.judge("clock", !differs, {{"seconds", std::to_string(std::abs(ahead.count()) / 1000)}});
}

/// A young installation has none yet, and need not.
void examine_backups(Application& application, Examination& examination) {
  auto& services = application.services();
  Backups const backups(application.config());
  auto const since = backups.newest().value_or(services.database.read([](db::Executor& db) { return Instant{db.sure<std::int64_t>(made_at)}; }));
  auto const days = (services.clock.now() - since) / 24h;
  examination.judge("backup", services.clock.now() - since <= oldest_good_backup, {{"days", std::to_string(days)}, {"folder", backups.directory().string()}});
}

bool can_write(std::filesystem::path directory) {
  while (!directory.empty() && !std::filesystem::exists(directory) && directory != directory.parent_path()) directory = directory.parent_path();
  return access(directory.empty() ? "." : directory.c_str(), W_OK | X_OK) == 0;
}

bool leaves_the_machine(std::string const& address) { return address != "127.0.0.1" && address != "::1" && address != "localhost"; }

void examine_configuration(Application& application, Examination& examination) {
  auto const& config = application.config();
  auto const directory = Backups(config).directory();
  examination.judge("backup_folder", can_write(directory), {{"folder", directory.string()}});
  auto const& address = config.text("server.address");
  bool const sealed = !config.text("server.tls_certificate").empty() || !config.list("server.trusted_proxies").empty();
  examination.judge("encryption", sealed || !leaves_the_machine(address), {{"address", address}});
}

std::vector<notify::AccountView> mail_accounts(Application& application, Actor const& system) {
  auto accounts = application.read(system, [](ReadContext const& ctx) { return notify::accounts(ctx); });
  std::erase_if(accounts, [](auto const& account) { return account.channel != notify::Channel::email || !account.enabled; });
  return accounts;
}

/// Links in mails need the address people use; with `to` every account sends a test mail there.
void examine_mail(Application& application, Examination& examination, Actor const& system, std::optional<std::string> const& to) {
  auto const accounts = mail_accounts(application, system);
  examination.judge("public_url", accounts.empty() || !application.config().text("server.public_url").empty());
  if (!to) return;
  examination.judge("mail_account", !accounts.empty());
  for (auto const& account : accounts) {
    auto const sent = notify::try_account(application.services(), system, account.id, {*to});
    auto const answer = sent ? sent->answer : application.texts().text(system.language, sent.refusal().code, sent.refusal().arguments);
    examination.judge("mail", sent && sent->delivered, {{"name", account.name}, {"answer", answer}});
  }
}

}  // namespace

ExitCode doctor(Application& application, Console& console, std::optional<std::string> const& mail_to) {
  Examination examination(application.texts(), console.language);
  auto& services = application.services();
  examination.judge("database", answers(services.database));
  if (!examination.all_good()) {  // nothing else can be looked at
    console.answer(examination.findings, examination.text());
    return ExitCode::refused;
  }
  examination.judge("schema", schema_is_ours(services.database));
  auto megabytes = free_megabytes(services.data_directory);
  examination.judge("disk", megabytes > 500, {{"megabytes", std::to_string(static_cast<long>(megabytes))}});
  examine_clock(services, examination);
  examine_configuration(application, examination);
  examine_backups(application, examination);
  auto system = application.system_actor();
  examination.judge("organization", system.ok());
  if (system) examine_calendar(application, examination, *system);
  if (system) examine_mail(application, examination, *system, mail_to);
  auto const verification = verify_history(application, console);
  examination.judge("history", verification.intact, {{"broken", std::to_string(verification.broken.size())}});
  console.answer(examination.findings, examination.text());
  return examination.all_good() ? ExitCode::success : ExitCode::refused;
}

}  // namespace zx::app::commands
