#pragma once
// The world of work's tests: a company of an executive, a supervisor and their people.
//
//   阳光物业 ─ 工程部 (陈总工 supervises 李明 and 王芳) ─ 维修组 (赵强)
//            └ 财务部 (孙会计)

#include "modules/org/people_fixture.hpp"
#include "modules/work/store.hpp"

namespace zx::work {

class WorkWorld : public fixture::EachEngine {
 protected:
  WorkWorld() : EachEngine(tables()) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    for (auto const& module : {followup::module(), work::module()})
      for (auto const& [constraint, code] : module.refusals) world().database().refuse_as(constraint, code);
    world().write_as(company->system, [](Context& ctx) { ensure_kinds(ctx); });
    works = company->department("工程部");
    repairs = company->department("维修组", works);
    finance = company->department("财务部");
    chen = person("陈总工", works, {}, Scope::department_and_below);
    li = person("李明", works, chen.employee, Scope::self);
    wang = person("王芳", works, chen.employee, Scope::self);
    zhao = person("赵强", repairs, {}, Scope::self);
    sun = person("孙会计", finance, {}, Scope::self);
    boss = person("周总", {}, {}, Scope::organization);
  }

  /// May read, create and record within the scope; with more than oneself in it also change, assign and cancel.
  Actor person(std::string name, std::optional<DepartmentId> department, std::optional<EmployeeId> supervisor, Scope scope) {
    auto id = company->employ({.name = name, .department_id = department, .supervisor_id = supervisor});
    auto grants = org::granted({permissions::read, permissions::create, followup::permissions::read, followup::permissions::record}, scope);
    if (scope != Scope::self) grants.merge(org::granted({permissions::change, permissions::assign, permissions::cancel}, scope));
    return company->actor(id, std::move(grants));
  }

  WorkItemView make(Actor const& who, NewWorkItemForm form) {
    if (form.title.empty()) form.title = "PVC排水管修复";
    return world().write_as(who, [&](Context& ctx) { return create(ctx, form); });
  }
  /// Taken as it comes: the brief need not be complete.
  WorkItemView make_imported(Actor const& who, NewWorkItemForm const& form) {
    return world().write_as(who, [&](Context& ctx) { return create(ctx, form, Source::import); });
  }
  /// 李明's own.
  WorkItemView make() { return make(li, {}); }

  template <class F>
  auto by(Actor const& who, F&& verb) {
    return world().try_write_as(who, std::forward<F>(verb));
  }
  /// The code of the refusal, or that of its first field with the path; empty when there was none.
  template <class F>
  std::string refused(Actor const& who, F&& verb) {
    auto result = by(who, std::forward<F>(verb));
    if (result) return "";
    auto const& refusal = result.refusal();
    return refusal.fields.empty() ? refusal.code : refusal.fields.front().path + ": " + refusal.fields.front().code;
  }

  HandoffView offer(Actor const& who, WorkItemId id, Actor const& to) {
    return world().write_as(who, [&](Context& ctx) { return hand_over(ctx, id, to.employee, "请接手"); });
  }
  HandoffView accept(Actor const& who, HandoffId id) {
    return world().write_as(who, [&](Context& ctx) { return accept_handoff(ctx, id); });
  }
  WorkItemView look(WorkItemId id) {
    return world().read([&](ReadContext const& ctx) { return show(ctx, id).value(); });
  }
  std::vector<timeline::EntryView> history(WorkItemId id) {
    return world().read([&](ReadContext const& ctx) { return timeline::entries_of(ctx, {"work_item", id.uuid}, 100); });
  }
  /// "due_at: … → …; "
  static std::string said(std::vector<timeline::Change> const& changes) {
    std::string text;
    for (auto const& change : changes) text += change.field + ": " + change.from + " → " + change.to + "; ";
    return text;
  }
  Instant in(Milliseconds wait) { return world().clock.now() + wait; }

  std::optional<org::Company> company;
  DepartmentId works, repairs, finance;
  Actor chen, li, wang, zhao, sun, boss;

 private:
  static fixture::Migrations tables() {
    using fixture::operator+;
    return fixture::Migrations{} + org::module().migrations + followup::module().migrations + work::module().migrations;
  }
};

}  // namespace zx::work
