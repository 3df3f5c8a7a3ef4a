#include "platform/jobs/task_row.hpp"

#include "platform/jobs/bookkeeping.hpp"
#include "platform/jobs/sql.hpp"

namespace zx::jobs {
namespace {

constexpr Milliseconds write_pause{250};

}  // namespace

RowProgress::RowProgress(Services& services, TaskKey key, std::function<bool()> shutting_down)
    : services_(services), key_(key), shutting_down_(std::move(shutting_down)) {}

std::int64_t RowProgress::write(db::Statement const& statement, db::Parameters parameters) {
  parameters.set("org_id", key_.organization).set("id", key_.id);
  return keep_books(services_, [&](db::Transaction& tx) { return tx.execute(statement, parameters); });
}

bool RowProgress::start() { return write(sql::start_task, {}) > 0; }

void RowProgress::report(std::int64_t done, std::int64_t total) {
  mention(done, total);
  auto const now = services_.clock.now();
  if (written_at_ && now - *written_at_ < write_pause) return;
  written_at_ = now;
  write(sql::report_task, {{"done", done}, {"total", total}});
}

void RowProgress::mention(std::int64_t done, std::int64_t total) {
  std::lock_guard lock(counting_);
  count_ = {done, total};
}

TaskCount RowProgress::count() const {
  std::lock_guard lock(counting_);
  return count_;
}

bool RowProgress::cancelled() {
  if (!told_to_cancel_) {
    told_to_cancel_ = shutting_down_() || services_.database.read([&](db::Executor& db) {
      return db.one<bool>(sql::task_is_cancelled, {{"org_id", key_.organization}, {"id", key_.id}}).value_or(true);
    });
  }
  return told_to_cancel_;
}

void RowProgress::finish(TaskEnd const& end) {
  auto const [done, total] = count();
  write(sql::finish_task, {{"state", end.state},
                           {"done", done},
                           {"total", total},
                           {"result", end.result},
                           {"failure", end.failure},
                           {"failure_detail", end.failure_detail},
                           {"now", services_.clock.now()}});
}

}  // namespace zx::jobs
