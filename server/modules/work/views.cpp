#include "modules/work/views.hpp"

#include "modules/work/details.hpp"
#include "modules/work/sql.hpp"

namespace zx::work::views {
namespace {

/// Who held the item from when to when: its first holder, then everybody who accepted a handoff, then who is asked now.
std::vector<HolderView> custody(ReadContext const& ctx, store::Item const& item, Around const& around) {
  auto const& [handoffs, open] = around;
  auto calendar = ctx.services.calendar_of(ctx.actor.organization);
  auto end = item.commitment.closed_at.value_or(ctx.now);
  std::vector<HolderView> chain;
  auto first = handoffs.empty() ? followup::PersonView{item.commitment.handler_id, store::name_of(ctx, item.commitment.handler_id)}
                                : followup::PersonView{handoffs.front().from_id, handoffs.front().from_name};
  chain.push_back({.holder = first, .offered_at = item.row.created_at, .accepted_at = item.row.created_at, .until = {}});
  for (auto const& handoff : handoffs) {
    if (handoff.declined_at || handoff.withdrawn_at) continue;
    if (handoff.accepted_at) chain.back().until = handoff.accepted_at;
    chain.push_back({.holder = {handoff.to_id, handoff.to_name}, .offered_at = handoff.at, .accepted_at = handoff.accepted_at, .until = {}});
  }
  if (item.commitment.closed_at) chain.back().until = end;
  for (auto& link : chain) {
    link.waiting_minutes = flow::working_minutes(*calendar, open, link.offered_at, link.accepted_at.value_or(end));
    link.holding_minutes = link.accepted_at ? flow::working_minutes(*calendar, open, *link.accepted_at, link.until.value_or(end)) : 0;
  }
  return chain;
}

struct Surroundings {
  std::optional<std::string> department_name;
  std::optional<std::string> parent_number;
  std::optional<std::string> requester_name;
  std::int64_t sub_items = 0;
  std::int64_t sub_items_open = 0;
  std::int64_t waits_for = 0;
};
BOOST_DESCRIBE_STRUCT(Surroundings, (), (department_name, parent_number, requester_name, sub_items, sub_items_open, waits_for))

/// Of a receiver who is away today.
std::optional<followup::PersonView> stand_in(ReadContext const& ctx, EmployeeId receiver) {
  auto const deputy = followup::stand_in_of(ctx, receiver);
  if (!deputy) return std::nullopt;
  return followup::PersonView{*deputy, store::name_of(ctx, *deputy)};
}

}  // namespace

HandoffView handoff(ReadContext const& ctx, store::HandoffRow const& row) {
  bool pending = !row.accepted_at && !row.declined_at && !row.withdrawn_at;
  return {.id = row.id,
          .work_item_id = row.work_item_id,
          .work_item_number = row.work_item_number,
          .work_item_title = row.work_item_title,
          .from = {row.from_id, row.from_name},
          .to = {row.to_id, row.to_name},
          .stand_in = pending ? stand_in(ctx, row.to_id) : std::nullopt,
          .note = row.note,
          .at = row.at,
          .answer_due_at = row.answer_due_at,
          .late = pending && row.answer_due_at < ctx.now,
          .accepted_at = row.accepted_at,
          .declined_at = row.declined_at,
          .withdrawn_at = row.withdrawn_at,
          .reason = row.reason,
          .understanding = row.understanding};
}

Result<WorkItemView> item(ReadContext const& ctx, store::Item const& item) {
  auto const& [row, commitment] = item;
  auto standing = TRY(followup::standing_of(ctx, commitment.id));
  Around const around{store::handoffs_of(ctx, row.id), flow::open_spans(ctx, item)};
  auto names = ctx.db.sure<Surroundings>(sql::names_around_item, {{"org", ctx.actor.organization}, {"id", row.id}});
  std::optional<HandoffView> pending;
  for (auto const& each : around.handoffs) {
    if (!each.accepted_at && !each.declined_at && !each.withdrawn_at) pending = handoff(ctx, each);
  }
  auto standpoint = store::standpoint(ctx, item);
  standpoint.receiver = pending && (ctx.actor.is_system || pending->to.id == ctx.actor.employee);
  rules::Obstacles obstacles{
      .handoff_pending = pending.has_value(), .open_sub_items = names.sub_items_open > 0, .overdue = standing.overdue, .waits = names.waits_for > 0};
  WorkItemView view{.id = row.id,
                    .number = commitment.number,
                    .kind = commitment.subject_kind,
                    .title = commitment.title,
                    .description = row.description,
                    .state = row.state,
                    .requester = {row.requester_employee_id, row.requester_name, row.requester_phone, row.requester_email},
                    .requester_name = names.requester_name,
                    .location = row.location,
                    .standing = std::move(standing),
                    .department_id = commitment.department_id,
                    .department_name = names.department_name,
                    .participants = followup::participants_of(ctx, commitment.id),
                    .progress = row.progress,
                    .start_at = row.start_at,
                    .due_at = commitment.due_at,
                    .original_due_at = row.original_due_at,
                    .completed_at = row.completed_at,
                    .source = row.source,
                    .tags = TRY(from_json<std::vector<std::string>>(row.tags)),
                    .parent_id = row.parent_id,
                    .parent_number = names.parent_number,
                    .sub_items = names.sub_items,
                    .sub_items_open = names.sub_items_open,
                    .state_reason = row.state_reason,
                    .hold_until = row.hold_until,
                    .pending_handoff = std::move(pending),
                    .custody = custody(ctx, item, around),
                    .next_states = rules::next_states(row.state, standpoint, obstacles),
                    .created_at = row.created_at,
                    .created_by_name = row.created_by_name,
                    .version = commitment.version};
  add_details(ctx, item, around, view);
  return view;
}

}  // namespace zx::work::views
