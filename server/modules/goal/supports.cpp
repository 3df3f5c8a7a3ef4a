// What other departments promise to a goal.

#include "modules/goal/card_store.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {
namespace {

struct RequestRow {
  Uuid id;
  GoalCardId card_id;
  GoalItemId item_id;
  DepartmentId department_id;
  std::string card_number;
  std::string person_name;
  std::string what;
  std::optional<std::string> quantity;
  std::optional<std::string> how;
  std::string department_name;
  SupportState state = SupportState::asked;
  std::optional<std::string> reason;
  Instant asked_at;
  std::optional<std::string> answered_by_name;
  std::optional<Instant> answered_at;
  CardState card_state = CardState::draft;
};
BOOST_DESCRIBE_STRUCT(RequestRow, (),
                      (id, card_id, item_id, department_id, card_number, person_name, what, quantity, how, department_name, state, reason, asked_at,
                       answered_by_name, answered_at, card_state))

SupportRequestView view_of(RequestRow const& row) {
  return {row.id,    row.card_id, row.item_id,  row.card_number,      row.person_name, row.what, row.quantity, row.how, row.department_name,
          row.state, row.reason,  row.asked_at, row.answered_by_name, row.answered_at};
}

std::optional<RequestRow> find_request(ReadContext const& ctx, Uuid id) {
  db::Composed statement(sql::supports);
  statement += sql::support_called;
  return ctx.db.one<RequestRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

struct HeadedRow {
  DepartmentId id;
};
BOOST_DESCRIBE_STRUCT(HeadedRow, (), (id))

bool heads(ReadContext const& ctx, DepartmentId department) {
  return !ctx.actor.employee.is_nil() && org::chart_of(ctx)->head_of(department, store::today(ctx)) == ctx.actor.employee;
}

}  // namespace

std::vector<SupportRequestView> support_requests(ReadContext const& ctx) {
  std::vector<SupportRequestView> views;
  for (auto const& headed : ctx.db.all<HeadedRow>(sql::asked_departments, {{"org", ctx.actor.organization}})) {
    if (!heads(ctx, headed.id)) continue;
    db::Composed statement(sql::supports);
    statement += sql::supports_of_department;
    for (auto const& row : ctx.db.all<RequestRow>(statement, {{"org", ctx.actor.organization}, {"department", headed.id}})) views.push_back(view_of(row));
  }
  return views;
}

Result<SupportRequestView> answer_support(Context& ctx, Uuid id, SupportAnswerForm const& form) {
  auto row = find_request(ctx, id);
  // Before it is proposed nobody was asked yet.
  if (!row || row->card_state == CardState::draft || !heads(ctx, row->department_id)) return Refusal::not_found("goal.support_not_found");
  bool const explains = form.reason && !text::trim(*form.reason).empty();
  if (!form.confirmed && !explains) return Refusal::invalid_field("reason", "goal.support_reason_needed");
  constexpr std::size_t longest_reason = 2000;
  if (form.reason && text::length(*form.reason) > longest_reason)
    return Refusal::invalid_field("reason", "field.too_long", {{"most", std::to_string(longest_reason)}});
  ctx.db.one<GoalCardId>(sql::lock_card, {{"org", ctx.actor.organization}, {"id", row->card_id}});
  auto card = store::any_card(ctx, row->card_id).value();
  if (card.state != CardState::proposed && card.state != CardState::negotiating) return Refusal::conflict("goal.support_settled");
  row->state = form.confirmed ? SupportState::confirmed : SupportState::declined;
  row->reason = form.reason;
  row->answered_by_name = ctx.actor.name;
  row->answered_at = ctx.now;
  ctx.db.enqueue(sql::answer_support, {{"org", ctx.actor.organization},
                                       {"id", id},
                                       {"state", row->state},
                                       {"reason", row->reason},
                                       {"answered_by_name", row->answered_by_name},
                                       {"answered_at", row->answered_at}});
  store::update(ctx, card);
  store::tell(ctx, card, form.confirmed ? "goal_card.support_confirmed" : "goal_card.support_declined",
              {{"goal_what", "", row->what}, {"goal_support_department", "", row->department_name}}, form.reason.value_or(""));
  store::notify(ctx, card, "support_answered", card.person_id, row->department_name + (form.reason ? "：" + *form.reason : ""));
  return view_of(*row);
}

}  // namespace zx::goal
