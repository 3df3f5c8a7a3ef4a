#pragma once
// The world of goal cards' tests.
//
//   阳光物业 ─ 工程部 (陈总工 heads it and supervises 李明 and 王芳) ─ 维修组 (赵强)
//            └ 财务部 (孙会计 heads it)                     周总 at the top

#include "modules/customer/customer.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/cards.hpp"
#include "modules/goal/exceptions.hpp"
#include "modules/goal/motivation.hpp"
#include "modules/org/people_fixture.hpp"

namespace zx::goal {

class CardWorld : public fixture::EachEngine {
 protected:
  CardWorld() : EachEngine(tables()) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    for (auto const& module : {followup::module(), work::module(), goal::module()})
      for (auto const& [constraint, code] : module.refusals) world().database().refuse_as(constraint, code);
    world().write_as(company->system, [](Context& ctx) { work::ensure_kinds(ctx); });
    works = company->department("工程部");
    repairs = company->department("维修组", works);
    finance = company->department("财务部");
    boss = person("周总", {}, {}, Scope::organization);
    chen = person("陈总工", works, boss.employee, Scope::department_and_below);
    li = person("李明", works, chen.employee, Scope::self);
    wang = person("王芳", works, chen.employee, Scope::self);
    zhao = person("赵强", repairs, {}, Scope::self);
    sun = person("孙会计", finance, boss.employee, Scope::self);
    lead(works, chen);
    lead(finance, sun);
  }

  void lead(DepartmentId id, Actor const& who) {
    world().write_as(company->system, [&](Context& ctx) -> Result<void> {
      for (auto const& each : org::departments(ctx)) {
        if (each.id == id) TRY(org::change_department(ctx, id, each.version, {.manager_id = who.employee}));
      }
      return {};
    });
  }

  Actor person(std::string name, std::optional<DepartmentId> department, std::optional<EmployeeId> supervisor, Scope scope) {
    auto id = company->employ({.name = name, .department_id = department, .supervisor_id = supervisor});
    auto grants = org::granted(
        {permissions::read, permissions::write, followup::permissions::read, followup::permissions::record, work::permissions::read, work::permissions::create},
        scope);
    if (scope != Scope::self) grants.merge(org::granted({permissions::supervise}, scope));
    return company->actor(id, std::move(grants));
  }

  static Decimal number(std::string_view text) { return *Decimal::parse(text); }
  static std::optional<Decimal> some(std::string_view text) { return number(text); }

  /// Fees to collect, per cent by weight; a good goal in the linter's eyes but for its link.
  static GoalItemForm fees(std::string weight = "100") {
    GoalItemForm form;
    form.what = "收缴本季物业费100万元";
    form.how = "每周上门催缴一次";
    form.measure = "物业费收缴额";
    form.unit = "万元";
    form.target = some("100");
    form.weight = some(weight);
    form.due_on = Date{2026, 12, 31};
    form.milestones = {{Date{2026, 11, 30}, "完成六成"}};
    return form;
  }
  static GoalItemForm complaints(std::string weight) {
    GoalItemForm form;
    form.what = "投诉不超过10件";
    form.how = "回访每一张工单";
    form.measure = "投诉件数";
    form.unit = "件";
    form.better = BetterWhen::lower;
    form.accrual = Accrual::level;
    form.target = some("10");
    form.weight = some(weight);
    form.due_on = Date{2026, 12, 31};
    return form;
  }
  /// The fourth quarter of 2026, looked at monthly; today is 20 November.
  static NewCardForm quarter(std::vector<GoalItemForm> items) {
    NewCardForm form;
    form.rhythm = Rhythm::monthly;
    form.period = CardPeriod::quarter;
    form.day = Date{2026, 11, 20};
    form.items = std::move(items);
    return form;
  }

  GoalCardView make(Actor const& who, NewCardForm const& form) {
    return world().write_as(who, [&](Context& ctx) { return create_card(ctx, form); });
  }
  GoalCardView agreed(Actor const& who, NewCardForm const& form) {
    auto card = make(who, form);
    world().write_as(who, [&](Context& ctx) { return propose_card(ctx, card.id, ""); });
    world().write_as(who, [&](Context& ctx) { return sign_card(ctx, card.id); });
    return world().write_as(chen, [&](Context& ctx) { return sign_card(ctx, card.id); });
  }
  GoalCardView look(GoalCardId id) { return look(company->system, id); }
  GoalCardView look(Actor const& who, GoalCardId id) {
    return world().read_as(who, [&](ReadContext const& ctx) { return show_card(ctx, id).value(); });
  }
  CheckInView checked(Actor const& who, GoalItemId id, CheckInForm form) {
    if (form.finding.empty()) form.finding = "按计划推进";
    return world().write_as(who, [&](Context& ctx) { return check_in(ctx, id, form); });
  }
  ExceptionsView exceptions_of(Actor const& who, bool all = false) {
    return world().read_as(who, [&](ReadContext const& ctx) { return exceptions(ctx, {.all = all}); });
  }

  template <class F>
  std::string refused(Actor const& who, F&& verb) {
    auto result = world().try_write_as(who, std::forward<F>(verb));
    if (result) return "";
    auto const& refusal = result.refusal();
    return refusal.fields.empty() ? refusal.code : refusal.fields.front().path + ": " + refusal.fields.front().code;
  }
  std::vector<timeline::EntryView> history(GoalCardId id) {
    return world().read([&](ReadContext const& ctx) { return timeline::entries_of(ctx, {"goal_card", id.uuid}, 100); });
  }

  std::optional<org::Company> company;
  DepartmentId works, repairs, finance;
  Actor boss, chen, li, wang, zhao, sun;

 private:
  static fixture::Migrations tables() {
    using fixture::operator+;
    return fixture::Migrations{} + org::module().migrations + followup::module().migrations + work::module().migrations + customer::module().migrations +
           goal::module().migrations;
  }
};

}  // namespace zx::goal
