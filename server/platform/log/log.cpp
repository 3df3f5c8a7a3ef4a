#include "platform/log/log.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <atomic>
#include <memory>

#include "platform/log/line.hpp"

namespace zx::log {
namespace {

spdlog::level::level_enum library_level(Level level) {
  switch (level) {
    case Level::debug: return spdlog::level::debug;
    case Level::info: return spdlog::level::info;
    case Level::warning: return spdlog::level::warn;
    case Level::error: return spdlog::level::err;
  }
  return spdlog::level::err;
}

std::shared_ptr<spdlog::logger> logger_for(Options const& options) {
  spdlog::sink_ptr sink;
  if (options.out) sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(*options.out, /*force_flush=*/true);
  else sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  auto logger = std::make_shared<spdlog::logger>("zhixing", std::move(sink));
  // The library's own JSON pattern does not escape: the line comes finished.
  logger->set_pattern("%v");
  logger->set_level(library_level(options.level));
  return logger;
}

// The one global of the platform: a log line must be possible everywhere, also before configuration is read.
struct Output {
  std::shared_ptr<spdlog::logger> logger = logger_for({});
  std::atomic<Format> format = Format::text;
};

Output& output() {
  static Output output;
  return output;
}

}  // namespace

std::optional<Level> level_from(std::string_view text) {
  if (text == "debug") return Level::debug;
  if (text == "info") return Level::info;
  if (text == "warning") return Level::warning;
  if (text == "error") return Level::error;
  return std::nullopt;
}

std::optional<Format> format_from(std::string_view text) {
  if (text == "text") return Format::text;
  if (text == "json") return Format::json;
  return std::nullopt;
}

void configure(Options const& options) {
  output().logger = logger_for(options);
  output().format = options.format;
}

bool enabled(Level level) { return output().logger->should_log(library_level(level)); }

void write(Level level, std::string_view event, Fields fields) {
  if (!enabled(level)) return;
  auto const text = line(output().format, SystemClock().now(), level, event, fields);
  output().logger->log(library_level(level), spdlog::string_view_t(text.data(), text.size()));
}

}  // namespace zx::log
