// The XML inside an .xlsx: the input is sheet, shared strings and styles; an honest container is put around them.
#include <zlib.h>

#include <array>

#include "fuzz.hpp"
#include "reading.hpp"

namespace zx::fuzz {

/// Stored, not deflated: libFuzzer's changes reach the XML as they are.
class Container {
 public:
  void put(std::string_view name, std::string_view content) {
    auto const at = bytes_.size();
    auto const facts = facts_of(content);
    bytes_ += "PK\x03\x04" + facts + number(name.size(), 2) + number(0, 2);
    bytes_.append(name).append(content);
    directory_ += "PK\x01\x02" + number(20, 2) + facts + number(name.size(), 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                  number(at, 4);
    directory_.append(name);
    ++count_;
  }
  std::string take() && {
    auto const end = std::string("PK\x05\x06") + number(0, 4) + number(count_, 2) + number(count_, 2) + number(directory_.size(), 4) +
                     number(bytes_.size(), 4) + number(0, 2);
    return std::move(bytes_) + directory_ + end;
  }

 private:
  static std::string number(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xff);
    return text;
  }
  static std::string facts_of(std::string_view content) {
    auto const checksum = crc32(0, reinterpret_cast<Bytef const*>(content.data()), static_cast<uInt>(content.size()));
    return number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(checksum, 4) + number(content.size(), 4) + number(content.size(), 4);
  }

  std::string bytes_, directory_;
  std::size_t count_ = 0;
};

std::string workbook_of(Input input) {
  Container container;
  container.put("[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)");
  container.put(
      "_rels/.rels",
      R"(<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)");
  container.put("xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
                                              R"(<Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>)"
                                              R"(<Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>)");
  container.put("xl/worksheets/sheet1.xml", input.text());
  container.put("xl/sharedStrings.xml", input.text());
  container.put("xl/styles.xml", input.text());
  auto workbook = input.text();
  if (workbook.empty()) workbook = R"(<workbook xmlns:r="r"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>)";
  container.put("xl/workbook.xml", workbook);
  return std::move(container).take();
}

}  // namespace zx::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  zx::fuzz::read_workbook(zx::fuzz::workbook_of({data, size}));
  return 0;
}
