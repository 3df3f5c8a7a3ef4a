#include "modules/work/reactions.hpp"

#include "modules/work/work_fixture.hpp"
#include "platform/testing/table_contents.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;

struct Reacting : WorkWorld {
  followup::FollowUpRecorded reported(WorkItemId id, std::int64_t progress, std::optional<Instant> at = {}) {
    auto recorded = world().write_as(li, [&](Context& ctx) {
      return followup::record(ctx, store::commitment_id(id), {.at = at, .finding = "进展", .progress = progress, .next_follow_up_at = in(hours(48))});
    });
    return {.commitment = store::commitment_id(id),
            .subject_type = "work_item",
            .follow_up = recorded.id,
            .by = li.employee,
            .progress = progress,
            .next_at = in(hours(48))};
  }
  void react(followup::FollowUpRecorded const& event) {
    world().write_as(company->system, [&](Context& ctx) { return reactions().at(0).run(ctx, to_json(event)); });
  }
  int drain() { return events::Dispatcher(world().services, reactions()).drain(); }
  std::string contents() {
    return world().read([](ReadContext const& ctx) { return fixture::contents_of(ctx.db, {"commitment", "work_item", "timeline_entry"}); });
  }
};
ON_EACH_ENGINE(Reacting);

TEST_P(Reacting, a_follow_up_moves_the_progress_and_begins_the_work) {
  auto item = make();
  reported(item.id, 40);
  EXPECT_EQ(drain(), 1);
  auto after = look(item.id);
  EXPECT_EQ(after.progress, 40);
  EXPECT_EQ(after.state, State::in_progress);
  EXPECT_EQ(after.standing.stage, "in_progress");
  EXPECT_EQ(history(item.id).front().event, "work_item.progressed");
  EXPECT_EQ(drain(), 0);
}

TEST_P(Reacting, reacting_twice_is_reacting_once) {
  auto item = make();
  auto event = reported(item.id, 40);
  react(event);
  auto before = contents();
  react(event);
  EXPECT_EQ(fixture::difference(before, contents()), "");
}

TEST_P(Reacting, an_event_that_comes_late_does_not_undo_a_later_one) {
  auto item = make();
  auto early = reported(item.id, 20);
  auto later = reported(item.id, 70);
  react(later);
  react(early);
  EXPECT_EQ(look(item.id).progress, 70);
}

TEST_P(Reacting, progress_written_offline_and_sent_late_does_not_undo_a_later_one) {
  auto item = make();
  auto const nine = world().clock.now();
  world().clock.advance(hours(6));
  react(reported(item.id, 70));
  world().clock.advance(hours(2));
  react(reported(item.id, 20, nine));
  EXPECT_EQ(look(item.id).progress, 70);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return close(ctx, item.id, ""); }), "");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return reopen(ctx, item.id, "又漏了"); }), "");
  EXPECT_EQ(look(item.id).progress, 70) << "what was last said by its own time";
}

TEST_P(Reacting, what_is_closed_or_not_begun_keeps_its_state) {
  auto closed = make();
  auto event = reported(closed.id, 40);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return close(ctx, closed.id, ""); }), "");
  react(event);
  EXPECT_EQ(look(closed.id).progress, 100);
  EXPECT_EQ(look(closed.id).state, State::done);

  auto held = make();
  event = reported(held.id, 10);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return hold(ctx, held.id, "等备件", in(hours(24))); }), "");
  react(event);
  EXPECT_EQ(look(held.id).progress, 10);
  EXPECT_EQ(look(held.id).state, State::on_hold);

  auto untouched = make();
  react(reported(untouched.id, 0));
  EXPECT_EQ(look(untouched.id).state, State::accepted);
}

TEST_P(Reacting, other_things_follow_ups_are_none_of_its_business) {
  react({.commitment = followup::CommitmentId::make(),
         .subject_type = "opportunity",
         .follow_up = followup::FollowUpId::make(),
         .by = li.employee,
         .progress = 10});
}

}  // namespace
}  // namespace zx::work
