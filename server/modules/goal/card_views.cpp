#include "modules/goal/card_views.hpp"

#include <algorithm>

#include "modules/goal/action_rows.hpp"
#include "modules/goal/card_settings.hpp"
#include "modules/goal/exceptions.hpp"
#include "modules/goal/following.hpp"
#include "modules/goal/goal_rollup.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/style_rules.hpp"
#include "platform/base/json.hpp"

namespace zx::goal::views {
namespace {

struct SupportRow {
  Uuid id;
  GoalItemId item_id;
  DepartmentId department_id;
  std::string department_name;
  SupportState state = SupportState::asked;
  std::optional<std::string> reason;
  Instant asked_at;
  std::optional<std::string> answered_by_name;
  std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(SupportRow, (), (id, item_id, department_id, department_name, state, reason, asked_at, answered_by_name, answered_at))

struct ChildRow {
  GoalItemId item_id;             ///< the goal above
  std::optional<Decimal> target;  ///< of the same unit
  Decimal weight;
};
BOOST_DESCRIBE_STRUCT(ChildRow, (), (item_id, target, weight))

/// Everything that stands beside a card's items, one query each.
class Beside {
 public:
  Beside(ReadContext const& ctx, GoalCardId id)
      : supports_(all<SupportRow>(ctx, id, sql::supports, &sql::supports_of_card)),
        check_ins_(all<CheckInView>(ctx, id, sql::check_ins, &sql::check_ins_of_card)),
        revisions_(all<RevisionView>(ctx, id, sql::revisions, &sql::revisions_of_card)),
        parents_(all<store::LinkedRow>(ctx, id, sql::parents_of_card, nullptr)),
        children_(all<ChildRow>(ctx, id, sql::children_of_card, nullptr)),
        actions_(store::actions_of(ctx, id)) {}

  void add_to(GoalItemView& view, store::ItemRow const& row) const {
    for (auto const& each : supports_) {
      if (each.item_id == row.id)
        view.supports.push_back(
            {each.id, each.department_id, each.department_name, each.state, each.reason, each.asked_at, each.answered_by_name, each.answered_at});
    }
    for (auto const& each : check_ins_) {
      if (each.item_id == row.id) view.check_ins.push_back(each);
    }
    for (auto const& each : revisions_) {
      if (each.item_id == row.id) view.revisions.push_back(each);
    }
    for (auto const& each : actions_) {
      if (each.item_id == row.id) view.actions.push_back(store::view_of(each));
    }
    for (auto const& each : parents_) {
      if (row.parent_item_id == each.id) view.parent = linked(each);
    }
    add_children(view, row);
  }

 private:
  void add_children(GoalItemView& view, store::ItemRow const& row) const {
    std::vector<rules::Part> targets;
    for (auto const& each : children_) {
      if (each.item_id != row.id) continue;
      ++view.children.items;
      if (each.target) targets.push_back({*each.target, each.weight});
    }
    if (view.children.items == 0) return;
    view.children.sum = rules::promised(row.rollup, targets);
    if (row.target) view.children.gap = *row.target - view.children.sum;
  }

  template <class Row>
  static std::vector<Row> all(ReadContext const& ctx, GoalCardId id, db::Statement const& head, db::Statement const* tail) {
    db::Composed statement(head);
    if (tail) statement += *tail;
    return ctx.db.all<Row>(statement, {{"org", ctx.actor.organization}, {"card", id}});
  }

  std::vector<SupportRow> supports_;
  std::vector<CheckInView> check_ins_;
  std::vector<RevisionView> revisions_;
  std::vector<store::LinkedRow> parents_;
  std::vector<ChildRow> children_;
  std::vector<store::ActionRow> actions_;
};

GoalItemView item(ReadContext const& ctx, store::CardRow const& card, store::ItemRow const& row) {
  GoalItemView view{.id = row.id,
                    .number = store::item_number(card.number, row.position),
                    .what = row.what,
                    .purpose = row.purpose,
                    .quantity = row.quantity,
                    .quality = row.quality,
                    .time_standard = row.time_standard,
                    .cost = row.cost,
                    .how = row.how,
                    .due_on = row.due_on,
                    .milestones = from_json<std::vector<Milestone>>(row.milestones).value(),
                    .measure = row.measure,
                    .unit = row.unit,
                    .better = row.better,
                    .accrual = row.accrual,
                    .base = row.base_value,
                    .commit = row.commit_value,
                    .target = row.target,
                    .stretch = row.stretch_value,
                    .original_target = row.original_target,
                    .weight = row.weight,
                    .parent = {},
                    .children = {.items = 0, .sum = {}, .gap = {}},
                    .rollup = row.rollup,
                    .target_row = {},
                    .risks = row.risks,
                    .supports = {},
                    .actual = row.actual,
                    .confidence = row.confidence};
  if (row.rollup == Rollup::sheet) view.target_row = following::view_of(ctx, row);
  if (row.actual) {
    view.completion = rules::completion(row.better, row.target, *row.actual);
    if (row.original_target) view.completion_against_original = rules::completion(row.better, row.original_target, *row.actual);
  }
  view.self_actual = row.self_actual;
  view.self_note = row.self_note;
  view.supervisor_note = row.supervisor_note;
  if (!is_under_way(card.state)) return view;
  view.line_on = store::line_day(ctx, row.actual_at, row.next_check_in_at);
  auto const due_on = row.due_on.value_or(card.period_to);
  view.expected = rules::expected_on(row.accrual, row.target, card.period_from, due_on, *view.line_on);
  view.expected_today = rules::expected_on(row.accrual, row.target, card.period_from, due_on, store::today(ctx));
  view.against_line = rules::against_line(row.better, view.expected, row.actual);
  view.next_check_in_at = row.next_check_in_at;
  view.check_in_missing = row.next_check_in_at && *row.next_check_in_at < ctx.now;
  return view;
}

std::optional<SignatureView> signature(std::optional<std::string> const& name, std::optional<Instant> at, std::optional<std::string> const& hash) {
  if (!at) return std::nullopt;
  return SignatureView{name.value_or(""), *at, hash.value_or("")};
}

}  // namespace

LinkedItemView linked(store::LinkedRow const& row) {
  return {.id = row.id,
          .card_id = row.card_id,
          .card_number = row.card_number,
          .what = row.what,
          .unit = row.unit,
          .target = row.target,
          .person = {row.person_id, row.person_name},
          .period_from = row.period_from,
          .period_to = row.period_to};
}

GoalCardView card(ReadContext const& ctx, store::CardRow const& row) {
  GoalCardView view{.id = row.id,
                    .number = row.number,
                    .person = {row.person_id, row.person_name},
                    .supervisor = row.supervisor_id ? std::optional(followup::PersonView{*row.supervisor_id, row.supervisor_name.value_or("")}) : std::nullopt,
                    .department_id = row.department_id,
                    .department_name = row.department_name,
                    .position = row.position,
                    .period = row.period,
                    .period_from = row.period_from,
                    .period_to = row.period_to,
                    .customers = row.customers,
                    .style = row.style,
                    .reason = row.reason,
                    .limits = row.limits,
                    .rhythm = row.rhythm,
                    .state = row.state,
                    .items = {},
                    .weight_sum = {},
                    .progress = {},
                    .elapsed_percent = rules::elapsed_percent(row.period_from, row.period_to, store::today(ctx)),
                    .person_signature = signature(row.person_signed_name, row.person_signed_at, row.person_signed_hash),
                    .supervisor_signature = signature(row.supervisor_signed_name, row.supervisor_signed_at, row.supervisor_signed_hash),
                    .role = store::role_of(ctx, row),
                    .may = {},
                    .self_summary = row.self_summary,
                    .self_evaluated_at = row.self_evaluated_at,
                    .supervisor_summary = row.supervisor_summary,
                    .evaluated_by_name = row.evaluated_by_name,
                    .evaluated_at = row.evaluated_at,
                    .talk = row.talk,
                    .calculation = {},
                    .score = row.score,
                    .grade = row.grade,
                    .answer = row.answer,
                    .answer_note = row.answer_note,
                    .answered_at = row.answered_at,
                    .reply = row.reply,
                    .replied_by_name = row.replied_by_name,
                    .replied_at = row.replied_at,
                    .closed_at = row.closed_at,
                    .copied_from = row.copied_from,
                    .created_by_name = row.created_by_name,
                    .created_at = row.created_at,
                    .version = row.version};
  view.may = rules::acts_of(view.role, row.style, row.state);
  bool const signed_already = view.role == CardRole::person ? row.person_signed_at.has_value() : row.supervisor_signed_at.has_value();
  if (signed_already) std::erase(view.may, CardAct::sign);
  if (!rules::may_answer(row.answer, row.reply.has_value())) std::erase(view.may, CardAct::answer_evaluation);
  if (!rules::is_question_open(row.answer, row.reply.has_value())) std::erase(view.may, CardAct::reply);
  else std::erase(view.may, CardAct::close);
  if (row.calculation) view.calculation = from_json<Calculation>(*row.calculation).value();
  Beside const beside(ctx, row.id);
  std::vector<rules::WeighedCompletion> shares;
  for (auto const& each : store::items_of(ctx, row.id)) {
    auto shown = item(ctx, row, each);
    beside.add_to(shown, each);
    view.weight_sum += each.weight;
    shares.push_back({each.weight, shown.completion});
    view.items.push_back(std::move(shown));
  }
  view.progress = rules::weighted_progress(shares, goal_settings(ctx).completion_cap);
  return view;
}

}  // namespace zx::goal::views
