#pragma once

#include "platform/jobs/jobs.hpp"

namespace zx::org {

/// Sessions past their timeouts, links past their seven days, failures older than a day.
jobs::Job forget_expired();

}  // namespace zx::org
