#include <random>
#include <set>

#include "modules/org/org_fixture.hpp"

namespace zx::org {
namespace {

struct People : OrgWorld {
  DepartmentId department(std::string name, std::optional<DepartmentId> parent = {}) {
    return world().write_as(system, [&](Context& ctx) { return add_department(ctx, {name, parent, {}}); });
  }
  Result<void> move(DepartmentId id, DepartmentId parent) {
    return world().try_write_as(
        system, [&](Context& ctx) -> Result<void> { return change_department(ctx, id, TRY(show_department(ctx, id)).version, {.parent_id = parent}); });
  }
  Result<void> supervise(EmployeeId id, EmployeeId supervisor) {
    return world().try_write_as(
        system, [&](Context& ctx) -> Result<void> { return change_employee(ctx, id, TRY(show_employee(ctx, id)).version, {.supervisor_id = supervisor}); });
  }
  std::vector<std::string> names(EmployeesQuery const& query = {}, std::optional<Actor> viewer = {}) {
    auto page = world().read_as(viewer.value_or(system), [&](ReadContext const& ctx) { return employees(ctx, query).value(); });
    std::vector<std::string> names;
    for (auto const& employee : page.items) names.push_back(employee.name);
    return names;
  }
};
ON_EACH_ENGINE(People);

struct ClosureRow {
  DepartmentId ancestor_id;
  DepartmentId descendant_id;
  std::int64_t depth = 0;
  auto operator<=>(ClosureRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClosureRow, (), (ancestor_id, descendant_id, depth))

std::string field_code(Refusal const& refusal) { return refusal.fields.empty() ? refusal.code : refusal.fields.front().code; }

TEST_P(People, moving_a_department_keeps_the_closure) {
  std::mt19937 random(7);
  std::vector<DepartmentId> all;
  for (int i = 0; i < 14; ++i) all.push_back(department("部门" + std::to_string(i), all.empty() ? std::nullopt : std::optional(all[random() % all.size()])));
  int moved = 0, refused = 0;
  for (int i = 0; i < 40; ++i) move(all[random() % all.size()], all[random() % all.size()]) ? ++moved : ++refused;
  EXPECT_GT(moved, 5);
  EXPECT_GT(refused, 5);

  std::set<ClosureRow> expected;
  auto tree = world().read_as(system, [](ReadContext const& ctx) { return departments(ctx); });
  std::map<DepartmentId, std::optional<DepartmentId>> parents;
  for (auto const& each : tree) parents[each.id] = each.parent_id;
  for (auto const& [id, parent] : parents) {
    std::int64_t depth = 0;
    for (std::optional<DepartmentId> at = id; at; at = parents.at(*at)) expected.insert({*at, id, depth++});
  }
  static constexpr db::Statement closure{"closure", "SELECT ancestor_id, descendant_id, depth FROM department_closure",
                                         "SELECT ancestor_id, descendant_id, depth FROM department_closure"};
  auto rows = world().read([](ReadContext const& ctx) { return ctx.db.all<ClosureRow>(closure); });
  EXPECT_EQ(rows.size(), expected.size());
  EXPECT_EQ(std::set<ClosureRow>(rows.begin(), rows.end()), expected);
}

TEST_P(People, a_department_cannot_stand_below_itself) {
  auto works = department("工程部");
  auto repairs = department("维修组", works);
  EXPECT_EQ(field_code(move(works, repairs).refusal()), "org.department_cycle");
  EXPECT_EQ(field_code(move(works, works).refusal()), "org.department_cycle");
}

TEST_P(People, a_department_shows_its_path_and_its_people) {
  auto repairs = department("维修组", department("工程部"));
  employ("1", "张三", repairs);
  auto view = world().read_as(system, [&](ReadContext const& ctx) { return show_department(ctx, repairs).value(); });
  EXPECT_EQ(view.path, (std::vector<std::string>{"阳光物业", "工程部", "维修组"}));
  EXPECT_EQ(view.people, 1);
}

TEST_P(People, a_department_with_people_cannot_be_closed) {
  auto works = department("工程部");
  auto someone = employ("1", "张三", works);
  auto close = [&] {
    return world().try_write_as(
        system, [&](Context& ctx) -> Result<void> { return change_department(ctx, works, TRY(show_department(ctx, works)).version, {.closed = true}); });
  };
  EXPECT_EQ(close().refusal().code, "org.department_not_empty");
  world().write_as(system, [&](Context& ctx) { return change_employee(ctx, someone, 1, {.department_id = Patch<DepartmentId>::null()}); });
  EXPECT_TRUE(close());
  auto refused = world().try_write_as(system, [&](Context& ctx) { return add_employee(ctx, {.number = "2", .name = "李四", .department_id = works}); });
  EXPECT_EQ(field_code(refused.refusal()), "org.department_unknown");
}

TEST_P(People, a_cycle_of_supervisors_is_refused) {
  auto a = employ("1", "张三"), b = employ("2", "李四"), c = employ("3", "王五");
  EXPECT_TRUE(supervise(b, a));
  EXPECT_TRUE(supervise(c, b));
  EXPECT_EQ(field_code(supervise(a, c).refusal()), "org.supervisor_cycle");
  EXPECT_EQ(field_code(supervise(a, a).refusal()), "org.supervisor_cycle");
  EXPECT_TRUE(supervise(c, a));
}

TEST_P(People, pinyin_order_is_the_same_on_both_databases) {
  for (auto const* name : {"赵敏", "张三", "李四", "白居易", "王五", "Bob", "欧阳修", "黎明", "安娜"}) employ(name, name);
  EXPECT_EQ(names(), (std::vector<std::string>{"安娜", "白居易", "管理员", "黎明", "李四", "欧阳修", "王五", "张三", "赵敏", "Bob"}));
}

TEST_P(People, pages_follow_each_other_without_gaps) {
  for (int i = 0; i < 9; ++i) employ(std::to_string(i), i % 3 == 0 ? "张三" : "李四" + std::to_string(i));
  auto const whole = names();
  std::vector<std::string> pieces;
  EmployeesQuery query{.limit = 4};
  while (true) {
    auto page = world().read_as(system, [&](ReadContext const& ctx) { return employees(ctx, query).value(); });
    for (auto const& employee : page.items) pieces.push_back(employee.name);
    if (!page.next) break;
    query.after = EmployeeId::parse(*page.next);
  }
  EXPECT_EQ(pieces, whole);
  EXPECT_EQ(whole.size(), 10u);
}

TEST_P(People, a_reading_corrected_by_hand_moves_the_name) {
  employ("1", "戴维"), employ("2", "沈括"), employ("3", "孙权");
  auto storyteller = employ("4", "单田芳");
  EXPECT_EQ(names(), (std::vector<std::string>{"戴维", "单田芳", "管理员", "沈括", "孙权"}));
  world().write_as(system, [&](Context& ctx) { return change_employee(ctx, storyteller, 1, {.pinyin = std::string("Shan tian  fang")}); });
  EXPECT_EQ(names(), (std::vector<std::string>{"戴维", "管理员", "单田芳", "沈括", "孙权"}));
  EXPECT_EQ(names({.text = "stf"}), (std::vector<std::string>{"单田芳"}));
  world().write_as(system, [&](Context& ctx) { return change_employee(ctx, storyteller, 2, {.phone = std::string("110")}); });
  EXPECT_EQ(names({.text = "shan tian"}), (std::vector<std::string>{"单田芳"}));
}

TEST_P(People, a_person_is_found_by_name_pinyin_initials_and_number) {
  employ("G-042", "张三"), employ("G-043", "李四");
  for (auto const* typed : {"张", "张三", "zhang", "zhang san", "zs", "G-042", "042"})
    EXPECT_EQ(names({.text = typed}), (std::vector<std::string>{"张三"})) << typed;
  EXPECT_TRUE(names({.text = "王"}).empty());
}

TEST_P(People, a_phone_is_for_the_own_department_and_those_who_manage_people) {
  auto zhang = somebody("zhangsan", "张三"), li = somebody("lisi", "李四"), wang = somebody("wangwu", "王五", "staff", "客服部");
  somebody("hr", "人事", "hr", "人事部");
  zhang.send(http::Method::patch, "/api/v1/profile", R"({"phone":"13912345678"})");
  auto const id = actor("zhangsan").employee;
  auto phone_for = [&](std::string_view login) {
    return world().read_as(actor(login), [&](ReadContext const& ctx) { return show_employee(ctx, id).value().phone; });
  };
  EXPECT_EQ(phone_for("zhangsan"), "13912345678");
  EXPECT_EQ(phone_for("lisi"), "13912345678");
  EXPECT_EQ(phone_for("hr"), "13912345678");
  EXPECT_EQ(phone_for("wangwu"), std::nullopt);
  EXPECT_EQ(names({.text = "1391234"}, actor("lisi")), (std::vector<std::string>{"张三"}));
  EXPECT_TRUE(names({.text = "1391234"}, actor("wangwu")).empty());
}

TEST_P(People, who_left_is_no_longer_offered) {
  auto someone = employ("1", "张三");
  world().write_as(system, [&](Context& ctx) { return change_employee(ctx, someone, 1, {.leave_date = Date{2026, 11, 20}}); });
  auto active = [&] { return world().read_as(system, [&](ReadContext const& ctx) { return active_employee(ctx, someone, "owner_id"); }); };
  EXPECT_TRUE(active()) << "the leave date is the last day";
  world().clock.advance(std::chrono::hours(24));
  EXPECT_EQ(field_code(active().refusal()), "org.employee_left");
  EXPECT_EQ(names(), (std::vector<std::string>{"管理员"}));
  EXPECT_EQ(names({.left = true}).size(), 2u);
}

TEST_P(People, an_import_matches_the_number_first_then_the_name) {
  auto first = employ("李四", "张三"), second = employ("2", "李四");
  employ("3", "王五"), employ("4", "王五");
  auto called = [&](std::string_view text) { return world().read_as(system, [&](ReadContext const& ctx) { return employee_called(ctx, text, "owner"); }); };
  EXPECT_EQ(called(" 李四 ")->id, first);
  EXPECT_EQ(called("2")->id, second);
  EXPECT_EQ(field_code(called("王五").refusal()), "org.employee_ambiguous");
  EXPECT_EQ(field_code(called("赵六").refusal()), "org.nobody_called");
  EXPECT_EQ(called("赵六").refusal().fields.at(0).arguments.at("name"), "赵六");
}

TEST_P(People, a_change_based_on_an_old_version_is_refused_and_changes_nothing) {
  auto someone = employ("1", "张三");
  world().write_as(system, [&](Context& ctx) { return change_employee(ctx, someone, 1, {.name = "张四"}); });
  auto stale = world().try_write_as(system, [&](Context& ctx) { return change_employee(ctx, someone, 1, {.name = "张五"}); });
  EXPECT_EQ(stale.refusal().code, "request.stale");
  EXPECT_EQ(world().read_as(system, [&](ReadContext const& ctx) { return find_employee(ctx, someone)->name; }), "张四");
}

TEST_P(People, two_people_cannot_have_one_number) {
  employ("1", "张三");
  auto refused = world().try_write_as(system, [&](Context& ctx) { return add_employee(ctx, {.number = "1", .name = "李四"}); });
  EXPECT_EQ(refused.refusal().code, "org.employee_number_taken");
}

TEST_P(People, another_organization_sees_nothing) {
  auto someone = employ("1", "张三", department("工程部"));
  auto other = make();
  Actor stranger{.organization = other.organization, .name = "外人", .is_system = true};
  auto found = world().read_as(stranger, [&](ReadContext const& ctx) { return show_employee(ctx, someone); });
  EXPECT_EQ(found.refusal().code, "org.employee_not_found");
  EXPECT_EQ(names({.left = true}, stranger), (std::vector<std::string>{"管理员"}));
  auto changed = world().try_write_as(stranger, [&](Context& ctx) { return change_employee(ctx, someone, 1, {.name = "李四"}); });
  EXPECT_EQ(changed.refusal().code, "org.employee_not_found");
}

TEST_P(People, every_change_stands_in_the_history_with_names_and_the_chain_is_intact) {
  auto boss = employ("1", "王五"), someone = employ("2", "张三", department("工程部"));
  EXPECT_TRUE(supervise(someone, boss));
  auto entries = world().read_as(system, [&](ReadContext const& ctx) { return timeline::entries_of(ctx, {"employee", someone.uuid}, 10); });
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].event, "employee.changed");
  ASSERT_EQ(entries[0].changes.size(), 1u);
  EXPECT_EQ(entries[0].changes[0].to, "王五");
  auto verified = world().read([](ReadContext const& ctx) { return timeline::verify(ctx.db); });
  EXPECT_TRUE(verified.intact);
}

}  // namespace
}  // namespace zx::org
