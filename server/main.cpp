#include "app/command_line.hpp"

int main(int count, char** arguments) {
  auto console = zx::app::process_console();
  return static_cast<int>(zx::app::run_command({arguments + 1, arguments + count}, console));
}
