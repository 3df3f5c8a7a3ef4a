#pragma once
// Measures 指标: what a target counts — revenue, users, cancellations.

#include <optional>
#include <string>
#include <vector>

#include "modules/goal/goal.hpp"
#include "modules/goal/target_rules.hpp"

namespace zx::goal {

/// `decimals` 0 … 6; targets of the measure are whole numbers of its smallest unit.
struct NewMeasureForm {
  std::string code;
  std::string name;
  std::string unit;  ///< "万元", "户"; may be empty
  MeasureDirection direction = MeasureDirection::higher;
  OverTime over_time = OverTime::sum;
  std::int64_t decimals = 0;
};
BOOST_DESCRIBE_STRUCT(NewMeasureForm, (), (code, name, unit, direction, over_time, decimals))

/// MeasureDirection, roll-up and decimals stay as they were made: past numbers keep their meaning.
struct MeasurePatch {
  std::optional<std::string> name;
  std::optional<std::string> unit;
  std::optional<bool> closed;  ///< true: no new sheets with it
};
BOOST_DESCRIBE_STRUCT(MeasurePatch, (), (name, unit, closed))

struct MeasureView {
  MeasureId id;
  std::string code;
  std::string name;
  std::string unit;
  MeasureDirection direction = MeasureDirection::higher;
  OverTime over_time = OverTime::sum;
  std::int64_t decimals = 0;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(MeasureView, (), (id, code, name, unit, direction, over_time, decimals, closed_at, version))

/// All of them in order of code, closed ones too.
std::vector<MeasureView> measures(ReadContext const& ctx);
/// Refuses target.measure_code_taken.
Result<MeasureView> add_measure(Context& ctx, NewMeasureForm const& form);
/// Refuses target.measure_not_found, request.stale.
Result<MeasureView> change_measure(Context& ctx, MeasureId id, std::int64_t version, MeasurePatch const& patch);

}  // namespace zx::goal
