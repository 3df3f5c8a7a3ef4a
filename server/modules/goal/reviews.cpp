#include "modules/goal/reviews.hpp"

#include <algorithm>
#include <set>

#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/card_views.hpp"
#include "modules/goal/exceptions.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::goal {
namespace {

constexpr std::size_t longest_text = 3000, longest_what = 200;
constexpr std::size_t most_cards = 30, most_participants = 60, most_actions = 20;

bool is_blank(std::string_view text) { return text::trim(text).empty(); }

struct Errors {
  std::vector<FieldError> all;
  void add(std::string path, char const* code, RefusalArguments arguments = {}) { all.push_back({std::move(path), code, std::move(arguments)}); }
  void limit(std::string path, std::string const& text, std::size_t most) {
    if (text::length(text) > most) add(std::move(path), "field.too_long", {{"most", std::to_string(most)}});
  }
  void count(std::string path, std::size_t size, std::size_t most) {
    if (size > most) add(std::move(path), "field.too_many", {{"most", std::to_string(most)}});
  }
};

std::vector<FieldError> wrong_fields(ReviewForm const& form, Date today) {
  Errors errors;
  if (!form.held_on.valid()) errors.add("held_on", "field.required");
  else if (form.held_on > today) errors.add("held_on", "goal.review_in_future");
  if (form.card_ids.empty()) errors.add("card_ids", "field.required");
  errors.count("card_ids", form.card_ids.size(), most_cards);
  if (std::set(form.card_ids.begin(), form.card_ids.end()).size() != form.card_ids.size()) errors.add("card_ids", "goal.twice");
  if (form.kind != ReviewKind::self_check && form.participant_ids.empty()) errors.add("participant_ids", "goal.review_participants");
  errors.count("participant_ids", form.participant_ids.size(), most_participants);
  if (is_blank(form.findings)) errors.add("findings", "field.required");
  errors.limit("findings", form.findings, longest_text);
  errors.limit("causes", form.causes.value_or(""), longest_text);
  errors.count("actions", form.actions.size(), most_actions);
  for (std::size_t i = 0; i < form.actions.size(); ++i) {
    auto const path = "actions." + std::to_string(i) + ".";
    if (is_blank(form.actions[i].what)) errors.add(path + "what", "field.required");
    errors.limit(path + "what", form.actions[i].what, longest_what);
    if (!form.actions[i].due_on.valid()) errors.add(path + "due_on", "field.required");
    else if (form.actions[i].due_on < today) errors.add(path + "due_on", "goal.review_due_passed");
  }
  return std::move(errors.all);
}

/// Whether a goal of the card is behind its line by more than is tolerated.
bool lags(ReadContext const& ctx, store::CardRow const& card) {
  auto const tolerance = goal_settings(ctx).tolerance;
  auto const view = views::card(ctx, card);
  return std::ranges::any_of(view.items, [&](GoalItemView const& item) { return rules::is_behind(item.against_line, tolerance); });
}

struct Subject {
  std::vector<store::CardRow> cards;
  std::vector<std::string> participants;
};

Result<Subject> subject_of(Context const& ctx, ReviewForm const& form) {
  Subject subject;
  // Locked in the order of their ids, so that two reviews never wait for each other.
  auto ids = form.card_ids;
  std::ranges::sort(ids);
  for (auto id : ids) {
    auto card = TRY(store::find_card(ctx, id));
    TRY(store::need(ctx, card, CardAct::review));
    if (form.actions.empty() && lags(ctx, card)) return Refusal::invalid_field("actions", "goal.review_actions_needed", {{"number", card.number}});
    subject.cards.push_back(std::move(card));
  }
  for (std::size_t i = 0; i < form.participant_ids.size(); ++i)
    subject.participants.push_back(TRY(org::active_employee(ctx, form.participant_ids[i], "participant_ids." + std::to_string(i))).name);
  return subject;
}

Result<void> add_action(Context& ctx, ReviewForm const& form, ReviewId review, std::size_t at, std::string const& numbers) {
  auto const& action = form.actions[at];
  auto const owner = TRY(org::active_employee(ctx, action.owner_id, "actions." + std::to_string(at) + ".owner_id"));
  work::NewWorkItemForm item;
  item.title = text::trim(action.what);
  item.handler_id = action.owner_id;
  auto const end = calendar::at(action.due_on, TimeOfDay{18 * 60}, ctx.services.calendar_of(ctx.actor.organization)->zone());
  if (end > ctx.now) item.due_at = end;
  work::BriefForm brief;
  brief.why = numbers + "：" + std::string(text::trim(form.findings));
  item.brief = std::move(brief);
  auto const made = TRY(work::create(ctx, item, work::Source::goal_action));
  ctx.db.enqueue(sql::insert_review_action, {{"org", ctx.actor.organization},
                                             {"review", review},
                                             {"position", static_cast<std::int64_t>(at) + 1},
                                             {"what", item.title},
                                             {"owner_name", owner.name},
                                             {"due_on", action.due_on},
                                             {"work_item", made.id},
                                             {"number", made.number}});
  return {};
}

struct ReviewRow {
  ReviewId id;
  ReviewKind kind = ReviewKind::self_check;
  Date held_on;
  std::string participants;  ///< JSON
  std::int64_t cards = 0;
  std::string findings;
  std::optional<std::string> causes;
  std::string by_name;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ReviewRow, (), (id, kind, held_on, participants, cards, findings, causes, by_name, at))

ReviewView view_of(ReadContext const& ctx, ReviewRow row) {
  return {.id = row.id,
          .kind = row.kind,
          .held_on = row.held_on,
          .participants = from_json<std::vector<std::string>>(row.participants).value(),
          .cards = row.cards,
          .findings = std::move(row.findings),
          .causes = std::move(row.causes),
          .actions = ctx.db.all<ReviewActionView>(sql::review_actions, {{"org", ctx.actor.organization}, {"review", row.id}}),
          .by_name = std::move(row.by_name),
          .at = row.at};
}

std::optional<ReviewView> review_called(ReadContext const& ctx, ReviewId id) {
  db::Composed statement(sql::reviews);
  statement += sql::review_called;
  auto row = ctx.db.one<ReviewRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
  return row ? std::optional(view_of(ctx, std::move(*row))) : std::nullopt;
}

/// One sent twice names cards the actor sees; any other is nobody's business.
bool is_about(ReadContext const& ctx, ReviewId id, std::vector<GoalCardId> const& cards) {
  return std::ranges::any_of(cards, [&](GoalCardId card) {
    auto const all = reviews_of(ctx, card);
    return all && std::ranges::find(*all, id, &ReviewView::id) != all->end();
  });
}

/// "G-2026-000003、G-2026-000007"
std::string numbers_of(std::vector<store::CardRow> const& cards) {
  std::string numbers;
  for (auto const& card : cards) numbers += (numbers.empty() ? "" : "、") + card.number;
  return numbers;
}

}  // namespace

Result<ReviewView> add_review(Context& ctx, ReviewForm const& form) {
  if (form.id) {
    if (auto done = review_called(ctx, *form.id))
      return is_about(ctx, *form.id, form.card_ids) ? Result<ReviewView>(std::move(*done)) : Refusal::conflict("followup.id_taken");
  }
  if (auto errors = wrong_fields(form, store::today(ctx)); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto subject = TRY(subject_of(ctx, form));
  auto const id = form.id.value_or(ReviewId::make());
  bool const says_causes = form.causes && !is_blank(*form.causes);
  ctx.db.enqueue(sql::insert_review, {{"org", ctx.actor.organization},
                                      {"id", id},
                                      {"kind", form.kind},
                                      {"held_on", form.held_on},
                                      {"participants", to_json(subject.participants)},
                                      {"findings", text::trim(form.findings)},
                                      {"causes", says_causes ? form.causes : std::nullopt},
                                      {"by_name", ctx.actor.name},
                                      {"at", ctx.now}});
  auto const numbers = numbers_of(subject.cards);
  for (std::size_t i = 0; i < form.actions.size(); ++i) TRY(add_action(ctx, form, id, i, numbers));
  for (auto& card : subject.cards) {
    ctx.db.enqueue(sql::insert_review_card, {{"org", ctx.actor.organization}, {"card", card.id}, {"review", id}});
    store::update(ctx, card);
    store::tell(ctx, card, "goal_card.reviewed",
                {{"goal_review_kind", "", std::string(enum_text(form.kind))}, {"goal_review_actions", "", std::to_string(form.actions.size())}}, form.findings);
    bool const is_person = card.person_id == ctx.actor.employee;
    store::notify(ctx, card, "review", is_person ? card.supervisor_id : std::optional(card.person_id), form.findings);
  }
  return review_called(ctx, id).value();
}

Result<std::vector<ReviewView>> reviews_of(ReadContext const& ctx, GoalCardId id) {
  auto const card = TRY(store::find_card(ctx, id));
  db::Composed statement(sql::reviews);
  statement += sql::reviews_of_card;
  std::vector<ReviewView> views;
  for (auto& row : ctx.db.all<ReviewRow>(statement, {{"org", ctx.actor.organization}, {"card", card.id}})) views.push_back(view_of(ctx, std::move(row)));
  return views;
}

}  // namespace zx::goal
