#include "platform/base/schema.hpp"

#include <gtest/gtest.h>

namespace zx {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Leaf {
  Uuid id;
  std::optional<Date> picked_on;
  std::optional<Colour> colour;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (id, picked_on, colour))

struct Branch {
  std::vector<Branch> branches;
  std::map<std::string, Leaf> leaves;
};
BOOST_DESCRIBE_STRUCT(Branch, (), (branches, leaves))

template <class T>
struct Page {
  std::vector<T> items;
  std::int64_t total = 0;
  BOOST_DESCRIBE_CLASS(Page, (), (items, total), (), ())
};

namespace other {
struct Leaf {
  int veins = 0;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (veins))
struct NamedLeaf {
  static constexpr std::string_view schema_name = "OtherLeaf";
  int veins = 0;
};
BOOST_DESCRIBE_STRUCT(NamedLeaf, (), (veins))
}  // namespace other

TEST(schema, plain_types_stand_where_they_are_used) {
  schema::Registry registry;
  EXPECT_EQ(registry.reference<Instant>(), R"({"type":"string","format":"date-time"})");
  EXPECT_EQ(registry.reference<std::optional<Uuid>>(), R"({"type":["string","null"],"format":"uuid"})");
  EXPECT_EQ(registry.reference<std::vector<int>>(), R"({"type":"array","items":{"type":"integer","format":"int32"}})");
  EXPECT_EQ(registry.reference<std::optional<json::Raw>>(), "{}");
  EXPECT_EQ(registry.components_json(), "{}");
}

TEST(schema, a_struct_becomes_a_component_with_all_it_contains) {
  schema::Registry registry;
  EXPECT_EQ(registry.reference<Leaf>(), R"({"$ref":"#/components/schemas/Leaf"})");
  EXPECT_EQ(registry.components_json(), R"({"Colour":{"type":"string","enum":["red","green"]},)"
                                        R"("Leaf":{"type":"object","properties":{"id":{"type":"string","format":"uuid"},)"
                                        R"("picked_on":{"type":["string","null"],"format":"date"},)"
                                        R"("colour":{"anyOf":[{"$ref":"#/components/schemas/Colour"},{"type":"null"}]}},)"
                                        R"("required":["id"],"additionalProperties":false}})");
}

TEST(schema, a_view_always_carries_every_member_until_it_is_also_a_form) {
  schema::Registry registry;
  (void)registry.reference<Leaf>(schema::Use::view);
  EXPECT_NE(registry.components_json().find(R"("required":["id","picked_on","colour"])"), std::string::npos);
  (void)registry.reference<std::vector<Leaf>>(schema::Use::form);
  EXPECT_NE(registry.components_json().find(R"("required":["id"])"), std::string::npos);
  (void)registry.reference<Leaf>(schema::Use::view);
  EXPECT_NE(registry.components_json().find(R"("required":["id"])"), std::string::npos);
}

TEST(schema, a_struct_may_contain_itself) {
  schema::Registry registry;
  (void)registry.reference<Branch>(schema::Use::view);
  (void)registry.reference<Branch>(schema::Use::form);
  auto const components = json::Value::parse(registry.components_json());
  ASSERT_TRUE(components);
  auto const items = components->find("Branch")->find("properties")->find("branches")->find("items");
  EXPECT_EQ(items->text(), R"({"$ref":"#/components/schemas/Branch"})");
}

TEST(schema, templates_are_named_by_what_they_hold) {
  schema::Registry registry;
  EXPECT_EQ(registry.reference<Page<Leaf>>(), R"({"$ref":"#/components/schemas/PageOfLeaf"})");
  EXPECT_EQ(schema::component_name("zx::Pair<zx::a::One, zx::b::Two>"), "PairOfOneAndTwo");
}

TEST(schema, two_types_cannot_share_a_name) {
  schema::Registry registry;
  (void)registry.reference<Leaf>();
  EXPECT_THROW((void)registry.reference<other::Leaf>(), std::logic_error);
  EXPECT_EQ(registry.reference<other::NamedLeaf>(), R"({"$ref":"#/components/schemas/OtherLeaf"})");
}

}  // namespace
}  // namespace zx
