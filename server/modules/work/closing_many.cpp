#include "modules/work/closing_many.hpp"

#include <algorithm>

#include "modules/work/store.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::work {
namespace {

constexpr std::size_t most_at_once = 200;

std::vector<ClosingVerdict> verdicts_on(ReadContext const& ctx, std::vector<WorkItemId> const& ids) {
  std::vector<ClosingVerdict> verdicts;
  for (auto const& id : ids) {
    if (std::ranges::find(verdicts, id, &ClosingVerdict::id) != verdicts.end()) continue;
    auto& verdict = verdicts.emplace_back();
    verdict.id = id;
    auto const item = store::find_visible(ctx, id, permissions::read);
    if (!item) continue;
    verdict.number = item->commitment.number;
    verdict.title = item->commitment.title;
  }
  return verdicts;
}

/// A refusal of `close` comes before its first write, so the others may go on in the same transaction.
void close_one(Context& ctx, ClosingVerdict& verdict, std::string_view note) {
  auto const closed = close(ctx, verdict.id, note);
  verdict.closed = closed.ok();
  verdict.code = verdict.text = std::nullopt;
  if (closed) return;
  verdict.code = closed.refusal().code;
  verdict.text = ctx.services.texts.text(ctx.actor.language, closed.refusal().code, closed.refusal().arguments);
}

}  // namespace

Result<ClosingResult> close_many(Context& ctx, ClosingForm const& form) {
  if (form.ids.empty() || form.ids.size() > most_at_once)
    return Refusal::invalid_field("ids", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most_at_once)}});
  ClosingResult result{.items = verdicts_on(ctx, form.ids)};
  // Whatever waits for its sub-items is tried again as long as something was closed.
  for (bool again = true; again;) {
    again = false;
    for (auto& verdict : result.items) {
      if (verdict.closed || (verdict.code && verdict.code != "work.sub_items_open")) continue;
      close_one(ctx, verdict, form.note.value_or(""));
      again |= verdict.closed;
      result.closed += verdict.closed;
    }
  }
  return result;
}

}  // namespace zx::work
