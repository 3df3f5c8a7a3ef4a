#pragma once

#include <vector>

#include "platform/events/events.hpp"

namespace zx::followup {

std::vector<events::Reaction> reactions();

}  // namespace zx::followup
