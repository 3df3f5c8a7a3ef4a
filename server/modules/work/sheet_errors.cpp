// The file of refused rows people get back: their own columns in their own order, and the reasons.

#include <algorithm>
#include <functional>
#include <map>

#include "modules/work/sheet.hpp"
#include "modules/work/sheet_files.hpp"
#include "modules/work/sheet_reading.hpp"
#include "platform/csv/writer.hpp"

namespace zx::work::sheet {
namespace {

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

/// Why which rows were refused; with a wrong header all of them, the first one telling why.
class Reasons {
 public:
  Reasons(ImportReport const& report, std::int64_t header_row) : of_rows_(reasons_of(report)) {
    auto found = of_rows_.find(header_row);
    if (found != of_rows_.end()) of_header_ = found->second;
  }

  /// Calls `use(cells, reason)` for every refused row.
  template <class F>
  void each(Reading& reading, F&& use) const {
    auto still_to_tell = of_header_;
    Line line;
    for (auto more = reading.next(line); more && *more; more = reading.next(line)) {
      auto found = of_rows_.find(line.row);
      if (!of_header_ && found == of_rows_.end()) continue;
      auto reason = std::exchange(still_to_tell, std::nullopt).value_or("");
      if (found != of_rows_.end()) reason += (reason.empty() ? "" : "；") + found->second;
      use(reading.cells(), reason);
    }
  }

 private:
  std::map<std::int64_t, std::string> of_rows_;
  std::optional<std::string> of_header_;
};

struct Head {
  std::vector<std::string> words;
  std::size_t reason_at = 0;  ///< a file imported for the second time has the column already
};

/// As wide as the widest refused row.
Head head_of(Reading& reading, Reasons const& reasons) {
  auto header = reading.header();
  reasons.each(reading, [&](auto const& cells, auto const&) { header.columns(cells.size()); });
  Head head;
  for (auto const& column : header.columns(0)) head.words.push_back(column.header);
  return head;
}

void add_reason_column(Head& head) {
  auto found = std::find(head.words.begin(), head.words.end(), words::reason);
  head.reason_at = static_cast<std::size_t>(found - head.words.begin());
  if (found == head.words.end()) head.words.emplace_back(words::reason);
}

std::vector<table::Cell> row_of(std::vector<table::Cell> cells, std::string const& reason, std::size_t reason_at) {
  cells.resize(std::max(cells.size(), reason_at + 1));
  cells[reason_at].set_text(reason);
  return cells;
}

/// Gives `use` every row of the file.
using UseRow = std::function<void(std::vector<table::Cell> const&)>;
using EachRow = std::function<void(UseRow const&)>;

std::string as_csv(Head const& head, EachRow const& each_row) {
  csv::Writer writer;
  writer.add_row(head.words);
  each_row([&](auto const& cells) { writer.add_row(cells); });
  return writer.take();
}

std::string as_xlsx(Head const& head, EachRow const& each_row) {
  xlsx::Workbook workbook({.temporary_directory = std::filesystem::temp_directory_path()});
  xlsx::Sheet sheet{.name = std::string(form_name)};
  for (auto const& word : head.words) sheet.columns.push_back({.header = word, .width = word == words::reason ? 50.0 : 16.0});
  workbook.begin_sheet(std::move(sheet));
  each_row([&](auto const& cells) {
    if (auto written = workbook.add_row(cells); !written) throw std::logic_error(written.refusal().code);
  });
  return workbook.bytes();
}

/// Only the cells matter here, not what their times mean.
Result<Reading> read(std::string_view original) { return Reading::open(original, {"UTC", Instant{}}); }

}  // namespace

// Read twice: what is refused may be the whole of a long sheet, which would not fit into memory.
std::string error_file(std::string_view original, ImportReport const& report, std::string_view format) {
  auto reading = read(original);
  Reasons const reasons(report, reading ? reading->header().row() : 0);
  auto head = reading ? head_of(*reading, reasons) : Head{};
  add_reason_column(head);
  auto each_row = [&](UseRow const& use) {
    if (!reading) return;
    auto again = read(original);
    reasons.each(*again, [&](auto const& cells, auto const& reason) { use(row_of(cells, reason, head.reason_at)); });
  };
  return format == "xlsx" ? as_xlsx(head, each_row) : as_csv(head, each_row);
}

}  // namespace zx::work::sheet
