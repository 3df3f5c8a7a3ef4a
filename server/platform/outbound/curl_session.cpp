#include "platform/outbound/curl_session.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <new>
#include <optional>
#include <stdexcept>

namespace zx::outbound {
namespace {

/// Without signals of its own (CURLOPT_NOSIGNAL, needed among threads) libcurl leaves SIGPIPE to the program: a server that hangs up
/// in the middle of TLS would end it.
void ignore_broken_pipes() {
  struct sigaction current {};
  if (::sigaction(SIGPIPE, nullptr, &current) == 0 && current.sa_handler == SIG_DFL) std::signal(SIGPIPE, SIG_IGN);
}

void start_library() {
  static bool const started = [] {
    ignore_broken_pipes();
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl does not start");
    return true;
  }();
  (void)started;
}

std::optional<IpAddress> address_of(sockaddr const& address) {
  IpAddress bytes{};
  if (address.sa_family == AF_INET6) {
    auto const& v6 = reinterpret_cast<sockaddr_in6 const&>(address);
    std::copy_n(v6.sin6_addr.s6_addr, 16, bytes.begin());
    return bytes;
  }
  if (address.sa_family != AF_INET) return std::nullopt;
  auto const& v4 = reinterpret_cast<sockaddr_in const&>(address);
  bytes[10] = bytes[11] = 0xff;
  std::copy_n(reinterpret_cast<std::uint8_t const*>(&v4.sin_addr.s_addr), 4, bytes.begin() + 12);
  return bytes;
}

}  // namespace

CurlSession::CurlSession(SessionRules rules) : rules_(std::move(rules)) {
  start_library();
  handle_.reset(curl_easy_init());
  if (!handle_) throw std::bad_alloc();
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_PROXY, "");  // a proxy from the environment would resolve names behind the check's back
  set(CURLOPT_ERRORBUFFER, error_);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(rules_.connect_timeout.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(rules_.total_timeout.count()));
  set(CURLOPT_OPENSOCKETFUNCTION, &CurlSession::open_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
  set(CURLOPT_CLOSESOCKETFUNCTION, &CurlSession::close_socket);
  set(CURLOPT_CLOSESOCKETDATA, this);
  set(CURLOPT_MAXCONNECTS, 1L);
  set(CURLOPT_FRESH_CONNECT, rules_.keeps_connection ? 0L : 1L);
  set(CURLOPT_FORBID_REUSE, rules_.keeps_connection ? 0L : 1L);
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!rules_.ca_file->empty()) set(CURLOPT_CAINFO, rules_.ca_file->c_str());
  if (rules_.stop.stop_possible()) {
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &CurlSession::on_progress);
    set(CURLOPT_XFERINFODATA, this);
  }
}

void CurlSession::check(CURLcode code) {
  if (code == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
  if (code != CURLE_OK) throw std::logic_error(std::string("libcurl: ") + curl_easy_strerror(code));
}

CURLcode CurlSession::perform() {
  kept_back_ = opened_ = false;
  return curl_easy_perform(handle_.get());
}

void CurlSession::stop_listening() const {
  if (socket_ != CURL_SOCKET_BAD) ::shutdown(socket_, SHUT_RD);
}

curl_socket_t CurlSession::open_socket(void* session, curlsocktype, curl_sockaddr* address) {
  auto& self = *static_cast<CurlSession*>(session);
  auto const ip = address_of(address->addr);
  if (!ip || (!is_public(*ip) && !self.rules_.addresses->names(self.rules_.host))) {
    self.kept_back_ = true;
    return CURL_SOCKET_BAD;
  }
  self.opened_ = true;
  self.socket_ = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  return self.socket_;
}

int CurlSession::close_socket(void* session, curl_socket_t socket) {
  auto& self = *static_cast<CurlSession*>(session);
  if (self.socket_ == socket) self.socket_ = CURL_SOCKET_BAD;
  return ::close(socket);
}

int CurlSession::on_progress(void* session, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<CurlSession*>(session)->was_stopped() ? 1 : 0;
}

long CurlSession::number(CURLINFO which) const {
  long value = 0;
  check(curl_easy_getinfo(handle_.get(), which, &value));
  return value;
}

std::string CurlSession::text(CURLINFO which) const {
  char const* value = nullptr;
  check(curl_easy_getinfo(handle_.get(), which, &value));
  return value ? value : "";
}

std::string CurlSession::error_text(CURLcode code) const { return error_[0] != '\0' ? error_ : curl_easy_strerror(code); }

void CurlList::add(std::string const& line) {
  auto* longer = curl_slist_append(list_.get(), line.c_str());
  if (!longer) throw std::bad_alloc();
  (void)list_.release();  // the same list, or its first link
  list_.reset(longer);
}

}  // namespace zx::outbound
