#include "platform/qr/png.hpp"

#include <zlib.h>

#include <cstdint>
#include <stdexcept>
#include <string_view>

namespace zx::qr {
namespace {

std::string four_bytes(std::uint32_t number) {
  return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8), static_cast<char>(number)};
}

std::string chunk(std::string_view type, std::string_view content) {
  auto const body = std::string(type) + std::string(content);
  auto const check = ::crc32(0, reinterpret_cast<Bytef const*>(body.data()), static_cast<uInt>(body.size()));
  return four_bytes(static_cast<std::uint32_t>(content.size())) + body + four_bytes(static_cast<std::uint32_t>(check));
}

std::string compressed(std::string_view bytes) {
  auto size = ::compressBound(bytes.size());
  std::string packed(size, '\0');
  if (::compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<Bytef const*>(bytes.data()), bytes.size(), 9) != Z_OK)
    throw std::runtime_error("zlib cannot compress");
  packed.resize(size);
  return packed;
}

std::string pixels(int side, std::function<bool(int, int)> const& is_black) {
  std::string rows;
  for (int y = 0; y < side; ++y) {
    rows += '\0';  // this row is not filtered
    for (int x = 0; x < side; x += 8) {
      unsigned byte = 0;
      for (int bit = 0; bit < 8; ++bit) byte = byte << 1 | ((x + bit < side && is_black(x + bit, y)) ? 0U : 1U);
      rows += static_cast<char>(byte);
    }
  }
  return rows;
}

}  // namespace

std::string black_and_white_png(int side, std::function<bool(int x, int y)> const& is_black) {
  using namespace std::string_view_literals;
  auto const measure = four_bytes(static_cast<std::uint32_t>(side));
  auto const head = measure + measure + std::string("\x01\x00\x00\x00\x00"sv);  // one bit, grey, deflate, no filter, not interlaced
  return std::string("\x89PNG\r\n\x1a\n"sv) + chunk("IHDR", head) + chunk("IDAT", compressed(pixels(side, is_black))) + chunk("IEND", "");
}

}  // namespace zx::qr
