#include <gtest/gtest.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <filesystem>
#include <future>

#include "platform/http/test_server.hpp"

namespace zx::http {
namespace {

using namespace test;
using namespace std::chrono_literals;

bool contains(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A self-signed certificate in a directory of its own, gone with the test.
class Certificate {
 public:
  Certificate() : folder_(std::filesystem::temp_directory_path() / ("zhixing-tls-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    X509_sign(certificate, key, EVP_sha256());
    save(certificate_file(), [&](FILE* file) { PEM_write_X509(file, certificate); });
    save(key_file(), [&](FILE* file) { PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr); });
    X509_free(certificate);
    EVP_PKEY_free(key);
  }
  ~Certificate() { std::filesystem::remove_all(folder_); }
  std::string certificate_file() const { return folder_ / "certificate.pem"; }
  std::string key_file() const { return folder_ / "key.pem"; }

 private:
  template <class Write>
  void save(std::string const& name, Write write) {
    FILE* file = std::fopen(name.c_str(), "w");
    write(file);
    std::fclose(file);
  }
  std::filesystem::path folder_;
};

class TlsClient {
 public:
  TlsClient(std::uint16_t port, int highest_version) : tcp_(port), context_(SSL_CTX_new(TLS_client_method())) {
    SSL_CTX_set_security_level(context_, 0);  // or OpenSSL itself would not offer the old versions
    SSL_CTX_set_min_proto_version(context_, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context_, highest_version);
    ssl_ = SSL_new(context_);
    SSL_set_fd(ssl_, tcp_.handle());
    connected_ = SSL_connect(ssl_) == 1;
  }
  ~TlsClient() {
    SSL_free(ssl_);
    SSL_CTX_free(context_);
    ERR_clear_error();
  }
  bool connected() const { return connected_; }
  std::string version() const { return SSL_get_version(ssl_); }
  std::string ask(std::string const& request, std::string_view end) {
    SSL_write(ssl_, request.data(), static_cast<int>(request.size()));
    std::string text;
    char chunk[8192];
    while (!contains(text, end)) {
      int n = SSL_read(ssl_, chunk, sizeof chunk);
      if (n <= 0) break;
      text.append(chunk, static_cast<std::size_t>(n));
    }
    return text;
  }
  bool was_told_of_the_end() {
    char byte;
    return SSL_read(ssl_, &byte, 1) <= 0 && (SSL_get_shutdown(ssl_) & SSL_RECEIVED_SHUTDOWN) != 0;
  }

 private:
  Client tcp_;
  SSL_CTX* context_;
  SSL* ssl_ = nullptr;
  bool connected_ = false;
};

struct TlsServer {
  explicit TlsServer(Handler handler, ServerOptions options = {}) {
    options.tls_certificate_file = certificate.certificate_file();
    options.tls_key_file = certificate.key_file();
    server = started(std::move(handler), std::move(options));
  }
  Certificate certificate;
  std::unique_ptr<Server> server;
};

TEST(Tls, requests_are_served_over_both_current_versions) {
  TlsServer tls([](Request const& request) { return Reply{.body = request.secure ? "secure" : "plain"}; });
  for (int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsClient client(tls.server->port(), version);
    ASSERT_TRUE(client.connected());
    std::string reply = client.ask(get("/"), "secure");
    EXPECT_TRUE(contains(reply, "200 OK"));
    EXPECT_TRUE(contains(reply, "Strict-Transport-Security: "));
    EXPECT_TRUE(contains(client.ask(get("/", "Connection: close\r\n"), "secure"), "Connection: close"));
    EXPECT_TRUE(client.was_told_of_the_end());
  }
}

TEST(Tls, old_versions_and_plain_text_are_refused) {
  TlsServer tls(echo);
  EXPECT_FALSE(TlsClient(tls.server->port(), TLS1_1_VERSION).connected());
  Client plain(tls.server->port());
  EXPECT_FALSE(contains(plain.ask(get("/")), "HTTP/1.1"));
  EXPECT_TRUE(TlsClient(tls.server->port(), TLS1_3_VERSION).connected());
}

TEST(Tls, large_bodies_pass_both_ways) {
  TlsServer tls([](Request const& request) { return Reply{.content_type = "image/png", .body = request.body + "END"}; });
  TlsClient client(tls.server->port(), TLS1_3_VERSION);
  std::string body(900'000, 'b');
  EXPECT_TRUE(client.ask(post("/", body), "END").ends_with(body + "END"));
}

TEST(Tls, a_handshake_that_never_finishes_is_cut) {
  TlsServer tls(echo, {.header_timeout = 200ms});
  Client silent(tls.server->port());
  auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(silent.read_all(), "");
  EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
}

TEST(Tls, events_stream_and_end_cleanly) {
  std::promise<std::shared_ptr<EventStream>> opened;
  TlsServer tls([&](Request const&) { return Reply{.stream = [&](auto stream) { opened.set_value(stream); }}; });
  auto client = std::make_unique<TlsClient>(tls.server->port(), TLS1_3_VERSION);
  EXPECT_TRUE(contains(client->ask(get("/stream"), "\r\n\r\n"), "text/event-stream"));
  EXPECT_TRUE(opened.get_future().get()->send("tick", "1"));
  EXPECT_TRUE(contains(client->ask("", "data: 1\n\n"), "event: tick"));
  auto stopping = std::async(std::launch::async, [&] { tls.server->stop(); });
  EXPECT_TRUE(client->was_told_of_the_end());
  client.reset();
}

TEST(Tls, a_missing_certificate_is_named) {
  Server server({.port = 0, .tls_certificate_file = "/nowhere/c.pem", .tls_key_file = "/nowhere/k.pem"}, echo);
  try {
    server.start();
    FAIL() << "started without a certificate";
  } catch (std::runtime_error const& error) { EXPECT_TRUE(contains(error.what(), "/nowhere/c.pem")); }
}

}  // namespace
}  // namespace zx::http
