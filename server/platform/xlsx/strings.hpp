#pragma once
// The texts of a workbook: its shared string table, and the "_x000D_" way of writing characters XML cannot hold.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "platform/xlsx/xml.hpp"

namespace zx::xlsx {

/// "a_x000D_b" → "a\rb"; "_x005F_x000D_" → "_x000D_". Leaves everything else, also half a surrogate pair, as it stands.
void decode_escapes(std::string& text);

/// Makes any bytes fit for XML: broken UTF-8 and NUL become U+FFFD, control characters and literal "_xHHHH_" are escaped the spreadsheet way.
std::string encode_escapes(std::string_view text);

/// Every shared string, packed into megabyte blocks: no growth by doubling, a known limit.
class SharedStrings {
 public:
  explicit SharedStrings(std::size_t max_bytes) : max_bytes_(max_bytes) {}
  /// False when the limit is reached.
  bool add(std::string_view text);
  std::size_t size() const { return entries_.size(); }
  std::string_view at(std::size_t index) const;

 private:
  struct Entry {
    std::uint32_t block;
    std::uint32_t offset;
    std::uint32_t length;
  };
  std::size_t max_bytes_;
  std::vector<std::string> blocks_;
  std::deque<Entry> entries_;
};

/// Reads sharedStrings.xml: plain and rich text; phonetic guides (rPh) are no part of the text.
Result<void> read_shared_strings(Archive& archive, std::string const& part, Limits const& limits, SharedStrings& strings);

/// Follows the elements of one string item (si, is): says which character data is its text.
class StringItem {
 public:
  void start(std::string_view name);
  void end(std::string_view name);
  bool takes_text() const { return in_text_ && phonetic_depth_ == 0; }
  void reset() { *this = {}; }

 private:
  bool in_text_ = false;
  int phonetic_depth_ = 0;
};

}  // namespace zx::xlsx
