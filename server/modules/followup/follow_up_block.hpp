#pragma once
// The daily block 跟进时段: the hours a person keeps free each working day for following up, one thing after another.

#include "modules/followup/followup.hpp"

namespace zx::followup {

struct FollowUpBlockView {
  std::optional<TimeOfDay> from;  ///< absent: none is kept
  std::optional<TimeOfDay> to;
  std::optional<Instant> begins_at;  ///< the present one, else the next one
  std::optional<Instant> ends_at;
  bool is_now = false;
};
BOOST_DESCRIBE_STRUCT(FollowUpBlockView, (), (from, to, begins_at, ends_at, is_now))

/// Without both no block is kept.
struct FollowUpBlockForm {
  std::optional<TimeOfDay> from;
  std::optional<TimeOfDay> to;
};
BOOST_DESCRIBE_STRUCT(FollowUpBlockForm, (), (from, to))

/// The actor's own.
FollowUpBlockView follow_up_block(ReadContext const& ctx);
/// Refuses followup.block_incomplete, followup.time_backward, followup.block_length (15 minutes to 4 hours).
Result<FollowUpBlockView> change_follow_up_block(Context& ctx, FollowUpBlockForm const& form);

}  // namespace zx::followup
