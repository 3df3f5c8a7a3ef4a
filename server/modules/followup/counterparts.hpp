#pragma once
// The other side of a matter 对方: inward the handler, outward whoever asked for it or is to be won. One row of profile per
// organization and key, shared by all their matters.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/followup/cadence.hpp"
#include "modules/followup/punctuality.hpp"

namespace zx::followup {

struct PromiseView {
  FollowUpId id;
  Instant said_at;
  Instant promised_at;
  std::optional<Instant> looked_at;
  bool kept = false;
  std::optional<CommitmentId> commitment_id;  ///< absent with number and title where the actor does not see the matter
  std::optional<std::string> subject_type;
  std::optional<std::string> number;
  std::optional<std::string> title;
};
BOOST_DESCRIBE_STRUCT(PromiseView, (), (id, said_at, promised_at, looked_at, kept, commitment_id, subject_type, number, title))

struct CounterpartView {
  std::string name;
  Direction direction = Direction::outward;  ///< which side of the commitment it is
  bool is_known = true;                      ///< false: nobody who could be told apart; no profile, nothing measured
  std::vector<Method> channels;              ///< best first
  std::vector<QuietHours> quiet;
  std::string note;
  std::int64_t kept = 0;                ///< of the promises
  std::int64_t measured = 0;            ///< twenty at most
  std::optional<std::int64_t> percent;  ///< absent with nothing measured
  std::int64_t needed = 5;              ///< measured promises before the cadence adapts
  std::vector<PromiseView> promises;    ///< the measured ones, newest first
  std::int64_t touches_this_week = 0;   ///< outward, in the last seven days
  std::int64_t weekly_touches = 0;      ///< the limit that holds for this commitment; 0: none
  std::int64_t version = 0;             ///< of the profile; 0 before it is written
};
BOOST_DESCRIBE_STRUCT(CounterpartView, (),
                      (name, direction, is_known, channels, quiet, note, kept, measured, percent, needed, promises, touches_this_week, weekly_touches, version))

struct CounterpartForm {
  std::vector<Method> channels;
  std::vector<QuietHours> quiet;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(CounterpartForm, (), (channels, quiet, note))

/// The other side of a commitment the actor sees.
Result<CounterpartView> counterpart(ReadContext const& ctx, CommitmentId id, Direction direction);
/// Whoever may record on the commitment. Refuses followup.counterpart_unknown, wrong fields, request.stale.
Result<CounterpartView> change_counterpart(Context& ctx, CommitmentId id, Direction direction, std::int64_t version, CounterpartForm const& form);

// ---- Within followup ----

/// Empty where there is nobody who could be told apart.
std::string counterpart_key(Commitment const& commitment, Direction direction);
/// Everything a proposal depends on.
Rhythm rhythm_of(ReadContext const& ctx, Commitment const& commitment, Direction direction, Recording recording);
/// Refuses followup.too_many_touches when the counterpart has had as many outward touches in seven days as the cadence allows, unless
/// `reason` says why all the same.
Result<void> check_weekly_limit(ReadContext const& ctx, Commitment const& commitment, Instant at, std::optional<std::string> const& reason);

}  // namespace zx::followup
