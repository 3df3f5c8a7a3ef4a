// People as files: the empty sheet, and the rows that were refused.

#include <algorithm>
#include <filesystem>

#include "modules/org/people_rows.hpp"
#include "platform/csv/writer.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::org::sheet {
namespace {

void must_hold(Result<void> const& written) {
  if (!written) throw std::logic_error(written.refusal().code);
}

std::vector<table::Cell> sample_row() {
  std::vector<table::Cell> cells;
  for (auto const& column : columns) cells.push_back(table::Cell::of_text(column.sample));
  return cells;
}

/// Row → its reasons, joined.
std::map<std::int64_t, std::string> reasons_of(PeopleImportReport const& report) {
  std::map<std::int64_t, std::string> reasons;
  for (auto const& error : report.errors) {
    auto& reason = reasons[error.row];
    if (!reason.empty()) reason += "；";
    reason += error.column.empty() ? error.message : error.column + "：" + error.message;
  }
  return reasons;
}

struct RefusedRows {
  std::vector<std::string> header;
  std::vector<std::vector<table::Cell>> rows;
};

/// With a wrong header all rows, the first one telling why.
RefusedRows refused_rows(std::string_view original, PeopleImportReport const& report) {
  auto sheet = read_sheet(original);
  if (!sheet) return {{std::string(reason_word)}, {}};
  auto const reasons = reasons_of(report);
  RefusedRows refused{.header = sheet->headers, .rows = {}};
  auto const found = std::ranges::find(refused.header, reason_word);
  auto const reason_at = static_cast<std::size_t>(found - refused.header.begin());  // a file imported again has it already
  if (found == refused.header.end()) refused.header.emplace_back(reason_word);
  auto const of_header = reasons.find(sheet->header_row);
  for (auto& line : sheet->lines) {
    auto const of_row = reasons.find(line.row);
    if (of_header == reasons.end() && of_row == reasons.end()) continue;
    std::string reason = refused.rows.empty() && of_header != reasons.end() ? of_header->second : std::string{};
    if (of_row != reasons.end()) reason += (reason.empty() ? "" : "；") + of_row->second;
    line.cells.resize(refused.header.size());
    line.cells[reason_at].set_text(reason);
    refused.rows.push_back(std::move(line.cells));
  }
  return refused;
}

}  // namespace

std::string template_file(ReadContext const& ctx, PeopleFormat format) {
  if (format == PeopleFormat::csv) {
    csv::Writer writer;
    std::vector<std::string> header;
    for (auto const& column : columns) header.emplace_back(column.word);
    writer.add_row(header);
    writer.add_row(sample_row());
    return writer.take();
  }
  auto text = [&](std::string_view code) { return ctx.services.texts.text(ctx.actor.language, code); };
  xlsx::Sheet sheet{.name = std::string(form_name), .title = std::string(form_name)};
  sheet.instruction = text("people.sheet_instruction");
  for (auto const& column : columns)
    // Text format: a number stays as it was typed.
    sheet.columns.push_back({.header = std::string(column.word),
                             .width = column.width,
                             .kind = xlsx::ColumnKind::code,
                             .required = column.field == Field::number || column.field == Field::name,
                             .note = text(column.note)});
  xlsx::Workbook workbook({.temporary_directory = std::filesystem::temp_directory_path(), .created = ctx.now, .author = ctx.actor.name});
  workbook.begin_sheet(std::move(sheet));
  must_hold(workbook.add_row(sample_row()));
  return workbook.bytes();
}

std::string error_file(std::string_view original, PeopleImportReport const& report, PeopleFormat format) {
  auto const refused = refused_rows(original, report);
  if (format == PeopleFormat::csv) {
    csv::Writer writer;
    writer.add_row(refused.header);
    for (auto const& row : refused.rows) writer.add_row(row);
    return writer.take();
  }
  xlsx::Workbook workbook({.temporary_directory = std::filesystem::temp_directory_path()});
  xlsx::Sheet sheet{.name = std::string(form_name)};
  for (auto const& word : refused.header) sheet.columns.push_back({.header = word, .width = word == reason_word ? 50.0 : 16.0});
  workbook.begin_sheet(std::move(sheet));
  for (auto const& row : refused.rows) must_hold(workbook.add_row(row));
  return workbook.bytes();
}

}  // namespace zx::org::sheet
