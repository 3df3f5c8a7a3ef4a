#pragma once
// The command line: parses arguments and runs one command.

#include <string>
#include <vector>

#include "app/application.hpp"
#include "app/console.hpp"

namespace zx::app {

/// `running` is the application of the server that runs the command for another process; otherwise the command opens
/// its own. When the data directory is held by a server of this machine, the command is handed to it (control.hpp).
ExitCode run_command(std::vector<std::string> const& arguments, Console& console, Application* running = nullptr);

}  // namespace zx::app
