#pragma once
// Short messages between the nodes on one PostgreSQL (LISTEN/NOTIFY) that nobody keeps: hints, never facts.
//
// They travel after the commit, in batches over a connection of their own. NOTIFY inside the writing transactions would
// make their commits wait for each other (PostgreSQL holds one lock over all of them): an eighth of the throughput with
// sixteen writers. What is lost with a connection or a process is made good by telling everybody that something was missed.

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace zx::db {

/// Connects by itself and again whenever the connection is lost.
class PostgresChannel {
 public:
  /// Called on the channel's own thread; must be quick and not throw.
  struct Ears {
    std::function<void(std::string_view message)> heard;            ///< from another node
    std::function<void()> missed;                                   ///< anything may have been said that did not arrive
    std::function<void(std::string const& reason)> lost = nullptr;  ///< the connection, for the log; it is tried again
  };

  /// `name` is an SQL identifier.
  PostgresChannel(std::string url, std::string name, Ears ears);
  ~PostgresChannel();
  PostgresChannel(PostgresChannel const&) = delete;
  PostgresChannel& operator=(PostgresChannel const&) = delete;

  void start();
  /// What was said before is sent first, if the connection is there.
  void stop();

  /// To all other nodes; never waits. One line of at most a few hundred bytes. From any thread.
  void say(std::string message);

  /// For /metrics: connected (0 or 1), said_total, heard_total, lost_total.
  std::map<std::string, double> figures() const;

 private:
  class Connection;

  void run();
  void converse(Connection& connection);
  void hear(Connection& connection);
  void send_waiting(Connection& connection);
  std::vector<std::string> take_waiting();
  void wake() const;
  /// Until it is woken or the time is over.
  void rest(int milliseconds);

  std::string const url_;
  std::string const name_;
  Ears const ears_;
  int const wake_;  ///< an eventfd
  std::thread thread_;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::vector<std::string> waiting_;
  std::atomic<bool> connected_{false};
  std::atomic<std::int64_t> said_{0}, heard_{0}, lost_{0};
};

}  // namespace zx::db
