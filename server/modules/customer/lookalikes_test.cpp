#include "modules/customer/lookalikes.hpp"

#include <random>

#include "modules/customer/customer_fixture.hpp"
#include "modules/customer/rules.hpp"

namespace zx::customer {
namespace {

TEST(Names, the_index_finds_exactly_what_comparing_each_with_each_finds) {
  constexpr unsigned seed = 8;
  std::mt19937 random(seed);
  char32_t constexpr first = U'海';
  auto name = [&] {
    std::string text;
    for (int n = 2 + static_cast<int>(random() % 9); n > 0; --n) {
      char32_t const c = first + random() % 4;
      text += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
    }
    return text;
  };
  NameIndex index;
  std::vector<std::string> all;
  for (int i = 0; i < 400; ++i) {
    all.push_back(name());
    index.add(all.back());
  }
  std::size_t found = 0;
  for (int i = 0; i < 200; ++i) {
    auto const key = name();
    std::vector<std::size_t> expected;
    for (std::size_t at = 0; at < all.size(); ++at)
      if (rules::similarity(key, all[at]) >= rules::alike_from) expected.push_back(at);
    EXPECT_EQ(index.alike_to(key), expected) << key;
    found += expected.size();
  }
  EXPECT_GT(found, 100u) << "otherwise nothing was tested";
}

struct Doubles : CustomerWorld {
  NewCustomerForm form(std::string name, std::optional<std::string> phone = {}) {
    NewCustomerForm form{.name = std::move(name)};
    if (phone) form.contacts.push_back({.name = "联系人", .phone = phone});
    return form;
  }
};
ON_EACH_ENGINE(Doubles);

TEST_P(Doubles, a_customer_called_nearly_the_same_is_refused_naming_the_other) {
  auto const first = add(li, form("上海海纳国际商贸有限公司"));
  auto again = world().try_write_as(li, [&](Context& ctx) { return add_customer(ctx, form("上海 海纳国际商贸")); });
  ASSERT_FALSE(again);
  EXPECT_EQ(again.refusal().kind, RefusalKind::conflict);
  EXPECT_EQ(again.refusal().code, "customer.looks_like");
  EXPECT_EQ(again.refusal().arguments.at("customers"), first.number + " 上海海纳国际商贸有限公司");
  EXPECT_EQ(again.refusal().arguments.at("hidden"), "0");
}

TEST_P(Doubles, the_same_phone_is_as_telling_as_the_same_name) {
  add(li, form("海纳商贸", "138-0013-8000"));
  EXPECT_EQ(refused(li, [&](Context& ctx) { return add_customer(ctx, form("完全不同", "+8613800138000")); }), "customer.looks_like");
}

TEST_P(Doubles, who_says_it_is_another_one_may_save_it) {
  add(li, form("海纳商贸"));
  auto another = form("海纳商贸");
  another.despite_duplicates = true;
  EXPECT_EQ(add(li, another).name, "海纳商贸");
}

TEST_P(Doubles, a_lookalike_that_one_may_not_see_is_counted_and_not_named) {
  add(sun, form("海纳商贸"));
  auto again = world().try_write_as(li, [&](Context& ctx) { return add_customer(ctx, form("海纳商贸有限公司")); });
  ASSERT_FALSE(again);
  EXPECT_EQ(again.refusal().code, "customer.looks_like_hidden");
  EXPECT_EQ(again.refusal().arguments.at("customers"), "");
  EXPECT_EQ(again.refusal().arguments.at("hidden"), "1");
}

TEST_P(Doubles, a_customer_may_be_renamed_to_what_it_nearly_was_but_not_to_another_one) {
  add(li, form("海纳国际商业中心"));
  auto const other = add(li, form("华光大厦业主委员会"));
  auto rename = [&](std::string name) { return refused(li, [&](Context& ctx) { return change_customer(ctx, other.id, 1, {.name = name}); }); };
  EXPECT_EQ(rename("海纳国际商业中心"), "customer.looks_like");
  EXPECT_EQ(rename("华光大厦业主委员会（筹）"), "");
}

}  // namespace
}  // namespace zx::customer
