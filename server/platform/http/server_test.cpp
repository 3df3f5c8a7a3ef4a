#include "platform/http/server.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "platform/http/test_server.hpp"

namespace zx::http {
namespace {

using namespace test;
using namespace std::chrono_literals;

bool contains(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Server, pipelined_requests_are_answered_in_order) {
  auto server = started(echo);
  Client client(server->port());
  client.send(get("/one") + post("/two", "zwei") + get("/three"));
  EXPECT_TRUE(contains(client.read_reply(), "path=/one"));
  EXPECT_TRUE(contains(client.read_reply(), "path=/two\nbody=zwei"));
  EXPECT_TRUE(contains(client.read_reply(), "path=/three"));
}

TEST(Server, a_request_may_arrive_byte_by_byte) {
  auto server = started(echo);
  Client client(server->port());
  for (char byte : post("/slow", "body")) {
    client.send({&byte, 1});
    std::this_thread::sleep_for(200us);
  }
  EXPECT_TRUE(contains(client.read_reply(), "path=/slow\nbody=body"));
}

TEST(Server, a_chunked_body_is_joined_and_its_trailer_is_no_header) {
  auto server = started([](Request const& request) { return Reply{.body = request.body + "|" + std::string(request.header("x-late"))}; });
  Client client(server->port());
  std::string head = "POST /c HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_TRUE(contains(client.ask(head + "4\r\nWiki\r\n6;note=1\r\npedia \r\n0\r\nX-Late: 1\r\n\r\n"), "\r\n\r\nWikipedia |"));
  EXPECT_TRUE(contains(client.ask(get("/after")), "200 OK"));
}

TEST(Server, an_empty_chunked_body_may_arrive_byte_by_byte) {
  auto server = started(echo);
  Client client(server->port());
  for (char byte : std::string("POST /c HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")) {
    client.send({&byte, 1});
    std::this_thread::sleep_for(500us);
  }
  EXPECT_TRUE(contains(client.read_reply(), "path=/c\nbody=\n"));
}

TEST(Server, head_gives_the_headers_of_get_without_its_body) {
  auto server = started(echo);
  Client client(server->port());
  client.send("HEAD /page HTTP/1.1\r\nHost: t\r\n\r\n" + get("/next"));
  std::string head = client.read_until("\r\n\r\n");
  EXPECT_TRUE(contains(head, "Content-Length: 17"));  // "path=/page\nbody=\n"
  EXPECT_TRUE(contains(client.read_reply(), "path=/next"));
}

TEST(Server, connections_persist_as_their_version_says) {
  auto server = started(echo);
  Client modern(server->port());
  EXPECT_TRUE(contains(modern.ask(get("/")), "Connection: keep-alive"));
  EXPECT_TRUE(contains(modern.ask(get("/", "Connection: close\r\n")), "Connection: close"));
  EXPECT_FALSE(modern.receive());
  Client old(server->port());
  EXPECT_TRUE(contains(old.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"), "Connection: keep-alive"));
  EXPECT_TRUE(contains(old.ask("GET / HTTP/1.0\r\n\r\n"), "Connection: close"));
  EXPECT_FALSE(old.receive());
}

TEST(Server, a_client_that_stops_sending_still_gets_its_answer) {
  auto server = started(echo);
  Client client(server->port());
  client.send(get("/half"));
  client.finish_sending();
  EXPECT_TRUE(contains(client.read_reply(), "path=/half"));
}

TEST(Server, an_expecting_client_is_invited_to_send_its_body) {
  auto server = started(echo);
  Client client(server->port());
  client.send("POST /e HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("body");
  EXPECT_TRUE(contains(client.read_reply(), "body=body"));
  EXPECT_TRUE(contains(client.ask("POST /e HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\nExpect: tea\r\n\r\n"), "417 "));
}

TEST(Server, a_full_pool_refuses_at_once_and_keeps_the_connection) {
  std::promise<void> gate;
  auto opened = gate.get_future().share();
  auto server = started(
      [&](Request const& request) {
        if (request.path == "/wait") opened.wait();
        return echo(request);
      },
      {.workers = 1, .queue = 1});
  Client first(server->port()), second(server->port()), third(server->port());
  first.send(get("/wait"));
  ASSERT_TRUE(eventually([&] { return server->figures().at("in_flight") == 1; }));
  second.send(get("/wait"));
  ASSERT_TRUE(eventually([&] { return server->figures().at("queued") == 1; }));
  std::string refusal = third.ask(get("/now"));
  EXPECT_TRUE(contains(refusal, "503 Service Unavailable"));
  EXPECT_TRUE(contains(refusal, "Retry-After: 1"));
  EXPECT_TRUE(contains(refusal, R"("code":"http.too_busy")"));
  EXPECT_EQ(server->figures().at("rejected_total"), 1);
  gate.set_value();
  EXPECT_TRUE(contains(first.read_reply(), "200 OK"));
  EXPECT_TRUE(contains(second.read_reply(), "200 OK"));
  EXPECT_TRUE(contains(third.ask(get("/now")), "200 OK"));
}

TEST(Server, connections_beyond_the_maximum_are_turned_away) {
  auto server = started(echo, {.max_connections = 1});
  Client first(server->port());
  EXPECT_TRUE(contains(first.ask(get("/")), "200 OK"));
  Client second(server->port());
  EXPECT_TRUE(contains(second.read_all(), "503 Service Unavailable"));
  first.leave();
  ASSERT_TRUE(eventually([&] { return server->figures().at("connections") == 0; }));
  Client third(server->port());
  EXPECT_TRUE(contains(third.ask(get("/")), "200 OK"));
}

TEST(Server, stopping_finishes_the_request_in_flight_and_frees_the_port) {
  std::promise<void> entered;
  auto server = started([&](Request const& request) {
    entered.set_value();
    std::this_thread::sleep_for(150ms);
    return echo(request);
  });
  auto port = server->port();
  Client busy(port), idle(port);
  busy.send(get("/last"));
  entered.get_future().wait();
  auto began = std::chrono::steady_clock::now();
  auto answer = std::async(std::launch::async, [&] {
    auto text = busy.read_reply();
    busy.leave();
    return text;
  });
  server->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
  std::string text = answer.get();
  EXPECT_TRUE(contains(text, "path=/last"));
  EXPECT_TRUE(contains(text, "Connection: close"));
  EXPECT_FALSE(idle.receive());
  EXPECT_FALSE(Client(port).connected());
  server->stop();

  Server again({.port = port}, echo);
  again.start();
  EXPECT_TRUE(contains(Client(port).ask(get("/again")), "path=/again"));
}

TEST(Server, a_taken_port_is_reported_with_its_address) {
  auto server = started(echo);
  Server second({.port = server->port()}, echo);
  try {
    second.start();
    FAIL() << "two servers on one port";
  } catch (std::runtime_error const& error) {
    EXPECT_TRUE(contains(error.what(), "127.0.0.1:" + std::to_string(server->port())));
    EXPECT_TRUE(contains(error.what(), "in use"));
  }
}

TEST(Server, a_throwing_handler_costs_its_own_request_only) {
  auto server = started([](Request const& request) -> Reply {
    if (request.path == "/bug") throw std::runtime_error("secret detail");
    return echo(request);
  });
  Client client(server->port());
  std::string reply = client.ask(get("/bug"));
  EXPECT_TRUE(contains(reply, "500 Internal Server Error"));
  EXPECT_FALSE(contains(reply, "secret"));
  EXPECT_TRUE(contains(client.ask(get("/fine")), "200 OK"));
}

TEST(Server, replies_carry_the_security_headers) {
  auto server = started([](Request const& request) {
    if (request.path == "/own") return Reply{.headers = {{"cache-control", "max-age=5"}, {"Content-Security-Policy", "sandbox"}}};
    return Reply{.content_type = request.path == "/" ? "text/html" : "application/json"};
  });
  Client client(server->port());
  std::string page = client.ask(get("/")), api = client.ask(get("/api/v1/x")), own = client.ask(get("/own"));
  EXPECT_TRUE(contains(page, "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'"));
  for (auto const& reply : {page, api}) {
    for (auto part : {"frame-ancestors 'none'", "X-Content-Type-Options: nosniff", "Referrer-Policy: ", "Permissions-Policy: ",
                      "Cross-Origin-Opener-Policy: same-origin", "Cache-Control: no-store", "\r\nDate: ", "X-Request-Id: "})
      EXPECT_TRUE(contains(reply, part)) << part;
    EXPECT_FALSE(contains(reply, "Strict-Transport-Security"));
  }
  EXPECT_TRUE(contains(api, "Content-Security-Policy: default-src 'none'"));
  EXPECT_TRUE(contains(own, "cache-control: max-age=5\r\n"));
  EXPECT_FALSE(contains(own, "no-store"));
  EXPECT_FALSE(contains(own, "script-src"));
}

TEST(Server, a_header_cannot_be_injected) {
  auto server = started([](Request const&) {
    return Reply{.content_type = "text/plain\r\nSet-Cookie: type=1",
                 .headers = {{"X-Good", "kept"},
                             {"X-Value", "a\r\nSet-Cookie: value=1"},
                             {"X\r\nSet-Cookie", "name=1"},
                             {"Content-Length", "999"},
                             {"Transfer-Encoding", "chunked"},
                             {"X-Nul", std::string("a\0b", 3)}},
                 .body = "ok"};
  });
  std::string reply = Client(server->port()).ask(get("/?next=%0d%0aSet-Cookie:%20query=1"));
  EXPECT_TRUE(contains(reply, "X-Good: kept\r\n"));
  EXPECT_TRUE(contains(reply, "Content-Length: 2\r\n"));
  for (auto part : {"Set-Cookie", "X-Value", "X-Nul", "999", "chunked"}) EXPECT_FALSE(contains(reply, part)) << part;
}

TEST(Server, a_large_fixed_body_arrives_whole) {
  static std::string const content(3 << 20, 'x');
  auto server = started([](Request const&) { return Reply{.content_type = "image/png", .fixed_body = content}; });
  std::string reply = Client(server->port()).ask(get("/big"));
  EXPECT_TRUE(reply.ends_with("\r\n\r\n" + content));
}

TEST(Server, a_forwarded_client_is_believed_only_from_a_trusted_proxy) {
  Handler who = [](Request const& r) { return Reply{.body = r.remote_address + (r.secure ? " secure " : " plain ") + r.request_id}; };
  std::string forwarded = get("/", "X-Forwarded-For: 6.6.6.6, 10.0.0.7\r\nX-Forwarded-Proto: https\r\nX-Request-Id: proxy-000001\r\n");
  auto open = started(who);
  EXPECT_TRUE(contains(Client(open->port()).ask(forwarded), "\r\n\r\n127.0.0.1 plain "));
  auto behind = started(who, {.trusted_proxies = {"127.0.0.1"}});
  std::string reply = Client(behind->port()).ask(forwarded);
  EXPECT_TRUE(contains(reply, "\r\n\r\n10.0.0.7 secure proxy-000001"));
  EXPECT_TRUE(contains(reply, "Strict-Transport-Security: "));
  auto in_a_network = started(who, {.trusted_proxies = {"127.0.0.0/8"}});
  EXPECT_TRUE(contains(Client(in_a_network->port()).ask(forwarded), "\r\n\r\n10.0.0.7 secure proxy-000001"));
}

TEST(Server, several_io_threads_serve_many_connections) {
  auto server = started(echo, {.io_threads = 3, .workers = 4});
  std::atomic<int> good = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) {
        Client client(server->port());
        for (int k = 0; k < 5; ++k) good += contains(client.ask(get("/x")), "path=/x");
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, 8 * 10 * 5);
}

}  // namespace
}  // namespace zx::http
