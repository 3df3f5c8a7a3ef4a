#pragma once
// followup — the commitment 跟进事项: one row per followable thing of any kind, and the follow-ups recorded on it.
// One due queue, one overdue function, one "where does it stand?" for the whole product.
//
// A commitment's id is its subject's id: work item X has commitment X.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/followup/events.hpp"
#include "modules/org/org.hpp"
#include "platform/base/described.hpp"
#include "platform/base/patch.hpp"
#include "platform/context.hpp"
#include "platform/module.hpp"

namespace zx::followup {

Module module();

namespace permissions {
inline constexpr Permission read{"followup.read"};      ///< see commitments and their follow-ups, within the scope
inline constexpr Permission record{"followup.record"};  ///< record follow-ups on what one sees
}  // namespace permissions

enum class CommitmentState { open, closed };
BOOST_DESCRIBE_ENUM(CommitmentState, open, closed)

enum class Method { on_site, phone, sms, email, instant_message, meeting, joint_departments, urging_letter, other };
BOOST_DESCRIBE_ENUM(Method, on_site, phone, sms, email, instant_message, meeting, joint_departments, urging_letter, other)

/// inward: to the handler; outward: to the requester or customer.
enum class Direction { inward, outward };
BOOST_DESCRIBE_ENUM(Direction, inward, outward)

enum class Outcome { reached, not_reached, refused, agreed, won, lost };
BOOST_DESCRIBE_ENUM(Outcome, reached, not_reached, refused, agreed, won, lost)

struct Commitment {
  CommitmentId id;
  std::string subject_type;  ///< "work_item"
  std::string subject_kind;  ///< "work_order"
  std::string number;
  std::string title;
  EmployeeId owner_id;    ///< answers to the requester and does the following-up
  EmployeeId handler_id;  ///< does the work now
  std::optional<DepartmentId> department_id;
  CommitmentState state = CommitmentState::open;
  std::string stage;            ///< the subject's own state word
  std::int64_t importance = 2;  ///< 1 highest … 4
  std::optional<Instant> due_at;
  std::optional<Instant> next_follow_up_at;  ///< never absent while open (invariant 1, also a CHECK)
  std::int64_t follow_up_gap_minutes = 960;  ///< the cadence's gap in working minutes
  std::optional<Instant> last_touch_at;      ///< the latest by its own time, not the last recorded
  std::int64_t touch_count = 0;
  Instant created_at;
  std::optional<Instant> closed_at;
  std::optional<Instant> held_until;       ///< it rests until then: being late counts from there
  std::optional<std::string> counterpart;  ///< whom outward touches are for, as a key: see Counterpart
  std::optional<std::string> counterpart_name;
  std::int64_t outward_count = 0;  ///< of the touches, those outward
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Commitment, (),
                      (id, subject_type, subject_kind, number, title, owner_id, handler_id, department_id, state, stage, importance, due_at, next_follow_up_at,
                       follow_up_gap_minutes, last_touch_at, touch_count, created_at, closed_at, held_until, counterpart, counterpart_name, outward_count,
                       version))

/// The one overdue rule: open and past its due time. A thing without due time is never overdue.
bool is_overdue(CommitmentState state, std::optional<Instant> due_at, Instant now);
/// Open and past its next follow-up.
bool is_follow_up_overdue(CommitmentState state, std::optional<Instant> next_follow_up_at, Instant now);

struct FollowUpForm {
  std::optional<FollowUpId> id;  ///< made by an offline client; the same id again returns the first answer
  std::optional<Instant> at;     ///< default now; not in the future
  Method method = Method::phone;
  std::optional<Direction> direction;               ///< default inward
  std::string finding;                              ///< 完成情况; required
  std::optional<std::string> cause;                 ///< why there is no progress
  std::optional<std::string> solution;              ///< 问题解决办法
  std::optional<EmployeeId> asked_employee_id;      ///< person asked for help
  std::optional<std::int64_t> progress;             ///< 0–100
  std::optional<Outcome> outcome;                   ///< outward ones only
  std::optional<Instant> next_follow_up_at;         ///< required while the commitment stays open; after `at`
  std::optional<std::string> position;              ///< "lat,lon", optional
  std::optional<std::string> despite_limit_reason;  ///< why another outward touch this week all the same
};
BOOST_DESCRIBE_STRUCT(FollowUpForm, (),
                      (id, at, method, direction, finding, cause, solution, asked_employee_id, progress, outcome, next_follow_up_at, position,
                       despite_limit_reason))

struct FollowUpView {
  FollowUpId id;
  CommitmentId commitment_id;
  std::int64_t touch_number = 0;  ///< 1 = first
  Instant at;
  EmployeeId by_id;
  std::string by_name;
  Method method = Method::phone;
  Direction direction = Direction::inward;
  std::string finding;
  std::optional<std::string> cause;
  std::optional<std::string> solution;
  std::optional<EmployeeId> asked_employee_id;
  std::optional<std::string> asked_employee_name;
  std::optional<std::int64_t> progress;
  std::optional<Outcome> outcome;
  std::optional<Instant> next_follow_up_at;  ///< as recorded; absent when none was said
  std::optional<std::string> position;
  std::optional<std::string> despite_limit_reason;
  Instant recorded_at;
};
BOOST_DESCRIBE_STRUCT(FollowUpView, (),
                      (id, commitment_id, touch_number, at, by_id, by_name, method, direction, finding, cause, solution, asked_employee_id, asked_employee_name,
                       progress, outcome, next_follow_up_at, position, despite_limit_reason, recorded_at))

/// A page of today's list: what the actor owns or handles and has to look at by then, and what they handle for somebody and is due by
/// then; everything once. Big rocks first: importance 1 and 2 before 3 and 4, therein overdue follow-ups, then importance, then time.
struct QueueQuery {
  std::optional<Instant> until;       ///< next follow-up at or before; default end of today
  std::optional<std::int64_t> limit;  ///< 1–200, default 50
};
BOOST_DESCRIBE_STRUCT(QueueQuery, (), (until, limit))

/// The numbers on the workbench, of what the actor owns or handles.
struct Counts {
  std::int64_t due_follow_ups = 0;      ///< as many as today's list has
  std::int64_t overdue_follow_ups = 0;  ///< of them those whose follow-up is late
  std::int64_t overdue_items = 0;       ///< owned
  std::int64_t open_owned = 0;
  std::int64_t open_handled = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (due_follow_ups, overdue_follow_ups, overdue_items, open_owned, open_handled))

/// Something that moved a proposal: `code` is an i18n key with `arguments`.
struct ProposalNote {
  std::string code;
  std::map<std::string, std::string> arguments;
};
BOOST_DESCRIBE_STRUCT(ProposalNote, (), (code, arguments))

/// A touch as the cadence plans it.
struct PlannedTouch {
  std::int64_t number = 1;  ///< 1 = first
  Method method = Method::phone;
  std::string hint;  ///< what to say, in the cadence's words; often empty
};
BOOST_DESCRIBE_STRUCT(PlannedTouch, (), (number, method, hint))

/// When to look next and why: `reason` is an i18n key with `arguments`.
struct Proposal {
  Instant next_follow_up_at;
  std::string reason;
  std::map<std::string, std::string> arguments;
  std::vector<ProposalNote> notes;       ///< what else moved it: punctuality, the weekly limit, quiet hours; in order
  PlannedTouch next;                     ///< the touch proposed
  std::optional<PlannedTouch> this_one;  ///< the touch being recorded, when one is
  bool is_enough = false;                ///< the cadence's last touch is made: decide instead of going on
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (next_follow_up_at, reason, arguments, notes, next, this_one, is_enough))

struct PersonView {
  EmployeeId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, name))

struct LastFollowUp {
  Instant at;
  Date date;  ///< in the organization's time zone
  std::string by_name;
  Method method = Method::phone;
  std::string finding;
  std::optional<std::string> solution;
};
BOOST_DESCRIBE_STRUCT(LastFollowUp, (), (at, date, by_name, method, finding, solution))

/// "Where does it stand now, and who knows?"
struct Standing {
  CommitmentId id;
  std::string subject_type;
  std::string subject_kind;
  std::string number;
  std::string title;
  PersonView owner;
  PersonView handler;
  CommitmentState state = CommitmentState::open;
  std::string stage;
  std::int64_t importance = 2;
  Instant handler_since;  ///< since when the handler has it
  std::optional<Instant> due_at;
  bool overdue = false;
  std::optional<LastFollowUp> last_follow_up;
  std::int64_t touch_count = 0;
  std::optional<Instant> next_follow_up_at;
  bool follow_up_overdue = false;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Standing, (),
                      (id, subject_type, subject_kind, number, title, owner, handler, state, stage, importance, handler_since, due_at, overdue, last_follow_up,
                       touch_count, next_follow_up_at, follow_up_overdue, version))

// ---- Used by the modules whose things are followed ----

/// Follow-ups as they stand in an imported sheet: past times, perhaps no next time on the last, `written_*` keeps the
/// cell's own spelling for a lossless export. The caller has validated order and
/// text.
struct ImportedFollowUp {
  Instant at;
  std::string finding;
  std::string solution;
  std::optional<Instant> next_follow_up_at;
  std::string written_at;
  std::string written_next;
};
/// Who is on the other side of outward touches.
struct Counterpart {
  std::string key;  ///< "employee:<id>", "phone:<digits>", "email:<address>"; empty: nobody who could be told apart
  std::string name;
};
Counterpart counterpart_of(EmployeeId id, std::string name);
/// Somebody outside, by phone (digits; +86 does not count) or else by e-mail. A bare name tells nobody apart: no key.
Counterpart counterpart_outside(std::string_view name, std::string_view phone, std::string_view email);

struct NewCommitment {
  CommitmentId id;  ///< the subject's id
  std::string subject_type;
  std::string subject_kind;
  std::string number;
  std::string title;
  EmployeeId owner_id;
  EmployeeId handler_id;
  std::optional<DepartmentId> department_id;
  std::string stage;
  std::int64_t importance = 2;
  std::optional<Instant> due_at;
  std::optional<Instant> next_follow_up_at;  ///< absent = proposed by the cadence
  std::int64_t follow_up_gap_minutes = 960;
  std::optional<Instant> closed_at;  ///< it comes closed, as a done row of a sheet does: no next follow-up, no reminders
  std::string search_text;           ///< what else it is found by: requester's name and phone, location
  Counterpart counterpart = {};
  std::vector<ImportedFollowUp> history;  ///< of an imported sheet, oldest first; recorded in the owner's name
  std::string history_by;                 ///< the owner's name, when there is a history
};
/// Opens the commitment and puts it into the search. Owner and handler must be active employees (checked by the caller).
Commitment open(Context const& ctx, NewCommitment const& form);
/// The same for many at once, as an import has them: every person is looked up once, and rows of one table are written together.
std::vector<Commitment> open_all(Context const& ctx, std::vector<NewCommitment> const& forms);

/// Changes of the subject that concern following up; only what is set changes. Appends nothing to the timeline: the
/// subject's own verb does. Keeps the invariant: reopening or holding sets a next time.
struct CommitmentChange {
  std::optional<std::string> title;
  std::optional<std::string> subject_kind;
  std::optional<EmployeeId> owner_id;
  std::optional<EmployeeId> handler_id;
  Patch<DepartmentId> department_id;
  std::optional<std::string> stage;
  std::optional<std::int64_t> importance;
  Patch<Instant> due_at;
  std::optional<Instant> next_follow_up_at;
  std::optional<std::int64_t> follow_up_gap_minutes;
  Patch<Instant> held_until;
  std::optional<std::string> search_text;
  std::optional<Counterpart> counterpart;
};
Commitment change(Context const& ctx, Commitment const& before, CommitmentChange const& change);
/// Closed: no next follow-up any more. `stage` is the subject's final word.
Commitment close(Context const& ctx, Commitment const& before, std::string stage);
/// Open again with a proposed next follow-up.
Commitment reopen(Context const& ctx, Commitment const& before, std::string stage);

/// Somebody was offered something of the commitment and has to answer: `receiver` and the handler are reminded at `limit`, then
/// those above the receiver. One at a time; the next follow-up and the due time remind by themselves.
struct Expectation {
  Uuid source;  ///< the handoff, never used again
  EmployeeId receiver;
  Instant limit;
};
void expect_answer(Context const& ctx, Commitment const& commitment, Expectation const& expected);
/// Accepted, declined or withdrawn.
void answered(Context const& ctx, CommitmentId id);

/// For /metrics and /readyz: "lag_seconds", the age of the oldest reminder whose time has come and that was not sent on;
/// "behind", 1 when that is more than two minutes.
std::map<std::string, double> reminder_figures(Services& services);

/// Visible to the actor within the reach of `permission` (own = owner, handler, or mentioned as participant), else
/// not_found `followup.not_found`. On PostgreSQL a Context (write) locks the row.
Result<Commitment> find_visible(Context const& ctx, CommitmentId id, Permission permission);
Result<Commitment> find_visible(ReadContext const& ctx, CommitmentId id, Permission permission);

// ---- Visibility inside other modules' statements ----

/// What the actor sees, as a fragment `AND (…)` over a commitment aliased `c`; reach none sees nothing. Its parameters are `Viewer`'s members.
db::Statement const& visible_within(Scope reach);
/// A beginning of a list, `SELECT c.id FROM … WHERE …` over a commitment aliased `c`, to be narrowed by `AND …`. Each rides
/// an index of its own; its parameters are among `Viewer`'s members.
enum class Way { anyones, owned, handled, participating, reports_owned, reports_handled, department, departments_below };
db::Statement const& ids_by(Way way);
/// What the actor sees is all that these find together. A list made of them starts from the person's own rows, where
/// `visible_within` leaves SQLite to walk the whole organization for somebody with few items.
std::vector<Way> ways_to_visible(Scope reach);
/// Restricts to what a person typed: parameters: search::parameters_for.
db::Statement const& matching_text();
struct Viewer {
  OrganizationId org;
  EmployeeId me;
  std::optional<DepartmentId> my_department;
};
BOOST_DESCRIBE_STRUCT(Viewer, (), (org, me, my_department))
Viewer viewer(Actor const& actor);

/// What an open commitment is reminded of on this topic; nothing when there is nothing. The due time of what rests is the end
/// of its rest. A handoff's limit is not the commitment's: always nothing.
std::optional<Instant> basis_of(Commitment const& commitment, Topic topic);

/// Today's list of the actor in its order, and the numbers beside it.
std::vector<Standing> due_queue(ReadContext const& ctx, QueueQuery const& query);
Counts counts(ReadContext const& ctx);

/// Records a touch. Refuses followup.next_time_required (open and no next time), followup.next_time_not_later,
/// followup.at_in_future, followup.finding_required, followup.progress_range, followup.outcome_only_outward,
/// followup.too_many_touches (unless despite_limit_reason is given), request.stale. A touch older than the latest, as one written offline
/// and sent later, counts and stays in the history, and where it stands and the next time remain the newer one's. Publishes FollowUpRecorded, appends "followup.recorded" to the subject's timeline.
Result<FollowUpView> record(Context& ctx, CommitmentId id, FollowUpForm const& form, std::optional<std::int64_t> based_on_version = {});

/// Oldest first.
std::vector<FollowUpView> follow_ups_of(ReadContext const& ctx, CommitmentId id);

/// For exports: follow-ups with their original spelling, of many commitments at once, in the order of `ids` and of touch.
struct SheetFollowUp {
  CommitmentId commitment_id;
  Instant at;
  std::string finding;
  std::optional<std::string> solution;
  std::optional<Instant> next_follow_up_at;
  std::optional<std::string> written_at;
  std::optional<std::string> written_next;
};
BOOST_DESCRIBE_STRUCT(SheetFollowUp, (), (commitment_id, at, finding, solution, next_follow_up_at, written_at, written_next))
std::vector<SheetFollowUp> sheet_follow_ups(ReadContext const& ctx, std::vector<CommitmentId> const& ids);

/// The cadence's next touch after the last one (cadence.hpp says how). `recording`: a touch is being recorded just now, in this
/// direction, and the proposal is the one after it.
enum class Recording { no, yes };
Proposal propose_next(ReadContext const& ctx, Commitment const& commitment, Direction direction = Direction::inward, Recording recording = Recording::no);

/// The answer, best match first: exact number, then title, then the rest; at most `limit`, which is 50 at most.
std::vector<Standing> where(ReadContext const& ctx, std::string_view text, int limit = 10);
Result<Standing> standing_of(ReadContext const& ctx, CommitmentId id);

/// People who see a commitment beside owner and handler.
void add_participant(Context const& ctx, CommitmentId id, EmployeeId employee);
void remove_participant(Context const& ctx, CommitmentId id, EmployeeId employee);
std::vector<PersonView> participants_of(ReadContext const& ctx, CommitmentId id);
/// Who does the work of somebody who is away today: their deputy, or the deputy's. Absent for who is here.
std::optional<EmployeeId> stand_in_of(ReadContext const& ctx, EmployeeId person);

// ---- The persistence guard: nothing outward is given up before its minimum of touches without a reason and a supervisor's consent ----

/// What an outward matter has when nothing else is said.
inline constexpr std::int64_t default_minimum_touches = 5;

using GiveUpRequestId = Id<struct GiveUpRequestTag>;

struct GiveUpRequestView {
  GiveUpRequestId id;
  CommitmentId commitment_id;
  std::string subject_type;
  std::string number;
  std::string title;
  PersonView asked_by;
  Instant asked_at;
  std::string reason;
  std::int64_t touch_count = 0;  ///< that counted when it was asked
  std::int64_t minimum_touches = 0;
  PersonView supervisor;  ///< who is asked
  std::optional<PersonView> answered_by;
  std::optional<Instant> answered_at;
  std::optional<bool> consented;
  std::optional<std::string> answer;
  std::optional<Instant> used_at;  ///< the matter was given up on it; it holds once
  bool may_answer = false;         ///< the actor, now
};
BOOST_DESCRIBE_STRUCT(GiveUpRequestView, (),
                      (id, commitment_id, subject_type, number, title, asked_by, asked_at, reason, touch_count, minimum_touches, supervisor, answered_by,
                       answered_at, consented, answer, used_at, may_answer))

/// How far a matter is from its minimum. Where somebody else is on the other side only outward touches count: what is asked of the
/// handler wins nobody.
struct Persistence {
  std::int64_t minimum_touches = 0;  ///< 0: nothing is guarded
  std::int64_t touches = 0;          ///< those that count
  std::int64_t missing = 0;
  bool only_outward = false;
};
BOOST_DESCRIBE_STRUCT(Persistence, (), (minimum_touches, touches, missing, only_outward))
Persistence persistence_of(Commitment const& commitment, std::int64_t minimum_touches);

/// Whether the matter may be given up now: it has its minimum of touches, or a consent that was not used yet, or the actor stands above
/// the owner and so consents by doing it. Refuses followup.too_early_to_give_up, which says how many touches are missing.
/// `minimum_touches` 0: nothing is guarded.
Result<void> may_give_up(ReadContext const& ctx, Commitment const& commitment, std::int64_t minimum_touches);
/// The same for whoever gives it up right now: a consent it leans on is used.
Result<void> check_persistence(Context const& ctx, Commitment const& commitment, std::int64_t minimum_touches);
/// A consent that was not used yet.
bool has_consent(ReadContext const& ctx, CommitmentId id);
/// Refused by the counterpart, or lost: closing now would be giving up.
bool is_refused(ReadContext const& ctx, CommitmentId id);

/// The owner asks. Who has nobody above consents themselves. Refuses followup.only_owner_gives_up, followup.give_up_not_needed,
/// followup.give_up_waiting, field.required.
Result<GiveUpRequestView> ask_to_give_up(Context& ctx, Commitment const& commitment, std::int64_t minimum_touches, std::string_view reason);
/// What waits for the actor's answer, oldest first.
std::vector<GiveUpRequestView> give_up_requests_waiting(ReadContext const& ctx);

/// For calendars: the blocks of an employee on the next `days` days that are working days, the present one included.
struct BlockTime {
  Instant from;
  Instant to;
};
std::vector<BlockTime> follow_up_blocks_of(ReadContext const& ctx, EmployeeId employee, int days);

}  // namespace zx::followup
