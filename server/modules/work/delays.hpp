#pragma once
// No excuses 没有借口: what is overdue is not re-dated by moving the date. Whoever is late says why in a delay report, what
// they do about it and until when; the owner's supervisor decides. On-time rates use the date promised first.

#include <optional>
#include <string>
#include <vector>

#include "modules/work/events.hpp"
#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/context.hpp"
#include "platform/http/routes.hpp"

namespace zx::work {

using DelayReportId = Id<struct DelayReportTag>;

enum class DelayCause { people, equipment, material, upstream, external, plan_wrong, forgot };
BOOST_DESCRIBE_ENUM(DelayCause, people, equipment, material, upstream, external, plan_wrong, forgot)

enum class DelayState { waiting, approved, declined, withdrawn };
BOOST_DESCRIBE_ENUM(DelayState, waiting, approved, declined, withdrawn)

struct DelayReportForm {
  std::optional<DelayReportId> id;  ///< made by an offline client; the same id again returns the first answer
  DelayCause cause = DelayCause::people;
  std::vector<std::string> whys;  ///< 1–5, each the reason of the one before
  std::string corrective_action;
  Instant new_due_at;  ///< later than now
};
BOOST_DESCRIBE_STRUCT(DelayReportForm, (), (id, cause, whys, corrective_action, new_due_at))

struct DelayReportView {
  DelayReportId id;
  WorkItemId work_item_id;
  std::string work_item_number;
  std::string work_item_title;
  std::optional<std::string> department_name;  ///< the item's when it was reported
  EmployeeId by_id;
  std::string by_name;
  Instant at;
  DelayCause cause = DelayCause::people;
  std::vector<std::string> whys;
  std::string corrective_action;
  Instant due_before;
  Instant new_due_at;
  std::int64_t delay_days = 0;  ///< working days from `due_before` to `new_due_at`
  DelayState state = DelayState::waiting;
  std::optional<EmployeeId> approver_id;  ///< the owner's supervisor; absent where nobody stands above: then whoever may assign the item
  std::optional<std::string> approver_name;
  std::optional<std::string> decided_by_name;
  std::optional<Instant> decided_at;
  std::optional<std::string> decision_note;
  bool may_decide = false;    ///< the actor, now
  bool may_withdraw = false;  ///< the actor, now
};
BOOST_DESCRIBE_STRUCT(DelayReportView, (),
                      (id, work_item_id, work_item_number, work_item_title, department_name, by_id, by_name, at, cause, whys, corrective_action, due_before,
                       new_due_at, delay_days, state, approver_id, approver_name, decided_by_name, decided_at, decision_note, may_decide, may_withdraw))

struct DelayListQuery {
  std::optional<bool> waiting_for_me;  ///< true: only what the actor has to decide, also for whom they stand in
  std::optional<DelayState> state;
  std::optional<DelayCause> cause;
  std::optional<DepartmentId> department_id;
  std::optional<Date> from;  ///< reported on or after
  std::optional<Date> to;    ///< reported on or before
  std::optional<std::int64_t> limit;
  std::optional<std::string> after;
};
BOOST_DESCRIBE_STRUCT(DelayListQuery, (), (waiting_for_me, state, cause, department_id, from, to, limit, after))

enum class DelayGroup { cause, department };
BOOST_DESCRIBE_ENUM(DelayGroup, cause, department)

/// Reports made in the period, at most two years; default: the last 90 days.
struct DelayReportQuery {
  std::optional<DelayGroup> by;  ///< default cause
  std::optional<Date> from;
  std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(DelayReportQuery, (), (by, from, to))

/// One bar of the Pareto chart; approved reports only.
struct DelayLine {
  std::optional<std::string> key;   ///< the cause's word or the department's id; absent: items without department
  std::optional<std::string> name;  ///< the department's
  std::int64_t reports = 0;
  std::int64_t delay_days = 0;        ///< working days, all together
  std::int64_t share = 0;             ///< of all reports, in percent
  std::int64_t cumulative_share = 0;  ///< with all lines before; the last one is 100
};
BOOST_DESCRIBE_STRUCT(DelayLine, (), (key, name, reports, delay_days, share, cumulative_share))

/// Against the date promised first. `open_late`: it has passed and the item is not done, whatever date it has now.
enum class DueOutcome { on_time, late, open_late };
BOOST_DESCRIBE_ENUM(DueOutcome, on_time, late, open_late)

/// Items whose first date lies in the period, at most two years; default: the last 90 days.
struct PunctualityQuery {
  std::optional<Date> from;
  std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(PunctualityQuery, (), (from, to))

struct PunctualityLine {
  std::optional<DepartmentId> department_id;
  std::optional<std::string> department_name;
  std::int64_t on_time = 0;
  std::int64_t late = 0;
  std::int64_t open_late = 0;
  std::int64_t percent = 0;  ///< on time, of the three together
};
BOOST_DESCRIBE_STRUCT(PunctualityLine, (), (department_id, department_name, on_time, late, open_late, percent))

/// By owner, handler or whoever may change the item, while it is overdue; one waits at a time. The item stays overdue and is
/// escalated until it is approved. Refuses work.delay_not_overdue, work.delay_report_waiting, work.delay_not_yours, work.closed.
Result<DelayReportView> report_delay(Context& ctx, WorkItemId id, DelayReportForm const& form);
/// The owner's supervisor, whoever stands in for them, or somebody above; where nobody stands above, whoever may assign the
/// item. Nobody their own, unless nobody else is there. Moves the due time; refuses work.delay_date_passed when the new one is over.
Result<DelayReportView> approve_delay(Context& ctx, WorkItemId item, DelayReportId id, std::string_view note = {});
/// The same people, with a reason; the date stays.
Result<DelayReportView> decline_delay(Context& ctx, WorkItemId item, DelayReportId id, std::string_view reason);
/// Only who reported.
Result<DelayReportView> withdraw_delay(Context& ctx, WorkItemId item, DelayReportId id);

/// Of what the actor sees, newest first.
Result<http::Page<DelayReportView>> delay_reports(ReadContext const& ctx, DelayListQuery const& query);
/// Of one item, oldest first.
Result<std::vector<DelayReportView>> delay_reports_of(ReadContext const& ctx, WorkItemId id);
/// The most frequent first, of items the actor sees.
Result<std::vector<DelayLine>> delay_report(ReadContext const& ctx, DelayReportQuery const& query);
/// By department, the least punctual first, of items the actor sees.
Result<std::vector<PunctualityLine>> punctuality(ReadContext const& ctx, PunctualityQuery const& query);

// ---- What waits for one's own word ----

enum class Awaited { question, date_proposal, result, delay_report };
BOOST_DESCRIBE_ENUM(Awaited, question, date_proposal, result, delay_report)

struct AwaitedView {
  Awaited what = Awaited::question;
  Uuid id;  ///< the question's, proposal's or report's; of a result the item's
  WorkItemId work_item_id;
  std::string number;
  std::string title;
  std::string by_name;  ///< who waits
  Instant at;
  std::string text;               ///< what they asked, the reason, the result, the corrective action
  std::optional<Instant> due_at;  ///< the date asked for
};
BOOST_DESCRIBE_STRUCT(AwaitedView, (), (what, id, work_item_id, number, title, by_name, at, text, due_at))

/// Questions on handoffs one gave or owns the item of, date proposals and results for one's own items, delay reports to
/// decide; the longest waiting first, at most 200.
std::vector<AwaitedView> waiting_for_me(ReadContext const& ctx);

}  // namespace zx::work
