#pragma once
// What the organization decides about goal cards, and how people are led.

#include <vector>

#include "modules/goal/card_words.hpp"
#include "modules/goal/evaluating.hpp"

namespace zx::goal {

struct GoalSettingsView {
  bool smart_blocks = false;      ///< findings of the SMART check stop a proposal
  Decimal tolerance;              ///< percent behind the line that is no exception; 10 as shipped
  Decimal completion_cap;         ///< percent; 150 as shipped
  Decimal factor_least;           ///< percent; 80 as shipped
  Decimal factor_most;            ///< percent; 120 as shipped
  std::int64_t support_days = 3;  ///< working days a department or a supervisor has for an answer
  std::vector<GradeBand> grades;  ///< from the highest down; the last begins at 0
  std::int64_t version = 0;       ///< 0: as shipped
};
BOOST_DESCRIBE_STRUCT(GoalSettingsView, (), (smart_blocks, tolerance, completion_cap, factor_least, factor_most, support_days, grades, version))

struct GoalSettingsForm {
  bool smart_blocks = false;
  Decimal tolerance;
  Decimal completion_cap;
  Decimal factor_least;
  Decimal factor_most;
  std::int64_t support_days = 3;
  std::vector<GradeBand> grades;
};
BOOST_DESCRIBE_STRUCT(GoalSettingsForm, (), (smart_blocks, tolerance, completion_cap, factor_least, factor_most, support_days, grades))

struct StyleForm {
  ManagementStyle style = ManagementStyle::participative;
};
BOOST_DESCRIBE_STRUCT(StyleForm, (), (style))
struct StyleView {
  EmployeeId employee_id;
  std::string employee_name;
  ManagementStyle style = ManagementStyle::participative;
};
BOOST_DESCRIBE_STRUCT(StyleView, (), (employee_id, employee_name, style))

GoalSettingsView goal_settings(ReadContext const& ctx);
/// Refuses goal.setting_range, goal.grades_order, request.stale; version 0 for what was never changed.
Result<GoalSettingsView> change_goal_settings(Context& ctx, std::int64_t version, GoalSettingsForm const& form);

/// The default of somebody's new cards.
ManagementStyle style_of(ReadContext const& ctx, EmployeeId id);
Result<StyleView> show_style(ReadContext const& ctx, EmployeeId id);
/// By whoever stands above the person (the reporting line). Refuses goal.style_not_yours.
Result<StyleView> set_style(Context& ctx, EmployeeId id, StyleForm const& form);

}  // namespace zx::goal
