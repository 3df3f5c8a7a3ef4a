// The file of refused rows people get back: their own columns in their own order, and the reasons.

#include <algorithm>
#include <map>

#include "modules/work/sheet.hpp"
#include "modules/work/sheet_files.hpp"
#include "modules/work/sheet_reading.hpp"
#include "platform/csv/writer.hpp"

namespace zx::work::sheet {
namespace {

struct RefusedRow {
  std::vector<table::Cell> cells;
  std::string reason;
};

struct RefusedRows {
  std::vector<std::string> header;
  std::size_t reason_at = 0;  ///< a file imported for the second time has the column already
  std::vector<RefusedRow> rows;
};

/// Row → its reasons, joined.
std::map<std::int64_t, std::string> reasons_of(ImportReport const& report) {
  std::map<std::int64_t, std::string> reasons;
  for (auto const& error : report.errors) {
    auto& reason = reasons[error.row];
    if (!reason.empty()) reason += "；";
    reason += error.column.empty() ? error.message : error.column + "：" + error.message;
  }
  return reasons;
}

void add_reason_column(RefusedRows& refused) {
  auto found = std::find(refused.header.begin(), refused.header.end(), words::reason);
  refused.reason_at = static_cast<std::size_t>(found - refused.header.begin());
  if (found == refused.header.end()) refused.header.emplace_back(words::reason);
}

/// With a wrong header every row is refused; the first one tells why.
RefusedRows refused_rows(Reading& reading, ImportReport const& report) {
  auto reasons = reasons_of(report);
  auto header = reading.header();
  auto header_reason = reasons.find(header.row());
  bool all = header_reason != reasons.end();
  RefusedRows refused;
  Line line;
  for (auto more = reading.next(line); more && *more; more = reading.next(line)) {
    auto reason = reasons.find(line.row);
    if (!all && reason == reasons.end()) continue;
    refused.rows.push_back({reading.cells(), reason == reasons.end() ? "" : reason->second});
    header.columns(reading.cells().size());
  }
  if (all && !refused.rows.empty())
    refused.rows.front().reason = header_reason->second + (refused.rows.front().reason.empty() ? "" : "；") + refused.rows.front().reason;
  for (auto const& column : header.columns(0)) refused.header.push_back(column.header);
  add_reason_column(refused);
  return refused;
}

std::vector<table::Cell> row_of(RefusedRow const& row, std::size_t reason_at) {
  auto cells = row.cells;
  cells.resize(std::max(cells.size(), reason_at + 1));
  cells[reason_at].set_text(row.reason);
  return cells;
}

std::string as_csv(RefusedRows const& refused) {
  csv::Writer writer;
  writer.add_row(refused.header);
  for (auto const& row : refused.rows) writer.add_row(row_of(row, refused.reason_at));
  return writer.take();
}

std::string as_xlsx(RefusedRows const& refused) {
  xlsx::Workbook workbook({.temporary_directory = std::filesystem::temp_directory_path()});
  xlsx::Sheet sheet{.name = std::string(form_name)};
  for (auto const& word : refused.header) sheet.columns.push_back({.header = word, .width = word == words::reason ? 50.0 : 16.0});
  workbook.begin_sheet(std::move(sheet));
  for (auto const& row : refused.rows) {
    if (auto written = workbook.add_row(row_of(row, refused.reason_at)); !written) throw std::logic_error(written.refusal().code);
  }
  return workbook.bytes();
}

}  // namespace

std::string error_file(std::string_view original, ImportReport const& report, std::string_view format) {
  // Only the cells matter here, not what their times mean.
  auto reading = Reading::open(original, {"UTC", Instant{}});
  auto refused = reading ? refused_rows(*reading, report) : RefusedRows{};
  if (!reading) add_reason_column(refused);
  return format == "xlsx" ? as_xlsx(refused) : as_csv(refused);
}

}  // namespace zx::work::sheet
