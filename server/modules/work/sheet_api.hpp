#pragma once
// The follow-up sheet over HTTP. Private to work.

#include "platform/http/routes.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx::work {

void sheet_routes(http::Routes& routes);

/// Error files of imports are kept for seven days.
jobs::Job forget_error_files();

}  // namespace zx::work
