#include "modules/followup/counterparts.hpp"

#include "modules/followup/followup_fixture.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::followup {
namespace {

using std::chrono::hours;

struct Counterparts : FollowUpWorld {
  NewCommitment repair(std::string phone = "138 0013 8000") {
    auto form = thing("PVC排水管修复");
    form.follow_up_gap_minutes = 240;
    form.counterpart = counterpart_outside("王女士", phone, "");
    return form;
  }
  FollowUpForm outward(Outcome outcome = Outcome::reached) {
    return {.direction = Direction::outward, .finding = "电话联系", .outcome = outcome, .next_follow_up_at = in(hours(1))};
  }
  Result<FollowUpView> try_record(CommitmentId id, FollowUpForm const& form) {
    return world().try_write_as(actor(li), [&](Context& ctx) { return record(ctx, id, form); });
  }
  void recorded(CommitmentId id, FollowUpForm const& form) { ASSERT_TRUE(try_record(id, form)); }
  CounterpartView look(CommitmentId id, Direction direction = Direction::outward) {
    return world().read_as(actor(li), [&](ReadContext const& ctx) { return counterpart(ctx, id, direction).value(); });
  }
  Proposal propose(CommitmentId id, Direction direction) {
    return world().read([&](ReadContext const& ctx) { return propose_next(ctx, find_visible(ctx, id, permissions::read).value(), direction); });
  }
  /// A touch, and the one that follows so much later.
  void promise_kept_after(CommitmentId id, Milliseconds wait) {
    recorded(id, outward());
    world().clock.advance(wait);
  }
};
ON_EACH_ENGINE(Counterparts);

TEST(CounterpartKeys, a_phone_number_tells_apart_however_it_is_written) {
  EXPECT_EQ(counterpart_outside("王女士", "+86 138-0013-8000", "a@b.cn").key, "phone:13800138000");
  EXPECT_EQ(counterpart_outside("王女士", "13800138000", "").key, "phone:13800138000");
  EXPECT_EQ(counterpart_outside("王女士", "", " Wang@Example.CN ").key, "email:wang@example.cn");
  EXPECT_EQ(counterpart_outside("王女士", "", "").key, "") << "a name alone may be anybody's";
  EXPECT_EQ(counterpart_outside("", "13800138000", "").name, "13800138000");
}

TEST_P(Counterparts, one_outward_touch_more_than_a_week_allows_needs_a_reason) {
  auto const first = open(repair());
  auto const second = open(repair("+8613800138000"));
  for (int i = 0; i < 5; ++i) recorded(i % 2 ? second.id : first.id, outward());
  EXPECT_EQ(try_record(first.id, outward()).refusal().code, "followup.too_many_touches");
  auto despite = outward();
  despite.despite_limit_reason = "业主要求当天回话";
  recorded(first.id, despite);
  auto const touches = world().read([&](ReadContext const& ctx) { return follow_ups_of(ctx, first.id); });
  EXPECT_EQ(touches.back().despite_limit_reason, "业主要求当天回话");
  EXPECT_EQ(look(first.id).touches_this_week, 6);
  EXPECT_TRUE(try_record(first.id, {.finding = "问经办人", .next_follow_up_at = in(hours(2))})) << "inward ones do not count";
  auto other = repair("13900139000");
  EXPECT_TRUE(try_record(open(other).id, outward())) << "nor does somebody else";
  world().clock.advance(hours(24 * 7));
  EXPECT_TRUE(try_record(first.id, outward()));
}

TEST_P(Counterparts, of_five_promises_with_two_kept_the_gap_is_halved_and_the_proposal_says_so) {
  auto const item = open(repair());
  world().clock.set(*Instant::parse("2026-11-23T09:00:00+08:00"));
  for (auto wait : {hours(1), hours(24), hours(24), hours(24), hours(24)}) {
    auto form = outward();
    form.despite_limit_reason = "业主要求";
    recorded(item.id, form);
    world().clock.advance(wait);
  }
  recorded(item.id, [&] {
    auto form = outward();
    form.despite_limit_reason = "业主要求";
    return form;
  }());
  auto const profile = look(item.id);
  EXPECT_EQ(profile.measured, 5);
  EXPECT_EQ(profile.kept, 1);
  EXPECT_EQ(profile.percent, 20);
  ASSERT_EQ(profile.promises.size(), 5u);
  EXPECT_FALSE(profile.promises.front().kept);
  EXPECT_TRUE(profile.promises.back().kept);
  EXPECT_EQ(profile.promises.front().number, item.number);
  auto const proposal = propose(item.id, Direction::outward);
  ASSERT_FALSE(proposal.notes.empty());
  EXPECT_EQ(proposal.notes[0].code, "followup.proposal.unpunctual");
  EXPECT_EQ(proposal.notes[0].arguments.at("name"), "王女士");
  EXPECT_EQ(proposal.arguments.at("hours"), "2");
}

TEST_P(Counterparts, a_touch_sent_late_neither_promises_nor_judges) {
  auto const item = open(repair());
  world().clock.set(*Instant::parse("2026-11-23T09:00:00+08:00"));
  auto offline = outward();
  offline.at = world().clock.now();
  world().clock.advance(hours(2));
  auto promised = outward();
  promised.next_follow_up_at = in(hours(2));
  recorded(item.id, promised);
  world().clock.advance(hours(1));
  recorded(item.id, offline);
  EXPECT_EQ(look(item.id).measured, 0) << "nobody has looked after the promise yet";
  world().clock.advance(hours(24));
  recorded(item.id, outward());
  auto const profile = look(item.id);
  EXPECT_EQ(profile.measured, 1);
  EXPECT_EQ(profile.kept, 0);
}

TEST_P(Counterparts, inward_the_promises_are_the_handlers) {
  auto form = thing("小区地热检测");
  form.handler_id = wang;
  form.follow_up_gap_minutes = 240;
  auto const item = open(form);
  for (int i = 0; i < 6; ++i) {
    recorded(item.id, {.finding = "问进展", .next_follow_up_at = in(hours(1))});
    world().clock.advance(std::chrono::minutes(30));
  }
  auto const handler = look(item.id, Direction::inward);
  EXPECT_EQ(handler.name, "王芳");
  EXPECT_EQ(handler.measured, 5) << "the last one is not due yet";
  EXPECT_EQ(handler.kept, 5);
  EXPECT_EQ(propose(item.id, Direction::inward).notes[0].code, "followup.proposal.punctual");
  EXPECT_FALSE(look(item.id).is_known) << "nobody is known outside";
}

TEST_P(Counterparts, a_profile_is_shared_by_all_matters_of_one_counterpart) {
  auto const first = open(repair());
  auto const second = open(repair("86 13800138000"));
  auto change = [&](CommitmentId id, std::int64_t version, CounterpartForm const& form) {
    return world().try_write_as(actor(li), [&](Context& ctx) { return change_counterpart(ctx, id, Direction::outward, version, form); });
  };
  CounterpartForm const form{.channels = {Method::sms, Method::phone}, .quiet = {{TimeOfDay{12 * 60}, TimeOfDay{15 * 60}}}, .note = "只看短信"};
  ASSERT_TRUE(change(first.id, 0, form));
  auto const seen = look(second.id);
  EXPECT_EQ(seen.channels, form.channels);
  EXPECT_EQ(seen.note, "只看短信");
  EXPECT_EQ(seen.version, 1);
  EXPECT_EQ(change(second.id, 0, form).refusal().code, "request.stale");
  EXPECT_EQ(propose(second.id, Direction::outward).next.method, Method::sms);
  world().clock.set(*Instant::parse("2026-11-20T10:00:00+08:00"));
  EXPECT_EQ(propose(second.id, Direction::outward).next_follow_up_at, *Instant::parse("2026-11-20T15:30:00+08:00")) << "four hours, after the quiet ones";
}

TEST_P(Counterparts, a_wrong_profile_is_refused_field_by_field) {
  auto const item = open(repair());
  auto refused = world().try_write_as(actor(li), [&](Context& ctx) {
    return change_counterpart(ctx, item.id, Direction::outward, 0,
                              {.channels = {Method::sms, Method::sms}, .quiet = {{TimeOfDay{600}, TimeOfDay{600}}}, .note = {}});
  });
  ASSERT_EQ(refused.refusal().fields.size(), 2u);
  EXPECT_EQ(refused.refusal().fields[0].code, "followup.channel_twice");
  EXPECT_EQ(refused.refusal().fields[1].code, "followup.time_backward");
  auto const unknown = open(thing("没有提出人"));
  auto nobody = world().try_write_as(actor(li), [&](Context& ctx) { return change_counterpart(ctx, unknown.id, Direction::outward, 0, {}); });
  EXPECT_EQ(nobody.refusal().code, "followup.counterpart_unknown");
}

TEST_P(Counterparts, promises_on_matters_one_does_not_see_keep_their_dates_only) {
  auto const mine = open(repair());
  auto form = repair();
  form.owner_id = form.handler_id = wang;
  auto const others = open(form);
  world().write_as(actor(wang), [&](Context& ctx) { return record(ctx, others.id, outward()); });
  world().clock.advance(hours(1));
  world().write_as(actor(wang), [&](Context& ctx) { return record(ctx, others.id, outward()); });
  auto const profile = look(mine.id);
  ASSERT_EQ(profile.promises.size(), 1u);
  EXPECT_TRUE(profile.promises[0].kept);
  EXPECT_FALSE(profile.promises[0].commitment_id);
  EXPECT_FALSE(profile.promises[0].title);
}

TEST_P(Counterparts, an_items_own_cadence_holds_over_the_kinds_and_that_over_everybodys) {
  auto const item = open(repair());
  auto const change = [&](std::string_view kind, std::int64_t version, std::optional<Cadence> cadence) {
    return world().try_write_as(company->system, [&](Context& ctx) { return change_kind_cadence(ctx, kind, version, {cadence}); });
  };
  auto const origin = [&] { return world().read([&](ReadContext const& ctx) { return item_cadence(ctx, item.id).value().origin; }); };
  EXPECT_EQ(origin(), CadenceOrigin::shipped);
  ASSERT_TRUE(change("*", 0, Cadence{.steps = {{60, Method::phone, ""}}}));
  world().clock.advance(std::chrono::seconds(11));
  EXPECT_EQ(origin(), CadenceOrigin::every_kind);
  ASSERT_TRUE(change("repair", 0, Cadence{.steps = {{90, Method::sms, ""}}}));
  world().clock.advance(std::chrono::seconds(11));
  EXPECT_EQ(origin(), CadenceOrigin::kind);
  EXPECT_EQ(propose(item.id, Direction::inward).arguments.at("hours"), "1.5");
  EXPECT_EQ(change("repair", 0, std::nullopt).refusal().code, "request.stale");
  auto own = world().write_as(actor(li), [&](Context& ctx) {
    return change_item_cadence(ctx, item.id, item.version, {.cadence = Cadence{.steps = {{450, Method::on_site, "带上图纸"}}}, .gap_minutes = 900});
  });
  EXPECT_EQ(own.origin, CadenceOrigin::own);
  EXPECT_EQ(own.gap_minutes, 900);
  EXPECT_EQ(own.version, item.version + 1);
  EXPECT_EQ(propose(item.id, Direction::inward).next.hint, "带上图纸");
  auto const stale = world().try_write_as(actor(li), [&](Context& ctx) { return change_item_cadence(ctx, item.id, item.version, {}); });
  EXPECT_EQ(stale.refusal().code, "request.stale");
  world().write_as(actor(li), [&](Context& ctx) { return change_item_cadence(ctx, item.id, own.version, {}); });
  EXPECT_EQ(origin(), CadenceOrigin::kind);
}

TEST_P(Counterparts, promises_are_found_by_their_index) {
  auto const item = open(repair());
  promise_kept_after(item.id, hours(1));
  world().read_as(actor(li), [&](ReadContext const& ctx) {
    fixture::QueryPlans plans(ctx.db);
    (void)counterpart(ReadContext{ctx.actor, ctx.now, plans, ctx.services}, item.id, Direction::outward);
    EXPECT_EQ(plans.scans(), "") << plans.text();
  });
}

}  // namespace
}  // namespace zx::followup
