#include <gtest/gtest.h>

#include <ctime>

#include "platform/xlsx/raw_workbook_for_tests.hpp"
#include "platform/xlsx/reader.hpp"

namespace zx::xlsx {
namespace {

using table::Cell;
using test::RawWorkbook;

constexpr long kMostGrowthKib = 64 * 1024;

struct HostileWorkbookTest : ::testing::Test {
  test::TemporaryFolder folder;

  /// Reads everything; the code of the refusal, or "accepted".
  static std::string outcome_of(Result<std::unique_ptr<Reader>> reader) {
    if (!reader) return reader.refusal().code;
    for (std::vector<Cell> cells;;) {
      auto const more = (*reader)->next(cells);
      if (!more) return more.refusal().code;
      if (!*more) return "accepted";
    }
  }

  std::string outcome_of(RawWorkbook const& book, ReadOptions options = {}) {
    auto const path = book.write_to(folder / "book.xlsx");
    test::clear_peak_memory();
    auto const before = test::peak_memory_kib();
    auto const started = std::clock();
    auto code = outcome_of(Reader::open_file(path, std::move(options)));
    EXPECT_LT(test::peak_memory_kib() - before, kMostGrowthKib) << code;
    EXPECT_LT(static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC, 5.0) << code;
    return code;
  }

  std::string outcome_of_bytes(std::string const& bytes) {
    std::ofstream(folder / "raw", std::ios::binary) << bytes;
    auto from_file = outcome_of(Reader::open_file(folder / "raw"));
    EXPECT_EQ(from_file, outcome_of(Reader::open_bytes(bytes)));
    return from_file;
  }

  /// A sheet whose rows element repeats a piece.
  static RawWorkbook repeating(std::string const& head, std::string const& piece, std::size_t times, std::string const& part = "xl/worksheets/sheet1.xml") {
    RawWorkbook book;
    book.put_rows("");
    book.put_streamed(part, [=](auto const& write) {
      write(head);
      std::string block;
      while (block.size() < 65'536) block += piece;
      for (std::size_t done = 0; done < times * piece.size(); done += block.size()) write(block);
    });
    return book;
  }
};

TEST_F(HostileWorkbookTest, a_row_number_of_a_billion_is_refused) {
  RawWorkbook book;
  book.put_rows(R"(<row r="999999999"><c r="A999999999"><v>1</v></c></row>)");
  EXPECT_LT(test::content_of(book.write_to(folder / "size.xlsx")).size(), 2'000u);
  EXPECT_EQ(outcome_of(book), "xlsx.row_out_of_range");
}

TEST_F(HostileWorkbookTest, a_column_beyond_the_limit_is_refused) {
  EXPECT_EQ(outcome_of(RawWorkbook().put_rows(R"(<row r="1"><c r="ZZZZZ9"><v>1</v></c></row>)")), "xlsx.column_out_of_range");
  EXPECT_EQ(outcome_of(RawWorkbook().put_rows(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)")), "xlsx.column_out_of_range");
}

TEST_F(HostileWorkbookTest, a_hundred_kilobytes_that_inflate_to_128_mebibytes_are_refused) {
  EXPECT_EQ(outcome_of(repeating("<worksheet><sheetData><row>", std::string(65'536, ' '), 2'048)), "xlsx.suspicious_compression");
}

TEST_F(HostileWorkbookTest, what_unpacks_beyond_the_cap_is_refused_by_the_directory_already) {
  EXPECT_EQ(outcome_of(repeating("<worksheet>", std::string(65'536, ' '), 64), {.limits = {.max_unpacked_bytes = kMiB}}), "xlsx.unpacks_too_large");
}

TEST_F(HostileWorkbookTest, nesting_giant_tags_and_invented_names_cost_no_memory) {
  Limits const no_ratio{.max_ratio = 1'000'000};
  EXPECT_EQ(outcome_of(repeating("<worksheet>", "<a>", 3'000'000), {.limits = no_ratio}), "xlsx.part_too_complex");
  EXPECT_EQ(outcome_of(repeating("<worksheet a='", "x", 20'000'000), {.limits = no_ratio}), "xlsx.part_too_complex");
  RawWorkbook book;
  book.put_streamed("xl/worksheets/sheet1.xml", [](auto const& write) {
    write("<worksheet>");
    for (int i = 0; i < 500'000; ++i) write("<n" + std::to_string(i) + "/>");
    write("</worksheet>");
  });
  EXPECT_EQ(outcome_of(book, {.limits = no_ratio}), "accepted");
}

TEST_F(HostileWorkbookTest, shared_strings_and_long_texts_are_bounded) {
  RawWorkbook book;
  book.put_rows("");
  book.put_streamed("xl/sharedStrings.xml", [](auto const& write) {
    write("<sst>");
    for (int i = 0; i < 60; ++i)
      write("<si><t>" + std::string(1'000'000 / 2, static_cast<char>('a' + i % 26)) + "</t></si>" + "<si><t>" + std::string(500'000, 'z') + "</t></si>");
  });
  EXPECT_EQ(outcome_of(book, {.limits = {.max_ratio = 1'000'000}}), "xlsx.too_much_text");
  EXPECT_EQ(outcome_of(RawWorkbook().put_rows("<row><c t=\"inlineStr\"><is><t>" + std::string(32'768, 'x') + "</t></is></c></row>")), "xlsx.cell_too_long");
  std::string wide = "<row r=\"1\">";
  for (int i = 0; i < 200; ++i) wide += "<c t=\"inlineStr\"><is><t>" + std::string(32'000, 'x') + "</t></is></c>";
  EXPECT_EQ(outcome_of(RawWorkbook().put_rows(wide + "</row>")), "xlsx.row_too_long");
}

TEST_F(HostileWorkbookTest, a_long_shared_string_named_a_million_times_is_refused_before_it_costs_minutes) {
  RawWorkbook book;
  book.put("xl/sharedStrings.xml", "<sst><si><t>" + std::string(32'000, 'x') + "</t></si></sst>");
  std::string rows;
  for (int i = 0; i < 100'000; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
  EXPECT_EQ(outcome_of(book.put_rows(rows)), "xlsx.unpacks_too_large");
}

TEST_F(HostileWorkbookTest, document_types_are_refused_in_every_part) {
  std::string const bomb = R"(<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y SYSTEM "file:///etc/passwd">]>)";
  for (std::string part :
       {"xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"}) {
    RawWorkbook book;
    book.put_rows("").put(part, bomb + "<a>&x;&y;</a>");
    EXPECT_EQ(outcome_of(book), "xlsx.document_type") << part;
  }
}

TEST_F(HostileWorkbookTest, names_that_point_outside_are_refused) {
  for (std::string name : {"../evil.xml", "/etc/passwd", "xl/../../evil", "xl\\..\\..\\evil", "C:/evil"}) {
    EXPECT_EQ(outcome_of(RawWorkbook().put_rows("").put(name, "x")), "xlsx.unsafe_path") << name;
  }
  EXPECT_EQ(outcome_of(RawWorkbook().put_rows("").put_streamed(
                "xl/link", [](auto const& write) { write("/etc/passwd"); }, 0120777u << 16)),
            "xlsx.unsafe_path");
  RawWorkbook climbing;
  climbing.put_rows("").put("xl/_rels/workbook.xml.rels",
                            R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>)");
  EXPECT_EQ(outcome_of(climbing), "xlsx.unsafe_path");
}

TEST_F(HostileWorkbookTest, too_many_parts_are_refused) {
  RawWorkbook book;
  book.put_rows("");
  for (int i = 0; i < 200; ++i) book.put("junk/" + std::to_string(i), "");
  EXPECT_EQ(outcome_of(book, {.limits = {.max_parts = 100}}), "xlsx.too_many_parts");
}

TEST_F(HostileWorkbookTest, other_files_are_named_for_what_they_are) {
  using namespace std::string_literals;
  std::string const compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
  EXPECT_EQ(outcome_of_bytes(compound + std::string(600, '\0') + "W\0o\0r\0k\0b\0o\0o\0k\0"s), "xlsx.legacy_format");
  EXPECT_EQ(outcome_of_bytes(compound + std::string(600, '\0') + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s), "xlsx.encrypted");
  EXPECT_EQ(outcome_of_bytes("name,age\r\n"), "xlsx.not_a_workbook");
  EXPECT_EQ(outcome_of_bytes(""), "xlsx.not_a_workbook");
}

TEST_F(HostileWorkbookTest, a_damaged_workbook_is_refused_wherever_it_is_cut_or_changed) {
  RawWorkbook book;
  book.put("xl/sharedStrings.xml", "<sst><si><t>张三</t></si></sst>").put("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>");
  book.put_rows(R"(<row r="1"><c t="s"><v>0</v></c><c s="0"><v>38849</v></c></row>)");
  auto const whole = test::content_of(book.write_to(folder / "whole.xlsx"));
  for (std::size_t length = 0; length + 22 < whole.size(); length += 7)
    EXPECT_NE(outcome_of(Reader::open_bytes(whole.substr(0, length))), "accepted") << length;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x15);
    (void)outcome_of(Reader::open_bytes(changed));  // refused or harmless, but it comes back
  }
  EXPECT_EQ(outcome_of(RawWorkbook().put_rows("<row r=\"1\"><c><v>1</v></row>")), "xlsx.damaged");
  EXPECT_EQ(outcome_of(RawWorkbook().put_rows(R"(<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>)")), "xlsx.damaged");
  EXPECT_EQ(outcome_of(RawWorkbook().put_rows(R"(<row r="1"><c t="s"><v>5</v></c></row>)")), "xlsx.damaged");
}

}  // namespace
}  // namespace zx::xlsx
