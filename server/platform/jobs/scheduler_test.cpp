#include <atomic>
#include <thread>

#include "platform/jobs/jobs.hpp"
#include "platform/testing/test_world.hpp"

namespace zx::jobs {
namespace {

using namespace std::chrono_literals;

struct Schedule : fixture::EachEngine {
  std::vector<Lease> leases;

  Job counting(Milliseconds every = 10min) {
    return {.name = "test.count", .every = every, .lease = 5min, .run = [this](Services&, Lease const& lease) { leases.push_back(lease); }};
  }
  bool holds(Lease const& lease) {
    auto held = world().database().write([&](db::Transaction& tx) -> Result<bool> { return still_mine(tx, lease, world().clock.now()); });
    return held.value();
  }
};
ON_EACH_ENGINE(Schedule);

TEST_P(Schedule, a_job_runs_at_first_and_then_after_its_pause) {
  Scheduler scheduler(world().services, "a", {counting()});
  EXPECT_EQ(scheduler.run_due(), 1);
  EXPECT_EQ(scheduler.run_due(), 0);
  world().clock.advance(10min - 1ms);
  EXPECT_EQ(scheduler.run_due(), 0);
  world().clock.advance(1ms);
  EXPECT_EQ(scheduler.run_due(), 1);
}

TEST_P(Schedule, two_nodes_share_one_schedule) {
  Scheduler first(world().services, "a", {counting()});
  Scheduler second(world().services, "b", {counting()});
  EXPECT_EQ(first.run_due() + second.run_due(), 1);
}

TEST_P(Schedule, a_lease_is_held_by_one_node_and_the_fence_grows) {
  Scheduler second(world().services, "b", {counting()});
  int ran_beside = -1;
  Job watching{.name = "test.count", .every = 10min, .lease = 5min, .run = [&](Services&, Lease const& lease) {
                 leases.push_back(lease);
                 EXPECT_TRUE(holds(lease));
                 ran_beside = second.run_due();
               }};
  Scheduler first(world().services, "a", {watching});
  first.run_due();
  EXPECT_EQ(ran_beside, 0);
  world().clock.advance(10min);
  second.run_due();
  ASSERT_EQ(leases.size(), 2u);
  EXPECT_EQ(leases[0].node, "a");
  EXPECT_EQ(leases[1].node, "b");
  EXPECT_GT(leases[1].fence, leases[0].fence);
}

TEST_P(Schedule, a_holder_that_slept_past_its_lease_is_fenced_off) {
  Scheduler second(world().services, "b", {counting()});
  Job sleeping{.name = "test.count", .every = 10min, .lease = 5min, .run = [&](Services&, Lease const& lease) {
                 world().clock.advance(6min);
                 EXPECT_FALSE(holds(lease));
                 EXPECT_EQ(second.run_due(), 1) << "the lease is free for others";
                 EXPECT_FALSE(holds(lease));
               }};
  Scheduler first(world().services, "a", {sleeping});
  first.run_due();
  EXPECT_EQ(second.run_due(), 0) << "the late end of the first run changed nothing";
}

TEST_P(Schedule, a_failing_job_is_counted_and_tried_again) {
  bool fail = true;
  Job failing{.name = "test.fail", .every = 1h, .lease = 5min, .run = [&](Services&, Lease const&) {
                if (fail) throw std::runtime_error("no mail server");
              }};
  Scheduler scheduler(world().services, "a", {failing});
  scheduler.run_due();
  EXPECT_EQ(scheduler.figures()["failing"], 1);
  EXPECT_EQ(scheduler.figures()["failures{job=\"test.fail\"}"], 1);
  fail = false;
  world().clock.advance(5min);
  EXPECT_EQ(scheduler.run_due(), 1);
  EXPECT_EQ(scheduler.figures()["failing"], 0);
}

TEST_P(Schedule, a_schedule_that_stands_still_shows) {
  Scheduler scheduler(world().services, "a", {counting()});
  scheduler.run_due();
  world().clock.advance(10min + 90s);
  EXPECT_EQ(scheduler.figures()["behind_seconds"], 90);
  scheduler.run_due();
  EXPECT_EQ(scheduler.figures()["behind_seconds"], 0);
}

TEST_P(Schedule, a_job_without_work_is_looked_for_and_not_claimed) {
  bool work = false;
  int looks = 0;
  auto job = counting(1min);
  job.has_work = [&](db::Executor&, Instant) { return ++looks, work; };
  Scheduler scheduler(world().services, "a", {job});
  EXPECT_EQ(scheduler.run_due(), 0);
  EXPECT_EQ(world().read([](ReadContext const& ctx) {
    db::Statement const fence{"fence", "SELECT fence FROM scheduled_job", "SELECT fence FROM scheduled_job"};
    return ctx.db.sure<std::int64_t>(fence);
  }),
            0)
      << "nothing was written";
  work = true;
  world().clock.advance(59s);
  EXPECT_EQ(scheduler.run_due(), 0) << "a look that found nothing counts as a run";
  EXPECT_EQ(looks, 1);
  world().clock.advance(1s);
  EXPECT_EQ(scheduler.run_due(), 1);
  EXPECT_EQ(leases.size(), 1u);
}

TEST_P(Schedule, a_job_that_is_looked_for_in_time_is_not_behind) {
  auto job = counting(1s);
  job.has_work = [](db::Executor&, Instant) { return false; };
  Scheduler scheduler(world().services, "a", {job});
  for (int i = 0; i < 100; ++i) {
    scheduler.run_due();
    world().clock.advance(1s);
  }
  EXPECT_EQ(scheduler.figures()["behind_seconds"], 1);
  world().clock.advance(60s);
  EXPECT_EQ(scheduler.figures()["behind_seconds"], 61) << "nobody looks any more";
}

TEST_P(Schedule, a_restarted_node_does_not_wait_for_its_own_leases) {
  Scheduler other(world().services, "b", {counting()});
  bool first_life = true;
  Job dying{.name = "test.count", .every = 10min, .lease = 1h, .run = [&](Services&, Lease const& lease) {
              leases.push_back(lease);
              if (!std::exchange(first_life, false)) return;
              Scheduler stranger(world().services, "b", {counting()});
              EXPECT_EQ(stranger.run_due(), 0) << "another node's start frees nothing of ours";
              Scheduler reborn(world().services, "a", {counting()});
              EXPECT_EQ(reborn.run_due(), 1);
              EXPECT_FALSE(holds(lease)) << "the former self writes nothing more";
              EXPECT_GT(leases.back().fence, lease.fence);
            }};
  Scheduler first(world().services, "a", {dying});
  first.run_due();
  EXPECT_EQ(leases.size(), 2u);
}

TEST_P(Schedule, a_node_recovers_once_before_its_first_run) {
  std::vector<std::string> happened;
  Job job{.name = "test.count",
          .every = 1s,
          .lease = 5min,
          .run = [&](Services&, Lease const&) { happened.push_back("run"); },
          .recover = [&](Services&, std::string const& node) { happened.push_back("recover " + node); }};
  Scheduler scheduler(world().services, "a", {job});
  scheduler.run_due();
  world().clock.advance(1s);
  scheduler.run_due();
  EXPECT_EQ(happened, (std::vector<std::string>{"recover a", "run", "run"}));
}

TEST_P(Schedule, what_every_node_runs_needs_no_lease) {
  auto job = counting(1min);
  job.on_every_node = true;
  Scheduler first(world().services, "a", {job}), second(world().services, "b", {job});
  EXPECT_EQ(first.run_due() + second.run_due(), 2);
  EXPECT_EQ(first.run_due(), 0);
  world().clock.advance(90s);
  EXPECT_EQ(first.figures()["behind_seconds"], 30);
  EXPECT_EQ(first.run_due(), 1);
  EXPECT_EQ(first.figures()["behind_seconds"], 0);
}

TEST_P(Schedule, a_long_job_does_not_hold_up_the_others) {
  std::atomic<bool> quick_ran{false}, long_done{false};
  Job slow{.name = "a.backup", .every = 1h, .lease = 1h, .run = [&](Services&, Lease const&) {
             for (int i = 0; i < 600 && !quick_ran; ++i) std::this_thread::sleep_for(5ms);
             long_done = true;
           }};
  Job quick{.name = "b.remind", .every = 1h, .lease = 1h, .run = [&](Services&, Lease const&) { quick_ran = !long_done; }};
  Scheduler scheduler(world().services, "a", {slow, quick});
  scheduler.start();
  for (int i = 0; i < 800 && !long_done; ++i) std::this_thread::sleep_for(5ms);
  scheduler.stop();
  EXPECT_TRUE(quick_ran);
  EXPECT_TRUE(long_done);
}

}  // namespace
}  // namespace zx::jobs
