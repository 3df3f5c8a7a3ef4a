#include "app/control.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <thread>

#include "app/command_line.hpp"
#include "platform/log/log.hpp"

namespace zx::app::control {
namespace {

constexpr std::size_t longest_message = 64u << 20;
constexpr timeval patience{.tv_sec = 10, .tv_usec = 0};  ///< with a client that neither sends nor reads

/// What the client asks for, and what the server's own environment cannot know.
struct Asked {
  std::vector<std::string> arguments;
  std::string language;
  bool watched = false;  ///< somebody looks at the error stream
};
BOOST_DESCRIBE_STRUCT(Asked, (), (arguments, language, watched))

/// The wire: each message is a kind, a length and that many bytes. Kinds: 'a' what is asked for (JSON), then 'o' output,
/// 'e' error output, 'x' exit code.
class Wire {
 public:
  explicit Wire(int descriptor) : descriptor_(descriptor) {}
  ~Wire() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  Wire(Wire const&) = delete;
  Wire& operator=(Wire const&) = delete;

  void lose_patience() const {
    for (auto direction : {SO_RCVTIMEO, SO_SNDTIMEO}) setsockopt(descriptor_, SOL_SOCKET, direction, &patience, sizeof patience);
  }

  /// After the first failure nothing more is tried.
  bool send(char kind, std::string_view bytes) {
    auto length = static_cast<std::uint32_t>(bytes.size());
    char head[5] = {kind};
    std::memcpy(head + 1, &length, 4);
    intact_ = intact_ && write_all({head, 5}) && write_all(bytes);
    return intact_;
  }

  struct Message {
    char kind = 0;
    std::string bytes;
  };
  std::optional<Message> receive() const {
    char head[5];
    if (!read_all(head, 5)) return std::nullopt;
    std::uint32_t length = 0;
    std::memcpy(&length, head + 1, 4);
    if (length > longest_message) return std::nullopt;
    Message message{head[0], std::string(length, '\0')};
    if (!read_all(message.bytes.data(), length)) return std::nullopt;
    return message;
  }

 private:
  bool write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      auto written = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }
  bool read_all(char* to, std::size_t wanted) const {
    while (wanted > 0) {
      auto got = ::read(descriptor_, to, wanted);
      if (got <= 0) return false;
      to += got;
      wanted -= static_cast<std::size_t>(got);
    }
    return true;
  }

  int descriptor_;
  bool intact_ = true;
};

std::string socket_path(std::string const& data_directory) { return (std::filesystem::path(data_directory) / "control.sock").string(); }

/// A socket address holds 107 bytes; a longer path has no control socket.
std::optional<sockaddr_un> address_of(std::string const& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) return std::nullopt;
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return address;
}

void answer(Application& application, Wire& wire) {
  auto request = wire.receive();
  if (!request || request->kind != 'a') return;
  auto asked = from_json<Asked>(request->bytes);
  if (!asked) return;
  Console console([&](std::string_view text) { wire.send('o', text); }, [&](std::string_view text) { wire.send('e', text); }, asked->watched);
  console.language = asked->language;
  auto code = run_command(asked->arguments, console, &application);
  wire.send('x', std::to_string(static_cast<int>(code)));
}

}  // namespace

struct Listener::Impl {
  Application& application;
  std::string path;
  int descriptor = -1;
  std::atomic<bool> stopping = false;
  std::thread thread;
  std::mutex mutex;
  int connection = -1;  ///< whose command runs now

  Impl(Application& app, std::string socket) : application(app), path(std::move(socket)) {}

  void listen() {
    auto address = address_of(path);
    descriptor = address ? socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0) : -1;
    unlink(path.c_str());
    auto mask = umask(0177);
    bool bound = descriptor >= 0 && bind(descriptor, reinterpret_cast<sockaddr*>(&*address), sizeof(*address)) == 0 && ::listen(descriptor, 8) == 0;
    umask(mask);
    if (!bound) {
      log::warning("control.unavailable", {{"path", path}, {"error", std::strerror(errno)}});
      return;
    }
    thread = std::thread([this] { accept_loop(); });
  }

  /// One command after the other: they are rare and short.
  void accept_loop() {
    while (!stopping) {
      pollfd ready{descriptor, POLLIN, 0};
      if (poll(&ready, 1, 200) <= 0) continue;
      if (int accepted = accept4(descriptor, nullptr, nullptr, SOCK_CLOEXEC); accepted >= 0) serve(accepted);
    }
  }

  void serve(int accepted) {
    Wire wire(accepted);
    wire.lose_patience();
    if (!hold(accepted)) return;
    answer(application, wire);
    hold(-1);
  }

  /// False when the server stops: nobody would end the connection then.
  bool hold(int descriptor_or_none) {
    std::lock_guard lock(mutex);
    connection = stopping ? -1 : descriptor_or_none;
    return !stopping;
  }

  /// Ends the waiting for a client; a command that runs is not interrupted.
  void hang_up() {
    std::lock_guard lock(mutex);
    stopping = true;
    if (connection >= 0) shutdown(connection, SHUT_RDWR);
  }
};

Listener::Listener(Application& application) : impl_(std::make_unique<Impl>(application, socket_path(application.services().data_directory))) {
  impl_->listen();
}

Listener::~Listener() { stop(); }

void Listener::stop() {
  impl_->hang_up();
  if (impl_->thread.joinable()) impl_->thread.join();
  if (impl_->descriptor >= 0) {
    close(impl_->descriptor);
    unlink(impl_->path.c_str());
    impl_->descriptor = -1;
  }
}

std::optional<ExitCode> run_in_server(std::string const& data_directory, std::vector<std::string> const& arguments, Console& console) {
  auto address = address_of(socket_path(data_directory));
  if (!address) return std::nullopt;
  int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return std::nullopt;
  Wire wire(descriptor);
  if (connect(descriptor, reinterpret_cast<sockaddr*>(&*address), sizeof(*address)) != 0) return std::nullopt;
  if (!wire.send('a', to_json(Asked{arguments, console.language, console.watched()}))) return std::nullopt;
  while (auto message = wire.receive()) {
    if (message->kind == 'o') console.raw(message->bytes);
    if (message->kind == 'e') console.complain_raw(message->bytes);
    if (message->kind == 'x') return static_cast<ExitCode>(std::stoi(message->bytes));
  }
  return ExitCode::broken;
}

}  // namespace zx::app::control
