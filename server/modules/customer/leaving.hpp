#pragma once
// What of customer's things people have in hand, for whoever hands it over when they leave. For app/, which collects it.

#include "modules/org/events.hpp"

namespace zx::customer {

std::vector<org::Holding> holdings();

}  // namespace zx::customer
