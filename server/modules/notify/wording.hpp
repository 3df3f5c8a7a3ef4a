#pragma once
// From a template to the words somebody reads. Templates only insert: what a value contains is never looked at again.

#include <string>
#include <string_view>
#include <vector>

#include "modules/notify/notify.hpp"

namespace zx::notify {

struct Words {
  std::string subject;
  std::string body;
};

/// Puts the values into `{name}`; an unknown name stays as it is. A line whose placeholders are all empty is left out.
std::string fill(std::string_view pattern, Settings const& values);
Words fill(Words const& pattern, Settings const& values);

/// The names between braces, each once.
std::vector<std::string> placeholders_in(std::string_view pattern);

/// The shipped wording: notice.<event>.<channel>.subject/.body where there is one, else notice.<event>.subject/.body.
Words default_words(Catalogue const& texts, std::string_view event, Channel channel, std::string_view language);

/// The organization's own wording, else the shipped one.
Words words_for(ReadContext const& ctx, std::string_view event, Channel channel, std::string_view language);

/// One line without control characters, at most `characters` long: for subjects.
std::string one_line(std::string_view text, std::size_t characters = 200);

/// "2026-11-20 17:00" where the organization is.
std::string local_text(Instant at, std::string_view time_zone);

}  // namespace zx::notify
