#include "platform/outbound/http_client.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <thread>

#include "platform/outbound/sink_for_tests.hpp"

namespace zx::outbound {
namespace {

using namespace std::chrono_literals;
using test::Certificate;
using test::Peer;
using test::Sink;

struct Received {
  std::string first_line;
  std::map<std::string, std::string> headers;
  std::string body;
};

Received receive(Peer& peer) {
  Received request{.first_line = peer.read_line()};
  for (auto line = peer.read_line(); !line.empty(); line = peer.read_line()) {
    auto const colon = line.find(':');
    request.headers[plain_host(line.substr(0, colon))] = line.substr(std::min(colon + 2, line.size()));
  }
  if (auto const length = request.headers.find("content-length"); length != request.headers.end()) request.body = peer.read_bytes(std::stoul(length->second));
  return request;
}

Sink::Behaviour answering(std::string text) {
  return [text](Peer& peer) {
    receive(peer);
    peer.write(text);
  };
}

std::string here(Sink const& sink, std::string const& path = "/") { return "http://127.0.0.1:" + std::to_string(sink.port()) + path; }

HttpOptions open_options() { return {.addresses = {{"127.0.0.1", "localhost"}}, .connect_timeout = 2s, .total_timeout = 3s}; }

TEST(HttpClientTest, a_request_arrives_as_it_was_given) {
  Received got;
  Sink sink([&](Peer& peer) {
    got = receive(peer);
    peer.write("HTTP/1.1 201 Created\r\nX-Answer: yes \r\nContent-Length: 6\r\n\r\n{\"a\":1");
  });
  auto const answer =
      send_request({"POST", here(sink, "/hook?key=1"), {{"Content-Type", "application/json"}, {"X-Empty", ""}}, "{\"text\":\"知行\"}"}, open_options()).value();
  EXPECT_EQ(answer.outcome, HttpOutcome::answered);
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(answer.body, "{\"a\":1");
  EXPECT_EQ(answer.header("x-answer"), "yes");
  EXPECT_EQ(got.first_line, "POST /hook?key=1 HTTP/1.1");
  EXPECT_EQ(got.headers.at("content-type"), "application/json");
  EXPECT_EQ(got.headers.count("expect"), 0U);
  EXPECT_EQ(got.body, "{\"text\":\"知行\"}");
}

TEST(HttpClientTest, an_inner_address_is_refused_without_a_connection) {
  Sink sink(answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
  auto const port = std::to_string(sink.port());
  for (auto const& host : {"127.0.0.1", "localhost", "LOCALHOST", "0177.0.0.1", "2130706433", "[::ffff:127.0.0.1]", "0"}) {
    auto const answer = send_request({"GET", "http://" + std::string(host) + ":" + port + "/"});
    ASSERT_FALSE(answer) << host;
    EXPECT_EQ(answer.refusal().code, "outbound.address_not_allowed") << host;
  }
  (void)send_request({"GET", "http://localhost.:" + port + "/"});  // refused where the name server knows it
  EXPECT_EQ(sink.connections(), 0);
}

TEST(HttpClientTest, a_proxy_from_the_environment_is_not_used) {
  Sink proxy(answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
  ::setenv("http_proxy", here(proxy).c_str(), 1);
  auto const answer = send_request({"GET", "http://localhost:" + std::to_string(test::closed_port()) + "/"}, open_options()).value();
  ::unsetenv("http_proxy");
  EXPECT_EQ(answer.outcome, HttpOutcome::not_sent);
  EXPECT_EQ(proxy.connections(), 0);
}

TEST(HttpClientTest, a_closed_port_means_not_sent) {
  auto const answer = send_request({"POST", "http://127.0.0.1:" + std::to_string(test::closed_port()) + "/", {}, "x"}, open_options()).value();
  EXPECT_EQ(answer.outcome, HttpOutcome::not_sent);
  EXPECT_EQ(answer.failure, HttpFailure::unreachable);
  EXPECT_NE(answer.detail, "");
}

TEST(HttpClientTest, a_name_nobody_has_means_not_sent) {
  auto const answer = send_request({"POST", "http://no-such-host.invalid/", {}, "x"}, {.connect_timeout = 20s, .total_timeout = 20s}).value();
  EXPECT_EQ(answer.outcome, HttpOutcome::not_sent);
  EXPECT_TRUE(answer.failure == HttpFailure::name_not_found || answer.failure == HttpFailure::timeout);
}

TEST(HttpClientTest, a_connection_cut_before_the_answer_is_ambiguous) {
  Sink sink([](Peer& peer) { receive(peer); });
  auto const answer = send_request({"POST", here(sink), {}, "x"}, open_options()).value();
  EXPECT_EQ(answer.outcome, HttpOutcome::ambiguous);
  EXPECT_EQ(answer.failure, HttpFailure::broken_off);
  EXPECT_EQ(answer.status, 0);
}

TEST(HttpClientTest, an_answer_that_never_comes_is_ambiguous_and_ends_on_time) {
  Sink sink([](Peer& peer) { peer.wait_until_gone(); });
  auto options = open_options();
  options.total_timeout = 300ms;
  auto const begun = std::chrono::steady_clock::now();
  auto const answer = send_request({"POST", here(sink), {}, "x"}, options).value();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
  EXPECT_EQ(answer.outcome, HttpOutcome::ambiguous);
  EXPECT_EQ(answer.failure, HttpFailure::timeout);
}

TEST(HttpClientTest, a_body_that_ends_early_is_ambiguous_but_tells_the_status) {
  Sink sink(answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"errcode\":"));
  auto const answer = send_request({"POST", here(sink), {}, "x"}, open_options()).value();
  EXPECT_EQ(answer.outcome, HttpOutcome::ambiguous);
  EXPECT_EQ(answer.status, 200);
}

TEST(HttpClientTest, an_endless_body_is_cut_at_the_limit) {
  Sink sink([](Peer& peer) {
    receive(peer);
    peer.write("HTTP/1.1 200 OK\r\n\r\n");
    while (peer.write(std::string(10'000, 'x'))) {}
  });
  auto const answer = send_request({"POST", here(sink), {}, "x"}, open_options()).value();
  EXPECT_EQ(answer.outcome, HttpOutcome::answered);
  EXPECT_TRUE(answer.body_cut);
  EXPECT_EQ(answer.body.size(), 64U * 1024);
}

TEST(HttpClientTest, endless_headers_are_not_collected) {
  Sink sink([](Peer& peer) {
    receive(peer);
    peer.write("HTTP/1.1 200 OK\r\n");
    while (peer.write("X-Header: " + std::string(1000, 'x') + "\r\n")) {}
  });
  auto const answer = send_request({"POST", here(sink), {}, "x"}, open_options()).value();
  EXPECT_EQ(answer.outcome, HttpOutcome::ambiguous);
  EXPECT_LT(answer.headers.size(), 40U);
}

TEST(HttpClientTest, a_redirect_is_an_answer_unless_asked_for) {
  Sink sink(answering("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"));
  auto const answer = send_request({"GET", here(sink)}, open_options()).value();
  EXPECT_EQ(answer.status, 302);
  EXPECT_EQ(sink.connections(), 1);
}

TEST(HttpClientTest, a_redirect_to_an_inner_address_is_refused) {
  Sink inner(answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
  Sink outer(answering("HTTP/1.1 302 Found\r\nLocation: http://localhost:" + std::to_string(inner.port()) + "/\r\nContent-Length: 0\r\n\r\n"));
  auto options = open_options();
  options.addresses.allowed_hosts = {"127.0.0.1"};
  options.max_redirects = 3;
  auto const answer = send_request({"GET", here(outer)}, options);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.refusal().code, "outbound.address_not_allowed");
  EXPECT_EQ(inner.connections(), 0);
}

TEST(HttpClientTest, headers_do_not_follow_to_another_origin) {
  Received got;
  Sink target([&](Peer& peer) {
    got = receive(peer);
    peer.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  });
  Sink first(answering("HTTP/1.1 302 Found\r\nLocation: " + here(target, "/next") + "\r\nContent-Length: 0\r\n\r\n"));
  auto options = open_options();
  options.max_redirects = 1;
  auto const answer = send_request({"GET", here(first), {{"Authorization", "secret"}}, ""}, options).value();
  EXPECT_EQ(answer.body, "ok");
  EXPECT_EQ(got.first_line, "GET /next HTTP/1.1");
  EXPECT_EQ(got.headers.count("authorization"), 0U);
}

TEST(HttpClientTest, a_chain_of_redirects_ends) {
  Sink sink(answering("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"));
  auto options = open_options();
  options.max_redirects = 3;
  EXPECT_EQ(send_request({"GET", here(sink)}, options).value().status, 302);
  EXPECT_EQ(sink.connections(), 4);
}

TEST(HttpClientTest, headers_and_methods_cannot_smuggle_lines) {
  Sink sink(answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
  for (auto const& header : {HttpHeader{"X-A", "b\r\nX-C: d"}, HttpHeader{"X-A\r\nB", "c"}, HttpHeader{"", "b"}, HttpHeader{"Host", "other"},
                             HttpHeader{"Content-Length", "0"}, HttpHeader{"Transfer-Encoding", "chunked"}})
    EXPECT_EQ(send_request({"POST", here(sink), {header}, "x"}, open_options()).refusal().code, "outbound.header_invalid");
  EXPECT_EQ(send_request({"GET / HTTP/1.1\r\nX: y\r\n", here(sink)}, open_options()).refusal().code, "outbound.method_invalid");
  EXPECT_EQ(sink.connections(), 0);
}

TEST(HttpClientTest, other_methods_are_sent_too) {
  Received got;
  Sink sink([&](Peer& peer) {
    got = receive(peer);
    peer.write("HTTP/1.1 204 No Content\r\n\r\n");
  });
  EXPECT_EQ(send_request({"PUT", here(sink), {}, "x"}, open_options()).value().status, 204);
  EXPECT_EQ(got.first_line, "PUT / HTTP/1.1");
  EXPECT_EQ(send_request({"DELETE", here(sink)}, open_options()).value().status, 204);
  EXPECT_EQ(got.first_line, "DELETE / HTTP/1.1");
  EXPECT_EQ(send_request({"HEAD", here(sink)}, open_options()).value().status, 204);
  EXPECT_EQ(got.first_line, "HEAD / HTTP/1.1");
}

TEST(HttpClientTest, asking_to_stop_ends_a_waiting_request) {
  Sink sink([](Peer& peer) { peer.wait_until_gone(); });
  std::stop_source stop;
  auto options = open_options();
  options.total_timeout = 30s;
  options.stop = stop.get_token();
  std::jthread later([&] {
    std::this_thread::sleep_for(100ms);
    stop.request_stop();
  });
  auto const begun = std::chrono::steady_clock::now();
  auto const answer = send_request({"POST", here(sink), {}, "x"}, options).value();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
  EXPECT_EQ(answer.failure, HttpFailure::stopped);
  EXPECT_EQ(answer.outcome, HttpOutcome::ambiguous);
}

class HttpsTest : public ::testing::Test {
 protected:
  HttpAnswer ask(Certificate const& servers, std::string const& trusted, std::string const& host = "127.0.0.1") {
    requests_ = 0;
    Sink sink([&](Peer& peer) {
      if (!peer.start_tls(servers)) return;
      if (!receive(peer).first_line.empty()) ++requests_;
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    auto options = open_options();
    options.ca_file = trusted;
    return send_request({"POST", "https://" + host + ":" + std::to_string(sink.port()) + "/", {{"Authorization", "secret"}}, "x"}, options).value();
  }
  std::atomic<int> requests_ = 0;
};

TEST_F(HttpsTest, a_trusted_certificate_is_answered) {
  Certificate const certificate;
  EXPECT_EQ(ask(certificate, certificate.certificate_file()).status, 200);
  EXPECT_EQ(requests_, 1);
}

TEST_F(HttpsTest, a_certificate_that_does_not_fit_gets_not_a_byte) {
  Certificate const good, other_name("DNS:other.test"), expired("IP:127.0.0.1", -3600), unknown;
  for (auto const* certificate : {&other_name, &expired}) {
    auto const answer = ask(*certificate, certificate->certificate_file());
    EXPECT_EQ(answer.outcome, HttpOutcome::not_sent);
    EXPECT_EQ(answer.failure, HttpFailure::tls);
    EXPECT_EQ(requests_, 0);
  }
  EXPECT_EQ(ask(unknown, good.certificate_file()).failure, HttpFailure::tls);
  EXPECT_EQ(ask(unknown, "").failure, HttpFailure::tls);
  EXPECT_EQ(requests_, 0);
}

}  // namespace
}  // namespace zx::outbound
