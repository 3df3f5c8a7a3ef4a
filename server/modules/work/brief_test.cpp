#include "modules/work/brief_rules.hpp"
#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;
using enum Answer;

struct Briefing : WorkWorld {
  /// Every missing answer with its field.
  std::string refused_fields(Actor const& who, std::function<Result<WorkItemView>(Context&)> const& verb) {
    auto result = by(who, verb);
    if (result) return "";
    std::string text = result.refusal().code;
    for (auto const& field : result.refusal().fields) text += "; " + field.path + ": " + field.code;
    return text;
  }
  std::string creating(NewWorkItemForm form) {
    form.title = "电梯投诉";
    return refused_fields(li, [&](Context& ctx) { return create(ctx, form); });
  }
  std::string changing(WorkItemView const& item, WorkItemPatch const& patch) {
    return refused_fields(li, [&](Context& ctx) { return change(ctx, item.id, look(ctx, item.id).version, patch); });
  }
  static WorkItemView look(Context& ctx, WorkItemId id) { return show(ctx, id).value(); }
  NewWorkItemForm complaint() { return {.kind = "complaint", .title = "电梯投诉", .due_at = in(hours(48)), .brief = BriefForm{.standard = {"无异响"}}}; }
};
ON_EACH_ENGINE(Briefing);

TEST_P(Briefing, nothing_leaves_draft_without_the_answers_its_kind_asks_for) {
  EXPECT_EQ(creating({.kind = "complaint"}), "work.brief_incomplete; due_at: work.answer_missing.when; brief.standard: work.answer_missing.standard");
  EXPECT_EQ(creating({.kind = "complaint", .due_at = in(hours(48))}), "work.brief_incomplete; brief.standard: work.answer_missing.standard");
  EXPECT_EQ(creating(complaint()), "");
  EXPECT_EQ(creating({.kind = "complaint", .draft = true}), "") << "a draft may wait for its answers";
}

TEST_P(Briefing, quick_capture_stays_quick) {
  EXPECT_EQ(creating({}), "");
  EXPECT_EQ(creating({.kind = "work_order"}), "work.brief_incomplete; due_at: work.answer_missing.when");
}

TEST_P(Briefing, a_draft_is_assigned_or_handed_over_only_when_its_answers_are_there) {
  auto draft = make(li, {.kind = "complaint", .draft = true});
  auto const missing = "work.brief_incomplete; due_at: work.answer_missing.when; brief.standard: work.answer_missing.standard";
  EXPECT_EQ(refused_fields(li, [&](Context& ctx) { return assign(ctx, draft.id, {}, ""); }), missing);
  EXPECT_EQ(refused_fields(li, [&](Context& ctx) { return assign(ctx, draft.id, wang.employee, ""); }), missing);
  EXPECT_EQ(by(li, [&](Context& ctx) { return hand_over(ctx, draft.id, wang.employee, ""); }).refusal().code, "work.brief_incomplete");
  EXPECT_EQ(changing(draft, {.due_at = in(hours(9)), .brief = BriefPatch{.standard = {{"无异响"}}}}), "");
  EXPECT_EQ(refused_fields(li, [&](Context& ctx) { return assign(ctx, draft.id, wang.employee, ""); }), "");
}

TEST_P(Briefing, an_item_under_way_keeps_the_answers_it_needs) {
  auto item = make(li, complaint());
  EXPECT_EQ(changing(item, {.brief = BriefPatch{.standard = std::vector<std::string>{}}}),
            "work.brief_incomplete; brief.standard: work.answer_missing.standard");
  EXPECT_EQ(changing(item, {.due_at = Patch<Instant>::null()}), "work.brief_incomplete; due_at: work.answer_missing.when");
  auto task = make();
  EXPECT_EQ(changing(task, {.kind = "proposal"}), "work.brief_incomplete; due_at: work.answer_missing.when; brief.standard: work.answer_missing.standard");
}

TEST_P(Briefing, what_is_imported_comes_incomplete_and_may_stay_so) {
  auto item = make_imported(li, {.kind = "complaint", .title = "旧表里的投诉"});
  EXPECT_EQ(item.brief.missing, (std::vector{when, standard}));
  EXPECT_EQ(changing(item, {.title = "旧投诉"}), "");
  EXPECT_EQ(changing(item, {.brief = BriefPatch{.why = std::string("业主不满")}}), "") << "nothing was lost";
}

TEST_P(Briefing, the_view_tells_which_of_the_seven_are_answered) {
  auto item = make(li, complaint());
  EXPECT_EQ(item.brief.answered, (std::vector{who, when, what, standard}));
  EXPECT_EQ(item.brief.required, (std::vector{who, when, what, standard}));
  EXPECT_EQ(item.brief.missing, std::vector<Answer>{});
  EXPECT_EQ(changing(item, {.brief = BriefPatch{.why = std::string("影响安全"), .how = std::string("先断电"), .consequence = std::string("计入考核")}}), "");
  auto after = WorkWorld::look(item.id);
  EXPECT_EQ(after.brief.answered.size(), 7u);
  EXPECT_EQ(after.brief.why, "影响安全");
  EXPECT_EQ(after.brief.standard, std::vector<std::string>{"无异响"});
  EXPECT_EQ(changing(item, {.brief = BriefPatch{.why = Patch<std::string>::null()}}), "");
  EXPECT_EQ(WorkWorld::look(item.id).brief.answered.size(), 6u);
}

TEST_P(Briefing, a_changed_answer_stands_in_the_history) {
  auto item = make(li, complaint());
  EXPECT_EQ(changing(item, {.brief = BriefPatch{.why = std::string("影响安全"), .standard = {{" 无异响 ", "平层"}}}}), "");
  EXPECT_EQ(said(history(item.id).front().changes), "why:  → 影响安全; standard: 无异响 → 无异响\n平层; ");
}

TEST_P(Briefing, an_answer_has_a_length_and_a_point_says_something) {
  EXPECT_EQ(creating({.brief = BriefForm{.why = std::string(4001, 'x'), .standard = {"好", " "}}}),
            "request.invalid_fields; brief.why: field.too_long; brief.standard.1: field.required");
}

TEST_P(Briefing, the_report_counts_the_missing_answers_by_who_assigned) {
  make(li, complaint());
  make(li, {.due_at = in(hours(9))});
  make(chen, {});
  auto report = [&](BriefReportQuery const& query) { return world().read_as(boss, [&](ReadContext const& ctx) { return brief_report(ctx, query).value(); }); };
  auto lines = report({});
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].name, "李明");
  EXPECT_EQ(lines[0].items, 2);
  EXPECT_EQ(lines[0].standard, 1);
  EXPECT_EQ(lines[0].why, 2);
  EXPECT_EQ(lines[0].when, 0);
  EXPECT_EQ(lines[1].name, "陈总工");
  EXPECT_EQ(lines[1].when, 1);
  lines = report({.by = BriefGroup::department});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].name, "工程部");
  EXPECT_EQ(lines[0].standard, 2);
  EXPECT_TRUE(report({.from = Date{2026, 1, 1}, .to = Date{2026, 1, 31}}).empty());
}

TEST_P(Briefing, who_is_missing_while_nobody_has_accepted) {
  make(li, {});
  make(li, {.draft = true});
  auto const offered = make(li, {.handler_id = wang.employee});
  auto who_missing = [&](BriefGroup by) {
    return world().read_as(boss, [&](ReadContext const& ctx) { return brief_report(ctx, {.by = by}).value().at(0).who; });
  };
  EXPECT_EQ(who_missing(BriefGroup::assigner), 2);
  accept(wang, offered.pending_handoff->id);
  EXPECT_EQ(who_missing(BriefGroup::assigner), 1);
  EXPECT_EQ(who_missing(BriefGroup::department), 1);
}

TEST_P(Briefing, the_report_shows_only_what_one_sees) {
  make(chen, {});
  auto lines = world().read_as(sun, [&](ReadContext const& ctx) { return brief_report(ctx, {}).value(); });
  EXPECT_TRUE(lines.empty());
  auto backward = world().read_as(boss, [&](ReadContext const& ctx) { return brief_report(ctx, {.from = Date{2026, 2, 1}, .to = Date{2026, 1, 1}}); });
  EXPECT_EQ(backward.refusal().fields.at(0).code, "work.period_backward");
}

}  // namespace
}  // namespace zx::work
