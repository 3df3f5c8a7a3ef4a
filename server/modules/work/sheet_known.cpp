#include "modules/work/sheet_known.hpp"

#include <algorithm>

#include "modules/work/sheet_places.hpp"
#include "modules/work/sql.hpp"
#include "platform/auth/digest.hpp"

namespace zx::work::sheet {
namespace {

struct KnownRow {
  std::string title;
  std::optional<Instant> start_at;
  std::optional<Instant> due_at;
  std::optional<Instant> original_due_at;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(KnownRow, (), (title, start_at, due_at, original_due_at, count))

std::string day(std::optional<Instant> at, calendar::Zone zone) { return at ? calendar::local_date(*at, zone).text() : std::string{}; }

/// By days: a sheet on paper knows no times.
std::string key_of(std::string_view title, std::optional<Instant> start, std::optional<Instant> due, calendar::Zone zone) {
  return std::string(title) + '\x1f' + day(start, zone) + '\x1f' + day(due, zone);
}

Uuid short_digest(std::string_view key) {
  auto const digest = auth::sha256(key);
  Uuid half;
  std::copy_n(digest.begin(), half.bytes.size(), half.bytes.begin());
  return half;
}

}  // namespace

Occurrence Occurrences::next(SheetRow const& row) {
  Occurrence occurrence{.key = key_of(row.title, row.start.at, row.due.at, zone_)};
  occurrence.number = ++seen_[short_digest(occurrence.key)];
  return occurrence;
}

KnownCounts known_counts(ReadContext const& ctx, std::set<std::string> const& titles, calendar::Zone zone) {
  KnownCounts counts;
  for_each_fifty(std::vector(titles.begin(), titles.end()), title_places, [&](db::Parameters parameters) {
    parameters.set("org", ctx.actor.organization);
    for (auto const& row : ctx.db.all<KnownRow>(sql::sheet_known, parameters)) {
      auto now = key_of(row.title, row.start_at, row.due_at, zone);
      auto original = key_of(row.title, row.start_at, row.original_due_at, zone);
      counts[now] += row.count;
      if (original != now) counts[original] += row.count;  // re-dated since it was imported
    }
  });
  return counts;
}

}  // namespace zx::work::sheet
