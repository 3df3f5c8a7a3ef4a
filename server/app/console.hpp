#pragma once
// Where a command writes. The same command may run in the process the person started or, when the server holds the
// data directory, inside the server on that process's behalf.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "platform/base/json.hpp"
#include "platform/base/result.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::app {

/// What a command ends with; documented in docs/running.md.
enum class ExitCode { success = 0, refused = 1, usage = 2, broken = 3, audit_failed = 4, not_found = 5 };

class Console {
 public:
  using Write = std::function<void(std::string_view)>;

  /// `progress` draws a bar on the error stream when somebody is watching.
  Console(Write out, Write error, bool watched) : out_(std::move(out)), error_(std::move(error)), watched_(watched) {}

  bool json = false;
  std::string language = "zh";

  /// One result: the view as JSON with --json, otherwise the text.
  template <class View>
  void answer(View const& view, std::string_view text) {
    out_(json ? to_json(view) : std::string(text));
    out_("\n");
  }
  void line(std::string_view text) {
    out_(text);
    out_("\n");
  }
  void raw(std::string_view bytes) { out_(bytes); }
  void complain_raw(std::string_view bytes) { error_(bytes); }
  void complain(std::string_view text) {
    error_(text);
    error_("\n");
  }
  /// A refusal as text with its fields, or as a problem object with --json (on the error stream either way).
  ExitCode refuse(Refusal const& refusal, Catalogue const& texts);
  void progress(std::int64_t done, std::int64_t total);
  bool watched() const { return watched_; }

 private:
  Write out_;
  Write error_;
  bool watched_;
  int shown_percent_ = -1;
};

/// Standard output and error of this process.
Console process_console();

}  // namespace zx::app
