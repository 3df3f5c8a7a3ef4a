#pragma once
// Numbers about the running process, in the format Prometheus reads. Names: "zhixing_http_requests_total",
// base units (seconds, bytes), "_total" on counters.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zx::metrics {

/// Few and bounded values only (a route, a status class): every combination is kept forever. Never an id.
using Labels = std::map<std::string, std::string>;

/// The handles are as small as a pointer and live as long as their Registry. Get them once and keep them: getting one
/// takes a lock, using one is an atomic addition (for histograms a short uncontended lock).
class Counter {
 public:
  /// Negative amounts are ignored: counters only rise.
  void add(double amount = 1) const;

 private:
  friend class Registry;
  explicit Counter(void* counter) : counter_(counter) {}
  void* counter_;
};

class Gauge {
 public:
  void set(double value) const;
  void add(double amount = 1) const;

 private:
  friend class Registry;
  explicit Gauge(void* gauge) : gauge_(gauge) {}
  void* gauge_;
};

class Histogram {
 public:
  void observe(double value) const;

 private:
  friend class Registry;
  explicit Histogram(void* histogram) : histogram_(histogram) {}
  void* histogram_;
};

/// Request latencies in seconds, 1 ms to 10 s.
std::vector<double> const& latency_buckets();

class Registry {
 public:
  Registry();
  ~Registry();
  Registry(Registry const&) = delete;
  Registry& operator=(Registry const&) = delete;

  /// The same name and labels give the same metric. A name already used for another kind or with another help text,
  /// or one Prometheus does not accept, throws std::invalid_argument: a programming error.
  Counter counter(std::string const& name, std::string const& help, Labels const& labels = {});
  Gauge gauge(std::string const& name, std::string const& help, Labels const& labels = {});
  Histogram histogram(std::string const& name, std::string const& help, std::vector<double> const& upper_bounds = latency_buckets(), Labels const& labels = {});

  /// Runs before every exposition: for gauges that are looked up when asked (queue depth, age of the last backup).
  void before_exposition(std::function<void()> refresh);

  /// Text format 0.0.4: answer with content type "text/plain; version=0.0.4; charset=utf-8".
  std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace zx::metrics
