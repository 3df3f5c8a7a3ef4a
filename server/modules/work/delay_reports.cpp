// Reporting a delay, and deciding about it.

#include <algorithm>

#include "modules/work/attention.hpp"
#include "modules/work/changing.hpp"
#include "modules/work/delaying.hpp"
#include "modules/work/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_note = 2000;

Result<void> check_note(std::string_view field, std::string_view text) {
  if (text::length(text) > longest_note) return Refusal::invalid_field(std::string(field), "field.too_long", {{"most", std::to_string(longest_note)}});
  return {};
}

/// Owner, handler, and whoever may change the item.
Result<void> entitled(Context const& ctx, store::Item const& item) {
  if (!changing::may_change(ctx, item)) return Refusal::forbidden("work.delay_not_yours");
  return {};
}

Result<void> check(Context const& ctx, store::Item const& item, DelayReportForm const& form) {
  if (rules::is_closed(item.row.state)) return Refusal::conflict("work.closed");
  TRY(entitled(ctx, item));
  if (!followup::is_overdue(item.commitment.state, item.commitment.due_at, ctx.now)) return Refusal::conflict("work.delay_not_overdue");
  if (item.row.start_at && form.new_due_at < *item.row.start_at) return Refusal::invalid_field("new_due_at", "work.due_before_start");
  return {};
}

/// Working days from the day it was due to the day it will be.
std::int64_t working_days(Context const& ctx, Instant from, Instant to) {
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  return calendar->working_days_between(calendar::local_date(from, calendar->zone()), calendar::local_date(to, calendar->zone()));
}

DelayReportView shown(ReadContext const& ctx, DelayReportId id) { return delays::view(ctx, delays::find(ctx, id).value(), delays::Deciding(ctx)); }

Refusal not_yours_to_decide(Context const& ctx, delays::Row const& report) {
  if (report.by_id == ctx.actor.employee) return Refusal::forbidden("work.delay_own_report");
  if (!report.approver_name) return Refusal::forbidden("work.delay_assigners_decide");
  return Refusal::forbidden("work.delay_supervisor_decides", {{"name", *report.approver_name}});
}

/// The item of a report. Whoever stands in for the approver decides about items they do not see otherwise.
Result<store::Item> find_to_decide(Context const& ctx, delays::Row const& report) {
  auto item = store::find_visible(ctx, report.work_item_id, permissions::read);
  if (item || !delays::Deciding(ctx).may_decide(report)) return item;
  auto beyond = ctx.actor;
  beyond.is_system = true;
  return store::find_visible(Context{beyond, ctx.now, ctx.db, ctx.services}, report.work_item_id, permissions::read);
}

struct Waiting {
  delays::Row report;
  store::Item item;
};

/// The report with its item locked, while it waits.
Result<Waiting> find_waiting(Context const& ctx, WorkItemId item_id, DelayReportId id) {
  auto report = delays::find(ctx, id);
  if (!report || report->work_item_id != item_id) return Refusal::not_found("work.delay_report_not_found");
  auto item = TRY(find_to_decide(ctx, *report));
  report = delays::find(ctx, id);  // again, under the item's lock
  if (report->state != DelayState::waiting) return Refusal::conflict("work.delay_report_decided");
  return Waiting{std::move(*report), std::move(item)};
}

Result<Waiting> find_for_decision(Context const& ctx, WorkItemId item_id, DelayReportId id) {
  auto waiting = TRY(find_waiting(ctx, item_id, id));
  if (!delays::Deciding(ctx).may_decide(waiting.report)) return not_yours_to_decide(ctx, waiting.report);
  return waiting;
}

void save(Context const& ctx, delays::Row& report, DelayState state, std::string_view note) {
  report.state = state;
  report.decided_by_name = ctx.actor.name;
  report.decided_at = ctx.now;
  if (!text::trim(note).empty()) report.decision_note = std::string(note);
  ctx.db.execute(sql::decide_delay, {{"org", ctx.actor.organization},
                                     {"id", report.id},
                                     {"state", state},
                                     {"decided_by_name", report.decided_by_name},
                                     {"decided_at", report.decided_at},
                                     {"decision_note", report.decision_note}});
}

void tell_outcome(Context const& ctx, Waiting const& waiting, std::string_view occasion, std::string_view note) {
  std::vector<EmployeeId> people;
  for (auto person : {waiting.report.by_id, waiting.item.commitment.owner_id, waiting.item.commitment.handler_id})
    if (std::ranges::find(people, person) == people.end()) people.push_back(person);
  for (auto person : people) ask_attention(ctx, waiting.item, occasion, person, note);
}

void move_due(Context const& ctx, store::Item& item, delays::Row const& report) {
  if (!item.row.original_due_at) {
    item.row.original_due_at = report.due_before;
    store::update(ctx, item.row);
  }
  item.commitment = followup::change(ctx, item.commitment, {.due_at = report.new_due_at});
}

}  // namespace

Result<DelayReportView> report_delay(Context& ctx, WorkItemId id, DelayReportForm const& form) {
  auto const item = TRY(store::find_visible(ctx, id, permissions::read));
  if (form.id) {
    if (auto known = delays::find(ctx, *form.id); known && known->work_item_id == id) return shown(ctx, *form.id);
  }
  if (auto errors = rules::wrong_fields(form, ctx.now); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  TRY(check(ctx, item, form));
  for (auto const& earlier : delays::of(ctx, id))
    if (earlier.state == DelayState::waiting) return Refusal::conflict("work.delay_report_waiting");
  delays::Deciding const deciding(ctx);
  auto const due_before = item.commitment.due_at.value();
  delays::Row const row{.id = form.id.value_or(DelayReportId::make()),
                        .work_item_id = id,
                        .department_id = item.commitment.department_id,
                        .by_id = ctx.actor.employee,
                        .by_name = ctx.actor.name,
                        .at = ctx.now,
                        .cause = form.cause,
                        .whys = to_json(form.whys),
                        .corrective_action = form.corrective_action,
                        .due_before = due_before,
                        .new_due_at = form.new_due_at,
                        .delay_days = working_days(ctx, due_before, form.new_due_at),
                        .approver_id = deciding.approver(item.commitment.owner_id, ctx.actor.employee)};
  ctx.db.execute(sql::insert_delay, db::Parameters::of(row).and_("org", ctx.actor.organization));
  store::tell(ctx, id, "work_item.delay_reported",
              {{"delay_cause", "", std::string(enum_text(form.cause))}, {"proposed_due_at", due_before.text(), form.new_due_at.text()}}, rules::note_of(form));
  if (row.approver_id) {
    auto const told = deciding.present_for(*row.approver_id);
    followup::add_participant(ctx, item.commitment.id, told);  // who has to decide has to be able to look
    ask_attention(ctx, item, "delay_report", told, form.corrective_action);
  } else {
    ask_attention(ctx, item, "delay_report", item.commitment.owner_id, form.corrective_action);
  }
  return shown(ctx, row.id);
}

Result<DelayReportView> approve_delay(Context& ctx, WorkItemId item_id, DelayReportId id, std::string_view note) {
  TRY(check_note("note", note));
  auto waiting = TRY(find_for_decision(ctx, item_id, id));
  if (rules::is_closed(waiting.item.row.state)) return Refusal::conflict("work.closed");
  if (waiting.report.new_due_at <= ctx.now) return Refusal::conflict("work.delay_date_passed");
  auto const before = waiting.item.commitment.due_at;
  save(ctx, waiting.report, DelayState::approved, note);
  move_due(ctx, waiting.item, waiting.report);
  store::tell(ctx, item_id, "work_item.delay_approved", {{"due_at", before ? before->text() : "", waiting.report.new_due_at.text()}}, note);
  tell_outcome(ctx, waiting, "delay_approved", note);
  return shown(ctx, id);
}

Result<DelayReportView> decline_delay(Context& ctx, WorkItemId item_id, DelayReportId id, std::string_view reason) {
  if (text::trim(reason).empty()) return Refusal::invalid_field("reason", "field.required");
  TRY(check_note("reason", reason));
  auto waiting = TRY(find_for_decision(ctx, item_id, id));
  save(ctx, waiting.report, DelayState::declined, reason);
  store::tell(ctx, item_id, "work_item.delay_declined", {}, reason);
  tell_outcome(ctx, waiting, "delay_refused", reason);
  return shown(ctx, id);
}

Result<DelayReportView> withdraw_delay(Context& ctx, WorkItemId item_id, DelayReportId id) {
  auto waiting = TRY(find_waiting(ctx, item_id, id));
  if (!ctx.actor.is_system && waiting.report.by_id != ctx.actor.employee) return Refusal::forbidden("work.delay_not_yours_to_withdraw");
  save(ctx, waiting.report, DelayState::withdrawn, {});
  store::tell(ctx, item_id, "work_item.delay_withdrawn");
  return shown(ctx, id);
}

}  // namespace zx::work
