// What a batch changed.

#include <algorithm>

#include "modules/goal/sql.hpp"
#include "modules/goal/target_editing.hpp"
#include "modules/goal/target_names.hpp"
#include "modules/goal/target_reshaping.hpp"

namespace zx::goal {
namespace targets {
namespace {

constexpr std::size_t most_changes_shown = 200;

std::map<std::int64_t, std::string> labels_of(Sheet const& sheet, std::vector<Line> const& lines, Names const& names) {
  std::map<std::int64_t, std::string> labels;
  for (auto const& line : lines) labels.emplace(line.no, names.label(line, sheet));
  return labels;
}

std::vector<Line> rows_of(ReadContext const& ctx, SheetId id, std::vector<Difference> const& differences) {
  std::set<std::int64_t> numbers;
  for (auto const& each : differences) numbers.insert(each.row);
  std::vector<Line> rows;
  for (auto no : numbers)
    if (auto line = line_at(ctx, id, Side::row, no)) rows.push_back(std::move(*line));
  return rows;
}

}  // namespace
}  // namespace targets

using namespace targets;

Result<TargetBatchChanges> show_batch(ReadContext const& ctx, SheetId id, std::int64_t batch) {
  auto const sheet = load(ctx, TRY(find_visible(ctx, id)));
  auto const rights = rights_in(ctx, sheet.row);
  auto differences = differences_of(ctx, id, batch);
  std::erase_if(differences, [&](auto const& each) { return !rights.sees(each.row) || (each.column == 0 && !rights.sees_whole); });
  TargetBatchChanges view;
  view.more = static_cast<std::int64_t>(differences.size() - std::min(differences.size(), most_changes_shown));
  differences.resize(std::min(differences.size(), most_changes_shown));
  auto const lines = targets::rows_of(ctx, id, differences);
  auto rows = labels_of(sheet, lines, Names(ctx, lines));
  auto columns = labels_of(sheet, sheet.columns, Names(ctx, sheet.columns));
  for (auto const& each : differences) view.changes.push_back({each.row, each.column, rows[each.row], columns[each.column], each.field, each.from, each.to});
  return view;
}

}  // namespace zx::goal
