#include "platform/i18n/catalogue.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace zx {
namespace {

Catalogue sample() {
  Catalogue catalogue;
  catalogue.add("zh", R"({"a.hello":"你好，{name}！","a.only_zh":"仅中文"})");
  catalogue.add("en", R"({"a.hello":"Hello {name}!","a.only_en":"english only"})");
  return catalogue;
}

std::string file(std::string const& language) {
  std::ifstream stream(std::string(ZHIXING_SOURCE_DIR) + "/server/i18n/" + language + "/base.json");
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

TEST(catalogue, fills_placeholders_and_leaves_unknown_ones) {
  EXPECT_EQ(sample().text("en", "a.hello", {{"name", "{name}"}}), "Hello {name}!");
  EXPECT_EQ(sample().text("zh", "a.hello", {{"name", "张三"}}), "你好，张三！");
  EXPECT_EQ(sample().text("en", "a.hello", {{"other", "x"}}), "Hello {name}!");
}

TEST(catalogue, falls_back_to_chinese_then_english_then_the_code) {
  EXPECT_EQ(sample().text("en", "a.only_zh"), "仅中文");
  EXPECT_EQ(sample().text("fr", "a.only_en"), "english only");
  EXPECT_EQ(sample().text("zh", "a.nowhere"), "a.nowhere");
}

TEST(catalogue, refuses_what_is_not_flat_or_said_twice) {
  auto catalogue = sample();
  EXPECT_THROW(catalogue.add("zh", R"({"a":{"b":"c"}})"), std::runtime_error);
  EXPECT_THROW(catalogue.add("zh", "[]"), std::runtime_error);
  EXPECT_THROW(catalogue.add("zh", R"({"a.hello":"again"})"), std::runtime_error);
}

TEST(catalogue, the_base_texts_exist_in_both_languages) {
  Catalogue catalogue;
  catalogue.add("zh", file("zh"));
  catalogue.add("en", file("en"));
  EXPECT_EQ(catalogue.codes("zh"), catalogue.codes("en"));
  EXPECT_TRUE(catalogue.has("zh", "json.unknown_field"));
}

}  // namespace
}  // namespace zx
