#include "platform/db/programs.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "platform/db/database.hpp"
#include "platform/db/postgres_copy.hpp"

namespace zx::db {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_kept = 4000;  ///< bytes of complaints; the last ones say why

/// Debian keeps each version's programs in a folder of its own: the newest one reads every older server. Otherwise what PATH has.
std::string found(std::string const& name) {
  int newest = 0;
  std::error_code none;
  for (auto const& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
    auto const number = std::atoi(version.path().filename().c_str());
    if (number > newest && fs::exists(version.path() / "bin" / name, none)) newest = number;
  }
  return newest > 0 ? "/usr/lib/postgresql/" + std::to_string(newest) + "/bin/" + name : name;
}

std::vector<std::string> with(ProgramEnvironment const& wanted) {
  std::vector<std::string> all;
  for (char** entry = environ; entry && *entry; ++entry) {
    std::string_view const text(*entry);
    if (!wanted.contains(std::string(text.substr(0, text.find('='))))) all.emplace_back(text);
  }
  for (auto const& [name, value] : wanted) all.push_back(name + "=" + value);
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (auto& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

struct Pipe {
  int ends[2] = {-1, -1};
  Pipe() {
    if (pipe2(ends, O_CLOEXEC) != 0) throw DatabaseError(std::string("cannot make a pipe: ") + std::strerror(errno), false);
  }
  ~Pipe() {
    for (int end : ends)
      if (end >= 0) close(end);
  }
  void close_end(int which) { close(std::exchange(ends[which], -1)); }
};

/// Starts it with nothing to read, its complaints into the pipe, and no signal blocked: the server blocks those that stop it.
pid_t start(std::vector<std::string> words, std::vector<std::string> environment, int complaints) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, complaints, 2);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, pipe;
  sigemptyset(&none);
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &pipe);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t process = 0;
  auto const failed = posix_spawnp(&process, words.front().c_str(), &actions, &attributes, pointers(words).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (failed == ENOENT) throw ProgramMissing(words.front());
  if (failed != 0) throw DatabaseError("cannot run " + words.front() + ": " + std::strerror(failed), false);
  return process;
}

std::string read_to_the_end(int from) {
  std::string text;
  char block[1024];
  for (;;) {
    auto const count = read(from, block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(block, static_cast<std::size_t>(count));
    if (text.size() > 2 * most_kept) text.erase(0, text.size() - most_kept);
  }
}

int end_of(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
  return status;
}

}  // namespace

void run_postgres_program(std::string const& name, std::vector<std::string> const& arguments, ProgramEnvironment const& environment) {
  std::vector<std::string> words{found(name)};
  words.insert(words.end(), arguments.begin(), arguments.end());
  Pipe complaints;
  auto const process = start(std::move(words), with(environment), complaints.ends[1]);
  complaints.close_end(1);
  auto const said = read_to_the_end(complaints.ends[0]);
  auto const status = end_of(process);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw DatabaseError(name + " failed: " + said, false);
}

}  // namespace zx::db
