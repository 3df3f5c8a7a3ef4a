#pragma once
// Reviews 检讨: a written self-check, a round table or a special meeting about goals. Each is a record with what was found, why, and what is
// done about it; it is kept as it was written, and its actions are work items from the beginning.

#include <optional>
#include <string>
#include <vector>

#include "modules/goal/goal.hpp"
#include "modules/work/work.hpp"
#include "platform/base/described.hpp"

namespace zx::goal {

using ReviewId = Id<struct GoalReviewTag>;

/// 书面自检 · 圆桌会议 · 专题会议
enum class ReviewKind { self_check, round_table, special_meeting };
BOOST_DESCRIBE_ENUM(ReviewKind, self_check, round_table, special_meeting)

struct ReviewActionForm {
  std::string what;
  EmployeeId owner_id;  ///< who does it; somebody else than the actor is offered it
  Date due_on;
};
BOOST_DESCRIBE_STRUCT(ReviewActionForm, (), (what, owner_id, due_on))

struct ReviewForm {
  std::optional<ReviewId> id;  ///< made by an offline client; the same id again changes nothing
  ReviewKind kind = ReviewKind::self_check;
  Date held_on;
  std::vector<GoalCardId> card_ids;         ///< 1 … 30
  std::vector<EmployeeId> participant_ids;  ///< needed of a meeting; at most 60
  std::string findings;
  std::optional<std::string> causes;
  std::vector<ReviewActionForm> actions;  ///< at most 20; needed where a goal lags: how can it be done better?
};
BOOST_DESCRIBE_STRUCT(ReviewForm, (), (id, kind, held_on, card_ids, participant_ids, findings, causes, actions))

struct ReviewActionView {
  std::string what;
  std::string owner_name;
  Date due_on;
  work::WorkItemId work_item_id;
  std::string work_item_number;
  std::optional<work::State> work_item_state;
  std::optional<std::int64_t> work_item_progress;
};
BOOST_DESCRIBE_STRUCT(ReviewActionView, (), (what, owner_name, due_on, work_item_id, work_item_number, work_item_state, work_item_progress))

struct ReviewView {
  ReviewId id;
  ReviewKind kind = ReviewKind::self_check;
  Date held_on;
  std::vector<std::string> participants;  ///< their names
  std::int64_t cards = 0;                 ///< how many it is about
  std::string findings;
  std::optional<std::string> causes;
  std::vector<ReviewActionView> actions;
  std::string by_name;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ReviewView, (), (id, kind, held_on, participants, cards, findings, causes, actions, by_name, at))

/// By person or supervisor of each of the cards, once these are agreed on. Refuses goal.review_participants, goal.review_in_future,
/// goal.review_actions_needed (one of the goals is behind its line by more than the tolerance), goal.twice, field.required, and what
/// work::create refuses of the actions.
Result<ReviewView> add_review(Context& ctx, ReviewForm const& form);
/// Of a card one sees, newest first.
Result<std::vector<ReviewView>> reviews_of(ReadContext const& ctx, GoalCardId id);

}  // namespace zx::goal
