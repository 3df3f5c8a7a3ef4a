#pragma once
// What of followup's things people have in hand, for whoever hands it over when they leave. For app/, which collects it.

#include "modules/org/events.hpp"

namespace zx::followup {

std::vector<org::Holding> holdings();

}  // namespace zx::followup
