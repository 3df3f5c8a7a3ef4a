#pragma once
// Publishing by the thousand.

#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"

namespace zx::events {

/// As publish_json, of many events with one name; they stay in their order.
void publish_many(Context const& ctx, std::string_view name, std::vector<std::string> payloads);

}  // namespace zx::events
