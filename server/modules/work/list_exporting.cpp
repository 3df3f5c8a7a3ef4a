#include "modules/work/list_exporting.hpp"

#include <functional>

#include "modules/work/sheet_files.hpp"
#include "modules/work/sheet_items.hpp"
#include "platform/csv/writer.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::work::sheet {
namespace {

constexpr std::int64_t lines_at_once = 200;
constexpr std::size_t most_exported = 100'000;

/// How a line's cells are written for one reader.
struct Writing {
  Services& services;
  Actor const& actor;
  std::map<std::string, std::string> kinds;  ///< code → name in the reader's language
  Format format;

  std::string text(std::string_view code) const { return services.texts.text(actor.language, code); }

  table::Cell when(std::optional<Instant> at) const {
    if (!at) return {};
    auto const date = calendar::local_date(*at, actor.time_zone);
    auto const time = calendar::local_time(*at, actor.time_zone);
    return format == Format::xlsx ? table::Cell::of_date(date, time.minutes * 60) : table::Cell::of_text(date.text() + " " + time.text());
  }

  std::string kind(std::string const& code) const {
    auto const found = kinds.find(code);
    return found == kinds.end() ? code : found->second;
  }

  table::Cell cell(WorkItemLine const& line, ListColumn column) const {
    using table::Cell;
    switch (column) {
      case ListColumn::title: return Cell::of_text(line.title);
      case ListColumn::state: return Cell::of_text(text("work.state." + std::string(enum_text(line.state))));
      case ListColumn::owner: return Cell::of_text(line.owner.name);
      case ListColumn::handler: return Cell::of_text(line.handler.name);
      case ListColumn::due_at: return when(line.due_at);
      case ListColumn::next_follow_up_at: return when(line.next_follow_up_at);
      case ListColumn::last_finding: return Cell::of_text(line.last_finding.value_or(""));
      case ListColumn::number: return Cell::of_text(line.number);
      case ListColumn::kind: return Cell::of_text(kind(line.kind));
      case ListColumn::requester: return Cell::of_text(line.requester_name.value_or(""));
      case ListColumn::department: return Cell::of_text(line.department_name.value_or(""));
      case ListColumn::progress: return Cell::of_number(std::to_string(line.progress));
      case ListColumn::touch_count: return Cell::of_number(std::to_string(line.touch_count));
      case ListColumn::start_at: return when(line.start_at);
      case ListColumn::created_at: return when(line.created_at);
    }
    throw std::logic_error("unknown column of the list");
  }

  std::vector<table::Cell> row(WorkItemLine const& line, std::vector<ListColumn> const& columns) const {
    std::vector<table::Cell> cells;
    for (auto column : columns) cells.push_back(cell(line, column));
    return cells;
  }
};

std::map<std::string, std::string> kind_names(Services& services, Actor const& actor) {
  std::map<std::string, std::string> names;
  services.database.read([&](db::Executor& db) {
    for (auto const& kind : *kinds_of({actor, services.clock.now(), db, services})) names[kind.code] = actor.language == "en" ? kind.name_en : kind.name_zh;
    return 0;
  });
  return names;
}

double width_of(ListColumn column) {
  if (column == ListColumn::title || column == ListColumn::last_finding) return 36;
  return column == ListColumn::progress || column == ListColumn::touch_count || column == ListColumn::state ? 10 : 17;
}

/// Page by page: one long read would hold up a reader and the log's checkpoint.
Result<void> each_line(Services& services, Actor const& actor, ListQuery query, std::function<Result<void>(WorkItemLine const&)> const& use) {
  query.limit = lines_at_once;
  query.after.reset();
  std::size_t count = 0;
  do {
    auto page = TRY(services.database.read([&](db::Executor& db) { return list({actor, services.clock.now(), db, services}, query); }));
    count += page.items.size();
    if (count > most_exported) return Refusal::of(RefusalKind::too_large, "sheet.export_too_large", {{"most", std::to_string(most_exported)}});
    for (auto const& line : page.items) TRY(use(line));
    query.after = std::move(page.next);
  } while (query.after);
  return {};
}

}  // namespace

Result<std::string> export_list(Services& services, Actor const& actor, ListQuery query, std::vector<ListColumn> const& columns, Format format) {
  if (format == Format::pdf) return Refusal::invalid_field("fields", "sheet.columns_not_for_print");
  Writing const writing{services, actor, kind_names(services, actor), format};
  auto heading = [&](ListColumn column) { return writing.text("field." + std::string(enum_text(column))); };
  if (format == Format::csv) {
    csv::Writer writer({.mark = csv::ByteOrderMark::none});
    std::vector<std::string> header;
    for (auto column : columns) header.push_back(heading(column));
    writer.add_row(header);
    TRY(each_line(services, actor, std::move(query), [&](WorkItemLine const& line) -> Result<void> {
      writer.add_row(writing.row(line, columns));
      return {};
    }));
    return writer.take();
  }
  xlsx::Sheet sheet{.name = writing.text("sheet.list_name"), .subtitles = {organization_name(services, actor)}};
  for (auto column : columns) sheet.columns.push_back({.header = heading(column), .width = width_of(column)});
  xlsx::Workbook workbook(workbook_options(services, actor));
  workbook.begin_sheet(std::move(sheet));
  TRY(each_line(services, actor, std::move(query), [&](WorkItemLine const& line) { return workbook.add_row(writing.row(line, columns)); }));
  return workbook.bytes();
}

}  // namespace zx::work::sheet
