#include "platform/numbering/numbering.hpp"

#include <fmt/format.h>

#include "platform/calendar/zone.hpp"
#include "platform/numbering/sql.hpp"

namespace zx::numbering {

std::string text(std::string_view series, int year, std::int64_t counter) { return fmt::format("{}-{}-{:06}", series, year, counter); }

std::int64_t reserve(Context const& ctx, std::string_view series, int year, std::int64_t count) {
  auto last = ctx.db.sure<std::int64_t>(sql::take_numbers, {{"org_id", ctx.actor.organization}, {"series", series}, {"year", year}, {"count", count}});
  return last - count + 1;
}

std::string next(Context const& ctx, std::string_view series) {
  int const year = calendar::local_date(ctx.now, ctx.actor.time_zone).year;
  return text(series, year, reserve(ctx, series, year, 1));
}

}  // namespace zx::numbering
