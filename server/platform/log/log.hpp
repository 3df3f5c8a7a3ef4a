#pragma once
// Structured log lines: an event's stable name and its facts, never a formatted sentence.
//
//   log::info("followup.recorded", {{"id", id}, {"touch", 3}});
//
//   2026-11-20T09:00:00.000Z info    followup.recorded id=0199… touch=3
//   {"time":"2026-11-20T09:00:00.000Z","level":"info","event":"followup.recorded","id":"0199…","touch":3}
//
// No appraisal text, no password, no token: wrap what is secret in zx::Secret.

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "platform/base/time.hpp"
#include "platform/log/secret.hpp"

namespace zx::log {

enum class Level { debug, info, warning, error };
enum class Format { text, json };

std::optional<Level> level_from(std::string_view word);
std::optional<Format> format_from(std::string_view word);

/// A fact's value; anything with text() (ids, instants, dates) is logged as that text.
class Value {
 public:
  Value(bool value) : value_(value) {}
  Value(double value) : value_(value) {}
  Value(std::integral auto value) : value_(static_cast<std::int64_t>(value)) {}
  Value(char const* value) : value_(std::string(value)) {}
  Value(std::string_view value) : value_(std::string(value)) {}
  Value(std::string value) : value_(std::move(value)) {}
  Value(Secret const&) : value_(std::string(Secret::mask)) {}
  Value(Milliseconds value) : value_(value.count()) {}
  template <class T>
  requires requires(T const& value) {
    { value.text() } -> std::convertible_to<std::string>;
  }
  Value(T const& value) : value_(std::string(value.text())) {}

  std::variant<bool, std::int64_t, double, std::string> const& get() const { return value_; }

 private:
  std::variant<bool, std::int64_t, double, std::string> value_;
};

struct Field {
  std::string_view name;
  Value value;
};
using Fields = std::initializer_list<Field>;

struct Options {
  Format format = Format::text;
  Level level = Level::info;
  std::ostream* out = nullptr;  ///< instead of standard error, for tests; must outlive its use
};

/// Before it is called: text, level info, to standard error. Call it once at start, before other threads log.
void configure(Options const&);

/// Ask first only when the facts are expensive to gather.
bool enabled(Level);

void write(Level, std::string_view event, Fields = {});
inline void debug(std::string_view event, Fields fields = {}) { write(Level::debug, event, fields); }
inline void info(std::string_view event, Fields fields = {}) { write(Level::info, event, fields); }
inline void warning(std::string_view event, Fields fields = {}) { write(Level::warning, event, fields); }
inline void error(std::string_view event, Fields fields = {}) { write(Level::error, event, fields); }

}  // namespace zx::log
