#pragma once
// How often somebody nobody knows may ask: for routes without a session. Kept in this process, so several nodes allow as
// many times more; the limits are against guessing and flooding, which several times more does not help.

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace zx::http {

/// `burst` at once; afterwards `per_hour` come back, spread evenly.
struct Allowance {
  double burst = 1;
  double per_hour = 1;
};

/// Thread-safe. Put one into ModuleMemory for each purpose.
class RateLimit {
 public:
  /// Takes one from what `who` has left. Refuses with too_many_requests "request.too_many" and {retry_after} in seconds.
  Result<void> take(std::string_view who, Allowance const& allowance, Instant now);

  /// How many are remembered at most; beyond it those who asked least lately are forgotten.
  static constexpr std::size_t most_remembered = 20'000;

 private:
  struct Bucket {
    double left = 0;
    Instant at;
  };
  void forget_some();

  std::mutex mutex_;
  std::map<std::string, Bucket, std::less<>> buckets_;
};

/// Whom an address stands for: an IPv4 address itself; of IPv6 the /64, because whoever has one address there has them all.
std::string asker_at(std::string_view remote_address);

}  // namespace zx::http
