#include "platform/http/rate_limit.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace zx::http {
namespace {

constexpr double milliseconds_an_hour = 3'600'000;

double refilled(double left, Allowance const& allowance, Milliseconds passed) {
  auto const came_back = static_cast<double>(std::max<std::int64_t>(passed.count(), 0)) * allowance.per_hour / milliseconds_an_hour;
  return std::min(allowance.burst, left + came_back);
}

}  // namespace

Result<void> RateLimit::take(std::string_view who, Allowance const& allowance, Instant now) {
  std::lock_guard lock(mutex_);
  auto found = buckets_.find(who);
  if (found == buckets_.end()) {
    if (buckets_.size() >= most_remembered) forget_some();
    found = buckets_.emplace(who, Bucket{allowance.burst, now}).first;
  }
  auto& bucket = found->second;
  bucket.left = refilled(bucket.left, allowance, now - bucket.at);
  bucket.at = now;
  if (bucket.left >= 1) {
    bucket.left -= 1;
    return {};
  }
  auto const wait = std::ceil((1 - bucket.left) * milliseconds_an_hour / allowance.per_hour / 1000);
  return Refusal::of(RefusalKind::too_many_requests, "request.too_many", {{"retry_after", std::to_string(static_cast<std::int64_t>(wait))}});
}

/// A quarter goes at once, so that a flood of addresses does not pay for this with each request.
void RateLimit::forget_some() {
  std::vector<Instant> times;
  times.reserve(buckets_.size());
  for (auto const& [who, bucket] : buckets_) times.push_back(bucket.at);
  auto const quarter = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 4);
  std::nth_element(times.begin(), quarter, times.end());
  std::erase_if(buckets_, [before = *quarter](auto const& each) { return each.second.at <= before; });
}

std::string asker_at(std::string_view remote_address) {
  std::string const text(remote_address);
  in6_addr address;
  if (text.find(':') == text.npos || inet_pton(AF_INET6, text.c_str(), &address) != 1) return text;
  if (IN6_IS_ADDR_V4MAPPED(&address)) return text;
  std::fill(address.s6_addr + 8, address.s6_addr + 16, 0);
  char network[INET6_ADDRSTRLEN];
  inet_ntop(AF_INET6, &address, network, sizeof network);
  return network;
}

}  // namespace zx::http
