#include "platform/base/described.hpp"

#include <gtest/gtest.h>

namespace zx {
namespace {

enum class Verb { create, delete_ };
BOOST_DESCRIBE_ENUM(Verb, create, delete_)

struct Shelf {
  int books = 0;
  std::string class_;
};
BOOST_DESCRIBE_STRUCT(Shelf, (), (books, class_))

static_assert(DescribedStruct<Shelf> && DescribedEnum<Verb>);
static_assert(!DescribedStruct<std::string> && !DescribedEnum<Shelf>);
static_assert(enum_text(Verb::delete_) == "delete");
static_assert(enum_from<Verb>("create") == Verb::create);

TEST(described, a_trailing_underscore_is_not_part_of_the_word) {
  EXPECT_EQ(enum_from<Verb>("delete"), Verb::delete_);
  EXPECT_EQ(enum_from<Verb>("delete_"), std::nullopt);
  EXPECT_EQ(member_names<Shelf>()[1], "class");
}

TEST(described, words_and_members_come_in_order_of_description) {
  EXPECT_EQ(enum_texts<Verb>(), (std::array<std::string_view, 2>{"create", "delete"}));
  std::string names;
  for_each_member<Shelf>([&](std::string_view name, auto) { names += std::string(name) + ";"; });
  EXPECT_EQ(names, "books;class;");
  EXPECT_EQ(member_count<Shelf>, 2u);
}

TEST(described, a_number_that_is_no_enumerator_is_a_bug) { EXPECT_THROW(enum_text(static_cast<Verb>(7)), std::invalid_argument); }

}  // namespace
}  // namespace zx
