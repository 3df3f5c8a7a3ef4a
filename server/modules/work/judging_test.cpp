#include "modules/work/judging.hpp"

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;

struct Judging : WorkWorld {
  /// 李明's, in the hands of 王芳, with two points to meet.
  WorkItemView submitted() {
    auto item = make(li, {.due_at = in(hours(48)), .brief = BriefForm{.standard = {"无渗漏", "现场清理"}}});
    accept(wang, offer(li, item.id, wang).id);
    submit_again(item.id, "已更换");
    return look(item.id);
  }
  void submit_again(WorkItemId id, std::string result) {
    world().write_as(wang, [&](Context& ctx) { return submit(ctx, id, result); });
  }
  std::string closing(WorkItemId id, std::vector<JudgementForm> const& judgements) {
    auto result = by(li, [&](Context& ctx) { return close(ctx, id, "", judgements); });
    if (result) return "";
    std::string text = result.refusal().code;
    for (auto const& field : result.refusal().fields) text += "; " + field.path + ": " + field.code;
    return text;
  }
  std::string returning(WorkItemId id, std::vector<JudgementForm> const& judgements) {
    return refused(li, [&](Context& ctx) { return return_(ctx, id, "还在漏", judgements); });
  }
};
ON_EACH_ENGINE(Judging);

TEST_P(Judging, every_point_of_the_standard_is_judged_before_it_is_done) {
  auto item = submitted();
  EXPECT_EQ(closing(item.id, {}), "work.points_not_judged; judgements: work.point_not_judged; judgements: work.point_not_judged");
  EXPECT_EQ(closing(item.id, {{.point = 1, .passed = true, .note = {}}}), "work.points_not_judged; judgements: work.point_not_judged");
  auto failed = closing(item.id, {{.point = 1, .passed = true, .note = {}}, {.point = 2, .passed = false, .note = {}}});
  EXPECT_EQ(failed, "work.points_not_judged; judgements: work.point_failed");
  EXPECT_EQ(closing(item.id, {{.point = 2, .passed = true, .note = {}}, {.point = 1, .passed = true, .note = {}}}), "");
  EXPECT_EQ(look(item.id).state, State::done);
}

TEST_P(Judging, the_refusal_names_the_points) {
  auto item = submitted();
  auto refusal = by(li, [&](Context& ctx) { return close(ctx, item.id, "", {{.point = 1, .passed = true, .note = {}}}); }).refusal();
  EXPECT_EQ(refusal.arguments.at("points"), "现场清理");
}

TEST_P(Judging, a_return_names_the_point_that_failed) {
  auto item = submitted();
  EXPECT_EQ(returning(item.id, {}), "judgements: work.failed_point_needed");
  EXPECT_EQ(returning(item.id, {{.point = 1, .passed = true, .note = {}}}), "judgements: work.failed_point_needed");
  EXPECT_EQ(returning(item.id, {{.point = 3, .passed = false, .note = {}}}), "judgements.0.point: work.point_unknown");
  auto twice = returning(item.id, {{.point = 1, .passed = false, .note = {}}, {.point = 1, .passed = true, .note = {}}});
  EXPECT_EQ(twice, "judgements.1.point: work.point_judged_twice");
  EXPECT_EQ(returning(item.id, {{.point = 1, .passed = false, .note = "接口处"}}), "");
  auto const entry = history(item.id).front();
  EXPECT_EQ(entry.note, "还在漏");
  ASSERT_EQ(entry.changes.size(), 2u);
  EXPECT_EQ(entry.changes[1].to, "1. 无渗漏 ✗ 接口处");
}

TEST_P(Judging, each_round_keeps_its_result_and_its_judgements) {
  auto item = submitted();
  EXPECT_EQ(returning(item.id, {{.point = 1, .passed = false, .note = "接口处"}}), "");
  world().write_as(wang, [&](Context& ctx) { return start(ctx, item.id); });
  submit_again(item.id, "重做了接口");
  auto rounds = look(item.id).rounds;
  ASSERT_EQ(rounds.size(), 2u);
  EXPECT_EQ(rounds[0].result, "已更换");
  EXPECT_EQ(rounds[0].submitted_by_name, "王芳");
  EXPECT_EQ(rounds[0].verdict, Verdict::returned);
  EXPECT_EQ(rounds[0].judged_by_name, "李明");
  ASSERT_EQ(rounds[0].judgements.size(), 1u);
  EXPECT_EQ(rounds[0].judgements[0].text, "无渗漏");
  EXPECT_EQ(rounds[0].judgements[0].note, "接口处");
  EXPECT_FALSE(rounds[1].verdict);
  EXPECT_EQ(closing(item.id, {{.point = 1, .passed = true, .note = {}}, {.point = 2, .passed = true, .note = {}}}), "");
  rounds = look(item.id).rounds;
  EXPECT_EQ(rounds[1].verdict, Verdict::accepted);
  EXPECT_EQ(rounds[1].judgements.size(), 2u);
}

TEST_P(Judging, own_work_with_a_standard_is_judged_too) {
  auto item = make(li, {.brief = BriefForm{.standard = {"无渗漏"}}});
  EXPECT_EQ(closing(item.id, {}), "work.points_not_judged; judgements: work.point_not_judged");
  EXPECT_EQ(closing(item.id, {{.point = 1, .passed = true, .note = {}}}), "");
  ASSERT_EQ(look(item.id).rounds.size(), 1u);
}

TEST_P(Judging, without_a_standard_nothing_has_to_be_judged) {
  auto item = make();
  EXPECT_EQ(closing(item.id, {}), "");
  EXPECT_TRUE(look(item.id).rounds.empty());
}

TEST_P(Judging, the_phase_follows_the_state) {
  EXPECT_EQ(make(li, {.draft = true}).phase, Phase::plan);
  auto item = submitted();
  EXPECT_EQ(item.phase, Phase::check);
  EXPECT_EQ(returning(item.id, {{.point = 1, .passed = false, .note = {}}}), "");
  EXPECT_EQ(look(item.id).phase, Phase::do_);
  auto list = [&](Phase phase) { return world().read([&](ReadContext const& ctx) { return work::list(ctx, {.phase = phase}).value().items.size(); }); };
  EXPECT_EQ(list(Phase::plan), 1u);
  EXPECT_EQ(list(Phase::do_), 1u);
  EXPECT_EQ(list(Phase::check), 0u);
  auto none = world().read([&](ReadContext const& ctx) { return work::list(ctx, {.states = {State::draft}, .phase = Phase::check}).value().items.size(); });
  EXPECT_EQ(none, 0u);
}

TEST_P(Judging, a_kind_may_ask_what_was_learned) {
  world().write_as(company->system, [](Context& ctx) {
    return add_kind(ctx, {.code = "drill", .name_zh = "演练", .name_en = "Drill", .required = std::vector<Answer>{}, .asks_lessons = true});
  });
  auto teach = [&](WorkItemId id) { return refused(li, [&](Context& ctx) { return add_lesson(ctx, id, {"下次提前通知"}); }); };
  auto listed = [&](Phase phase) { return world().read([&](ReadContext const& ctx) { return work::list(ctx, {.phase = phase}).value().items.size(); }); };
  auto first = make(li, {.kind = "drill"});
  EXPECT_EQ(teach(first.id), "work.lesson_before_done");
  EXPECT_EQ(closing(first.id, {}), "");
  EXPECT_EQ(look(first.id).phase, Phase::act_pending);
  EXPECT_EQ(listed(Phase::act_pending), 1u);
  EXPECT_EQ(listed(Phase::act), 0u);
  EXPECT_EQ(teach(first.id), "");
  EXPECT_EQ(look(first.id).phase, Phase::act);
  EXPECT_EQ(look(first.id).lessons.at(0).text, "下次提前通知");
  EXPECT_EQ(listed(Phase::act_pending), 0u);
  EXPECT_EQ(listed(Phase::act), 1u);

  auto second = make(li, {.kind = "drill"});
  EXPECT_EQ(refused(li, [&](Context& ctx) { return create(ctx, {.title = "补演", .follow_on_of = second.id}); }), "follow_on_of: work.lesson_before_done");
  EXPECT_EQ(closing(second.id, {}), "");
  auto next = make(li, {.title = "补演", .follow_on_of = second.id});
  EXPECT_EQ(next.follow_on_of->number, second.number);
  EXPECT_EQ(look(second.id).phase, Phase::act);
  EXPECT_EQ(look(second.id).follow_ons.at(0).title, "补演");
}

TEST_P(Judging, a_cancelled_item_has_no_phase) {
  auto item = make(boss, {});
  world().write_as(boss, [&](Context& ctx) { return cancel(ctx, item.id, "不做了"); });
  EXPECT_FALSE(look(item.id).phase);
}

}  // namespace
}  // namespace zx::work
