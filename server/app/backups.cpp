#include "app/backups.hpp"

#include <fstream>

#include "platform/auth/digest.hpp"
#include "platform/db/backup.hpp"
#include "platform/db/data_directory.hpp"
#include "platform/db/postgres_copy.hpp"

namespace zx::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "zhixing-";

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

/// The moment in the name of a backup that we named ourselves.
std::optional<Instant> moment_in(fs::path const& file) {
  auto const name = file.filename().string();
  if (!name.starts_with(prefix) || (file.extension() != ".db" && file.extension() != ".dump")) return std::nullopt;
  auto const digits = file.stem().string().substr(prefix.size());
  if (digits.size() != 15) return std::nullopt;
  return Instant::parse(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2) + "T" + digits.substr(9, 2) + ":" + digits.substr(11, 2) +
                        ":" + digits.substr(13, 2) + "Z");
}

/// By its first bytes.
std::optional<db::Engine> engine_of(fs::path const& backup) {
  std::ifstream file(backup, std::ios::binary);
  std::string head(15, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (head.starts_with("SQLite format 3")) return db::Engine::sqlite;
  if (head.starts_with("PGDMP")) return db::Engine::postgres;
  return std::nullopt;
}

Refusal about(std::string code, fs::path const& file) { return Refusal::conflict(std::move(code), {{"file", file.string()}}); }

Refusal program_missing(db::ProgramMissing const& missing) {
  return Refusal::of(RefusalKind::unavailable, "command.backup.program_missing", {{"program", missing.what()}});
}

std::string restore_sqlite(fs::path const& directory, fs::path const& backup, Instant now) {
  auto const target = directory / "zhixing.db";
  auto const incoming = directory / "zhixing.db.incoming";
  auto const former = directory / ("zhixing.db.before-restore-" + stamp(now));
  bool const had_one = fs::exists(target);
  fs::copy_file(backup, incoming, fs::copy_options::overwrite_existing);
  // The write-ahead log belongs to the database it was written for.
  for (auto const* suffix : {"", "-wal", "-shm"}) {
    auto const old = fs::path(target.string() + suffix);
    if (fs::exists(old)) fs::rename(old, former.string() + suffix);
  }
  fs::rename(incoming, target);
  return had_one ? former.string() : std::string();
}

}  // namespace

Backups::Backups(config::Config const& config)
    : data_directory_(config.text("data.directory")),
      directory_(config.text("backup.directory").empty() ? data_directory_ / "backups" : fs::path(config.text("backup.directory"))),
      database_url_(config.text("database.url")),
      keep_(static_cast<std::size_t>(config.integer("backup.keep"))) {}

std::map<Instant, fs::path, std::greater<>> Backups::kept() const {
  std::map<Instant, fs::path, std::greater<>> found;
  std::error_code none;
  for (auto const& entry : fs::directory_iterator(directory_, none)) {
    if (auto made = moment_in(entry.path())) found.emplace(*made, entry.path());
  }
  return found;
}

std::optional<Instant> Backups::newest() const {
  auto const all = kept();
  if (all.empty()) return std::nullopt;
  return all.begin()->first;
}

void Backups::forget_old() {
  auto const all = kept();
  std::size_t place = 0;
  for (auto const& [_, file] : all) {
    if (place++ < keep_) continue;
    fs::remove(file);
    fs::remove(checksum_path(file));
  }
}

Result<MadeBackup> Backups::make(Services& services, std::optional<fs::path> const& file) {
  bool const sqlite = services.database.engine() == db::Engine::sqlite;
  auto const path = file ? *file : directory_ / (std::string(prefix) + stamp(services.clock.now()) + (sqlite ? ".db" : ".dump"));
  if (fs::exists(path)) return about("command.file_exists", path);
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  try {
    if (sqlite) db::backup_sqlite(services.database, path);
    else db::backup_postgres(database_url_, path);
  } catch (db::ProgramMissing const& missing) { return program_missing(missing); }
  MadeBackup made{path.string(), static_cast<std::int64_t>(fs::file_size(path)), sha256_of_file(path)};
  write_checksum(path, made.sha256);
  if (!file) forget_old();
  return made;
}

Result<std::string> Backups::restore(fs::path const& backup, Instant now) {
  auto const engine = database_url_.empty() ? db::Engine::sqlite : db::Engine::postgres;
  if (!fs::exists(backup)) return about("command.file_unreadable", backup);
  auto const noted = noted_checksum(backup);
  if (!noted) return about("command.restore.no_checksum", checksum_path(backup));
  if (*noted != sha256_of_file(backup)) return about("command.restore.checksum_differs", backup);
  if (engine_of(backup) != engine) return about("command.restore.other_database", backup);
  try {
    db::DataDirectoryLock lock(data_directory_);
    if (engine == db::Engine::sqlite) return restore_sqlite(data_directory_, backup, now);
    if (auto const others = db::postgres_others_connected(database_url_); others > 0) {
      return Refusal::conflict("command.restore.in_use", {{"others", std::to_string(others)}});
    }
    return db::restore_postgres(database_url_, backup, data_directory_, now);
  } catch (db::DataDirectoryBusy const& busy) {
    return Refusal::of(RefusalKind::unavailable, "data.in_use", {{"reason", busy.what()}});
  } catch (db::ProgramMissing const& missing) { return program_missing(missing); }
}

std::map<std::string, double> Backups::figures(Instant now) const {
  auto const all = kept();
  std::map<std::string, double> figures{{"kept", static_cast<double>(all.size())}};
  if (all.empty()) return figures;
  auto const& [made, file] = *all.begin();
  std::error_code gone;
  figures["age_seconds"] = static_cast<double>((now - made).count()) / 1000;
  if (auto const bytes = fs::file_size(file, gone); !gone) figures["bytes"] = static_cast<double>(bytes);
  return figures;
}

}  // namespace zx::app
