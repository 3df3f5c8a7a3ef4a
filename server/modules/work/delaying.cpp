#include "modules/work/delaying.hpp"

#include <algorithm>
#include <array>

#include "modules/work/attention.hpp"
#include "modules/work/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::work::delays {
namespace {

constexpr std::array<std::string_view, 8> approver_names = {"approver1", "approver2", "approver3", "approver4",
                                                            "approver5", "approver6", "approver7", "approver8"};

std::optional<Row> first(ReadContext const& ctx, db::Statement const& which, std::string_view name, db::Value value) {
  db::Composed statement(sql::delay_reports);
  statement += which;
  return ctx.db.one<Row>(statement, {{"org", ctx.actor.organization}, {name, std::move(value)}});
}

/// A report nobody above could decide is for whoever may assign the item.
bool may_assign(ReadContext const& ctx, WorkItemId item) {
  return ctx.actor.may(permissions::assign) && followup::find_visible(ctx, store::commitment_id(item), permissions::assign).ok();
}

}  // namespace

Deciding::Deciding(ReadContext const& ctx)
    : ctx_(ctx), chart_(org::chart_of(ctx)), deputies_{}, today_(calendar::local_date(ctx.now, ctx.services.calendar_of(ctx.actor.organization)->zone())) {
  deputies_ = org::deputies_on(ctx, today_);
}

std::optional<EmployeeId> Deciding::approver(EmployeeId owner, EmployeeId by) const {
  auto const above = rules::deciders(chart_->reporting_line(owner, today_), by);
  return above.empty() ? std::nullopt : std::optional(above.front());
}

bool Deciding::may_decide(Row const& row) const {
  if (ctx_.actor.is_system) return true;
  auto const me = ctx_.actor.employee;
  if (me.is_nil()) return false;
  auto const above = rules::deciders(chart_->reporting_line(row.owner_id, today_), row.by_id);
  if (above.empty()) return may_assign(ctx_, row.work_item_id);
  if (std::ranges::find(above, me) != above.end()) return true;
  return me != row.by_id && present_for(above.front()) == me;
}

std::vector<EmployeeId> Deciding::persons() const {
  std::vector<EmployeeId> persons{ctx_.actor.employee};
  for (auto const& [away, deputy] : deputies_)
    if (persons.size() < approver_names.size() && present_for(away) == ctx_.actor.employee) persons.push_back(away);
  return persons;
}

std::optional<Row> find(ReadContext const& ctx, DelayReportId id) { return first(ctx, sql::delay_called, "id", id); }

DelayReportView view(ReadContext const& ctx, Row row, Deciding const& deciding) {
  bool const waits = row.state == DelayState::waiting;
  bool const is_mine = ctx.actor.is_system || (!ctx.actor.employee.is_nil() && row.by_id == ctx.actor.employee);
  bool const may_decide = waits && deciding.may_decide(row);
  return {.id = row.id,
          .work_item_id = row.work_item_id,
          .work_item_number = std::move(row.work_item_number),
          .work_item_title = std::move(row.work_item_title),
          .department_name = std::move(row.department_name),
          .by_id = row.by_id,
          .by_name = std::move(row.by_name),
          .at = row.at,
          .cause = row.cause,
          .whys = from_json<std::vector<std::string>>(row.whys).value(),
          .corrective_action = std::move(row.corrective_action),
          .due_before = row.due_before,
          .new_due_at = row.new_due_at,
          .delay_days = row.delay_days,
          .state = row.state,
          .approver_id = row.approver_id,
          .approver_name = std::move(row.approver_name),
          .decided_by_name = std::move(row.decided_by_name),
          .decided_at = row.decided_at,
          .decision_note = std::move(row.decision_note),
          .may_decide = may_decide,
          .may_withdraw = waits && is_mine};
}

std::vector<DelayReportView> of(ReadContext const& ctx, WorkItemId id) {
  db::Composed statement(sql::delay_reports);
  statement += sql::delays_of_item;
  Deciding const deciding(ctx);
  std::vector<DelayReportView> views;
  for (auto& row : ctx.db.all<Row>(statement, {{"org", ctx.actor.organization}, {"work_item", id}})) views.push_back(view(ctx, std::move(row), deciding));
  return views;
}

void add_waiting_for_me(db::Composed& statement, db::Parameters& parameters, ReadContext const& ctx) {
  auto const persons = Deciding(ctx).persons();
  for (std::size_t i = 0; i < approver_names.size(); ++i) parameters.set(approver_names[i], persons[i < persons.size() ? i : 0]);
  statement += sql::delays_for_me;
  statement += followup::visible_within(ctx.actor.reach(permissions::assign));
  statement += sql::delays_for_me_end;
}

void withdraw_moot(Context const& ctx, WorkItemId id) {
  ctx.db.enqueue(sql::withdraw_moot_delay, {{"org", ctx.actor.organization}, {"work_item", id}, {"by_name", ctx.actor.name}, {"now", ctx.now}});
}

void redirect(Context const& ctx, store::Item const& item) {
  auto const report = first(ctx, sql::delay_waiting, "work_item", item.row.id);
  if (!report) return;
  Deciding const deciding(ctx);
  auto const approver = deciding.approver(item.commitment.owner_id, report->by_id);
  if (approver == report->approver_id) return;
  ctx.db.enqueue(sql::redirect_delay, {{"org", ctx.actor.organization}, {"id", report->id}, {"approver", approver}});
  if (!approver) return;
  auto const told = deciding.present_for(*approver);
  followup::add_participant(ctx, item.commitment.id, told);
  ask_attention(ctx, item, "delay_report", told, report->corrective_action);
}

}  // namespace zx::work::delays
