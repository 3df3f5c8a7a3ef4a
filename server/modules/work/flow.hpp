#pragma once
// Flow 流转效率: how much of an item's working time somebody was working on it.
//
// It waits while an offered handoff is not accepted, while it is on hold, and while a result is not judged. The rest of its
// working time, from creation to done, is working. Between its end and a reopening it does neither.

#include <optional>
#include <string>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/base/uuid.hpp"
#include "platform/context.hpp"

namespace zx::work {

struct FlowView {
  std::int64_t waiting_minutes = 0;
  std::int64_t working_minutes = 0;
  std::optional<std::int64_t> efficiency;  ///< working / (waiting + working) in percent; absent without working time
};
BOOST_DESCRIBE_STRUCT(FlowView, (), (waiting_minutes, working_minutes, efficiency))

enum class FlowGroup { kind, department };
BOOST_DESCRIBE_ENUM(FlowGroup, kind, department)

/// Items done in the period, at most two years; default: the last 30 days.
struct FlowQuery {
  std::optional<FlowGroup> by;  ///< default kind
  std::optional<Date> from;
  std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(FlowQuery, (), (by, from, to))

struct FlowLine {
  std::optional<std::string> key;   ///< the kind's code or the department's id
  std::optional<std::string> name;  ///< in the actor's language; absent: items without department
  std::int64_t items = 0;
  std::int64_t waiting_minutes = 0;
  std::int64_t working_minutes = 0;
  std::optional<std::int64_t> efficiency;
};
BOOST_DESCRIBE_STRUCT(FlowLine, (), (key, name, items, waiting_minutes, working_minutes, efficiency))

/// Of the items the actor sees; the slowest first.
Result<std::vector<FlowLine>> flow_report(ReadContext const& ctx, FlowQuery const& query);

}  // namespace zx::work
