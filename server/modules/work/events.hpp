#pragma once
// What work tells the others, after the fact.

#include <string>
#include <string_view>

#include "platform/access/actor.hpp"
#include "platform/base/described.hpp"
#include "platform/base/uuid.hpp"

namespace zx::work {

using WorkItemId = Id<struct WorkItemTag>;
using HandoffId = Id<struct HandoffTag>;

struct HandoffAccepted {
  static constexpr std::string_view event_name = "work.handoff_accepted";
  WorkItemId work_item;
  HandoffId handoff;
  EmployeeId from;
  EmployeeId to;
};
BOOST_DESCRIBE_STRUCT(HandoffAccepted, (), (work_item, handoff, from, to))

struct WorkItemClosed {
  static constexpr std::string_view event_name = "work.item_closed";
  WorkItemId work_item;
  std::string state;  ///< done or cancelled
  EmployeeId by;
};
BOOST_DESCRIBE_STRUCT(WorkItemClosed, (), (work_item, state, by))

}  // namespace zx::work
