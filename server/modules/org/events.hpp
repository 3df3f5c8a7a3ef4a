#pragma once
// What org tells the others, after the fact, and what it asks them when somebody leaves (holdings.hpp).

#include <string>
#include <string_view>

#include "modules/org/holdings.hpp"
#include "platform/access/actor.hpp"
#include "platform/base/described.hpp"
#include "platform/base/uuid.hpp"

namespace zx::org {

/// Working hours, holidays or the time zone are others now: what was computed in working time ahead no longer holds.
struct CalendarChanged {
  static constexpr std::string_view event_name = "org.calendar_changed";
  OrganizationId organization;
};
BOOST_DESCRIBE_STRUCT(CalendarChanged, (), (organization))

/// Somebody leaves, and this person has what was theirs from now on; one for each successor.
struct ResponsibilitiesHandedOver {
  static constexpr std::string_view event_name = "org.responsibilities_handed_over";
  Uuid handover;  ///< never used again
  EmployeeId from;
  EmployeeId to;
  EmployeeId by;     ///< nil for the system
  std::string what;  ///< for people: "负责的事项 12、客户 3"
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ResponsibilitiesHandedOver, (), (handover, from, to, by, what, note))

}  // namespace zx::org
