#include "modules/goal/card_settings.hpp"

#include <algorithm>

#include "modules/goal/card_store.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {
namespace {

struct SettingsRow {
  bool smart_blocks = false;
  Decimal tolerance;
  Decimal completion_cap;
  Decimal factor_least;
  Decimal factor_most;
  std::int64_t support_days = 3;
  std::string grades;  ///< JSON
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SettingsRow, (), (smart_blocks, tolerance, completion_cap, factor_least, factor_most, support_days, grades, version))

GoalSettingsView shipped() {
  auto band = [](char const* grade, std::int64_t from) { return GradeBand{grade, Decimal::of(from)}; };
  return {.smart_blocks = false,
          .tolerance = Decimal::of(10),
          .completion_cap = Decimal::of(150),
          .factor_least = Decimal::of(80),
          .factor_most = Decimal::of(120),
          .support_days = 3,
          .grades = {band("A", 110), band("B", 90), band("C", 75), band("D", 60), band("E", 0)},
          .version = 0};
}

std::vector<FieldError> wrong_fields(GoalSettingsForm const& form) {
  std::vector<FieldError> errors;
  auto check = [&](char const* field, Decimal value, std::int64_t least, std::int64_t most) {
    if (value < Decimal::of(least) || value > Decimal::of(most))
      errors.push_back({field, "field.out_of_range", {{"least", std::to_string(least)}, {"most", std::to_string(most)}}});
  };
  check("tolerance", form.tolerance, 0, 100);
  check("completion_cap", form.completion_cap, 100, 1000);
  check("factor_least", form.factor_least, 1, 100);
  check("factor_most", form.factor_most, 100, 300);
  if (form.support_days < 1 || form.support_days > 60) errors.push_back({"support_days", "field.out_of_range", {{"least", "1"}, {"most", "60"}}});
  if (form.grades.empty() || form.grades.size() > 12) errors.push_back({"grades", "goal.grades_order", {}});
  for (std::size_t i = 0; i < form.grades.size(); ++i) {
    auto const path = "grades." + std::to_string(i) + ".";
    auto const& band = form.grades[i];
    if (text::trim(band.grade).empty() || text::length(band.grade) > 20) errors.push_back({path + "grade", "goal.grade_name", {}});
    bool const falls = i == 0 || band.from < form.grades[i - 1].from;
    bool const ends = i + 1 < form.grades.size() || band.from == Decimal{};
    if (!falls || !ends) errors.push_back({path + "from", "goal.grades_order", {}});
  }
  return errors;
}

}  // namespace

GoalSettingsView goal_settings(ReadContext const& ctx) {
  auto row = ctx.db.one<SettingsRow>(sql::settings, {{"org", ctx.actor.organization}});
  if (!row) return shipped();
  return {.smart_blocks = row->smart_blocks,
          .tolerance = row->tolerance,
          .completion_cap = row->completion_cap,
          .factor_least = row->factor_least,
          .factor_most = row->factor_most,
          .support_days = row->support_days,
          .grades = from_json<std::vector<GradeBand>>(row->grades).value(),
          .version = row->version};
}

Result<GoalSettingsView> change_goal_settings(Context& ctx, std::int64_t version, GoalSettingsForm const& form) {
  if (auto errors = wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto const before = goal_settings(ctx);
  if (before.version != version) return Refusal::stale("request.stale");
  auto const changed = ctx.db.execute(sql::save_settings, {{"org", ctx.actor.organization},
                                                           {"smart_blocks", form.smart_blocks},
                                                           {"tolerance", form.tolerance},
                                                           {"completion_cap", form.completion_cap},
                                                           {"factor_least", form.factor_least},
                                                           {"factor_most", form.factor_most},
                                                           {"support_days", form.support_days},
                                                           {"grades", to_json(form.grades)},
                                                           {"version", version}});
  if (changed != 1) return Refusal::stale("request.stale");
  auto const after = goal_settings(ctx);
  timeline::append(ctx, {"organization", ctx.actor.organization.uuid}, "organization.goal_settings_changed",
                   {{"goal_tolerance", before.tolerance.text(), after.tolerance.text()},
                    {"goal_completion_cap", before.completion_cap.text(), after.completion_cap.text()},
                    {"goal_factor_least", before.factor_least.text(), after.factor_least.text()},
                    {"goal_factor_most", before.factor_most.text(), after.factor_most.text()},
                    {"goal_support_days", std::to_string(before.support_days), std::to_string(after.support_days)},
                    {"goal_grades", to_json(before.grades), to_json(after.grades)},
                    {"goal_smart_blocks", before.smart_blocks ? "true" : "false", after.smart_blocks ? "true" : "false"}});
  return after;
}

ManagementStyle style_of(ReadContext const& ctx, EmployeeId id) {
  return ctx.db.one<ManagementStyle>(sql::style_of, {{"org", ctx.actor.organization}, {"employee", id}}).value_or(ManagementStyle::participative);
}

namespace {

Result<org::EmployeeBrief> person_near(ReadContext const& ctx, EmployeeId id) {
  auto person = org::find_employee(ctx, id);
  if (!person) return Refusal::not_found("request.not_found");
  return std::move(*person);
}

bool stands_above(ReadContext const& ctx, EmployeeId id) {
  if (ctx.actor.is_system) return true;
  auto const line = org::chart_of(ctx)->reporting_line(id, store::today(ctx));
  return std::ranges::find(line, ctx.actor.employee) != line.end();
}

}  // namespace

Result<StyleView> show_style(ReadContext const& ctx, EmployeeId id) {
  auto const person = TRY(person_near(ctx, id));
  if (id != ctx.actor.employee && !stands_above(ctx, id)) return Refusal::not_found("request.not_found");
  return StyleView{id, person.name, style_of(ctx, id)};
}

Result<StyleView> set_style(Context& ctx, EmployeeId id, StyleForm const& form) {
  auto const person = TRY(person_near(ctx, id));
  if (!stands_above(ctx, id)) return id == ctx.actor.employee ? Refusal::forbidden("goal.style_not_yours") : Refusal::not_found("request.not_found");
  auto const before = style_of(ctx, id);
  ctx.db.execute(sql::save_style, {{"org", ctx.actor.organization}, {"employee", id}, {"style", form.style}, {"name", ctx.actor.name}, {"now", ctx.now}});
  timeline::append(ctx, {"employee", id.uuid}, "employee.management_style_changed",
                   {{"goal_style", std::string(enum_text(before)), std::string(enum_text(form.style))}});
  return StyleView{id, person.name, form.style};
}

}  // namespace zx::goal
