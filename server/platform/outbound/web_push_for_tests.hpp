#pragma once
// The browser's side of a push message, written apart from the sender's.

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>

#include <optional>
#include <stdexcept>
#include <string>

#include "platform/outbound/web_push.hpp"

namespace zx::outbound::test {

class Browser {
 public:
  PushKeys keys = make_push_keys();
  std::string secret = std::string("0123456789abcdef");

  PushReceiver receiver() const { return {keys.public_key, secret}; }

  /// What the message says; nothing when it is not for this browser.
  std::optional<std::string> opened(std::string const& body) const {
    auto const salt = body.substr(0, 16), sender = body.substr(21, 65), record = body.substr(86);
    auto const material = derived(secret, shared_with(sender), std::string("WebPush: info\0", 14) + keys.public_key + sender, 32);
    auto const key = derived(salt, material, std::string("Content-Encoding: aes128gcm\0", 28), 16);
    auto const nonce = derived(salt, material, std::string("Content-Encoding: nonce\0", 24), 12);
    auto text = decrypted(key, nonce, record);
    if (!text || text->empty() || text->back() != '\x02') return std::nullopt;
    text->pop_back();
    return text;
  }

 private:
  static unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
  static unsigned char const* bytes(std::string const& text) { return reinterpret_cast<unsigned char const*>(text.data()); }

  std::string shared_with(std::string const& sender) const {
    auto* group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
    auto* point = EC_POINT_new(group);
    auto* ours = BN_bin2bn(bytes(keys.private_key), 32, nullptr);
    auto* x = BN_new();
    std::string shared(32, '\0');
    bool const done = EC_POINT_oct2point(group, point, bytes(sender), sender.size(), nullptr) == 1 &&
                      EC_POINT_mul(group, point, nullptr, point, ours, nullptr) == 1 &&
                      EC_POINT_get_affine_coordinates(group, point, x, nullptr, nullptr) == 1 && BN_bn2binpad(x, bytes(shared), 32) == 32;
    BN_free(x);
    BN_free(ours);
    EC_POINT_free(point);
    EC_GROUP_free(group);
    if (!done) throw std::runtime_error("no point of the curve");
    return shared;
  }

  static std::string derived(std::string const& salt, std::string const& secret, std::string const& info, std::size_t size) {
    auto* context = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr);
    std::string out(size, '\0');
    bool const done = EVP_PKEY_derive_init(context) == 1 && EVP_PKEY_CTX_set_hkdf_md(context, EVP_sha256()) == 1 &&
                      EVP_PKEY_CTX_set1_hkdf_salt(context, bytes(salt), static_cast<int>(salt.size())) == 1 &&
                      EVP_PKEY_CTX_set1_hkdf_key(context, bytes(secret), static_cast<int>(secret.size())) == 1 &&
                      EVP_PKEY_CTX_add1_hkdf_info(context, bytes(info), static_cast<int>(info.size())) == 1 && EVP_PKEY_derive(context, bytes(out), &size) == 1;
    EVP_PKEY_CTX_free(context);
    if (!done) throw std::runtime_error("HKDF failed");
    return out;
  }

  static std::optional<std::string> decrypted(std::string const& key, std::string const& nonce, std::string const& record) {
    if (record.size() < 17) return std::nullopt;
    auto const text_size = record.size() - 16;
    auto tag = record.substr(text_size);
    auto* context = EVP_CIPHER_CTX_new();
    std::string text(text_size, '\0');
    int size = 0;
    bool const done = EVP_DecryptInit_ex(context, EVP_aes_128_gcm(), nullptr, bytes(key), bytes(nonce)) == 1 &&
                      EVP_DecryptUpdate(context, bytes(text), &size, bytes(record), static_cast<int>(text_size)) == 1 &&
                      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, 16, bytes(tag)) == 1 && EVP_DecryptFinal_ex(context, bytes(text) + size, &size) == 1;
    EVP_CIPHER_CTX_free(context);
    return done ? std::optional(text) : std::nullopt;
  }
};

/// Whether an ES256 signature (both numbers side by side) of `text` was made by the holder of this public key.
inline bool is_signed_by(std::string const& public_key, std::string const& text, std::string const& signature) {
  if (signature.size() != 64) return false;
  auto const* raw = reinterpret_cast<unsigned char const*>(signature.data());
  auto* parts = ECDSA_SIG_new();
  ECDSA_SIG_set0(parts, BN_bin2bn(raw, 32, nullptr), BN_bin2bn(raw + 32, 32, nullptr));
  unsigned char* der = nullptr;
  auto const size = i2d_ECDSA_SIG(parts, &der);
  char group[] = "prime256v1";
  OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
                             OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, const_cast<char*>(public_key.data()), public_key.size()),
                             OSSL_PARAM_construct_end()};
  auto* making = EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr);
  EVP_PKEY* key = nullptr;
  EVP_PKEY_fromdata_init(making);
  EVP_PKEY_fromdata(making, &key, EVP_PKEY_PUBLIC_KEY, parameters);
  auto* verifying = EVP_MD_CTX_new();
  bool const good = key && EVP_DigestVerifyInit(verifying, nullptr, EVP_sha256(), nullptr, key) == 1 &&
                    EVP_DigestVerify(verifying, der, static_cast<std::size_t>(size), reinterpret_cast<unsigned char const*>(text.data()), text.size()) == 1;
  EVP_MD_CTX_free(verifying);
  EVP_PKEY_free(key);
  EVP_PKEY_CTX_free(making);
  OPENSSL_free(der);
  ECDSA_SIG_free(parts);
  return good;
}

}  // namespace zx::outbound::test
