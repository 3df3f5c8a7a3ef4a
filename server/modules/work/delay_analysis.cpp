// Why things are late, and how often: the Pareto chart and the on-time rate.

#include <algorithm>

#include "modules/work/delay_rules.hpp"
#include "modules/work/periods.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/work.hpp"

namespace zx::work {
namespace {

/// Delays are few: a month says little of their causes.
constexpr std::int64_t usual_days = 90;

struct CauseRow {
  std::string key;
  std::int64_t reports = 0;
  std::int64_t delay_days = 0;
};
BOOST_DESCRIBE_STRUCT(CauseRow, (), (key, reports, delay_days))

struct DepartmentRow {
  std::optional<DepartmentId> department;
  std::int64_t reports = 0;
  std::int64_t delay_days = 0;
};
BOOST_DESCRIBE_STRUCT(DepartmentRow, (), (department, reports, delay_days))

struct PunctualityRow {
  std::optional<DepartmentId> department;
  std::int64_t on_time = 0;
  std::int64_t late = 0;
  std::int64_t open_late = 0;
};
BOOST_DESCRIBE_STRUCT(PunctualityRow, (), (department, on_time, late, open_late))

db::Parameters within(ReadContext const& ctx, Period const& period) {
  return db::Parameters::of(followup::viewer(ctx.actor)).and_("from", period.from).and_("until", period.until);
}

template <class Row>
std::vector<Row> rows(ReadContext const& ctx, db::Parameters const& parameters, db::Statement const& head, db::Statement const& group) {
  db::Composed statement(head);
  statement += followup::visible_within(ctx.actor.reach(permissions::read));
  statement += group;
  return ctx.db.all<Row>(statement, parameters);
}

std::optional<std::string> name_of(ReadContext const& ctx, std::optional<DepartmentId> const& id) {
  return id ? std::optional(org::department_name(ctx, *id)) : std::nullopt;
}

std::vector<DelayLine> by_cause(ReadContext const& ctx, Period const& period) {
  std::vector<DelayLine> lines;
  for (auto const& row : rows<CauseRow>(ctx, within(ctx, period), sql::delays_by_cause, sql::group_by_delay_cause))
    lines.push_back({.key = row.key, .name = {}, .reports = row.reports, .delay_days = row.delay_days});
  return lines;
}

std::vector<DelayLine> by_department(ReadContext const& ctx, Period const& period) {
  std::vector<DelayLine> lines;
  for (auto const& row : rows<DepartmentRow>(ctx, within(ctx, period), sql::delays_by_department, sql::group_by_delay_department)) {
    auto key = row.department ? std::optional(row.department->text()) : std::nullopt;
    lines.push_back({.key = std::move(key), .name = name_of(ctx, row.department), .reports = row.reports, .delay_days = row.delay_days});
  }
  return lines;
}

}  // namespace

Result<std::vector<DelayLine>> delay_report(ReadContext const& ctx, DelayReportQuery const& query) {
  auto const wanted = TRY(period(ctx, query.from, query.to, usual_days));
  auto lines = query.by.value_or(DelayGroup::cause) == DelayGroup::cause ? by_cause(ctx, wanted) : by_department(ctx, wanted);
  rules::complete_pareto(lines);
  return lines;
}

Result<std::vector<PunctualityLine>> punctuality(ReadContext const& ctx, PunctualityQuery const& query) {
  auto const wanted = TRY(period(ctx, query.from, query.to, usual_days));
  std::vector<PunctualityLine> lines;
  for (auto const& row : rows<PunctualityRow>(ctx, within(ctx, wanted).and_("now", ctx.now), sql::punctuality, sql::group_by_department)) {
    auto const all = row.on_time + row.late + row.open_late;
    if (all == 0) continue;
    lines.push_back({.department_id = row.department,
                     .department_name = name_of(ctx, row.department),
                     .on_time = row.on_time,
                     .late = row.late,
                     .open_late = row.open_late,
                     .percent = rules::percent(row.on_time, all)});
  }
  std::ranges::sort(
      lines, [](auto const& one, auto const& other) { return std::pair(one.percent, one.department_name) < std::pair(other.percent, other.department_name); });
  return lines;
}

}  // namespace zx::work
