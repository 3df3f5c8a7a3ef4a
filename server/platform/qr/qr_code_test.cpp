#include "platform/qr/qr_code.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "platform/testing/other_program.hpp"

namespace zx::qr {
namespace {

std::string as_read_by_zbar(std::string const& png) {
  auto const file = std::filesystem::temp_directory_path() / ("zhixing-qr-" + std::to_string(::getpid()) + ".png");
  std::ofstream(file, std::ios::binary) << png;
  auto const run = testing::run_program("zbarimg --raw -q -Sdisable -Sqrcode.enable " + file.string() + " 2>/dev/null");
  std::filesystem::remove(file);
  return run.output;
}

class QrCodeTest : public ::testing::TestWithParam<Correction> {};

TEST_P(QrCodeTest, another_program_reads_what_was_drawn) {
  if (!testing::has_program("zbarimg")) GTEST_SKIP() << "zbar-tools is not installed";
  for (std::string const text : {"a", "https://zhixing.company.test/feeds/zx_4fQabcdefghijklmnopqrstuvwxyz0123.ics",
                                 "otpauth://totp/%E7%9F%A5%E8%A1%8C:zhang?secret=JBSWY3DPEHPK3PXP", "知行：张三"})
    EXPECT_EQ(as_read_by_zbar(Code::of(text, GetParam()).value().png(4)), text + "\n");
}

INSTANTIATE_TEST_SUITE_P(Corrections, QrCodeTest, ::testing::Values(Correction::low, Correction::medium, Correction::quartile, Correction::high));

TEST(QrCodeSvgTest, the_path_covers_exactly_the_dark_modules) {
  auto const code = Code::of("https://zhixing.company.test/").value();
  std::vector<bool> drawn(static_cast<std::size_t>(code.size()) * code.size());
  auto const path = code.svg_path();
  std::regex const run(R"(M(\d+) (\d+)h(\d+)v1h-(\d+)z)");
  std::size_t covered = 0;
  for (std::sregex_iterator it(path.begin(), path.end(), run), end; it != end; ++it) {
    covered += static_cast<std::size_t>(it->length());
    ASSERT_EQ((*it)[3], (*it)[4]);
    int const column = std::stoi((*it)[1]) - Code::quiet_zone, row = std::stoi((*it)[2]) - Code::quiet_zone;
    for (int i = 0; i < std::stoi((*it)[3]); ++i) drawn[static_cast<std::size_t>(row) * code.size() + column + i] = true;
  }
  EXPECT_EQ(covered, path.size());
  for (int row = 0; row < code.size(); ++row)
    for (int column = 0; column < code.size(); ++column) EXPECT_EQ(drawn[static_cast<std::size_t>(row) * code.size() + column], code.is_dark(column, row));
  EXPECT_NE(code.svg().find("viewBox=\"0 0 " + std::to_string(code.size() + 8)), std::string::npos);
}

TEST(QrCodeLimitTest, what_does_not_fit_is_refused) {
  EXPECT_EQ(Code::of("").refusal().code, "qr.empty");
  EXPECT_TRUE(Code::of(std::string(2331, '\xe4')));
  EXPECT_EQ(Code::of(std::string(2332, '\xe4')).refusal().code, "qr.too_long");
}

}  // namespace
}  // namespace zx::qr
