#pragma once
// What work tells the others, after the fact.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/access/actor.hpp"
#include "platform/base/described.hpp"
#include "platform/base/uuid.hpp"

namespace zx::work {

using WorkItemId = Id<struct WorkItemTag>;
using HandoffId = Id<struct HandoffTag>;
using SeriesId = Id<struct SeriesTag>;

/// Somebody was offered the handling and has to answer.
struct HandoffOffered {
  static constexpr std::string_view event_name = "work.handoff_offered";
  WorkItemId work_item;
  std::string number;
  std::string title;
  HandoffId handoff;
  EmployeeId from;
  EmployeeId to;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(HandoffOffered, (), (work_item, number, title, handoff, from, to, note))

struct HandoffDeclined {
  static constexpr std::string_view event_name = "work.handoff_declined";
  WorkItemId work_item;
  std::string number;
  std::string title;
  HandoffId handoff;
  EmployeeId from;  ///< who gave it and keeps it
  EmployeeId to;    ///< who declined
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(HandoffDeclined, (), (work_item, number, title, handoff, from, to, reason))

/// One person has to look at what another did to an item: submitted (to the owner), returned (to the handler), a question
/// or another date asked for (to the owner), answered (to the handler), a delay report to approve, approved, refused.
struct AttentionAsked {
  static constexpr std::string_view event_name = "work.attention_asked";
  std::string occasion;    ///< "submitted", "returned", "question", "counter_date", "answered", "delay_report", …: text `notice.work.<occasion>`
  std::string occurrence;  ///< unique for ever
  WorkItemId work_item;
  std::string number;
  std::string title;
  EmployeeId by;
  EmployeeId to;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(AttentionAsked, (), (occasion, occurrence, work_item, number, title, by, to, note))

struct Commented {
  static constexpr std::string_view event_name = "work.commented";
  WorkItemId work_item;
  std::string number;
  std::string title;
  Uuid comment;
  EmployeeId by;
  std::vector<EmployeeId> mentioned;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Commented, (), (work_item, number, title, comment, by, mentioned, text))

struct HandoffAccepted {
  static constexpr std::string_view event_name = "work.handoff_accepted";
  WorkItemId work_item;
  HandoffId handoff;
  EmployeeId from;
  EmployeeId to;
};
BOOST_DESCRIBE_STRUCT(HandoffAccepted, (), (work_item, handoff, from, to))

/// A numbered letter left the house, or is printed and handed over.
struct UrgingLetterSent {
  static constexpr std::string_view event_name = "work.urging_letter_sent";
  WorkItemId work_item;
  std::string number;  ///< of the item
  std::string title;
  Uuid letter;
  std::string letter_number;
  std::string tone;  ///< text `work.tone.<tone>`
  std::string language;
  EmployeeId by;
  std::optional<EmployeeId> to;  ///< absent: somebody outside
  std::string to_name;
  std::optional<std::string> email;  ///< where it goes; absent: on paper only
};
BOOST_DESCRIBE_STRUCT(UrgingLetterSent, (), (work_item, number, title, letter, letter_number, tone, language, by, to, to_name, email))

/// Whoever asked for an item and has an e-mail address outside is written to: a message of ours, or a link to the status page.
struct RequesterWritten {
  static constexpr std::string_view event_name = "work.requester_written";
  WorkItemId work_item;
  std::string number;
  std::string title;
  Uuid letter;       ///< the message's id, or the link's
  std::string text;  ///< of the message; empty: the link alone
  std::string path;  ///< of the status page
  std::string language;
  EmployeeId by;
  std::string to_name;
  std::string email;
};
BOOST_DESCRIBE_STRUCT(RequesterWritten, (), (work_item, number, title, letter, text, path, language, by, to_name, email))

struct WorkItemClosed {
  static constexpr std::string_view event_name = "work.item_closed";
  WorkItemId work_item;
  std::string state;  ///< done or cancelled
  EmployeeId by;
};
BOOST_DESCRIBE_STRUCT(WorkItemClosed, (), (work_item, state, by))

}  // namespace zx::work
