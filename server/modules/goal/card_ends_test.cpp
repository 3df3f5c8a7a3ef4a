// How a goal card ends, how many are made at once, and how one is printed.

#include "modules/goal/card_fixture.hpp"
#include "modules/goal/card_sheet.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::goal {
namespace {

struct CardEnds : CardWorld {};
ON_EACH_ENGINE(CardEnds);

// ---- Evaluation ----

TEST_P(CardEnds, the_golden_score_comes_out_of_the_card_and_stays) {
  char const* weights[] = {"30", "30", "10", "10", "10", "10"};
  char const* completions[] = {"105", "90", "103", "90", "120", "100"};
  std::vector<GoalItemForm> forms;
  for (auto const* weight : weights) forms.push_back(fees(weight));
  auto card = agreed(li, quarter(forms));
  EXPECT_EQ(refused(li, [&](Context& ctx) { return evaluate_oneself(ctx, card.id, {"完成", {}}); }), "goal.illegal_step") << "it has not begun";
  world().write_as(li, [&](Context& ctx) { return activate_card(ctx, card.id); });
  SelfEvaluationForm self{"总体完成较好", {}};
  EXPECT_EQ(refused(li, [&](Context& ctx) { return evaluate_oneself(ctx, card.id, self); }), "goal.actual_missing");
  for (std::size_t i = 0; i < 6; ++i) self.items.push_back({card.items[i].id, some(completions[i]), {}});
  self.items[0].actual = some("104");
  EvaluationForm form{.summary = "超额完成",
                      .difficulty = number("110"),
                      .difficulty_reason = "两栋楼搬迁",
                      .effort = number("105"),
                      .effort_reason = "连续加班",
                      .items = {{card.items[0].id, some("105"), "补录一笔"}}};
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return evaluate_card(ctx, card.id, form); }), "goal.illegal_step") << "oneself first";
  world().write_as(li, [&](Context& ctx) { return evaluate_oneself(ctx, card.id, self); });
  EXPECT_EQ(refused(li, [&](Context& ctx) { return evaluate_card(ctx, card.id, form); }), "goal.not_yours");
  auto strict = form;
  strict.difficulty = number("120.1");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return evaluate_card(ctx, card.id, strict); }), "difficulty: goal.factor_bounds");
  strict = form;
  strict.effort_reason = "";
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return evaluate_card(ctx, card.id, strict); }), "effort_reason: field.required");
  auto done = world().write_as(chen, [&](Context& ctx) { return evaluate_card(ctx, card.id, form); });
  ASSERT_TRUE(done.calculation);
  EXPECT_EQ(done.calculation->sum, number("99.8"));
  EXPECT_EQ(done.calculation->after_difficulty, number("109.78"));
  EXPECT_EQ(done.score, number("115.269"));
  EXPECT_EQ(done.calculation->shown, "115.3");
  EXPECT_EQ(done.grade, "A");
  EXPECT_EQ(done.items[0].self_actual, number("104")) << "what the person said stays beside it";
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return close_card(ctx, card.id, ""); }), "talk: goal.talk_needed");
  world().write_as(chen, [&](Context& ctx) { return close_card(ctx, card.id, "下季度带一名新人"); });
  auto standing = world().read_as(li, [&](ReadContext const& ctx) { return followup::standing_of(ctx, {card.items[0].id.uuid}).value(); });
  EXPECT_EQ(standing.state, followup::CommitmentState::closed);
  // The grades change; what was given stays.
  auto settings = world().read([&](ReadContext const& ctx) { return goal_settings(ctx); });
  GoalSettingsForm other{
      false, settings.tolerance, number("100"), settings.factor_least, settings.factor_most, 3, {{"优", number("120")}, {"良", number("0")}}};
  world().write_as(company->system, [&](Context& ctx) { return change_goal_settings(ctx, 0, other); });
  auto kept = look(card.id);
  EXPECT_EQ(kept.grade, "A");
  EXPECT_EQ(kept.calculation->score, number("115.269"));
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return change_card(ctx, card.id, kept.version, {.supervisor_id = boss.employee}); }), "goal.fixed");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return check_in(ctx, card.items[0].id, {.finding = "再补"}); }), "goal.illegal_step");
  EXPECT_TRUE(kept.may.empty() || look(chen, card.id).may.empty());
}

// ---- Many at once ----

std::string workbook(std::vector<std::vector<std::string>> const& rows) {
  xlsx::Workbook book({.temporary_directory = std::filesystem::temp_directory_path(), .created = {}, .author = "测试"});
  xlsx::Sheet sheet{.name = "目标卡", .title = "目标卡"};
  for (auto const* header : {"工号", "目标项", "标准", "指标", "单位", "目标值", "权重", "截止"}) sheet.columns.push_back({.header = header});
  book.begin_sheet(std::move(sheet));
  for (auto const& row : rows) {
    std::vector<table::Cell> cells;
    for (auto const& cell : row) cells.push_back(cell.empty() ? table::Cell{} : table::Cell::of_text(cell));
    EXPECT_TRUE(book.add_row(cells).ok());
  }
  return book.bytes();
}

TEST_P(CardEnds, seventy_people_with_thirty_goals_come_from_one_sheet) {
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 70; ++i) {
    auto const number = "M" + std::to_string(100 + i);
    company->employ({.number = number, .name = "员工" + std::to_string(i), .department_id = works, .supervisor_id = chen.employee});
    for (int goal = 0; goal < 30; ++goal)
      rows.push_back({number, "目标" + std::to_string(goal) + "按期完成", "", "指标" + std::to_string(goal), "件", "10", goal < 20 ? "3" : "4", "2026-12-31"});
  }
  auto const bytes = workbook(rows);
  CardImportQuery query{.dry_run = true, .period = CardPeriod::quarter, .day = Date{2026, 11, 20}};
  auto tried = world().write_as(chen, [&](Context& ctx) { return import_cards(ctx, bytes, query); });
  EXPECT_EQ(tried.error_count, 0);
  EXPECT_EQ(tried.cards, 70);
  auto listed = [&] { return world().read_as(chen, [&](ReadContext const& ctx) { return list_cards(ctx, {.limit = 200}).value().items; }); };
  EXPECT_TRUE(listed().empty()) << "a dry run writes nothing";
  query.dry_run = false;
  world().write_as(chen, [&](Context& ctx) { return import_cards(ctx, bytes, query); });
  auto const cards = listed();
  ASSERT_EQ(cards.size(), 70u);
  for (auto const& card : cards) {
    EXPECT_EQ(card.items, 30);
    EXPECT_EQ(card.weight_sum, number("100"));
  }
  auto again = world().write_as(chen, [&](Context& ctx) { return import_cards(ctx, bytes, query); });
  EXPECT_EQ(again.error_count, 70) << "each has a card already";
}

TEST_P(CardEnds, a_sheet_with_errors_makes_nothing_and_names_the_rows) {
  auto const bytes = workbook({{"E3", "收费", "", "", "万元", "一百", "100", "2026-12-31"},
                               {"无此人", "收费", "", "", "", "", "100", ""},
                               {"E4", "收费按期", "", "", "", "", "90", "2027-02-01"}});
  auto report = world().write_as(chen, [&](Context& ctx) { return import_cards(ctx, bytes, {.period = CardPeriod::quarter, .day = Date{2026, 11, 20}}); });
  std::string all;
  for (auto const& error : report.errors) all += std::to_string(error.row) + error.column + ":" + error.code + " ";
  EXPECT_EQ(all, "3目标值:goal.import_number 4工号:org.nobody_called 5截止:goal.outside_period 5权重:goal.weights_not_100 ");
  EXPECT_EQ(report.cards, 0);
}

TEST_P(CardEnds, a_card_is_copied_to_the_next_period_or_to_others) {
  auto card = make(li, quarter({fees("60"), complaints("40")}));
  auto next = world().write_as(li, [&](Context& ctx) { return copy_card(ctx, card.id, {}); }).cards.at(0);
  EXPECT_EQ(next.period_from, (Date{2027, 1, 1}));
  auto shown = look(next.id);
  EXPECT_EQ(shown.items[0].due_on, (Date{2027, 3, 31})) << "the last day stays the last day";
  EXPECT_EQ(shown.items[0].milestones[0].on, (Date{2027, 3, 2}));
  EXPECT_EQ(shown.copied_from, card.id);
  auto others = world().write_as(chen, [&](Context& ctx) { return copy_card(ctx, card.id, {.person_ids = {wang.employee, zhao.employee}}); });
  ASSERT_EQ(others.cards.size(), 2u);
  EXPECT_EQ(others.cards[0].period_from, card.period_from);
  EXPECT_EQ(others.cards[0].person.name, "王芳");
}

TEST_P(CardEnds, the_paper_form_is_a_pdf_in_both_languages) {
  auto card = agreed(li, quarter({fees("60"), complaints("40")}));
  for (auto const* language : {"zh", "en"}) {
    auto reader = li;
    reader.language = language;
    auto pdf = world().read_as(reader, [&](ReadContext const& ctx) { return print_card(ctx, card.id).value(); });
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
  }
}

}  // namespace
}  // namespace zx::goal
