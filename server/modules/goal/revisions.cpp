// Revisions of committed goals.

#include "modules/goal/revisions.hpp"

#include "modules/goal/card_numbers.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/evaluating.hpp"
#include "modules/goal/goal_rollup.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {
namespace {

constexpr std::size_t longest_text = 4000;

struct ChildRow {
  GoalItemId id;
  std::optional<Decimal> target;
  Decimal weight;
};
BOOST_DESCRIBE_STRUCT(ChildRow, (), (id, target, weight))

/// What the new value does to the goal above; nothing without one, or of another unit.
std::optional<ParentConsequence> consequence(ReadContext const& ctx, store::ItemRow const& item, Decimal new_value) {
  if (!item.parent_item_id || !item.unit) return std::nullopt;
  auto const parent = store::linked(ctx, *item.parent_item_id);
  auto const above = store::item_called(ctx, *item.parent_item_id);
  if (!parent || !above || parent->unit != item.unit) return std::nullopt;
  std::vector<rules::Part> before, after;
  for (auto const& each : ctx.db.all<ChildRow>(sql::children_of_item, {{"org", ctx.actor.organization}, {"parent", parent->id}, {"unit", *item.unit}})) {
    if (each.target) before.push_back({*each.target, each.weight});
    if (each.id == item.id) after.push_back({new_value, each.weight});
    else if (each.target) after.push_back({*each.target, each.weight});
  }
  ParentConsequence view{.item_id = parent->id,
                         .what = parent->what,
                         .owner_name = parent->person_name,
                         .unit = parent->unit,
                         .target = parent->target,
                         .sum_before = rules::promised(above->rollup, before),
                         .sum_after = rules::promised(above->rollup, after)};
  if (parent->target) {
    view.gap_before = *parent->target - view.sum_before;
    view.gap_after = *parent->target - view.sum_after;
  }
  view.breaks =
      rules::direction_of(item.better, item.target.value_or(Decimal{}), new_value) < 0 && rules::breaks_parent(parent->better, parent->target, view.sum_after);
  return view;
}

Result<Decimal> old_value_of(store::ItemRow const& item) {
  if (!item.target) return Refusal::conflict("goal.revision_no_target");
  return *item.target;
}

std::optional<RevisionView> revision_called(ReadContext const& ctx, RevisionId id) {
  db::Composed statement(sql::revisions);
  statement += sql::revision_called;
  return ctx.db.one<RevisionView>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

Result<void> check(RevisionForm const& form, store::ItemRow const& item) {
  if (text::trim(form.evidence).empty()) return Refusal::invalid_field("evidence", "goal.evidence_needed");
  if (text::length(form.evidence) > longest_text) return Refusal::invalid_field("evidence", "field.too_long", {{"most", std::to_string(longest_text)}});
  if (rules::is_too_large(form.new_value)) return Refusal::invalid_fields({rules::too_large("new_value")});
  auto const zero = Decimal{};
  if (item.better == BetterWhen::higher ? form.new_value <= zero : form.new_value < zero) return Refusal::invalid_field("new_value", "goal.target_positive");
  auto const direction = rules::direction_of(item.better, *item.target, form.new_value);
  if (direction == 0) return Refusal::invalid_field("new_value", "goal.revision_same");
  if (!rules::fits(form.kind, direction)) return Refusal::invalid_field("new_value", "goal.revision_direction");
  return {};
}

void save(Context const& ctx, RevisionView const& view) { ctx.db.enqueue(sql::update_revision, db::Parameters::of(view).and_("org", ctx.actor.organization)); }

bool is_agreed(RevisionView const& view) { return (view.supervisor_at || !view.supervisor_id) && (view.parent_at || !view.parent_owner_id); }

/// Says what the revision does to the goal above as things stand now: since it was asked for, another may have been eased. Whose sum would
/// break agrees, too, and once more when it became worse than what was agreed to. The goal above is locked, so that of two revisions each
/// counts with what the other did.
void look_above(Context const& ctx, store::ItemRow const& item, RevisionView& view) {
  if (!item.parent_item_id) return;
  if (auto const above = store::item_called(ctx, *item.parent_item_id))
    ctx.db.one<GoalCardId>(sql::lock_card, {{"org", ctx.actor.organization}, {"id", above->card_id}});
  auto const found = consequence(ctx, item, view.new_value);
  if (!found) return;
  auto const parent = store::linked(ctx, found->item_id).value();
  bool const is_worse = view.parent_sum_after && rules::direction_of(parent.better, *view.parent_sum_after, found->sum_after) < 0;
  view.parent_item_id = found->item_id;
  view.parent_sum_before = found->sum_before;
  view.parent_sum_after = found->sum_after;
  if (!found->breaks) return;
  if (is_worse) view.parent_at.reset();
  if (view.parent_at) return;
  view.parent_owner_id = parent.person_id;
  view.parent_owner_name = parent.person_name;
}

/// Everybody agreed: the goal has its new value.
void apply(Context const& ctx, store::Item& item, RevisionView& view) {
  view.state = RevisionState::approved;
  view.answered_at = ctx.now;
  view.answered_by_name = ctx.actor.name;
  item.row.target = view.new_value;
  store::update(ctx, item.row);
  store::tell(ctx, item.card, "goal_card.revised",
              {{"goal_what", "", item.row.what},
               {"goal_target", view.old_value.text(), view.new_value.text()},
               {"goal_revision_kind", "", std::string(enum_text(view.kind))}},
              view.evidence);
  store::notify(ctx, item.card, "revised", item.card.person_id, item.row.what + "：" + view.old_value.text() + " → " + view.new_value.text());
}

/// By whom one is of the two that approve; the same person may be both.
bool take_answer(Context const& ctx, RevisionView& view) {
  bool mine = false;
  if (view.supervisor_id == ctx.actor.employee && !view.supervisor_at) view.supervisor_at = ctx.now, mine = true;
  if (view.parent_owner_id == ctx.actor.employee && !view.parent_at) view.parent_at = ctx.now, mine = true;
  return mine;
}

}  // namespace

Result<RevisionView> ask_revision(Context& ctx, GoalItemId id, RevisionForm const& form) {
  auto item = TRY(store::find_item(ctx, id));
  TRY(store::need(ctx, item.card, CardAct::revise));
  auto const old_value = TRY(old_value_of(item.row));
  TRY(check(form, item.row));
  RevisionView view{.id = RevisionId::make(),
                    .card_id = item.card.id,
                    .item_id = id,
                    .card_number = item.card.number,
                    .person_name = item.card.person_name,
                    .what = item.row.what,
                    .unit = item.row.unit,
                    .kind = form.kind,
                    .evidence = form.evidence,
                    .old_value = old_value,
                    .new_value = form.new_value,
                    .state = RevisionState::waiting,
                    .asked_by_name = ctx.actor.name,
                    .asked_at = ctx.now,
                    .supervisor_id = item.card.supervisor_id,
                    .supervisor_name = item.card.supervisor_name};
  look_above(ctx, item.row, view);
  // What one asks for oneself one agrees to.
  take_answer(ctx, view);
  store::update(ctx, item.card);
  store::tell(ctx, item.card, "goal_card.revision_asked",
              {{"goal_what", "", item.row.what},
               {"goal_target", old_value.text(), form.new_value.text()},
               {"goal_revision_kind", "", std::string(enum_text(form.kind))}},
              form.evidence);
  if (is_agreed(view)) apply(ctx, item, view);
  ctx.db.execute(sql::insert_revision, db::Parameters::of(view).and_("org", ctx.actor.organization));
  if (view.state == RevisionState::approved) return view;
  if (!view.supervisor_at) store::notify(ctx, item.card, "revision", view.supervisor_id, form.evidence);
  if (!view.parent_at && view.parent_owner_id != view.supervisor_id) store::notify(ctx, item.card, "revision", view.parent_owner_id, form.evidence);
  return view;
}

namespace {

RevisionPreview preview_of(ReadContext const& ctx, store::Item const& item, Decimal old_value, Decimal new_value) {
  RevisionPreview view{.old_value = old_value, .new_value = new_value, .change = new_value - old_value};
  if (old_value != Decimal{}) view.change_percent = rules::percent(view.change, old_value).rounded(2, Rounding::half_up);
  if (item.row.actual) {
    view.completion_before = rules::completion(item.row.better, old_value, *item.row.actual);
    view.completion_after = rules::completion(item.row.better, new_value, *item.row.actual);
  }
  view.parent = consequence(ctx, item.row, new_value);
  if (item.card.supervisor_name) view.approvers.push_back(*item.card.supervisor_name);
  if (view.parent && view.parent->breaks && view.parent->owner_name != item.card.supervisor_name) view.approvers.push_back(view.parent->owner_name);
  return view;
}

}  // namespace

Result<RevisionPreview> preview_revision(ReadContext const& ctx, GoalItemId id, RevisionPreviewQuery const& query) {
  if (rules::is_too_large(query.new_value)) return Refusal::invalid_fields({rules::too_large("new_value")});
  auto const item = TRY(store::find_item(ctx, id));
  return preview_of(ctx, item, TRY(old_value_of(item.row)), query.new_value);
}

Result<RevisionPreview> revision_consequences(ReadContext const& ctx, RevisionId id) {
  auto const view = revision_called(ctx, id);
  if (!view) return Refusal::not_found("goal.revision_not_found");
  bool const asked = !ctx.actor.employee.is_nil() && (view->supervisor_id == ctx.actor.employee || view->parent_owner_id == ctx.actor.employee);
  if (!asked && !store::find_card(ctx, view->card_id)) return Refusal::not_found("goal.revision_not_found");
  store::Item const item{store::item_called(ctx, view->item_id).value(), store::any_card(ctx, view->card_id).value()};
  return preview_of(ctx, item, view->old_value, view->new_value);
}

Result<RevisionView> answer_revision(Context& ctx, RevisionId id, RevisionAnswerForm const& form) {
  auto view = revision_called(ctx, id);
  if (!view) return Refusal::not_found("goal.revision_not_found");
  ctx.db.one<GoalCardId>(sql::lock_card, {{"org", ctx.actor.organization}, {"id", view->card_id}});
  view = revision_called(ctx, id);
  bool const asked = !ctx.actor.employee.is_nil() && (view->supervisor_id == ctx.actor.employee || view->parent_owner_id == ctx.actor.employee);
  if (!asked) return store::find_card(ctx, view->card_id) ? Refusal::forbidden("goal.revision_not_yours") : Refusal::not_found("goal.revision_not_found");
  if (view->state != RevisionState::waiting) return Refusal::conflict("goal.revision_answered");
  bool const explains = form.reason && !text::trim(*form.reason).empty();
  if (!form.approved && !explains) return Refusal::invalid_field("reason", "goal.revision_reason_needed");
  if (form.reason && text::length(*form.reason) > longest_text)
    return Refusal::invalid_field("reason", "field.too_long", {{"most", std::to_string(longest_text)}});
  store::Item item{store::item_called(ctx, view->item_id).value(), store::any_card(ctx, view->card_id).value()};
  if (form.approved && item.card.state != CardState::committed && item.card.state != CardState::active) return Refusal::conflict("goal.revision_too_late");
  auto const owner_before = view->parent_owner_id;
  bool const owner_agreed = view->parent_at.has_value();
  if (form.approved) look_above(ctx, item.row, *view);
  if (form.approved && !take_answer(ctx, *view)) return Refusal::conflict("goal.revision_answered");
  view->answer_reason = form.reason;
  store::update(ctx, item.card);
  if (!form.approved) {
    view->state = RevisionState::declined;
    view->answered_at = ctx.now;
    view->answered_by_name = ctx.actor.name;
    store::tell(ctx, item.card, "goal_card.revision_declined", {{"goal_what", "", item.row.what}}, *form.reason);
    store::notify(ctx, item.card, "revised", item.card.person_id, *form.reason);
  } else if (is_agreed(*view)) {
    apply(ctx, item, *view);
  } else {
    store::tell(ctx, item.card, "goal_card.revision_agreed", {{"goal_what", "", item.row.what}}, form.reason.value_or(""));
    bool const is_asked_anew = !view->parent_at && (owner_agreed || view->parent_owner_id != owner_before);
    if (is_asked_anew) store::notify(ctx, item.card, "revision", view->parent_owner_id, view->evidence);
  }
  save(ctx, *view);
  return std::move(*view);
}

std::vector<RevisionView> revisions_waiting(ReadContext const& ctx) {
  db::Composed statement(sql::revisions);
  statement += sql::revisions_waiting_for_me;
  return ctx.db.all<RevisionView>(statement, {{"org", ctx.actor.organization}, {"me", ctx.actor.employee}});
}

}  // namespace zx::goal
