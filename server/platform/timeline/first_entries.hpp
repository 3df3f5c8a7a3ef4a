#pragma once
// The history of what comes with a past.

#include "platform/timeline/timeline.hpp"

namespace zx::timeline {

struct FirstEntry {
  std::string event;
  std::vector<Change> changes;
};

/// The first entries of a subject made in this very transaction, as imported things have them: all at once, oldest first.
void begin_all(Context const& ctx, Subject subject, std::vector<FirstEntry> const& entries);

}  // namespace zx::timeline
