#include "platform/events/events.hpp"

#include <atomic>
#include <thread>

#include "platform/events/housekeeping.hpp"
#include "platform/testing/test_world.hpp"

namespace zx::events {

struct Recorded {
  static constexpr std::string_view event_name = "followup.recorded";
  Uuid commitment;
  std::int64_t touch = 0;
};
BOOST_DESCRIBE_STRUCT(Recorded, (), (commitment, touch))

namespace {

using namespace std::chrono_literals;

db::Statement same(std::string_view name, std::string_view text) { return {name, text, text}; }

struct Events : fixture::EachEngine {
  std::atomic<int> ran{0};

  void publish_one(std::int64_t touch = 1) {
    world().write([&](Context& ctx) { publish(ctx, Recorded{.commitment = Uuid::v7(), .touch = touch}); });
  }
  Reaction counting(std::string name = "work.count") {
    return on<Recorded>(std::move(name), [this](Context&, Recorded const&) -> Result<void> {
      ++ran;
      return {};
    });
  }
  std::int64_t count(std::string_view text) {
    return world().database().read([&](db::Executor& db) { return db.sure<std::int64_t>(same(text, text)); });
  }
};
ON_EACH_ENGINE(Events);

TEST_P(Events, a_reaction_is_told_what_happened) {
  auto const commitment = Uuid::v7();
  std::optional<Recorded> told;
  std::optional<Actor> acting;
  Dispatcher dispatcher(world().services, {on<Recorded>("work.note", [&](Context& ctx, Recorded const& event) -> Result<void> {
                          told = event;
                          acting = ctx.actor;
                          return {};
                        })});
  world().write([&](Context& ctx) { publish(ctx, Recorded{.commitment = commitment, .touch = 3}); });
  EXPECT_EQ(dispatcher.drain(), 1);
  ASSERT_TRUE(told);
  EXPECT_EQ(told->commitment, commitment);
  EXPECT_EQ(told->touch, 3);
  EXPECT_EQ(acting->organization, world().organization);
  EXPECT_TRUE(acting->is_system);
  EXPECT_EQ(acting->name, "系统");
}

TEST_P(Events, a_reaction_runs_once) {
  Dispatcher dispatcher(world().services, {counting()});
  publish_one();
  EXPECT_EQ(dispatcher.drain(), 1);
  EXPECT_EQ(dispatcher.drain(), 0);
  EXPECT_EQ(ran, 1);
}

TEST_P(Events, events_come_in_the_order_they_were_published) {
  std::vector<std::int64_t> order;
  Dispatcher dispatcher(world().services, {on<Recorded>("work.order", [&](Context&, Recorded const& event) -> Result<void> {
                          order.push_back(event.touch);
                          return {};
                        })});
  for (int i = 1; i <= 5; ++i) publish_one(i);
  dispatcher.drain();
  EXPECT_EQ(order, (std::vector<std::int64_t>{1, 2, 3, 4, 5}));
}

TEST_P(Events, a_refused_change_publishes_nothing) {
  Dispatcher dispatcher(world().services, {counting()});
  auto refused = world().try_write([&](Context& ctx) -> Result<void> {
    publish(ctx, Recorded{});
    return Refusal::conflict("work_item.open_steps");
  });
  EXPECT_FALSE(refused);
  EXPECT_EQ(dispatcher.drain(), 0);
}

TEST_P(Events, a_commit_that_published_wakes_the_dispatcher) {
  std::atomic<int> woken{0};
  world().services.wake_dispatcher = [&] { ++woken; };
  publish_one();
  for (int i = 0; i < 200 && woken == 0; ++i) std::this_thread::sleep_for(5ms);
  EXPECT_GE(woken, 1);
}

TEST_P(Events, what_a_reaction_publishes_is_reacted_to) {
  Dispatcher dispatcher(world().services, {on<Recorded>("work.again", [&](Context& ctx, Recorded const& event) -> Result<void> {
                          if (event.touch < 3) publish(ctx, Recorded{.touch = event.touch + 1});
                          return {};
                        })});
  publish_one(1);
  EXPECT_EQ(dispatcher.drain(), 3);
}

TEST_P(Events, a_failing_reaction_is_tried_again) {
  int attempts = 0;
  Dispatcher dispatcher(world().services, {on<Recorded>("work.flaky",
                                                        [&](Context&, Recorded const&) -> Result<void> {
                                                          if (++attempts < 3) return Refusal::of(RefusalKind::unavailable, "mail.unreachable");
                                                          return {};
                                                        }),
                                           counting()});
  publish_one();
  EXPECT_EQ(dispatcher.drain(), 1);
  EXPECT_EQ(dispatcher.figures()["failed"], 1);
  EXPECT_EQ(dispatcher.drain(), 0) << "not before its pause is over";
  world().clock.advance(1s);
  EXPECT_EQ(dispatcher.drain(), 0);
  world().clock.advance(1s);
  EXPECT_EQ(attempts, 2) << "the second pause is longer";
  world().clock.advance(4s);
  EXPECT_EQ(dispatcher.drain(), 1);
  EXPECT_EQ(attempts, 3);
  EXPECT_EQ(ran, 1) << "the reaction that succeeded is not run again";
  EXPECT_EQ(dispatcher.figures()["pending"], 0);
}

TEST_P(Events, a_throwing_reaction_leaves_nothing_and_stops_no_other) {
  Dispatcher dispatcher(world().services, {on<Recorded>("work.broken",
                                                        [&](Context& ctx, Recorded const&) -> Result<void> {
                                                          publish(ctx, Recorded{});
                                                          throw std::runtime_error("disk full");
                                                        }),
                                           counting()});
  publish_one();
  EXPECT_EQ(dispatcher.drain(), 1);
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox_event"), 1);
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox_event WHERE last_error = 'work.broken: disk full'"), 1);
}

TEST_P(Events, an_event_nobody_reacts_to_is_done) {
  Dispatcher dispatcher(world().services, {});
  publish_one();
  EXPECT_EQ(dispatcher.drain(), 0);
  EXPECT_EQ(dispatcher.figures()["pending"], 0);
}

TEST_P(Events, a_reaction_that_a_newer_program_dropped_is_not_waited_for) {
  Dispatcher older(world().services,
                   {counting(), on<Recorded>("work.dropped", [](Context&, Recorded const&) -> Result<void> { return Refusal::conflict("x"); })});
  publish_one();
  EXPECT_EQ(older.drain(), 1);
  world().clock.advance(1min);
  Dispatcher newer(world().services, {counting()});
  EXPECT_EQ(newer.drain(), 0);
  EXPECT_EQ(newer.figures()["pending"], 0);
}

TEST_P(Events, many_events_share_transactions) {
  auto const* transactions = world().engine() == db::Engine::sqlite ? "sqlite_transactions_total" : "postgres_transactions_total";
  Dispatcher dispatcher(world().services, {counting(), counting("work.count_too")});
  for (int i = 0; i < 100; ++i) publish_one();
  auto const before = world().database().figures().at(transactions);
  EXPECT_EQ(dispatcher.drain(), 200);
  EXPECT_LT(world().database().figures().at(transactions) - before, 50);
  EXPECT_EQ(count("SELECT COUNT(*) FROM reaction_done"), 200);
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox_event WHERE done_at IS NULL"), 0);
}

TEST_P(Events, one_failing_among_many_holds_up_only_itself) {
  std::vector<std::int64_t> order;
  bool broken = true;
  Dispatcher dispatcher(world().services, {on<Recorded>("work.note",
                                                        [&](Context& ctx, Recorded const& event) -> Result<void> {
                                                          if (broken && event.touch == 5) throw std::runtime_error("disk full");
                                                          publish_json(ctx, "work.noted", std::to_string(event.touch));
                                                          return {};
                                                        }),
                                           {"work.noted", "work.order", [&](Context&, std::string const& touch) -> Result<void> {
                                              order.push_back(std::stoi(touch));
                                              return {};
                                            }}});
  for (int i = 1; i <= 9; ++i) publish_one(i);
  EXPECT_EQ(dispatcher.drain(), 16);
  EXPECT_EQ(order, (std::vector<std::int64_t>{1, 2, 3, 4, 6, 7, 8, 9}));
  EXPECT_EQ(dispatcher.figures()["pending"], 1);
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox_event WHERE last_error = 'work.note: disk full'"), 1);
  broken = false;
  world().clock.advance(1s);
  for (int i = 10; i <= 12; ++i) publish_one(i);
  EXPECT_EQ(dispatcher.drain(), 8);
  EXPECT_EQ(dispatcher.figures()["pending"], 0);
}

TEST_P(Events, a_reaction_that_ran_before_the_process_died_is_not_run_again_in_a_batch) {
  int first = 0;
  auto const counting_first = on<Recorded>("work.first", [&](Context& ctx, Recorded const&) -> Result<void> {
    publish_json(ctx, "work.seen", "{}");
    ++first;
    return {};
  });
  for (int i = 0; i < 3; ++i) publish_one(i);
  // As if the process had died between the two reactions of each event.
  Dispatcher dying(world().services,
                   {counting_first, on<Recorded>("work.second", [](Context&, Recorded const&) -> Result<void> { return Refusal::conflict("x"); })});
  dying.drain();
  world().tamper("UPDATE outbox_event SET attempts = 0, next_attempt_at = at");
  Dispatcher again(world().services, {counting_first, counting("work.second")});
  again.drain();
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox_event WHERE name = 'work.seen'"), 3);
  EXPECT_EQ(count("SELECT COUNT(*) FROM reaction_done WHERE reaction = 'work.second'"), 3);
  EXPECT_EQ(again.figures()["pending"], 0);
}

TEST_P(Events, a_reaction_runs_once_even_with_two_dispatchers) {
  Dispatcher first(world().services, {counting(), counting("work.count_too")});
  Dispatcher second(world().services, {counting(), counting("work.count_too")});
  for (int i = 0; i < 40; ++i) publish_one();
  std::atomic<int> reported{0};
  auto drain = [&](Dispatcher& dispatcher) {
    for (int i = 0; i < 20; ++i) reported += dispatcher.drain();
  };
  std::thread one([&] { drain(first); }), other([&] { drain(second); });
  one.join();
  other.join();
  EXPECT_EQ(count("SELECT COUNT(*) FROM reaction_done"), 80);
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox_event WHERE done_at IS NULL"), 0);
  EXPECT_EQ(reported, 80);
  EXPECT_GE(ran, 80);
}

TEST_P(Events, the_thread_reacts_to_what_is_published) {
  Dispatcher dispatcher(world().services, {counting()});
  world().services.wake_dispatcher = [&] { dispatcher.wake(); };
  dispatcher.start();
  publish_one();
  for (int i = 0; i < 400 && ran == 0; ++i) std::this_thread::sleep_for(5ms);
  dispatcher.stop();
  EXPECT_EQ(ran, 1);
}

TEST_P(Events, done_events_are_forgotten_after_seven_days_and_pending_ones_never) {
  Dispatcher dispatcher(world().services, {counting()});
  publish_one();
  dispatcher.drain();
  world().write([&](Context& ctx) { publish_json(ctx, "other.failing", "{}"); });
  Dispatcher failing(world().services, {{"other.failing", "other.fail", [](Context&, std::string const&) -> Result<void> { return Refusal::conflict("x"); }}});
  failing.drain();

  jobs::Scheduler scheduler(world().services, "test", {forget_old_events()});
  scheduler.run_due();
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox_event"), 2);
  world().clock.advance(std::chrono::hours(24 * 7) + 1min);
  EXPECT_EQ(scheduler.run_due(), 1);
  EXPECT_EQ(count("SELECT COUNT(*) FROM outbox_event"), 1);
  EXPECT_EQ(count("SELECT COUNT(*) FROM reaction_done"), 0);
}

TEST_P(Events, two_reactions_of_one_name_are_a_bug) { EXPECT_THROW(Dispatcher(world().services, {counting(), counting()}), std::logic_error); }

}  // namespace
}  // namespace zx::events
