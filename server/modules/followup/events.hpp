#pragma once
// What followup tells the others, after the fact.

#include <optional>
#include <string>
#include <string_view>

#include "platform/access/actor.hpp"
#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/base/uuid.hpp"

namespace zx::followup {

using CommitmentId = Id<struct CommitmentTag>;
using FollowUpId = Id<struct FollowUpTag>;

struct FollowUpRecorded {
  static constexpr std::string_view event_name = "followup.recorded";
  CommitmentId commitment;
  std::string subject_type;
  FollowUpId follow_up;
  EmployeeId by;
  std::optional<std::int64_t> progress;
  std::optional<Instant> next_at;
};
BOOST_DESCRIBE_STRUCT(FollowUpRecorded, (), (commitment, subject_type, follow_up, by, progress, next_at))

}  // namespace zx::followup
