#pragma once
// A message as a letter to look at, beside its text: made from the same words, without pictures or anything else from outside.
// Private to notify.

#include <string>

namespace zx::notify {

struct Letter {
  std::string language;
  std::string heading;
  std::string greeting;  ///< empty = none, as the rest
  std::string body;      ///< text: empty lines part paragraphs, lines beginning with "· " are a list
  std::string link;
  std::string link_text;
  std::string foot;  ///< why it came, and how to get fewer
};

/// Everything in it is escaped; readable in light and in dark, by programs that know no styles too.
std::string html_of(Letter const& letter);

}  // namespace zx::notify
