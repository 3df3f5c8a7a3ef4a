#include "platform/base/uuid.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

namespace zx {
namespace {

TEST(uuid, fresh_ids_rise_within_a_process) {
  auto previous = Uuid::v7();
  for (int i = 0; i < 20'000; ++i) {
    auto const next = Uuid::v7();
    ASSERT_LT(previous, next);
    ASSERT_LT(previous.text(), next.text());
    previous = next;
  }
}

TEST(uuid, threads_never_share_an_id) {
  std::vector<std::vector<Uuid>> made(4);
  {
    std::vector<std::jthread> threads;
    for (auto& ids : made)
      threads.emplace_back([&ids] {
        for (int i = 0; i < 5'000; ++i) ids.push_back(Uuid::v7());
      });
  }
  std::set<Uuid> all;
  for (auto const& ids : made) {
    EXPECT_TRUE(std::ranges::is_sorted(ids));
    all.insert(ids.begin(), ids.end());
  }
  EXPECT_EQ(all.size(), 20'000u);
}

TEST(uuid, carries_version_variant_and_the_time) {
  auto const before = std::chrono::system_clock::now().time_since_epoch() / std::chrono::milliseconds(1);
  auto const id = Uuid::v7();
  EXPECT_EQ(id.bytes[6] >> 4, 7);
  EXPECT_EQ(id.bytes[8] >> 6, 2);
  std::int64_t ms = 0;
  for (int i = 0; i < 6; ++i) ms = ms << 8 | id.bytes[i];
  EXPECT_GE(ms, before - 1);
  EXPECT_LE(ms, before + 5'000);
}

TEST(uuid, reads_the_canonical_form_in_either_case_and_nothing_else) {
  auto const id = Uuid::parse("018f3b5e-7c1a-7abc-8def-0123456789ab");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->text(), "018f3b5e-7c1a-7abc-8def-0123456789ab");
  EXPECT_EQ(Uuid::parse("018F3B5E-7C1A-7ABC-8DEF-0123456789AB"), id);
  for (auto wrong : {"", "018f3b5e7c1a7abc8def0123456789ab", "{018f3b5e-7c1a-7abc-8def-0123456789ab}", "018f3b5e-7c1a-7abc-8def-0123456789ag",
                     "018f3b5e-7c1a-7abc-8def-0123456789a", "018f3b5e_7c1a-7abc-8def-0123456789ab", "018f3b5e-7c1a-7abc-8def-0123456789abc"})
    EXPECT_FALSE(Uuid::parse(wrong)) << wrong;
}

}  // namespace
}  // namespace zx
