#pragma once
// What goal cards do on others' events. Private to goal.

#include <vector>

#include "platform/events/events.hpp"

namespace zx::goal {

std::vector<events::Reaction> card_reactions();

}  // namespace zx::goal
