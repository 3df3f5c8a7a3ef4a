#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

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
constexpr Instant never{std::numeric_limits<std::int64_t>::max()};

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

/// A job claimed for a run.
struct Turn {
  Job const* job = nullptr;
  Lease lease;
};

/// What this process knows of a job without asking the database.
struct Local {
  Instant idle_at;      ///< when it was last found to have no work
  Instant next_run_at;  ///< of those that every node runs: nobody else's business
  bool running = false;
  std::int64_t failures = 0;
};

double seconds_between(Instant from, Instant to) { return from < to ? static_cast<double>((to - from).count()) / 1000 : 0; }

}  // namespace

bool still_mine(db::Transaction& tx, Lease const& lease, Instant now) {
  return tx.one<std::int64_t>(sql::hold_job, {{"name", lease.job}, {"fence", lease.fence}, {"now", now}}).has_value();
}

struct Scheduler::Impl {
  Impl(Services& given, std::string name, ByName all) : services(given), node(std::move(name)), jobs(std::move(all)) {
    for (auto const& [job, _] : jobs) local[job].next_run_at = services.clock.now();
  }

  /// Once in a process, before it claims anything: whatever carries this node's name was its former self's.
  void begin() {
    auto const now = services.clock.now();
    keep_books(services, [&](db::Transaction& tx) {
      for (auto const& [name, job] : jobs)
        if (!job.on_every_node) tx.enqueue(sql::ensure_job, {{"name", name}, {"now", now}});
      tx.enqueue(sql::free_leases_of, {{"node", node}});
    });
    for (auto const& [_, job] : jobs)
      if (job.recover) job.recover(services, node);
    begun = true;
  }

  /// A look that found nothing counts as a run: the next is `every` later.
  bool is_worth_a_run(db::Executor& db, Job const& job, Instant now) {
    if (!job.has_work) return true;
    if (now < at(job).idle_at + job.every) return false;
    if (job.has_work(db, now)) return true;
    std::lock_guard lock(mutex);
    local[job.name].idle_at = now;
    return false;
  }

  bool is_due_here(Job const& job, Instant now) {
    auto const known = at(job);
    return job.on_every_node && !known.running && known.next_run_at <= now;
  }

  /// In one read.
  std::vector<Job const*> due() {
    auto const now = services.clock.now();
    return services.database.read([&](db::Executor& db) {
      std::vector<Job const*> found;
      for (auto const& name : db.all<std::string>(sql::due_jobs, {{"now", now}}))
        if (auto job = jobs.find(name); job != jobs.end() && is_worth_a_run(db, job->second, now)) found.push_back(&job->second);
      for (auto const& [_, job] : jobs)
        if (is_due_here(job, now) && is_worth_a_run(db, job, now)) found.push_back(&job);
      return found;
    });
  }

  std::optional<Turn> claim(Job const& job) {
    auto const now = services.clock.now();
    Turn turn{&job, {.job = job.name, .node = node, .fence = 0, .until = now + job.lease}};
    if (job.on_every_node) {
      std::lock_guard lock(mutex);
      if (std::exchange(local[job.name].running, true)) return std::nullopt;
      return turn;
    }
    auto fence = keep_books(services, [&](db::Transaction& tx) {
      return tx.one<std::int64_t>(sql::claim_job, {{"name", job.name}, {"node", node}, {"lease_until", turn.lease.until}, {"now", now}});
    });
    if (!fence) return std::nullopt;
    turn.lease.fence = *fence;
    return turn;
  }

  /// The next run is due a pause after this end; a lease that was lost meanwhile is somebody else's and left alone.
  void finish(Turn const& turn, std::optional<std::string> const& error) {
    auto const now = services.clock.now();
    auto const next = now + (error ? std::min(turn.job->every, longest_retry) : turn.job->every);
    if (turn.job->on_every_node) {
      std::lock_guard lock(mutex);
      auto& known = local[turn.job->name];
      known = {.idle_at = known.idle_at, .next_run_at = next, .running = false, .failures = error ? known.failures + 1 : 0};
      return;
    }
    keep_books(services, [&](db::Transaction& tx) {
      tx.enqueue(sql::finish_job, {{"name", turn.job->name}, {"fence", turn.lease.fence}, {"next_run_at", next}, {"now", now}, {"error", error}});
    });
  }

  void take(Turn const& turn) { finish(turn, run(services, *turn.job, turn.lease)); }

  int run_due() {
    if (!begun) begin();
    int ran = 0;
    for (auto const* job : due()) {
      if (is_stopping()) break;
      auto turn = claim(*job);
      if (!turn) continue;
      take(*turn);
      ++ran;
    }
    return ran;
  }

  std::optional<Turn> next_turn() {
    if (!begun) begin();
    for (auto const* job : due())
      if (auto turn = claim(*job)) return turn;
    return std::nullopt;
  }

  /// One thread at a time looks and sleeps; when it has found something, the next one takes its place.
  std::optional<Turn> wait_for_turn() {
    std::lock_guard leading(lead);
    while (!is_stopping()) {
      try {
        if (auto turn = next_turn()) return turn;
      } catch (std::exception const& failure) { log::error("scheduler.failed", {{"reason", failure.what()}}); }
      std::unique_lock lock(mutex);
      changed.wait_for(lock, tick, [&] { return stopping; });
    }
    return std::nullopt;
  }

  void loop() {
    while (auto turn = wait_for_turn()) {
      try {
        take(*turn);
      } catch (std::exception const& failure) { log::error("scheduler.failed", {{"reason", failure.what()}}); }
    }
  }

  bool is_stopping() {
    std::lock_guard lock(mutex);
    return stopping;
  }

  Local at(Job const& job) const {
    std::lock_guard lock(mutex);
    return local.find(job.name)->second;
  }

  /// How late a run is that could begin now; a look that found nothing to do was in time.
  double behind(JobRow const& row, Job const& job, Instant now) const {
    return row.lease_until <= now ? seconds_between(std::max(row.next_run_at, at(job).idle_at), now) : 0;
  }

  std::vector<JobRow> rows() const {
    auto rows = services.database.read([](db::Executor& db) { return db.all<JobRow>(sql::all_jobs); });
    std::erase_if(rows, [&](JobRow const& row) { return !jobs.contains(row.name) || jobs.find(row.name)->second.on_every_node; });
    for (auto const& [name, job] : jobs) {
      auto const known = at(job);
      if (job.on_every_node) rows.push_back({name, known.running ? never : Instant{}, known.next_run_at, known.failures});
    }
    return rows;
  }

  Services& services;
  std::string const node;
  ByName const jobs;
  std::atomic<bool> begun{false};
  std::mutex lead;
  mutable std::mutex mutex;  ///< of what follows; never held while the database is asked
  std::condition_variable changed;
  bool stopping = false;
  std::map<std::string, Local, std::less<>> local;
  std::vector<std::thread> threads;
};

Scheduler::Scheduler(Services& services, std::string node, std::vector<Job> jobs)
    : impl_(std::make_unique<Impl>(services, std::move(node), by_name(std::move(jobs)))) {}

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
  auto const now = impl_->services.clock.now();
  std::map<std::string, double> figures{{"behind_seconds", 0}, {"failing", 0}};
  for (auto const& row : impl_->rows()) {
    auto const label = "{job=\"" + row.name + "\"}";
    auto const behind = impl_->behind(row, impl_->jobs.find(row.name)->second, now);
    figures["behind_seconds"] = std::max(figures["behind_seconds"], behind);
    figures["failing"] += row.failures > 0;
    figures["behind_seconds" + label] = behind;
    figures["failures" + label] = static_cast<double>(row.failures);
  }
  return figures;
}

}  // namespace zx::jobs
