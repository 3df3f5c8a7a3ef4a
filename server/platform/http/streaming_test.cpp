#include <gtest/gtest.h>

#include <mutex>

#include "platform/http/event_buffer.hpp"
#include "platform/http/test_server.hpp"

namespace zx::http {
namespace {

using namespace test;
using namespace std::chrono_literals;

bool contains(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Everybody who opened /stream.
class Audience {
 public:
  Handler handler() {
    return [this](Request const& request) {
      if (request.path != "/stream") return echo(request);
      return Reply{.stream = [this](std::shared_ptr<EventStream> stream) {
        std::lock_guard lock(mutex_);
        streams_.push_back(std::move(stream));
      }};
    };
  }
  std::vector<std::shared_ptr<EventStream>> streams() {
    std::lock_guard lock(mutex_);
    return streams_;
  }
  bool await(std::size_t count) {
    return eventually([&] { return streams().size() == count; });
  }

 private:
  std::mutex mutex_;
  std::vector<std::shared_ptr<EventStream>> streams_;
};

TEST(Streaming, fifty_clients_get_every_event_in_order) {
  Audience audience;
  auto server = started(audience.handler(), {.io_threads = 2});
  std::vector<Client> clients;
  for (int i = 0; i < 50; ++i) {
    clients.emplace_back(server->port());
    clients.back().send(get("/stream"));
  }
  ASSERT_TRUE(audience.await(50));
  for (int event = 1; event <= 20; ++event)
    for (auto& stream : audience.streams()) ASSERT_TRUE(stream->send("tick", std::to_string(event), std::to_string(event)));
  for (auto& client : clients) {
    EXPECT_TRUE(contains(client.read_until("\r\n\r\n"), "Content-Type: text/event-stream\r\n"));
    std::string text = client.read_until("data: 20\n\n"), expected;
    for (int event = 1; event <= 20; ++event) expected += "id: " + std::to_string(event) + "\nevent: tick\ndata: " + std::to_string(event) + "\n\n";
    EXPECT_EQ(text, expected);
  }
  EXPECT_EQ(server->figures().at("streams"), 50);
  EXPECT_EQ(server->figures().at("in_flight"), 0);  // no worker is held by a stream
}

TEST(Streaming, a_silent_stream_beats) {
  Audience audience;
  auto server = started(audience.handler(), {.heartbeat = 50ms});
  Client client(server->port());
  client.send(get("/stream"));
  client.read_until("\r\n\r\n");
  EXPECT_EQ(client.read_until("\n\n"), ": still here\n\n");
  EXPECT_EQ(client.read_until("\n\n"), ": still here\n\n");
}

TEST(Streaming, a_stream_outlives_every_request_timeout) {
  Audience audience;
  auto server = started(audience.handler(), {.idle_timeout = 50ms, .header_timeout = 50ms, .body_timeout = 50ms, .write_timeout = 50ms});
  Client client(server->port());
  client.send(get("/stream"));
  ASSERT_TRUE(audience.await(1));
  std::this_thread::sleep_for(300ms);
  EXPECT_TRUE(audience.streams()[0]->send("late", "x"));
  EXPECT_TRUE(contains(client.read_until("data: x\n\n"), "event: late"));
}

TEST(Streaming, a_client_that_left_is_noticed) {
  Audience audience;
  auto server = started(audience.handler());
  Client client(server->port());
  client.send(get("/stream"));
  ASSERT_TRUE(audience.await(1));
  client.read_until("\r\n\r\n");
  client.leave();
  EXPECT_TRUE(eventually([&] { return !audience.streams()[0]->open(); }));
  EXPECT_FALSE(audience.streams()[0]->send("tick", "1"));
  EXPECT_TRUE(eventually([&] { return server->figures().at("connections") == 0 && server->figures().at("streams") == 0; }));
}

TEST(Streaming, a_client_that_falls_behind_is_cut_and_the_sender_never_waits) {
  Audience audience;
  auto server = started(audience.handler());
  Client lazy(server->port());
  lazy.send(get("/stream"));
  ASSERT_TRUE(audience.await(1));
  auto stream = audience.streams()[0];
  std::string data(1000, 'x');
  auto began = std::chrono::steady_clock::now();
  int sent = 0;
  while (sent < 100'000 && stream->send("flood", data)) ++sent;
  EXPECT_LT(sent, 100'000);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
  EXPECT_FALSE(stream->open());
  EXPECT_TRUE(eventually([&] { return server->figures().at("connections") == 0; }));
}

TEST(Streaming, stopping_ends_streams_after_what_was_sent) {
  Audience audience;
  auto server = started(audience.handler());
  Client client(server->port());
  client.send(get("/stream"));
  ASSERT_TRUE(audience.await(1));
  audience.streams()[0]->send("last", "word");
  auto reader = std::thread([&] {
    EXPECT_TRUE(contains(client.read_all(), "event: last\ndata: word\n\n"));
    client.leave();
  });
  auto began = std::chrono::steady_clock::now();
  server->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 2s);
  reader.join();
  auto stream = audience.streams()[0];
  server.reset();
  EXPECT_FALSE(stream->send("after", "the server"));
}

TEST(Streaming, head_of_a_stream_opens_none) {
  Audience audience;
  auto server = started(audience.handler());
  Client client(server->port());
  client.send("HEAD /stream HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_TRUE(contains(client.read_all(), "Content-Type: text/event-stream"));
  EXPECT_TRUE(audience.streams().empty());
}

TEST(EventBuffer, a_line_break_cannot_start_another_field) {
  EventBuffer buffer(1000, [] {});
  buffer.send("a\nevent: b", "one\r\ntwo\nid: 3\rfour", "7\ndata: x");
  EXPECT_EQ(buffer.take(), "id: 7data: x\nevent: aevent: b\ndata: one\ndata: two\ndata: id: 3\ndata: four\n\n");
}

TEST(EventBuffer, bytes_being_written_still_count) {
  EventBuffer buffer(40, [] {});
  EXPECT_TRUE(buffer.send("", std::string(20, 'a'), ""));
  auto taken = buffer.take();
  EXPECT_FALSE(buffer.send("", std::string(20, 'b'), ""));
  EXPECT_TRUE(buffer.is_cut());
  EXPECT_EQ(buffer.take(), std::nullopt);
}

}  // namespace
}  // namespace zx::http
