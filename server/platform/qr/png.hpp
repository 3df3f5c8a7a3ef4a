#pragma once

#include <functional>
#include <string>

namespace zx::qr {

/// A square PNG of one bit per pixel.
std::string black_and_white_png(int side, std::function<bool(int x, int y)> const& is_black);

}  // namespace zx::qr
