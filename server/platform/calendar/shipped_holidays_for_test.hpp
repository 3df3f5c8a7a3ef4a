#pragma once
// The holiday files as shipped, for tests.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "platform/calendar/holidays.hpp"

namespace zx::calendar {

inline std::string file_text(std::string const& path_in_source) {
  std::ifstream in(std::string(ZHIXING_SOURCE_DIR "/") + path_in_source, std::ios::binary);
  EXPECT_TRUE(in) << path_in_source;
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

inline Holidays shipped_holidays() {
  std::vector<std::string> texts;
  for (auto const& entry : std::filesystem::directory_iterator(ZHIXING_SOURCE_DIR "/data/cn-holidays"))
    if (entry.path().extension() == ".json") texts.push_back(file_text("data/cn-holidays/" + entry.path().filename().string()));
  std::vector<std::string_view> const views(texts.begin(), texts.end());
  return mainland_china(views).value();
}

}  // namespace zx::calendar
