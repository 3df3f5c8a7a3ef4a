// The tree of departments and its closure table, which changes in the same transaction as the tree.

#include "modules/org/memory.hpp"
#include "modules/org/people.hpp"
#include "modules/org/rules.hpp"
#include "modules/org/sql.hpp"
#include "platform/base/pinyin.hpp"
#include "platform/base/text.hpp"

namespace zx::org {
namespace {

constexpr std::size_t longest_name = 80;

struct DepartmentRow {
  DepartmentId id;
  std::string name;
  std::optional<DepartmentId> parent_id;
  std::optional<EmployeeId> manager_id;
  std::optional<std::string> manager_name;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
  std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(DepartmentRow, (), (id, name, parent_id, manager_id, manager_name, closed_at, version, people))

DepartmentView view_of(DepartmentRow row, std::vector<std::string> path) {
  return {.id = row.id,
          .name = std::move(row.name),
          .parent_id = row.parent_id,
          .path = std::move(path),
          .manager_id = row.manager_id,
          .manager_name = std::move(row.manager_name),
          .people = row.people,
          .closed = row.closed_at.has_value(),
          .version = row.version};
}

using ById = std::unordered_map<DepartmentId, DepartmentRow const*>;

std::vector<std::string> path_in(ById const& all, DepartmentRow const& department) {
  std::vector<std::string> path;
  for (auto const* at = &department; at; at = at->parent_id ? all.at(*at->parent_id) : nullptr) path.insert(path.begin(), at->name);
  return path;
}

db::Parameters key(Context const& ctx, DepartmentId id) { return {{"org", ctx.actor.organization}, {"id", id}}; }

std::optional<DepartmentRow> find(ReadContext const& ctx, DepartmentId id) {
  db::Composed statement(sql::departments);
  statement += sql::of_department;
  return ctx.db.one<DepartmentRow>(statement, {{"org", ctx.actor.organization}, {"id", id}, {"today", today_of(ctx)}});
}

Result<DepartmentRow> open_department(ReadContext const& ctx, DepartmentId id, std::string_view field) {
  auto found = find(ctx, id);
  if (!found || found->closed_at) return Refusal::invalid_field(std::string(field), "org.department_unknown");
  return std::move(*found);
}

void lock_tree(Context const& ctx) { ctx.db.one<Uuid>(sql::lock_organization, {{"org", ctx.actor.organization}}); }

DepartmentId insert(Context const& ctx, std::string_view name, std::optional<DepartmentId> parent, std::optional<EmployeeId> manager) {
  auto id = DepartmentId::make();
  ctx.db.execute(sql::insert_department, {{"org", ctx.actor.organization},
                                          {"id", id},
                                          {"name", name},
                                          {"parent_id", parent},
                                          {"manager_id", manager},
                                          {"sort_key", sort_key(name)},
                                          {"closed_at", std::optional<Instant>{}},
                                          {"now", ctx.now}});
  ctx.db.execute(sql::link_department, key(ctx, id));
  return id;
}

void tell_pages(Context const& ctx, DepartmentId id) {
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, id = id.text()] { services.notify_pages(org, "department", id); });
}

/// The subtree hangs below `parent` from now on. The tree is locked: the check still holds when the links change.
Result<void> move(Context const& ctx, DepartmentRow const& department, DepartmentId parent) {
  if (!department.parent_id) return Refusal::conflict("org.department_root");
  lock_tree(ctx);
  bool const below_itself = ctx.db.sure<std::int64_t>(sql::is_below, {{"org", ctx.actor.organization}, {"above", department.id}, {"below", parent}}) > 0;
  if (below_itself) return Refusal::invalid_field("parent_id", "org.department_cycle");
  ctx.db.execute(sql::unlink_subtree, key(ctx, department.id));
  ctx.db.execute(sql::relink_subtree, key(ctx, department.id).and_("parent_id", parent));
  return {};
}

Result<void> may_close(Context const& ctx, DepartmentRow const& department) {
  if (!department.parent_id) return Refusal::conflict("org.department_root");
  bool const has_children = ctx.db.sure<std::int64_t>(sql::open_children_of, key(ctx, department.id)) > 0;
  if (department.people > 0 || has_children) return Refusal::conflict("org.department_not_empty");
  return {};
}

std::string name_of(ReadContext const& ctx, std::optional<DepartmentId> id) {
  if (!id) return {};
  auto found = find(ctx, *id);
  return found ? found->name : std::string{};
}

std::vector<timeline::Change> changes_between(Context const& ctx, DepartmentRow const& before, DepartmentRow const& after) {
  std::vector<timeline::Change> changes;
  note(changes, "name", before.name, after.name);
  if (before.parent_id != after.parent_id) note(changes, "parent_id", name_of(ctx, before.parent_id), name_of(ctx, after.parent_id));
  note(changes, "manager_id", before.manager_name.value_or(""), after.manager_name.value_or(""));
  note(changes, "closed", before.closed_at ? "true" : "false", after.closed_at ? "true" : "false");
  return changes;
}

/// The row as it will be, references checked.
Result<DepartmentRow> apply(Context const& ctx, DepartmentRow const& before, DepartmentPatch const& patch) {
  auto after = before;
  if (patch.name) {
    std::vector<FieldError> errors;
    rules::check_text(errors, "name", *patch.name, longest_name);
    if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
    after.name = text::trim(*patch.name);
  }
  if (patch.parent_id) after.parent_id = TRY(open_department(ctx, *patch.parent_id, "parent_id")).id;
  patch.manager_id.apply_to(after.manager_id);
  if (patch.manager_id.is_null()) after.manager_name.reset();
  if (patch.manager_id.has_value()) after.manager_name = TRY(active_employee(ctx, *after.manager_id, "manager_id")).name;
  if (patch.closed) after.closed_at = !*patch.closed ? std::nullopt : before.closed_at ? before.closed_at : std::optional(ctx.now);
  return after;
}

}  // namespace

Result<void> check_department(ReadContext const& ctx, DepartmentId id, std::string_view field) {
  TRY(open_department(ctx, id, field));
  return {};
}

std::string department_name(ReadContext const& ctx, DepartmentId id) {
  auto found = find(ctx, id);
  return found ? found->name : std::string{};
}

std::vector<DepartmentView> departments(ReadContext const& ctx) {
  db::Composed statement(sql::departments);
  statement += sql::departments_in_order;
  auto rows = ctx.db.all<DepartmentRow>(statement, {{"org", ctx.actor.organization}, {"today", today_of(ctx)}});
  ById by_id;
  for (auto const& row : rows) by_id[row.id] = &row;
  std::vector<DepartmentView> views;
  views.reserve(rows.size());
  for (auto const& row : rows) views.push_back(view_of(row, path_in(by_id, row)));
  return views;
}

Result<DepartmentView> show_department(ReadContext const& ctx, DepartmentId id) {
  auto found = find(ctx, id);
  if (!found) return Refusal::not_found("org.department_not_found");
  return view_of(std::move(*found), ctx.db.all<std::string>(sql::path_of_department, {{"org", ctx.actor.organization}, {"id", id}}));
}

DepartmentId add_root_department(Context const& ctx, std::string_view name) {
  auto id = insert(ctx, name, std::nullopt, std::nullopt);
  timeline::append(ctx, {"department", id.uuid}, "department.added", {{"name", "", std::string(name)}});
  return id;
}

Result<DepartmentId> add_department(Context const& ctx, DepartmentForm const& form) {
  std::vector<FieldError> errors;
  rules::check_text(errors, "name", form.name, longest_name);
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  lock_tree(ctx);
  auto parent_id = form.parent_id ? *form.parent_id : ctx.db.sure<DepartmentId>(sql::root_department, {{"org", ctx.actor.organization}});
  auto parent = TRY(open_department(ctx, parent_id, "parent_id"));
  std::string manager;
  if (form.manager_id) manager = TRY(active_employee(ctx, *form.manager_id, "manager_id")).name;
  auto name = std::string(text::trim(form.name));
  auto id = insert(ctx, name, parent.id, form.manager_id);
  timeline::append(ctx, {"department", id.uuid}, "department.added", {{"name", "", name}, {"parent_id", "", parent.name}, {"manager_id", "", manager}});
  forget_chart_after(ctx);
  tell_pages(ctx, id);
  return id;
}

Result<void> change_department(Context const& ctx, DepartmentId id, std::int64_t version, DepartmentPatch const& patch) {
  auto found = find(ctx, id);
  if (!found) return Refusal::not_found("org.department_not_found");
  if (found->version != version) return Refusal::stale("request.stale");
  auto after = TRY(apply(ctx, *found, patch));
  if (after.parent_id != found->parent_id) TRY(move(ctx, *found, *after.parent_id));
  if (after.closed_at && !found->closed_at) TRY(may_close(ctx, *found));
  TRY(changed_or_stale(ctx.db.execute(sql::update_department, key(ctx, id)
                                                                  .and_("version", version)
                                                                  .and_("name", after.name)
                                                                  .and_("parent_id", after.parent_id)
                                                                  .and_("manager_id", after.manager_id)
                                                                  .and_("sort_key", sort_key(after.name))
                                                                  .and_("closed_at", after.closed_at))));
  bool const moved = after.parent_id != found->parent_id;
  timeline::append(ctx, {"department", id.uuid}, moved ? "department.moved" : "department.changed", changes_between(ctx, *found, after));
  forget_chart_after(ctx);
  tell_pages(ctx, id);
  return {};
}

Result<DepartmentId> department_called(Context const& ctx, std::string_view name) {
  auto found = ctx.db.one<DepartmentId>(sql::department_called, {{"org", ctx.actor.organization}, {"name", text::trim(name)}});
  if (found) return *found;
  return add_department(ctx, {.name = std::string(name), .parent_id = {}, .manager_id = {}});
}

}  // namespace zx::org
