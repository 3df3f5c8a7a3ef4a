#include "app/console.hpp"

#include <unistd.h>

#include <cstdio>

namespace zx::app {
namespace {

struct ShownField {
  std::string field;
  std::string code;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(ShownField, (), (field, code, message))

struct ShownRefusal {
  std::string code;
  std::string title;
  std::vector<ShownField> errors;
};
BOOST_DESCRIBE_STRUCT(ShownRefusal, (), (code, title, errors))

ShownRefusal shown(Refusal const& refusal, Catalogue const& texts, std::string_view language) {
  ShownRefusal shown{refusal.code, texts.text(language, refusal.code, refusal.arguments), {}};
  for (auto const& field : refusal.fields) shown.errors.push_back({field.path, field.code, texts.text(language, field.code, field.arguments)});
  return shown;
}

void write_to(std::FILE* file, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), file);
  std::fflush(file);
}

}  // namespace

ExitCode Console::refuse(Refusal const& refusal, Catalogue const& texts) {
  auto view = shown(refusal, texts, language);
  if (json) {
    complain(to_json(view));
  } else {
    complain(view.title + " [" + view.code + "]");
    for (auto const& error : view.errors) complain("  " + error.field + ": " + error.message + " [" + error.code + "]");
  }
  return refusal.kind == RefusalKind::not_found ? ExitCode::not_found : ExitCode::refused;
}

void Console::progress(std::int64_t done, std::int64_t total) {
  if (!watched_ || json || total <= 0) return;
  auto percent = static_cast<int>(done * 100 / total);
  if (percent == shown_percent_) return;
  shown_percent_ = percent;
  std::string bar(static_cast<std::size_t>(percent) * 40 / 100, '#');
  bar.resize(40, '.');
  error_("\r[" + bar + "] " + std::to_string(percent) + "% (" + std::to_string(done) + "/" + std::to_string(total) + ")" + (done >= total ? "\n" : ""));
}

Console process_console() {
  return Console([](std::string_view text) { write_to(stdout, text); }, [](std::string_view text) { write_to(stderr, text); }, isatty(STDERR_FILENO) == 1);
}

}  // namespace zx::app
