#pragma once
// The cadence 跟进节奏: how soon after one touch the next one follows, by which method, and within which limits.
//
// A cadence has steps for the first touches; after them, or without any, the gap of the commitment repeats
// (Commitment.follow_up_gap_minutes, which its kind gives). An item's own cadence holds over its kind's, the kind's over
// that of every kind ('*'), that over the shipped one of the kind, which mostly has no steps.
//
// The proposal, in this order:
//   1. the step's time, or the gap, in working minutes;
//   2. by punctuality (counterparts.hpp), from five measured promises on: below 60 % half of it, above 90 % half as much again;
//   3. never below the minimum gap nor above the maximum one;
//   4. sooner when the due time comes first: one working hour before it, or at it;
//   5. outward: not before the week has room for another touch of the counterpart, and not in their quiet hours.
// It is always later than now. Where nothing of 4 holds it lies in working time.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/followup/followup.hpp"
#include "modules/followup/punctuality.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::followup {

struct CadenceStep {
  std::int64_t after_minutes = 450;  ///< working minutes after the touch before it, or after the opening
  Method method = Method::phone;
  std::string hint;  ///< what to say
};
BOOST_DESCRIBE_STRUCT(CadenceStep, (), (after_minutes, method, hint))

struct Cadence {
  std::vector<CadenceStep> steps;                   ///< of the first touches, in order
  std::int64_t minimum_gap_minutes = 30;            ///< working minutes
  std::optional<std::int64_t> maximum_gap_minutes;  ///< absent: none
  std::int64_t weekly_touches = 5;                  ///< outward ones with one counterpart in any seven days; 0: no limit
  std::optional<std::int64_t> maximum_touches;      ///< with as many it is enough: the proposal says to decide
};
BOOST_DESCRIBE_STRUCT(Cadence, (), (steps, minimum_gap_minutes, maximum_gap_minutes, weekly_touches, maximum_touches))

enum class CadenceOrigin { own, kind, every_kind, shipped };
BOOST_DESCRIBE_ENUM(CadenceOrigin, own, kind, every_kind, shipped)

struct KindCadenceView {
  std::string subject_kind;  ///< "*": every kind without one of its own
  Cadence cadence;
  CadenceOrigin origin = CadenceOrigin::shipped;
  std::int64_t version = 0;  ///< 0 where the kind has none of its own
};
BOOST_DESCRIBE_STRUCT(KindCadenceView, (), (subject_kind, cadence, origin, version))

struct KindCadenceForm {
  std::optional<Cadence> cadence;  ///< absent: that of every kind again, or the shipped one
};
BOOST_DESCRIBE_STRUCT(KindCadenceForm, (), (cadence))

struct ItemCadenceView {
  CommitmentId id;
  Cadence cadence;
  CadenceOrigin origin = CadenceOrigin::shipped;
  std::int64_t gap_minutes = 960;  ///< after the last step
  std::int64_t touch_count = 0;
  std::int64_t version = 1;  ///< the commitment's
};
BOOST_DESCRIBE_STRUCT(ItemCadenceView, (), (id, cadence, origin, gap_minutes, touch_count, version))

struct ItemCadenceForm {
  std::optional<Cadence> cadence;           ///< absent: that of the kind
  std::optional<std::int64_t> gap_minutes;  ///< absent: stays
};
BOOST_DESCRIBE_STRUCT(ItemCadenceForm, (), (cadence, gap_minutes))

/// What holds for a kind where the organization has said nothing; without steps for most.
Cadence shipped_cadence(std::string_view subject_kind);

/// A part of each day, in the organization's civil time; [from, to).
struct QuietHours {
  TimeOfDay from;
  TimeOfDay to;
};
BOOST_DESCRIBE_STRUCT(QuietHours, (), (from, to))

/// Everything a proposal depends on beside the commitment.
struct Rhythm {
  Cadence cadence;
  Direction direction = Direction::inward;
  Recording recording = Recording::no;
  Punctuality punctuality;              ///< of the other side: the handler inward, the counterpart outward
  std::vector<Method> channels;         ///< the other side's, best first; none: unknown
  std::vector<QuietHours> quiet;        ///< outward ones keep out of them
  std::vector<Instant> outward_before;  ///< the counterpart's outward touches of the last seven days, oldest first
};

namespace rules {

inline constexpr std::int64_t most_steps = 20;
inline constexpr Milliseconds touches_count_for = std::chrono::hours(24 * 7);

/// Every wrong field of a cadence at once; paths begin with `prefix`.
std::vector<FieldError> wrong_fields(Cadence const& cadence, std::string const& prefix = "cadence");

/// The gap with the punctuality counted in, before the limits.
std::int64_t adapted_gap(std::int64_t gap_minutes, Punctuality const& punctuality);

/// The whole proposal, as said above.
Proposal next_touch(Commitment const& commitment, Rhythm const& rhythm, calendar::WorkingCalendar const& calendar, Instant now);

/// Whether one more outward touch at `at` keeps the weekly limit; `before` as in Rhythm.
bool has_room(std::int64_t weekly_touches, std::vector<Instant> const& before, Instant at);

}  // namespace rules

/// The cadence that holds for the commitment, and where it comes from. From memory (ten seconds old at most) but for its own.
struct Holding {
  Cadence cadence;
  CadenceOrigin origin = CadenceOrigin::shipped;
};
Holding cadence_of(ReadContext const& ctx, Commitment const& commitment);
/// The same for one that has no own cadence, because it is being made.
Holding cadence_of_kind(ReadContext const& ctx, std::string_view subject_kind);

KindCadenceView kind_cadence(ReadContext const& ctx, std::string_view subject_kind);
/// Refuses followup.kind_invalid, wrong fields, request.stale.
Result<KindCadenceView> change_kind_cadence(Context const& ctx, std::string_view subject_kind, std::int64_t version, KindCadenceForm const& form);

Result<ItemCadenceView> item_cadence(ReadContext const& ctx, CommitmentId id);
/// Owner, handler, and whoever's reach of followup.record covers the item. Refuses wrong fields, request.stale, followup.closed_has_no_cadence.
Result<ItemCadenceView> change_item_cadence(Context& ctx, CommitmentId id, std::int64_t version, ItemCadenceForm const& form);

}  // namespace zx::followup
