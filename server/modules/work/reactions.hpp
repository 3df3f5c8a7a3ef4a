#pragma once

#include "platform/events/events.hpp"

namespace zx::work {
std::vector<events::Reaction> reactions();
}
