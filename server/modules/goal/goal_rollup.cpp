#include "modules/goal/goal_rollup.hpp"

#include "modules/goal/following.hpp"
#include "modules/goal/sql.hpp"

namespace zx::goal {

namespace rules {

std::optional<Decimal> rolled_up(Rollup rollup, std::span<Part const> parts) {
  if (parts.empty() || !is_from_below(rollup)) return std::nullopt;
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

Decimal promised(Rollup rollup, std::span<Part const> targets) {
  bool const is_average = rollup == Rollup::average || rollup == Rollup::weighted;
  return rolled_up(is_average ? rollup : Rollup::sum, targets).value_or(Decimal{});
}

}  // namespace rules

namespace rollup {
namespace {

struct PartRow {
  Decimal actual;
  Decimal weight;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (actual, weight))

}  // namespace

std::optional<Decimal> counted(ReadContext const& ctx, store::CardRow const& card, store::ItemRow const& item) {
  if (item.rollup == Rollup::sheet) return following::reached(ctx, card, item);
  if (!is_from_below(item.rollup) || !item.unit) return std::nullopt;
  std::vector<rules::Part> parts;
  for (auto const& row : ctx.db.all<PartRow>(sql::rollup_parts, {{"org", ctx.actor.organization}, {"parent", item.id}, {"unit", *item.unit}}))
    parts.push_back({row.actual, row.weight});
  return rules::rolled_up(item.rollup, parts);
}

std::optional<store::ItemRow> count_again(Context const& ctx, GoalItemId id, std::string_view because) {
  auto row = store::item_called(ctx, id);
  if (!row) return std::nullopt;
  ctx.db.one<GoalCardId>(sql::lock_card, {{"org", ctx.actor.organization}, {"id", row->card_id}});
  // Locked only now: what was read before may have changed meanwhile.
  row = store::item_called(ctx, id);
  auto const card = row ? store::any_card(ctx, row->card_id) : std::nullopt;
  if (!card || !is_under_way(card->state) || row->rollup == Rollup::by_hand) return std::nullopt;
  auto const actual = counted(ctx, *card, *row);
  if (actual == row->actual) return std::nullopt;
  auto const before = std::exchange(row->actual, actual);
  row->actual_at = ctx.now;
  store::update(ctx, *row);
  store::tell(ctx, *card, row->rollup == Rollup::sheet ? "goal_card.followed_sheet" : "goal_card.rolled_up",
              {{"goal_actual", row->what + "：" + store::text_of(before), row->what + "：" + store::text_of(actual)}}, because);
  return row;
}

void go_up(Context const& ctx, store::ItemRow const& below) {
  for (auto above = below.parent_item_id; above;) {
    auto const row = store::item_called(ctx, *above);
    if (!row || !is_from_below(row->rollup)) return;
    auto const counted = count_again(ctx, *above, below.what);
    if (!counted) return;
    above = counted->parent_item_id;
  }
}

std::optional<FieldError> wrong_actual(store::ItemRow const& item, std::optional<Decimal> actual, std::string path) {
  if (item.rollup == Rollup::by_hand || !actual || actual == item.actual) return std::nullopt;
  return FieldError{std::move(path),
                    item.rollup == Rollup::sheet ? "goal.actual_follows_sheet" : "goal.actual_rolls_up",
                    {{"actual", item.actual ? item.actual->text() : "—"}}};
}

}  // namespace rollup
}  // namespace zx::goal
