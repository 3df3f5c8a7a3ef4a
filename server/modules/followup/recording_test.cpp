#include "modules/followup/followup_fixture.hpp"
#include "platform/testing/table_contents.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::followup {
namespace {

using std::chrono::hours;

struct Recording : FollowUpWorld {
  void SetUp() override {
    FollowUpWorld::SetUp();
    if (!IsSkipped()) commitment = open(thing("PVC排水管修复"));
  }
  Result<FollowUpView> try_record(Actor const& who, FollowUpForm const& form, std::optional<std::int64_t> version = {}) {
    return world().try_write_as(who, [&](Context& ctx) { return followup::record(ctx, commitment.id, form, version); });
  }
  FollowUpView record(FollowUpForm const& form) {
    return world().write_as(actor(li), [&](Context& ctx) { return followup::record(ctx, commitment.id, form); });
  }
  FollowUpForm form(std::string finding) { return {.finding = std::move(finding), .next_follow_up_at = in(hours(48))}; }
  std::string contents() {
    return world().read([](ReadContext const& ctx) {
      return fixture::contents_of(ctx.db, {"commitment", "follow_up", "timeline_entry", "timeline_head", "outbox_event"});
    });
  }
  std::vector<timeline::EntryView> history() {
    return world().read([&](ReadContext const& ctx) { return timeline::entries_of(ctx, {"thing", commitment.id.uuid}, 50); });
  }

  Commitment commitment;
};
ON_EACH_ENGINE(Recording);

TEST_P(Recording, a_touch_moves_the_commitment_and_tells_its_history) {
  world().clock.advance(hours(1));
  auto follow_up = record(form("人员配备未齐"));
  auto after = now(commitment.id);
  EXPECT_EQ(follow_up.touch_number, 1);
  EXPECT_EQ(after.touch_count, 1);
  EXPECT_EQ(after.version, commitment.version + 1);
  EXPECT_EQ(after.last_touch_at, world().clock.now());
  EXPECT_EQ(after.next_follow_up_at, in(hours(48)));
  auto last = standing(commitment.id).last_follow_up;
  ASSERT_TRUE(last);
  EXPECT_EQ(last->finding, "人员配备未齐");
  EXPECT_EQ(last->by_name, "李明");
  ASSERT_EQ(history().size(), 1u);
  EXPECT_EQ(history()[0].event, "followup.recorded");
  auto outbox = world().read([](ReadContext const& ctx) { return fixture::contents_of(ctx.db, {"outbox_event"}); });
  EXPECT_NE(outbox.find("followup.recorded"), outbox.npos);
}

TEST_P(Recording, the_same_offline_id_again_gives_the_first_answer_and_changes_nothing) {
  auto first_form = form("施工开始");
  first_form.id = FollowUpId::make();
  auto first = record(first_form);
  auto before = contents();
  world().clock.advance(hours(1));
  auto again_form = form("另一句话");
  again_form.id = first_form.id;
  auto again = record(again_form);
  EXPECT_EQ(to_json(again), to_json(first));
  // Also when it was based on what the first one has changed since.
  EXPECT_EQ(to_json(*try_record(actor(li), again_form, commitment.version)), to_json(first));
  EXPECT_EQ(fixture::difference(before, contents()), "");
}

TEST_P(Recording, an_id_that_another_commitment_has_is_refused) {
  auto first_form = form("施工开始");
  first_form.id = FollowUpId::make();
  record(first_form);
  commitment = open(thing("小区地热检测"));
  EXPECT_EQ(try_record(actor(li), first_form).refusal().code, "followup.id_taken");
}

TEST_P(Recording, a_touch_written_offline_and_sent_late_counts_and_undoes_nothing_newer) {
  // Written at nine, sent at five; a colleague recorded at three.
  auto offline = form("管道还在漏");
  offline.at = world().clock.now();
  offline.next_follow_up_at = in(hours(24));
  world().clock.advance(hours(6));
  auto newer = form("阀门已换，等验收");
  newer.next_follow_up_at = in(hours(24 * 5));
  record(newer);
  auto const before = now(commitment.id);
  auto const reminder = [&] { return world().read([](ReadContext const& ctx) { return fixture::contents_of(ctx.db, {"reminder"}); }); };
  auto const reminded = reminder();
  world().clock.advance(hours(2));
  auto const late = record(offline);
  EXPECT_EQ(late.touch_number, 2);
  EXPECT_EQ(late.next_follow_up_at, offline.next_follow_up_at) << "it stays in the history as it was said";
  auto const after = now(commitment.id);
  EXPECT_EQ(after.touch_count, 2);
  EXPECT_EQ(after.next_follow_up_at, before.next_follow_up_at);
  EXPECT_EQ(after.last_touch_at, before.last_touch_at);
  EXPECT_EQ(after.version, before.version + 1);
  EXPECT_EQ(standing(commitment.id).last_follow_up->finding, "阀门已换，等验收");
  EXPECT_EQ(fixture::difference(reminded, reminder()), "");
  ASSERT_EQ(history().size(), 2u);
  EXPECT_EQ(history()[0].changes.size(), 3u) << "no next time was moved";
}

TEST_P(Recording, a_phone_whose_clock_is_ahead_holds_nobody_up) {
  auto ahead = form("手机快了四分钟");
  ahead.at = in(std::chrono::minutes(4));
  record(ahead);
  world().clock.advance(std::chrono::minutes(1));
  record(form("随后又去看了"));
  EXPECT_EQ(standing(commitment.id).last_follow_up->finding, "随后又去看了");
  EXPECT_EQ(now(commitment.id).next_follow_up_at, in(hours(48)));
}

TEST_P(Recording, of_late_touches_the_newest_outward_one_says_how_it_ended) {
  auto outward = [&](std::string finding, Outcome outcome) {
    auto each = form(std::move(finding));
    each.direction = Direction::outward;
    each.outcome = outcome;
    return each;
  };
  auto offline = outward("说不要了", Outcome::refused);
  offline.at = world().clock.now();
  world().clock.advance(hours(2));
  record(outward("答应了", Outcome::agreed));
  world().clock.advance(hours(1));
  record(offline);
  EXPECT_FALSE(world().read([&](ReadContext const& ctx) { return is_refused(ctx, commitment.id); }));
  EXPECT_EQ(now(commitment.id).outward_count, 2);
}

TEST_P(Recording, a_touch_based_on_an_old_version_is_refused) {
  record(form("人员配备未齐"));
  auto before = contents();
  auto refused = try_record(actor(li), form("施工开始"), commitment.version);
  EXPECT_EQ(refused.refusal().kind, RefusalKind::stale);
  EXPECT_EQ(fixture::difference(before, contents()), "");
  EXPECT_TRUE(try_record(actor(li), form("施工开始"), commitment.version + 1));
}

TEST_P(Recording, a_refused_touch_changes_nothing) {
  auto before = contents();
  auto asked_nobody = form("请求支援");
  asked_nobody.asked_employee_id = EmployeeId::make();
  EXPECT_FALSE(try_record(actor(li), asked_nobody));
  EXPECT_FALSE(try_record(actor(li), {.finding = "没有下次时间"}));
  EXPECT_EQ(fixture::difference(before, contents()), "");
}

TEST_P(Recording, a_closed_commitment_takes_a_last_touch_without_a_next_time) {
  close(commitment);
  auto follow_up = record({.finding = "回访满意"});
  EXPECT_FALSE(follow_up.next_follow_up_at);
  auto after = now(commitment.id);
  EXPECT_EQ(after.state, CommitmentState::closed);
  EXPECT_FALSE(after.next_follow_up_at);
  EXPECT_EQ(after.touch_count, 1);
}

TEST_P(Recording, what_one_does_not_see_is_not_there) {
  EXPECT_EQ(try_record(actor(wang), form("越权")).refusal().kind, RefusalKind::not_found);
  world().write([&](Context& ctx) { add_participant(ctx, commitment.id, wang); });
  EXPECT_TRUE(try_record(actor(wang), form("协助")));
  world().write([&](Context& ctx) { remove_participant(ctx, commitment.id, wang); });
  EXPECT_EQ(try_record(actor(wang), form("越权")).refusal().kind, RefusalKind::not_found);
}

TEST_P(Recording, who_may_only_read_cannot_record) {
  auto reader = company->actor(li, org::granted({permissions::read}, Scope::organization));
  EXPECT_EQ(try_record(reader, form("越权")).refusal().kind, RefusalKind::not_found);
}

TEST_P(Recording, touches_are_numbered_in_the_order_they_were_recorded) {
  for (auto const* finding : {"一", "二", "三"}) record(form(finding));
  auto all = world().read([&](ReadContext const& ctx) { return follow_ups_of(ctx, commitment.id); });
  ASSERT_EQ(all.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(all[i].touch_number, static_cast<std::int64_t>(i + 1));
  EXPECT_EQ(all[2].finding, "三");
}

TEST_P(Recording, the_database_itself_keeps_no_open_commitment_without_a_next_look) {
  EXPECT_ANY_THROW(world().tamper("UPDATE commitment SET next_follow_up_at = NULL"));
  close(commitment);
  EXPECT_ANY_THROW(world().tamper("UPDATE commitment SET state = 'open'"));
}

TEST_P(Recording, a_new_or_reopened_commitment_gets_the_cadences_next_look) {
  // Friday 09:00 and 960 working minutes: two working days and one hour later.
  EXPECT_EQ(commitment.next_follow_up_at->text(), "2026-11-24T02:00:00.000Z");
  auto closed = close(commitment);
  EXPECT_FALSE(closed.next_follow_up_at);
  world().clock.advance(hours(24 * 7));
  auto reopened = world().write([&](Context& ctx) -> Result<Commitment> { return reopen(ctx, closed, "again"); });
  EXPECT_EQ(reopened.next_follow_up_at->text(), "2026-12-01T02:00:00.000Z");
  EXPECT_FALSE(reopened.closed_at);
}

}  // namespace
}  // namespace zx::followup
