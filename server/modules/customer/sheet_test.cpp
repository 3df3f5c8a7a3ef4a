#include "modules/customer/sheet.hpp"

#include "modules/customer/customer_fixture.hpp"

namespace zx::customer::sheet {
namespace {

struct CustomerSheets : CustomerWorld {
  CustomerImportReport import(Actor const& who, std::string const& csv, CustomerImportOptions const& options = {}) {
    return import_sheet(world().services, who, csv, options).value();
  }
  static std::string said(CustomerImportReport const& report) {
    std::string text;
    for (auto const& error : report.errors) text += std::to_string(error.row) + " " + error.column + " " + error.code + "\n";
    return text;
  }
};
ON_EACH_ENGINE(CustomerSheets);

constexpr auto two_customers =
    "编号,名称,级别,行业,地区,地址,客户经理,状态,联系人,电话,邮箱\n"
    ",海纳商贸,A,零售,浦东新区,世纪大道100号,李明,合作中,李女士,13800138000,li@example.com\n"
    "H-1,华光大厦业委会,重点客户,,,,,潜在,,,\n";

TEST_P(CustomerSheets, rows_become_customers_with_their_first_contact) {
  auto const report = import(boss, two_customers);
  EXPECT_EQ(said(report), "");
  EXPECT_EQ(report.added, 2);
  auto const found = world().read_as(boss, [](ReadContext const& ctx) { return customers(ctx, {}).value().items; });
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].name, "海纳商贸");
  EXPECT_EQ(found[0].tier, Tier::strategic);
  EXPECT_EQ(found[0].account_manager.name, "李明");
  EXPECT_EQ(found[0].contact_phone, "13800138000");
  EXPECT_EQ(found[1].number, "H-1");
  EXPECT_EQ(found[1].state, CustomerState::prospect);
  EXPECT_EQ(found[1].account_manager.name, "周总") << "whoever imports";
}

TEST_P(CustomerSheets, importing_the_same_file_twice_makes_nothing_twice) {
  import(boss, two_customers);
  auto const again = import(boss, two_customers);
  EXPECT_EQ(said(again), "");
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.skipped, 2);
}

TEST_P(CustomerSheets, a_dry_run_says_what_would_happen_and_does_nothing) {
  auto const report = import(boss, two_customers, {.dry_run = true});
  EXPECT_EQ(report.added, 2);
  EXPECT_EQ(report.verdicts.size(), 2u);
  EXPECT_TRUE(names(boss).empty());
}

TEST_P(CustomerSheets, what_was_exported_can_be_changed_and_imported) {
  import(boss, two_customers);
  for (auto format : {CustomerFormat::csv, CustomerFormat::xlsx}) {
    auto const exported = export_sheet(world().services, boss, {}, format).value();
    auto const same = import(boss, exported);
    EXPECT_EQ(said(same), "");
    EXPECT_EQ(same.skipped, 2);
  }
  auto csv = export_sheet(world().services, boss, {}, CustomerFormat::csv).value();
  csv.replace(csv.find("浦东新区"), std::string("浦东新区").size(), "静安区");
  auto const changed = import(boss, csv);
  EXPECT_EQ(changed.changed, 1);
  EXPECT_EQ(names(boss, {.region = "静安区"}), std::vector<std::string>{"海纳商贸"});
}

TEST_P(CustomerSheets, every_wrong_cell_is_told_and_nothing_is_imported) {
  auto const report = import(boss,
                             "名称,级别,客户经理,状态,邮箱,\n"
                             ",A,,,,\n"
                             "海纳商贸,D,查无此人,不明,nobody,多余\n"
                             "安信商场,B,,,,\n");
  EXPECT_EQ(said(report),
            "2 名称 customer.name_missing\n3 级别 customer.tier_unknown\n3 状态 customer.state_unknown\n3  sheet.cell_without_header\n3 邮箱 "
            "customer.email_invalid\n");
  EXPECT_TRUE(names(boss).empty());
  EXPECT_EQ(said(import(boss, "名称,客户经理\n海纳商贸,查无此人\n")), "2 客户经理 org.nobody_called\n");
}

TEST_P(CustomerSheets, bad_rows_can_be_skipped_and_come_back_in_a_file_that_can_be_imported_again) {
  std::string const csv = "名称,级别\n海纳商贸,D\n安信商场,B\n";
  auto const report = import(boss, csv, {.on_error = CustomerOnError::skip_bad_rows});
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(names(boss), std::vector<std::string>{"安信商场"});
  auto back = error_file(csv, report, CustomerFormat::csv);
  EXPECT_NE(back.find("错误原因"), back.npos);
  EXPECT_EQ(back.find("安信商场"), back.npos);
  back.replace(back.find(",D,"), 3, ",A,");
  EXPECT_EQ(import(boss, back).added, 1);
}

TEST_P(CustomerSheets, lookalikes_are_refused_in_the_file_and_against_what_is_there) {
  add(boss, "海纳国际商业中心");
  auto const csv = "名称,电话\n海纳国际商业中心（总部）楼,\n华光大厦,13800138000\n完全不同,138-0013-8000\n";
  EXPECT_EQ(said(import(boss, csv)), "2 名称 customer.looks_like_row\n4 名称 customer.repeated_in_sheet\n");
  EXPECT_EQ(import(boss, csv, {.despite_duplicates = true}).added, 3);
}

TEST_P(CustomerSheets, a_customer_one_may_not_see_is_neither_named_nor_made_again) {
  add(sun, "海纳商贸");
  auto const report = import(li, "名称\n海纳商贸\n");
  EXPECT_EQ(said(report), "2 名称 customer.looks_like_hidden_row\n");
  auto const number = names(sun).size();
  EXPECT_EQ(number, 1u);
  EXPECT_EQ(said(import(li, "编号,名称\nC-000001,别的名字\n")), "2 编号 customer.number_taken\n");
}

TEST_P(CustomerSheets, the_account_manager_changes_by_handing_over_only) {
  import(boss, two_customers);
  EXPECT_EQ(said(import(boss, "编号,名称,客户经理\nH-1,华光大厦业委会,王芳\n")), "2 客户经理 customer.manager_by_handover\n");
}

TEST_P(CustomerSheets, one_imports_for_people_within_ones_scope_only) {
  EXPECT_EQ(said(import(li, "名称,客户经理\n海纳商贸,王芳\n")), "2 客户经理 customer.out_of_reach\n");
  EXPECT_EQ(import(chen, "名称,客户经理\n海纳商贸,王芳\n").added, 1);
}

TEST_P(CustomerSheets, a_further_contact_is_added_and_a_different_one_is_asked_about) {
  import(boss, two_customers);
  auto const number = world().read_as(boss, [](ReadContext const& ctx) { return customers(ctx, {.text = "海纳"}).value().items.front().number; });
  EXPECT_EQ(import(boss, "编号,名称,联系人,电话\n" + number + ",海纳商贸,王经理,13900139000\n").changed, 1);
  EXPECT_EQ(said(import(boss, "编号,名称,联系人,电话\n" + number + ",海纳商贸,王经理,13900130000\n")), "2 联系人 customer.contact_differs\n");
}

TEST_P(CustomerSheets, the_empty_template_imports_nothing_and_has_every_column) {
  for (auto format : {CustomerFormat::csv, CustomerFormat::xlsx}) {
    auto const report = import(boss, template_file(world().services, boss, format));
    EXPECT_EQ(said(report), "");
    EXPECT_EQ(report.rows, 0);
  }
}

TEST_P(CustomerSheets, five_thousand_rows_are_compared_with_each_other_in_seconds) {
  std::string csv = "名称,地区\n";
  for (int i = 0; i < 5000; ++i) csv += "上海第" + std::to_string(i * 7919 % 100003) + "号商务中心,浦东新区\n";
  auto const began = std::chrono::steady_clock::now();
  auto const report = import(boss, csv, {.dry_run = true});
  EXPECT_EQ(report.rows, 5000);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(20));
}

}  // namespace
}  // namespace zx::customer::sheet
