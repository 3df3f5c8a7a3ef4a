#include "app/demo/staff.hpp"

#include <stdexcept>

#include "modules/org/accounts.hpp"
#include "modules/org/leaving.hpp"
#include "modules/org/people.hpp"

namespace zx::app::demo {
namespace {

using namespace org::roles;

constexpr Person people[] = {
    {"1001", "周建国", "", "总经理", executive, "", "zhoujianguo"},
    {"1002", "沈丽华", "", "副总经理", executive, "1001"},
    {"1101", "陈晓梅", "客服部", "客服部经理", department_head, "1002", "chenxiaomei"},
    {"1102", "林小燕", "客服部", "客服接单员", dispatcher, "1101", "linxiaoyan"},
    {"1103", "黄婷婷", "客服部", "客服接单员", dispatcher, "1101"},
    {"1104", "吴佳怡", "客服部", "客服专员", org::roles::staff, "1101"},
    {"1105", "郑雅文", "客服部", "客户经理", account_manager, "1101", "zhengyawen"},
    {"1106", "何志远", "客服部", "客户经理", account_manager, "1101"},
    {"1201", "李建军", "工程部", "工程部经理", department_head, "1002", "lijianjun"},
    {"1202", "赵德明", "工程部", "维修主管", supervisor, "1201", "zhaodeming"},
    {"1203", "王强", "工程部", "水电维修工", org::roles::staff, "1202", "wangqiang"},
    {"1204", "刘大伟", "工程部", "水电维修工", org::roles::staff, "1202"},
    {"1205", "孙海涛", "工程部", "电梯维保员", org::roles::staff, "1202"},
    {"1206", "马俊", "工程部", "消防维保员", org::roles::staff, "1202"},
    {"1207", "徐勇", "工程部", "综合维修工", org::roles::staff, "1202"},
    {"1208", "高翔", "工程部", "弱电维修工", org::roles::staff, "1202"},
    {"1301", "杨帆", "通信部", "通信部经理", department_head, "1001"},
    {"1302", "朱文博", "通信部", "装维班长", supervisor, "1301"},
    {"1303", "胡斌", "通信部", "装维工程师", org::roles::staff, "1302"},
    {"1304", "郭鹏", "通信部", "装维工程师", org::roles::staff, "1302"},
    {"1305", "罗志强", "通信部", "网络工程师", org::roles::staff, "1301"},
    {"1306", "梁静", "通信部", "资费专员", org::roles::staff, "1301"},
    {"1401", "宋玉兰", "财务部", "财务部经理", department_head, "1001"},
    {"1402", "唐敏", "财务部", "会计", org::roles::staff, "1401"},
    {"1403", "韩雪", "财务部", "出纳", org::roles::staff, "1401"},
    {"1501", "冯国平", "综合部", "综合部经理", department_head, "1001"},
    {"1502", "曹颖", "综合部", "人力资源主管", hr, "1501", "caoying"},
    {"1503", "邓志伟", "综合部", "系统管理员", administrator, "1501", "dengzhiwei"},
    {"1504", "许静怡", "综合部", "安全管理员", security_administrator, "1501", "xujingyi"},
    {"1505", "董明", "综合部", "采购员", org::roles::staff, "1501"},
    {"1506", "潘秀英", "综合部", "审计员", auditor, "1001", "panxiuying"},
    {"1507", "蒋涛", "综合部", "环境主管", supervisor, "1501"},
};

/// Nobody's: no mobile number begins with 100.
std::string phone_of(Person const& person) { return "1000000" + std::string(person.number); }

std::optional<std::string> email_of(Person const& person) {
  if (person.login.empty()) return std::nullopt;
  return std::string(person.login) + "@example.com";
}

std::optional<std::string> text_or_nothing(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

std::optional<std::string> hash_of(Person const& person, PasswordHashes const& hashes) {
  auto found = hashes.find(person.login);
  if (found == hashes.end()) return std::nullopt;
  return found->second;
}

Result<void> add(Context& ctx, Person const& person, PasswordHashes const& hashes) {
  org::NewPerson form{.login = std::string(person.login),
                      .name = std::string(person.name),
                      .number = std::string(person.number),
                      .department = std::string(person.department),
                      .role = std::string(person.role),
                      .supervisor_number = text_or_nothing(person.supervisor),
                      .phone = phone_of(person),
                      .email = email_of(person),
                      .position = std::string(person.position),
                      .password_hash = hash_of(person, hashes)};
  TRY(org::add_person(ctx, form));
  return {};
}

Result<void> take_over(Context& ctx, EmployeeId placeholder, Person const& person, PasswordHashes const& hashes) {
  org::EmployeePatch patch{.number = std::string(person.number), .name = std::string(person.name)};
  patch.department_id = TRY(org::department_called(ctx, person.department));
  patch.position_id = TRY(org::position_called(ctx, person.position));
  patch.supervisor_id = TRY(org::employee_called(ctx, person.supervisor, "supervisor")).id;
  patch.phone = phone_of(person);
  patch.email = *email_of(person);
  TRY(org::change_employee(ctx, placeholder, TRY(org::show_employee(ctx, placeholder)).version, patch));
  TRY(org::add_user(ctx, {placeholder, std::string(person.login), {std::string(person.role)}}, hash_of(person, hashes)));
  return {};
}

/// The first of a department in the list leads it.
Result<void> name_managers(Context const& ctx) {
  for (auto const& department : org::departments(ctx)) {
    for (auto const& person : people) {
      bool const leads = person.department.empty() ? !department.parent_id : person.department == department.name;
      if (!leads) continue;
      auto manager = TRY(org::employee_called(ctx, person.number, "manager"));
      TRY(org::change_department(ctx, department.id, department.version, {.manager_id = manager.id}));
      break;
    }
  }
  return {};
}

}  // namespace

std::span<Person const> staff() { return people; }

Result<void> hire(Context& ctx, PasswordHashes const& hashes, std::optional<EmployeeId> placeholder) {
  for (auto const& person : people) {
    if (placeholder && person.role == administrator) TRY(take_over(ctx, *placeholder, person, hashes));
    else TRY(add(ctx, person, hashes));
  }
  return name_managers(ctx);
}

Result<void> announce_a_leaving(Context const& now, Actors const& actors) {
  auto const& clerk = actors.at("曹颖");
  Context ctx{clerk, now.now, now.db, now.services};
  auto const leaver = TRY(org::employee_called(ctx, "董明", "name"));
  auto const successor = TRY(org::employee_called(ctx, "冯国平", "name"));
  return org::leave(ctx, leaver.id, TRY(org::show_employee(ctx, leaver.id)).version,
                    {.leave_date = org::today_of(ctx).plus_days(14), .successor_id = successor.id, .on_last_day = true, .note = "合同到期，不再续签"});
}

Actors actors_of(Context const& ctx) {
  std::map<std::string_view, Actor> of_role;
  for (auto const& person : people)
    if (!person.login.empty()) of_role.try_emplace(person.role, org::actor_of(ctx.db, ctx.services, person.login).value());
  Actors actors;
  for (auto const& person : people) {
    auto employee = org::employee_called(ctx, person.number, "number").value();
    auto actor = of_role.at(person.role);
    actor.user = person.login.empty() ? UserId{} : org::actor_of(ctx.db, ctx.services, person.login).value().user;
    actor.employee = employee.id;
    actor.department = employee.department_id.value_or(DepartmentId{});
    actor.name = employee.name;
    actors.emplace(employee.name, std::move(actor));
  }
  return actors;
}

}  // namespace zx::app::demo
