#pragma once
// Private to the clients: libcurl with our rules built in. One session talks to one host: it is one transfer over a connection of its
// own, or several in a row over a kept one, which was judged for the same host.

#include <curl/curl.h>

#include <memory>
#include <stop_token>
#include <string>

#include "platform/base/time.hpp"
#include "platform/outbound/address_policy.hpp"

namespace zx::outbound {

struct SessionRules {
  std::string host;
  AddressPolicy const* addresses;
  Milliseconds connect_timeout;
  Milliseconds total_timeout;
  std::string const* ca_file;  ///< empty: the system's
  std::stop_token stop;
  bool keeps_connection = false;
};

class CurlSession {
 public:
  explicit CurlSession(SessionRules rules);
  CurlSession(CurlSession const&) = delete;

  /// Throws when libcurl does not know the option: a bug.
  template <class Value>
  void set(CURLoption option, Value value) {
    check(curl_easy_setopt(handle_.get(), option, value));
  }
  CURLcode perform();
  /// Ends a kept connection.
  void close() { handle_.reset(); }
  /// Ends any waiting for the server. libcurl waits up to two minutes for the answer to its QUIT, beyond every timeout.
  void stop_listening() const;

  /// An address was refused and no other one was left to try.
  bool was_kept_back() const { return kept_back_ && !opened_; }
  bool was_stopped() const { return rules_.stop.stop_requested(); }
  long number(CURLINFO which) const;
  std::string text(CURLINFO which) const;
  /// For the log; names no path, no query, no password.
  std::string error_text(CURLcode code) const;

 private:
  static void check(CURLcode code);
  static curl_socket_t open_socket(void* session, curlsocktype purpose, curl_sockaddr* address);
  static int close_socket(void* session, curl_socket_t socket);
  static int on_progress(void* session, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

  struct Close {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  };

  SessionRules rules_;
  std::unique_ptr<CURL, Close> handle_;
  char error_[CURL_ERROR_SIZE] = {};
  bool kept_back_ = false;
  bool opened_ = false;
  curl_socket_t socket_ = CURL_SOCKET_BAD;  ///< libcurl's; the last one opened, while it is open
};

/// A list of lines for libcurl.
class CurlList {
 public:
  void add(std::string const& line);
  curl_slist* get() const { return list_.get(); }

 private:
  struct Free {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };
  std::unique_ptr<curl_slist, Free> list_;
};

}  // namespace zx::outbound
