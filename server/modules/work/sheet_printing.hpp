#pragma once
// The follow-up sheet on paper. Private to work.

#include "modules/work/sheet.hpp"

namespace zx::work::sheet {

/// A4 landscape, a line per follow-up; refuses sheet.print_too_large.
Result<std::string> print_sheet(Services& services, Actor const& actor, ListQuery const& query, jobs::TaskProgress* progress);

/// An empty form to be filled in by hand.
std::string empty_form(Services& services, Actor const& actor);

}  // namespace zx::work::sheet
