#pragma once
// The persistence guard 坚持: what is to be won, or was asked for from outside, is not given up before its minimum of touches
// without a reason and a supervisor's consent.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/followup/followup.hpp"

namespace zx::followup {

enum class Consent { given, refused };
/// Anybody above the owner, or who stands in for them; never who asked. Refuses followup.give_up_not_yours, followup.give_up_answered, and
/// a refusal without a reason.
Result<GiveUpRequestView> answer_give_up(Context& ctx, GiveUpRequestId id, Consent consent, std::string_view answer);
/// Of a commitment the actor sees, oldest first.
Result<std::vector<GiveUpRequestView>> give_up_requests_of(ReadContext const& ctx, CommitmentId id);

}  // namespace zx::followup
