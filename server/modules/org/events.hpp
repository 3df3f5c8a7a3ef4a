#pragma once
// What org tells the others, after the fact.

#include <string_view>

#include "platform/access/actor.hpp"
#include "platform/base/described.hpp"

namespace zx::org {

/// Working hours, holidays or the time zone are others now: what was computed in working time ahead no longer holds.
struct CalendarChanged {
  static constexpr std::string_view event_name = "org.calendar_changed";
  OrganizationId organization;
};
BOOST_DESCRIBE_STRUCT(CalendarChanged, (), (organization))

}  // namespace zx::org
