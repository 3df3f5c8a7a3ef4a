#pragma once
// Writes iCalendar (RFC 5545) for feeds and invitations: strictly valid, since phones reject a calendar for one wrong line.
// Moments are UTC, so no VTIMEZONE is needed; whole days are dates without a zone.

#include <optional>
#include <string>
#include <vector>

#include "platform/base/time.hpp"

namespace zx::ical {

enum class Status { none, tentative, confirmed, cancelled, needs_action, in_process, completed };

struct Person {
  std::string name;
  std::string address;  ///< of mail
};

/// Texts are UTF-8; control characters but line ends and tabs are left out.
struct Entry {
  std::string uid;   ///< never changes; the same in every copy of the calendar
  Instant stamp;     ///< when this state of the entry was made
  int sequence = 0;  ///< grows with every change that others must notice
  std::string summary;
  std::string description;
  std::string location;
  std::string url;
  std::vector<std::string> categories;
  Status status = Status::none;
  std::optional<Person> organizer;
  std::vector<Person> attendees;
  std::optional<int> remind_minutes_before;  ///< of the start, of a task's due time
};

/// Either moments or whole days.
struct Event : Entry {
  Instant start;
  Instant end;                    ///< behind its last moment; not later than the start: an event without length
  std::optional<Date> first_day;  ///< set: whole days, and `start` and `end` do not count
  std::optional<Date> last_day;   ///< the last one that belongs to it; without it: one day
};

struct Task : Entry {
  std::optional<Instant> start;
  std::optional<Instant> due;
  std::optional<Instant> completed;
  int percent_complete = 0;
  int priority = 0;  ///< 1 highest … 9 lowest, 0 none
};

enum class Method { none, publish, request, cancel };

struct Calendar {
  std::string product;  ///< "-//Zhixing//Zhixing 1.0//ZH"
  std::string name;     ///< as calendar programs show it
  Method method = Method::publish;
  std::optional<int> refresh_hours;
  std::vector<Event> events;
  std::vector<Task> tasks;
};

/// With CRLF and lines of at most 75 octets. Throws std::invalid_argument for an entry without uid and for days that do not exist.
std::string write(Calendar const& calendar);

}  // namespace zx::ical
