#pragma once
// Leaving: what somebody has in hand goes to others in the transaction in which they leave; nothing is left without an owner.
// org sits below the modules whose things people hold, so each of them lists its own (`work::holdings()`, …) and app/ collects them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/org/holdings.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx::org {

/// What org itself knows of: direct reports, departments led, what falls to the default owner.
std::vector<Holding> holdings();
/// Called once by app/ with those of all modules, before anything else runs.
void know_holdings(Services& services, std::vector<Holding> all);

struct HoldingView {
  std::string holding;  ///< the code
  std::string name;     ///< in the actor's language
  std::int64_t count = 0;
  std::vector<HeldView> things;  ///< at most the first 100
  bool may_end = false;
  std::optional<EmployeeId> successor_id;  ///< of what was laid down for the last day
  std::optional<std::string> successor_name;
  bool ends = false;
};
BOOST_DESCRIBE_STRUCT(HoldingView, (), (holding, name, count, things, may_end, successor_id, successor_name, ends))

struct HoldingsView {
  std::vector<HoldingView> holdings;      ///< those with something in them
  std::optional<EmployeeId> proposed_id;  ///< who stands above
  std::optional<std::string> proposed_name;
};
BOOST_DESCRIBE_STRUCT(HoldingsView, (), (holdings, proposed_id, proposed_name))

struct SuccessionForm {
  std::string holding;
  std::optional<EmployeeId> successor_id;
  std::optional<bool> ends;  ///< true: it comes to an end instead
};
BOOST_DESCRIBE_STRUCT(SuccessionForm, (), (holding, successor_id, ends))

struct LeavingForm {
  Date leave_date;                         ///< the last day
  std::optional<EmployeeId> successor_id;  ///< of everything not named in `successions`
  std::vector<SuccessionForm> successions;
  std::optional<bool> on_last_day;  ///< true: with a last day to come, hand over when it is past; default now
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(LeavingForm, (), (leave_date, successor_id, successions, on_last_day, note))

/// Who takes over one sort of thing.
struct SuccessionRow {
  std::string holding;
  std::optional<EmployeeId> successor_id;  ///< absent: it ends
};
BOOST_DESCRIBE_STRUCT(SuccessionRow, (), (holding, successor_id))

Result<HoldingsView> holdings_of(ReadContext const& ctx, EmployeeId id);
/// Sets the last day and hands everything over: one transaction. Also for somebody who has left and still holds something. Refuses
/// org.successor_missing, org.successor_is_leaver, org.holding_unknown, org.holding_must_go_on, what the holdings refuse, request.stale.
Result<void> leave(Context& ctx, EmployeeId id, std::int64_t version, LeavingForm const& form);

/// A leave date set by other means: org.hand_over_first, unless nothing is in hand or it was laid down who takes it.
Result<void> may_leave(Context const& ctx, EmployeeId id);
/// They stay after all.
void forget_succession(Context const& ctx, EmployeeId id);

/// Hourly: what those who have left still hold goes to who was laid down, else to who stands above them, else to the default owner.
jobs::Job hand_over_leavers();

}  // namespace zx::org
