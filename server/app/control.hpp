#pragma once
// While a server holds a data directory, its owner's commands run inside the server: the command's process sends its
// arguments, its language and whether somebody watches over <data>/control.sock (mode 0600) and prints what comes back.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/application.hpp"
#include "app/console.hpp"

namespace zx::app::control {

class Listener {
 public:
  explicit Listener(Application& application);
  ~Listener();
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Nothing when no server listens there.
std::optional<ExitCode> run_in_server(std::string const& data_directory, std::vector<std::string> const& arguments, Console& console);

}  // namespace zx::app::control
