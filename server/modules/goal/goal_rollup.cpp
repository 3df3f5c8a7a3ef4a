#include "modules/goal/goal_rollup.hpp"

#include "modules/goal/sql.hpp"

namespace zx::goal {

namespace rules {

std::optional<Decimal> rolled_up(Rollup rollup, std::span<Part const> parts) {
  if (parts.empty() || rollup == Rollup::by_hand) return std::nullopt;
  Decimal sum, weights;
  for (auto const& each : parts) {
    // 100 of 100: a weight of 100 % is the whole.
    sum += rollup == Rollup::weighted ? multiply_divide(each.actual, each.weight, Decimal::of(100), Rounding::half_up) : each.actual;
    weights += rollup == Rollup::weighted ? each.weight : Decimal::of(100);
  }
  if (rollup == Rollup::sum) return sum;
  if (weights == Decimal{}) return std::nullopt;
  return multiply_divide(sum, Decimal::of(100), weights, Rounding::half_up);
}

}  // namespace rules

namespace rollup {
namespace {

struct PartRow {
  Decimal actual;
  Decimal weight;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (actual, weight))

bool is_under_way(CardState state) { return state == CardState::committed || state == CardState::active; }

}  // namespace

std::optional<Decimal> counted(ReadContext const& ctx, store::ItemRow const& item) {
  if (item.rollup == Rollup::by_hand || !item.unit) return std::nullopt;
  std::vector<rules::Part> parts;
  for (auto const& row : ctx.db.all<PartRow>(sql::rollup_parts, {{"org", ctx.actor.organization}, {"parent", item.id}, {"unit", *item.unit}}))
    parts.push_back({row.actual, row.weight});
  return rules::rolled_up(item.rollup, parts);
}

void go_up(Context const& ctx, store::ItemRow const& below) {
  for (auto above = below.parent_item_id; above;) {
    auto row = store::item_called(ctx, *above);
    if (!row || row->rollup == Rollup::by_hand) return;
    ctx.db.one<GoalCardId>(sql::lock_card, {{"org", ctx.actor.organization}, {"id", row->card_id}});
    row = store::item_called(ctx, *above);
    auto const card = store::any_card(ctx, row->card_id);
    if (!card || !is_under_way(card->state)) return;
    auto const actual = counted(ctx, *row);
    if (actual == row->actual) return;
    auto const before = std::exchange(row->actual, actual);
    row->actual_at = ctx.now;
    store::update(ctx, *row);
    store::tell(ctx, *card, "goal_card.rolled_up", {{"goal_actual", row->what + "：" + store::text_of(before), row->what + "：" + store::text_of(actual)}},
                below.what);
    above = row->parent_item_id;
  }
}

std::optional<FieldError> wrong_actual(store::ItemRow const& item, std::optional<Decimal> actual, std::string path) {
  if (item.rollup == Rollup::by_hand || !actual || actual == item.actual) return std::nullopt;
  return FieldError{std::move(path), "goal.actual_rolls_up", {{"actual", item.actual ? item.actual->text() : "—"}}};
}

}  // namespace rollup
}  // namespace zx::goal
