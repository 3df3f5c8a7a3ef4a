// Everything that calls libsodium, but for sealing.cpp.

#include <sodium.h>

#include <cstring>
#include <new>
#include <stdexcept>

#include "platform/auth/digest.hpp"
#include "platform/auth/password.hpp"
#include "platform/auth/token.hpp"

namespace zx::auth {
namespace {

// OWASP's second recommendation: as strong as 46 MiB and one pass, at less memory per concurrent sign-in.
constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;

constexpr std::string_view letters_and_digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view unmistakable = "23456789abcdefghjkmnpqrstuvwxyz";

void ready() {
  static int const state = sodium_init();
  if (state < 0) throw std::runtime_error("libsodium could not be initialized");
}

void append_random(std::string& out, std::string_view alphabet, int count) {
  ready();
  for (int i = 0; i < count; ++i) out += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
}

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

// Also refuses hashes too long for libsodium's fixed, zero-terminated buffer.
bool copy_hash(std::string_view hash, char (&out)[crypto_pwhash_STRBYTES]) {
  if (hash.size() >= sizeof out || hash.find('\0') != std::string_view::npos) return false;
  std::memset(out, 0, sizeof out);
  std::memcpy(out, hash.data(), hash.size());
  return true;
}

}  // namespace

Digest sha256(std::span<std::uint8_t const> bytes) {
  Digest digest;
  crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
  return digest;
}

Digest sha256(std::string_view text) { return sha256({bytes_of(text), text.size()}); }

static_assert(sizeof(crypto_hash_sha256_state) <= 128 && alignof(crypto_hash_sha256_state) <= 8);

Sha256::Sha256() : state_{} { crypto_hash_sha256_init(reinterpret_cast<crypto_hash_sha256_state*>(state_.data())); }

void Sha256::add(std::string_view bytes) {
  crypto_hash_sha256_update(reinterpret_cast<crypto_hash_sha256_state*>(state_.data()), bytes_of(bytes), bytes.size());
}

Digest Sha256::finish() {
  Digest digest;
  crypto_hash_sha256_final(reinterpret_cast<crypto_hash_sha256_state*>(state_.data()), digest.data());
  return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view text) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
  Digest digest;
  crypto_auth_hmacsha256_final(&state, digest.data());
  return digest;
}

std::string hex(std::span<std::uint8_t const> bytes) {
  std::string out(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
  out.pop_back();
  return out;
}

std::optional<Digest> digest_from_hex(std::string_view text) {
  Digest digest;
  std::size_t length = 0;
  if (text.size() != 2 * digest.size()) return std::nullopt;
  if (sodium_hex2bin(digest.data(), digest.size(), text.data(), text.size(), nullptr, &length, nullptr) != 0) return std::nullopt;
  if (length != digest.size()) return std::nullopt;
  return digest;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) { return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0; }

std::string hash_password(std::string_view password) {
  ready();
  char hash[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str(hash, password.data(), password.size(), passes, memory_bytes) != 0) throw std::bad_alloc();
  return hash;
}

bool verify_password(std::string_view hash, std::string_view password) {
  ready();
  char text[crypto_pwhash_STRBYTES];
  return copy_hash(hash, text) && crypto_pwhash_str_verify(text, password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view hash) {
  char text[crypto_pwhash_STRBYTES];
  return !copy_hash(hash, text) || crypto_pwhash_str_needs_rehash(text, passes, memory_bytes) != 0;
}

std::string random_token(std::string_view prefix) {
  std::string token(prefix);
  append_random(token, letters_and_digits, 33);
  return token;
}

Digest token_hash(std::string_view token) { return sha256(token); }

std::string random_password() {
  std::string password;
  for (int group = 0; group < 4; ++group) {
    if (group > 0) password += '-';
    append_random(password, unmistakable, 5);
  }
  return password;
}

std::string random_bytes(std::size_t count) {
  ready();
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string random_code(int digits) {
  std::string code;
  append_random(code, letters_and_digits.substr(0, 10), digits);
  return code;
}

}  // namespace zx::auth
