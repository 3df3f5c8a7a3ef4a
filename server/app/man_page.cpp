#include "app/verbs.hpp"

namespace zx::app {
namespace {

/// Text that troff prints as it is.
std::string plain(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string shown(VerbOption const& option) {
  if (option.is_positional()) return "\\fI" + plain(option.name) + "\\fR";
  return "\\fB" + plain(option.name) + "\\fR" + (option.takes_value ? " \\fIvalue\\fR" : "");
}

void append_options(std::string& page, Verb const& verb) {
  if (verb.options.empty()) return;
  page += ".RS\n";
  for (auto const& option : verb.options) page += ".TP\n" + shown(option) + "\n" + plain(option.about) + (option.required ? " (required)" : "") + "\n";
  page += ".RE\n";
}

void append_verb(std::string& page, Verb const& verb, std::string const& before) {
  auto const name = before + " " + verb.name;
  if (verb.verbs.empty()) {
    page += ".TP\n.B " + plain(name) + "\n" + plain(verb.about) + ".\n";
    append_options(page, verb);
  }
  for (auto const& inner : verb.verbs) append_verb(page, inner, name);
}

constexpr std::string_view beginning = R"(.SH NAME
zhixing \- execution management: where does it stand now, and who knows?
.SH SYNOPSIS
.B zhixing
.I command
[\fIoptions\fR]
.SH DESCRIPTION
Zhixing keeps an organization's work items, follow\-ups, customers and goals, each with an owner and a next look.
.B zhixing serve
starts the server; the other commands work on the same data directory, inside the running server where there is one.
)";

constexpr std::string_view settings = R"(.SH SETTINGS
A setting comes from a flag, else from the environment (\fBZHIXING_SERVER_PORT\fR for server.port), else from the file given with
\fB\-\-config\fR, else it has its default.
.B zhixing config show
lists all of them with where each comes from.
.SH EXIT STATUS
0 done, 1 refused, 2 wrong usage, 3 broken, 4 the history was altered, 5 not found.
)";

}  // namespace

std::string man_page(std::vector<Verb> const& verbs, std::string_view version) {
  std::string page = ".TH ZHIXING 1 \"\" \"zhixing " + plain(version) + "\"\n" + std::string(beginning) + ".SH COMMANDS\n";
  for (auto const& verb : verbs) append_verb(page, verb, "zhixing");
  return page + std::string(settings);
}

}  // namespace zx::app
