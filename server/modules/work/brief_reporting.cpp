// How often which answer is missing, and whose items those are.

#include <algorithm>

#include "modules/work/periods.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/work.hpp"

namespace zx::work {
namespace {

struct ReportRow {
  std::optional<Uuid> id;
  std::optional<std::string> name;
  std::int64_t items = 0;
  std::int64_t why = 0;
  std::int64_t who = 0;
  std::int64_t no_due = 0;
  std::int64_t how = 0;
  std::int64_t standard = 0;
  std::int64_t consequence = 0;
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (id, name, items, why, who, no_due, how, standard, consequence))

BriefReportLine line_of(ReadContext const& ctx, ReportRow row, BriefGroup by) {
  if (by == BriefGroup::department && row.id) row.name = org::department_name(ctx, DepartmentId{*row.id});
  return {.id = row.id,
          .name = std::move(row.name),
          .items = row.items,
          .why = row.why,
          .who = row.who,
          .when = row.no_due,
          .how = row.how,
          .standard = row.standard,
          .consequence = row.consequence};
}

}  // namespace

Result<std::vector<BriefReportLine>> brief_report(ReadContext const& ctx, BriefReportQuery const& query) {
  auto const wanted = TRY(period(ctx, query.from, query.to));
  auto const by = query.by.value_or(BriefGroup::assigner);
  db::Composed statement(by == BriefGroup::assigner ? sql::briefs_by_assigner : sql::briefs_by_department);
  statement += followup::visible_within(ctx.actor.reach(permissions::read));
  statement += by == BriefGroup::assigner ? sql::group_by_assigner : sql::group_by_department;
  auto const parameters = db::Parameters::of(followup::viewer(ctx.actor)).and_("from", wanted.from).and_("until", wanted.until);
  std::vector<BriefReportLine> lines;
  for (auto& row : ctx.db.all<ReportRow>(statement, parameters)) lines.push_back(line_of(ctx, std::move(row), by));
  std::ranges::sort(lines, [](auto const& one, auto const& other) { return std::pair(-one.items, one.name) < std::pair(-other.items, other.name); });
  return lines;
}

}  // namespace zx::work
