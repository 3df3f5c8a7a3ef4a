// The SMART check of a card.

#include "modules/goal/smart.hpp"

#include "modules/goal/card_store.hpp"
#include "modules/goal/sql.hpp"
#include "platform/base/json.hpp"

namespace zx::goal {
namespace {

struct HistoryRow {
  std::optional<Decimal> target;
  Decimal actual;
};
BOOST_DESCRIBE_STRUCT(HistoryRow, (), (target, actual))

std::vector<Decimal> history_of(ReadContext const& ctx, store::CardRow const& card, store::ItemRow const& item) {
  std::vector<Decimal> actuals;
  if (!item.measure) return actuals;
  for (auto const& row : ctx.db.all<HistoryRow>(
           sql::measure_history, {{"org", ctx.actor.organization}, {"measure", *item.measure}, {"person", card.person_id}, {"period", card.period}}))
    actuals.push_back(row.actual);
  return actuals;
}

rules::SmartItem smart_item(ReadContext const& ctx, store::CardRow const& card, store::ItemRow const& item) {
  rules::SmartItem smart{.what = item.what,
                         .quantity = item.quantity,
                         .quality = item.quality,
                         .how = item.how,
                         .measure = item.measure,
                         .unit = item.unit,
                         .better = item.better,
                         .target = item.target,
                         .history = history_of(ctx, card, item),
                         .linked_upward = item.parent_item_id.has_value(),
                         .due_on = item.due_on,
                         .milestones = {},
                         .period_from = card.period_from,
                         .period_to = card.period_to};
  auto const milestones = from_json<std::vector<Milestone>>(item.milestones).value();
  for (auto const& each : milestones) smart.milestones.push_back(each.on);
  return smart;
}

}  // namespace

Result<std::vector<SmartFinding>> smart_findings(ReadContext const& ctx, GoalCardId id) {
  auto const card = TRY(store::find_card(ctx, id));
  std::vector<SmartFinding> findings;
  for (auto const& item : store::items_of(ctx, id)) {
    for (auto& remark : rules::smart(smart_item(ctx, card, item))) {
      auto text = store::text(ctx, remark.code, remark.arguments);
      findings.push_back({item.id, store::item_number(card.number, item.position), remark.letter, remark.weight, std::move(remark.code),
                          std::move(remark.arguments), std::move(text)});
    }
  }
  return findings;
}

}  // namespace zx::goal
