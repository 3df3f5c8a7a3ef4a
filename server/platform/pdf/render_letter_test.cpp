#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "platform/pdf/letter_document.hpp"
#include "platform/xlsx/raw_workbook_for_tests.hpp"

namespace zx::pdf {
namespace {

std::string output_of(std::string const& command) {
  std::string output;
  auto* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer;
  while (auto const length = fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), length);
  pclose(pipe);
  return output;
}

/// The text as a reader extracts it, white space removed, or nullopt without poppler-utils.
std::optional<std::string> extracted(std::string const& pdf) {
  if (output_of("command -v pdftotext").empty()) return std::nullopt;
  xlsx::test::TemporaryFolder folder;
  std::ofstream(folder / "a.pdf", std::ios::binary) << pdf;
  auto text = output_of("pdftotext -layout " + (folder / "a.pdf").string() + " - 2>&1");
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

LetterDocument letter() {
  LetterDocument letter;
  letter.letterhead = "阳光物业";
  letter.title = "督促函（催办）";
  letter.references = {"编号：D-2026-000012"};
  letter.addressee = "王芳：";
  letter.paragraphs = {"请立即办理。"};
  letter.facts = {{"事项编号", "W-2026-000123"}};
  letter.signature = {"发函人：李明"};
  letter.boxes = {"收函人签收", "答复意见"};
  letter.footer = "阳光物业 · W-2026-000123";
  letter.created = Instant::parse("2026-11-20T01:00:00Z");
  return letter;
}

TEST(Letter, says_everything_once_on_one_page) {
  auto const text = extracted(render_letter_pdf(letter()));
  if (!text) GTEST_SKIP() << "needs pdftotext (poppler-utils)";
  for (auto const* part : {"阳光物业", "督促函（催办）", "D-2026-000012", "王芳：", "请立即办理。", "事项编号", "W-2026-000123", "李明", "收函人签收", "1/1"})
    EXPECT_NE(text->find(part), text->npos) << part;
  EXPECT_EQ(text->find('\f'), text->size() - 1);
}

TEST(Letter, what_does_not_fit_goes_on_to_the_next_page) {
  auto longer = letter();
  for (int i = 0; i < 60; ++i) longer.paragraphs.push_back("第" + std::to_string(i) + "段");
  auto const text = extracted(render_letter_pdf(longer));
  if (!text) GTEST_SKIP() << "needs pdftotext (poppler-utils)";
  EXPECT_NE(text->find("第59段"), text->npos);
  EXPECT_NE(text->find("1/3"), text->npos) << *text;
  EXPECT_NE(text->find("3/3"), text->npos) << *text;
}

TEST(Letter, the_same_letter_gives_the_same_bytes) { EXPECT_EQ(render_letter_pdf(letter()), render_letter_pdf(letter())); }

}  // namespace
}  // namespace zx::pdf
