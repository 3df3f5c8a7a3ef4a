#pragma once
// Goal cards 目标卡: what one person wants to reach in a period, agreed with the supervisor, looked at regularly, evaluated at the end.
//
// The card is what people agree on, sign and evaluate; its items 目标项 have the five elements 五要素 and a weight. The card has one
// version, which every change of it or of its items moves; If-Match names the card's version everywhere. Each item of a committed
// card has a commitment with the item's id (subject_type "goal_item"): missing check-ins are reminded and escalated by its ladder.
//
// Beside this: smart.hpp (the linter), evaluating.hpp (scores), check_ins.hpp, exceptions.hpp, revisions.hpp, action_plan.hpp,
// motivation.hpp, card_settings.hpp, card_sheet.hpp (import, copies, print).

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/followup/followup.hpp"
#include "modules/goal/action_plan.hpp"
#include "modules/goal/card_words.hpp"
#include "modules/goal/check_ins.hpp"
#include "modules/goal/evaluating.hpp"
#include "modules/goal/goal.hpp"
#include "modules/goal/revisions.hpp"
#include "modules/goal/smart.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"
#include "platform/base/patch.hpp"
#include "platform/http/routes.hpp"

namespace zx::goal {

/// A step on the way, inside the period.
struct Milestone {
  Date on;
  std::string text;
  bool operator==(Milestone const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Milestone, (), (on, text))

/// The five elements: what · standard (quantity, quality, time, cost) · how · when (due, milestones) · actual (which comes later).
/// Written whole: PUT replaces all of it.
struct GoalItemForm {
  std::optional<GoalItemId> id;  ///< made by an offline client; not when replacing
  std::string what;
  std::optional<std::string> purpose;
  std::optional<std::string> quantity;
  std::optional<std::string> quality;
  std::optional<std::string> time_standard;
  std::optional<std::string> cost;
  std::optional<std::string> how;
  std::optional<Date> due_on;  ///< inside the period; absent: until its last day
  std::vector<Milestone> milestones;
  std::optional<std::string> measure;  ///< "物业费收缴额"; the same text is the same measure, for its history
  std::optional<std::string> unit;     ///< "万元"
  std::optional<BetterWhen> better;    ///< default higher
  std::optional<Accrual> accrual;      ///< default accumulating
  std::optional<Decimal> base;         ///< tiers 保底 · 承诺 · 目标 · 挑战, from easy to hard
  std::optional<Decimal> commit;
  std::optional<Decimal> target;  ///< absent: a deliverable; the actual is then the percentage done
  std::optional<Decimal> stretch;
  std::optional<Decimal> weight;  ///< percent, default 0; a card's sum to 100 when it is proposed
  std::optional<GoalItemId> parent_item_id;
  std::optional<Rollup> rollup;            ///< where the actual comes from; default by_hand
  std::optional<SheetId> target_sheet_id;  ///< with rollup sheet only: whose row the goal follows; measure, unit, better, accrual and
  std::optional<std::int64_t> target_row;  ///< target are the row's where they are left out
  std::optional<std::string> risks;
  std::vector<DepartmentId> support_department_ids;  ///< have to confirm before the card is committed
};
BOOST_DESCRIBE_STRUCT(GoalItemForm, (),
                      (id, what, purpose, quantity, quality, time_standard, cost, how, due_on, milestones, measure, unit, better, accrual, base, commit, target,
                       stretch, weight, parent_item_id, rollup, target_sheet_id, target_row, risks, support_department_ids))

struct NewCardForm {
  std::optional<GoalCardId> id;
  std::optional<EmployeeId> person_id;      ///< default: the actor
  std::optional<EmployeeId> supervisor_id;  ///< default: from the organization chart
  std::optional<std::string> position;      ///< default: the person's
  CardPeriod period = CardPeriod::quarter;
  Date day;                              ///< any day of the period
  std::optional<std::string> customers;  ///< responsible customers or field
  std::optional<ManagementStyle> style;  ///< default: the person's, else participative
  std::optional<std::string> reason;     ///< why these goals; required by the guiding style
  std::optional<std::string> limits;     ///< within what the person decides; of the delegating style
  std::optional<Rhythm> rhythm;          ///< of check-ins; default: weekly up to a quarter, else monthly
  std::vector<GoalItemForm> items;       ///< at most 30
};
BOOST_DESCRIBE_STRUCT(NewCardForm, (), (id, person_id, supervisor_id, position, period, day, customers, style, reason, limits, rhythm, items))

/// PATCH while the card is a draft or under negotiation; the supervisor can be changed until it is evaluated.
struct CardPatch {
  std::optional<EmployeeId> supervisor_id;
  Patch<std::string> position;
  Patch<std::string> customers;
  std::optional<ManagementStyle> style;
  Patch<std::string> reason;
  Patch<std::string> limits;
  std::optional<Rhythm> rhythm;
};
BOOST_DESCRIBE_STRUCT(CardPatch, (), (supervisor_id, position, customers, style, reason, limits, rhythm))

struct SupportView {
  Uuid id;
  DepartmentId department_id;
  std::string department_name;
  SupportState state = SupportState::asked;
  std::optional<std::string> reason;  ///< of declining
  Instant asked_at;
  std::optional<std::string> answered_by_name;
  std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(SupportView, (), (id, department_id, department_name, state, reason, asked_at, answered_by_name, answered_at))

/// Another goal, as a link: the one above, or one that can be linked to.
struct LinkedItemView {
  GoalItemId id;
  GoalCardId card_id;
  std::string card_number;
  std::string what;
  std::optional<std::string> unit;
  std::optional<Decimal> target;
  followup::PersonView person;
  Date period_from;
  Date period_to;
};
BOOST_DESCRIBE_STRUCT(LinkedItemView, (), (id, card_id, card_number, what, unit, target, person, period_from, period_to))

/// What the goals below promise together, against this one's target: their sum, or their average where the actual is one. Those of another
/// unit count in `items` only.
struct ChildrenView {
  std::int64_t items = 0;
  Decimal sum;
  std::optional<Decimal> gap;  ///< target − sum
};
BOOST_DESCRIBE_STRUCT(ChildrenView, (), (items, sum, gap))

/// The row of a target sheet a goal follows.
struct FollowedRowView {
  SheetId sheet_id;
  std::string title;
  std::int64_t row = 0;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(FollowedRowView, (), (sheet_id, title, row, label))

struct GoalItemView {
  GoalItemId id;
  std::string number;  ///< "G-2026-000003/2"
  std::string what;
  std::optional<std::string> purpose;
  std::optional<std::string> quantity;
  std::optional<std::string> quality;
  std::optional<std::string> time_standard;
  std::optional<std::string> cost;
  std::optional<std::string> how;
  std::optional<Date> due_on;
  std::vector<Milestone> milestones;
  std::optional<std::string> measure;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  Accrual accrual = Accrual::accumulating;
  std::optional<Decimal> base;
  std::optional<Decimal> commit;
  std::optional<Decimal> target;
  std::optional<Decimal> stretch;
  std::optional<Decimal> original_target;  ///< as committed; differs from `target` after a revision
  Decimal weight;
  std::optional<LinkedItemView> parent;
  ChildrenView children;
  Rollup rollup = Rollup::by_hand;
  std::optional<FollowedRowView> target_row;  ///< of rollup sheet
  std::optional<std::string> risks;
  std::vector<SupportView> supports;
  std::optional<Decimal> actual;  ///< of the last check-in or the evaluation
  std::optional<Confidence> confidence;
  std::optional<Decimal> completion;                   ///< percent of the target, before the cap
  std::optional<Decimal> completion_against_original;  ///< percent of the original target
  std::optional<Date> line_on;                         ///< the day of the line: when the last look said the actual, until the next is due; else today
  std::optional<Decimal> expected;                     ///< where the time-proportional line stood that day
  std::optional<Decimal> against_line;                 ///< actual in percent of `expected`; below 100 is behind
  std::optional<Decimal> expected_today;               ///< where the line stands today
  std::optional<Instant> next_check_in_at;
  bool check_in_missing = false;
  std::optional<Decimal> self_actual;
  std::optional<std::string> self_note;
  std::optional<std::string> supervisor_note;
  std::vector<CheckInView> check_ins;   ///< oldest first
  std::vector<RevisionView> revisions;  ///< oldest first
  std::vector<ActionView> actions;
};
BOOST_DESCRIBE_STRUCT(GoalItemView, (),
                      (id, number, what, purpose, quantity, quality, time_standard, cost, how, due_on, milestones, measure, unit, better, accrual, base, commit,
                       target, stretch, original_target, weight, parent, children, rollup, target_row, risks, supports, actual, confidence, completion,
                       completion_against_original, line_on, expected, against_line, expected_today, next_check_in_at, check_in_missing, self_actual, self_note,
                       supervisor_note, check_ins, revisions, actions))

/// `content_hash`: SHA-256 of what was agreed; both signatures name the same one.
struct SignatureView {
  std::string name;
  Instant at;
  std::string content_hash;
};
BOOST_DESCRIBE_STRUCT(SignatureView, (), (name, at, content_hash))

struct GoalCardView {
  GoalCardId id;
  std::string number;
  followup::PersonView person;
  std::optional<followup::PersonView> supervisor;
  std::optional<DepartmentId> department_id;
  std::optional<std::string> department_name;
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
  std::vector<GoalItemView> items;
  Decimal weight_sum;
  std::optional<Decimal> progress;   ///< Σ weight × completion, capped, in percent; a goal without an actual counts 0
  std::int64_t elapsed_percent = 0;  ///< of the period, today included
  std::optional<SignatureView> person_signature;
  std::optional<SignatureView> supervisor_signature;
  CardRole role = CardRole::other;  ///< the actor's
  std::vector<CardAct> may;         ///< what the actor can do now
  std::optional<std::string> self_summary;
  std::optional<Instant> self_evaluated_at;
  std::optional<std::string> supervisor_summary;
  std::optional<std::string> evaluated_by_name;
  std::optional<Instant> evaluated_at;
  std::optional<std::string> talk;         ///< what was said when they talked
  std::optional<Calculation> calculation;  ///< step by step, as it was when evaluated
  std::optional<Decimal> score;
  std::optional<std::string> grade;
  std::optional<EvaluationAnswer> answer;  ///< the person's to the evaluation
  std::optional<std::string> answer_note;
  std::optional<Instant> answered_at;
  std::optional<std::string> reply;  ///< the supervisor's to a question
  std::optional<std::string> replied_by_name;
  std::optional<Instant> replied_at;
  std::optional<Instant> closed_at;
  std::optional<GoalCardId> copied_from;
  std::string created_by_name;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(GoalCardView, (),
                      (id, number, person, supervisor, department_id, department_name, position, period, period_from, period_to, customers, style, reason,
                       limits, rhythm, state, items, weight_sum, progress, elapsed_percent, person_signature, supervisor_signature, role, may, self_summary,
                       self_evaluated_at, supervisor_summary, evaluated_by_name, evaluated_at, talk, calculation, score, grade, answer, answer_note,
                       answered_at, reply, replied_by_name, replied_at, closed_at, copied_from, created_by_name, created_at, version))

struct GoalCardLine {
  GoalCardId id;
  std::string number;
  followup::PersonView person;
  std::optional<followup::PersonView> supervisor;
  std::optional<std::string> department_name;
  std::optional<std::string> position;
  CardPeriod period = CardPeriod::quarter;
  Date period_from;
  Date period_to;
  ManagementStyle style = ManagementStyle::participative;
  CardState state = CardState::draft;
  std::int64_t items = 0;
  Decimal weight_sum;
  std::optional<Decimal> progress;  ///< as on the card
  std::int64_t at_risk = 0;         ///< items whose last check-in said so
  std::int64_t off_track = 0;       ///< likewise
  std::optional<Instant> next_check_in_at;
  bool check_in_missing = false;
  std::optional<Decimal> score;
  std::optional<std::string> grade;
  bool waits_for_me = false;  ///< the next step is the actor's
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(GoalCardLine, (),
                      (id, number, person, supervisor, department_name, position, period, period_from, period_to, style, state, items, weight_sum, progress,
                       at_risk, off_track, next_check_in_at, check_in_missing, score, grade, waits_for_me, version))

enum class WhoseCards { all, mine, supervised };
BOOST_DESCRIBE_ENUM(WhoseCards, all, mine, supervised)

struct CardListQuery {
  std::optional<WhoseCards> whose;  ///< default all that one sees
  std::optional<EmployeeId> person_id;
  std::optional<DepartmentId> department_id;  ///< with everything below
  std::optional<CardState> state;
  std::optional<CardPeriod> period;
  std::optional<Date> on;             ///< whose period has this day
  std::optional<std::string> text;    ///< number, person (name, pinyin, number) or words of a goal, in this order
  std::optional<std::int64_t> limit;  ///< 1–200, default 50
  std::optional<std::string> after;
};
BOOST_DESCRIBE_STRUCT(CardListQuery, (), (whose, person_id, department_id, state, period, on, text, limit, after))

struct ParentQuery {
  std::optional<EmployeeId> person_id;  ///< whose goal is to be linked; default: the actor
  std::optional<Date> on;               ///< periods that end on or after it; default today
};
BOOST_DESCRIBE_STRUCT(ParentQuery, (), (person_id, on))

/// Where a goal stands: notices and the queue name the goal alone.
struct GoalItemPlace {
  GoalItemId id;
  GoalCardId card_id;
  std::string number;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(GoalItemPlace, (), (id, card_id, number, what))

/// A request to a department to help with a goal.
struct SupportRequestView {
  Uuid id;
  GoalCardId card_id;
  GoalItemId item_id;
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
};
BOOST_DESCRIBE_STRUCT(SupportRequestView, (),
                      (id, card_id, item_id, card_number, person_name, what, quantity, how, department_name, state, reason, asked_at, answered_by_name,
                       answered_at))

struct SupportAnswerForm {
  bool confirmed = false;
  std::optional<std::string> reason;  ///< required when not
};
BOOST_DESCRIBE_STRUCT(SupportAnswerForm, (), (confirmed, reason))

// ---- Verbs; the routes call the same ones ----

/// Of oneself, or of whom goal.write reaches or one supervises. Refuses goal.not_for_others, goal.period_taken (a card of the person
/// for this period exists), goal.supervisor_self, goal.style_not_yours, and what `rules::wrong_fields` refuses.
Result<GoalCardView> create_card(Context& ctx, NewCardForm const& form);
Result<GoalCardView> show_card(ReadContext const& ctx, GoalCardId id);
Result<http::Page<GoalCardLine>> list_cards(ReadContext const& ctx, CardListQuery const& query);
/// Refuses goal.not_yours, goal.fixed (agreed already), request.stale.
Result<GoalCardView> change_card(Context& ctx, GoalCardId id, std::int64_t version, CardPatch const& patch);
/// Drafts only.
Result<void> delete_card(Context& ctx, GoalCardId id, std::int64_t version);

Result<GoalCardView> add_item(Context& ctx, GoalCardId id, std::optional<std::int64_t> version, GoalItemForm const& form);
Result<GoalCardView> replace_item(Context& ctx, GoalItemId id, std::int64_t version, GoalItemForm const& form);
Result<GoalCardView> delete_item(Context& ctx, GoalItemId id, std::int64_t version);
/// What a goal of the person can be linked to: what the actor sees, and the goals of everybody above the person.
Result<std::vector<LinkedItemView>> linkable_items(ReadContext const& ctx, ParentQuery const& query);

/// draft or negotiating → proposed. Refuses goal.illegal_step (naming the legal ones), goal.not_yours, goal.no_items, goal.weights_not_100,
/// goal.reason_needed (guiding), goal.supervisor_needed, goal.not_smart (where the organization says that findings block).
Result<GoalCardView> propose_card(Context& ctx, GoalCardId id, std::string_view note);
/// proposed → negotiating, saying what should change; takes the signatures back.
Result<GoalCardView> negotiate_card(Context& ctx, GoalCardId id, std::string_view note);
/// One's signature under what is proposed; the last one needed makes it committed, opens the items' commitments and keeps the original
/// targets. Delegating needs the person's only. Refuses goal.signed_already, goal.support_unconfirmed.
Result<GoalCardView> sign_card(Context& ctx, GoalCardId id);
/// committed → active; the first check-in does it, too.
Result<GoalCardView> activate_card(Context& ctx, GoalCardId id);
/// active → self_evaluated, by the person.
Result<GoalCardView> evaluate_oneself(Context& ctx, GoalCardId id, SelfEvaluationForm const& form);
/// self_evaluated → evaluated, by the supervisor; keeps the calculation.
Result<GoalCardView> evaluate_card(Context& ctx, GoalCardId id, EvaluationForm const& form);
/// The person agrees with the evaluation, or asks what is not understood; once more after a reply. Refuses goal.question_needed,
/// goal.answered_already.
Result<GoalCardView> answer_evaluation(Context& ctx, GoalCardId id, EvaluationAnswerForm const& form);
/// The supervisor answers the question. Refuses goal.no_question, goal.reply_needed.
Result<GoalCardView> reply_to_question(Context& ctx, GoalCardId id, std::string_view reply);
/// evaluated → closed, after they talked; closes the commitments. Nothing changes afterwards. Refuses goal.question_open.
Result<GoalCardView> close_card(Context& ctx, GoalCardId id, std::string_view talk);

/// Asked of the actor's departments: those they head.
std::vector<SupportRequestView> support_requests(ReadContext const& ctx);
/// Only the department's head. Refuses goal.support_not_yours, goal.support_reason_needed, goal.support_settled (the card is committed).
Result<SupportRequestView> answer_support(Context& ctx, Uuid id, SupportAnswerForm const& form);

}  // namespace zx::goal
