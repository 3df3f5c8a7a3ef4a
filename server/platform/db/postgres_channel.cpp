#include "platform/db/postgres_channel.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <system_error>
#include <utility>

#include "platform/db/postgres_connection.hpp"

namespace zx::db {
namespace {

constexpr int pause_between_batches = 20;  // milliseconds; a busy node says many things at once
constexpr int pause_before_retry = 1'000;  // milliseconds
constexpr int longest_silence = 30'000;    // milliseconds; then we ask whether the server is still there
constexpr std::size_t most_waiting = 10'000;
constexpr std::size_t longest_payload = 7'900;  // PostgreSQL takes less than 8000 bytes
/// Said instead of messages that are gone. No message is empty.
constexpr std::string_view missed_word = "";

int make_eventfd() {
  int descriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  return descriptor;
}

/// As many messages per payload as fit, one a line.
std::vector<std::string> payloads_of(std::vector<std::string> const& messages) {
  std::vector<std::string> payloads;
  for (auto const& message : messages) {
    if (payloads.empty() || payloads.back().size() + 1 + message.size() > longest_payload) payloads.push_back(message);
    else payloads.back().append("\n").append(message);
  }
  return payloads;
}

/// An empty text is one empty line.
template <class F>
void for_each_line(std::string_view text, F&& use) {
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    use(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  use(text);
}

}  // namespace

/// Outside of pipeline mode, unlike the pool's. Throws DatabaseError when it is lost.
class PostgresChannel::Connection {
 public:
  Connection(std::string const& url, std::string const& channel) {
    auto const text = postgres_connection_string(url);
    char const* keywords[] = {"application_name", "connect_timeout", "client_encoding", "tcp_user_timeout", "dbname", nullptr};
    char const* values[] = {"zhixing channel", "5", "UTF8", "10000", text.c_str(), nullptr};
    handle_.reset(PQconnectdbParams(keywords, values, 1));
    if (PQstatus(handle_.get()) != CONNECTION_OK) fail();
    PQsetNoticeProcessor(
        handle_.get(), [](void*, char const*) {}, nullptr);
    // A hint need not survive a crash, so its commit waits for no disk.
    run("SET synchronous_commit = off");
    run("LISTEN " + channel);
  }

  int socket() const { return PQsocket(handle_.get()); }

  void ping() { run("SELECT 1"); }

  void notify(std::string const& channel, std::string const& payload) {
    char const* values[] = {channel.c_str(), payload.c_str()};
    check(PQexecParams(handle_.get(), "SELECT pg_notify($1, $2)", 2, nullptr, values, nullptr, nullptr, 0));
  }

  /// Calls `use` with what others said.
  template <class F>
  void receive(F&& use) {
    if (!PQconsumeInput(handle_.get())) fail();
    while (auto* notification = PQnotifies(handle_.get())) {
      std::unique_ptr<PGnotify, void (*)(void*)> owned(notification, PQfreemem);
      if (notification->be_pid != PQbackendPID(handle_.get())) use(std::string_view(notification->extra));
    }
  }

 private:
  struct Close {
    void operator()(PGconn* handle) const { PQfinish(handle); }
  };

  void run(std::string const& sql) { check(PQexec(handle_.get(), sql.c_str())); }
  void check(PGresult* answer) {
    PostgresResult const result(answer);
    auto const status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail();
  }
  [[noreturn]] void fail() { throw DatabaseError(handle_ ? PQerrorMessage(handle_.get()) : "out of memory", true); }

  std::unique_ptr<PGconn, Close> handle_;
};

PostgresChannel::PostgresChannel(std::string url, std::string name, Ears ears)
    : url_(std::move(url)), name_(std::move(name)), ears_(std::move(ears)), wake_(make_eventfd()) {}

PostgresChannel::~PostgresChannel() {
  stop();
  ::close(wake_);
}

void PostgresChannel::start() {
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
}

void PostgresChannel::stop() {
  stopping_ = true;
  wake();
  if (thread_.joinable()) thread_.join();
}

void PostgresChannel::say(std::string message) {
  {
    std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting) waiting_.assign(1, std::string(missed_word));
    waiting_.push_back(std::move(message));
    if (waiting_.size() > 1) return;  // the thread knows already
  }
  wake();
}

std::map<std::string, double> PostgresChannel::figures() const {
  return {{"connected", connected_ ? 1.0 : 0.0},
          {"said_total", static_cast<double>(said_)},
          {"heard_total", static_cast<double>(heard_)},
          {"lost_total", static_cast<double>(lost_)}};
}

void PostgresChannel::run() {
  for (bool first = true; !stopping_; first = false) {
    try {
      Connection connection(url_, name_);
      connected_ = true;
      // What we had to say before may have died with an earlier process or connection, and so may what we were to hear.
      connection.notify(name_, std::string(missed_word));
      if (!first) ears_.missed();
      converse(connection);
    } catch (DatabaseError const& error) {
      connected_ = false;
      ++lost_;
      if (ears_.lost) ears_.lost(error.what());
      if (!stopping_) rest(pause_before_retry);
    }
  }
  connected_ = false;
}

void PostgresChannel::converse(Connection& connection) {
  while (true) {
    send_waiting(connection);
    hear(connection);
    if (stopping_) return;
    pollfd watched[] = {{connection.socket(), POLLIN, 0}, {wake_, POLLIN, 0}};
    auto ready = ::poll(watched, 2, longest_silence);
    if (ready == 0) connection.ping();
    if (watched[1].revents) rest(0);
  }
}

void PostgresChannel::hear(Connection& connection) {
  connection.receive([this](std::string_view payload) {
    for_each_line(payload, [this](std::string_view message) {
      if (message == missed_word) return ears_.missed();
      ++heard_;
      ears_.heard(message);
    });
  });
}

void PostgresChannel::send_waiting(Connection& connection) {
  auto messages = take_waiting();
  if (messages.empty()) return;
  for (auto const& payload : payloads_of(messages)) connection.notify(name_, payload);
  said_ += static_cast<std::int64_t>(messages.size());
  if (!stopping_) std::this_thread::sleep_for(std::chrono::milliseconds(pause_between_batches));
}

std::vector<std::string> PostgresChannel::take_waiting() {
  std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

void PostgresChannel::wake() const {
  std::uint64_t one = 1;
  [[maybe_unused]] auto written = ::write(wake_, &one, sizeof one);
}

void PostgresChannel::rest(int milliseconds) {
  pollfd watched{wake_, POLLIN, 0};
  ::poll(&watched, 1, milliseconds);
  std::uint64_t ignored = 0;
  [[maybe_unused]] auto read = ::read(wake_, &ignored, sizeof ignored);
}

}  // namespace zx::db
