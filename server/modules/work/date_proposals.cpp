// Proposing another date instead of letting one pass.

#include "modules/work/attention.hpp"
#include "modules/work/delay_rules.hpp"
#include "modules/work/negotiations.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/base/text.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_text = 2000;

Result<void> check(std::string const& reason) {
  if (text::trim(reason).empty()) return Refusal::invalid_field("reason", "field.required");
  if (text::length(reason) > longest_text) return Refusal::invalid_field("reason", "field.too_long", {{"most", std::to_string(longest_text)}});
  return {};
}

std::string shown(std::optional<Instant> at) { return at ? at->text() : std::string{}; }

std::optional<DateProposalView> find(ReadContext const& ctx, db::Statement const& which, std::string_view name, db::Value value) {
  db::Composed statement(sql::proposals);
  statement += which;
  return ctx.db.one<DateProposalView>(statement, {{"org", ctx.actor.organization}, {name, std::move(value)}});
}

/// The handler, and whoever is asked to become it.
bool may_propose(Context const& ctx, store::Item const& item) {
  if (item.commitment.handler_id == ctx.actor.employee) return true;
  auto const pending = store::pending_handoff(ctx, item.row.id);
  return pending && pending->to_id == ctx.actor.employee;
}

Result<void> check_date(Context const& ctx, store::Item const& item, Instant due_at) {
  auto const& now_due = item.commitment.due_at;
  TRY(rules::may_redate(item.commitment, due_at, ctx.now));
  if (due_at <= ctx.now) return Refusal::invalid_field("due_at", "work.due_in_past");
  if (item.row.start_at && due_at < *item.row.start_at) return Refusal::invalid_field("due_at", "work.due_before_start");
  if (now_due == due_at) return Refusal::invalid_field("due_at", "work.due_unchanged");
  return {};
}

/// Nobody has accepted the item yet: what is agreed now is the first agreement.
bool is_never_accepted(store::Item const& item) {
  auto const state = item.row.state == State::on_hold ? item.row.state_before_hold.value_or(State::on_hold) : item.row.state;
  return state == State::draft || state == State::assigned;
}

Result<void> may_answer(Context const& ctx, store::Item const& item, DateProposalView const& proposal, ProposalAnswerForm const& form) {
  if (form.answer == ProposalAnswer::withdrawn) {
    if (proposal.by_id != ctx.actor.employee) return Refusal::forbidden("work.proposal_not_yours");
    return {};
  }
  if (form.answer == ProposalAnswer::declined) TRY(check(form.reason.value_or("")));
  auto const standpoint = store::standpoint(ctx, item);
  if (!standpoint.owner && !standpoint.may_assign) return Refusal::forbidden("work.proposal_owner_answers");
  if (form.answer != ProposalAnswer::accepted) return {};
  if (rules::is_closed(item.row.state)) return Refusal::conflict("work.closed");
  // It may have become late while the proposal waited.
  TRY(rules::may_redate(item.commitment, proposal.due_at, ctx.now));
  if (proposal.due_at <= ctx.now) return Refusal::conflict("work.proposal_date_passed");
  return {};
}

void move_due(Context const& ctx, store::Item& item, Instant due_at) {
  if (!item.row.original_due_at || is_never_accepted(item)) item.row.original_due_at = due_at;
  store::update(ctx, item.row);
  item.commitment = followup::change(ctx, item.commitment, {.due_at = due_at});
}

/// Who proposed hears the answer; who else has to do with the item that it has another due time.
void tell_answer(Context const& ctx, store::Item const& item, DateProposalView const& proposal) {
  auto const reason = proposal.answer_reason.value_or("");
  if (proposal.answer == ProposalAnswer::declined) ask_attention(ctx, item, "date_declined", proposal.by_id, reason);
  if (proposal.answer != ProposalAnswer::accepted) return;
  auto const date = moment(ctx, proposal.due_at);
  ask_attention(ctx, item, "date_accepted", proposal.by_id, reason.empty() ? date : date + " · " + reason);
  auto const& now = item.commitment;
  if (now.handler_id != proposal.by_id) ask_attention(ctx, item, "due_moved", now.handler_id, date);
  if (now.owner_id != proposal.by_id && now.owner_id != now.handler_id) ask_attention(ctx, item, "due_moved", now.owner_id, date);
}

}  // namespace

std::vector<DateProposalView> negotiations::proposals_of(ReadContext const& ctx, WorkItemId id) {
  db::Composed statement(sql::proposals);
  statement += sql::proposals_of_item;
  return ctx.db.all<DateProposalView>(statement, {{"org", ctx.actor.organization}, {"work_item", id}});
}

Result<DateProposalView> propose_date(Context& ctx, WorkItemId id, DateProposalForm const& form) {
  TRY(check(form.reason));
  auto const item = TRY(store::find_visible(ctx, id, permissions::read));
  if (rules::is_closed(item.row.state)) return Refusal::conflict("work.closed");
  if (!may_propose(ctx, item)) return Refusal::forbidden("work.proposal_handler_only");
  TRY(check_date(ctx, item, form.due_at));
  if (find(ctx, sql::proposal_waiting, "work_item", id)) return Refusal::conflict("work.proposal_waiting");
  DateProposalView view{.id = DateProposalId::make(),
                        .work_item_id = id,
                        .by_id = ctx.actor.employee,
                        .by_name = ctx.actor.name,
                        .at = ctx.now,
                        .due_before = item.commitment.due_at,
                        .due_at = form.due_at,
                        .reason = form.reason};
  ctx.db.enqueue(sql::insert_proposal, db::Parameters::of(view).and_("org", ctx.actor.organization));
  store::tell(ctx, id, "work_item.date_proposed", {{"proposed_due_at", shown(view.due_before), form.due_at.text()}}, form.reason);
  ask_attention(ctx, item, "counter_date", item.commitment.owner_id, form.reason);
  return view;
}

Result<DateProposalView> answer(Context& ctx, DateProposalId id, ProposalAnswerForm const& form) {
  auto proposal = find(ctx, sql::proposal_called, "id", id);
  if (!proposal) return Refusal::not_found("work.proposal_not_found");
  auto item = TRY(store::find_visible(ctx, proposal->work_item_id, permissions::read));
  TRY(may_answer(ctx, item, *proposal, form));
  proposal->answer = form.answer;
  proposal->answer_reason = form.reason;
  proposal->answered_by_name = ctx.actor.name;
  proposal->answered_at = ctx.now;
  if (ctx.db.execute(sql::answer_proposal, db::Parameters::of(*proposal).and_("org", ctx.actor.organization)) == 0) {
    return Refusal::conflict("work.proposal_answered");
  }
  auto const before = item.commitment.due_at;
  std::vector<timeline::Change> changes;
  if (form.answer == ProposalAnswer::accepted) {
    move_due(ctx, item, proposal->due_at);
    changes.push_back({"due_at", shown(before), proposal->due_at.text()});
  }
  store::tell(ctx, item.row.id, "work_item.date_" + std::string(enum_text(form.answer)), std::move(changes), form.reason.value_or(""));
  tell_answer(ctx, item, *proposal);
  return std::move(*proposal);
}

}  // namespace zx::work
