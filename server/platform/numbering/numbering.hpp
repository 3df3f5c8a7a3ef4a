#pragma once
// Human numbers per organization and year: "W-2026-000123". Unique and increasing; a rolled-back transaction may not
// leave a gap because the counter rolls back with it.

#include <string>
#include <string_view>

#include "platform/context.hpp"

namespace zx::numbering {

/// Takes the next number of the series for the year of `ctx.now` in the organization's time zone.
std::string next(Context const& ctx, std::string_view series);

/// Takes `count` consecutive numbers at once, for imports; returns the first counter value.
std::int64_t reserve(Context const& ctx, std::string_view series, int year, std::int64_t count);
std::string text(std::string_view series, int year, std::int64_t counter);

}  // namespace zx::numbering
