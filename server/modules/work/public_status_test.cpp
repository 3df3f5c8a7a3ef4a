#include "modules/work/outside_fixture.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::work {
namespace {

using namespace std::chrono_literals;

struct Status : OutsideWorld {};
ON_EACH_ENGINE(Status);

TEST_P(Status, a_link_shows_how_far_it_is_and_nothing_that_is_ours) {
  auto const item = make(li, {.kind = "work_order",
                              .title = "秘密标题",
                              .description = "秘密说明",
                              .requester = Requester{.employee_id = {}, .name = "秘密姓名", .phone = "13900000000", .email = "geheim@example.com"},
                              .location = "秘密地点",
                              .due_at = in(48h),
                              .tags = {"秘密标签"}});
  world().write_as(li, [&](Context& ctx) { return comment(ctx, item.id, {.text = "秘密评论"}); });
  world().write_as(
      li, [&](Context& ctx) { return followup::record(ctx, {item.id.uuid}, {.finding = "秘密发现", .solution = "秘密办法", .next_follow_up_at = in(5h)}); });
  accept(wang, offer(li, item.id, wang).id);
  auto const shown = status(link_to(item.id));
  EXPECT_EQ(shown.number, item.number);
  EXPECT_EQ(shown.kind_zh, "工单");
  EXPECT_EQ(shown.stage, PublicStage::arranged);
  EXPECT_EQ(shown.department, "工程部");
  EXPECT_EQ(shown.handler, std::nullopt);
  EXPECT_EQ(shown.next_step_at, in(5h));
  auto const text = to_json(shown);
  for (auto const* ours : {"秘密", "13900000000", "geheim", "李明", "王芳"}) EXPECT_EQ(text.find(ours), text.npos) << ours << " in " << text;
}

TEST_P(Status, its_steps_are_told_in_plain_words) {
  auto const item = make(li, {.kind = "work_order", .due_at = in(48h)});
  auto const link = link_to(item.id);
  EXPECT_EQ(status(link).stage, PublicStage::received);
  auto const handoff = offer(li, item.id, wang);
  EXPECT_EQ(status(link).stage, PublicStage::received);
  world().clock.advance(1h);
  accept(wang, handoff.id);
  world().clock.advance(1h);
  world().write_as(wang, [&](Context& ctx) { return start(ctx, item.id); });
  world().write_as(wang, [&](Context& ctx) { return hold(ctx, item.id, "等备件", in(24h)); });
  EXPECT_EQ(status(link).stage, PublicStage::waiting);
  world().write_as(wang, [&](Context& ctx) { return resume(ctx, item.id); });
  world().write_as(wang, [&](Context& ctx) { return submit(ctx, item.id, "已修好"); });
  EXPECT_EQ(status(link).stage, PublicStage::checking);
  world().clock.advance(1h);
  world().write_as(li, [&](Context& ctx) { return work::close(ctx, item.id, ""); });
  auto const shown = status(link);
  std::vector<PublicStage> stages;
  for (auto const& step : shown.steps) stages.push_back(step.stage);
  using enum PublicStage;
  EXPECT_EQ(stages, (std::vector{received, arranged, in_progress, waiting, in_progress, checking, done}));
  EXPECT_EQ(shown.stage, done);
  EXPECT_EQ(shown.since, world().clock.now());
  EXPECT_EQ(shown.next_step_at, std::nullopt);
  EXPECT_EQ(shown.department, std::nullopt);
}

TEST_P(Status, the_handler_is_named_where_the_organization_says_so) {
  auto const item = make();
  auto const link = link_to(item.id);
  world().write_as(company->system, [&](Context& ctx) { return change_public_form(ctx, 0, {.enabled = false, .names_handler = true}); });
  EXPECT_EQ(status(link).handler, "李明");
}

TEST_P(Status, an_unknown_and_a_revoked_link_get_the_same_answer) {
  auto const item = make();
  auto const link = link_to(item.id);
  auto const other = link_to(item.id);
  EXPECT_TRUE(ask_status(link) && ask_status(other));
  world().write_as(li, [&](Context& ctx) { return revoke_status_links(ctx, item.id); });
  EXPECT_EQ(code(ask_status(link)), "public.link_unknown");
  EXPECT_EQ(code(ask_status(other)), "public.link_unknown");
  EXPECT_EQ(code(ask_status("/p/status/zxr_0000")), "public.link_unknown");
  EXPECT_EQ(code(object(link)), "public.link_unknown");
}

TEST_P(Status, a_link_outlives_its_item_by_half_a_year) {
  auto const item = make();
  auto const link = link_to(item.id);
  finish(item.id);
  world().clock.advance(rules::link_outlives_item - 1h);
  EXPECT_TRUE(ask_status(link));
  world().clock.advance(1h);
  EXPECT_EQ(code(ask_status(link)), "public.link_unknown");
  EXPECT_EQ(code(rate(link, 5)), "public.link_unknown");
}

TEST_P(Status, twenty_links_live_beside_each_other_and_the_oldest_ends) {
  auto const item = make();
  auto const first = link_to(item.id);
  world().clock.advance(1s);
  auto const second = link_to(item.id);
  for (std::size_t i = 2; i < rules::most_links; ++i) link_to(item.id);
  EXPECT_TRUE(ask_status(first));
  world().clock.advance(1s);
  auto const last = link_to(item.id);
  EXPECT_FALSE(ask_status(first));
  EXPECT_TRUE(ask_status(second) && ask_status(last));
}

TEST_P(Status, only_who_speaks_for_the_item_makes_links_and_writes) {
  auto const item = make();
  offer(li, item.id, wang);  // 王芳 sees it
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return make_status_link(ctx, item.id); }), "work.change_not_yours");
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return write_to_requester(ctx, item.id, {"你好"}); }), "work.change_not_yours");
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return revoke_status_links(ctx, item.id); }), "work.change_not_yours");
  EXPECT_EQ(refused(sun, [&](Context& ctx) { return make_status_link(ctx, item.id); }), "work.not_found");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return make_status_link(ctx, item.id); }), "");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return make_status_link(ctx, item.id); }), "");
  auto const desk = world().read_as(wang, [&](ReadContext const& ctx) { return requester_desk(ctx, item.id).value(); });
  EXPECT_EQ(desk.links, 2);
  EXPECT_FALSE(desk.may_write);
  EXPECT_EQ(desk.last_link_by, "陈总工");
}

TEST_P(Status, what_is_written_for_the_requester_is_shown_without_a_name) {
  auto const item = make();
  auto const link = link_to(item.id);
  world().write_as(li, [&](Context& ctx) { return write_to_requester(ctx, item.id, {"师傅明天上午到"}); });
  auto const shown = status(link);
  ASSERT_EQ(shown.messages.size(), 1u);
  EXPECT_EQ(shown.messages[0].text, "师傅明天上午到");
  EXPECT_FALSE(shown.messages[0].from_requester);
  EXPECT_EQ(to_json(shown).find("李明"), std::string::npos);
}

TEST_P(Status, still_not_solved_tells_the_owner_and_brings_the_next_look_forward) {
  auto const item = make(li, {.requester = Requester{.employee_id = {}, .name = "孙女士"}, .next_follow_up_at = in(72h)});
  auto const shown = object(link_to(item.id), "  还在漏 ").value();
  EXPECT_EQ(shown.messages.back().text, "还在漏");
  EXPECT_TRUE(shown.messages.back().from_requester);
  EXPECT_EQ(look(item.id).standing.next_follow_up_at, in(1h));
  auto const asked = told_of<AttentionAsked>();
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].occasion, "requester_unsolved");
  EXPECT_EQ(asked[0].to, li.employee);
  EXPECT_EQ(asked[0].note, "还在漏");
  EXPECT_EQ(history(item.id).front().event, "work_item.requester_unsolved");
  EXPECT_EQ(history(item.id).front().actor_name, "孙女士");
  EXPECT_EQ(code(object(link_to(item.id), " ")), "words: public.words_required");
}

TEST_P(Status, what_is_done_takes_objections_for_seven_days_and_stays_done) {
  auto const item = make();
  auto const link = link_to(item.id);
  finish(item.id);
  world().clock.advance(rules::objections_last - 1h);
  EXPECT_TRUE(object(link));
  EXPECT_EQ(look(item.id).state, State::done);
  EXPECT_EQ(look(item.id).standing.next_follow_up_at, std::nullopt);
  world().clock.advance(1h);
  EXPECT_EQ(code(object(link)), "public.too_late");
  EXPECT_FALSE(status(link).may_object);
}

TEST_P(Status, what_rests_goes_on_resting) {
  auto const item = make();
  auto const until = in(96h);
  world().write_as(li, [&](Context& ctx) { return hold(ctx, item.id, "等备件", until); });
  EXPECT_TRUE(object(link_to(item.id)));
  EXPECT_EQ(look(item.id).standing.next_follow_up_at, until);
}

TEST_P(Status, fifty_messages_are_enough) {
  auto const item = make();
  auto const link = link_to(item.id);
  for (std::int64_t i = 0; i < rules::most_requester_messages; ++i) {
    world().clock.advance(10min);
    ASSERT_TRUE(object(link)) << i;
  }
  world().clock.advance(10min);
  EXPECT_EQ(code(object(link)), "public.too_many_words");
}

TEST_P(Status, a_rating_is_given_when_done_and_may_be_changed_for_a_day) {
  auto const item = make();
  auto const link = link_to(item.id);
  EXPECT_EQ(code(rate(link, 5)), "public.not_done");
  finish(item.id);
  EXPECT_EQ(code(rate(link, 6)), "rating: public.rating_required");
  EXPECT_EQ(code(answer(link, {.answer = RequesterAnswer::thanks})), "rating: public.rating_required");
  EXPECT_EQ(rate(link, 4, "很快").value().rating, 4);
  world().clock.advance(23h);
  EXPECT_EQ(rate(link, 5, "很快").value().rating, 5);
  world().clock.advance(1h);
  EXPECT_EQ(code(rate(link, 1)), "public.rating_final");
  auto const desk = world().read_as(li, [&](ReadContext const& ctx) { return requester_desk(ctx, item.id).value(); });
  EXPECT_EQ(desk.rating->rating, 5);
  EXPECT_EQ(desk.rating->words, "很快");
  EXPECT_EQ(history(item.id).front().event, "work_item.rated");
  EXPECT_EQ(said(history(item.id).front().changes), "rating: 4 → 5; ");
}

TEST_P(Status, owner_and_handler_hear_of_a_rating_once) {
  auto const item = make();
  accept(wang, offer(li, item.id, wang).id);
  world().write_as(wang, [&](Context& ctx) { return submit(ctx, item.id, "已修好"); });
  finish(item.id);
  auto const link = link_to(item.id);
  EXPECT_TRUE(rate(link, 5) && rate(link, 5));
  std::vector<EmployeeId> told;
  for (auto const& asked : told_of<AttentionAsked>())
    if (asked.occasion == "requester_rated") told.push_back(asked.to);
  EXPECT_EQ(told, (std::vector{li.employee, wang.employee}));
}

TEST_P(Status, what_was_reopened_and_done_again_may_be_rated_again) {
  auto const item = make();
  auto const link = link_to(item.id);
  finish(item.id);
  EXPECT_TRUE(rate(link, 2));
  world().clock.advance(48h);
  world().write_as(li, [&](Context& ctx) { return reopen(ctx, item.id, "又漏了"); });
  EXPECT_FALSE(status(link).may_rate);
  finish(item.id);
  EXPECT_TRUE(status(link).may_rate);
  EXPECT_EQ(rate(link, 5).value().rating, 5);
}

TEST_P(Status, who_asks_too_often_has_to_wait) {
  auto const link = link_to(make().id);
  Outsider const asker{link.substr(link.rfind('/') + 1), "192.0.2.9"};
  std::string refusal;
  for (int i = 0; i < 200 && refusal.empty(); ++i) refusal = code(public_status(world().services, asker));
  EXPECT_EQ(refusal, "request.too_many");
  world().clock.advance(1min);
  EXPECT_EQ(code(public_status(world().services, asker)), "");
}

TEST_P(Status, who_guesses_has_to_wait_even_for_other_links) {
  auto const link = link_to(make().id);
  std::string refusal;
  for (int i = 0; i < 1000 && refusal != "request.too_many"; ++i) refusal = code(public_status(world().services, {"zxr_" + std::to_string(i), "192.0.2.9"}));
  EXPECT_EQ(refusal, "request.too_many");
  EXPECT_EQ(code(public_status(world().services, {link.substr(link.rfind('/') + 1), "192.0.2.9"})), "request.too_many");
  EXPECT_TRUE(ask_status(link));
}

TEST_P(Status, four_ratings_are_no_score) {
  auto rated = [&](std::int64_t rating) {
    auto const item = make();
    auto const link = link_to(item.id);
    finish(item.id);
    EXPECT_TRUE(rate(link, rating));
  };
  auto report = [&](Actor const& who, RatingGroup by) {
    return world().read_as(who, [&](ReadContext const& ctx) { return rating_report(ctx, {.by = by}).value(); });
  };
  for (auto rating : {5, 5, 4, 2}) rated(rating);
  ASSERT_EQ(report(li, RatingGroup::kind).size(), 1u);
  EXPECT_EQ(report(li, RatingGroup::kind)[0].ratings, 4);
  EXPECT_EQ(report(li, RatingGroup::kind)[0].average_percent, std::nullopt);
  EXPECT_EQ(report(li, RatingGroup::kind)[0].low, std::nullopt);
  rated(5);
  EXPECT_EQ(report(li, RatingGroup::kind)[0].average_percent, 420);
  EXPECT_EQ(report(li, RatingGroup::department)[0].name, "工程部");
  EXPECT_EQ(report(li, RatingGroup::department)[0].low, 1);
  EXPECT_TRUE(report(sun, RatingGroup::kind).empty());
}

TEST_P(Status, reading_it_rides_the_indexes) {
  auto const item = make();
  link_to(item.id);
  auto const scans = world().read_as(li, [&](ReadContext const& ctx) {
    fixture::QueryPlans plans{ctx.db};
    ReadContext const planned{ctx.actor, ctx.now, plans, ctx.services};
    requester_desk(planned, item.id).value();
    rating_report(planned, {}).value();
    return plans.scans();
  });
  EXPECT_EQ(scans, "");
}

}  // namespace
}  // namespace zx::work
