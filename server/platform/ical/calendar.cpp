#include "platform/ical/calendar.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "platform/ical/content_lines.hpp"

namespace zx::ical {
namespace {

std::string_view word(Status status) {
  switch (status) {
    case Status::tentative: return "TENTATIVE";
    case Status::confirmed: return "CONFIRMED";
    case Status::cancelled: return "CANCELLED";
    case Status::needs_action: return "NEEDS-ACTION";
    case Status::in_process: return "IN-PROCESS";
    case Status::completed: return "COMPLETED";
    case Status::none: break;
  }
  return {};
}

std::string_view word(Method method) {
  switch (method) {
    case Method::publish: return "PUBLISH";
    case Method::request: return "REQUEST";
    case Method::cancel: return "CANCEL";
    case Method::none: break;
  }
  return {};
}

void add_word(ContentLines& lines, std::string_view name, std::string_view value) {
  if (!value.empty()) lines.add(name, value);
}

void add_person(ContentLines& lines, std::string_view role, Person const& person, std::string_view parameters) {
  auto const address = single_word(person.address);
  if (!address.empty())
    lines.add(fmt::format("{};CN={}{}", role, quoted_parameter(person.name.empty() ? address : person.name), parameters), "mailto:" + address);
}

void add_categories(ContentLines& lines, std::vector<std::string> const& categories) {
  std::string list;
  for (auto const& category : categories) list += (list.empty() ? "" : ",") + escaped(category);
  add_word(lines, "CATEGORIES", list);
}

/// `edge` is START, or END for what is due.
void add_alarm(ContentLines& lines, Entry const& entry, std::string_view edge) {
  if (!entry.remind_minutes_before) return;
  lines.add("BEGIN", "VALARM");
  lines.add("ACTION", "DISPLAY");
  lines.add_text("DESCRIPTION", entry.summary.empty() ? "!" : entry.summary);
  lines.add(fmt::format("TRIGGER;RELATED={}", edge), fmt::format("-PT{}M", *entry.remind_minutes_before));
  lines.add("END", "VALARM");
}

void add_entry(ContentLines& lines, Entry const& entry) {
  if (entry.uid.empty()) throw std::invalid_argument("an entry of a calendar needs a uid");
  lines.add("UID", escaped(entry.uid));
  lines.add_moment("DTSTAMP", entry.stamp);
  if (entry.sequence > 0) lines.add("SEQUENCE", std::to_string(entry.sequence));
  lines.add_text("SUMMARY", entry.summary);
  lines.add_text("DESCRIPTION", entry.description);
  lines.add_text("LOCATION", entry.location);
  add_word(lines, "URL", single_word(entry.url));
  add_categories(lines, entry.categories);
  add_word(lines, "STATUS", word(entry.status));
  if (entry.organizer) add_person(lines, "ORGANIZER", *entry.organizer, "");
  for (auto const& attendee : entry.attendees) add_person(lines, "ATTENDEE", attendee, ";ROLE=REQ-PARTICIPANT");
}

Date existing(Date day) {
  if (!day.valid()) throw std::invalid_argument("no such day: " + day.text());
  return day;
}

void add_span(ContentLines& lines, Event const& event) {
  if (event.first_day) {
    auto const last = existing(event.last_day.value_or(*event.first_day));
    lines.add_day("DTSTART", existing(*event.first_day));
    lines.add_day("DTEND", std::max(last, *event.first_day).plus_days(1));
    return;
  }
  lines.add_moment("DTSTART", event.start);
  if (event.end > event.start) lines.add_moment("DTEND", event.end);
}

void add_event(ContentLines& lines, Event const& event) {
  lines.add("BEGIN", "VEVENT");
  add_entry(lines, event);
  add_span(lines, event);
  add_alarm(lines, event, "START");
  lines.add("END", "VEVENT");
}

void add_task(ContentLines& lines, Task const& task) {
  lines.add("BEGIN", "VTODO");
  add_entry(lines, task);
  if (task.start && (!task.due || *task.start < *task.due)) lines.add_moment("DTSTART", *task.start);
  if (task.due) lines.add_moment("DUE", *task.due);
  if (task.completed) lines.add_moment("COMPLETED", *task.completed);
  if (task.percent_complete > 0) lines.add("PERCENT-COMPLETE", std::to_string(std::min(task.percent_complete, 100)));
  if (task.priority > 0) lines.add("PRIORITY", std::to_string(std::min(task.priority, 9)));
  if (task.due) add_alarm(lines, task, "END");
  lines.add("END", "VTODO");
}

}  // namespace

std::string write(Calendar const& calendar) {
  ContentLines lines;
  lines.add("BEGIN", "VCALENDAR");
  lines.add("VERSION", "2.0");
  lines.add("PRODID", escaped(calendar.product));
  lines.add("CALSCALE", "GREGORIAN");
  add_word(lines, "METHOD", word(calendar.method));
  lines.add_text("X-WR-CALNAME", calendar.name);
  if (calendar.refresh_hours) {
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", fmt::format("PT{}H", *calendar.refresh_hours));
    lines.add("X-PUBLISHED-TTL", fmt::format("PT{}H", *calendar.refresh_hours));
  }
  for (auto const& event : calendar.events) add_event(lines, event);
  for (auto const& task : calendar.tasks) add_task(lines, task);
  lines.add("END", "VCALENDAR");
  return std::move(lines).take();
}

}  // namespace zx::ical
