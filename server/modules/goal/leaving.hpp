#pragma once
// What of goal's things people have in hand, for whoever hands it over when they leave. For app/, which collects it.

#include "modules/org/events.hpp"

namespace zx::goal {

std::vector<org::Holding> holdings();

}  // namespace zx::goal
