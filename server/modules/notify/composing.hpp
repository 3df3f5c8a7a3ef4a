#pragma once
// A notice as somebody reads it: in the inbox, in a mail, in a group. Private to notify.

#include "modules/notify/store.hpp"
#include "modules/notify/transports.hpp"
#include "modules/notify/wording.hpp"

namespace zx::notify {

/// Who reads it.
struct Reader {
  std::string name;
  std::string language;
  std::string organization;
};

/// The page that shows the subject; empty while the organization has no public address.
std::string link_to(Services const& services, std::string_view subject_type, std::optional<Uuid> subject);

/// Why it came, as a sentence.
std::string reason_text(Catalogue const& texts, std::string_view reason, std::string_view reason_for, std::string_view language);

/// What became of a message: our own words are texts, what the other side said stays as it came.
std::string answer_text(Catalogue const& texts, std::string const& answer, std::string const& language);

/// What the placeholders of its template stand for.
Settings values_of(ReadContext const& ctx, store::NoticeRow const& notice, Reader const& reader);

Words words_of(ReadContext const& ctx, store::NoticeRow const& notice, Channel channel, Reader const& reader);

/// Title and number of a notice in one line, for digests.
std::string line_of(store::NoticeRow const& notice, std::string_view heading);

/// The text as the channel carries it: a mail's body with reason, link and the way to the settings around it; an SMS in one
/// line; a robot's as it is, for it shows title and link itself.
std::string text_for(Catalogue const& texts, Channel channel, Words const& words, Settings const& values, std::string_view language);

/// Fills the pattern with the message's values and puts it around as its channel and event ask for: subject, text, html and link.
void put_words(Catalogue const& texts, Words const& pattern, Message& message);

/// Ready to be sent. `merged`: the others that go in the same message.
Message compose(ReadContext const& ctx, store::DeliveryRow const& delivery, store::NoticeRow const& notice, std::vector<store::NoticeRow> const& merged);

}  // namespace zx::notify
