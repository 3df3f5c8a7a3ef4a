#pragma once

#include <vector>

#include "platform/events/events.hpp"

namespace zx::notify {

std::vector<events::Reaction> reactions();

}  // namespace zx::notify
