#pragma once
// Private to the writer: content lines of RFC 5545, section 3.1.

#include <string>
#include <string_view>

#include "platform/base/time.hpp"

namespace zx::ical {

class ContentLines {
 public:
  /// `value` as it is; it must hold no line ends.
  void add(std::string_view name, std::string_view value);
  /// Escaped as TEXT; nothing when it is empty.
  void add_text(std::string_view name, std::string_view text);
  void add_moment(std::string_view name, Instant moment);
  void add_day(std::string_view name, Date day);
  std::string take() && { return std::move(lines_); }

 private:
  std::string lines_;
};

/// For TEXT values: backslash, semicolon, comma and line ends.
std::string escaped(std::string_view text);
/// For parameter values: in quotation marks, which cannot stand inside (RFC 6868's ^' takes their place).
std::string quoted_parameter(std::string_view text);
/// For URI and address values: without white space and control characters.
std::string single_word(std::string_view text);

}  // namespace zx::ical
