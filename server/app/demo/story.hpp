#pragma once
// What happened to one work item of the demo company, step by step: data for `tell` (telling.hpp), which makes it true
// by running the real verbs at the times given here.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/work/work.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::app::demo {

/// Times told from today: the company has a half year behind it whenever it is loaded.
class Past {
 public:
  Past(std::shared_ptr<calendar::WorkingCalendar const> calendar, Instant now) : calendar_(std::move(calendar)), now_(now) {}

  /// `time` of the day so many working days from today; negative: ago. May be later than now.
  Instant operator()(int working_days, std::string_view time) const;
  /// So many working minutes before now.
  Instant ago(std::int64_t working_minutes) const { return after(now_, -working_minutes); }
  /// So many working minutes after `start`, in whole minutes.
  Instant after(Instant start, std::int64_t working_minutes) const;
  Instant now() const { return now_; }

 private:
  std::shared_ptr<calendar::WorkingCalendar const> calendar_;
  Instant now_;
};

enum class Act {
  follow_up,
  hand_over,
  accept,
  decline,
  withdraw,
  start,
  submit,
  close,
  return_,
  hold,
  resume,
  cancel,
  comment,
  report_delay,
  approve_delay,
  decline_delay
};

/// A follow-up's contents.
struct Touch {
  followup::Method method = followup::Method::phone;
  followup::Direction direction = followup::Direction::inward;
  std::string finding = {};
  std::string cause = {};
  std::string solution = {};
  std::string asked = {};  ///< by name
  std::optional<followup::Outcome> outcome = {};
  std::optional<std::int64_t> progress = {};
  std::optional<Instant> next = {};  ///< needed while the item is open
};

/// A delay report's contents.
struct Delay {
  work::DelayCause cause = work::DelayCause::people;
  std::vector<std::string> whys = {};
  std::string action = {};
  Instant until = {};  ///< the new due time
};

struct Step {
  Act act;
  Instant at;
  std::string who = {};               ///< by name; empty where only one person may: the receiver, the handler, the owner
  std::string text = {};              ///< note, reason, result or comment
  std::string to = {};                ///< the receiver of a handoff
  std::optional<Instant> until = {};  ///< of a hold
  Touch touch = {};
  Delay delay = {};
};

/// What a part of a plan waits for.
struct After {
  std::string title = {};        ///< of a story told before, with the same parent
  std::int64_t lag_minutes = 0;  ///< working minutes between
};

struct Story {
  std::string kind = "task";
  std::string title = {};
  std::string description = {};
  std::string why = {};
  std::string how = {};
  std::vector<std::string> standard = {};  ///< judged point by point when it is closed; the first is what a return finds fault with
  std::string consequence = {};
  std::string location = {};
  std::string requester = {};  ///< somebody outside; empty: whoever creates it
  std::string phone = {};      ///< the requester's
  std::string by = {};         ///< who creates it, by name
  std::string owner = {};      ///< default: `by`
  std::string handler = {};    ///< offered to; default: `by` keeps it
  std::int64_t importance = 2;
  Instant at = {};  ///< created
  std::optional<Instant> due = {};
  std::optional<Instant> next = {};  ///< first follow-up; default: the kind's cadence
  std::vector<std::string> tags = {};
  std::vector<std::string> participants = {};
  std::string parent = {};  ///< title of a story told before
  work::Source source = work::Source::manual;
  bool draft = false;
  std::optional<std::int64_t> estimate = {};  ///< working minutes
  std::vector<After> after = {};
  std::vector<Step> steps = {};  ///< in order of time; those later than now have not happened yet
};

Step follow_up(Instant at, std::string who, Touch touch);
Step hand_over(Instant at, std::string who, std::string to, std::string note);
Step accept(Instant at);
Step decline(Instant at, std::string reason);
Step withdraw(Instant at, std::string who);
Step start(Instant at);
Step submit(Instant at, std::string result);
Step close(Instant at, std::string note);
Step return_(Instant at, std::string reason);
Step hold(Instant at, std::string who, std::string reason, Instant until);
Step resume(Instant at, std::string who);
Step cancel(Instant at, std::string who, std::string reason);
Step report_delay(Instant at, std::string who, Delay delay);
Step approve_delay(Instant at, std::string who, std::string note);
Step decline_delay(Instant at, std::string who, std::string reason);
Step comment(Instant at, std::string who, std::string text);

// The stories written by hand, in the order in which parents come before their parts.
std::vector<Story> repair_stories(Past const& on);      ///< the opening scene, and what is stuck in the workshop
std::vector<Story> inspection_stories(Past const& on);  ///< the two rows of the printed follow-up sheet, the yearly fire check
std::vector<Story> renovation_stories(Past const& on);  ///< a plan of parts that wait for one another
std::vector<Story> service_stories(Past const& on);     ///< complaints, appointments, broadband
std::vector<Story> outreach_stories(Past const& on);    ///< whom the account managers try to win
std::vector<Story> delay_stories(Past const& on);       ///< what was late, why, and until when
std::vector<Story> office_stories(Past const& on);      ///< resolutions, procurement, training, money

}  // namespace zx::app::demo
