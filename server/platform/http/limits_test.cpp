// What a careless or hostile client gets.
#include <gtest/gtest.h>

#include <random>

#include "platform/http/test_server.hpp"

namespace zx::http {
namespace {

using namespace test;
using namespace std::chrono_literals;

bool contains(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string answer_to(Server& server, std::string_view bytes) {
  Client client(server.port());
  client.send(bytes);
  return client.read_reply();
}

TEST(Limits, headers_beyond_the_limit_are_431) {
  auto server = started(echo);
  std::string reply = answer_to(*server, get("/", "X-Long: " + std::string(20'000, 'a') + "\r\n"));
  EXPECT_TRUE(contains(reply, "431 "));
  EXPECT_TRUE(contains(reply, R"("code":"http.headers_too_large")"));
  EXPECT_TRUE(contains(answer_to(*server, "GET /" + std::string(20'000, 'a')), "431 "));
}

TEST(Limits, many_small_headers_sent_one_by_one_are_431) {
  auto server = started(echo);
  Client client(server->port());
  client.send("GET / HTTP/1.1\r\nHost: t\r\n");
  for (int i = 0; i < 400; ++i) {
    if (!client.send("X-" + std::to_string(i) + ": " + std::string(64, 'a') + "\r\n")) break;
    std::this_thread::sleep_for(100us);
  }
  EXPECT_TRUE(contains(client.read_reply(), "431 "));
}

TEST(Limits, a_body_beyond_the_limit_is_413_whether_announced_or_not) {
  auto server = started(echo, {.body_limit = 1000, .body_limits = {{"/upload/", 5000}}});
  std::string announced = answer_to(*server, "POST /x HTTP/1.1\r\nHost: t\r\nContent-Length: 1001\r\n\r\n");
  EXPECT_TRUE(contains(announced, "413 "));
  EXPECT_TRUE(contains(announced, R"("code":"http.body_too_large")"));
  std::string chunked = "POST /x HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 11; ++i) chunked += "64\r\n" + std::string(100, 'b') + "\r\n";
  EXPECT_TRUE(contains(answer_to(*server, chunked), "413 "));
  EXPECT_TRUE(contains(answer_to(*server, post("/upload/x", std::string(5000, 'b'))), "200 OK"));
  EXPECT_TRUE(contains(answer_to(*server, post("/upload/x", std::string(5001, 'b'))), "413 "));
  EXPECT_TRUE(contains(answer_to(*server, post("/x", std::string(1000, 'b'))), "200 OK"));
}

TEST(Limits, a_refusal_before_any_handler_speaks_the_callers_language) {
  auto texts = [](std::string_view language, std::string_view code) { return std::string(language) + " " + std::string(code) + " \"…\""; };
  auto server = started(echo, {.body_limit = 1000, .text = texts});
  auto too_much = [&](std::string header) { return answer_to(*server, "POST /x HTTP/1.1\r\nHost: t\r\n" + header + "Content-Length: 1001\r\n\r\n"); };
  EXPECT_TRUE(contains(too_much("Accept-Language: en-GB,en;q=0.9\r\n"), R"("title":"en http.body_too_large \"…\"")"));
  EXPECT_TRUE(contains(too_much("Accept-Language: zh-CN\r\n"), R"("title":"zh http.body_too_large \"…\"")"));
  EXPECT_TRUE(contains(too_much(""), R"("title":"zh http.body_too_large \"…\"")"));
  EXPECT_TRUE(contains(answer_to(*server, "nonsense\r\n\r\n"), R"("title":"zh http.bad_request \"…\"")"));
}

TEST(Limits, the_refusal_reaches_a_client_that_is_still_sending) {
  auto server = started(echo);
  Client client(server->port());
  client.send("POST /x HTTP/1.1\r\nHost: t\r\nContent-Length: 8000000\r\n\r\n");
  std::string megabyte(1 << 20, 'b');
  for (int i = 0; i < 8 && client.send(megabyte); ++i) {}
  EXPECT_TRUE(contains(client.read_reply(), "413 "));
}

TEST(Limits, a_chunk_size_line_that_never_ends_is_cut) {
  auto server = started(echo);
  Client client(server->port());
  client.send("POST /x HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n1;");
  for (int i = 0; i < 64 && client.send(std::string(4096, 'e')); ++i) {}
  EXPECT_TRUE(contains(client.read_reply(), "HTTP/1.1 4"));
}

TEST(Limits, ambiguous_framing_is_refused_and_the_connection_closed) {
  auto server = started(echo);
  for (std::string headers : {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                              "Content-Length: 4\r\nContent-Length: 5\r\n", "Content-Length: 4\r\nContent-Length: 4\r\n", "Content-Length: 4, 4\r\n",
                              "Content-Length: +4\r\n", "Content-Length: -4\r\n", "Transfer-Encoding: gzip\r\n", "Transfer-Encoding: gzip, chunked\r\n",
                              "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n", "Content-Length : 4\r\n"}) {
    Client client(server->port());
    std::string reply = client.ask("POST /x HTTP/1.1\r\nHost: t\r\n" + headers + "\r\n4\r\nabcd\r\n0\r\n\r\n");
    EXPECT_TRUE(contains(reply, "400 Bad Request")) << headers << reply;
    EXPECT_TRUE(contains(reply, "Connection: close"));
    EXPECT_FALSE(client.receive());
  }
}

TEST(Limits, malformed_requests_are_400) {
  auto server = started(echo);
  for (std::string bytes :
       {"garbage\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/2.0\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: t\r\nX\x01: 1\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: t\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: t\r\n\r\n",
        "GET /?a=%f HTTP/1.1\r\nHost: t\r\n\r\n", "GET /a/../b HTTP/1.1\r\nHost: t\r\n\r\n", "GET relative HTTP/1.1\r\nHost: t\r\n\r\n"})
    EXPECT_TRUE(contains(answer_to(*server, bytes), "400 Bad Request")) << bytes;
  EXPECT_TRUE(contains(answer_to(*server, "TRACE / HTTP/1.1\r\nHost: t\r\n\r\n"), "501 Not Implemented"));
}

TEST(Limits, requests_cut_anywhere_and_sent_in_any_pieces_do_no_harm) {
  auto server = started(echo);
  std::mt19937 random(7);
  std::string script = post("/a", "alpha") + "POST /b HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nbet\r\n1;x=y\r\na\r\n0\r\n\r\n" +
                       get("/c%20d?e=f") + "\r\n" + get("/last", "Connection: close\r\n");
  for (int round = 0; round < 300; ++round) {
    Client client(server->port());
    std::string_view rest(script);
    bool leaves = round % 3 == 0;
    if (leaves) rest = rest.substr(0, random() % rest.size());
    while (!rest.empty()) {
      auto piece = rest.substr(0, 1 + random() % 40);
      client.send(piece);
      rest.remove_prefix(piece.size());
    }
    if (leaves) continue;
    for (auto expected : {"path=/a\nbody=alpha\n", "path=/b\nbody=beta\n", "path=/c d\nbody=\n", "path=/last\n"})
      EXPECT_TRUE(contains(client.read_reply(), expected));
  }
  EXPECT_TRUE(eventually([&] { return server->figures().at("connections") == 0; }));
}

TEST(Limits, a_slow_header_is_cut_by_its_total_time_while_others_are_served) {
  auto server = started(echo, {.header_timeout = 300ms});
  Client slow(server->port());
  auto began = std::chrono::steady_clock::now();
  slow.send("GET / HTTP/1.1\r\nHost: t\r\n");
  while (std::chrono::steady_clock::now() - began < 3s) {  // never silent for long, never done
    if (!slow.send("X")) break;
    if (slow.receive(20ms)) break;
    EXPECT_TRUE(contains(answer_to(*server, get("/good")), "200 OK"));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, 2s);
  std::string reply = slow.read_reply();
  EXPECT_TRUE(contains(reply, "408 Request Timeout"));
  EXPECT_TRUE(contains(reply, R"("code":"http.timeout")"));
}

TEST(Limits, a_slow_body_is_cut_and_a_silent_connection_closed) {
  auto server = started(echo, {.idle_timeout = 200ms, .body_timeout = 200ms});
  Client slow(server->port()), idle(server->port());
  slow.send("POST /x HTTP/1.1\r\nHost: t\r\nContent-Length: 100\r\n\r\nhalf");
  EXPECT_TRUE(contains(slow.read_reply(), "408 Request Timeout"));
  EXPECT_EQ(idle.read_all(), "");
  ASSERT_TRUE(eventually([&] { return server->figures().at("connections") <= 1; }));
}

TEST(Limits, a_client_that_does_not_read_its_reply_is_cut) {
  static std::string const content(64 << 20, 'x');
  auto server = started([](Request const&) { return Reply{.content_type = "image/png", .fixed_body = content}; }, {.write_timeout = 200ms});
  Client client(server->port());
  client.send(get("/big"));
  ASSERT_TRUE(eventually([&] { return server->figures().at("connections") == 1; }));
  EXPECT_TRUE(eventually([&] { return server->figures().at("connections") == 0; }, 10s));
}

}  // namespace
}  // namespace zx::http
