#pragma once
// What all connections of one server share.

#include <atomic>
#include <random>

#include "platform/http/server.hpp"
#include "platform/http/worker_pool.hpp"

namespace zx::http {

struct Edge {
  Edge(ServerOptions o, Handler h) : options(std::move(o)), handler(std::move(h)), pool(options.workers, options.queue), run_id(std::random_device{}()) {}

  ServerOptions const options;
  Handler const handler;
  std::atomic<bool> draining = false;
  std::atomic<int> connections = 0;
  std::atomic<int> streams = 0;
  std::atomic<std::uint64_t> rejected = 0;
  std::atomic<std::uint64_t> requests = 0;
  WorkerPool pool;
  std::uint32_t const run_id;

  /// Unique over restarts for all practical purposes; short enough for a person to read out.
  std::string next_request_id() {
    char text[32];
    int length = std::snprintf(text, sizeof text, "%08x-%06llx", run_id, static_cast<unsigned long long>(requests.fetch_add(1, std::memory_order_relaxed)));
    return {text, static_cast<std::size_t>(length)};
  }
};

}  // namespace zx::http
