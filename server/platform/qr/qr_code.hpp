#pragma once
// A text as a QR code, for the second factor, calendar feeds and forms to be opened on a phone.

#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"

namespace zx::qr {

/// How much of the picture may be missing: about 7, 15, 25, 30 per cent.
enum class Correction { low, medium, quartile, high };

class Code {
 public:
  /// Refuses what does not fit (about 2 300 bytes with medium correction) as qr.too_long, and an empty text as qr.empty.
  static Result<Code> of(std::string_view text, Correction correction = Correction::medium);

  /// Modules along one side, without the quiet zone.
  int size() const { return size_; }
  bool is_dark(int column, int row) const { return dark_[static_cast<std::size_t>(row) * size_ + column]; }

  /// The `d` of an SVG path in a square of `size() + 2 * quiet_zone` units, to be filled black on white.
  std::string svg_path() const;
  /// A complete <svg> with a white ground; scales to any size.
  std::string svg() const;
  /// Black and white, `pixels_per_module` from 1 to 64.
  std::string png(int pixels_per_module = 8) const;

  static constexpr int quiet_zone = 4;  ///< modules; readers need it

 private:
  Code(int size, std::vector<bool> dark) : size_(size), dark_(std::move(dark)) {}
  int size_;
  std::vector<bool> dark_;
};

}  // namespace zx::qr
