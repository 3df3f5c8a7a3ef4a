#pragma once
// Urging letters 督促函: numbered, in three tones, as a PDF to print and to send by e-mail. Sending one is itself a follow-up.

#include <optional>
#include <string>
#include <vector>

#include "modules/work/events.hpp"
#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/context.hpp"

namespace zx::work {

using LetterId = Id<struct UrgingLetterTag>;

/// 提醒, 催办, 督促
enum class Tone { reminder, firm, final };
BOOST_DESCRIBE_ENUM(Tone, reminder, firm, final)

/// Who is urged: whoever does the work, or whoever asked for it and has to do a part.
enum class LetterTo { handler, requester };
BOOST_DESCRIBE_ENUM(LetterTo, handler, requester)

struct LetterForm {
  Tone tone = Tone::reminder;
  std::optional<LetterTo> to;                ///< default handler
  std::optional<std::string> demand;         ///< what exactly is asked for
  std::optional<Date> answer_by;             ///< today or later
  std::optional<std::string> language;       ///< "zh" or "en"; default the actor's
  std::optional<bool> by_email;              ///< default false: printed and handed over
  std::optional<Instant> next_follow_up_at;  ///< needed to send, as with every follow-up; a preview goes without
};
BOOST_DESCRIBE_STRUCT(LetterForm, (), (tone, to, demand, answer_by, language, by_email, next_follow_up_at))

struct LetterView {
  LetterId id;
  std::string number;  ///< "D-2026-000012"
  Tone tone = Tone::reminder;
  LetterTo to = LetterTo::handler;
  std::string to_name;
  bool by_email = false;
  std::string demand;
  std::optional<Date> answer_by;
  std::string by_name;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(LetterView, (), (id, number, tone, to, to_name, by_email, demand, answer_by, by_name, at))

/// The owner and who may change the item; refuses work.letter_not_yours, work.closed, work.letter_to_oneself,
/// work.letter_no_requester, work.letter_no_address, work.letter_answer_past, and what followup::record refuses. Publishes
/// UrgingLetterSent.
Result<LetterView> send_letter(Context& ctx, WorkItemId id, LetterForm const& form);
/// The PDF as it would be, without a number. The same refusals.
Result<std::string> preview_letter(ReadContext const& ctx, WorkItemId id, LetterForm const& form);
/// Newest first; whoever sees the item.
Result<std::vector<LetterView>> letters(ReadContext const& ctx, WorkItemId id);

struct LetterFile {
  std::string name;  ///< "督促函_D-2026-000012.pdf"
  std::string pdf;
};
/// As it was sent. Refuses work.letter_not_found.
Result<LetterFile> letter_file(ReadContext const& ctx, WorkItemId item, LetterId id);

}  // namespace zx::work
