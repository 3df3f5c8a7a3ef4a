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

class Page {
 public:
  Page(Catalogue const& texts, std::string_view language) : texts_(texts), language_(language) {}

  std::string of(std::vector<Verb> const& verbs, std::string_view version) {
    page_ = ".TH ZHIXING 1 \"\" \"zhixing " + plain(version) + "\"\n";
    heading("man.name", "zhixing \\- " + say("man.about"));
    heading("man.synopsis", ".B zhixing\n.I " + say("man.command") + "\n[\\fI" + say("man.options") + "\\fR]");
    heading("man.description", say("man.describing"));
    heading("man.commands", "");
    for (auto const& verb : verbs) append(verb, "zhixing");
    heading("man.settings", say("man.setting"));
    heading("man.exit_status", say("man.exiting"));
    return std::move(page_);
  }

 private:
  std::string say(std::string_view code) const { return plain(texts_.text(language_, code)); }

  void heading(std::string_view code, std::string const& text) { page_ += ".SH " + say(code) + "\n" + text + (text.empty() ? "" : "\n"); }

  std::string shown(VerbOption const& option) const {
    if (option.is_positional()) return "\\fI" + plain(option.name) + "\\fR";
    return "\\fB" + plain(option.name) + "\\fR" + (option.takes_value ? " \\fI" + say("man.value") + "\\fR" : "");
  }

  void append_options(Verb const& verb) {
    if (verb.options.empty()) return;
    page_ += ".RS\n";
    for (auto const& option : verb.options)
      page_ += ".TP\n" + shown(option) + "\n" + plain(option.about) + (option.required ? " " + say("man.required") : "") + "\n";
    page_ += ".RE\n";
  }

  void append(Verb const& verb, std::string const& before) {
    auto const name = before + " " + verb.name;
    if (verb.verbs.empty()) {
      page_ += ".TP\n.B " + plain(name) + "\n" + plain(verb.about) + "\n";
      append_options(verb);
    }
    for (auto const& inner : verb.verbs) append(inner, name);
  }

  Catalogue const& texts_;
  std::string_view const language_;
  std::string page_;
};

}  // namespace

std::string man_page(std::vector<Verb> const& verbs, std::string_view version, Catalogue const& texts, std::string_view language) {
  return Page(texts, language).of(verbs, version);
}

}  // namespace zx::app
