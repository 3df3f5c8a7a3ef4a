#pragma once
// Work by the clock and work that takes long.
//
// A Job runs on one node at a time: it is claimed with a lease and a fencing number that grows with every claim; a
// holder that slept past its lease fails `still_mine` and must write nothing more. A node that starts frees the leases of
// its own former self, so that a restart waits for nothing; only a node that stays away is waited for.
// A Task is long work a person started (import, export): its row holds progress and result, so that the page can be
// left and returned to, and it can be cancelled between steps.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/base/json.hpp"
#include "platform/context.hpp"

namespace zx::jobs {

struct Lease {
  std::string job;
  std::string node;
  std::int64_t fence = 0;
  Instant until;
};

struct Job {
  std::string name;    ///< "followup.mark_overdue"
  Milliseconds every;  ///< from the end of one run to the start of the next
  Milliseconds lease;  ///< longer than a run takes
  std::function<void(Services&, Lease const&)> run;
  /// An indexed read that says whether a run would find anything: an idle tick is then that read, without a claim and
  /// without a write. Absent: there always may be something. May err on the side of true only.
  std::function<bool(db::Executor&, Instant now)> has_work = {};
  /// Each node runs it for itself, without a lease: what it works on it claims row by row. `Lease::fence` is 0.
  bool on_every_node = false;
  /// Before the first run in this process: gives free what this node's former self had in hand.
  std::function<void(Services&, std::string const& node)> recover = {};
};

/// True while the lease is still this node's; call it inside the transaction that writes.
bool still_mine(db::Transaction& tx, Lease const& lease, Instant now);

/// Runs jobs on a few threads of its own: one that takes long (a backup) does not hold up the others.
/// A run that throws is tried again after `every`, at most five minutes.
class Scheduler {
 public:
  /// `node` is the same after a restart, and no other node's (its address and data directory, say).
  Scheduler(Services& services, std::string node, std::vector<Job> jobs);
  ~Scheduler();
  void start();
  void stop();  ///< waits for the running ones, whose leases end with them
  /// Runs what is due now, one after the other, on the calling thread; for tests and the command line. Returns how many ran.
  int run_due();
  /// For /metrics and /readyz: "behind_seconds" of the job that waits longest for its run, "failing" jobs, and per job
  /// `behind_seconds{job="…"}` and `failures{job="…"}` (in a row, until a run succeeds).
  std::map<std::string, double> figures() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

enum class TaskState { waiting, running, succeeded, failed, cancelled };
BOOST_DESCRIBE_ENUM(TaskState, waiting, running, succeeded, failed, cancelled)

struct TaskView {
  Uuid id;
  std::string kind;  ///< "import.follow_up_sheet"
  TaskState state = TaskState::waiting;
  std::int64_t done = 0;
  std::int64_t total = 0;
  json::Raw result;                 ///< kind-specific; null until finished
  std::string failure;              ///< refusal code when failed
  std::optional<std::string> text;  ///< what it says, in the reader's language
  Instant created_at;
  std::optional<Instant> finished_at;
};
BOOST_DESCRIBE_STRUCT(TaskView, (), (id, kind, state, done, total, result, failure, text, created_at, finished_at))

struct TaskCount {
  std::int64_t done = 0;
  std::int64_t total = 0;
};

/// Given to running work. `report` and `cancelled` are for use between its transactions, never inside one: `report` is cheap
/// (writes at most every 250 ms), `cancelled` reads the row's wish. `mention` is for inside a long transaction: it is kept in
/// memory, for whoever asks this node. A total of 0 is not known yet.
class TaskProgress {
 public:
  virtual ~TaskProgress() = default;
  virtual void report(std::int64_t done, std::int64_t total) = 0;
  virtual void mention(std::int64_t /*done*/, std::int64_t /*total*/) {}
  virtual bool cancelled() = 0;
};

/// Work of a task: returns its result as JSON, or a refusal. When `cancelled()` told it so, it undoes or leaves what it
/// may and returns any refusal: the task counts as cancelled. Returning a result after all counts as success.
using TaskWork = std::function<Result<std::string>(TaskProgress&)>;

/// Runs tasks on a small pool of threads. A task that was running when the process died is marked failed
/// ("task.interrupted") at the next start of the node that ran it, or by another node when it has not been heard of for
/// two minutes ("task.node_lost"). Work that throws is "task.broken".
class Tasks {
 public:
  /// `node` is the same after a restart, and no other node's (its address, say).
  Tasks(Services& services, std::string node, int threads = 2);
  ~Tasks();
  void start();
  /// Asks running work to cancel itself and waits for it; what still waits is marked interrupted.
  void stop();
  /// Says that this node's tasks are in good hands, and gives up those of nodes that have died. A thread of its own does
  /// it every 20 seconds.
  void beat();
  /// Writes the row and queues the work. Not inside a transaction.
  Uuid submit(Actor const& actor, std::string kind, TaskWork work);
  /// How far a task is that runs here.
  std::optional<TaskCount> count_of(Uuid id) const;
  /// Only the person who started it sees it.
  static std::optional<TaskView> find(ReadContext const& ctx, Uuid id);
  /// Refuses: task.not_found, task.already_finished.
  static Result<void> cancel(Context const& ctx, Uuid id);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Forgets tasks that ended more than 30 days ago.
Job forget_old_tasks();

}  // namespace zx::jobs
