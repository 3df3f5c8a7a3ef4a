#pragma once
// Load and save goal cards. Private to goal.

#include "modules/goal/cards.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::goal::store {

struct CardRow {
  GoalCardId id;
  std::string number;
  EmployeeId person_id;
  std::optional<EmployeeId> supervisor_id;
  std::optional<DepartmentId> department_id;
  std::optional<std::string> position;
  CardPeriod period = CardPeriod::quarter;
  Date period_from;
  Date period_to;
  std::optional<std::string> customers;
  ManagementStyle style = ManagementStyle::participative;
  std::optional<std::string> reason;
  std::optional<std::string> limits;
  Rhythm rhythm = Rhythm::monthly;
  CardState state = CardState::draft;
  std::optional<Instant> person_signed_at;
  std::optional<std::string> person_signed_hash;
  std::optional<std::string> person_signed_name;
  std::optional<Instant> supervisor_signed_at;
  std::optional<std::string> supervisor_signed_hash;
  std::optional<std::string> supervisor_signed_name;
  std::optional<std::string> self_summary;
  std::optional<Instant> self_evaluated_at;
  std::optional<std::string> supervisor_summary;
  std::optional<Decimal> difficulty;
  std::optional<std::string> difficulty_reason;
  std::optional<Decimal> effort;
  std::optional<std::string> effort_reason;
  std::optional<std::string> calculation;  ///< JSON
  std::optional<Decimal> score;
  std::optional<std::string> grade;
  std::optional<std::string> evaluated_by_name;
  std::optional<Instant> evaluated_at;
  std::optional<std::string> talk;
  std::optional<Instant> closed_at;
  std::optional<GoalCardId> copied_from;
  std::string created_by_name;
  Instant created_at;
  std::int64_t version = 1;
  std::optional<EvaluationAnswer> answer;
  std::optional<std::string> answer_note;
  std::optional<Instant> answered_at;
  std::optional<std::string> reply;
  std::optional<std::string> replied_by_name;
  std::optional<Instant> replied_at;
  std::string person_name;
  std::optional<std::string> supervisor_name;
  std::optional<std::string> department_name;
};
BOOST_DESCRIBE_STRUCT(CardRow, (),
                      (id, number, person_id, supervisor_id, department_id, position, period, period_from, period_to, customers, style, reason, limits, rhythm,
                       state, person_signed_at, person_signed_hash, person_signed_name, supervisor_signed_at, supervisor_signed_hash, supervisor_signed_name, self_summary,
                       self_evaluated_at, supervisor_summary, difficulty, difficulty_reason, effort, effort_reason, calculation, score, grade,
                       evaluated_by_name, evaluated_at, talk, closed_at, copied_from, created_by_name, created_at, version, answer, answer_note, answered_at,
                       reply, replied_by_name, replied_at, person_name, supervisor_name, department_name))

struct ItemRow {
  GoalItemId id;
  GoalCardId card_id;
  std::int64_t position = 1;
  std::string what;
  std::optional<std::string> purpose;
  std::optional<std::string> quantity;
  std::optional<std::string> quality;
  std::optional<std::string> time_standard;
  std::optional<std::string> cost;
  std::optional<std::string> how;
  std::optional<Date> due_on;
  std::string milestones = "[]";  ///< JSON
  std::optional<std::string> measure;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  Accrual accrual = Accrual::accumulating;
  std::optional<Decimal> base_value;
  std::optional<Decimal> commit_value;
  std::optional<Decimal> target;
  std::optional<Decimal> stretch_value;
  std::optional<Decimal> original_target;
  Decimal weight;
  std::optional<GoalItemId> parent_item_id;
  std::optional<std::string> risks;
  std::optional<Decimal> actual;
  std::optional<Confidence> confidence;
  std::optional<Instant> next_check_in_at;
  std::optional<Decimal> self_actual;
  std::optional<std::string> self_note;
  std::optional<std::string> supervisor_note;
  Instant created_at;
  std::optional<Instant> actual_at;
  Rollup rollup = Rollup::by_hand;
  std::optional<SheetId> target_sheet_id;
  std::optional<std::int64_t> target_row;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (),
                      (id, card_id, position, what, purpose, quantity, quality, time_standard, cost, how, due_on, milestones, measure, unit, better, accrual,
                       base_value, commit_value, target, stretch_value, original_target, weight, parent_item_id, risks, actual, confidence, next_check_in_at,
                       self_actual, self_note, supervisor_note, created_at, actual_at, rollup, target_sheet_id, target_row))

/// Somebody else's goal, as far as a link shows it.
struct LinkedRow {
  GoalItemId id;
  GoalCardId card_id;
  std::string card_number;
  std::int64_t position = 1;
  std::string what;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  std::optional<Decimal> target;
  EmployeeId person_id;
  std::string person_name;
  CardState state = CardState::draft;
  Date period_from;
  Date period_to;
};
BOOST_DESCRIBE_STRUCT(LinkedRow, (), (id, card_id, card_number, position, what, unit, better, target, person_id, person_name, state, period_from, period_to))

/// The item and its card.
struct Item {
  ItemRow row;
  CardRow card;
};

/// What the reach of `permission` sees, as a fragment over a card aliased `k`; a card's person and supervisor always see it.
db::Statement const& sees_cards(Actor const& actor, Permission permission);
db::Parameters viewer(Actor const& actor);

/// Visible by goal.read, locked for a write; else not_found goal.not_found.
Result<CardRow> find_card(Context const& ctx, GoalCardId id);
Result<CardRow> find_card(ReadContext const& ctx, GoalCardId id);
/// The same by one of its items: goal.item_not_found.
Result<Item> find_item(Context const& ctx, GoalItemId id);
Result<Item> find_item(ReadContext const& ctx, GoalItemId id);
/// Whoever may see it: for reactions and for what another rule has allowed.
std::optional<ItemRow> item_called(ReadContext const& ctx, GoalItemId id);
std::optional<CardRow> any_card(ReadContext const& ctx, GoalCardId id);
std::optional<LinkedRow> linked(ReadContext const& ctx, GoalItemId id);

/// In order.
std::vector<ItemRow> items_of(ReadContext const& ctx, GoalCardId id);

/// What was signed holds no longer: it became something else, or binds somebody else.
void take_back_signatures(CardRow& card);
void take_back_supervisor_signature(CardRow& card);

void insert(Context const& ctx, CardRow const& row);
/// Moves the version.
void update(Context const& ctx, CardRow& row);
void insert(Context const& ctx, ItemRow const& row);
void update(Context const& ctx, ItemRow const& row);

CardRole role_of(ReadContext const& ctx, CardRow const& card);
/// The step is legal and the actor's: else goal.illegal_step with the legal ones, or goal.not_yours.
Result<void> need(ReadContext const& ctx, CardRow const& card, CardAct act);
Result<void> check_version(CardRow const& card, std::optional<std::int64_t> version);

/// Appends to the card's timeline and tells the open pages.
void tell(Context const& ctx, CardRow const& card, std::string_view event, std::vector<timeline::Change> changes = {}, std::string_view note = {});
/// Asks or informs one person; nobody hears of what they did themselves.
void notify(Context const& ctx, CardRow const& card, std::string_view occasion, std::optional<EmployeeId> to, std::string_view note = {});

inline followup::CommitmentId commitment_id(GoalItemId id) { return {id.uuid}; }
std::string item_number(std::string const& card_number, std::int64_t position);
/// As the organization itself: the supervisor of a card need not reach its commitments by followup's own scopes.
Actor as_system(Context const& ctx);
Date today(ReadContext const& ctx);
/// rules::line_day of an actual said at `actual_at` (absent: the last look had no number), with the next look due at `next_check_in_at`.
Date line_day(ReadContext const& ctx, std::optional<Instant> actual_at, std::optional<Instant> next_check_in_at);
std::string text_of(std::optional<Decimal> const& value);
/// A text in the actor's language.
std::string text(ReadContext const& ctx, std::string_view code, RefusalArguments const& arguments = {});

}  // namespace zx::goal::store
