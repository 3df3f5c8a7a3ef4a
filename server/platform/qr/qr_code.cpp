#include "platform/qr/qr_code.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <cerrno>
#include <memory>
#include <system_error>

#include "platform/qr/png.hpp"

namespace zx::qr {
namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

QRecLevel level_of(Correction correction) {
  switch (correction) {
    case Correction::low: return QR_ECLEVEL_L;
    case Correction::quartile: return QR_ECLEVEL_Q;
    case Correction::high: return QR_ECLEVEL_H;
    case Correction::medium: break;
  }
  return QR_ECLEVEL_M;
}

}  // namespace

Result<Code> Code::of(std::string_view text, Correction correction) {
  if (text.empty()) return Refusal::invalid("qr.empty");
  auto const* bytes = reinterpret_cast<unsigned char const*>(text.data());
  std::unique_ptr<QRcode, FreeCode> const code(QRcode_encodeData(static_cast<int>(text.size()), bytes, 0, level_of(correction)));
  if (!code && errno == ERANGE) return Refusal::invalid("qr.too_long");
  if (!code) throw std::system_error(errno, std::generic_category(), "cannot make a QR code");
  std::vector<bool> dark(static_cast<std::size_t>(code->width) * code->width);
  for (std::size_t i = 0; i < dark.size(); ++i) dark[i] = (code->data[i] & 1) != 0;
  return Code(code->width, std::move(dark));
}

std::string Code::svg_path() const {
  std::string path;
  for (int row = 0; row < size_; ++row)
    for (int column = 0; column < size_; ++column) {
      int const begin = column;
      while (column < size_ && is_dark(column, row)) ++column;
      if (column > begin) path += fmt::format("M{} {}h{}v1h-{}z", begin + quiet_zone, row + quiet_zone, column - begin, column - begin);
    }
  return path;
}

std::string Code::svg() const {
  int const side = size_ + 2 * quiet_zone;
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{1}"/></svg>)",
      side, svg_path());
}

std::string Code::png(int pixels_per_module) const {
  if (pixels_per_module < 1 || pixels_per_module > 64) throw std::invalid_argument("1 to 64 pixels per module");
  return black_and_white_png((size_ + 2 * quiet_zone) * pixels_per_module, [&](int x, int y) {
    int const column = x / pixels_per_module - quiet_zone, row = y / pixels_per_module - quiet_zone;
    return column >= 0 && row >= 0 && column < size_ && row < size_ && is_dark(column, row);
  });
}

}  // namespace zx::qr
