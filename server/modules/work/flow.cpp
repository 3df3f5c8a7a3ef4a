#include "modules/work/flow.hpp"

#include <algorithm>

#include "modules/work/flow_measuring.hpp"
#include "modules/work/periods.hpp"
#include "modules/work/sql.hpp"

namespace zx::work {
namespace {

struct KindFlow {
  std::string key;
  std::int64_t items = 0;
  std::int64_t waiting_minutes = 0;
  std::int64_t working_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(KindFlow, (), (key, items, waiting_minutes, working_minutes))

struct DepartmentFlow {
  std::optional<DepartmentId> department;
  std::int64_t items = 0;
  std::int64_t waiting_minutes = 0;
  std::int64_t working_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(DepartmentFlow, (), (department, items, waiting_minutes, working_minutes))

template <class Row>
FlowLine line_of(Row const& row, std::optional<std::string> key, std::optional<std::string> name) {
  auto const flow = flow::told_apart(row.waiting_minutes, row.working_minutes);
  return {std::move(key), std::move(name), row.items, row.waiting_minutes, row.working_minutes, flow.efficiency};
}

template <class Row>
std::vector<Row> rows(ReadContext const& ctx, Period const& period, db::Statement const& head, db::Statement const& group) {
  db::Composed statement(head);
  statement += followup::visible_within(ctx.actor.reach(permissions::read));
  statement += group;
  auto parameters = db::Parameters::of(followup::viewer(ctx.actor)).and_("from", period.from).and_("until", period.until);
  return ctx.db.all<Row>(statement, parameters);
}

std::vector<FlowLine> by_kind(ReadContext const& ctx, Period const& period) {
  std::vector<FlowLine> lines;
  for (auto const& row : rows<KindFlow>(ctx, period, sql::flow_by_kind, sql::group_by_kind)) {
    auto const kind = kind_called(ctx, row.key);
    lines.push_back(line_of(row, row.key, ctx.actor.language == "en" ? kind.name_en : kind.name_zh));
  }
  return lines;
}

std::vector<FlowLine> by_department(ReadContext const& ctx, Period const& period) {
  std::vector<FlowLine> lines;
  for (auto const& row : rows<DepartmentFlow>(ctx, period, sql::flow_by_department, sql::group_by_department)) {
    if (row.department) lines.push_back(line_of(row, row.department->text(), org::department_name(ctx, *row.department)));
    else lines.push_back(line_of(row, std::nullopt, std::nullopt));
  }
  return lines;
}

}  // namespace

Result<std::vector<FlowLine>> flow_report(ReadContext const& ctx, FlowQuery const& query) {
  auto const wanted = TRY(period(ctx, query.from, query.to));
  auto lines = query.by.value_or(FlowGroup::kind) == FlowGroup::kind ? by_kind(ctx, wanted) : by_department(ctx, wanted);
  std::ranges::sort(lines, [](FlowLine const& one, FlowLine const& other) {
    return std::pair(one.efficiency.value_or(101), one.key) < std::pair(other.efficiency.value_or(101), other.key);
  });
  return lines;
}

}  // namespace zx::work
