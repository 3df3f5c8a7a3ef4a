#include "platform/db/sqlite_writer.hpp"

#include <algorithm>

#include "platform/db/callback_scope.hpp"
#include "platform/db/sqlite_transaction.hpp"

namespace zx::db {
namespace {

constexpr Statement begin{"begin", "BEGIN IMMEDIATE", ""};
constexpr Statement commit_all{"commit", "COMMIT", ""};
constexpr Statement rollback_all{"rollback", "ROLLBACK", ""};
constexpr Statement savepoint{"savepoint", "SAVEPOINT job", ""};
constexpr Statement release{"release", "RELEASE job", ""};
constexpr Statement rollback_to{"rollback_to", "ROLLBACK TO job", ""};

/// Each time the WAL has grown by this it is copied into the database, without disturbing readers. Copying less often saves
/// copying the pages that every transaction changes again and again …
constexpr int checkpoint_pages = 2'000;
/// … and from here on readers are made to wait for a moment, or under steady reads the WAL would grow for ever.
constexpr int restart_pages = 8'000;

bool is_disk_error(sqlite3* handle) {
  auto const code = sqlite3_errcode(handle) & 0xff;
  return code == SQLITE_IOERR || code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

}  // namespace

/// Lives on its caller's stack until `done`.
struct SqliteWriter::Job {
  std::function<bool(Transaction&)> const* work = nullptr;
  std::string const* script = nullptr;
  std::vector<std::function<void()>> after_commit;
  std::exception_ptr error;

  std::mutex mutex;
  std::condition_variable finished;
  bool done = false;

  void finish() {
    // Notified under the lock: the caller destroys the job as soon as it can have it.
    std::lock_guard lock(mutex);
    done = true;
    finished.notify_one();
  }
};

SqliteWriter::SqliteWriter(Database const& owner, std::string const& path, int max_batch)
    : owner_(owner), connection_(path, SqliteConnection::Role::writer), max_batch_(static_cast<std::size_t>(std::max(1, max_batch))) {
  sqlite3_wal_hook(
      connection_.handle(),
      [](void* self, sqlite3*, char const*, int pages) {
        static_cast<SqliteWriter*>(self)->note_wal_pages(pages);
        return SQLITE_OK;
      },
      this);
  thread_ = std::thread([this] { loop(); });
}

SqliteWriter::~SqliteWriter() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    arrived_.notify_one();
  }
  thread_.join();
}

void SqliteWriter::write(std::function<bool(Transaction&)> const& work) {
  Job job{.work = &work};
  wait_for(job);
  // On the caller's thread: the writer has others to serve.
  for (auto const& action : job.after_commit) action();
}

void SqliteWriter::script(std::string const& sql) {
  Job job{.script = &sql};
  wait_for(job);
}

void SqliteWriter::wait_for(Job& job) {
  CallbackScope::refuse_nesting(owner_);
  check();
  {
    std::lock_guard lock(mutex_);
    queue_.push_back(&job);
    if (queue_.size() == 1) arrived_.notify_one();
  }
  std::unique_lock lock(job.mutex);
  job.finished.wait(lock, [&] { return job.done; });
  if (job.error) std::rethrow_exception(job.error);
}

void SqliteWriter::check() const {
  if (!broken_) return;
  std::lock_guard lock(mutex_);
  throw DatabaseError("the database takes no more writes since a disk error: " + broken_reason_, false);
}

void SqliteWriter::add_figures(std::map<std::string, double>& figures) const {
  figures["sqlite_batches_total"] = static_cast<double>(batches_);
  figures["sqlite_transactions_total"] = static_cast<double>(transactions_);
  figures["sqlite_writer_statements_total"] = static_cast<double>(connection_.statements_run());
  figures["sqlite_broken"] = broken_ ? 1 : 0;
  std::lock_guard lock(mutex_);
  figures["sqlite_write_queue"] = static_cast<double>(queue_.size());
}

void SqliteWriter::loop() {
  for (auto jobs = take_batch(); !jobs.empty(); jobs = take_batch()) {
    if (jobs.front()->script) run_script(*jobs.front());
    else run_batch(jobs);
    for (auto* job : jobs) job->finish();
    checkpoint();
  }
}

/// Waits for work. A script travels alone. Empty when all is done and the database closes.
std::vector<SqliteWriter::Job*> SqliteWriter::take_batch() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
  std::vector<Job*> jobs;
  while (!queue_.empty() && jobs.size() < max_batch_) {
    if (queue_.front()->script && !jobs.empty()) break;
    jobs.push_back(queue_.front());
    queue_.pop_front();
    if (jobs.front()->script) break;
  }
  return jobs;
}

void SqliteWriter::run_batch(std::vector<Job*> const& jobs) {
  CallbackScope scope(owner_);
  std::vector<Job*> to_commit;
  auto fail_all = [&](std::vector<Job*> const& failed, std::exception_ptr error) {
    for (auto* job : failed) job->error = error, job->after_commit.clear();
  };
  try {
    check();
    connection_.execute(begin, {});
    // A lone transaction needs no savepoint: it is the whole of what may be rolled back.
    auto const in_savepoint = jobs.size() > 1;
    for (auto* job : jobs) {
      if (run_job(*job, in_savepoint)) to_commit.push_back(job);
      // Some errors (disk full, out of memory) make SQLite roll everything back by itself.
      if (connection_.in_transaction()) continue;
      fail_all(to_commit, std::make_exception_ptr(DatabaseError("another transaction's error undid the batch", true)));
      to_commit.clear();
      connection_.execute(begin, {});
    }
    commit(to_commit);
  } catch (...) {
    if (is_disk_error(connection_.handle())) note_error(std::current_exception());
    for (auto* job : jobs)
      if (!job->error) fail_all({job}, std::current_exception());
    roll_back();
  }
}

/// True when the job is to be committed.
bool SqliteWriter::run_job(Job& job, bool in_savepoint) {
  auto wanted = false;
  if (in_savepoint) connection_.execute(savepoint, {});
  try {
    SqliteTransaction transaction(connection_, job.after_commit);
    wanted = (*job.work)(transaction);
    if (wanted) transaction.rethrow_failure();
    if (wanted && connection_.has_dangling_references())
      throw ConstraintViolation(ConstraintViolation::Kind::foreign_key, "", "a deferred foreign key dangles at the end of the transaction");
  } catch (...) {
    job.error = std::current_exception();
    wanted = false;
  }
  if (!wanted) job.after_commit.clear();
  if (!connection_.in_transaction()) return false;
  if (in_savepoint && !wanted) connection_.execute(rollback_to, {});
  if (in_savepoint) connection_.execute(release, {});
  return wanted;
}

void SqliteWriter::commit(std::vector<Job*> const& jobs) {
  if (jobs.empty()) return roll_back();
  connection_.execute(commit_all, {});
  ++batches_;
  transactions_ += static_cast<std::int64_t>(jobs.size());
}

void SqliteWriter::roll_back() {
  if (!connection_.in_transaction()) return;
  try {
    connection_.execute(rollback_all, {});
  } catch (...) { note_error(std::current_exception()); }
}

void SqliteWriter::run_script(Job& job) {
  CallbackScope scope(owner_);
  try {
    check();
    connection_.script(*job.script);
    if (connection_.in_transaction()) throw DatabaseError("a script left its transaction open", false);
  } catch (...) {
    job.error = std::current_exception();
    roll_back();
  }
}

void SqliteWriter::note_wal_pages(int pages) {
  if (pages < wal_pages_) checkpointed_pages_ = 0;  // it began anew
  wal_pages_ = pages;
}

/// After the callers have been woken, so that none of them waits for it.
void SqliteWriter::checkpoint() {
  if (wal_pages_ - checkpointed_pages_ < checkpoint_pages || broken_) return;
  auto const mode = wal_pages_ < restart_pages ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART;
  sqlite3_busy_timeout(connection_.handle(), 200);
  auto const outcome = sqlite3_wal_checkpoint_v2(connection_.handle(), "main", mode, nullptr, nullptr);
  sqlite3_busy_timeout(connection_.handle(), 10'000);
  checkpointed_pages_ = wal_pages_;
  if ((outcome & 0xff) == SQLITE_IOERR) mark_broken(sqlite3_errmsg(connection_.handle()));
}

void SqliteWriter::note_error(std::exception_ptr error) {
  try {
    std::rethrow_exception(error);
  } catch (std::exception const& known) { mark_broken(known.what()); } catch (...) {
    mark_broken("unknown error");
  }
}

void SqliteWriter::mark_broken(std::string const& reason) {
  std::lock_guard lock(mutex_);
  if (broken_reason_.empty()) broken_reason_ = reason;
  broken_ = true;
}

}  // namespace zx::db
