// Backup, restore, doctor, configuration.

#include <sys/statvfs.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/commands/commands.hpp"
#include "app/modules.hpp"
#include "platform/auth/digest.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/db/backup.hpp"
#include "platform/db/data_directory.hpp"
#include "platform/db/migrate.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::app::commands {
namespace {

namespace fs = std::filesystem;

struct MadeBackup {
  std::string file;
  std::int64_t bytes = 0;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(MadeBackup, (), (file, bytes, sha256))

struct Finding {
  std::string check;
  bool good = true;
  std::string advice;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (check, good, advice))

struct ShownSetting {
  std::string name;
  std::string value;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(ShownSetting, (), (name, value, source))

std::string sha256_of_file(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  auth::Sha256 digest;
  std::string block(1 << 20, '\0');
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
    digest.add(std::string_view(block).substr(0, static_cast<std::size_t>(file.gcount())));
  }
  return auth::hex(digest.finish());
}

fs::path checksum_path(fs::path const& backup) { return backup.string() + ".sha256"; }

/// "20261121-231500": sorts by age.
std::string stamp(Instant now) {
  auto text = now.text();
  std::string digits;
  for (char c : text.substr(0, 19)) {
    if (c == 'T') digits += '-';
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

fs::path backup_directory(config::Config const& config) {
  auto const& wanted = config.text("backup.directory");
  return wanted.empty() ? fs::path(config.text("data.directory")) / "backups" : fs::path(wanted);
}

/// Keeps the newest ones that this command named itself.
void forget_old_backups(fs::path const& directory, std::int64_t keep) {
  std::vector<fs::path> backups;
  for (auto const& entry : fs::directory_iterator(directory)) {
    auto name = entry.path().filename().string();
    if (name.starts_with("zhixing-") && name.ends_with(".db")) backups.push_back(entry.path());
  }
  std::sort(backups.rbegin(), backups.rend());
  for (std::size_t i = static_cast<std::size_t>(keep); i < backups.size(); ++i) {
    fs::remove(backups[i]);
    fs::remove(checksum_path(backups[i]));
  }
}

void write_checksum(fs::path const& backup, std::string const& sha256) {
  std::ofstream file(checksum_path(backup), std::ios::trunc);
  file << sha256 << "  " << backup.filename().string() << "\n";
  if (!file.flush()) throw std::runtime_error("cannot write " + checksum_path(backup).string());
}

std::optional<std::string> noted_checksum(fs::path const& backup) {
  std::ifstream file(checksum_path(backup));
  std::string sha256;
  if (!(file >> sha256)) return std::nullopt;
  return sha256;
}

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

}  // namespace

ExitCode backup(Application& application, Console& console, std::optional<std::string> const& file) {
  auto& database = application.services().database;
  if (database.engine() != db::Engine::sqlite) return console.refuse(Refusal::conflict("command.backup.postgres"), application.texts());
  auto directory = backup_directory(application.config());
  auto path = file ? fs::path(*file) : directory / ("zhixing-" + stamp(application.services().clock.now()) + ".db");
  if (fs::exists(path)) return console.refuse(Refusal::conflict("command.file_exists", {{"file", path.string()}}), application.texts());
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  db::backup_sqlite(database, path);
  MadeBackup made{path.string(), static_cast<std::int64_t>(fs::file_size(path)), sha256_of_file(path)};
  write_checksum(path, made.sha256);
  if (!file) forget_old_backups(directory, application.config().integer("backup.keep"));
  console.answer(made, application.texts().text(console.language, "command.backup.done", {{"file", made.file}, {"bytes", std::to_string(made.bytes)}}));
  return ExitCode::success;
}

ExitCode restore(config::Config const& config, Console& console, std::string const& file, Catalogue const& texts) {
  fs::path backup = file;
  fs::path directory = config.text("data.directory");
  auto refuse = [&](std::string code, std::string const& about) {
    return console.refuse(Refusal::conflict(std::move(code), {{"file", about}, {"reason", about}}), texts);
  };
  if (!config.text("database.url").empty()) return refuse("command.backup.postgres", "");
  if (!fs::exists(backup)) return refuse("command.file_unreadable", file);
  auto noted = noted_checksum(backup);
  if (!noted) return refuse("command.restore.no_checksum", checksum_path(backup).string());
  if (*noted != sha256_of_file(backup)) return refuse("command.restore.checksum_differs", file);
  try {
    db::DataDirectoryLock lock(directory);
    auto target = directory / "zhixing.db";
    auto incoming = directory / "zhixing.db.incoming";
    fs::copy_file(backup, incoming, fs::copy_options::overwrite_existing);
    auto now = SystemClock().now();
    // The write-ahead log belongs to the database it was written for.
    for (auto const* suffix : {"", "-wal", "-shm"}) {
      auto old = fs::path(target.string() + suffix);
      if (fs::exists(old)) fs::rename(old, directory / ("zhixing.db.before-restore-" + stamp(now) + suffix));
    }
    fs::rename(incoming, target);
  } catch (db::DataDirectoryBusy const& busy) { return refuse("data.in_use", busy.what()); }
  console.line(texts.text(console.language, "command.restore.done", {{"file", file}}));
  return ExitCode::success;
}

ExitCode doctor(Application& application, Console& console) {
  Examination examination(application.texts(), console.language);
  auto& services = application.services();
  services.database.check();
  examination.judge("database", true);
  auto migrations = all_migrations();
  examination.judge("schema", db::pending(services.database, migrations).empty());
  auto megabytes = free_megabytes(services.data_directory);
  examination.judge("disk", megabytes > 500, {{"megabytes", std::to_string(static_cast<long>(megabytes))}});
  examination.judge("clock", services.clock.now() > Instant{1'767'225'600'000}, {});
  auto system = application.system_actor();
  examination.judge("organization", system.ok());
  if (system) examine_calendar(application, examination, *system);
  auto verification = services.database.read([](db::Executor& executor) { return timeline::verify(executor); });
  examination.judge("history", verification.intact, {{"broken", std::to_string(verification.broken.size())}});
  console.answer(examination.findings, examination.text());
  return examination.all_good() ? ExitCode::success : ExitCode::refused;
}

ExitCode show_config(config::Config const& config, Console& console) {
  std::vector<ShownSetting> shown;
  std::string lines;
  for (auto const& setting : config.show()) {
    auto source = setting.origin.place.empty() ? std::string("built in") : setting.origin.place;
    shown.push_back({std::string(setting.name), setting.value, source});
    lines += (lines.empty() ? "" : "\n") + shown.back().name + " = " + setting.value + "  (" + source + ")";
  }
  console.answer(shown, lines);
  return ExitCode::success;
}

}  // namespace zx::app::commands
