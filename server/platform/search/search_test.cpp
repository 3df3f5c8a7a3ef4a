#include "platform/search/search.hpp"

#include "platform/testing/test_world.hpp"

namespace zx::search {
namespace {

struct Found {
  std::string subject_type;
  Uuid subject_id;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Found, (), (subject_type, subject_id, text))

struct Search : fixture::EachEngine {
  Uuid keep(std::string_view text) {
    auto id = Uuid::v7();
    world().write([&](Context& ctx) { put(ctx, "work_item", id, text); });
    return id;
  }

  std::vector<Uuid> find_as(Actor const& someone, std::string_view typed) {
    auto parameters = parameters_for(world().engine(), typed);
    if (!parameters) return {};
    parameters->set("org_id", someone.organization).set("limit", 20);
    auto rows = world().read_as(someone, [&](ReadContext const& ctx) { return ctx.db.all<Found>(sql::find_subjects, *parameters); });
    std::vector<Uuid> ids;
    for (auto const& row : rows) ids.push_back(row.subject_id);
    return ids;
  }
  std::vector<Uuid> find(std::string_view typed) { return find_as(world().actor, typed); }
  bool finds(std::string_view typed, Uuid id) { return find(typed) == std::vector{id}; }
};
ON_EACH_ENGINE(Search);

TEST_P(Search, two_characters_of_chinese_find_the_row) {
  auto id = keep("三号楼排水管道改造");
  keep("屋顶防水工程");
  EXPECT_TRUE(finds("排水", id));
  EXPECT_TRUE(finds("改造", id));
  EXPECT_TRUE(finds("排水管道", id));
  EXPECT_TRUE(find("水排").empty());
}

TEST_P(Search, one_character_of_chinese_finds_the_row_wherever_it_stands) {
  auto id = keep("三号楼排水管道改造");
  EXPECT_TRUE(finds("三", id));
  EXPECT_TRUE(finds("排", id));
  EXPECT_TRUE(finds("造", id));
  EXPECT_TRUE(find("门").empty());
}

TEST_P(Search, a_rare_character_is_found) {
  auto id = keep("𬱟工 𰻝面");
  EXPECT_TRUE(finds("𬱟", id));
  EXPECT_TRUE(finds("𰻝面", id));
}

TEST_P(Search, a_phone_is_found_by_its_last_four_digits) {
  auto id = keep("李四 13800138062");
  keep("王五 13900139000");
  EXPECT_TRUE(finds("8062", id));
  EXPECT_TRUE(finds("62", id));
  EXPECT_TRUE(finds("13800138062", id));
  EXPECT_TRUE(find("8063").empty());
}

TEST_P(Search, pinyin_initials_and_latin_are_found_in_any_case) {
  auto id = keep("张三 zhangsan zs Zhixing-ERP");
  EXPECT_TRUE(finds("ZHANG", id));
  EXPECT_TRUE(finds("zs", id));
  EXPECT_TRUE(finds("erp", id));
  EXPECT_TRUE(finds("ＥＲＰ", id));
}

TEST_P(Search, a_number_is_found_whole_and_by_its_end) {
  auto id = keep("W-2026-000123 送货");
  keep("W-2026-000124 送货");
  EXPECT_TRUE(finds("W-2026-000123", id));
  EXPECT_TRUE(finds("123", id));
}

TEST_P(Search, tokens_that_stand_apart_do_not_make_the_text) {
  keep("abcd bcde");
  EXPECT_TRUE(find("abcde").empty());
}

TEST_P(Search, words_may_stand_in_any_order) {
  auto id = keep("水管 张三 紧急");
  EXPECT_TRUE(finds("张三 水管", id));
  EXPECT_TRUE(finds("紧急　张三 水管", id));
  EXPECT_TRUE(find("张三 屋顶").empty());
}

TEST_P(Search, what_is_typed_is_never_syntax) {
  auto id = keep("100% 完成_度 a'b\"c");
  EXPECT_TRUE(finds("100%", id));
  EXPECT_TRUE(finds("完成_度", id));
  EXPECT_TRUE(finds("a'b", id));
  EXPECT_TRUE(find("完成x度").empty());
  for (auto const* typed : {"\" OR 1", "* AND", "NEAR(", "a:b", "'", "& | !", "完成 OR NOT", "\\", "(", ":*"}) find(typed);
}

TEST_P(Search, nothing_searchable_finds_nothing) {
  keep("一");
  EXPECT_TRUE(find("").empty());
  EXPECT_TRUE(find(" -- ").empty());
}

TEST_P(Search, an_entry_is_replaced) {
  auto id = keep("排水管道");
  world().write([&](Context& ctx) { put(ctx, "work_item", id, "屋顶防水"); });
  EXPECT_TRUE(find("管道").empty());
  EXPECT_TRUE(finds("屋顶", id));
}

TEST_P(Search, putting_the_same_again_keeps_it_found) {
  auto id = keep("排水管道");
  world().write([&](Context& ctx) { put(ctx, "work_item", id, "排水管道"); });
  EXPECT_TRUE(finds("管道", id));
}

TEST_P(Search, a_first_entry_is_found_replaced_and_removed_like_any_other) {
  auto keep_first = [&](std::string_view text) {
    auto id = Uuid::v7();
    world().write([&](Context& ctx) { put_first(ctx, "work_item", id, text); });
    return id;
  };
  auto pipe = keep_first("三号楼排水管道"), roof = keep_first("屋顶防水工程");
  EXPECT_TRUE(finds("管道", pipe));
  EXPECT_TRUE(finds("防水", roof));
  world().write([&](Context& ctx) { put(ctx, "work_item", pipe, "电梯异响"); });
  EXPECT_TRUE(find("管道").empty());
  EXPECT_TRUE(finds("异响", pipe));
  world().write([&](Context& ctx) { remove(ctx, "work_item", roof); });
  EXPECT_TRUE(find("防水").empty());
}

TEST_P(Search, a_removed_entry_is_not_found) {
  auto id = keep("排水管道");
  world().write([&](Context& ctx) { remove(ctx, "work_item", id); });
  EXPECT_TRUE(find("管道").empty());
}

TEST_P(Search, another_organization_finds_nothing) {
  keep("排水管道");
  EXPECT_TRUE(find_as(fixture::someone_of(OrganizationId::make(), "外人"), "管道").empty());
}

TEST_P(Search, a_very_long_text_is_kept) {
  std::string text = "开头";
  for (int i = 0; i < 60'000; ++i) text += "\xe4" + std::string(1, static_cast<char>(0xb8 + i % 8)) + std::string(1, static_cast<char>(0x80 + i * 7 % 64));
  auto id = keep(text);
  EXPECT_TRUE(finds("开头", id));
}

TEST(SearchTokens, han_becomes_bigrams_and_the_last_character) { EXPECT_EQ(index_tokens("排水管"), "排水 水管 管"); }

TEST(SearchTokens, letters_become_trigrams_and_the_end) {
  EXPECT_EQ(index_tokens("ABCD"), "abc bcd cd d");
  EXPECT_EQ(index_tokens("ab"), "ab b");
}

TEST(SearchTokens, scripts_are_cut_apart) { EXPECT_EQ(index_tokens("A栋-3号"), "3 a 号 栋"); }

TEST(SearchTokens, a_query_asks_for_every_token) {
  EXPECT_EQ(match_expression(db::Engine::sqlite, "水管 a"), "\"a\" * AND \"水管\"");
  EXPECT_EQ(match_expression(db::Engine::postgres, "水管 a"), "'a':* & '水管'");
}

TEST(SearchTokens, like_patterns_escape) {
  EXPECT_EQ(like_pattern("100%_\\ 甲"), "%100\\%\\_\\\\%甲%");
  EXPECT_EQ(like_pattern(""), "%");
}

}  // namespace
}  // namespace zx::search
