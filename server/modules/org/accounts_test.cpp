#include "modules/org/accounts.hpp"

#include "modules/org/org_fixture.hpp"
#include "modules/org/organization.hpp"
#include "modules/org/roles.hpp"
#include "modules/org/rules.hpp"

namespace zx::org {
namespace {

struct Accounts : OrgWorld {
  Result<void> change(std::string_view login, UserPatch const& patch, std::optional<Actor> by = {}) {
    auto const id = actor(login).user;
    return world().try_write_as(by.value_or(system),
                                [&](Context& ctx) -> Result<void> { return change_user(ctx, id, TRY(show_user(ctx, id)).version, patch); });
  }
  UserPatch hold(std::vector<std::string> roles) { return {.roles = std::move(roles)}; }
};
ON_EACH_ENGINE(Accounts);

std::string code_of(Refusal const& refusal) { return refusal.fields.empty() ? refusal.code : refusal.fields.front().code; }

TEST(AdministrationRules, two_administration_roles_need_a_small_organization_that_says_so) {
  std::set<std::string> const two{"administrator", "auditor", "hr"}, one{"auditor", "hr", "executive"};
  EXPECT_TRUE(rules::keep_separated(two, true, 4));
  EXPECT_FALSE(rules::keep_separated(two, true, 5));
  EXPECT_FALSE(rules::keep_separated(two, false, 1));
  EXPECT_TRUE(rules::keep_separated(one, false, 500));
}

TEST(AdministrationRules, a_login_has_no_blanks) {
  EXPECT_EQ(*rules::login(" ＺhangSan "), "zhangsan");
  EXPECT_EQ(code_of(rules::login("zhang san").refusal()), "org.login_invalid");
  EXPECT_EQ(code_of(rules::login("  ").refusal()), "json.required");
}

TEST(AdministrationRules, a_masked_phone_shows_its_end_only) {
  EXPECT_EQ(rules::masked("13912345678"), "…5678");
  EXPECT_EQ(rules::masked("123"), "…3");
  EXPECT_EQ(rules::masked(std::nullopt), "");
}

TEST_P(Accounts, administration_roles_are_separated) {
  add("a", "甲", "administrator"), add("s", "乙", "security_administrator"), add("x", "丙");
  EXPECT_TRUE(change("x", hold({"administrator", "auditor"}))) << "three users, and it says it is small";
  EXPECT_TRUE(change("x", hold({"staff"})));
  add("y", "丁"), add("z", "戊");
  EXPECT_EQ(change("x", hold({"administrator", "auditor"})).refusal().code, "org.administration_separated");
  EXPECT_TRUE(change("x", hold({"auditor", "hr"})));
}

TEST_P(Accounts, a_founder_with_two_roles_is_reminded_when_the_organization_grows) {
  auto tab = browser();
  tab.post("/api/v1/setup", R"({"token":")" + made.setup_token + R"(","name":"赵敏","login":"zm","password":"river-lantern-47-oak"})");
  auto due = [&] { return world().read_as(system, [](ReadContext const& ctx) { return show_organization(ctx).separation_due; }); };
  EXPECT_FALSE(due());
  for (auto const* name : {"b", "c", "d", "e"}) add(name, name);
  EXPECT_TRUE(due());
  add("s", "乙", "security_administrator");
  EXPECT_EQ(change("zm", hold({"administrator", "security_administrator", "hr"})).refusal().code, "org.administration_separated");
  EXPECT_TRUE(change("zm", hold({"administrator", "executive"})));
  EXPECT_FALSE(due());
}

TEST_P(Accounts, somebody_who_manages_accounts_remains) {
  add("s", "乙", "security_administrator"), add("x", "丙");
  EXPECT_EQ(change("s", hold({"staff"})).refusal().code, "org.last_security_administrator");
  EXPECT_EQ(change("s", {.disabled = true}).refusal().code, "org.last_security_administrator");
  EXPECT_EQ(change("s", {.disabled = true}, actor("s")).refusal().code, "org.cannot_disable_oneself");
  EXPECT_TRUE(change("x", hold({"security_administrator"})));
  EXPECT_TRUE(change("s", {.disabled = true}));
}

TEST_P(Accounts, a_reset_ends_sessions_and_older_links_and_gives_one_new_link) {
  add("s", "乙", "security_administrator");
  auto tab = somebody("zhangsan", "张三");
  auto const id = actor("zhangsan").user;
  auto reset = [&] { return world().write_as(system, [&](Context& ctx) { return reset_password(ctx, id); }).setup_token; };
  auto const first = reset(), second = reset();
  EXPECT_EQ(tab.get("/api/v1/session").status, 401);
  EXPECT_EQ(browser().sign_in("zhangsan", good_password).status, 401);
  EXPECT_EQ(browser().set_up(first).status, 404);
  EXPECT_EQ(browser().set_up(second).status, 201);
  EXPECT_EQ(browser().sign_in("zhangsan", good_password).status, 201);
}

TEST_P(Accounts, a_login_belongs_to_one_person_and_a_person_has_one_login) {
  auto zhang = add("zhangsan", "张三");
  auto other = employ("2", "李四");
  auto give = [&](EmployeeId employee, std::string login) {
    return world().try_write_as(system, [&](Context& ctx) { return add_user(ctx, {employee, login, {}}); });
  };
  EXPECT_EQ(give(other, "ZHANGSAN").refusal().code, "org.login_taken");
  EXPECT_EQ(give(zhang.employee, "zs2").refusal().code, "org.employee_has_account");
  EXPECT_TRUE(give(other, "lisi"));
}

TEST_P(Accounts, an_unknown_role_or_supervisor_is_refused_and_nothing_is_added) {
  auto refused = world().try_write_as(
      system, [](Context& ctx) { return add_person(ctx, {.login = "x", .name = "某人", .number = "9", .department = "新部门", .role = "king"}); });
  EXPECT_EQ(code_of(refused.refusal()), "org.role_unknown");
  auto no_boss = world().try_write_as(
      system, [](Context& ctx) { return add_person(ctx, {.login = "", .name = "某人", .number = "9", .department = "", .supervisor_number = "404"}); });
  EXPECT_EQ(code_of(no_boss.refusal()), "org.nobody_called");
  EXPECT_EQ(count("SELECT count(*) FROM employee"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM department"), 1);
}

TEST_P(Accounts, the_widest_of_several_roles_holds) {
  auto facts = module().permissions;
  facts.push_back({{"work.read"}, {{roles::staff, Scope::self}, {roles::supervisor, Scope::department_and_below}}});
  world().write_as(system, [&](Context& ctx) { ensure_built_in_roles(ctx, facts); });
  add("s", "乙", "security_administrator"), add("x", "丙");
  EXPECT_EQ(actor("x").reach({"work.read"}), Scope::self);
  EXPECT_TRUE(change("x", hold({"supervisor", "staff"})));
  EXPECT_EQ(actor("x").reach({"work.read"}), Scope::department_and_below);
}

TEST_P(Accounts, an_upgrade_adds_permissions_once_and_says_so) {
  auto facts = module().permissions;
  facts.push_back({{"work.read"}, {{roles::staff, Scope::self}}});
  for (int start = 0; start < 3; ++start) world().write_as(system, [&](Context& ctx) { ensure_built_in_roles(ctx, facts); });
  EXPECT_EQ(count("SELECT count(*) FROM timeline_entry WHERE event = 'role.changed'"), 1);
}

TEST_P(Accounts, a_role_of_ones_own_cannot_undo_the_separation) {
  auto add_own = [&](Grants grants) { return world().try_write_as(system, [&](Context& ctx) { return add_role(ctx, {"helper", "助理", grants}); }); };
  EXPECT_EQ(code_of(add_own({{"accounts.manage", Scope::organization}}).refusal()), "org.permission_reserved");
  EXPECT_EQ(code_of(add_own({{"no.such", Scope::self}}).refusal()), "org.permission_unknown");
  auto role = add_own({{"people.manage", Scope::organization}});
  ASSERT_TRUE(role);
  add("s", "乙", "security_administrator"), add("x", "丙", "helper");
  EXPECT_TRUE(actor("x").may(permissions::manage_people));
  world().write_as(system, [&](Context& ctx) { return change_role(ctx, *role, 1, {.grants = Grants{{"people.read", Scope::organization}}}); });
  EXPECT_FALSE(actor("x").may(permissions::manage_people));
}

TEST_P(Accounts, what_has_no_reach_is_given_whole_or_not_at_all) {
  auto facts = module().permissions;
  facts.push_back({{"work.read"}, {{roles::staff, Scope::self}, {roles::executive, Scope::organization}}});
  world().write_as(system, [&](Context& ctx) { ensure_built_in_roles(ctx, facts); });
  auto add_own = [&](std::string code, Grants grants) {
    return world().try_write_as(system, [&](Context& ctx) { return add_role(ctx, {code, "助理", grants}); });
  };
  for (auto part : {Scope::self, Scope::direct_reports, Scope::department, Scope::department_and_below}) {
    EXPECT_EQ(code_of(add_own("helper", {{"people.manage", part}}).refusal()), "org.permission_undivided");
    EXPECT_EQ(code_of(add_own("helper", {{"people.read", part}}).refusal()), "org.permission_undivided");
  }
  auto const role = add_own("helper", {{"people.manage", Scope::organization}, {"work.read", Scope::department}});
  ASSERT_TRUE(role);
  auto const refused = world().try_write_as(system, [&](Context& ctx) {
    return change_role(ctx, *role, 1, {.grants = Grants{{"people.manage", Scope::department}}});
  });
  EXPECT_EQ(code_of(refused.refusal()), "org.permission_undivided");
  std::map<std::string, bool> has_reach;
  for (auto const& permission : world().read_as(system, [](ReadContext const& ctx) { return list_permissions(ctx); }))
    has_reach[permission.permission] = permission.has_reach;
  EXPECT_TRUE(has_reach.at("work.read"));
  EXPECT_FALSE(has_reach.at("people.manage"));
}

TEST_P(Accounts, a_built_in_role_cannot_be_changed) {
  auto staff = world().read_as(system, [](ReadContext const& ctx) { return list_roles(ctx).at(0); });
  EXPECT_EQ(staff.name, "员工");
  auto refused = world().try_write_as(system, [&](Context& ctx) { return change_role(ctx, staff.id, 1, {.name = "工人"}); });
  EXPECT_EQ(refused.refusal().code, "org.role_built_in");
}

}  // namespace
}  // namespace zx::org
