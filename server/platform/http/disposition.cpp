#include "platform/http/disposition.hpp"

namespace zx::http {
namespace {

bool is_plain(unsigned char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_'; }

}  // namespace

std::string attachment_disposition(std::string_view file_name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string ascii, encoded;
  for (unsigned char c : file_name) {
    if (is_plain(c)) {
      ascii += static_cast<char>(c);
      encoded += static_cast<char>(c);
      continue;
    }
    if (c < 0x80 || c >= 0xc0) ascii += '_';  // one per character
    encoded += '%';
    encoded += digits[c >> 4];
    encoded += digits[c & 15];
  }
  return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

}  // namespace zx::http
