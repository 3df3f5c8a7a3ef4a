#pragma once
// The running server: network edge, router, static files, live pages, dispatcher, scheduler, tasks.

#include <cstdint>
#include <memory>

#include "app/application.hpp"

namespace zx::app {

class Serving {
 public:
  explicit Serving(Application& application);
  ~Serving();
  /// Listens and starts the background threads; throws std::runtime_error when the port is taken.
  void start();
  std::uint16_t port() const;
  /// Finishes what was accepted, releases leases, joins.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zx::app
