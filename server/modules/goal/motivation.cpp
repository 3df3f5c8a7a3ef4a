// Motivation factors: between two people.

#include "modules/goal/motivation.hpp"

#include "modules/goal/card_store.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/text.hpp"

namespace zx::goal {
namespace {

struct MotivationRow {
  GoalItemId item_id;
  std::string what;
  std::int64_t confidence = 0;
  std::int64_t desire = 0;
  std::int64_t authority = 0;
  std::optional<std::string> note;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(MotivationRow, (), (item_id, what, confidence, desire, authority, note, at))

MotivationView view_of(ReadContext const& ctx, MotivationRow const& row) {
  MotivationView view{.item_id = row.item_id,
                      .what = row.what,
                      .confidence = row.confidence,
                      .desire = row.desire,
                      .authority = row.authority,
                      .index = rules::readiness(row.confidence, row.desire, row.authority),
                      .note = row.note,
                      .at = row.at,
                      .prompts = {}};
  auto prompt = [&](char const* factor, std::int64_t value) {
    if (value < rules::low_factor) view.prompts.push_back({factor, store::text(ctx, std::string("goal.motivation_prompt.") + factor)});
  };
  prompt("confidence", row.confidence);
  prompt("desire", row.desire);
  prompt("authority", row.authority);
  return view;
}

std::vector<FieldError> wrong_fields(MotivationForm const& form) {
  std::vector<FieldError> errors;
  auto check = [&](char const* field, std::int64_t value) {
    if (value < 0 || value > 100) errors.push_back({field, "field.out_of_range", {{"least", "0"}, {"most", "100"}}});
  };
  check("confidence", form.confidence);
  check("desire", form.desire);
  check("authority", form.authority);
  if (form.note && text::length(*form.note) > 1000) errors.push_back({"note", "field.too_long", {{"most", "1000"}}});
  return errors;
}

}  // namespace

namespace rules {
Decimal readiness(std::int64_t confidence, std::int64_t desire, std::int64_t authority) {
  return Decimal::ratio(confidence * desire * authority, 100 * 100, Rounding::half_up);
}
}  // namespace rules

// Nothing of it goes into the timeline: others read that.
Result<MotivationView> rate_motivation(Context& ctx, GoalItemId id, MotivationForm const& form) {
  auto const item = TRY(store::find_item(ctx, id));
  if (item.card.person_id != ctx.actor.employee) return Refusal::forbidden("goal.motivation_private");
  if (item.card.state == CardState::closed) return Refusal::conflict("goal.fixed", {{"state", store::text(ctx, "goal.state.closed")}});
  if (auto errors = wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  ctx.db.execute(sql::save_motivation, {{"org", ctx.actor.organization},
                                        {"item", id},
                                        {"card", item.card.id},
                                        {"confidence", form.confidence},
                                        {"desire", form.desire},
                                        {"authority", form.authority},
                                        {"note", form.note},
                                        {"at", ctx.now}});
  return view_of(ctx, {id, item.row.what, form.confidence, form.desire, form.authority, form.note, ctx.now});
}

std::vector<MotivationView> motivation_of(ReadContext const& ctx, GoalCardId id) {
  std::vector<MotivationView> views;
  for (auto const& row : ctx.db.all<MotivationRow>(sql::motivation_of_card, {{"org", ctx.actor.organization}, {"card", id}, {"me", ctx.actor.employee}}))
    views.push_back(view_of(ctx, row));
  return views;
}

}  // namespace zx::goal
