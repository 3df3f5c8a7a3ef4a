// Writing the follow-up sheet as csv and xlsx.

#include <algorithm>

#include "modules/work/sheet_files.hpp"
#include "modules/work/sheet_header.hpp"
#include "modules/work/sheet_items.hpp"
#include "modules/work/sheet_printing.hpp"
#include "platform/csv/writer.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::work::sheet {
namespace {

constexpr std::size_t most_exported = 100'000;

constexpr std::string_view further_words[] = {words::number, words::owner, words::handler, words::department, words::state, words::importance};

std::vector<std::string> header_of(std::size_t groups, Columns columns) {
  std::vector<std::string> header = {std::string(words::title), std::string(words::start), std::string(words::due)};
  if (columns == Columns::all) header.insert(header.end(), std::begin(further_words), std::end(further_words));
  for (std::size_t i = 0; i < groups; ++i) {
    header.emplace_back(i == 0 ? words::first_time : words::next_time);
    header.emplace_back(words::finding);
    header.emplace_back(words::solution);
  }
  return header;
}

void add_further(std::vector<table::Cell>& cells, SheetItem const& item) {
  for (auto const& text : {item.number, item.owner, item.handler, item.department, std::string(word_of(item.state))})
    cells.push_back(table::Cell::of_text(text));
  cells.push_back(table::Cell::of_number(std::to_string(item.importance)));
}

struct Layout {
  std::size_t width = 0;
  Columns columns = Columns::paper;
  MomentStyle style;
};

std::vector<table::Cell> row_of(SheetItem const& item, std::vector<followup::SheetFollowUp> const& follow_ups, Layout const& layout) {
  std::vector<table::Cell> cells = {table::Cell::of_text(item.title), cell_of(item.start, layout.style), cell_of(item.due, layout.style, usual_due_time)};
  if (layout.columns == Columns::all) add_further(cells, item);
  for (std::size_t i = 0; i < item.groups; ++i) {
    cells.push_back(cell_of(group_time(item, follow_ups, i), layout.style));
    cells.push_back(i < follow_ups.size() ? table::Cell::of_text(follow_ups[i].finding) : table::Cell{});
    cells.push_back(i < follow_ups.size() ? table::Cell::of_text(follow_ups[i].solution.value_or("")) : table::Cell{});
  }
  cells.resize(layout.width);
  return cells;
}

double width_of(std::string_view header) {
  if (header == words::title) return 26;
  return header == words::finding || header == words::solution ? 22 : 13;
}

xlsx::Sheet sheet_head(Services& services, Actor const& actor, std::vector<std::string> const& header) {
  xlsx::Sheet sheet{.name = std::string(form_name), .title = std::string(form_name), .subtitles = {organization_name(services, actor)}};
  sheet.print_footer = services.texts.text(actor.language, "sheet.signature_line");
  for (auto const& word : header) sheet.columns.push_back({.header = word, .width = width_of(word)});
  return sheet;
}

/// Everything that is needed to write one file.
struct Export {
  Services& services;
  Actor const& actor;
  Selected selected;
  std::vector<std::string> header;
  Layout layout;
  jobs::TaskProgress* progress;
};

Result<std::string> as_csv(Export const& wanted) {
  csv::Writer writer({.mark = csv::ByteOrderMark::none});
  writer.add_row(wanted.header);
  TRY(each_item(wanted.services, wanted.actor, wanted.selected, wanted.progress, [&](auto const& item, auto const& follow_ups) -> Result<void> {
    writer.add_row(row_of(item, follow_ups, wanted.layout));
    return {};
  }));
  return writer.take();
}

Result<std::string> as_xlsx(Export const& wanted) {
  xlsx::Workbook workbook(workbook_options(wanted.services, wanted.actor));
  workbook.begin_sheet(sheet_head(wanted.services, wanted.actor, wanted.header));
  TRY(each_item(wanted.services, wanted.actor, wanted.selected, wanted.progress,
                [&](auto const& item, auto const& follow_ups) { return workbook.add_row(row_of(item, follow_ups, wanted.layout)); }));
  return workbook.bytes();
}

MomentStyle style_of(Actor const& actor, Format format, Columns columns) {
  return {.dates = format == Format::xlsx ? DateStyle::date_cell : DateStyle::dotted,
          .times = columns == Columns::all ? TimesOfDay::shown : TimesOfDay::left_out,
          .zone = actor.time_zone};
}

}  // namespace

Result<std::string> export_sheet(Services& services, Actor const& actor, ListQuery const& query, Format format, jobs::TaskProgress* progress, Columns columns) {
  if (format == Format::pdf) return print_sheet(services, actor, query, progress);
  auto selected = TRY(select_items(services, actor, query, most_exported));
  auto header = header_of(selected.groups, columns);
  Layout layout{header.size(), columns, style_of(actor, format, columns)};
  Export wanted{services, actor, std::move(selected), std::move(header), layout, progress};
  return format == Format::csv ? as_csv(wanted) : as_xlsx(wanted);
}

}  // namespace zx::work::sheet
