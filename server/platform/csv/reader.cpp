#include "platform/csv/reader.hpp"

#include <algorithm>
#include <array>

#include "platform/base/text.hpp"
#include "platform/csv/formula_guard.hpp"

namespace zx::csv {
namespace {

constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};

/// Occurrences outside quotes in the first line that is not blank.
std::array<std::size_t, 3> count_separators(std::string_view text) {
  std::array<std::size_t, 3> counts{};
  text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  bool quoted = false;
  for (char const c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) break;
    for (std::size_t i = 0; i < kSeparators.size() && !quoted; ++i) counts[i] += c == kSeparators[i];
  }
  return counts;
}

}  // namespace

Result<std::unique_ptr<Reader>> Reader::open_file(std::filesystem::path const& path, ReadOptions options) { return open(TextSource::open_file(path), options); }

Result<std::unique_ptr<Reader>> Reader::open_bytes(std::string bytes, ReadOptions options) { return open(TextSource::open_bytes(std::move(bytes)), options); }

Result<std::unique_ptr<Reader>> Reader::open_view(std::string_view bytes, ReadOptions options) { return open(TextSource::open_view(bytes), options); }

Result<std::unique_ptr<Reader>> Reader::open(TextSource source, ReadOptions const& options) {
  std::unique_ptr<Reader> reader(new Reader(std::move(source), options));
  TRY(reader->find_separator());
  return reader;
}

Result<void> Reader::find_separator() {
  TRY(more());
  if (separator_ != 0) return {};
  auto const counts = count_separators(piece_);
  separator_ = kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
  return {};
}

/// False at the end of the file.
Result<bool> Reader::more() {
  if (at_ < piece_.size()) return true;
  piece_ = TRY(source_.next());
  at_ = 0;
  return !piece_.empty();
}

Result<bool> Reader::next(std::vector<table::Cell>& cells) {
  do {
    if (!TRY(read_record(cells))) {
      cells.clear();
      return false;
    }
  } while (width_ == 0);
  return true;
}

Result<bool> Reader::read_record(std::vector<table::Cell>& cells) {
  column_ = width_ = row_bytes_ = 0;
  state_ = At::cell_start;
  bool any = false;
  while (TRY(more())) {
    char const c = piece_[at_];
    if (after_cr_ && c == '\n') {  // the second half of a line ending
      after_cr_ = false;
      ++at_;
      continue;
    }
    after_cr_ = false;
    if (!any && ++row_ > options_.limits.max_rows) return refusal("csv.too_many_rows", {{"limit", std::to_string(options_.limits.max_rows)}});
    any = true;
    if (state_ != At::quoted && ends_cell(c)) {
      TRY(end_cell(cells));
      ++at_;
      if (c == separator_) continue;
      after_cr_ = c == '\r';
      ++line_;
      cells.resize(width_);
      return true;
    }
    TRY(take(c));
  }
  if (!any) return false;
  if (state_ == At::quoted) return Refusal::invalid("csv.unclosed_quote", {{"line", std::to_string(quote_line_)}});
  TRY(end_cell(cells));
  cells.resize(width_);
  return true;
}

Result<void> Reader::take(char c) {
  if (state_ == At::quote_in_quoted) {
    if (c != '"') return refusal("csv.text_after_quote");
    cell_ += c;
    state_ = At::quoted;
  } else if (state_ == At::cell_start && c == '"') {
    state_ = At::quoted;
    quote_line_ = line_;
  } else if (state_ == At::quoted && c == '"') {
    state_ = At::quote_in_quoted;
  } else {
    if (state_ == At::cell_start) state_ = At::plain;
    return take_run();
  }
  ++at_;
  return {};
}

/// Takes ordinary characters in one go: up to the next quote, or outside quotes the end of the cell.
Result<void> Reader::take_run() {
  auto const begin = at_;
  for (++at_; at_ < piece_.size(); ++at_) {
    char const c = piece_[at_];
    if (state_ == At::quoted ? c == '"' : ends_cell(c)) break;
  }
  auto const run = piece_.substr(begin, at_ - begin);
  if (run.find('\0') != std::string_view::npos) return refusal("csv.not_text");
  if (cell_.size() + run.size() > options_.limits.max_row_bytes)
    return refusal("csv.cell_too_long", {{"limit", std::to_string(options_.limits.max_cell_characters)}});
  cell_ += run;
  if (state_ == At::quoted) line_ += static_cast<std::size_t>(std::count(run.begin(), run.end(), '\n'));
  return {};
}

Result<void> Reader::end_cell(std::vector<table::Cell>& cells) {
  auto const& limits = options_.limits;
  row_bytes_ += cell_.size();
  if (++column_ > limits.max_columns) return refusal("csv.too_many_columns", {{"limit", std::to_string(limits.max_columns)}});
  if (row_bytes_ > limits.max_row_bytes) return refusal("csv.row_too_long", {{"limit_kib", std::to_string(limits.max_row_bytes / 1024)}});
  if (cell_.size() > limits.max_cell_characters && text::length(cell_) > limits.max_cell_characters)
    return refusal("csv.cell_too_long", {{"limit", std::to_string(limits.max_cell_characters)}});
  if (cells.size() < column_) cells.resize(column_);
  cells[column_ - 1].set_text(options_.guard == FormulaGuard::take_off ? unguarded(cell_) : std::string_view(cell_));
  if (!cell_.empty()) width_ = column_;
  cell_.clear();
  state_ = At::cell_start;
  return {};
}

Refusal Reader::refusal(std::string code, RefusalArguments arguments) const {
  arguments.emplace("line", std::to_string(line_));
  return Refusal::invalid(std::move(code), std::move(arguments));
}

}  // namespace zx::csv
