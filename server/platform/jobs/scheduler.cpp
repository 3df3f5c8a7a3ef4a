#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "platform/jobs/bookkeeping.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/jobs/sql.hpp"
#include "platform/log/log.hpp"

namespace zx::jobs {
namespace {

using namespace std::chrono_literals;

constexpr auto tick = 1s;
constexpr std::size_t most_threads = 3;
constexpr Milliseconds longest_retry = 5min;

struct JobRow {
  std::string name;
  Instant lease_until;
  Instant next_run_at;
  std::int64_t failures = 0;
};
BOOST_DESCRIBE_STRUCT(JobRow, (), (name, lease_until, next_run_at, failures))

using ByName = std::map<std::string, Job, std::less<>>;

ByName by_name(std::vector<Job> jobs) {
  ByName named;
  for (auto& job : jobs) {
    auto name = job.name;
    if (!named.emplace(name, std::move(job)).second) throw std::logic_error("two jobs are named " + name);
  }
  return named;
}

/// What a run threw, or nothing.
std::optional<std::string> run(Services& services, Job const& job, Lease const& lease) {
  try {
    job.run(services, lease);
    return std::nullopt;
  } catch (std::exception const& failure) {
    log::error("job.failed", {{"job", job.name}, {"reason", failure.what()}});
    return failure.what();
  }
}

double seconds_behind(JobRow const& job, Instant now) {
  bool const waits = job.next_run_at < now && job.lease_until <= now;
  return waits ? static_cast<double>((now - job.next_run_at).count()) / 1000 : 0;
}

}  // namespace

bool still_mine(db::Transaction& tx, Lease const& lease, Instant now) {
  return tx.one<std::int64_t>(sql::hold_job, {{"name", lease.job}, {"fence", lease.fence}, {"now", now}}).has_value();
}

struct Scheduler::Impl {
  void ensure_rows() {
    auto const now = services.clock.now();
    keep_books(services, [&](db::Transaction& tx) {
      for (auto const& [name, job] : jobs) tx.enqueue(sql::ensure_job, {{"name", name}, {"now", now}});
    });
    rows_ensured = true;
  }

  std::vector<std::string> due_names() const {
    auto const now = services.clock.now();
    return services.database.read([&](db::Executor& db) { return db.all<std::string>(sql::due_jobs, {{"now", now}}); });
  }

  std::optional<Lease> claim(Job const& job) {
    auto const now = services.clock.now();
    Lease lease{.job = job.name, .node = node, .fence = 0, .until = now + job.lease};
    auto fence = keep_books(services, [&](db::Transaction& tx) {
      return tx.one<std::int64_t>(sql::claim_job, {{"name", job.name}, {"node", node}, {"lease_until", lease.until}, {"now", now}});
    });
    if (!fence) return std::nullopt;
    lease.fence = *fence;
    return lease;
  }

  /// The next run is due a pause after this end; a lease that was lost meanwhile is somebody else's and left alone.
  void finish(Job const& job, Lease const& lease, std::optional<std::string> const& error) {
    auto const now = services.clock.now();
    auto const pause = error ? std::min(job.every, longest_retry) : job.every;
    keep_books(services, [&](db::Transaction& tx) {
      tx.enqueue(sql::finish_job, {{"name", job.name}, {"fence", lease.fence}, {"next_run_at", now + pause}, {"now", now}, {"error", error}});
    });
  }

  int run_due() {
    if (!rows_ensured) ensure_rows();
    int ran = 0;
    for (auto const& name : due_names()) {
      auto job = jobs.find(name);
      if (job == jobs.end() || is_stopping()) continue;
      auto lease = claim(job->second);
      if (!lease) continue;
      finish(job->second, *lease, run(services, job->second, *lease));
      ++ran;
    }
    return ran;
  }

  void loop() {
    while (!is_stopping()) {
      try {
        run_due();
      } catch (std::exception const& failure) { log::error("scheduler.failed", {{"reason", failure.what()}}); }
      std::unique_lock lock(mutex);
      changed.wait_for(lock, tick, [&] { return stopping; });
    }
  }

  bool is_stopping() {
    std::lock_guard lock(mutex);
    return stopping;
  }

  Services& services;
  std::string const node;
  ByName const jobs;
  std::atomic<bool> rows_ensured{false};
  std::mutex mutex;
  std::condition_variable changed;
  bool stopping = false;
  std::vector<std::thread> threads;
};

Scheduler::Scheduler(Services& services, std::string node, std::vector<Job> jobs) : impl_(new Impl{services, std::move(node), by_name(std::move(jobs))}) {}

Scheduler::~Scheduler() { stop(); }

void Scheduler::start() {
  if (!impl_->threads.empty()) return;
  auto const count = std::min(most_threads, impl_->jobs.size());
  for (std::size_t i = 0; i < count; ++i) impl_->threads.emplace_back([this] { impl_->loop(); });
}

void Scheduler::stop() {
  {
    std::lock_guard lock(impl_->mutex);
    impl_->stopping = true;
  }
  impl_->changed.notify_all();
  for (auto& thread : impl_->threads) thread.join();
  impl_->threads.clear();
}

int Scheduler::run_due() { return impl_->run_due(); }

std::map<std::string, double> Scheduler::figures() const {
  auto const rows = impl_->services.database.read([](db::Executor& db) { return db.all<JobRow>(sql::all_jobs); });
  auto const now = impl_->services.clock.now();
  std::map<std::string, double> figures{{"behind_seconds", 0}, {"failing", 0}};
  for (auto const& row : rows) {
    if (!impl_->jobs.contains(row.name)) continue;
    auto const label = "{job=\"" + row.name + "\"}";
    auto const behind = seconds_behind(row, now);
    figures["behind_seconds"] = std::max(figures["behind_seconds"], behind);
    figures["failing"] += row.failures > 0;
    figures["behind_seconds" + label] = behind;
    figures["failures" + label] = static_cast<double>(row.failures);
  }
  return figures;
}

}  // namespace zx::jobs
