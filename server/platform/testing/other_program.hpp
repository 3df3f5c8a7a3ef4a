#pragma once
// Another program as the judge of what we write: a reader of ours would share our mistakes.

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace zx::testing {

struct ProgramRun {
  int status = -1;
  std::string output;
};

/// Through the shell; standard error is not caught.
inline ProgramRun run_program(std::string const& command) {
  FILE* pipe = ::popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot run " + command);
  ProgramRun run;
  std::array<char, 4096> chunk;
  while (auto const size = std::fread(chunk.data(), 1, chunk.size(), pipe)) run.output.append(chunk.data(), size);
  int const status = ::pclose(pipe);
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return run;
}

inline bool has_program(std::string const& name) { return run_program("command -v " + name + " >/dev/null").status == 0; }

/// Debian's Python, not another one that stands earlier in PATH and lacks Debian's packages.
inline constexpr char const* python = "/usr/bin/python3";

inline bool has_python_module(std::string const& name) { return run_program(std::string(python) + " -c 'import " + name + "' 2>/dev/null").status == 0; }

}  // namespace zx::testing
