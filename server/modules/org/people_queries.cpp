// Reading people: lists, one employee, and the briefs other modules route work by.

#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/search/search.hpp"

namespace zx::org {
namespace {

/// Who looks, for `employees`.
db::Parameters viewer(ReadContext const& ctx) {
  auto const department = ctx.actor.department.is_nil() ? std::nullopt : std::optional(ctx.actor.department);
  return {{"org", ctx.actor.organization},
          {"me", ctx.actor.employee},
          {"my_department", department},
          {"sees_contacts", ctx.actor.reach(permissions::manage_people) == Scope::organization},
          {"today", today_of(ctx)}};
}

db::Parameters brief_key(ReadContext const& ctx) { return {{"org", ctx.actor.organization}, {"today", today_of(ctx)}}; }

std::vector<EmployeeBrief> briefs(ReadContext const& ctx, db::Statement const& filter, db::Parameters parameters) {
  db::Composed statement(sql::briefs);
  statement += filter;
  return ctx.db.all<EmployeeBrief>(statement, parameters);
}

Result<EmployeeBrief> active_or_refused(EmployeeBrief brief, std::string_view field) {
  if (!brief.active) return Refusal::invalid_field(std::string(field), "org.employee_left", {{"name", brief.name}});
  return brief;
}

}  // namespace

Date today_of(ReadContext const& ctx) { return calendar::local_date(ctx.now, ctx.actor.time_zone); }

void note(std::vector<timeline::Change>& changes, std::string field, std::string from, std::string to) {
  if (from != to) changes.push_back({std::move(field), std::move(from), std::move(to)});
}

Result<std::int64_t> limit_of(std::optional<std::int64_t> wanted, std::int64_t most) {
  if (wanted && (*wanted < 1 || *wanted > most)) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most)}});
  return wanted.value_or(50);
}

Result<void> changed_or_stale(std::int64_t rows) {
  if (rows == 0) return Refusal::stale("request.stale");
  return {};
}

Result<http::Page<EmployeeView>> employees(ReadContext const& ctx, EmployeesQuery const& query) {
  auto const limit = TRY(limit_of(query.limit));
  db::Composed statement(sql::employees);
  auto parameters = viewer(ctx);
  if (!query.left.value_or(false)) statement += sql::still_employed;
  if (query.department_id) {
    statement += sql::in_department;
    parameters.set("department_id", *query.department_id);
  }
  if (auto typed = rules::trimmed(query.text)) {
    auto words = search::parameters_for(ctx.db.engine(), *typed);
    if (!words) return http::Page<EmployeeView>{};
    statement += sql::found_by_text;
    parameters.merge(std::move(*words));
  }
  if (query.after) {
    statement += sql::after_employee;
    parameters.set("after", *query.after);
  }
  statement += sql::in_pinyin_order;
  return page_of(ctx.db.all<EmployeeView>(statement, parameters.set("limit", limit + 1)), limit);
}

Result<EmployeeView> show_employee(ReadContext const& ctx, EmployeeId id) {
  db::Composed statement(sql::employees);
  statement += sql::of_employee;
  auto found = ctx.db.one<EmployeeView>(statement, viewer(ctx).and_("id", id));
  if (!found) return Refusal::not_found("org.employee_not_found");
  return std::move(*found);
}

std::optional<EmployeeBrief> find_employee(ReadContext const& ctx, EmployeeId id) {
  auto found = briefs(ctx, sql::of_employee, brief_key(ctx).and_("id", id));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

Result<EmployeeBrief> active_employee(ReadContext const& ctx, EmployeeId id, std::string_view field) {
  auto found = find_employee(ctx, id);
  if (!found) return Refusal::invalid_field(std::string(field), "org.employee_unknown");
  return active_or_refused(std::move(*found), field);
}

Result<EmployeeBrief> employee_called(ReadContext const& ctx, std::string_view number_or_name, std::string_view field) {
  auto const typed = text::trim(number_or_name);
  auto by_number = briefs(ctx, sql::of_number, brief_key(ctx).and_("number", typed));
  if (!by_number.empty()) return active_or_refused(std::move(by_number.front()), field);
  auto by_name = briefs(ctx, sql::of_name, brief_key(ctx).and_("name", typed));
  if (by_name.empty()) return Refusal::invalid_field(std::string(field), "org.nobody_called", {{"name", std::string(typed)}});
  if (by_name.size() > 1) return Refusal::invalid_field(std::string(field), "org.employee_ambiguous", {{"name", std::string(typed)}});
  return std::move(by_name.front());
}

}  // namespace zx::org
