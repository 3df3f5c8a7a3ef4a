#include "platform/metrics/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <stdexcept>

namespace zx::metrics {

struct Registry::State {
  prometheus::Registry registry;
  std::mutex mutex;
  std::map<std::string, std::string> help_of;
  std::vector<std::function<void()>> refreshers;

  // The library would keep two families of one name, which no Prometheus accepts.
  void refuse_other_help(std::string const& name, std::string const& help) {
    std::lock_guard lock(mutex);
    auto const [known, added] = help_of.try_emplace(name, help);
    if (!added && known->second != help) throw std::invalid_argument("metric " + name + " has two help texts");
  }
};

void Counter::add(double amount) const { static_cast<prometheus::Counter*>(counter_)->Increment(amount); }
void Gauge::set(double value) const { static_cast<prometheus::Gauge*>(gauge_)->Set(value); }
void Gauge::add(double amount) const { static_cast<prometheus::Gauge*>(gauge_)->Increment(amount); }
void Histogram::observe(double value) const { static_cast<prometheus::Histogram*>(histogram_)->Observe(value); }

std::vector<double> const& latency_buckets() {
  static std::vector<double> const buckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
  return buckets;
}

Registry::Registry() : state_(std::make_unique<State>()) {}
Registry::~Registry() = default;

Counter Registry::counter(std::string const& name, std::string const& help, Labels const& labels) {
  state_->refuse_other_help(name, help);
  return Counter(&prometheus::BuildCounter().Name(name).Help(help).Register(state_->registry).Add(labels));
}

Gauge Registry::gauge(std::string const& name, std::string const& help, Labels const& labels) {
  state_->refuse_other_help(name, help);
  return Gauge(&prometheus::BuildGauge().Name(name).Help(help).Register(state_->registry).Add(labels));
}

Histogram Registry::histogram(std::string const& name, std::string const& help, std::vector<double> const& upper_bounds, Labels const& labels) {
  state_->refuse_other_help(name, help);
  return Histogram(&prometheus::BuildHistogram().Name(name).Help(help).Register(state_->registry).Add(labels, upper_bounds));
}

void Registry::before_exposition(std::function<void()> refresh) {
  std::lock_guard lock(state_->mutex);
  state_->refreshers.push_back(std::move(refresh));
}

std::string Registry::text() const {
  std::vector<std::function<void()>> refreshers;
  {
    std::lock_guard lock(state_->mutex);
    refreshers = state_->refreshers;
  }
  for (auto const& refresh : refreshers) refresh();
  return prometheus::TextSerializer().Serialize(state_->registry.Collect());
}

}  // namespace zx::metrics
