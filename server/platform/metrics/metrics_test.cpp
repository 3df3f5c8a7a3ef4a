#include "platform/metrics/metrics.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

namespace zx::metrics {
namespace {

bool has_line(std::string const& text, std::string const& line) { return ("\n" + text).find("\n" + line + "\n") != std::string::npos; }

TEST(Metrics, a_counter_is_exposed_with_help_type_and_labels) {
  Registry registry;
  auto const requests = registry.counter("zhixing_http_requests_total", "Requests answered.", {{"route", "/api/v1/goals"}, {"status", "2xx"}});
  requests.add();
  requests.add(2);
  auto const text = registry.text();
  EXPECT_TRUE(has_line(text, "# HELP zhixing_http_requests_total Requests answered.")) << text;
  EXPECT_TRUE(has_line(text, "# TYPE zhixing_http_requests_total counter")) << text;
  EXPECT_TRUE(has_line(text, "zhixing_http_requests_total{route=\"/api/v1/goals\",status=\"2xx\"} 3")) << text;
}

TEST(Metrics, the_same_name_and_labels_are_the_same_metric) {
  Registry registry;
  registry.gauge("zhixing_queue_depth", "Waiting.").set(3);
  registry.gauge("zhixing_queue_depth", "Waiting.").add(-1);
  EXPECT_TRUE(has_line(registry.text(), "zhixing_queue_depth 2")) << registry.text();
}

TEST(Metrics, a_histogram_counts_cumulatively) {
  Registry registry;
  auto const latency = registry.histogram("zhixing_seconds", "Latency.", {0.1, 1});
  for (double seconds : {0.05, 0.5, 5.0}) latency.observe(seconds);
  auto const text = registry.text();
  EXPECT_TRUE(has_line(text, "zhixing_seconds_bucket{le=\"0.1\"} 1")) << text;
  EXPECT_TRUE(has_line(text, "zhixing_seconds_bucket{le=\"1\"} 2")) << text;
  EXPECT_TRUE(has_line(text, "zhixing_seconds_bucket{le=\"+Inf\"} 3")) << text;
  EXPECT_TRUE(has_line(text, "zhixing_seconds_count 3")) << text;
}

TEST(Metrics, label_values_are_escaped) {
  Registry registry;
  registry.counter("zhixing_x_total", "X.", {{"name", "a\"b\\c\nd"}}).add();
  EXPECT_TRUE(has_line(registry.text(), "zhixing_x_total{name=\"a\\\"b\\\\c\\nd\"} 1")) << registry.text();
}

TEST(Metrics, one_name_cannot_mean_two_things) {
  Registry registry;
  registry.counter("zhixing_y_total", "Y.");
  EXPECT_THROW(registry.counter("zhixing_y_total", "Another."), std::invalid_argument);
  EXPECT_THROW(registry.gauge("zhixing_y_total", "Y."), std::invalid_argument);
  EXPECT_THROW(registry.counter("not a name", "Z."), std::invalid_argument);
}

TEST(Metrics, looked_up_gauges_are_refreshed_before_they_are_shown) {
  Registry registry;
  auto const depth = registry.gauge("zhixing_depth", "Depth.");
  int asked = 0;
  registry.before_exposition([&] { depth.set(++asked * 10); });
  EXPECT_TRUE(has_line(registry.text(), "zhixing_depth 10"));
  EXPECT_TRUE(has_line(registry.text(), "zhixing_depth 20"));
}

TEST(Metrics, no_count_is_lost_between_threads) {
  Registry registry;
  auto const total = registry.counter("zhixing_z_total", "Z.");
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 10'000; ++i) total.add();
    });
  for (auto& thread : threads) thread.join();
  EXPECT_TRUE(has_line(registry.text(), "zhixing_z_total 40000")) << registry.text();
}

}  // namespace
}  // namespace zx::metrics
