#include "modules/goal/revisions.hpp"

namespace zx::goal::rules {

int direction_of(BetterWhen better, Decimal old_value, Decimal new_value) {
  if (new_value == old_value) return 0;
  bool const harder = better == BetterWhen::higher ? new_value > old_value : new_value < old_value;
  return harder ? 1 : -1;
}

bool fits(RevisionKind kind, int direction) {
  switch (kind) {
    case RevisionKind::environment_better: return direction > 0;
    case RevisionKind::environment_worse:
    case RevisionKind::minimum_unreachable: return direction < 0;
    case RevisionKind::strategy_changed:
    case RevisionKind::emergency: break;
  }
  return direction != 0;
}

bool breaks_parent(BetterWhen better, std::optional<Decimal> parent_target, Decimal sum_after) {
  if (!parent_target) return false;
  return better == BetterWhen::higher ? sum_after < *parent_target : sum_after > *parent_target;
}

}  // namespace zx::goal::rules
