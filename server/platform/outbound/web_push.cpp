#include "platform/outbound/web_push.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rand.h>

#include <memory>
#include <stdexcept>

#include "platform/auth/digest.hpp"
#include "platform/base/json.hpp"
#include "platform/outbound/encoding.hpp"

namespace zx::outbound {
namespace {

constexpr std::size_t private_size = 32, public_size = 65, secret_size = 16, salt_size = 16, tag_size = 16;
constexpr char curve[] = "prime256v1";

template <auto release>
struct Free {
  template <class T>
  void operator()(T* thing) const {
    release(thing);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Free<EVP_CIPHER_CTX_free>>;
using Signing = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;

void must(bool done) {
  if (!done) throw std::runtime_error("OpenSSL does not do elliptic curves");
}

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  must(RAND_bytes(bytes_of(bytes), static_cast<int>(count)) == 1);
  return bytes;
}

/// Null for bytes that are no point of the curve. `private_key` may be empty.
Key key_of(std::string_view public_key, std::string_view private_key) {
  ParameterBuilder const builder(OSSL_PARAM_BLD_new());
  must(builder && OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve, 0) == 1);
  must(OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, public_key.data(), public_key.size()) == 1);
  Number const secret(private_key.empty() ? nullptr : BN_bin2bn(bytes_of(private_key), static_cast<int>(private_key.size()), nullptr));
  if (secret) must(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get()) == 1);
  Parameters const parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  KeyContext const context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  must(parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1);
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata(context.get(), &key, secret ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) return nullptr;
  return Key(key);
}

std::string shared_secret(Key const& ours, Key const& theirs) {
  KeyContext const context(EVP_PKEY_CTX_new(ours.get(), nullptr));
  must(context && EVP_PKEY_derive_init(context.get()) == 1 && EVP_PKEY_derive_set_peer(context.get(), theirs.get()) == 1);
  std::size_t size = private_size;
  std::string secret(size, '\0');
  must(EVP_PKEY_derive(context.get(), bytes_of(secret), &size) == 1 && size == private_size);
  return secret;
}

std::string hmac(std::string_view key, std::string const& text) {
  auto const digest = auth::hmac_sha256(key, text);
  return {digest.begin(), digest.end()};
}

/// HKDF's second half for up to 32 bytes.
std::string expanded(std::string_view key, std::string info, std::size_t size) {
  info += '\x01';
  return hmac(key, info).substr(0, size);
}

std::string text_with_zero(std::string_view text) { return std::string(text) + '\0'; }

std::string aes_gcm(std::string_view key, std::string_view nonce, std::string_view text) {
  Cipher const cipher(EVP_CIPHER_CTX_new());
  std::string out(text.size() + tag_size, '\0');
  int size = 0, rest = 0;
  must(cipher && EVP_EncryptInit_ex(cipher.get(), EVP_aes_128_gcm(), nullptr, bytes_of(key), bytes_of(nonce)) == 1);
  must(EVP_EncryptUpdate(cipher.get(), bytes_of(out), &size, bytes_of(text), static_cast<int>(text.size())) == 1);
  must(EVP_EncryptFinal_ex(cipher.get(), bytes_of(out) + size, &rest) == 1);
  must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_size), bytes_of(out) + text.size()) == 1);
  return out;
}

Refusal bad_receiver() { return Refusal::invalid("outbound.push_receiver_invalid"); }

/// JSON Web Signatures want both numbers side by side instead of ASN.1.
std::string plain_signature(std::string_view der) {
  auto const* begin = bytes_of(der);
  Signature const signature(d2i_ECDSA_SIG(nullptr, &begin, static_cast<long>(der.size())));
  must(signature != nullptr);
  std::string plain(2 * private_size, '\0');
  must(BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), bytes_of(plain), private_size) == static_cast<int>(private_size));
  must(BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), bytes_of(plain) + private_size, private_size) == static_cast<int>(private_size));
  return plain;
}

std::string signed_with(Key const& key, std::string_view text) {
  Signing const signing(EVP_MD_CTX_new());
  must(key && signing && EVP_DigestSignInit(signing.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1);
  std::size_t size = 0;
  must(EVP_DigestSign(signing.get(), nullptr, &size, bytes_of(text), text.size()) == 1);
  std::string der(size, '\0');
  must(EVP_DigestSign(signing.get(), bytes_of(der), &size, bytes_of(text), text.size()) == 1);
  return plain_signature(std::string_view(der).substr(0, size));
}

struct JwtHead {
  std::string typ = "JWT";
  std::string alg = "ES256";
};
BOOST_DESCRIBE_STRUCT(JwtHead, (), (typ, alg))
struct Claims {
  std::string aud;
  std::int64_t exp = 0;
};
BOOST_DESCRIBE_STRUCT(Claims, (), (aud, exp))
struct SignedClaims {
  std::string aud;
  std::int64_t exp = 0;
  std::string sub;
};
BOOST_DESCRIBE_STRUCT(SignedClaims, (), (aud, exp, sub))

}  // namespace

PushKeys make_push_keys() {
  Key const key(EVP_EC_gen(curve));
  must(key != nullptr);
  PushKeys keys{std::string(private_size, '\0'), std::string(public_size, '\0')};
  BIGNUM* number = nullptr;
  must(EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) == 1);
  Number const secret(number);
  must(BN_bn2binpad(secret.get(), bytes_of(keys.private_key), private_size) == static_cast<int>(private_size));
  std::size_t size = 0;
  must(EVP_PKEY_get_octet_string_param(key.get(), OSSL_PKEY_PARAM_PUB_KEY, bytes_of(keys.public_key), public_size, &size) == 1 && size == public_size);
  return keys;
}

Result<void> check(PushReceiver const& receiver) {
  bool const fits = receiver.public_key.size() == public_size && receiver.public_key[0] == '\x04' && receiver.secret.size() == secret_size;
  if (!fits || !key_of(receiver.public_key, {})) return bad_receiver();
  return {};
}

Result<std::string> encrypted_push(std::string_view text, PushReceiver const& receiver) {
  return encrypted_push(text, receiver, make_push_keys(), random_bytes(salt_size));
}

Result<std::string> encrypted_push(std::string_view text, PushReceiver const& receiver, PushKeys const& sender, std::string_view salt) {
  if (text.size() > longest_push) throw std::logic_error("a push message of " + std::to_string(text.size()) + " bytes");
  TRY(check(receiver));
  auto const shared = shared_secret(key_of(sender.public_key, sender.private_key), key_of(receiver.public_key, {}));
  auto const material = expanded(hmac(receiver.secret, shared), text_with_zero("WebPush: info") + receiver.public_key + sender.public_key, 32);
  auto const key = hmac(salt, material);
  auto const content_key = expanded(key, text_with_zero("Content-Encoding: aes128gcm"), 16);
  auto const nonce = expanded(key, text_with_zero("Content-Encoding: nonce"), 12);
  // RFC 8188's head: salt, a record size of 4096, the sender's key; then the one and only record, which ends with 2.
  std::string body(salt);
  body += std::string_view("\0\0\x10\0", 4);
  body += static_cast<char>(sender.public_key.size());
  return body + sender.public_key + aes_gcm(content_key, nonce, std::string(text) + '\x02');
}

std::string vapid_authorization(PushKeys const& keys, std::string_view origin, std::string_view contact, Instant expires) {
  auto const exp = expires.ms / 1000;
  auto const claims = contact.empty() ? to_json(Claims{std::string(origin), exp}) : to_json(SignedClaims{std::string(origin), exp, std::string(contact)});
  auto const text = base64url(to_json(JwtHead{})) + "." + base64url(claims);
  return "vapid t=" + text + "." + base64url(signed_with(key_of(keys.public_key, keys.private_key), text)) + ", k=" + base64url(keys.public_key);
}

}  // namespace zx::outbound
