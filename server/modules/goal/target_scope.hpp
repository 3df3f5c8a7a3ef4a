#pragma once
// Who may do what with a target sheet. Private to goal.

#include <optional>
#include <set>

#include "modules/goal/target_store.hpp"

namespace zx::goal::targets {

/// Fragments over a sheet aliased `s`, and over a row aliased `l`; their parameters are `viewer`'s.
db::Statement const& sees_sheet(Scope reach);
db::Statement const& seen_sheets(Scope reach);
db::Parameters viewer(ReadContext const& ctx);

/// Whether the actor's permission reaches a person or department (one of them).
bool covers(ReadContext const& ctx, Permission permission, std::optional<EmployeeId> employee, std::optional<DepartmentId> department);

/// The rows whose own owner the permission reaches.
std::set<std::int64_t> rows_within(ReadContext const& ctx, SheetId id, Permission permission);

/// What the actor may do in one sheet.
struct Rights {
  bool sees_whole = false;
  std::set<std::int64_t> rows_seen;  ///< where not the whole
  bool may_plan = false;
  bool writes_whole = false;
  std::set<std::int64_t> rows_written;  ///< where not the whole

  bool sees(std::int64_t row) const { return sees_whole || rows_seen.contains(row); }
  bool writes(std::int64_t row) const { return writes_whole || rows_written.contains(row); }
  bool writes_some() const { return writes_whole || !rows_written.empty(); }
};
Rights rights_in(ReadContext const& ctx, SheetRow const& sheet);

}  // namespace zx::goal::targets
