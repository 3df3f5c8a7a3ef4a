#include "app/serve.hpp"

#include <pthread.h>
#include <signal.h>

#include <filesystem>

#include "app/application.hpp"
#include "app/control.hpp"
#include "app/serving.hpp"
#include "platform/log/log.hpp"

namespace zx::app {
namespace {

/// Blocked in every thread made afterwards, so that one thread can wait for them.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  return signals;
}

std::string address_of(config::Config const& config, std::uint16_t port) {
  auto scheme = config.text("server.tls_certificate").empty() ? "http://" : "https://";
  return scheme + config.text("server.address") + ":" + std::to_string(port);
}

}  // namespace

ExitCode serve(config::Config config, Console& console, Catalogue const& texts) {
  auto signals = block_stop_signals();
  log::configure({.format = *log::format_from(config.text("log.format")), .level = *log::level_from(config.text("log.level"))});
  auto application = Application::open(std::move(config), SchemaPolicy::migrate);
  if (!application) return console.refuse(application.refusal(), texts);
  Serving serving(**application);
  serving.start();
  control::Listener control(**application);
  console.line(texts.text(console.language, "command.serve.started", {{"address", address_of((*application)->config(), serving.port())}}));
  int signal = 0;
  sigwait(&signals, &signal);
  log::info("server.stopping", {{"signal", signal}});
  control.stop();
  serving.stop();
  return ExitCode::success;
}

}  // namespace zx::app
