#include "modules/work/giving_up.hpp"

namespace zx::work::giving_up {
namespace {

std::int64_t minimum_of(ReadContext const& ctx, store::Item const& item) { return kind_called(ctx, item.commitment.subject_kind).minimum_touches; }

}  // namespace

Result<void> check(Context const& ctx, store::Item const& item) {
  if (item.row.state == State::draft) return {};
  return followup::check_persistence(ctx, item.commitment, minimum_of(ctx, item));
}

Result<followup::GiveUpRequestView> ask(Context& ctx, WorkItemId id, std::string_view reason) {
  auto const item = TRY(store::find_visible(ctx, id, permissions::read));
  return followup::ask_to_give_up(ctx, item.commitment, minimum_of(ctx, item), reason);
}

}  // namespace zx::work::giving_up
