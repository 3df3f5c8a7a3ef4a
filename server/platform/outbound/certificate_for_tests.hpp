#pragma once
// A self-signed certificate in a folder of its own, gone with the test.

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <string>

namespace zx::outbound::test {

class Certificate {
 public:
  /// `names` as in openssl.cnf: "IP:127.0.0.1", "DNS:mail.test".
  explicit Certificate(std::string const& names = "IP:127.0.0.1", long valid_seconds = 3600) : folder_(own_folder()) {
    std::filesystem::create_directories(folder_);
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -7200);
    X509_gmtime_adj(X509_getm_notAfter(certificate), valid_seconds);
    X509_set_pubkey(certificate, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("a test"), -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(certificate, key, EVP_sha256());
    save(certificate_file(), [&](FILE* file) { PEM_write_X509(file, certificate); });
    save(key_file(), [&](FILE* file) { PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr); });
    X509_free(certificate);
    EVP_PKEY_free(key);
  }
  ~Certificate() { std::filesystem::remove_all(folder_); }
  Certificate(Certificate const&) = delete;

  std::string certificate_file() const { return folder_ / "certificate.pem"; }
  std::string key_file() const { return folder_ / "key.pem"; }

 private:
  static std::filesystem::path own_folder() {
    static std::atomic<int> count = 0;
    return std::filesystem::temp_directory_path() / ("zhixing-outbound-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  }

  template <class Write>
  void save(std::string const& name, Write write) {
    FILE* file = std::fopen(name.c_str(), "w");
    write(file);
    std::fclose(file);
  }

  std::filesystem::path folder_;
};

}  // namespace zx::outbound::test
