#pragma once
// Keeps a flood of sign-ins from taking all memory and all processors: every hash needs 19 MiB for some 30 ms.

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/result.hpp"

namespace zx::auth {

/// Thread-safe. Work is done on the caller's thread, which waits for its turn; never call it inside a transaction.
/// When too many wait already, everything refuses with unavailable "auth.busy".
class HashPool {
 public:
  struct Limits {
    int at_once = 2;
    int waiting = 64;
  };

  HashPool() : HashPool(Limits{}) {}
  explicit HashPool(Limits limits) : limits_(limits) {}
  HashPool(HashPool const&) = delete;

  Result<std::string> hash(std::string_view password);
  /// Without a hash (no such person) it is false, after the same time as a wrong password: the answer's speed tells nothing.
  Result<bool> verify(std::optional<std::string_view> hash, std::string_view password);

 private:
  class Turn;

  Limits const limits_;
  std::mutex mutex_;
  std::condition_variable freed_;
  int running_ = 0;
  int waiting_ = 0;
};

}  // namespace zx::auth
