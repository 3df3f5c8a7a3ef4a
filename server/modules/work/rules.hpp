#pragma once
// The law of work items: values in, Result out.

#include "modules/work/work.hpp"

namespace zx::work::rules {

/// What can be done to an item; each leads from some states to one.
enum class Verb { assign, accept, start, submit, close, return_, hold, resume, cancel, reopen };
BOOST_DESCRIBE_ENUM(Verb, assign, accept, start, submit, close, return_, hold, resume, cancel, reopen)

/// What the actor is to the item.
struct Standpoint {
  bool owner = false;
  bool handler = false;
  bool receiver = false;    ///< is asked to take over; looked up for next_states only
  bool may_assign = false;  ///< work.assign reaches the item
  bool may_cancel = false;  ///< work.cancel reaches the item
};

bool is_closed(State state);

/// Whether `verb` begins the work: it starts, or is done at once without having been started.
bool begins(Verb verb, State from);

/// What stands in the way of anybody.
struct Obstacles {
  bool handoff_pending = false;  ///< of submitting and closing
  bool open_sub_items = false;   ///< of closing
  bool overdue = false;          ///< of holding, for all but the owner
  bool waits = false;            ///< of beginning: something that comes first is not done
};

/// Whether `verb` is legal from `from` for somebody at `standpoint`. The receiver accepts; the handler starts and submits; the owner accepts the
/// result or returns it, and may close own work (owner = handler) without submitting; both may hold and resume; cancelling
/// is the supervisor's right.
bool is_legal(Verb verb, State from, Standpoint standpoint);

/// Refuses work.illegal_transition with the verb, the state and the legal next states, or work.not_yours.
Result<void> allow(Verb verb, State from, Standpoint standpoint);

/// What is overdue only its owner puts on hold. Refuses work.overdue_hold_is_owners.
Result<void> may_hold(Standpoint standpoint, followup::Commitment const& commitment, Instant now);

/// The states somebody at `standpoint` can take the item to now.
std::vector<State> next_states(State from, Standpoint standpoint, Obstacles obstacles = {});

/// What an accepted handoff makes of the item: the work goes on where it stands.
State after_acceptance(State before);

/// What is left of the progress of an item that is opened again: it is not finished. `recorded` was said in its last follow-ups.
std::int64_t progress_after_reopening(std::int64_t progress, std::optional<std::int64_t> recorded);

/// The cadence of an item whose kind changes: the new kind's, unless another than the old kind's had been chosen.
std::int64_t gap_after_kind_change(std::int64_t gap_minutes, KindView const& before, KindView const& after);

/// Every wrong field of a new item at once.
std::vector<FieldError> wrong_fields(NewWorkItemForm const& form);
std::vector<FieldError> wrong_fields(WorkItemPatch const& patch);

/// The same with what the kind refuses: unknown (null), closed, its own fields. Of a patch it is the kind the item will have.
std::vector<FieldError> wrong_fields(NewWorkItemForm const& form, KindView const* kind);
std::vector<FieldError> wrong_fields(WorkItemPatch const& patch, KindView const* kind);

/// `lessons_pending`: the kind asks for a lesson or a follow-on item, and there is none.
std::optional<Phase> phase_of(State state, bool lessons_pending);
/// Those an item can be in during a phase.
std::vector<State> states_in(Phase phase);

}  // namespace zx::work::rules
