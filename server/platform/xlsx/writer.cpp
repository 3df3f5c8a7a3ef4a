#include "platform/xlsx/writer.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <set>
#include <stdexcept>
#include <system_error>

#include "platform/base/text.hpp"
#include "platform/xlsx/cell_formats.hpp"
#include "platform/xlsx/decimal_text.hpp"
#include "platform/xlsx/sheet_head.hpp"
#include "platform/xlsx/strings.hpp"

namespace zx::xlsx {
namespace {

constexpr std::size_t kMostRows = LXW_ROW_MAX;
constexpr std::size_t kMostCharacters = 32'767;
constexpr std::size_t kExactDigits = 15;
constexpr std::int64_t kUnixEpochSerial = 25'569;
constexpr std::int64_t kFirstSafeSerial = 61;  // 1900-03-01: before it spreadsheet programs disagree about dates
constexpr double kDaySeconds = 86'400;

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("cannot write the workbook: ") + lxw_strerror(error));
}

double number_of(std::string const& decimal) {
  double value = 0;
  std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  return value;
}

std::filesystem::path temporary_file(std::filesystem::path const& directory) {
  std::string name = (directory / "workbook-XXXXXX").string();
  int const file = mkstemp(name.data());
  if (file < 0) throw std::system_error(errno, std::generic_category(), "cannot create a file in " + directory.string());
  close(file);
  return name;
}

std::string tab_name(std::string_view wanted, std::set<std::string>& taken) {
  std::string name(wanted);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos || (c >= 0 && c < ' '); }, ' ');
  name = text::trim(name);
  if (name.empty()) name = "Sheet";
  std::string unique(text::cut(name, 31));
  for (int n = 2; !taken.insert(text::fold(unique)).second; ++n) unique = std::string(text::cut(name, 27)) + " " + std::to_string(n);
  return unique;
}

}  // namespace

struct Workbook::State {
  WorkbookOptions options;
  std::string temporary_directory;
  std::filesystem::path file;
  lxw_workbook* book = nullptr;
  std::unique_ptr<CellFormats> formats;
  std::unique_ptr<ChoiceLists> choices;
  std::set<std::string> tab_names;
  lxw_worksheet* sheet = nullptr;
  std::vector<lxw_format*> column_formats;
  lxw_row_t row = 0;

  explicit State(WorkbookOptions given)
      : options(std::move(given)), temporary_directory(options.temporary_directory.string()), file(temporary_file(options.temporary_directory)) {
    lxw_workbook_options settings{.constant_memory = LXW_TRUE, .tmpdir = temporary_directory.data(), .use_zip64 = LXW_FALSE};
    book = workbook_new_opt(file.c_str(), &settings);
    if (book == nullptr) throw std::runtime_error("cannot start a workbook");
    lxw_doc_properties properties{};
    properties.author = options.author.data();
    properties.created = static_cast<time_t>(options.created.ms / 1000);
    workbook_set_properties(book, &properties);
    formats = std::make_unique<CellFormats>(book);
    choices = std::make_unique<ChoiceLists>(book);
  }

  ~State() {
    if (book != nullptr) lxw_workbook_free(book);
    std::error_code ignored;
    if (!file.empty()) std::filesystem::remove(file, ignored);
  }

  void end() {
    if (book == nullptr) throw std::logic_error("the workbook has already ended");
    choices->write(tab_name("choices", tab_names));
    auto* finished = std::exchange(book, nullptr);
    check(workbook_close(finished));
  }

  lxw_format* format_of(table::Cell const& cell, lxw_col_t column) {
    if (cell.kind != table::CellKind::date) return column_formats[column];
    return formats->body(cell.second_of_day ? ColumnKind::date_time : ColumnKind::date);
  }

  Result<void> write_text(lxw_col_t column, std::string const& text, lxw_format* format) {
    if (text.size() > kMostCharacters && text::length(text) > kMostCharacters) {
      auto const cell = "R" + std::to_string(row + 1) + "C" + std::to_string(column + 1);
      return Refusal::invalid("xlsx.cell_too_long", {{"cell", cell}, {"limit", std::to_string(kMostCharacters)}});
    }
    check(is_fit_for_xml(text) ? worksheet_write_string(sheet, row, column, text.c_str(), format)
                               : worksheet_write_string(sheet, row, column, encode_escapes(text).c_str(), format));
    return {};
  }

  Result<void> write_cell(lxw_col_t column, table::Cell const& cell) {
    auto* format = format_of(cell, column);
    if (cell.kind == table::CellKind::empty) {
      check(worksheet_write_blank(sheet, row, column, format));
      return {};
    }
    if (cell.kind == table::CellKind::boolean) {
      check(worksheet_write_boolean(sheet, row, column, cell.boolean, format));
      return {};
    }
    if (cell.kind == table::CellKind::number && table::significant_digits(cell.number) <= kExactDigits) {
      check(worksheet_write_number(sheet, row, column, number_of(cell.number), format));
      return {};
    }
    auto const serial = cell.date.days() + kUnixEpochSerial;
    if (cell.kind == table::CellKind::date && serial >= kFirstSafeSerial) {
      check(worksheet_write_number(sheet, row, column, static_cast<double>(serial) + cell.second_of_day.value_or(0) / kDaySeconds, format));
      return {};
    }
    return write_text(column, cell.text, format);
  }
};

Workbook::Workbook(WorkbookOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Workbook::~Workbook() = default;

void Workbook::begin_sheet(Sheet sheet) {
  auto& state = *state_;
  sheet.name = tab_name(sheet.name, state.tab_names);
  state.sheet = workbook_add_worksheet(state.book, sheet.name.c_str());
  if (state.sheet == nullptr) throw std::runtime_error("cannot add a sheet to the workbook");
  state.column_formats.clear();
  for (auto const& column : sheet.columns) state.column_formats.push_back(state.formats->body(column.kind));
  state.row = write_sheet_head(state.sheet, sheet, *state.formats, *state.choices);
}

Result<void> Workbook::add_row(std::vector<table::Cell> const& cells) {
  auto& state = *state_;
  if (state.sheet == nullptr) throw std::logic_error("a row before the first sheet");
  if (cells.size() > state.column_formats.size()) throw std::invalid_argument("a row with more cells than the sheet has columns");
  if (state.row >= kMostRows)
    return Refusal::of(RefusalKind::too_large, "xlsx.row_out_of_range", {{"row", std::to_string(state.row + 1)}, {"limit", std::to_string(kMostRows)}});
  static table::Cell const empty;
  for (std::size_t i = 0; i < state.column_formats.size(); ++i) TRY(state.write_cell(static_cast<lxw_col_t>(i), i < cells.size() ? cells[i] : empty));
  ++state.row;
  return {};
}

std::size_t Workbook::next_row() const { return state_->row + 1; }

void Workbook::save_as(std::filesystem::path const& path) {
  state_->end();
  std::error_code across_devices;
  std::filesystem::rename(state_->file, path, across_devices);
  if (across_devices) {
    auto const beside = std::filesystem::path(path).concat(".partial");
    std::filesystem::copy_file(state_->file, beside, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::rename(beside, path);
  } else {
    state_->file.clear();
  }
}

std::string Workbook::bytes() {
  state_->end();
  std::ifstream file(state_->file, std::ios::binary);
  std::string content(std::filesystem::file_size(state_->file), '\0');
  if (!file.read(content.data(), static_cast<std::streamsize>(content.size()))) throw std::runtime_error("cannot read back the workbook");
  return content;
}

}  // namespace zx::xlsx
