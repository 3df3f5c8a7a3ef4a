// How a goal card ends, how many are made at once, and how one is printed.

#include "modules/goal/card_fixture.hpp"
#include "modules/goal/card_sheet.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::goal {
namespace {

struct CardEnds : CardWorld {
  CardImportReport imported(std::string const& file, CardImportQuery const& query) {
    auto report = import_cards(world().services, chen, file, query);
    if (!report) throw fixture::UnexpectedRefusal(report.refusal());
    return *report;
  }
};
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
  EXPECT_EQ(look(chen, card.id).may, std::vector{CardAct::review}) << "one can still look back on it";
}

TEST_P(CardEnds, a_question_about_the_evaluation_is_answered_before_the_card_closes) {
  auto card = agreed(li, quarter({fees()}));
  checked(li, card.items[0].id, {.actual = some("60")});
  auto answer = [&](Actor const& who, EvaluationAnswer what, std::optional<std::string> note) {
    return refused(who, [&](Context& ctx) { return answer_evaluation(ctx, card.id, {what, note}); });
  };
  auto reply = [&](Actor const& who, std::string_view text) { return refused(who, [&](Context& ctx) { return reply_to_question(ctx, card.id, text); }); };
  EXPECT_EQ(answer(li, EvaluationAnswer::agreed, {}), "goal.illegal_step");
  world().write_as(li, [&](Context& ctx) { return evaluate_oneself(ctx, card.id, {"完成", {}}); });
  world().write_as(chen,
                   [&](Context& ctx) { return evaluate_card(ctx, card.id, {.summary = "好", .difficulty_reason = "平", .effort_reason = "平", .items = {}}); });
  EXPECT_EQ(answer(chen, EvaluationAnswer::agreed, {}), "goal.not_yours");
  EXPECT_EQ(reply(chen, "见面谈"), "goal.no_question");
  EXPECT_EQ(answer(li, EvaluationAnswer::questioned, " "), "note: goal.question_needed");
  EXPECT_EQ(answer(li, EvaluationAnswer::questioned, "难度为什么只有100%？"), "");
  EXPECT_EQ(answer(li, EvaluationAnswer::agreed, {}), "goal.answered_already");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return close_card(ctx, card.id, "谈过"); }), "goal.question_open");
  EXPECT_EQ(reply(chen, ""), "reply: goal.reply_needed");
  EXPECT_EQ(reply(chen, "同类小区都按100%"), "");
  auto const seen = look(li, card.id);
  EXPECT_EQ(seen.reply, "同类小区都按100%");
  EXPECT_EQ(seen.may, (std::vector{CardAct::answer_evaluation, CardAct::review}));
  EXPECT_EQ(answer(li, EvaluationAnswer::agreed, {}), "") << "a question that was answered can be withdrawn";
  EXPECT_EQ(history(card.id).front().event, "goal_card.evaluation_agreed");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return close_card(ctx, card.id, "谈过"); }), "");
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
  auto tried = imported(bytes, query);
  EXPECT_EQ(tried.error_count, 0);
  EXPECT_EQ(tried.cards, 70);
  auto listed = [&] { return world().read_as(chen, [&](ReadContext const& ctx) { return list_cards(ctx, {.limit = 200}).value().items; }); };
  EXPECT_TRUE(listed().empty()) << "a dry run writes nothing";
  query.dry_run = false;
  imported(bytes, query);
  auto const cards = listed();
  ASSERT_EQ(cards.size(), 70u);
  for (auto const& card : cards) {
    EXPECT_EQ(card.items, 30);
    EXPECT_EQ(card.weight_sum, number("100"));
  }
  auto again = imported(bytes, query);
  EXPECT_EQ(again.error_count, 70) << "each has a card already";
}

TEST_P(CardEnds, a_sheet_with_errors_makes_nothing_and_names_the_rows) {
  auto const bytes = workbook({{"E3", "收费", "", "", "万元", "一百", "100", "2026-12-31"},
                               {"无此人", "收费", "", "", "", "", "100", ""},
                               {"E4", "收费按期", "", "", "", "", "90", "2027-02-01"}});
  auto report = imported(bytes, {.period = CardPeriod::quarter, .day = Date{2026, 11, 20}});
  std::string all;
  for (auto const& error : report.errors) all += std::to_string(error.row) + error.column + ":" + error.code + " ";
  EXPECT_EQ(all, "3目标值:goal.import_number 4工号:org.nobody_called 5截止:goal.outside_period 5权重:goal.weights_not_100 ");
  EXPECT_EQ(report.cards, 0);
}

TEST_P(CardEnds, every_column_of_a_sheet_arrives_and_goes_out_again_in_both_languages) {
  auto const above = make(chen, quarter({fees("100")}));
  CardImportQuery const query{.period = CardPeriod::quarter, .day = Date{2026, 11, 20}};
  auto const csv = [](std::string const& header, std::string const& number, std::string const& rest) { return header + "\n" + number + rest; };
  auto const number_of = [&](Actor const& who) {
    return world().read_as(who, [&](ReadContext const& ctx) { return org::find_employee(ctx, who.employee)->number; });
  };
  auto const said = [](CardImportReport const& report) {
    std::string all;
    for (auto const& error : report.errors) all += std::to_string(error.row) + error.column + ":" + error.code + " ";
    return all;
  };
  auto const chinese = imported(csv("工号,目标项,指标,单位,方向,累计方式,保底,承诺,目标值,挑战,权重,截止,里程碑,上级目标,支持部门,风险", number_of(li),
                                    ",收缴物业费,收缴额,万元,越高越好,始终保持,80,90,100,120,100,2026-12-31,2026-11-30 六成；含前期欠费；2026/12/20 收齐," +
                                        above.items[0].what + ",财务部、维修组,雨季\n"),
                                query);
  EXPECT_EQ(said(chinese), "");
  auto const english = imported(csv("Employee no.,Goal,Better when,Counts,Target,Weight,Goal above", number_of(wang),
                                    ",Answer complaints,lower is better,Holds a level,10,100," + above.items[0].number + "\n"),
                                query);
  EXPECT_EQ(said(english), "");
  auto const of = [&](Actor const& who) {
    auto const line = world().read_as(chen, [&](ReadContext const& ctx) { return list_cards(ctx, {.person_id = who.employee}).value().items.at(0); });
    return look(chen, line.id).items.at(0);
  };
  auto const item = of(li);
  EXPECT_EQ(item.accrual, Accrual::level);
  EXPECT_EQ(item.base, number("80"));
  EXPECT_EQ(item.commit, number("90"));
  EXPECT_EQ(item.stretch, number("120"));
  ASSERT_EQ(item.milestones.size(), 2u);
  EXPECT_EQ(item.milestones[0].text, "六成；含前期欠费");
  EXPECT_EQ(item.milestones[1].on, (Date{2026, 12, 20}));
  ASSERT_TRUE(item.parent);
  EXPECT_EQ(item.parent->id, above.items[0].id);
  EXPECT_EQ(item.supports.size(), 2u);
  EXPECT_EQ(of(wang).better, BetterWhen::lower);
  EXPECT_EQ(of(wang).parent->id, above.items[0].id);
  // What was exported can be imported for the next quarter.
  auto const file = export_cards(world().services, chen, {.whose = WhoseCards::supervised}, CardFileFormat::xlsx).value();
  auto const again = imported(file, {.dry_run = true, .period = CardPeriod::quarter, .day = Date{2026, 11, 20}});
  EXPECT_EQ(again.rows, 2);
  EXPECT_EQ(again.error_count, 2) << said(again) << " each has a card already, and nothing else is wrong";
}

TEST_P(CardEnds, what_a_sheet_says_of_the_whole_card_stands_once_and_comes_back_from_the_export) {
  CardImportQuery query{.period = CardPeriod::quarter, .day = Date{2026, 11, 20}, .style = ManagementStyle::guiding};
  std::string const header = "工号,目标项,单位,目标值,权重,实际值来源,责任客户,理由,授权范围,检查频率\n";
  auto const number = world().read_as(li, [&](ReadContext const& ctx) { return org::find_employee(ctx, li.employee)->number; });
  auto const said = [&](std::string const& rows) {
    std::string all;
    for (auto const& error : imported(header + rows, query).errors) all += std::to_string(error.row) + error.column + ":" + error.code + " ";
    return all;
  };
  EXPECT_EQ(said(number + ",收费按期,万元,10,100,,,,,\n"), "2理由:goal.reason_needed ") << "a proposal would refuse it later";
  EXPECT_EQ(said(number + ",收费按期,万元,10,60,,,年年拖欠,,\n" + number + ",回访,户,10,40,,,另一个,,每天\n"),
            "3理由:goal.import_differs 3检查频率:goal.import_rhythm ");
  EXPECT_EQ(said(number + ",收费按期,,10,100,猜的,,年年拖欠,,\n"), "2实际值来源:goal.import_rollup ");
  EXPECT_EQ(said(number + ",收费按期,,10,100,下级合计,,年年拖欠,,\n"), "2单位:goal.rollup_unit ");
  EXPECT_EQ(said(number + ",收费按期,万元,10,60,下级合计,,,,\n" + number + ",回访,户,10,40,,东区商户,年年拖欠,五千元以内,每月\n"), "");
  auto const of = [&](CardPeriod period) {
    auto const line =
        world().read_as(chen, [&](ReadContext const& ctx) { return list_cards(ctx, {.person_id = li.employee, .period = period}).value().items.at(0); });
    return look(line.id);
  };
  auto const check = [&](GoalCardView const& card) {
    EXPECT_EQ(card.items[0].rollup, Rollup::sum);
    EXPECT_EQ(card.items[1].rollup, Rollup::by_hand);
    EXPECT_EQ(card.customers, "东区商户");
    EXPECT_EQ(card.reason, "年年拖欠");
    EXPECT_EQ(card.limits, "五千元以内");
    EXPECT_EQ(card.rhythm, Rhythm::monthly);
  };
  check(of(CardPeriod::quarter));
  for (auto const& [language, period] : {std::pair("en", CardPeriod::month), std::pair("zh", CardPeriod::half)}) {
    auto reader = chen;
    reader.language = language;
    auto const file = export_cards(world().services, reader, {.person_id = li.employee, .period = CardPeriod::quarter}, CardFileFormat::csv).value();
    query.period = period;
    query.day = Date{2026, 12, 20};
    EXPECT_EQ(imported(file, query).error_count, 0) << file;
    check(of(period));
  }
}

TEST_P(CardEnds, refused_rows_go_back_with_their_reasons_and_a_dry_run_finds_what_the_import_would) {
  auto const bytes = workbook({{"E3", "收费按期", "", "", "", "", "100", ""}, {"E4", "收费按期", "", "", "", "", "90", "2027-02-01"}});
  CardImportQuery const query{.dry_run = true, .period = CardPeriod::quarter, .day = Date{2026, 11, 20}};
  auto const report = imported(bytes, query);
  ASSERT_EQ(report.verdicts.size(), 2u);
  EXPECT_EQ(report.verdicts[0].verdict, CardRowVerdict::new_goal);
  EXPECT_EQ(report.verdicts[1].verdict, CardRowVerdict::refused);
  auto const file = card_error_file(chen, bytes, report, CardFileFormat::csv);
  EXPECT_NE(file.find("错误原因"), file.npos);
  EXPECT_NE(file.find("E4"), file.npos);
  EXPECT_EQ(file.find("E3"), file.npos);
  // Only whoever may write the card can import it; the dry run says so, too.
  auto const stranger = import_cards(world().services, zhao, workbook({{"E3", "收费按期", "", "", "", "", "100", ""}}), query).value();
  ASSERT_EQ(stranger.errors.size(), 1u);
  EXPECT_EQ(stranger.errors[0].code, "goal.not_for_others");
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
