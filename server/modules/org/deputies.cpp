#include "modules/org/deputies.hpp"

#include "modules/org/people.hpp"
#include "modules/org/sql.hpp"

namespace zx::org {
namespace {

constexpr std::int64_t most_days = 366;

struct Stand {
  EmployeeId employee_id;
  EmployeeId deputy_id;
};
BOOST_DESCRIBE_STRUCT(Stand, (), (employee_id, deputy_id))

std::optional<DeputyView> find(ReadContext const& ctx, DeputyId id) {
  db::Composed statement(sql::deputies);
  statement += sql::deputy_by_id;
  return ctx.db.one<DeputyView>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

Result<void> check_days(ReadContext const& ctx, DeputyForm const& form) {
  if (form.to_date < form.from_date) return Refusal::invalid_field("to_date", "org.deputy_ends_before_it_begins");
  if (form.to_date < today_of(ctx)) return Refusal::invalid_field("to_date", "org.deputy_over");
  if (form.to_date.days() - form.from_date.days() >= most_days) {
    return Refusal::invalid_field("to_date", "org.deputy_too_long", {{"days", std::to_string(most_days)}});
  }
  return {};
}

/// Asked under the organization's lock: two people cannot name two deputies for the same days together.
Result<void> check_free(Context const& ctx, EmployeeId employee, DeputyForm const& form) {
  ctx.db.one<Uuid>(sql::lock_organization, {{"org", ctx.actor.organization}});
  bool const taken =
      ctx.db.sure<std::int64_t>(sql::count_deputies_between,
                                {{"org", ctx.actor.organization}, {"employee_id", employee}, {"from_date", form.from_date}, {"to_date", form.to_date}}) > 0;
  if (taken) return Refusal::conflict("org.deputy_overlaps");
  return {};
}

std::string days_of(DeputyView const& deputy) { return deputy.from_date.text() + " – " + deputy.to_date.text(); }

}  // namespace

Result<std::vector<DeputyView>> deputies(ReadContext const& ctx, DeputiesQuery const& query) {
  bool const all = query.all.value_or(false);
  if (all && !ctx.actor.may(permissions::manage_people)) return Refusal::forbidden("org.deputy_not_yours");
  db::Composed statement(sql::deputies);
  db::Parameters parameters{{"org", ctx.actor.organization}, {"today", today_of(ctx)}};
  if (!all) {
    statement += sql::deputies_around_me;
    parameters.set("me", ctx.actor.employee);
  }
  statement += sql::deputies_not_over;
  return ctx.db.all<DeputyView>(statement, parameters);
}

Result<DeputyView> name_deputy(Context const& ctx, DeputyForm const& form) {
  auto const away = form.employee_id.value_or(ctx.actor.employee);
  if (away != ctx.actor.employee && !ctx.actor.may(permissions::manage_people)) return Refusal::forbidden("org.deputy_not_yours");
  if (away == form.deputy_id) return Refusal::invalid_field("deputy_id", "org.deputy_oneself");
  TRY(check_days(ctx, form));
  auto employee = TRY(active_employee(ctx, away, "employee_id"));
  auto deputy = TRY(active_employee(ctx, form.deputy_id, "deputy_id"));
  TRY(check_free(ctx, away, form));
  DeputyView view{DeputyId::make(), employee.id, employee.name, deputy.id, deputy.name, form.from_date, form.to_date};
  ctx.db.execute(sql::insert_deputy, db::Parameters::of(view).and_("org", ctx.actor.organization).and_("now", ctx.now));
  timeline::append(ctx, {"employee", away.uuid}, "employee.deputy_named", {{"deputy_id", "", deputy.name}, {"days", "", days_of(view)}});
  return view;
}

Result<void> dismiss_deputy(Context const& ctx, DeputyId id) {
  auto deputy = find(ctx, id);
  bool const mine = deputy && (deputy->employee_id == ctx.actor.employee || ctx.actor.may(permissions::manage_people));
  if (!mine) return Refusal::not_found("org.deputy_not_found");
  ctx.db.execute(sql::delete_deputy, {{"org", ctx.actor.organization}, {"id", id}});
  timeline::append(ctx, {"employee", deputy->employee_id.uuid}, "employee.deputy_dismissed",
                   {{"deputy_id", deputy->deputy_name, ""}, {"days", days_of(*deputy), ""}});
  return {};
}

std::map<EmployeeId, EmployeeId> deputies_on(ReadContext const& ctx, Date day) {
  std::map<EmployeeId, EmployeeId> found;
  for (auto const& stand : ctx.db.all<Stand>(sql::deputies_on, {{"org", ctx.actor.organization}, {"today", day}})) {
    found.emplace(stand.employee_id, stand.deputy_id);
  }
  return found;
}

}  // namespace zx::org
