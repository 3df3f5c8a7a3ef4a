#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "platform/i18n/catalogue.hpp"
#include "platform/jobs/bookkeeping.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/jobs/sql.hpp"
#include "platform/jobs/task_row.hpp"
#include "platform/log/log.hpp"

namespace zx::jobs {
namespace {

constexpr Milliseconds lease = std::chrono::minutes(2);
/// Several fit into a lease: a node is lost when it missed a few of them.
constexpr auto beat_pause = std::chrono::seconds(20);

struct QueuedTask {
  TaskKey key;
  std::string kind;
  TaskWork work;
};

struct TaskRow {
  Uuid id;
  std::string kind;
  TaskState state = TaskState::waiting;
  std::int64_t done = 0;
  std::int64_t total = 0;
  std::string result;
  std::string failure;
  std::string failure_detail;
  Instant created_at;
  std::optional<Instant> finished_at;
};
BOOST_DESCRIBE_STRUCT(TaskRow, (), (id, kind, state, done, total, result, failure, failure_detail, created_at, finished_at))

struct FieldDetail {
  std::string code;
  RefusalArguments arguments;
};
BOOST_DESCRIBE_STRUCT(FieldDetail, (), (code, arguments))

/// What the text of a failure needs beside its code.
struct FailureDetail {
  RefusalArguments arguments;
  std::vector<FieldDetail> fields;
};
BOOST_DESCRIBE_STRUCT(FailureDetail, (), (arguments, fields))

std::string detail_of(Refusal const& refusal) {
  FailureDetail detail{refusal.arguments, {}};
  for (auto const& field : refusal.fields) detail.fields.push_back({field.code, field.arguments});
  return to_json(detail);
}

/// The fields' texts where there are any, as a refused request has them.
std::optional<std::string> text_of(ReadContext const& ctx, TaskRow const& row) {
  if (row.failure.empty()) return std::nullopt;
  auto detail = from_json<FailureDetail>(row.failure_detail).value();
  if (detail.fields.empty()) return ctx.services.texts.text(ctx.actor.language, row.failure, detail.arguments);
  std::string text;
  for (auto const& field : detail.fields) text += (text.empty() ? "" : "\n") + ctx.services.texts.text(ctx.actor.language, field.code, field.arguments);
  return text;
}

Result<std::string> run(QueuedTask const& task, TaskProgress& progress) {
  try {
    return task.work(progress);
  } catch (std::exception const& failure) {
    log::error("task.broken", {{"kind", task.kind}, {"id", task.key.id}, {"reason", failure.what()}});
    return Refusal::of(RefusalKind::unavailable, "task.broken");
  }
}

TaskEnd end_of(Result<std::string> outcome, bool told_to_cancel, bool shutting_down) {
  if (outcome) return {.state = TaskState::succeeded, .result = std::move(outcome).value(), .failure = {}};
  if (told_to_cancel && shutting_down) return {.state = TaskState::failed, .failure = "task.interrupted"};
  if (told_to_cancel) return {.state = TaskState::cancelled};
  return {.state = TaskState::failed, .failure = outcome.refusal().code, .failure_detail = detail_of(outcome.refusal())};
}

}  // namespace

struct Tasks::Impl {
  /// What an earlier process of this node did not finish will not be finished by anyone.
  void interrupt_leftovers() {
    keep_books(services, [&](db::Transaction& tx) { tx.enqueue(sql::interrupt_tasks_of, {{"node", node}, {"now", services.clock.now()}}); });
  }

  void insert(TaskKey const& key, std::string const& kind, UserId created_by) {
    auto const now = services.clock.now();
    keep_books(services, [&](db::Transaction& tx) {
      tx.enqueue(sql::insert_task, {{"org_id", key.organization},
                                    {"id", key.id},
                                    {"kind", kind},
                                    {"created_by", created_by},
                                    {"node", node},
                                    {"now", now},
                                    {"lease_until", now + lease}});
    });
  }

  /// Writes only when there is something to write.
  void beat() {
    auto const now = services.clock.now();
    if (has_tasks()) keep_books(services, [&](db::Transaction& tx) { tx.enqueue(sql::renew_tasks_of, {{"node", node}, {"lease_until", now + lease}}); });
    auto const lost = services.database.read([&](db::Executor& db) { return db.one<std::int64_t>(sql::any_lost_task, {{"now", now}}); });
    if (lost) keep_books(services, [&](db::Transaction& tx) { tx.enqueue(sql::give_up_lost_tasks, {{"now", now}}); });
  }

  void beat_until_stopped() {
    for (;;) {
      try {
        beat();
      } catch (std::exception const& failure) { log::warning("task.beat", {{"reason", failure.what()}}); }
      std::unique_lock lock(mutex);
      if (stopped.wait_for(lock, beat_pause, [&] { return stopping; })) return;
    }
  }

  bool has_tasks() {
    std::lock_guard lock(mutex);
    return running > 0 || !queue.empty();
  }

  void enqueue(QueuedTask task) {
    {
      std::lock_guard lock(mutex);
      queue.push_back(std::move(task));
    }
    arrived.notify_one();
  }

  std::optional<QueuedTask> take() {
    std::unique_lock lock(mutex);
    arrived.wait(lock, [&] { return stopping || !queue.empty(); });
    if (stopping) return std::nullopt;
    auto task = std::move(queue.front());
    queue.pop_front();
    ++running;
    return task;
  }

  void perform(QueuedTask const& task) {
    RowProgress progress(services, task.key, [this] { return is_stopping(); });
    if (!progress.start()) return progress.finish({.state = TaskState::cancelled});
    show(task.key.id, &progress);
    auto outcome = run(task, progress);
    show(task.key.id, nullptr);
    progress.finish(end_of(std::move(outcome), progress.was_told_to_cancel(), is_stopping()));
  }

  void show(Uuid id, RowProgress const* progress) {
    std::lock_guard lock(mutex);
    if (progress) shown[id] = progress;
    else shown.erase(id);
  }

  std::optional<TaskCount> count_of(Uuid id) {
    std::lock_guard lock(mutex);
    auto const found = shown.find(id);
    return found == shown.end() ? std::nullopt : std::optional(found->second->count());
  }

  void loop() {
    while (auto task = take()) {
      try {
        perform(*task);
      } catch (std::exception const& failure) { log::error("task.lost", {{"kind", task->kind}, {"id", task->key.id}, {"reason", failure.what()}}); }
      std::lock_guard lock(mutex);
      --running;
    }
  }

  bool is_stopping() {
    std::lock_guard lock(mutex);
    return stopping;
  }

  Services& services;
  std::string const node;
  int const thread_count;
  std::mutex mutex;
  std::condition_variable arrived, stopped;
  std::deque<QueuedTask> queue;
  std::map<Uuid, RowProgress const*> shown;  ///< of what runs
  int running = 0;
  bool stopping = false;
  std::vector<std::thread> threads;
};

Tasks::Tasks(Services& services, std::string node, int threads) : impl_(new Impl{services, std::move(node), threads}) {}

Tasks::~Tasks() { stop(); }

void Tasks::start() {
  if (!impl_->threads.empty()) return;
  impl_->interrupt_leftovers();
  for (int i = 0; i < impl_->thread_count; ++i) impl_->threads.emplace_back([this] { impl_->loop(); });
  impl_->threads.emplace_back([this] { impl_->beat_until_stopped(); });
}

void Tasks::stop() {
  {
    std::lock_guard lock(impl_->mutex);
    if (impl_->threads.empty()) return;
    impl_->stopping = true;
  }
  impl_->arrived.notify_all();
  impl_->stopped.notify_all();
  for (auto& thread : impl_->threads) thread.join();
  impl_->threads.clear();
  impl_->queue.clear();
  try {
    impl_->interrupt_leftovers();
  } catch (std::exception const& failure) {  // then the next start does it
    log::warning("task.leftovers", {{"reason", failure.what()}});
  }
}

void Tasks::beat() { impl_->beat(); }

Uuid Tasks::submit(Actor const& actor, std::string kind, TaskWork work) {
  TaskKey const key{actor.organization, Uuid::v7()};
  impl_->insert(key, kind, actor.user);
  impl_->enqueue({key, std::move(kind), std::move(work)});
  return key.id;
}

std::optional<TaskCount> Tasks::count_of(Uuid id) const { return impl_->count_of(id); }

std::optional<TaskView> Tasks::find(ReadContext const& ctx, Uuid id) {
  auto row = ctx.db.one<TaskRow>(sql::find_task, {{"org_id", ctx.actor.organization}, {"id", id}, {"created_by", ctx.actor.user}});
  if (!row) return std::nullopt;
  auto text = text_of(ctx, *row);
  if (row->state == TaskState::running && ctx.services.tasks) {
    // A long transaction cannot write how far it is; the node it runs on knows.
    if (auto const count = ctx.services.tasks->count_of(id); count && (count->done > 0 || count->total > 0)) row->done = count->done, row->total = count->total;
  }
  return TaskView{.id = row->id,
                  .kind = std::move(row->kind),
                  .state = row->state,
                  .done = row->done,
                  .total = row->total,
                  .result = json::Raw{std::move(row->result)},
                  .failure = std::move(row->failure),
                  .text = std::move(text),
                  .created_at = row->created_at,
                  .finished_at = row->finished_at};
}

Result<void> Tasks::cancel(Context const& ctx, Uuid id) {
  if (ctx.db.execute(sql::request_cancel, {{"org_id", ctx.actor.organization}, {"id", id}, {"created_by", ctx.actor.user}}) > 0) return {};
  if (!find(ctx, id)) return Refusal::not_found("task.not_found");
  return Refusal::conflict("task.already_finished");
}

}  // namespace zx::jobs
