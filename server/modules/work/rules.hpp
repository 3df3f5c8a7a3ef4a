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
  bool may_assign = false;  ///< work.assign reaches the item
  bool may_cancel = false;  ///< work.cancel reaches the item
};

bool is_closed(State state);

/// Whether `verb` is legal from `from` for somebody at `standpoint`. The handler starts and submits; the owner accepts the
/// result or returns it, and may close own work (owner = handler) without submitting; both may hold and resume; cancelling
/// is the supervisor's right.
bool is_legal(Verb verb, State from, Standpoint standpoint);

/// Refuses work.illegal_transition with the verb, the state and the legal next states, or work.not_yours.
Result<void> allow(Verb verb, State from, Standpoint standpoint);

/// The states the actor can take the item to now.
std::vector<State> next_states(State from, Standpoint standpoint);

/// Every wrong field of a new item at once.
std::vector<FieldError> wrong_fields(NewWorkItemForm const& form);
std::vector<FieldError> wrong_fields(WorkItemPatch const& patch);

KindView const* find_kind(std::string_view code);

}  // namespace zx::work::rules
