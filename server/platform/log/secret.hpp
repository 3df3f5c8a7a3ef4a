#pragma once
// A text that must not end up in a log, an error or a terminal by accident.

#include <ostream>
#include <string>
#include <utility>

namespace zx {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string text) : text_(std::move(text)) {}

  /// The only way to the text: every use can be found by this name.
  std::string const& reveal() const { return text_; }
  bool empty() const { return text_.empty(); }
  /// What is shown instead, whatever the text.
  static constexpr char const* mask = "***";

 private:
  std::string text_;
};

inline std::ostream& operator<<(std::ostream& out, Secret const&) { return out << Secret::mask; }

}  // namespace zx
