#pragma once

#include "platform/http/routes.hpp"

namespace zx::goal {

/// Cards in bulk and on paper.
void card_sheet_routes(http::Routes& routes);

}  // namespace zx::goal
