// Lists of goal cards.

#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/goal_desk.hpp"
#include "modules/goal/sql.hpp"
#include "modules/goal/style_rules.hpp"
#include "platform/base/text.hpp"
#include "platform/search/search.hpp"

namespace zx::goal {
namespace {

/// Of one item.
struct NumbersRow {
  Decimal weight;
  BetterWhen better = BetterWhen::higher;
  std::optional<Decimal> target;
  std::optional<Decimal> actual;
  std::optional<Confidence> confidence;
  std::optional<Instant> next_check_in_at;
};
BOOST_DESCRIBE_STRUCT(NumbersRow, (), (weight, better, target, actual, confidence, next_check_in_at))

struct Cursor {
  Date from;
  GoalCardId id;
};

std::optional<Cursor> cursor_from(std::string_view text) {
  auto const parts = text::split(text, '.');
  if (parts.size() != 2) return std::nullopt;
  auto const from = Date::parse(parts[0]);
  auto const id = GoalCardId::parse(parts[1]);
  if (!from || !id) return std::nullopt;
  return Cursor{*from, *id};
}

/// Both who has the next word and what the table of styles lets them do.
bool waits_for(EmployeeId me, store::CardRow const& card) {
  bool const is_person = card.person_id == me, is_supervisor = card.supervisor_id == me;
  auto const role = is_person ? CardRole::person : is_supervisor ? CardRole::supervisor : CardRole::other;
  switch (card.state) {
    case CardState::draft:
    case CardState::negotiating: return rules::may(role, card.style, card.state, CardAct::propose);
    case CardState::proposed:
      if (!rules::may(role, card.style, card.state, CardAct::sign)) return false;
      return is_person ? !card.person_signed_at : !card.supervisor_signed_at;
    case CardState::self_evaluated: return is_supervisor;
    case CardState::evaluated:
      if (is_supervisor) return true;
      return is_person && rules::may_answer(card.answer, card.reply.has_value());
    default: return false;
  }
}

/// What a card's items come to.
struct Numbers {
  std::int64_t items = 0;
  Decimal weight_sum;
  std::optional<Instant> next_check_in_at;
  std::int64_t off_track = 0;
  std::int64_t at_risk = 0;
  std::optional<Decimal> progress;
};

Numbers numbers_of(ReadContext const& ctx, GoalCardId id) {
  Numbers numbers;
  std::vector<rules::WeighedCompletion> shares;
  for (auto const& row : ctx.db.all<NumbersRow>(sql::card_numbers_of_page, {{"org", ctx.actor.organization}, {"card", id}})) {
    ++numbers.items;
    numbers.weight_sum += row.weight;
    if (row.next_check_in_at && (!numbers.next_check_in_at || *row.next_check_in_at < *numbers.next_check_in_at))
      numbers.next_check_in_at = row.next_check_in_at;
    numbers.off_track += row.confidence == Confidence::off_track;
    numbers.at_risk += row.confidence == Confidence::at_risk;
    shares.push_back({row.weight, row.actual ? std::optional(rules::completion(row.better, row.target, *row.actual)) : std::nullopt});
  }
  numbers.progress = rules::weighted_progress(shares, goal_settings(ctx).completion_cap);
  return numbers;
}

}  // namespace

GoalCardLine card_line(ReadContext const& ctx, store::CardRow const& row) {
  auto const numbers = numbers_of(ctx, row.id);
  bool const under_way = row.state == CardState::committed || row.state == CardState::active;
  return {.id = row.id,
          .number = row.number,
          .person = {row.person_id, row.person_name},
          .supervisor = row.supervisor_id ? std::optional(followup::PersonView{*row.supervisor_id, row.supervisor_name.value_or("")}) : std::nullopt,
          .department_name = row.department_name,
          .position = row.position,
          .period = row.period,
          .period_from = row.period_from,
          .period_to = row.period_to,
          .style = row.style,
          .state = row.state,
          .items = numbers.items,
          .weight_sum = numbers.weight_sum,
          .progress = numbers.progress,
          .at_risk = numbers.at_risk,
          .off_track = numbers.off_track,
          .next_check_in_at = under_way ? numbers.next_check_in_at : std::nullopt,
          .check_in_missing = under_way && numbers.next_check_in_at && *numbers.next_check_in_at < ctx.now,
          .score = row.score,
          .grade = row.grade,
          .waits_for_me = !ctx.actor.employee.is_nil() && waits_for(ctx.actor.employee, row),
          .version = row.version};
}

Result<http::Page<GoalCardLine>> list_cards(ReadContext const& ctx, CardListQuery const& query) {
  auto const limit = query.limit.value_or(50);
  if (limit < 1 || limit > 200) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", "200"}});
  db::Composed statement(sql::cards);
  statement += store::sees_cards(ctx.actor, permissions::read);
  auto parameters = store::viewer(ctx.actor);
  auto narrow = [&](db::Statement const& fragment, std::string_view name, db::Value value) {
    statement += fragment;
    parameters.set(name, std::move(value));
  };
  if (query.whose == WhoseCards::mine) narrow(sql::card_of_person, "person", ctx.actor.employee);
  else if (query.person_id) narrow(sql::card_of_person, "person", *query.person_id);
  if (query.whose == WhoseCards::supervised) narrow(sql::card_of_supervisor, "supervisor", ctx.actor.employee);
  if (query.department_id) narrow(sql::card_of_department, "department", *query.department_id);
  if (query.state) narrow(sql::card_of_state, "state", *query.state);
  if (query.period) narrow(sql::card_of_period, "period", *query.period);
  if (query.on) narrow(sql::card_on_day, "day", *query.on);
  if (query.text && !text::trim(*query.text).empty()) narrow(sql::card_worded, "word", search::like_pattern(*query.text));
  if (query.after) {
    auto const cursor = cursor_from(*query.after);
    if (!cursor) return Refusal::invalid_field("after", "request.cursor_invalid");
    narrow(sql::card_before, "after_from", cursor->from);
    parameters.set("after_id", cursor->id);
  }
  narrow(sql::card_page, "limit", limit + 1);
  auto const rows = ctx.db.all<store::CardRow>(statement, parameters);
  http::Page<GoalCardLine> page;
  for (auto const& row : rows) {
    if (static_cast<std::int64_t>(page.items.size()) == limit) {
      page.next = page.items.back().period_from.text() + "." + page.items.back().id.text();
      break;
    }
    page.items.push_back(card_line(ctx, row));
  }
  return page;
}

}  // namespace zx::goal
