#pragma once
// The one thread that writes to SQLite. Waiting transactions are taken together: each runs in a savepoint, one COMMIT
// (one fsync) makes all of them durable, then their callers wake. So many small transactions cost little more than one.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "platform/db/sqlite_connection.hpp"

namespace zx::db {

class SqliteWriter {
 public:
  /// `owner` is the database whose callbacks run here; see CallbackScope.
  SqliteWriter(Database const& owner, std::string const& path, int max_batch);
  /// Finishes what is queued.
  ~SqliteWriter();

  /// Blocks until `work` is durable (it returned true) or undone (false); throws what it threw, ConstraintViolation
  /// when deferred foreign keys dangle at its end, DatabaseError when the batch could not be committed.
  void write(std::function<bool(Transaction&)> const& work);

  /// Runs raw SQL on the writing connection outside of any transaction; one that the script left open is rolled back.
  void script(std::string const& sql);

  /// Throws DatabaseError when a commit once failed to reach the disk: what the file then holds is not known, and
  /// nothing is written any more until the process has started anew.
  void check() const;

  void add_figures(std::map<std::string, double>& figures) const;

 private:
  struct Job;

  void wait_for(Job& job);
  void loop();
  std::vector<Job*> take_batch();
  void run_batch(std::vector<Job*> const& jobs);
  bool run_job(Job& job, bool in_savepoint);
  void run_script(Job& job);
  void commit(std::vector<Job*> const& jobs);
  void roll_back();
  void note_wal_pages(int pages);
  void checkpoint();
  void note_error(std::exception_ptr error);
  void mark_broken(std::string const& reason);

  Database const& owner_;
  SqliteConnection connection_;
  std::size_t const max_batch_;
  int wal_pages_ = 0;
  int checkpointed_pages_ = 0;

  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job*> queue_;
  bool stopping_ = false;
  std::string broken_reason_;

  std::atomic<bool> broken_{false};
  std::atomic<std::int64_t> batches_{0}, transactions_{0};
  std::thread thread_;
};

}  // namespace zx::db
