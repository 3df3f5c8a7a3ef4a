#include "platform/xlsx/xml_scanner.hpp"

#include <expat.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "platform/base/text.hpp"

namespace zx::xlsx {
namespace {

/// Everything a handler hears, as one text; neighbouring texts are joined.
struct Recorder final : XmlHandler {
  std::string heard;
  bool in_text = false;
  void start(std::string_view name, char const** attributes) override {
    close_text();
    heard += "<" + std::string(name);
    for (; *attributes != nullptr; attributes += 2) heard += " " + std::string(attributes[0]) + "=[" + attributes[1] + "]";
    heard += ">";
  }
  void end(std::string_view name) override {
    close_text();
    heard += "</" + std::string(name) + ">";
  }
  void text(std::string_view piece) override {
    if (!in_text) heard += "(";
    in_text = true;
    heard += piece;
  }
  void close_text() {
    if (in_text) heard += ")";
    in_text = false;
  }
};

std::string scanned(std::string const& xml, std::size_t piece = 1'000, std::size_t limit = 10'000) {
  Recorder recorder;
  XmlScanner scanner(recorder, limit);
  for (std::size_t at = 0;;) {
    switch (scanner.run()) {
      case XmlScanner::Step::finished: return recorder.heard;
      case XmlScanner::Step::malformed: return "malformed";
      case XmlScanner::Step::too_complex: return "too complex";
      case XmlScanner::Step::document_type: return "document type";
      case XmlScanner::Step::stopped: break;
      case XmlScanner::Step::needs_input: {
        auto const size = std::min(piece, xml.size() - at);
        auto* room = scanner.room(size);
        if (room == nullptr) return "too complex";
        std::memcpy(room, xml.data() + at, size);
        scanner.add(size);
        at += size;
      }
    }
  }
}

std::string parsed_by_expat(std::string const& xml) {
  Recorder recorder;
  auto* parser = XML_ParserCreate(nullptr);
  auto const local = [](char const* name) { return std::strrchr(name, ':') == nullptr ? name : std::strrchr(name, ':') + 1; };
  static auto const local_name = local;
  XML_SetUserData(parser, &recorder);
  XML_SetElementHandler(
      parser, [](void* to, char const* name, char const** attributes) { static_cast<Recorder*>(to)->start(local_name(name), attributes); },
      [](void* to, char const* name) { static_cast<Recorder*>(to)->end(local_name(name)); });
  XML_SetCharacterDataHandler(parser, [](void* to, char const* text, int length) {
    static_cast<Recorder*>(to)->text({text, static_cast<std::size_t>(length)});
  });
  auto const status = XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), 1);
  XML_ParserFree(parser);
  return status == XML_STATUS_OK ? recorder.heard : "malformed";
}

TEST(XmlScanner, hears_what_a_workbook_says) {
  EXPECT_EQ(
      scanned(
          "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<x:a x:b='1' c=\"&lt;&#x5F20;\n>\"><!-- <no/> --><b/>t&amp;\r\nu<![CDATA[<&>]]></x:a>\n"),
      "<a x:b=[1] c=[<张 >]><b></b>(t&\nu<&>)</a>");
}

TEST(XmlScanner, refuses_what_is_not_well_formed) {
  for (auto const* xml : {"",
                          " ",
                          "<a>",
                          "<a></b>",
                          "<a/><b/>",
                          "x<a/>",
                          "<a/>x",
                          "<a b=1/>",
                          "<a b='1'c='2'/>",
                          "<a b='<'/>",
                          "<a>&nbsp;</a>",
                          "<a>&#0;</a>",
                          "<a>& </a>",
                          "<a>\x01</a>",
                          "<a>\xC3</a>",
                          "<a b='\xFF'/>",
                          "<1/>",
                          "< a/>",
                          "<a b/>",
                          "<!ELEMENT a>",
                          "<a",
                          "<a><!-- ",
                          "</a>",
                          "<?xml version='1.0' encoding='GBK'?><a/>",
                          "<a>&#xD800;</a>"})
    EXPECT_EQ(scanned(xml), "malformed") << xml;
  EXPECT_EQ(scanned("<!DOCTYPE a><a/>"), "document type");
}

TEST(XmlScanner, keeps_to_its_memory) {
  EXPECT_EQ(scanned("<a b='" + std::string(20'000, 'x') + "'/>"), "too complex");
  EXPECT_EQ(scanned("<a><!--" + std::string(20'000, 'x') + "--></a>"), "too complex");
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<a>";
  EXPECT_EQ(scanned(deep), "too complex");
  EXPECT_EQ(scanned("<a>" + std::string(20'000, ' ') + "</a>"), "<a>(" + std::string(20'000, ' ') + ")</a>") << "text may be of any length";
}

TEST(XmlScanner, hears_the_same_whatever_the_pieces_and_the_same_as_expat) {
  std::vector<std::string> const words = {"<",
                                          ">",
                                          "</",
                                          "/>",
                                          "<a>",
                                          "</a>",
                                          "<b c='",
                                          "'",
                                          "\"",
                                          " ",
                                          "=",
                                          "x",
                                          "张",
                                          "&amp;",
                                          "&#10;",
                                          "&#xD;",
                                          "&",
                                          ";",
                                          "\r\n",
                                          "\r",
                                          "\n",
                                          "\t",
                                          "<![CDATA[",
                                          "]]>",
                                          "<!--",
                                          "-->",
                                          "<?p ",
                                          "?>",
                                          "<n:e n:a=\"1\"/>",
                                          "\xE5",
                                          "-",
                                          "]",
                                          "\x02"};
  std::mt19937 random(11);
  int accepted = 0;
  for (int round = 0; round < 30'000; ++round) {
    std::string xml = "<r>";
    bool const tame = round % 2 == 0;  // half of the documents are mostly well-formed
    for (auto length = random() % 12; length > 0; --length) {
      auto const& word = words[random() % words.size()];
      xml += tame && (word.find_first_of("<>&;") != std::string::npos)
                 ? std::vector<std::string>{"<a>z</a>", "<b c=\"&lt; \r\n'\"/>", "&amp;", "<![CDATA[\r\n&]]>", "<!-- x -->"}[random() % 5]
                 : word;
    }
    xml += "</r>";
    auto const ours = scanned(xml);
    EXPECT_EQ(ours, scanned(xml, 1)) << xml;
    EXPECT_EQ(ours, scanned(xml, 3)) << xml;
    auto const theirs = parsed_by_expat(xml);
    if (theirs == "malformed") continue;  // we forgive a little more: "]]>" in text, "--" in comments, an attribute named twice
    ++accepted;
    EXPECT_EQ(ours, theirs) << xml;
  }
  EXPECT_GT(accepted, 3'000);
}

}  // namespace
}  // namespace zx::xlsx
