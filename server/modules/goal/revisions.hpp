#pragma once
// Revisions 目标修正: the only way a committed goal changes. How hard somebody tries is no kind of revision.

#include <optional>
#include <string>
#include <vector>

#include "modules/goal/card_words.hpp"
#include "modules/goal/goal.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"

namespace zx::goal {

using RevisionId = Id<struct RevisionTag>;

/// environment_better raises, environment_worse and minimum_unreachable ease; the other two may do either.
enum class RevisionKind { environment_better, environment_worse, strategy_changed, emergency, minimum_unreachable };
BOOST_DESCRIBE_ENUM(RevisionKind, environment_better, environment_worse, strategy_changed, emergency, minimum_unreachable)

enum class RevisionState { waiting, approved, declined };
BOOST_DESCRIBE_ENUM(RevisionState, waiting, approved, declined)

struct RevisionForm {
  RevisionKind kind = RevisionKind::strategy_changed;
  std::string evidence;
  Decimal new_value;
};
BOOST_DESCRIBE_STRUCT(RevisionForm, (), (kind, evidence, new_value))

struct RevisionAnswerForm {
  bool approved = false;
  std::optional<std::string> reason;  ///< required when not
};
BOOST_DESCRIBE_STRUCT(RevisionAnswerForm, (), (approved, reason))

struct RevisionView {
  RevisionId id;
  GoalCardId card_id;
  GoalItemId item_id;
  std::string card_number;
  std::string person_name;
  std::string what;
  std::optional<std::string> unit;
  RevisionKind kind = RevisionKind::strategy_changed;
  std::string evidence;
  Decimal old_value;
  Decimal new_value;
  RevisionState state = RevisionState::waiting;
  std::string asked_by_name;
  Instant asked_at;
  std::optional<EmployeeId> supervisor_id;
  std::optional<std::string> supervisor_name;
  std::optional<Instant> supervisor_at;  ///< when the supervisor agreed
  std::optional<GoalItemId> parent_item_id;
  std::optional<EmployeeId> parent_owner_id;  ///< has to agree, too: the parent's sum would break
  std::optional<std::string> parent_owner_name;
  std::optional<Instant> parent_at;
  std::optional<Decimal> parent_sum_before;
  std::optional<Decimal> parent_sum_after;
  std::optional<std::string> answered_by_name;
  std::optional<Instant> answered_at;
  std::optional<std::string> answer_reason;
};
BOOST_DESCRIBE_STRUCT(RevisionView, (),
                      (id, card_id, item_id, card_number, person_name, what, unit, kind, evidence, old_value, new_value, state, asked_by_name, asked_at,
                       supervisor_id, supervisor_name, supervisor_at, parent_item_id, parent_owner_id, parent_owner_name, parent_at, parent_sum_before,
                       parent_sum_after, answered_by_name, answered_at, answer_reason))

struct RevisionPreviewQuery {
  Decimal new_value;
};
BOOST_DESCRIBE_STRUCT(RevisionPreviewQuery, (), (new_value))

/// What the goal above would look like. Its sum breaks when, after the change, those below promise less than its target (more, where
/// lower is better) in the same unit.
struct ParentConsequence {
  GoalItemId item_id;
  std::string what;
  std::string owner_name;
  std::optional<std::string> unit;
  std::optional<Decimal> target;
  Decimal sum_before;  ///< what those below promise together: an average where its actual is one
  Decimal sum_after;
  std::optional<Decimal> gap_before;  ///< target − sum
  std::optional<Decimal> gap_after;
  bool breaks = false;
};
BOOST_DESCRIBE_STRUCT(ParentConsequence, (), (item_id, what, owner_name, unit, target, sum_before, sum_after, gap_before, gap_after, breaks))

struct RevisionPreview {
  Decimal old_value;
  Decimal new_value;
  Decimal change;                            ///< new − old
  std::optional<Decimal> change_percent;     ///< of the old value
  std::optional<Decimal> completion_before;  ///< percent, with the actual so far
  std::optional<Decimal> completion_after;
  std::optional<ParentConsequence> parent;
  std::vector<std::string> approvers;  ///< names, in order
};
BOOST_DESCRIBE_STRUCT(RevisionPreview, (), (old_value, new_value, change, change_percent, completion_before, completion_after, parent, approvers))

/// By the person or the supervisor of a committed or active card. Refuses goal.evidence_needed, goal.revision_direction (the kind and the
/// new value contradict), goal.revision_same, goal.revision_waiting, goal.revision_no_target.
Result<RevisionView> ask_revision(Context& ctx, GoalItemId id, RevisionForm const& form);
Result<RevisionPreview> preview_revision(ReadContext const& ctx, GoalItemId id, RevisionPreviewQuery const& query);
/// The same for a revision that was asked for, as things stand now; for those who approve it and those who see the card.
Result<RevisionPreview> revision_consequences(ReadContext const& ctx, RevisionId id);
/// By the supervisor and, where the parent's sum breaks, the parent's owner: it is counted again with each approval, and the owner asked
/// where it breaks only now. The last approval changes the target.
Result<RevisionView> answer_revision(Context& ctx, RevisionId id, RevisionAnswerForm const& form);
/// Those that wait for the actor, oldest first.
std::vector<RevisionView> revisions_waiting(ReadContext const& ctx);

namespace rules {
/// Whether the new value is harder (1), the same (0) or easier (−1).
int direction_of(BetterWhen better, Decimal old_value, Decimal new_value);
bool fits(RevisionKind kind, int direction);
bool breaks_parent(BetterWhen better, std::optional<Decimal> parent_target, Decimal sum_after);
}  // namespace rules
}  // namespace zx::goal
