#pragma once
// Routes and the job of recurring items. Private to work.

#include "platform/http/routes.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx::work {

void series_routes(http::Routes& routes);
jobs::Job make_series_items();

}  // namespace zx::work
