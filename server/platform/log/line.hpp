#pragma once
// One log line as text: pure, so that its escaping can be tested.

#include <string>
#include <string_view>

#include "platform/log/log.hpp"

namespace zx::log {

/// Without a line end. Whatever a fact contains, the result is one line of valid UTF-8 without control
/// characters: nobody can forge a line or steer the terminal of whoever reads it.
std::string line(Format, Instant, Level, std::string_view event, Fields);

}  // namespace zx::log
