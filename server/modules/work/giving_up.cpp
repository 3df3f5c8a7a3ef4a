#include "modules/work/giving_up.hpp"

namespace zx::work::giving_up {
namespace {

std::int64_t minimum_of(ReadContext const& ctx, store::Item const& item) { return kind_called(ctx, item.commitment.subject_kind).minimum_touches; }

}  // namespace

Result<void> check(Context const& ctx, store::Item const& item) {
  if (item.row.state == State::draft) return {};
  return followup::check_persistence(ctx, item.commitment, minimum_of(ctx, item));
}

Result<void> may_end_alone(ReadContext const& ctx, store::Item const& item) {
  auto const persistence = followup::persistence_of(item.commitment, minimum_of(ctx, item));
  bool const is_enough = persistence.minimum_touches > 0 && persistence.missing == 0;
  if (is_enough || followup::has_consent(ctx, item.commitment.id)) return {};
  return Refusal::conflict(persistence.minimum_touches > 0 ? "work.give_up_needs_consent" : "work.supervisor_cancels");
}

Result<followup::GiveUpRequestView> ask(Context& ctx, WorkItemId id, std::string_view reason) {
  auto const item = TRY(store::find_visible(ctx, id, permissions::read));
  auto const minimum = minimum_of(ctx, item);
  if (minimum == 0) return Refusal::conflict("work.supervisor_cancels");
  return followup::ask_to_give_up(ctx, item.commitment, minimum, reason);
}

}  // namespace zx::work::giving_up
