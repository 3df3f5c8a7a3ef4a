#include "platform/xlsx/reader.hpp"

#include <algorithm>

#include "platform/xlsx/sheet_handler.hpp"
#include "platform/xlsx/workbook_parts.hpp"

namespace zx::xlsx {

struct Reader::Book {
  Archive archive;
  ReadOptions options;
  WorkbookParts parts;
  SharedStrings strings;
  std::vector<NumberStyle> styles;
  std::vector<std::string> sheet_names;
  std::string sheet_name;
  std::unique_ptr<PartReader> part;
  std::unique_ptr<SheetHandler> handler;

  Book(Archive opened, ReadOptions chosen) : archive(std::move(opened)), options(std::move(chosen)), strings(options.limits.max_shared_string_bytes) {}
};

namespace {

Result<SheetPart> chosen_sheet(WorkbookParts const& parts, std::optional<std::string> const& name) {
  if (parts.sheets.empty()) return Refusal::invalid("xlsx.no_sheet");
  auto const wanted = [&](SheetPart const& sheet) { return name ? sheet.name == *name : !sheet.hidden; };
  auto const found = std::find_if(parts.sheets.begin(), parts.sheets.end(), wanted);
  if (found != parts.sheets.end()) return *found;
  if (!name) return parts.sheets.front();
  std::string names;
  for (auto const& sheet : parts.sheets) names += (names.empty() ? "" : ", ") + sheet.name;
  return Refusal::invalid("xlsx.sheet_not_found", {{"sheet", *name}, {"sheets", names}});
}

}  // namespace

Reader::Reader(std::unique_ptr<Book> book) : book_(std::move(book)) {}
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::open_file(std::filesystem::path const& path, ReadOptions options) {
  auto archive = TRY(Archive::open_file(path, options.limits));
  return open(std::make_unique<Book>(std::move(archive), std::move(options)));
}

Result<std::unique_ptr<Reader>> Reader::open_bytes(std::string bytes, ReadOptions options) {
  auto archive = TRY(Archive::open_bytes(std::move(bytes), options.limits));
  return open(std::make_unique<Book>(std::move(archive), std::move(options)));
}

Result<std::unique_ptr<Reader>> Reader::open_view(std::string_view bytes, ReadOptions options) {
  auto archive = TRY(Archive::open_view(bytes, options.limits));
  return open(std::make_unique<Book>(std::move(archive), std::move(options)));
}

Result<std::unique_ptr<Reader>> Reader::open(std::unique_ptr<Book> book) {
  auto const& limits = book->options.limits;
  book->parts = TRY(read_workbook_parts(book->archive, limits));
  auto const sheet = TRY(chosen_sheet(book->parts, book->options.sheet));
  for (auto const& each : book->parts.sheets) book->sheet_names.push_back(each.name);
  book->sheet_name = sheet.name;
  if (auto const& part = book->parts.styles; part && book->archive.contains(*part)) book->styles = TRY(read_styles(book->archive, *part, limits));
  if (auto const& part = book->parts.shared_strings; part && book->archive.contains(*part))
    TRY(read_shared_strings(book->archive, *part, limits, book->strings));
  book->part = std::make_unique<PartReader>(book->archive, sheet.part, limits);
  book->handler = std::make_unique<SheetHandler>(*book->part, limits, SheetContext{book->strings, book->styles, book->parts.epoch, sheet.part});
  TRY(book->part->open(*book->handler));
  return std::unique_ptr<Reader>(new Reader(std::move(book)));
}

Result<bool> Reader::next(std::vector<table::Cell>& cells) {
  book_->handler->fill(cells);
  if (TRY(book_->part->advance())) return true;
  cells.clear();
  return false;
}

std::size_t Reader::row_number() const { return book_->handler->row_number(); }
std::vector<std::string> const& Reader::sheet_names() const { return book_->sheet_names; }
std::string const& Reader::sheet_name() const { return book_->sheet_name; }

}  // namespace zx::xlsx
