#include "modules/notify/letter.hpp"

#include <gtest/gtest.h>

namespace zx::notify {
namespace {

bool contains(std::string const& html, std::string_view part) { return html.find(part) != html.npos; }

TEST(Letters, what_people_wrote_stays_text) {
  auto const html = html_of({.language = "zh",
                             .heading = "<script>alert(1)</script>",
                             .body = "a < b & \"c\"\n<img src=x onerror=y>",
                             .link = "https://zx.example.com/?a=1&b=\"><b>",
                             .link_text = "<i>",
                             .foot = "'<b>'"});
  for (auto bad : {"<script", "<img", "<b>", "<i>", "onerror=y>"}) EXPECT_FALSE(contains(html, bad)) << bad;
  EXPECT_TRUE(contains(html, "a &lt; b &amp; &quot;c&quot;<br>&lt;img"));
  EXPECT_TRUE(contains(html, "href=\"https://zx.example.com/?a=1&amp;b=&quot;&gt;&lt;b&gt;\""));
}

TEST(Letters, nothing_is_fetched_from_outside) {
  auto const html = html_of({.language = "zh", .heading = "h", .body = "b", .link = "https://zx.example.com/x", .link_text = "打开查看", .foot = "f"});
  for (auto loader : {"<img", "src=", "url(", "@import", "<link", "<script"}) EXPECT_FALSE(contains(html, loader)) << loader;
}

TEST(Letters, paragraphs_and_lists_are_taken_from_the_text) {
  auto const html = html_of({.language = "en", .heading = "h", .body = "first\nsecond\n\nthird\n· one\n· two\nafter"});
  EXPECT_TRUE(contains(html, ">first<br>second</p>"));
  EXPECT_TRUE(contains(html, ">third</p><ul"));
  EXPECT_TRUE(contains(html, ">one</li>"));
  EXPECT_TRUE(contains(html, ">two</li></ul>"));
  EXPECT_TRUE(contains(html, ">after</p>"));
}

TEST(Letters, a_button_leads_to_pages_only) {
  EXPECT_FALSE(contains(html_of({.language = "zh", .body = "b", .link = "", .link_text = "打开"}), "<a "));
  EXPECT_FALSE(contains(html_of({.language = "zh", .body = "b", .link = "javascript:alert(1)", .link_text = "打开"}), "<a "));
}

}  // namespace
}  // namespace zx::notify
