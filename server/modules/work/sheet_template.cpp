// The empty sheet people download.

#include "modules/work/sheet.hpp"
#include "modules/work/sheet_files.hpp"
#include "modules/work/sheet_header.hpp"
#include "modules/work/sheet_printing.hpp"
#include "platform/csv/writer.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::work::sheet {
namespace {

struct TemplateColumn {
  std::string_view word;
  std::string_view note;  ///< i18n key
  std::string_view sample;
  double width = 14;
};

constexpr TemplateColumn template_columns[] = {
    {words::title, "sheet.note.title", "PVC排水管修复", 28},
    {words::start, "sheet.note.date", "2006.05.12"},
    {words::due, "sheet.note.due", "2006.05.20"},
    {words::owner, "sheet.note.owner", ""},
    {words::handler, "sheet.note.handler", ""},
    {words::department, "sheet.note.department", ""},
    {words::state, "sheet.note.state", "处理中"},
    {words::importance, "sheet.note.importance", "2", 10},
    {words::first_time, "sheet.note.first_time", "2006.05.15"},
    {words::finding, "sheet.note.finding", "人员配备未齐", 24},
    {words::solution, "sheet.note.solution", "联系工程部经理", 24},
    {words::next_time, "sheet.note.next_time", "2006.05.18"},
    {words::finding, "sheet.note.finding", "施工开始", 24},
    {words::solution, "sheet.note.solution", "联系工程部加快施工进度", 24},
    {words::next_time, "sheet.note.next_time", "?"},
    {words::finding, "sheet.note.finding", "", 24},
    {words::solution, "sheet.note.solution", "", 24},
};

std::vector<std::string> choices_of(std::string_view word) {
  if (word == words::importance) return {"1", "2", "3", "4"};
  if (word != words::state) return {};
  std::vector<std::string> choices;
  for (auto state : {State::accepted, State::in_progress, State::submitted, State::returned, State::done, State::cancelled})
    choices.emplace_back(word_of(state));
  return choices;
}

std::vector<table::Cell> sample_row() {
  std::vector<table::Cell> cells;
  for (auto const& column : template_columns) cells.push_back(table::Cell::of_text(column.sample));
  cells.front().set_text(std::string(words::sample) + cells.front().text);
  return cells;
}

std::string csv_template() {
  csv::Writer writer;
  std::vector<std::string> header;
  for (auto const& column : template_columns) header.emplace_back(column.word);
  writer.add_row(header);
  writer.add_row(sample_row());
  return writer.take();
}

std::string xlsx_template(Services& services, Actor const& actor) {
  auto text = [&](std::string_view code) { return services.texts.text(actor.language, code); };
  xlsx::Sheet sheet{.name = std::string(form_name), .title = std::string(form_name), .instruction = text("sheet.instruction")};
  for (auto const& column : template_columns) {
    // Text format: a typed 2006.9.25 stays as it was typed.
    sheet.columns.push_back({.header = std::string(column.word),
                             .width = column.width,
                             .kind = xlsx::ColumnKind::code,
                             .required = column.word == words::title,
                             .note = text(column.note),
                             .choices = choices_of(column.word)});
  }
  xlsx::Workbook workbook(workbook_options(services, actor));
  workbook.begin_sheet(std::move(sheet));
  if (auto written = workbook.add_row(sample_row()); !written) throw std::logic_error(written.refusal().code);
  return workbook.bytes();
}

}  // namespace

std::string template_file(Services& services, Actor const& actor, Format format) {
  if (format == Format::pdf) return empty_form(services, actor);
  return format == Format::csv ? csv_template() : xlsx_template(services, actor);
}

}  // namespace zx::work::sheet
