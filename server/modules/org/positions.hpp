#pragma once
// Keeping the list of positions tidy. Private to org.

#include "modules/org/people.hpp"

namespace zx::org {

struct PositionPatch {
  std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(PositionPatch, (), (name))

struct PositionMerge {
  PositionId into_id;  ///< what everybody has from now on
};
BOOST_DESCRIBE_STRUCT(PositionMerge, (), (into_id))

Result<PositionView> show_position(ReadContext const& ctx, PositionId id);
/// Refuses org.position_not_found, org.position_name_taken, request.stale.
Result<PositionView> rename_position(Context const& ctx, PositionId id, std::int64_t version, PositionPatch const& patch);
/// Its people get the other one, and it is gone. Refuses org.position_not_found, org.position_unknown, org.position_into_itself.
Result<PositionView> merge_position(Context const& ctx, PositionId id, PositionMerge const& form);
/// Refuses org.position_in_use, org.position_not_found, request.stale.
Result<void> remove_position(Context const& ctx, PositionId id, std::int64_t version);

}  // namespace zx::org
