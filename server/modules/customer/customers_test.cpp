#include "modules/customer/customer_fixture.hpp"
#include "modules/customer/events.hpp"
#include "platform/testing/query_plans.hpp"

namespace zx::customer {
namespace {

struct Customers : CustomerWorld {
  auto change(CustomerId id, std::int64_t version, CustomerPatch patch) {
    return [=](Context& ctx) { return change_customer(ctx, id, version, patch); };
  }
};
ON_EACH_ENGINE(Customers);

TEST_P(Customers, numbers_are_proposed_and_one_written_by_hand_is_passed_over) {
  EXPECT_EQ(add(li, "甲公司").number, "C-000001");
  EXPECT_EQ(add(li, {.number = "C-000002", .name = "乙大厦"}).number, "C-000002");
  EXPECT_EQ(add(li, "丙商场").number, "C-000003");
  EXPECT_EQ(refused(li, [](Context& ctx) { return add_customer(ctx, {.number = "C-000001", .name = "丁中心"}); }), "customer.number_taken");
}

TEST_P(Customers, whoever_adds_one_answers_for_it_in_their_department) {
  auto const made = add(li, "海纳商贸");
  EXPECT_EQ(made.account_manager.name, "李明");
  EXPECT_EQ(made.department_name, "客户部");
  EXPECT_EQ(made.tier, Tier::ordinary);
  EXPECT_EQ(made.state, CustomerState::active);
  ASSERT_EQ(made.managers.size(), 1u);
  EXPECT_EQ(made.managers.front().until, std::nullopt);
  EXPECT_TRUE(made.may_manage);
}

TEST_P(Customers, one_adds_for_people_within_ones_scope_only) {
  auto for_whom = [](Actor const& manager) {
    return [&manager](Context& ctx) { return add_customer(ctx, {.name = "海纳" + manager.name, .account_manager_id = manager.employee}); };
  };
  EXPECT_EQ(refused(li, for_whom(wang)), "account_manager_id: customer.out_of_reach");
  EXPECT_EQ(refused(chen, for_whom(sun)), "account_manager_id: customer.out_of_reach");
  EXPECT_EQ(refused(chen, for_whom(zhao)), "") << "the group below";
  EXPECT_EQ(refused(boss, for_whom(sun)), "");
}

TEST_P(Customers, sent_twice_a_customer_is_made_once) {
  NewCustomerForm const form{.id = CustomerId::make(), .name = "海纳商贸"};
  EXPECT_EQ(add(li, form).number, add(li, form).number);
  EXPECT_EQ(names(li).size(), 1u);
}

TEST_P(Customers, every_change_stands_in_the_history_with_names) {
  auto const group = add(li, "华光集团");
  auto const made = add(li, "海纳商贸");
  world().write_as(li, change(made.id, 1, {.tier = Tier::key, .state = CustomerState::at_risk, .region = std::string("浦东新区"), .parent_id = group.id}));
  auto const entries = history(made.id);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].event, "customer.changed");
  EXPECT_EQ(said(entries[0].changes), "tier: ordinary → key; state: active → at_risk; region:  → 浦东新区; parent_customer:  → 华光集团; ");
  EXPECT_EQ(entries[1].event, "customer.added");
}

TEST_P(Customers, a_change_based_on_an_old_version_is_refused_and_an_empty_one_changes_nothing) {
  auto const made = add(li, "海纳商贸");
  EXPECT_EQ(world().write_as(li, change(made.id, 1, {.name = std::string("海纳商贸")})).version, 1);
  EXPECT_EQ(world().write_as(li, change(made.id, 1, {.note = std::string("要发票")})).version, 2);
  EXPECT_EQ(refused(li, change(made.id, 1, {.note = std::string("不要发票")})), "request.stale");
}

TEST_P(Customers, no_customer_comes_to_stand_above_itself) {
  auto const top = add(li, "华光集团");
  auto const middle = add(li, {.name = "华光华东分部", .parent_id = top.id});
  auto const bottom = add(li, {.name = "浦东某某大厦", .parent_id = middle.id});
  EXPECT_EQ(refused(li, change(top.id, 1, {.parent_id = bottom.id})), "parent_id: customer.group_goes_round");
  EXPECT_EQ(refused(li, change(top.id, 1, {.parent_id = top.id})), "parent_id: customer.group_goes_round");
  EXPECT_EQ(look(li, top.id).members.size(), 1u);
  EXPECT_EQ(look(li, bottom.id).parent_name, "华光华东分部");
}

TEST_P(Customers, a_group_one_may_not_see_cannot_be_chosen) {
  auto const foreign = add(sun, "华光集团");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return add_customer(ctx, {.name = "海纳商贸", .parent_id = foreign.id}); }), "parent_id: customer.parent_unknown");
}

TEST_P(Customers, who_may_look_but_not_manage_is_told_so) {
  auto const made = add(li, "海纳商贸");
  auto auditor = company->actor(sun.employee, org::granted({permissions::read}, Scope::organization));
  auditor.grants[std::string(permissions::manage.name)] = Scope::self;
  EXPECT_FALSE(look(auditor, made.id).may_manage);
  EXPECT_EQ(refused(auditor, change(made.id, 1, {.note = std::string("看看")})), "customer.not_yours");
  EXPECT_EQ(refused(sun, change(made.id, 1, {.note = std::string("看看")})), "customer.not_found");
}

TEST_P(Customers, wrong_fields_are_named_all_at_once) {
  auto const result = world().try_write_as(
      li, [](Context& ctx) { return add_customer(ctx, {.name = " ", .region = std::string(300, 'x'), .contacts = {{.name = "李女士", .email = "nobody"}}}); });
  ASSERT_FALSE(result);
  std::vector<std::string> paths;
  for (auto const& field : result.refusal().fields) paths.push_back(field.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"name", "region", "contacts.0.email"}));
}

// ---- Contacts ----

TEST_P(Customers, contacts_come_and_go_with_masked_phones_in_the_history) {
  auto const made = add(li, {.name = "海纳商贸", .contacts = {{.name = "李女士", .phone = "13800138000"}}});
  auto const contact = world().write_as(li, [&](Context& ctx) {
    return add_contact(ctx, made.id, {.name = "王经理", .title = "采购经理", .phone = "13900139000", .decision_role = DecisionRole::decider});
  });
  auto const changed = world().write_as(li, [&](Context& ctx) {
    return change_contact(ctx, made.id, contact.id, contact.version, {.phone = std::string("13700137000"), .birthday = *Date::parse("1980-02-29")});
  });
  EXPECT_EQ(changed.version, 2);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return remove_contact(ctx, made.id, contact.id, 1); }), "request.stale");
  world().write_as(li, [&](Context& ctx) { return remove_contact(ctx, made.id, contact.id, 2); });
  EXPECT_EQ(look(li, made.id).contacts.size(), 1u);
  std::string all;
  for (auto const& entry : history(made.id)) all += entry.event + " " + said(entry.changes);
  EXPECT_NE(all.find("139****9000 → 137****7000"), all.npos) << all;
  EXPECT_EQ(all.find("13900139000"), all.npos);
}

TEST_P(Customers, a_contact_is_changed_through_its_own_customer_only) {
  auto const one = add(li, {.name = "海纳商贸", .contacts = {{.name = "李女士"}}});
  auto const other = add(li, "华光大厦");
  auto const id = one.contacts.front().id;
  EXPECT_EQ(refused(li, [&](Context& ctx) { return change_contact(ctx, other.id, id, 1, {.name = std::string("王")}); }), "customer.contact_not_found");
}

// ---- Listing and finding ----

TEST_P(Customers, the_list_is_in_order_of_sound_page_by_page) {
  for (auto const* name : {"张江大厦", "安信商场", "海纳商贸", "北京路小学", "陈记餐饮"}) add(li, name);
  std::vector<std::string> all;
  CustomersQuery query{.limit = 2};
  do {
    auto const page = world().read_as(li, [&](ReadContext const& ctx) { return customers(ctx, query).value(); });
    EXPECT_LE(page.items.size(), 2u);
    for (auto const& line : page.items) all.push_back(line.name);
    query.after = page.next;
  } while (query.after);
  EXPECT_EQ(all, (std::vector<std::string>{"安信商场", "北京路小学", "陈记餐饮", "海纳商贸", "张江大厦"}));
}

TEST_P(Customers, are_found_by_name_sound_number_and_phone) {
  auto const made = add(li, {.name = "海纳商贸", .contacts = {{.name = "李女士", .phone = "138-0013-8000"}}});
  add(li, "安信商场");
  for (auto const& typed :
       {std::string("纳商"), std::string("haina"), std::string("hnsm"), made.number, std::string("13800138000"), std::string("8000"), std::string("李女士")})
    EXPECT_EQ(names(li, {.text = typed}), std::vector<std::string>{"海纳商贸"}) << typed;
  EXPECT_TRUE(names(sun, {.text = "纳商"}).empty());
  EXPECT_TRUE(names(li, {.text = "  "}).empty());
}

TEST_P(Customers, a_removed_contact_finds_the_customer_no_more) {
  auto const made = add(li, {.name = "海纳商贸", .contacts = {{.name = "李女士", .phone = "13800138000"}}});
  world().write_as(li, [&](Context& ctx) { return remove_contact(ctx, made.id, made.contacts.front().id, 1); });
  EXPECT_TRUE(names(li, {.text = "13800138000"}).empty());
}

TEST_P(Customers, filters_narrow_together) {
  add(li, {.name = "海纳商贸", .tier = Tier::key, .industry = "零售", .region = "浦东新区"});
  add(li, {.name = "安信商场", .tier = Tier::key, .state = CustomerState::churned, .region = "浦东新区"});
  add(wang, {.name = "华光大厦", .tier = Tier::ordinary, .region = "静安区"});
  using Names = std::vector<std::string>;
  EXPECT_EQ(names(boss, {.tiers = {Tier::key}, .states = {CustomerState::active}}), Names{"海纳商贸"});
  EXPECT_EQ(names(boss, {.region = "浦东新区"}), (Names{"安信商场", "海纳商贸"}));
  EXPECT_EQ(names(boss, {.account_manager_id = wang.employee}), Names{"华光大厦"});
  EXPECT_EQ(names(boss, {.department_id = finance}), Names{});
  EXPECT_EQ(names(boss, {.department_id = service, .industry = "零售"}), Names{"海纳商贸"});
  auto const words = world().read_as(wang, [](ReadContext const& ctx) { return words_in_use(ctx); });
  EXPECT_EQ(words.regions, Names{"静安区"}) << "of what one sees";
}

TEST_P(Customers, the_list_reads_no_whole_table) {
  for (int i = 0; i < 5; ++i) add(li, {.name = "客户" + std::to_string(i), .despite_duplicates = true});
  for (auto const& who : {li, chen, boss}) {
    for (auto const& query :
         {CustomersQuery{}, CustomersQuery{.text = "客户"}, CustomersQuery{.account_manager_id = li.employee}, CustomersQuery{.region = "浦东"}}) {
      world().database().read([&](db::Executor& executor) {
        fixture::QueryPlans plans(executor);
        EXPECT_TRUE(customers(ReadContext{who, world().clock.now(), plans, world().services}, query).ok());
        EXPECT_EQ(plans.scans(), "") << plans.text();
      });
    }
  }
}

// ---- Handing over ----

TEST_P(Customers, handing_over_moves_all_or_none_into_the_receivers_department) {
  auto const one = add(li, "海纳商贸");
  auto const other = add(wang, "华光大厦");
  auto const foreign = add(sun, "安信商场");
  EXPECT_EQ(refused(chen, [&](Context& ctx) { return hand_over(ctx, {.customer_ids = {one.id, foreign.id}, .to_id = zhao.employee}); }), "customer.not_found");
  EXPECT_EQ(look(li, one.id).account_manager.name, "李明") << "none";
  world().clock.advance(std::chrono::hours(1));
  auto const result = world().write_as(chen, [&](Context& ctx) {
    return hand_over(ctx, {.customer_ids = {one.id, other.id, one.id}, .to_id = zhao.employee, .note = "商铺归商铺组"});
  });
  EXPECT_EQ(result.handed_over, 2);
  auto const after = look(zhao, one.id);
  EXPECT_EQ(after.department_name, "商铺组");
  ASSERT_EQ(after.managers.size(), 2u);
  EXPECT_EQ(after.managers[0].manager.name, "赵强");
  EXPECT_EQ(after.managers[0].note, "商铺归商铺组");
  EXPECT_EQ(after.managers[1].until, after.managers[0].since);
  EXPECT_EQ(said(history(one.id).front().changes), "account_manager: 李明 → 赵强; ");
  EXPECT_TRUE(names(li).empty()) << "no longer theirs";
}

TEST_P(Customers, handing_over_to_who_has_it_already_changes_nothing) {
  auto const one = add(li, "海纳商贸");
  EXPECT_EQ(world().write_as(chen, [&](Context& ctx) { return hand_over(ctx, {.customer_ids = {one.id}, .to_id = li.employee}); }).handed_over, 0);
  EXPECT_EQ(look(li, one.id).version, 1);
}

TEST_P(Customers, nobody_hands_over_what_they_do_not_manage_nor_to_who_has_left) {
  auto const one = add(li, "海纳商贸");
  EXPECT_EQ(refused(wang, [&](Context& ctx) { return hand_over(ctx, {.customer_ids = {one.id}, .to_id = wang.employee}); }), "customer.not_found");
  company->leave(zhao.employee, *Date::parse("2026-11-01"));
  EXPECT_EQ(refused(li, [&](Context& ctx) { return hand_over(ctx, {.customer_ids = {one.id}, .to_id = zhao.employee}); }), "to_id: org.employee_left");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return hand_over(ctx, {.customer_ids = {}, .to_id = wang.employee}); }), "customer_ids: json.required");
}

// ---- What others ask ----

TEST_P(Customers, others_find_them_by_number_within_what_they_see_and_by_id_in_order) {
  auto const one = add(li, "海纳商贸");
  auto const other = add(sun, "安信商场");
  auto const numbers = std::vector{one.number, other.number, std::string("C-999999")};
  EXPECT_EQ(world().read_as(li, [&](ReadContext const& ctx) { return find_by_number(ctx, numbers); }).size(), 1u);
  EXPECT_EQ(world().read_as(boss, [&](ReadContext const& ctx) { return find_by_number(ctx, numbers); }).at(other.number).name, "安信商场");
  auto const named = world().read_as(li, [&](ReadContext const& ctx) { return customers_named(ctx, {other.id, CustomerId::make(), one.id}); });
  ASSERT_EQ(named.size(), 2u);
  EXPECT_EQ(named[0].name, "安信商场");
  EXPECT_FALSE(world().read_as(li, [&](ReadContext const& ctx) { return visible_customer(ctx, other.id, "customer_id").ok(); }));
}

TEST_P(Customers, twenty_thousand_numbers_are_one_question) {
  auto const one = add(li, "海纳商贸");
  std::vector<std::string> numbers;
  for (int i = 1; i <= 20'000; ++i) numbers.push_back("X-" + std::to_string(i));
  numbers.push_back(one.number);
  EXPECT_EQ(world().read_as(boss, [&](ReadContext const& ctx) { return find_by_number(ctx, numbers); }).size(), 1u);
}

// ---- Products ----

TEST_P(Customers, products_have_codes_of_their_own_and_are_closed_not_deleted) {
  auto const made = world().write([](Context& ctx) { return add_product(ctx, {.code = "PM", .name = "物业服务", .unit = "元/平方米"}); });
  EXPECT_EQ(refused(company->system, [](Context& ctx) { return add_product(ctx, {.code = "PM", .name = "停车"}); }), "customer.product_code_taken");
  auto const closed = world().write([&](Context& ctx) { return change_product(ctx, made.id, 1, {.closed = true}); });
  EXPECT_TRUE(closed.closed_at.has_value());
  EXPECT_EQ(refused(company->system, [&](Context& ctx) { return change_product(ctx, made.id, 1, {.name = std::string("物业")}); }), "request.stale");
  auto const reopened = world().write([&](Context& ctx) { return change_product(ctx, made.id, 2, {.unit = Patch<std::string>::null(), .closed = false}); });
  EXPECT_EQ(reopened.unit, "");
  EXPECT_FALSE(reopened.closed_at.has_value());
  auto const found = world().read([](ReadContext const& ctx) { return find_products_by_code(ctx, {"PM", "XX"}); });
  EXPECT_EQ(found.size(), 1u);
}

}  // namespace
}  // namespace zx::customer
