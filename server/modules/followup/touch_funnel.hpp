#pragma once
// The funnel by touch number: how many were reached, refused, won and given up at the first, second … outward touch.
//
// A *case* is one counterpart approached: a commitment with at least one outward touch, or a row of an imported campaign. It ends
//   won        when its last outward touch was won, or it was closed after "agreed"
//   abandoned  when its last outward touch was lost, or it was closed after "refused" or "not reached", or cancelled
//   settled    when it was closed otherwise: there was nothing to be won
//   open       not yet.
// It ends at its last touch. Every share is rounded half up to six digits.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "modules/followup/followup.hpp"
#include "platform/base/decimal.hpp"

namespace zx::followup {

enum class CaseEnd { open, won, abandoned, settled };
BOOST_DESCRIBE_ENUM(CaseEnd, open, won, abandoned, settled)

/// So many cases ended like this at this touch.
struct EndedCases {
  std::int64_t touch_number = 0;
  CaseEnd end = CaseEnd::open;
  std::int64_t cases = 0;
};
BOOST_DESCRIBE_STRUCT(EndedCases, (), (touch_number, end, cases))

/// So many touches with this number had this outcome. Imported campaigns say none.
struct CountedTouches {
  std::int64_t touch_number = 0;
  Outcome outcome = Outcome::reached;
  std::int64_t touches = 0;
};
BOOST_DESCRIBE_STRUCT(CountedTouches, (), (touch_number, outcome, touches))

struct FunnelStep {
  std::int64_t touch_number = 0;
  std::int64_t touched = 0;  ///< cases that had such a touch
  std::int64_t reached = 0;  ///< somebody answered; recorded touches only
  std::int64_t refused = 0;
  std::int64_t won = 0;  ///< cases that ended here
  std::int64_t abandoned = 0;
  std::int64_t settled = 0;
  std::int64_t open = 0;
  std::optional<Decimal> share_of_wins;  ///< absent without any win
  std::optional<Decimal> share_of_wins_so_far;
  std::optional<Decimal> share_of_abandoned;
};
BOOST_DESCRIBE_STRUCT(FunnelStep, (),
                      (touch_number, touched, reached, refused, won, abandoned, settled, open, share_of_wins, share_of_wins_so_far, share_of_abandoned))

struct TouchFunnel {
  std::int64_t cases = 0;
  std::int64_t won = 0;
  std::int64_t abandoned = 0;
  std::int64_t settled = 0;
  std::int64_t open = 0;
  std::optional<Decimal> conversion;      ///< won of won and abandoned; what is open says nothing yet
  std::optional<Decimal> conversion_low;  ///< Wilson score interval, 95 %
  std::optional<Decimal> conversion_high;
  std::optional<Decimal> wins_at_first;  ///< of all wins
  std::optional<Decimal> wins_after_fifth;
  std::optional<Decimal> abandoned_after_first;         ///< of won and abandoned: gave up after one touch
  std::optional<Decimal> stopped_after_first;           ///< of the abandoned
  std::int64_t abandoned_before_fifth = 0;              ///< with fewer than five touches
  std::optional<Decimal> abandoned_before_fifth_share;  ///< of the abandoned
  std::vector<FunnelStep> steps;                        ///< every number up to the highest
};
BOOST_DESCRIBE_STRUCT(TouchFunnel, (),
                      (cases, won, abandoned, settled, open, conversion, conversion_low, conversion_high, wins_at_first, wins_after_fifth,
                       abandoned_after_first, stopped_after_first, abandoned_before_fifth, abandoned_before_fifth_share, steps))

TouchFunnel funnel_of(std::span<EndedCases const> ended, std::span<CountedTouches const> touches);

struct Interval {
  Decimal low;
  Decimal high;
};
/// Wilson (1927) score interval of `successes` in `trials`, z = 1.959964.
Interval wilson_95(std::int64_t successes, std::int64_t trials);

// ---- The organization's own data ----

inline constexpr std::string_view imported_kind = "outreach";

struct TouchReportQuery {
  std::optional<Date> from;         ///< the last outward touch is from this day on; default: a year ago
  std::optional<Date> until;        ///< and up to this one; default: today
  std::optional<std::string> kind;  ///< of the commitment; "outreach": imported campaigns only
};
BOOST_DESCRIBE_STRUCT(TouchReportQuery, (), (from, until, kind))

/// What sales trainers say, without a source. Shown beside the own figures, as claims.
struct FolkloreView {
  std::string claim;  ///< "wins_at_first", "wins_after_fifth", "stopped_after_first": the figure it is about
  Decimal share;
};
BOOST_DESCRIBE_STRUCT(FolkloreView, (), (claim, share))

struct TouchReportView {
  Date from;
  Date until;
  TouchFunnel funnel;
  std::int64_t imported = 0;  ///< of the cases, those from imported campaigns
  std::vector<FolkloreView> folklore;
};
BOOST_DESCRIBE_STRUCT(TouchReportView, (), (from, until, funnel, imported, folklore))

/// Within the reach of followup.read; imported campaigns: all of them for whoever sees the organization, else one's own.
/// Refuses followup.period_backward, org.period_too_long (ten years).
Result<TouchReportView> touch_report(ReadContext const& ctx, TouchReportQuery const& query);

struct TouchCasesQuery {
  std::optional<Date> from;
  std::optional<Date> until;
  std::optional<std::string> kind;
  std::int64_t touch_number = 1;
  CaseEnd end = CaseEnd::abandoned;
};
BOOST_DESCRIBE_STRUCT(TouchCasesQuery, (), (from, until, kind, touch_number, end))

struct TouchCaseView {
  std::optional<CommitmentId> commitment_id;  ///< absent of an imported one
  std::optional<std::string> subject_type;
  std::optional<std::string> number;
  std::string title;  ///< of an imported one: whom it was about
  std::optional<std::string> campaign;
  Instant last_at;
};
BOOST_DESCRIBE_STRUCT(TouchCaseView, (), (commitment_id, subject_type, number, title, campaign, last_at))

/// The cases behind one figure of the report, newest first, 200 at most.
Result<std::vector<TouchCaseView>> touch_cases(ReadContext const& ctx, TouchCasesQuery const& query);

}  // namespace zx::followup
