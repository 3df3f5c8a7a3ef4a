#pragma once
// The world of customer's tests.
//
//   阳光物业 ─ 客户部 (陈主管 supervises 李明 and 王芳) ─ 商铺组 (赵强)
//            └ 财务部 (孙会计)

#include "modules/customer/customers.hpp"
#include "modules/customer/products.hpp"
#include "modules/org/people_fixture.hpp"
#include "modules/work/work.hpp"

namespace zx::customer {

class CustomerWorld : public fixture::EachEngine {
 protected:
  CustomerWorld() : EachEngine(tables()) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    for (auto const& [constraint, code] : customer::module().refusals) world().database().refuse_as(constraint, code);
    service = company->department("客户部");
    shops = company->department("商铺组", service);
    finance = company->department("财务部");
    chen = person("陈主管", service, {}, Scope::department_and_below);
    li = person("李明", service, chen.employee, Scope::self);
    wang = person("王芳", service, chen.employee, Scope::self);
    zhao = person("赵强", shops, {}, Scope::self);
    sun = person("孙会计", finance, {}, Scope::self);
    boss = person("周总", {}, {}, Scope::organization);
  }

  /// May read and manage customers within the scope.
  Actor person(std::string name, std::optional<DepartmentId> department, std::optional<EmployeeId> supervisor, Scope scope) {
    auto id = company->employ({.name = std::move(name), .department_id = department, .supervisor_id = supervisor});
    return company->actor(id, org::granted({permissions::read, permissions::manage}, scope));
  }

  CustomerView add(Actor const& who, NewCustomerForm const& form) {
    return world().write_as(who, [&](Context& ctx) { return add_customer(ctx, form); });
  }
  CustomerView add(Actor const& who, char const* name) { return add(who, NewCustomerForm{.name = name, .despite_duplicates = true}); }
  CustomerView look(Actor const& who, CustomerId id) {
    return world().read_as(who, [&](ReadContext const& ctx) { return show_customer(ctx, id).value(); });
  }
  std::vector<std::string> names(Actor const& who, CustomersQuery const& query = {}) {
    return world().read_as(who, [&](ReadContext const& ctx) {
      std::vector<std::string> all;
      auto const page = customers(ctx, query).value();
      for (auto const& line : page.items) all.push_back(line.name);
      return all;
    });
  }
  std::vector<timeline::EntryView> history(CustomerId id) {
    return world().read([&](ReadContext const& ctx) { return timeline::entries_of(ctx, {"customer", id.uuid}, 100); });
  }
  /// "tier: ordinary → key; "
  static std::string said(std::vector<timeline::Change> const& changes) {
    std::string text;
    for (auto const& change : changes) text += change.field + ": " + change.from + " → " + change.to + "; ";
    return text;
  }
  /// The code of the refusal, or that of its first field with the path; empty when there was none.
  template <class F>
  std::string refused(Actor const& who, F&& verb) {
    auto const result = world().try_write_as(who, std::forward<F>(verb));
    if (result) return "";
    auto const& refusal = result.refusal();
    return refusal.fields.empty() ? refusal.code : refusal.fields.front().path + ": " + refusal.fields.front().code;
  }

  std::optional<org::Company> company;
  DepartmentId service, shops, finance;
  Actor chen, li, wang, zhao, sun, boss;

 private:
  static fixture::Migrations tables() {
    using fixture::operator+;
    return fixture::Migrations{} + org::module().migrations + followup::module().migrations + work::module().migrations + customer::module().migrations;
  }
};

}  // namespace zx::customer
