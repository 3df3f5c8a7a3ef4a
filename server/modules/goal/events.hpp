#pragma once
// What goal tells the others, after the fact.

#include <string>
#include <string_view>

#include "platform/access/actor.hpp"
#include "platform/base/described.hpp"
#include "platform/base/uuid.hpp"

namespace zx::goal {

/// One person has to look at a goal card: proposed, negotiating, committed, check_in, acknowledged, revision, revised, self_evaluated,
/// evaluated, evaluation_agreed, evaluation_questioned, evaluation_replied, review, closed, support, support_answered, action_done.
struct GoalAttentionAsked {
  static constexpr std::string_view event_name = "goal.attention_asked";
  std::string occasion;
  std::string occurrence;  ///< unique for ever
  Uuid card;
  std::string number;
  std::string title;  ///< "王强 2026-10-01—2026-12-31"
  EmployeeId by;
  EmployeeId to;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(GoalAttentionAsked, (), (occasion, occurrence, card, number, title, by, to, note))

}  // namespace zx::goal
