#include "platform/outbound/encoding.hpp"

#include <gtest/gtest.h>

namespace zx::outbound {
namespace {

TEST(EncodingTest, base64_gives_the_words_of_the_standard) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64("\xfb\xff"), "+/8=");
  EXPECT_EQ(base64url("\xfb\xff"), "-_8");
}

TEST(EncodingTest, base64url_is_read_back) {
  for (std::string const bytes : {"", "f", "fo", "foo", "\xfb\xff\xfe", "知行"}) EXPECT_EQ(from_base64url(base64url(bytes)), bytes);
  EXPECT_EQ(from_base64url("Zg=="), "f");
  EXPECT_FALSE(from_base64url("Z"));
  EXPECT_FALSE(from_base64url("Zm9v+"));
}

TEST(EncodingTest, only_unreserved_characters_stay_as_they_are) { EXPECT_EQ(percent_encoded("aZ09-._~ +/=&测"), "aZ09-._~%20%2B%2F%3D%26%E6%B5%8B"); }

}  // namespace
}  // namespace zx::outbound
