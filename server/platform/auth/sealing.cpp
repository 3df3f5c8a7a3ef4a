// XChaCha20-Poly1305 with a random nonce of 24 bytes for every secret: no counter has to be kept.

#include "platform/auth/sealing.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <span>
#include <stdexcept>
#include <system_error>

#include "platform/auth/digest.hpp"

namespace zx::auth {
namespace {

constexpr std::string_view mark = "sealed:1:";
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int letters = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

void ready() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium could not be initialized");
}

std::uint8_t* bytes_of(std::string& text) { return reinterpret_cast<std::uint8_t*>(text.data()); }
std::uint8_t const* bytes_of(std::string_view text) { return reinterpret_cast<std::uint8_t const*>(text.data()); }

std::string encoded(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), letters), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), letters);
  text.pop_back();
  return text;
}

std::optional<std::string> decoded(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, letters) != 0) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

/// Written under another name first: nobody ever reads half a key, and of two processes that make one the first wins.
void make_file(std::filesystem::path const& file, std::string const& text) {
  auto const draft = file.string() + "." + std::to_string(::getpid());
  int const handle = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (handle < 0) throw std::system_error(errno, std::generic_category(), draft);
  bool const written = ::write(handle, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(handle) == 0;
  ::close(handle);
  bool const placed = written && (::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST);
  auto const error = errno;
  ::unlink(draft.c_str());
  if (!placed) throw std::system_error(error, std::generic_category(), file.string());
}

}  // namespace

SealingKey SealingKey::make() {
  ready();
  SealingKey made;
  randombytes_buf(made.key_.data(), made.key_.size());
  return made;
}

SealingKey SealingKey::of_file(std::filesystem::path const& file) {
  ready();
  if (!std::filesystem::exists(file)) {
    auto const made = make();
    make_file(file, hex(made.key_) + "\n");
  }
  std::ifstream stream(file);
  std::string text;
  if (!std::getline(stream, text)) throw std::runtime_error(file.string() + " cannot be read");
  auto const digits = digest_from_hex(text);
  if (!digits) throw std::runtime_error(file.string() + " holds no key: 64 hexadecimal digits are expected");
  SealingKey key;
  key.key_ = *digits;
  return key;
}

std::string SealingKey::seal(std::string_view secret, std::string_view place) const {
  ready();
  std::string sealed(nonce_size + secret.size() + tag_size, '\0');
  randombytes_buf(sealed.data(), nonce_size);
  unsigned long long size = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + nonce_size, &size, bytes_of(secret), secret.size(), bytes_of(place), place.size(), nullptr,
                                             bytes_of(sealed), key_.data());
  return std::string(mark) + encoded(sealed);
}

std::optional<std::string> SealingKey::open(std::string_view sealed, std::string_view place) const {
  ready();
  if (!sealed.starts_with(mark)) return std::nullopt;
  auto const bytes = decoded(sealed.substr(mark.size()));
  if (!bytes || bytes->size() < nonce_size + tag_size) return std::nullopt;
  std::string secret(bytes->size() - nonce_size - tag_size, '\0');
  unsigned long long size = 0;
  auto const* begin = bytes_of(std::string_view(*bytes));
  int const opened = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(secret), &size, nullptr, begin + nonce_size, bytes->size() - nonce_size,
                                                                bytes_of(place), place.size(), begin, key_.data());
  if (opened != 0) return std::nullopt;
  return secret;
}

std::string SealingKey::fingerprint() const {
  auto const digest = hmac_sha256({reinterpret_cast<char const*>(key_.data()), key_.size()}, "fingerprint");
  return hex(std::span(digest).first(8));
}

}  // namespace zx::auth
