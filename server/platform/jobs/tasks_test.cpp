#include <atomic>
#include <thread>

#include "platform/jobs/jobs.hpp"
#include "platform/testing/test_world.hpp"

namespace zx::jobs {
namespace {

using namespace std::chrono_literals;

/// Opens once, for good.
class Gate {
 public:
  void open() { open_ = true; }
  bool is_open() const { return open_; }
  void wait() const {
    for (int i = 0; i < 1000 && !open_; ++i) std::this_thread::sleep_for(5ms);
  }

 private:
  std::atomic<bool> open_{false};
};

struct LongWork : fixture::EachEngine {
  TaskView seen(Uuid id) {
    auto view = world().read([&](ReadContext const& ctx) { return Tasks::find(ctx, id); });
    EXPECT_TRUE(view);
    return view.value_or(TaskView{});
  }
  TaskView ended(Uuid id) {
    for (int i = 0; i < 1000; ++i) {
      if (auto view = seen(id); view.finished_at) return view;
      std::this_thread::sleep_for(5ms);
    }
    ADD_FAILURE() << "the task did not end";
    return {};
  }
  Result<void> cancelled(Uuid id) {
    return world().try_write([&](Context& ctx) { return Tasks::cancel(ctx, id); });
  }
};
ON_EACH_ENGINE(LongWork);

TEST_P(LongWork, a_task_leaves_its_result) {
  Tasks tasks(world().services, "a");
  tasks.start();
  auto id = tasks.submit(world().actor, "import.sheet", [](TaskProgress& progress) -> Result<std::string> {
    progress.report(3, 3);
    return std::string(R"({"rows":3})");
  });
  auto view = ended(id);
  EXPECT_EQ(view.state, TaskState::succeeded);
  EXPECT_EQ(view.result.text, R"({"rows":3})");
  EXPECT_EQ(view.kind, "import.sheet");
  EXPECT_EQ(view.done, 3);
  EXPECT_EQ(view.total, 3);
}

TEST_P(LongWork, progress_is_seen_while_it_runs) {
  Tasks tasks(world().services, "a");
  tasks.start();
  Gate reported, seen_it;
  auto id = tasks.submit(world().actor, "import.sheet", [&](TaskProgress& progress) -> Result<std::string> {
    progress.report(10, 40);
    reported.open();
    seen_it.wait();
    return std::string("null");
  });
  reported.wait();
  auto view = seen(id);
  EXPECT_EQ(view.state, TaskState::running);
  EXPECT_EQ(view.done, 10);
  EXPECT_EQ(view.total, 40);
  EXPECT_EQ(view.result.text, "null");
  seen_it.open();
  ended(id);
}

TEST_P(LongWork, a_long_transaction_is_heard_of_while_it_runs) {
  Tasks tasks(world().services, "a");
  world().services.tasks = &tasks;
  tasks.start();
  Gate mentioned, seen_it;
  auto id = tasks.submit(world().actor, "import.sheet", [&](TaskProgress& progress) -> Result<std::string> {
    world().write([&](Context&) -> Result<void> {
      progress.mention(7, 40);
      mentioned.open();
      seen_it.wait();
      return {};
    });
    return std::string("null");
  });
  mentioned.wait();
  auto view = seen(id);
  EXPECT_EQ(view.done, 7);
  EXPECT_EQ(view.total, 40);
  seen_it.open();
  EXPECT_EQ(ended(id).done, 7) << "what was mentioned last is kept at the end";
  world().services.tasks = nullptr;
}

TEST_P(LongWork, a_refusal_is_its_failure) {
  Tasks tasks(world().services, "a");
  tasks.start();
  auto refused = tasks.submit(world().actor, "import.sheet", [](TaskProgress&) -> Result<std::string> { return Refusal::invalid("sheet.no_rows"); });
  auto broken = tasks.submit(world().actor, "import.sheet", [](TaskProgress&) -> Result<std::string> { throw std::runtime_error("bug"); });
  EXPECT_EQ(ended(refused).state, TaskState::failed);
  EXPECT_EQ(ended(refused).failure, "sheet.no_rows");
  EXPECT_EQ(ended(broken).failure, "task.broken");
}

TEST_P(LongWork, a_failure_speaks_the_readers_language_and_names_its_numbers) {
  Tasks tasks(world().services, "a");
  tasks.start();
  auto failing_with = [&](Refusal refusal) {
    return tasks.submit(world().actor, "import.sheet", [refusal](TaskProgress&) -> Result<std::string> { return refusal; });
  };
  auto text_of = [&](Uuid id, std::string language) {
    ended(id);
    world().actor.language = std::move(language);
    return seen(id).text.value_or("");
  };
  auto whole = failing_with(Refusal::invalid("field.too_many", {{"most", "7"}}));
  EXPECT_EQ(text_of(whole, "zh"), "太多，最多 7 个。");
  EXPECT_EQ(text_of(whole, "en"), world().services.texts.text("en", "field.too_many", {{"most", "7"}}));
  auto field = failing_with(Refusal::invalid_field("owner_id", "field.too_long", {{"most", "9"}}));
  EXPECT_EQ(text_of(field, "zh"), "太长，最多 9 个字。");
  auto good = tasks.submit(world().actor, "import.sheet", [](TaskProgress&) -> Result<std::string> { return std::string("{}"); });
  ended(good);
  EXPECT_FALSE(seen(good).text);
}

TEST_P(LongWork, a_cancelled_task_stops) {
  Tasks tasks(world().services, "a");
  tasks.start();
  Gate begun;
  auto id = tasks.submit(world().actor, "import.sheet", [&](TaskProgress& progress) -> Result<std::string> {
    begun.open();
    for (int i = 0; i < 1000; ++i) {
      if (progress.cancelled()) return Refusal::conflict("import.stopped");
      std::this_thread::sleep_for(5ms);
    }
    return std::string("null");
  });
  begun.wait();
  EXPECT_TRUE(cancelled(id));
  EXPECT_EQ(ended(id).state, TaskState::cancelled);
  EXPECT_EQ(cancelled(id).refusal().code, "task.already_finished");
}

TEST_P(LongWork, a_task_cancelled_while_it_waits_never_runs) {
  Tasks tasks(world().services, "a", 1);
  tasks.start();
  Gate free;
  tasks.submit(world().actor, "import.sheet", [&](TaskProgress&) -> Result<std::string> {
    free.wait();
    return std::string("null");
  });
  std::atomic<bool> ran{false};
  auto waiting = tasks.submit(world().actor, "import.sheet", [&](TaskProgress&) -> Result<std::string> {
    ran = true;
    return std::string("null");
  });
  EXPECT_TRUE(cancelled(waiting));
  free.open();
  EXPECT_EQ(ended(waiting).state, TaskState::cancelled);
  EXPECT_FALSE(ran);
}

TEST_P(LongWork, only_who_started_it_sees_it) {
  Tasks tasks(world().services, "a");
  auto id = tasks.submit(world().actor, "import.sheet", [](TaskProgress&) -> Result<std::string> { return std::string("null"); });
  auto colleague = fixture::someone_of(world().organization, "李四");
  EXPECT_FALSE(world().read_as(colleague, [&](ReadContext const& ctx) { return Tasks::find(ctx, id); }));
  auto refused = world().try_write_as(colleague, [&](Context& ctx) { return Tasks::cancel(ctx, id); });
  EXPECT_EQ(refused.refusal().code, "task.not_found");
}

TEST_P(LongWork, what_a_dead_process_left_is_marked_interrupted) {
  Uuid left;
  {
    Tasks dead(world().services, "a");  // never started: as if it had died before
    left = dead.submit(world().actor, "import.sheet", [](TaskProgress&) -> Result<std::string> { return std::string("null"); });
  }
  Tasks other(world().services, "b");
  other.start();
  EXPECT_EQ(seen(left).state, TaskState::waiting) << "another node's tasks are its own affair";
  Tasks again(world().services, "a");
  again.start();
  EXPECT_EQ(seen(left).state, TaskState::failed);
  EXPECT_EQ(seen(left).failure, "task.interrupted");
}

TEST_P(LongWork, what_a_dead_node_left_is_given_up_by_another) {
  Uuid left;
  {
    Tasks dead(world().services, "a");  // never started: as if it had died before
    left = dead.submit(world().actor, "import.sheet", [](TaskProgress&) -> Result<std::string> { return std::string("null"); });
  }
  Tasks other(world().services, "b");
  world().clock.advance(1min);
  other.beat();
  EXPECT_EQ(seen(left).state, TaskState::waiting) << "it may only be slow";
  world().clock.advance(2min);
  other.beat();
  EXPECT_EQ(seen(left).state, TaskState::failed);
  EXPECT_EQ(seen(left).failure, "task.node_lost");
  for (auto const* language : {"zh", "en"}) EXPECT_NE(world().services.texts.text(language, "task.node_lost"), "task.node_lost");
}

TEST_P(LongWork, a_living_nodes_tasks_are_not_given_up_however_long_they_take) {
  Tasks tasks(world().services, "a", 1), other(world().services, "b");
  tasks.start();
  Gate begun, free;
  auto running = tasks.submit(world().actor, "import.sheet", [&](TaskProgress&) -> Result<std::string> {
    begun.open();
    free.wait();
    return std::string("null");
  });
  auto waiting = tasks.submit(world().actor, "import.sheet", [](TaskProgress&) -> Result<std::string> { return std::string("null"); });
  begun.wait();
  for (int i = 0; i < 5; ++i) {
    world().clock.advance(1min);
    tasks.beat();
    other.beat();
  }
  free.open();
  EXPECT_EQ(ended(running).state, TaskState::succeeded);
  EXPECT_EQ(ended(waiting).state, TaskState::succeeded);
}

TEST_P(LongWork, a_node_that_was_given_up_ends_its_work_when_it_wakes) {
  Tasks tasks(world().services, "a", 1), other(world().services, "b");
  tasks.start();
  Gate begun, woken, told;
  auto id = tasks.submit(world().actor, "import.sheet", [&](TaskProgress& progress) -> Result<std::string> {
    begun.open();
    woken.wait();
    if (progress.cancelled()) told.open();
    return Refusal::conflict("import.stopped");
  });
  begun.wait();
  world().clock.advance(3min);
  other.beat();
  woken.open();
  tasks.stop();
  EXPECT_TRUE(told.is_open());
  EXPECT_EQ(seen(id).failure, "task.node_lost");
}

TEST_P(LongWork, stopping_the_server_interrupts_what_runs) {
  Tasks tasks(world().services, "a");
  tasks.start();
  Gate begun;
  auto id = tasks.submit(world().actor, "import.sheet", [&](TaskProgress& progress) -> Result<std::string> {
    begun.open();
    while (!progress.cancelled()) std::this_thread::sleep_for(5ms);
    return Refusal::conflict("import.stopped");
  });
  begun.wait();
  tasks.stop();
  EXPECT_EQ(seen(id).state, TaskState::failed);
  EXPECT_EQ(seen(id).failure, "task.interrupted");
}

TEST_P(LongWork, old_tasks_are_forgotten) {
  Tasks tasks(world().services, "a");
  tasks.start();
  auto id = tasks.submit(world().actor, "import.sheet", [](TaskProgress&) -> Result<std::string> { return std::string("null"); });
  ended(id);
  world().clock.advance(std::chrono::hours(24 * 31));
  Scheduler scheduler(world().services, "a", {forget_old_tasks()});
  scheduler.run_due();
  EXPECT_FALSE(world().read([&](ReadContext const& ctx) { return Tasks::find(ctx, id); }));
}

}  // namespace
}  // namespace zx::jobs
