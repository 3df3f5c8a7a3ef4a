#pragma once

#include "app/console.hpp"
#include "platform/config/config.hpp"

namespace zx::app {

/// Serves until SIGTERM or SIGINT, then stops gracefully.
ExitCode serve(config::Config config, Console& console, Catalogue const& texts);

}  // namespace zx::app
