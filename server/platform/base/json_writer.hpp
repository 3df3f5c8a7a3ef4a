#pragma once
// Writes compact JSON straight into a string. Commas are its business; balance is the caller's.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace zx::json {

class Writer {
 public:
  Writer& begin_object() { return open('{'); }
  Writer& end_object() { return close('}'); }
  Writer& begin_array() { return open('['); }
  Writer& end_array() { return close(']'); }

  Writer& key(std::string_view name);
  /// `text` must be valid UTF-8.
  Writer& string(std::string_view text);
  Writer& integer(std::int64_t value);
  Writer& boolean(bool value);
  Writer& null();
  /// `json` must be one complete JSON value; it is copied as it is.
  Writer& raw(std::string_view json);

  std::string const& text() const& { return out_; }
  std::string take() && { return std::move(out_); }

 private:
  Writer& open(char bracket);
  Writer& close(char bracket);
  void separate();

  std::string out_;
  bool comma_due_ = false;
};

}  // namespace zx::json
