#include "app/verbs.hpp"

namespace zx::app {
namespace {

std::string inner_words(Verb const& verb) {
  std::string words;
  for (auto const& inner : verb.verbs) words += inner.name + " ";
  for (auto const& option : verb.options)
    if (!option.is_positional()) words += option.name + " ";
  return words;
}

/// One entry of _describe: 'name:about'.
std::string described(std::string_view name, std::string_view about) {
  std::string entry = "'";
  for (char c : name) entry.append(c == ':' ? "\\:" : std::string(1, c));
  entry += ':';
  for (char c : about) entry.append(c == '\'' ? "'\\''" : c == ':' ? "\\:" : std::string(1, c));
  return entry + "'";
}

std::string described_verbs(std::vector<Verb> const& verbs) {
  std::string entries;
  for (auto const& verb : verbs) entries += " " + described(verb.name, verb.about);
  return entries;
}

std::string described_options(Verb const& verb) {
  std::string entries;
  for (auto const& option : verb.options)
    if (!option.is_positional()) entries += " " + described(option.name, option.about);
  return entries;
}

/// At `place` of the line stands one of the inner verbs; behind it, its options.
std::string zsh_case(Verb const& verb) {
  if (verb.verbs.empty()) return "    " + verb.name + ") options=(" + described_options(verb) + ") ;;\n";
  std::string script = "    " + verb.name + ")\n      if (( CURRENT == 3 )); then\n        verbs=(" + described_verbs(verb.verbs) +
                       ")\n        _describe command verbs\n        return\n      fi\n      case $words[3] in\n";
  for (auto const& inner : verb.verbs) script += "    " + zsh_case(inner);
  return script + "      esac ;;\n";
}

}  // namespace

std::string bash_completion(std::vector<Verb> const& verbs) {
  std::string words, script = "_zhixing() {\n  local cur=${COMP_WORDS[COMP_CWORD]}\n  case ${COMP_WORDS[1]} in\n";
  for (auto const& verb : verbs) {
    words += verb.name + " ";
    if (verb.verbs.empty()) {
      script += "    " + verb.name + ") COMPREPLY=($(compgen -W \"" + inner_words(verb) + "\" -f -- \"$cur\")) ;;\n";
      continue;
    }
    script += "    " + verb.name + ")\n      case ${COMP_WORDS[2]} in\n";
    for (auto const& inner : verb.verbs) {
      script += "        " + inner.name + ") [[ $COMP_CWORD -gt 2 ]] && COMPREPLY=($(compgen -W \"" + inner_words(inner) + "\" -f -- \"$cur\")) ;;\n";
    }
    script += "      esac\n      [[ $COMP_CWORD -eq 2 ]] && COMPREPLY=($(compgen -W \"" + inner_words(verb) + "\" -- \"$cur\")) ;;\n";
  }
  return script + "    *) COMPREPLY=($(compgen -W \"" + words + "\" -- \"$cur\")) ;;\n  esac\n}\ncomplete -F _zhixing zhixing\n";
}

/// Works from a folder of $fpath as `_zhixing`, and sourced after compinit.
std::string zsh_completion(std::vector<Verb> const& verbs) {
  std::string script = "#compdef zhixing\n_zhixing() {\n  local -a verbs options\n  if (( CURRENT == 2 )); then\n    verbs=(" + described_verbs(verbs) +
                       ")\n    _describe command verbs\n    return\n  fi\n  case $words[2] in\n";
  for (auto const& verb : verbs) script += zsh_case(verb);
  return script +
         "  esac\n  _describe -o option options\n  _files\n}\n"
         "if [ \"$funcstack[1]\" = _zhixing ]; then _zhixing \"$@\"; else compdef _zhixing zhixing; fi\n";
}

}  // namespace zx::app
