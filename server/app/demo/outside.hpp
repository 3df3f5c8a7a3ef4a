#pragma once
// What the people outside the demo company did: reported things, looked at their status pages, said thank you or not.

#include "app/demo/staff.hpp"
#include "app/demo/story.hpp"
#include "app/demo/telling.hpp"

namespace zx::app::demo {

/// Opens the request form, has tenants report things and rate what was done for them, and urges whoever is late by letter.
Result<Told> open_to_outside(Context& ctx, Actors const& actors, Past const& on);

}  // namespace zx::app::demo
