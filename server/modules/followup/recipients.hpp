#pragma once
// Whom a rung tells. Pure: the chart and the deputies of the day in, recipients out.

#include <map>

#include "modules/followup/ladder.hpp"
#include "modules/org/org.hpp"

namespace zx::followup {

/// The people around one reminder.
struct Circle {
  EmployeeId owner;
  EmployeeId handler;
  std::optional<EmployeeId> receiver;  ///< of a handoff: then the people above are theirs
  std::optional<DepartmentId> department;
};

/// How the organization stands today.
struct Day {
  org::Chart const& chart;
  std::map<EmployeeId, EmployeeId> const& deputies;
  Date today;
};

/// A deputy may be away too: then it is theirs. Where everybody stands in for one another the last one is meant. Who is here stands
/// for themselves.
EmployeeId present_for(EmployeeId person, Day const& day);

/// Nobody twice; in place of who is away their deputy (or the deputy's), in place of who left the next one above. When anybody
/// above is told, the owner hears of it. Empty when the rung is only for people above and there are none.
std::vector<Recipient> recipients_at(Ladder const& ladder, std::int64_t rung, Circle const& circle, Day const& day);

/// Told as somebody above.
bool is_escalation(std::vector<Recipient> const& recipients);

}  // namespace zx::followup
