#pragma once
// The arithmetic of targets. Pure.

#include <array>
#include <optional>
#include <vector>

#include "modules/goal/periods.hpp"
#include "platform/base/decimal.hpp"
#include "platform/base/described.hpp"

namespace zx::goal {

/// Which way is better. Attainment of `lower` is 2 − actual ÷ plan, never below 0.
enum class MeasureDirection { higher, lower };
BOOST_DESCRIBE_ENUM(MeasureDirection, higher, lower)

/// What several periods come to. sum: revenue. average: by months, over the periods that have a value. last: users at the
/// end of the period. Over people, products and customers a measure is always added up; keep numerator and denominator of
/// a rate as two measures.
enum class OverTime { sum, average, last };
BOOST_DESCRIBE_ENUM(OverTime, sum, average, last)

/// The numbers of a cell: four tiers of the plan (`plan` is the target itself) and what was reached.
enum class TargetField { plan, actual, base, committed, stretch };
BOOST_DESCRIBE_ENUM(TargetField, plan, actual, base, committed, stretch)
inline constexpr std::size_t field_count = 5;
inline constexpr std::array all_fields{TargetField::plan, TargetField::actual, TargetField::base, TargetField::committed, TargetField::stretch};

/// Null: nobody has said.
struct Amounts {
  std::optional<Decimal> plan;
  std::optional<Decimal> actual;
  std::optional<Decimal> base;       ///< 保底
  std::optional<Decimal> committed;  ///< 承诺
  std::optional<Decimal> stretch;    ///< 挑战

  std::optional<Decimal>& operator[](TargetField field);
  std::optional<Decimal> const& operator[](TargetField field) const { return const_cast<Amounts&>(*this)[field]; }
  bool operator==(Amounts const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Amounts, (), (plan, actual, base, committed, stretch))

/// The tiers of a plan, from the least on; `target` is the plan itself. below: not even the lowest one planned.
enum class TargetTier { below, base, committed, target, stretch };
BOOST_DESCRIBE_ENUM(TargetTier, below, base, committed, target, stretch)

/// How far an actual has come, by tier.
struct TargetTiersView {
  TargetTier reached = TargetTier::below;
  std::optional<Decimal> base;  ///< attainment in percent, of the tiers that are planned; that of the target stands beside
  std::optional<Decimal> committed;
  std::optional<Decimal> stretch;
};
BOOST_DESCRIBE_STRUCT(TargetTiersView, (), (reached, base, committed, stretch))

namespace rules {

/// The value of a period.
struct Piece {
  Span span;
  std::optional<Decimal> value;
};

/// Adds what is there; null when nothing is.
void add(std::optional<Decimal>& sum, std::optional<Decimal> const& value);

/// The pieces of equal spans are added up first; null when none has a value.
std::optional<Decimal> fold(OverTime over_time, std::vector<Piece> const& pieces);

/// In percent with two digits: 95.5. Null while nothing was reached or planned; with a plan of 0 only a `lower` measure has
/// one: 100 when nothing happened, else 0.
std::optional<Decimal> attainment(MeasureDirection direction, std::optional<Decimal> plan, std::optional<Decimal> actual);

/// The highest tier reached, all below it being reached, too: where only some cells have a stretch, its sum says nothing before
/// the target is reached. Null where nothing but the target is planned, or nothing was reached yet.
std::optional<TargetTiersView> tiers(MeasureDirection direction, Amounts const& amounts);

}  // namespace rules
}  // namespace zx::goal
