#pragma once
// The bytes of a csv file as UTF-8. Excel in China saves csv as GB18030 (GBK), "Unicode text" as UTF-16; both are converted.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "platform/base/result.hpp"

namespace zx::csv {

enum class Encoding { utf8, utf16le, utf16be, gb18030 };

class TextSource {
 public:
  /// Reads everything once to tell the encoding: a byte order mark decides, else valid UTF-8 is UTF-8, else GB18030.
  /// A file that cannot be opened throws.
  static TextSource open_file(std::filesystem::path const& path);
  static TextSource open_bytes(std::string bytes);
  /// Nothing is copied: the bytes must outlive the source.
  static TextSource open_view(std::string_view bytes);
  TextSource(TextSource&&) noexcept;
  ~TextSource();

  Encoding encoding() const;
  /// The next piece of UTF-8 text, empty at the end. Refuses csv.unknown_encoding where the bytes are no text in any encoding known here.
  /// A piece may end within a character.
  Result<std::string_view> next();

 private:
  struct State;
  explicit TextSource(std::unique_ptr<State> state);
  static TextSource open(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace zx::csv
