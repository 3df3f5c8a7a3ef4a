#pragma once
// work — work items 工作事项, handoffs 移交, comments, attachments, the follow-up sheet 工作事项跟进表.
//
// Owner and handler differ: the owner answers to the requester and does the following-up, the handler is doing the
// work now. Handing the handling over never changes the owner.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/followup/followup.hpp"
#include "modules/org/org.hpp"
#include "modules/work/brief.hpp"
#include "modules/work/delays.hpp"
#include "modules/work/events.hpp"
#include "modules/work/flow.hpp"
#include "modules/work/judging.hpp"
#include "modules/work/kinds.hpp"
#include "modules/work/letters.hpp"
#include "modules/work/negotiating.hpp"
#include "modules/work/quadrants.hpp"
#include "platform/base/described.hpp"
#include "platform/base/patch.hpp"
#include "platform/context.hpp"
#include "platform/files/files.hpp"
#include "platform/http/routes.hpp"
#include "platform/module.hpp"

namespace zx::work {

Module module();

namespace permissions {
inline constexpr Permission read{"work.read"};
inline constexpr Permission create{"work.create"};
inline constexpr Permission change{"work.change"};  ///< edit what one sees (owner, handler and their supervisors always may their own)
inline constexpr Permission assign{"work.assign"};  ///< change owner, reassign, batch
inline constexpr Permission cancel{"work.cancel"};  ///< the supervisor's right
inline constexpr Permission import{"work.import"};
}  // namespace permissions

enum class State { draft, assigned, accepted, in_progress, submitted, returned, on_hold, done, cancelled };
BOOST_DESCRIBE_ENUM(State, draft, assigned, accepted, in_progress, submitted, returned, on_hold, done, cancelled)

/// Plan–do–check–act 计划–执行–检查–处理. `act_pending`: done, and the kind asks for a lesson or a follow-on item that is not there yet.
enum class Phase { plan, do_, check, act_pending, act };
BOOST_DESCRIBE_ENUM(Phase, plan, do_, check, act_pending, act)

enum class Source { manual, meeting_resolution, goal_action, inspection_finding, import, api, public_form, series };
BOOST_DESCRIBE_ENUM(Source, manual, meeting_resolution, goal_action, inspection_finding, import, api, public_form, series)

struct Requester {
  std::optional<EmployeeId> employee_id;
  std::optional<std::string> name;
  std::optional<std::string> phone;
  std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(Requester, (), (employee_id, name, phone, email))

struct NewWorkItemForm {
  std::optional<WorkItemId> id;     ///< made by an offline client
  std::optional<std::string> kind;  ///< default "task"
  std::string title;
  std::optional<std::string> description;
  std::optional<Requester> requester;  ///< default: the actor
  std::optional<std::string> location;
  std::optional<EmployeeId> owner_id;         ///< default: the actor; somebody else needs work.assign
  std::optional<EmployeeId> handler_id;       ///< somebody else than the actor gets a handoff to accept
  std::optional<DepartmentId> department_id;  ///< default: the owner's
  std::vector<EmployeeId> participant_ids;
  std::optional<std::int64_t> importance;  ///< 1 … 4, default 2
  std::optional<Instant> start_at;
  std::optional<Instant> due_at;
  std::optional<Instant> next_follow_up_at;  ///< default: proposed by the kind's cadence
  std::vector<std::string> tags;
  std::optional<WorkItemId> parent_id;
  std::optional<bool> draft;  ///< true keeps it a draft
  std::optional<BriefForm> brief;
  std::map<std::string, std::optional<std::string>> custom;  ///< the kind's own fields: code → value as text
  std::optional<std::int64_t> urgency;                       ///< 1 … 4 by hand; default: from the time left
  std::optional<std::int64_t> estimate_minutes;              ///< working minutes it needs
  std::optional<WorkItemId> follow_on_of;                    ///< the done item this one follows from
};
BOOST_DESCRIBE_STRUCT(NewWorkItemForm, (),
                      (id, kind, title, description, requester, location, owner_id, handler_id, department_id, participant_ids, importance, start_at, due_at,
                       next_follow_up_at, tags, parent_id, draft, brief, custom, urgency, estimate_minutes, follow_on_of))

/// PATCH: only what is present changes; needs If-Match.
struct WorkItemPatch {
  std::optional<std::string> kind;
  std::optional<std::string> title;
  Patch<std::string> description;
  std::optional<Requester> requester;
  Patch<std::string> location;
  std::optional<EmployeeId> owner_id;
  Patch<DepartmentId> department_id;
  std::optional<std::int64_t> importance;
  Patch<Instant> start_at;
  Patch<Instant> due_at;
  std::optional<Instant> next_follow_up_at;
  std::optional<std::vector<std::string>> tags;
  std::optional<std::vector<EmployeeId>> participant_ids;  ///< the whole list; who is asked to take over stays in it
  Patch<WorkItemId> parent_id;
  std::optional<std::int64_t> progress;
  std::optional<BriefPatch> brief;
  std::map<std::string, std::optional<std::string>> custom;  ///< those named; null takes a value away
  Patch<std::int64_t> urgency;                               ///< null: from the time left again
  Patch<std::int64_t> estimate_minutes;
};
BOOST_DESCRIBE_STRUCT(WorkItemPatch, (),
                      (kind, title, description, requester, location, owner_id, department_id, importance, start_at, due_at, next_follow_up_at, tags,
                       participant_ids, parent_id, progress, brief, custom, urgency, estimate_minutes))

struct HandoffView {
  HandoffId id;
  WorkItemId work_item_id;
  std::string work_item_number;
  std::string work_item_title;
  followup::PersonView from;
  followup::PersonView to;
  std::optional<followup::PersonView> stand_in;  ///< of a pending one whose receiver is away today: who is told, too
  std::string note;
  Instant at;
  Instant answer_due_at;  ///< late after this
  bool late = false;
  std::optional<Instant> accepted_at;
  std::optional<Instant> declined_at;
  std::optional<Instant> withdrawn_at;
  std::optional<std::string> reason;         ///< of declining
  std::optional<std::string> understanding;  ///< what the receiver said on accepting
};
BOOST_DESCRIBE_STRUCT(HandoffView, (),
                      (id, work_item_id, work_item_number, work_item_title, from, to, stand_in, note, at, answer_due_at, late, accepted_at, declined_at,
                       withdrawn_at, reason, understanding))

/// One link of the chain of custody.
struct HolderView {
  followup::PersonView holder;
  Instant offered_at;  ///< handoff made
  std::optional<Instant> accepted_at;
  std::optional<Instant> until;      ///< absent for the present one
  std::int64_t waiting_minutes = 0;  ///< working minutes from offer to acceptance
  std::int64_t holding_minutes = 0;  ///< working minutes from acceptance to `until` or now
};
BOOST_DESCRIBE_STRUCT(HolderView, (), (holder, offered_at, accepted_at, until, waiting_minutes, holding_minutes))

struct WorkItemView {
  WorkItemId id;
  std::string number;
  std::string kind;
  std::string title;
  std::optional<std::string> description;
  State state = State::draft;
  Requester requester;
  std::optional<std::string> requester_name;  ///< shown name: employee's or outside person's
  std::optional<std::string> location;
  followup::Standing standing;  ///< owner, handler, due, overdue, last and next follow-up: the answer line
  std::optional<DepartmentId> department_id;
  std::optional<std::string> department_name;
  std::vector<followup::PersonView> participants;
  std::int64_t progress = 0;
  std::optional<Instant> start_at;
  std::optional<Instant> due_at;
  std::optional<Instant> original_due_at;
  std::optional<Instant> completed_at;
  Source source = Source::manual;
  std::vector<std::string> tags;
  std::optional<WorkItemId> parent_id;
  std::optional<std::string> parent_number;
  std::int64_t sub_items = 0;
  std::int64_t sub_items_open = 0;          ///< while there are any, the item cannot be done
  std::optional<std::string> state_reason;  ///< of hold, return or cancellation
  std::optional<Instant> hold_until;
  std::optional<HandoffView> pending_handoff;
  std::vector<HolderView> custody;
  std::vector<State> next_states;  ///< what the actor can make of it now
  std::optional<Phase> phase;      ///< of plan–do–check–act; a cancelled item has none
  BriefView brief;
  std::map<std::string, std::string> custom;        ///< the kind's own fields: code → value as text
  std::vector<followup::PersonView> custom_people;  ///< the people named in them
  std::int64_t urgency = 4;                         ///< 1 … 4
  bool urgency_by_hand = false;
  Quadrant quadrant = Quadrant::D;
  std::optional<std::int64_t> estimate_minutes;
  FlowView flow;
  followup::Persistence persistence;             ///< before the owner may give it up alone
  std::vector<RoundView> rounds;                 ///< of acceptance, oldest first
  std::vector<QuestionView> questions;           ///< of receivers, oldest first
  std::vector<DateProposalView> date_proposals;  ///< oldest first
  std::vector<DelayReportView> delay_reports;    ///< oldest first
  std::vector<LessonView> lessons;               ///< oldest first
  std::optional<ItemLink> follow_on_of;
  std::vector<ItemLink> follow_ons;
  std::optional<SeriesId> series_id;  ///< the recurring item that made it
  Instant created_at;
  std::string created_by_name;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(WorkItemView, (),
                      (id, number, kind, title, description, state, requester, requester_name, location, standing, department_id, department_name, participants,
                       progress, start_at, due_at, original_due_at, completed_at, source, tags, parent_id, parent_number, sub_items, sub_items_open,
                       state_reason, hold_until, pending_handoff, custody, next_states, phase, brief, custom, custom_people, urgency, urgency_by_hand, quadrant,
                       estimate_minutes, flow, persistence, rounds, questions, date_proposals, delay_reports, lessons, follow_on_of, follow_ons, series_id,
                       created_at, created_by_name, version))

/// A line of the list.
struct WorkItemLine {
  WorkItemId id;
  std::string number;
  std::string kind;
  std::string title;
  State state = State::draft;
  std::int64_t importance = 2;
  followup::PersonView owner;
  followup::PersonView handler;
  std::optional<std::string> department_name;
  std::optional<std::string> requester_name;
  std::int64_t progress = 0;
  std::optional<Instant> start_at;
  std::optional<Instant> due_at;
  bool overdue = false;
  std::optional<Instant> next_follow_up_at;
  bool follow_up_overdue = false;
  std::optional<Instant> last_touch_at;
  std::optional<std::string> last_finding;
  std::int64_t touch_count = 0;
  bool handoff_pending = false;
  std::int64_t urgency = 4;  ///< 1 … 4
  Quadrant quadrant = Quadrant::D;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(WorkItemLine, (),
                      (id, number, kind, title, state, importance, owner, handler, department_name, requester_name, progress, start_at, due_at, overdue,
                       next_follow_up_at, follow_up_overdue, last_touch_at, last_finding, touch_count, handoff_pending, urgency, quadrant, created_at, version))

enum class Whose { all, owned, handled, participating, team };
BOOST_DESCRIBE_ENUM(Whose, all, owned, handled, participating, team)
enum class Order { due, next_follow_up, newest, importance };
BOOST_DESCRIBE_ENUM(Order, due, next_follow_up, newest, importance)

struct ListQuery {
  std::optional<std::string> text;  ///< substring search
  std::optional<Whose> whose;
  std::vector<State> states;   ///< comma-separated; default: every open one
  std::optional<Phase> phase;  ///< narrows the states
  std::optional<bool> closed;  ///< true: done and cancelled too
  std::vector<std::string> kinds;
  std::optional<EmployeeId> owner_id;
  std::optional<EmployeeId> handler_id;
  std::optional<DepartmentId> department_id;  ///< with everything below
  std::optional<std::int64_t> importance;
  std::optional<bool> overdue;
  std::optional<bool> follow_up_overdue;
  std::optional<Date> due_from;
  std::optional<Date> due_to;
  std::optional<Date> next_from;  ///< next follow-up on or after
  std::optional<Date> next_to;
  std::optional<Date> original_due_from;  ///< with `original_due_to`: the date promised first
  std::optional<Date> original_due_to;
  std::optional<DueOutcome> punctuality;  ///< against the date promised first
  std::optional<bool> department_only;    ///< true: not what is below the department
  std::optional<std::string> tag;
  std::optional<WorkItemId> parent_id;  ///< only its sub-items
  std::optional<SeriesId> series_id;    ///< only what this recurring item made
  std::optional<Order> order;           ///< default due
  std::optional<std::int64_t> limit;    ///< 1–200, default 50
  std::optional<std::string> after;     ///< `next` of the page before
};
BOOST_DESCRIBE_STRUCT(ListQuery, (),
                      (text, whose, states, phase, closed, kinds, owner_id, handler_id, department_id, importance, overdue, follow_up_overdue, due_from, due_to,
                       next_from, next_to, original_due_from, original_due_to, punctuality, department_only, tag, parent_id, series_id, order, limit, after))

/// Reassign or re-date many at once; all or none.
struct BatchForm {
  std::vector<WorkItemId> ids;  ///< 1–200
  std::optional<EmployeeId> owner_id;
  std::optional<EmployeeId> handler_id;  ///< makes handoffs
  std::optional<Instant> due_at;
  std::optional<Instant> next_follow_up_at;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(BatchForm, (), (ids, owner_id, handler_id, due_at, next_follow_up_at, reason))
struct BatchResult {
  std::int64_t changed = 0;
};
BOOST_DESCRIBE_STRUCT(BatchResult, (), (changed))

struct CommentForm {
  std::string text;
  std::vector<EmployeeId> mentioned_ids;  ///< see the item from now on
};
BOOST_DESCRIBE_STRUCT(CommentForm, (), (text, mentioned_ids))

struct CommentView {
  Uuid id;
  EmployeeId by_id;
  std::string by_name;
  Instant at;
  std::string text;
  std::vector<followup::PersonView> mentioned;
};
BOOST_DESCRIBE_STRUCT(CommentView, (), (id, by_id, by_name, at, text, mentioned))

// ---- Verbs used by the command line, the demo company and other modules; the routes call the same ones ----

Result<WorkItemView> create(Context& ctx, NewWorkItemForm const& form, Source source = Source::manual);
Result<WorkItemView> show(ReadContext const& ctx, WorkItemId id);
Result<http::Page<WorkItemLine>> list(ReadContext const& ctx, ListQuery const& query);

Result<HandoffView> hand_over(Context& ctx, WorkItemId id, EmployeeId to, std::string_view note);
/// Only the receiver; becomes the handler. `understanding`: what they understood they are to do.
Result<HandoffView> accept_handoff(Context& ctx, HandoffId id, std::string_view understanding = {});
/// Only the receiver, with a reason; the giver keeps it.
Result<HandoffView> decline_handoff(Context& ctx, HandoffId id, std::string_view reason);
/// Only the giver or the owner.
Result<HandoffView> withdraw_handoff(Context& ctx, HandoffId id);
/// What waits for the actor's acceptance, oldest first.
std::vector<HandoffView> handoffs_waiting(ReadContext const& ctx);

/// Needs the version the change is based on.
Result<WorkItemView> change(Context& ctx, WorkItemId id, std::int64_t version, WorkItemPatch const& patch);
Result<BatchResult> change_many(Context& ctx, BatchForm const& form);
Result<CommentView> comment(Context& ctx, WorkItemId id, CommentForm const& form);
Result<std::vector<CommentView>> comments(ReadContext const& ctx, WorkItemId id);

/// Ends a draft: hands it over to `handler`, or leaves it with its holder as accepted.
Result<WorkItemView> assign(Context& ctx, WorkItemId id, std::optional<EmployeeId> handler, std::string_view note);

/// The transitions. Each refuses work.illegal_transition with the legal ones in argument `legal`. Only `close` cares for
/// sub-items: it refuses work.sub_items_open, naming them.
Result<WorkItemView> start(Context& ctx, WorkItemId id);
Result<WorkItemView> submit(Context& ctx, WorkItemId id, std::string_view result);
/// Owner: submitted (or own work) → done. Where the brief has a standard, every point is judged as passed; refuses
/// work.points_not_judged, naming the others.
Result<WorkItemView> close(Context& ctx, WorkItemId id, std::string_view note, std::vector<JudgementForm> const& judgements = {});
/// Names the points that failed, where there is a standard.
Result<WorkItemView> return_(Context& ctx, WorkItemId id, std::string_view reason, std::vector<JudgementForm> const& judgements = {});
Result<WorkItemView> hold(Context& ctx, WorkItemId id, std::string_view reason, Instant resume_at);
Result<WorkItemView> resume(Context& ctx, WorkItemId id);
Result<WorkItemView> cancel(Context& ctx, WorkItemId id, std::string_view reason);

Result<WorkItemView> reopen(Context& ctx, WorkItemId id, std::string_view reason);

}  // namespace zx::work
