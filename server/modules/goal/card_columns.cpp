#include "modules/goal/card_columns.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace zx::goal::card_sheet {
namespace {

struct Words {
  std::string_view zh;
  std::string_view en;
  std::string_view in(std::string_view language) const { return language == "en" ? en : zh; }
  bool has(std::string_view folded) const { return folded == zh || folded == text::fold(en); }
};

struct Facts {
  Words words;
  std::string_view field;  ///< of the form
  std::string_view note;   ///< i18n key
  double width;
  bool is_number = false;
};

constexpr std::array<Facts, column_count> facts{{{{"工号", "Employee no."}, "person_id", "goal.sheet.number", 10},
                                                 {{"姓名", "Name"}, "", "goal.sheet.name", 10},
                                                 {{"目标项", "Goal"}, "what", "goal.sheet.what", 30},
                                                 {{"目的", "Purpose"}, "purpose", "goal.sheet.purpose", 20},
                                                 {{"标准", "Standard"}, "quantity", "goal.sheet.standard", 26},
                                                 {{"质量", "Quality"}, "quality", "goal.sheet.quality", 18},
                                                 {{"时间要求", "Time"}, "time_standard", "goal.sheet.time", 18},
                                                 {{"成本", "Cost"}, "cost", "goal.sheet.cost", 18},
                                                 {{"方法", "How"}, "how", "goal.sheet.how", 26},
                                                 {{"指标", "Measure"}, "measure", "goal.sheet.measure", 18},
                                                 {{"单位", "Unit"}, "unit", "goal.sheet.unit", 8},
                                                 {{"方向", "Better when"}, "better", "goal.sheet.better", 10},
                                                 {{"累计方式", "Counts"}, "accrual", "goal.sheet.accrual", 10},
                                                 {{"保底", "Base"}, "base", "goal.sheet.base", 10, true},
                                                 {{"承诺", "Committed"}, "commit", "goal.sheet.commit", 10, true},
                                                 {{"目标值", "Target"}, "target", "goal.sheet.target", 10, true},
                                                 {{"挑战", "Stretch"}, "stretch", "goal.sheet.stretch", 10, true},
                                                 {{"权重", "Weight"}, "weight", "goal.sheet.weight", 8, true},
                                                 {{"截止", "Due"}, "due_on", "goal.sheet.due", 12},
                                                 {{"里程碑", "Milestones"}, "milestones", "goal.sheet.milestones", 30},
                                                 {{"上级目标", "Goal above"}, "parent_item_id", "goal.sheet.parent", 24},
                                                 {{"支持部门", "Supporting departments"}, "support_department_ids", "goal.sheet.supports", 20},
                                                 {{"风险", "Risks"}, "risks", "goal.sheet.risks", 24},
                                                 {{"实际值来源", "Actual from"}, "rollup", "goal.sheet.rollup", 14},
                                                 {{"责任客户", "Customers"}, "customers", "goal.sheet.customers", 20},
                                                 {{"理由", "Why these goals"}, "reason", "goal.sheet.reason", 30},
                                                 {{"授权范围", "Limits"}, "limits", "goal.sheet.limits", 24},
                                                 {{"检查频率", "Rhythm"}, "rhythm", "goal.sheet.rhythm", 10}}};

constexpr std::array<Words, 2> better_words{{{"越高越好", "Higher is better"}, {"越低越好", "Lower is better"}}};
constexpr std::array<Words, 2> accrual_words{{{"逐步累计", "Adds up"}, {"始终保持", "Holds a level"}}};
constexpr std::array<Words, 4> rollup_words{
    {{"手工填写", "By hand"}, {"下级合计", "Sum of those below"}, {"下级平均", "Average of those below"}, {"按权重平均", "Average by weight"}}};
constexpr std::array<Words, 2> rhythm_words{{{"每周", "Weekly"}, {"每月", "Monthly"}}};
constexpr Words reason{"错误原因", "Reason"};

template <class Enum, std::size_t count>
std::optional<Enum> called(std::array<Words, count> const& words, std::string_view text) {
  auto const folded = text::fold(text::trim(text));
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].has(folded)) return static_cast<Enum>(i);
  return std::nullopt;
}

Facts const& of(Column column) { return facts[static_cast<std::size_t>(column)]; }

}  // namespace

std::string_view word_of(Column column, std::string_view language) { return of(column).words.in(language); }
std::string_view note_of(Column column) { return of(column).note; }

std::optional<Column> column_called(std::string_view header) {
  auto plain = text::trim(header);
  while (!plain.empty() && plain.front() == '*') plain = text::trim(plain.substr(1));
  auto const folded = text::fold(plain);
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (facts[i].words.has(folded)) return static_cast<Column>(i);
  return std::nullopt;
}

Column column_of(std::string_view field) {
  auto const name = field.substr(0, field.find('.'));
  auto const found = std::ranges::find(facts, name, &Facts::field);
  return found == facts.end() ? Column::what : static_cast<Column>(found - facts.begin());
}

Column column_of_card(std::string_view field) {
  auto const column = column_of(field);
  return of(column).field == field ? column : Column::number;
}

std::vector<xlsx::Column> columns_in(std::string_view language) {
  std::vector<xlsx::Column> columns;
  for (auto const& each : facts)
    columns.push_back(
        {.header = std::string(each.words.in(language)), .width = each.width, .kind = each.is_number ? xlsx::ColumnKind::number : xlsx::ColumnKind::code});
  for (auto column : {Column::number, Column::what, Column::weight}) columns[static_cast<std::size_t>(column)].required = true;
  return columns;
}

std::string_view word_of(BetterWhen better, std::string_view language) { return better_words[static_cast<std::size_t>(better)].in(language); }
std::string_view word_of(Accrual accrual, std::string_view language) { return accrual_words[static_cast<std::size_t>(accrual)].in(language); }
std::optional<BetterWhen> better_called(std::string_view word) { return called<BetterWhen>(better_words, word); }
std::optional<Accrual> accrual_called(std::string_view word) { return called<Accrual>(accrual_words, word); }

std::string_view word_of(Rollup rollup, std::string_view language) { return rollup_words[static_cast<std::size_t>(rollup)].in(language); }
std::string_view word_of(Rhythm rhythm, std::string_view language) { return rhythm_words[static_cast<std::size_t>(rhythm)].in(language); }
std::optional<Rollup> rollup_called(std::string_view word) { return called<Rollup>(rollup_words, word); }
std::optional<Rhythm> rhythm_called(std::string_view word) { return called<Rhythm>(rhythm_words, word); }

std::string_view reason_word(std::string_view language) { return reason.in(language); }
bool is_reason(std::string_view header) { return reason.has(text::fold(text::trim(header))); }

}  // namespace zx::goal::card_sheet
