#pragma once

#include "platform/http/routes.hpp"

namespace zx::followup {
void routes(http::Routes& routes);
}
