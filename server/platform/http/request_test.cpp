#include <gtest/gtest.h>

#include "platform/http/target.hpp"

namespace zx::http {
namespace {

std::optional<Request> parsed(std::string target) {
  Request request{.target = std::move(target)};
  if (!parse_target(request)) return std::nullopt;
  return request;
}

std::string path_of(std::string target) {
  auto request = parsed(std::move(target));
  return request ? request->path : "refused";
}

TEST(Target, the_path_is_decoded_once) {
  EXPECT_EQ(path_of("/a%20b/%E7%9F%A5"), "/a b/知");
  EXPECT_EQ(path_of("/100%2525"), "/100%25");
  EXPECT_EQ(path_of("/a+b"), "/a+b");
  EXPECT_EQ(path_of("/a/"), "/a/");
  EXPECT_EQ(path_of("/"), "/");
  EXPECT_EQ(path_of("http://host:1/x?y=1"), "/x");
  EXPECT_EQ(path_of("http://host"), "/");
  EXPECT_EQ(path_of("http://host?x=1"), "/");
}

TEST(Target, tricks_with_the_path_are_refused) {
  for (std::string target : {"",      "x",  "/../x", "/a/..", "/a/./b", "/%2e%2e/x", "/.%2E", "//host/x", "/a//b",   "/a%2fb",     "/a%2F..", "/a%5cb",
                             "/a\\b", "/%", "/%4",   "/%g1",  "/%00",   "/%0a",      "/%7f",  "/%ff",     "/%c0%af", "/%ed%a0%80", "*"})
    EXPECT_EQ(path_of(target), "refused") << target;
  EXPECT_EQ(path_of("/..a/...b/.c"), "/..a/...b/.c");
}

TEST(Target, the_query_keeps_order_and_duplicates) {
  auto request = parsed("/s?tag=a&tag=b%26c&q=x+y%2B&flag&=v&&e=");
  ASSERT_TRUE(request);
  std::vector<std::pair<std::string, std::string>> expected = {{"tag", "a"}, {"tag", "b&c"}, {"q", "x y+"}, {"flag", ""}, {"", "v"}, {"e", ""}};
  EXPECT_EQ(request->query, expected);
  EXPECT_EQ(request->parameter("tag"), "a");
  EXPECT_EQ(request->parameter("flag"), "");
  EXPECT_EQ(request->parameter("none"), std::nullopt);
}

TEST(Target, a_bad_query_is_refused) {
  for (std::string target : {"/?a=%", "/?%zz=1", "/?a=%00", "/?a=%fe", "/?a=%e7%9f"}) EXPECT_FALSE(parsed(target)) << target;
}

TEST(Utf8, only_well_formed_text_passes) {
  for (std::string good : {"", "plain", "知行", "é", "\xf0\x9f\x98\x80", "\xf4\x8f\xbf\xbf"}) EXPECT_TRUE(is_valid_utf8(good)) << good;
  for (std::string bad : {"\x80", "\xc3", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe7\x9f"})
    EXPECT_FALSE(is_valid_utf8(bad));
}

TEST(Request, cookies_are_found_by_exact_name) {
  Request request{.headers = {{"cookie", "a=1; session=x=y;session2=no; q=\"quoted\" ; bad"}}};
  EXPECT_EQ(request.cookie("session"), "x=y");
  EXPECT_EQ(request.cookie("a"), "1");
  EXPECT_EQ(request.cookie("q"), "quoted");
  EXPECT_EQ(request.cookie("bad"), std::nullopt);
  EXPECT_EQ(request.cookie("ession"), std::nullopt);
  EXPECT_EQ(Request{}.cookie("a"), std::nullopt);
  EXPECT_EQ(request.header("cookie").substr(0, 3), "a=1");
  EXPECT_EQ(request.header("absent"), "");
}

TEST(Forwarding, the_last_untrusted_address_is_the_client) {
  std::vector<std::string> trusted = {"10.0.0.1", "10.0.0.2"};
  EXPECT_EQ(forwarded_client("1.2.3.4", trusted, "10.0.0.1"), "1.2.3.4");
  EXPECT_EQ(forwarded_client("6.6.6.6, 1.2.3.4, 10.0.0.2", trusted, "10.0.0.1"), "1.2.3.4");
  EXPECT_EQ(forwarded_client("", trusted, "10.0.0.1"), "10.0.0.1");
  EXPECT_EQ(forwarded_client("<script>", trusted, "10.0.0.1"), "10.0.0.1");
  EXPECT_EQ(forwarded_client("9.9.9.9, junk!, 10.0.0.2", trusted, "10.0.0.1"), "10.0.0.2");
}

}  // namespace
}  // namespace zx::http
