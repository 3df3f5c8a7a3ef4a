#pragma once

#include "platform/jobs/jobs.hpp"

namespace zx::events {

/// Every hour: forgets events all of whose reactions ran more than seven days ago.
jobs::Job forget_old_events();

}  // namespace zx::events
