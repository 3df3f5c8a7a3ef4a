#include "platform/auth/one_time_code.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "platform/auth/digest.hpp"
#include "platform/auth/token.hpp"

namespace zx::auth {
namespace {

constexpr std::int64_t step_milliseconds = 30'000;
constexpr std::int64_t tolerated_steps = 1;
constexpr int usual_digits = 6;

using Sha1 = std::array<unsigned char, 20>;

Sha1 hmac_sha1(std::string_view key, std::string_view text) {
  Sha1 digest;
  unsigned length = digest.size();
  auto const* bytes = reinterpret_cast<unsigned char const*>(text.data());
  if (!HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), bytes, text.size(), digest.data(), &length)) throw std::runtime_error("HMAC-SHA-1 failed");
  return digest;
}

std::string eight_bytes(std::int64_t number) {
  std::string bytes(8, '\0');
  for (int i = 7; i >= 0; --i, number >>= 8) bytes[static_cast<std::size_t>(i)] = static_cast<char>(number & 0xff);
  return bytes;
}

std::string without_blanks(std::string_view code) {
  std::string digits;
  for (char c : code)
    if (c != ' ' && c != '\t') digits += c;
  return digits;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string out;
  for (unsigned char c : text) {
    bool const plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) out += static_cast<char>(c);
    else out.append("%").append(1, hexadecimal[c >> 4]).append(1, hexadecimal[c & 15]);
  }
  return out;
}

}  // namespace

std::string random_code_secret() { return random_bytes(20); }

/// RFC 4226, section 5.3: the digest's last four bits say where to cut 31 bits out of it.
std::string one_time_code(std::string_view secret, std::int64_t step, int digits) {
  auto const digest = hmac_sha1(secret, eight_bytes(step));
  std::size_t const offset = digest.back() & 15;
  std::uint32_t number = digest[offset] & 0x7fu;
  for (std::size_t i = 1; i < 4; ++i) number = number << 8 | digest[offset + i];
  auto const all = std::string(10, '0') + std::to_string(number);
  return all.substr(all.size() - static_cast<std::size_t>(digits));
}

std::int64_t step_at(Instant now) { return now.ms / step_milliseconds; }

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Instant now) {
  auto const typed = without_blanks(code);
  std::optional<std::int64_t> found;
  for (auto step = step_at(now) - tolerated_steps; step <= step_at(now) + tolerated_steps; ++step) {
    if (equal_in_constant_time(one_time_code(secret, step, usual_digits), typed)) found = step;
  }
  return found;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  std::uint32_t buffer = 0;
  int bits = 0;
  for (unsigned char c : bytes) {
    buffer = buffer << 8 | c;
    for (bits += 8; bits >= 5; bits -= 5) out += alphabet[buffer >> (bits - 5) & 31];
  }
  if (bits > 0) out += alphabet[buffer << (5 - bits) & 31];
  return out;
}

std::string authenticator_address(std::string_view secret, std::string_view issuer, std::string_view account) {
  auto const from = percent_encoded(issuer);
  return "otpauth://totp/" + from + ":" + percent_encoded(account) + "?secret=" + base32(secret) + "&issuer=" + from;
}

}  // namespace zx::auth
