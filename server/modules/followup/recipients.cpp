#include "modules/followup/recipients.hpp"

#include <algorithm>
#include <set>

namespace zx::followup {
namespace {

class Telling {
 public:
  explicit Telling(Day const& day) : day_(day) {}

  void tell(EmployeeId person, Standpoint as) {
    if (!day_.chart.works_here(person, day_.today)) {
      auto const line = day_.chart.reporting_line(person, day_.today);
      if (line.empty()) return;
      return tell(line.front(), Standpoint::supervisor);
    }
    auto const present = present_for(person, day_);
    bool const told = std::ranges::find(recipients, present, &Recipient::employee) != recipients.end();
    if (!told) recipients.push_back({present, as, present == person ? std::nullopt : std::optional(person)});
  }

  std::vector<Recipient> recipients;

 private:
  Day const& day_;
};

/// Whose superiors are meant.
EmployeeId subject_of(Circle const& circle) { return circle.receiver.value_or(circle.owner); }

std::optional<EmployeeId> supervisor_of(Circle const& circle, Day const& day) {
  auto const line = day.chart.reporting_line(subject_of(circle), day.today);
  return line.empty() ? std::nullopt : std::optional(line.front());
}

/// The head does not watch over their own things: then it is whom they report to.
std::optional<EmployeeId> head_over(Circle const& circle, Day const& day) {
  auto const subject = subject_of(circle);
  auto const own = day.chart.department_of(subject);
  auto const head = day.chart.head_of(circle.receiver || !circle.department ? own : circle.department, day.today);
  return head && *head != subject ? head : supervisor_of(circle, day);
}

std::optional<EmployeeId> above_head(Circle const& circle, Day const& day, std::int64_t level) {
  auto const head = head_over(circle, day);
  if (!head) return std::nullopt;
  auto line = day.chart.reporting_line(*head, day.today);
  std::erase(line, subject_of(circle));
  if (level < 1 || level > static_cast<std::int64_t>(line.size())) return std::nullopt;
  return line[static_cast<std::size_t>(level - 1)];
}

std::optional<EmployeeId> person_at(Standpoint who, Circle const& circle, Day const& day, std::int64_t level) {
  switch (who) {
    case Standpoint::owner: return circle.owner;
    case Standpoint::handler: return circle.handler;
    case Standpoint::receiver: return circle.receiver;
    case Standpoint::supervisor: return supervisor_of(circle, day);
    case Standpoint::department_head: return head_over(circle, day);
    case Standpoint::above: return above_head(circle, day, level);
  }
  return std::nullopt;
}

}  // namespace

EmployeeId present_for(EmployeeId person, Day const& day) {
  std::set<EmployeeId> seen{person};
  auto at = person;
  for (auto found = day.deputies.find(at); found != day.deputies.end(); found = day.deputies.find(at)) {
    if (!seen.insert(found->second).second || !day.chart.works_here(found->second, day.today)) return at;
    at = found->second;
  }
  return at;
}

bool is_escalation(std::vector<Recipient> const& recipients) {
  return std::ranges::any_of(recipients, [](auto const& recipient) { return is_above(recipient.as); });
}

std::vector<Recipient> recipients_at(Ladder const& ladder, std::int64_t rung, Circle const& circle, Day const& day) {
  auto const who = who_at(ladder, rung);
  auto const level = level_at(ladder, rung);
  bool const reaches_above = std::ranges::any_of(who, [&](auto each) { return is_above(each) && person_at(each, circle, day, level); });
  bool const speaks_to_owner = std::ranges::count(who, Standpoint::owner) > 0;
  Telling telling(day);
  // Whoever is the owner and something else too is told as the owner.
  if (reaches_above || speaks_to_owner) telling.tell(circle.owner, Standpoint::owner);
  for (auto standpoint : who)
    if (auto person = person_at(standpoint, circle, day, level)) telling.tell(*person, standpoint);
  return std::move(telling.recipients);
}

}  // namespace zx::followup
