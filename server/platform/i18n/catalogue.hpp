#pragma once
// The server's own texts: refusals, notifications, documents. Loaded once at start, then only read (by any thread).

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"

namespace zx {

class Catalogue {
 public:
  /// `json` is one flat object {"code": "text with {placeholder}"}. Several may be added for one language.
  /// Throws std::runtime_error for anything else and for a code the language already has.
  void add(std::string_view language, std::string_view json);

  /// Tries the language, then zh, then en, then gives the code itself: nobody ever sees an empty message.
  /// A placeholder without an argument stays as it is.
  std::string text(std::string_view language, std::string_view code, RefusalArguments const& arguments = {}) const;

  bool has(std::string_view language, std::string_view code) const { return find(language, code) != nullptr; }
  /// Sorted.
  std::vector<std::string> codes(std::string_view language) const;

 private:
  using Texts = std::map<std::string, std::string, std::less<>>;
  std::string const* find(std::string_view language, std::string_view code) const;
  std::map<std::string, Texts, std::less<>> languages_;
};

}  // namespace zx
