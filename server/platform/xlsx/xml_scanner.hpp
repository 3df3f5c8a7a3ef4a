#pragma once
// The XML a workbook is made of, scanned in one pass over a small buffer. A general parser spends most of its time on what no workbook
// contains; this one knows elements, attributes, text, CDATA, comments and the predefined entities, in UTF-8, and stops at a document type.
// Memory is the buffer and the names of the open elements, both limited, so no input can make it grow.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zx::xlsx {

/// Names come without their namespace prefix. Attributes are name, value, …, nullptr; they live until the call returns.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, char const** attributes) = 0;
  virtual void end(std::string_view name) = 0;
  /// One text may come in several pieces, never within a character.
  virtual void text(std::string_view piece) = 0;
};

/// The value of an attribute by local name, or nullptr.
char const* attribute(char const** attributes, std::string_view name);

class XmlScanner {
 public:
  enum class Step { stopped, needs_input, finished, malformed, too_complex, document_type };

  XmlScanner(XmlHandler& handler, std::size_t max_token_bytes) : handler_(handler), max_token_bytes_(max_token_bytes) {}

  /// Room for more input; nullptr when a single tag or comment is larger than max_token_bytes.
  char* room(std::size_t size);
  /// `size` bytes were put into the room; 0 means the input has ended.
  void add(std::size_t size);
  /// Gives events until the handler stops it, the input is used up, or the document ends.
  Step run();
  /// For handlers: run() returns after the event at hand.
  void stop() { stop_ = true; }

 private:
  enum class Entities { resolved, kept };
  enum class Outcome { done, incomplete, malformed, too_complex, document_type };

  Outcome scan_text();
  Outcome scan_markup();
  Outcome scan_declaration();
  Outcome scan_instruction();
  Outcome scan_end_tag();
  Outcome scan_start_tag();
  bool parse_attributes(char* at, char* end);
  bool finish_value(char* begin, char* end);
  bool give_text(std::string_view piece, Entities entities);
  Outcome open_element(std::string_view name);
  bool close_element(std::string_view name);
  std::string_view rest() const { return {buffer_.data() + begin_, end_ - begin_}; }

  XmlHandler& handler_;
  std::size_t max_token_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool input_ended_ = false;
  bool started_ = false;
  bool root_seen_ = false;
  bool after_cr_ = false;
  bool stop_ = false;
  std::string open_names_;                ///< of all open elements, one behind the other
  std::vector<std::size_t> name_starts_;  ///< where each begins in open_names_
  std::vector<char const*> attributes_;
  std::string decoded_;
};

}  // namespace zx::xlsx
