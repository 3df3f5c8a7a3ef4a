#pragma once
// Load and save. Private to work.

#include "modules/work/rules.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::work::store {

/// The item's own columns; the commitment with the same id has the rest.
struct ItemRow {
  WorkItemId id;
  std::optional<std::string> description;
  State state = State::draft;
  std::optional<EmployeeId> requester_employee_id;
  std::optional<std::string> requester_name;
  std::optional<std::string> requester_phone;
  std::optional<std::string> requester_email;
  std::optional<std::string> location;
  std::int64_t progress = 0;
  std::optional<Instant> start_at;
  std::optional<Instant> original_due_at;
  std::optional<Instant> completed_at;
  Source source = Source::manual;
  std::string tags;  ///< JSON array of texts
  std::optional<WorkItemId> parent_id;
  std::optional<std::string> state_reason;
  std::optional<State> state_before_hold;
  std::optional<Instant> hold_until;
  std::optional<std::string> written_start;
  std::optional<std::string> written_due;
  EmployeeId created_by;
  std::string created_by_name;
  Instant created_at;
  std::string custom = "{}";  ///< JSON object of texts
  std::optional<std::int64_t> urgency;
  std::optional<std::int64_t> estimate_minutes;
  std::optional<WorkItemId> follow_on_of;
  std::optional<std::int64_t> waited_minutes;  ///< of a done item
  std::optional<std::int64_t> worked_minutes;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (),
                      (id, description, state, requester_employee_id, requester_name, requester_phone, requester_email, location, progress, start_at,
                       original_due_at, completed_at, source, tags, parent_id, state_reason, state_before_hold, hold_until, written_start, written_due,
                       created_by, created_by_name, created_at, custom, urgency, estimate_minutes, follow_on_of, waited_minutes, worked_minutes))

struct HandoffRow {
  HandoffId id;
  WorkItemId work_item_id;
  std::string work_item_number;
  std::string work_item_title;
  EmployeeId from_id;
  std::string from_name;
  EmployeeId to_id;
  std::string to_name;
  std::string note;
  Instant at;
  Instant answer_due_at;
  bool made_participant = false;  ///< takes part only because of this handoff
  std::optional<Instant> accepted_at;
  std::optional<Instant> declined_at;
  std::optional<Instant> withdrawn_at;
  std::optional<std::string> reason;
  std::optional<std::string> understanding;
};
BOOST_DESCRIBE_STRUCT(HandoffRow, (),
                      (id, work_item_id, work_item_number, work_item_title, from_id, from_name, to_id, to_name, note, at, answer_due_at, made_participant,
                       accepted_at, declined_at, withdrawn_at, reason, understanding))

/// Both halves of an item.
struct Item {
  ItemRow row;
  followup::Commitment commitment;
};

/// Visible to the actor within the reach of `permission`, the commitment locked; else not_found work.not_found.
Result<Item> find_visible(Context const& ctx, WorkItemId id, Permission permission);
Result<Item> find_visible(ReadContext const& ctx, WorkItemId id, Permission permission);
bool exists(ReadContext const& ctx, WorkItemId id);

void insert(Context const& ctx, ItemRow const& row);
void update(Context const& ctx, ItemRow const& row);
/// Keeps when the work first began.
void mark_begun(Context const& ctx, WorkItemId id);

void insert(Context const& ctx, HandoffRow const& handoff);
/// The follow-up that reported progress last, by its own time: one written offline may be recorded after newer ones.
std::optional<followup::FollowUpView> last_progress_report(ReadContext const& ctx, followup::CommitmentId id);

/// Saves the answer: accepted, declined or withdrawn.
void answer(Context const& ctx, HandoffRow const& handoff);
std::optional<HandoffRow> find_handoff(ReadContext const& ctx, HandoffId id);
std::optional<HandoffRow> pending_handoff(ReadContext const& ctx, WorkItemId id);
/// All of an item, oldest first.
std::vector<HandoffRow> handoffs_of(ReadContext const& ctx, WorkItemId id);

/// Nobody has accepted the item yet: a date agreed on now is the original one. Of what is on hold somebody may have meanwhile.
bool is_never_accepted(ReadContext const& ctx, Item const& item);

inline followup::CommitmentId commitment_id(WorkItemId id) { return {id.uuid}; }

/// The pending handoff comes to nothing: who took part only because of it no longer does.
void end_unaccepted(Context const& ctx, HandoffRow const& handoff);

/// What the actor is to the item.
rules::Standpoint standpoint(ReadContext const& ctx, Item const& item);

/// Refuses a requester who is said to be an employee but is none.
Result<void> check_requester(ReadContext const& ctx, Requester const& requester);

/// The numbers of the sub-items that are neither done nor cancelled; at most six.
std::vector<std::string> open_sub_items(ReadContext const& ctx, WorkItemId id);

/// Whether `descendant` stands somewhere below `ancestor`.
bool is_below(ReadContext const& ctx, WorkItemId descendant, WorkItemId ancestor);

/// What else an item is found by: requester, phone, location.
std::string search_text(ReadContext const& ctx, ItemRow const& row);

/// Whom its outward follow-ups are for: the requester.
followup::Counterpart counterpart(ReadContext const& ctx, ItemRow const& row);

/// The name of the person, for the timeline.
std::string name_of(ReadContext const& ctx, EmployeeId id);

/// Appends to the item's timeline and tells the open pages.
void tell(Context const& ctx, WorkItemId id, std::string_view event, std::vector<timeline::Change> changes = {}, std::string_view note = {});

/// The same for the first entry of an item made in this transaction.
void tell_first(Context const& ctx, WorkItemId id, std::string_view event, std::vector<timeline::Change> changes);

}  // namespace zx::work::store
