#pragma once
// From a table to the rows of a follow-up sheet, one at a time; knows no database. Private to work.

#include <deque>
#include <memory>

#include "modules/work/sheet_header.hpp"
#include "modules/work/sheet_times.hpp"

namespace zx::work::sheet {

inline constexpr std::int64_t most_rows = 100'000;
inline constexpr std::size_t most_bytes = 32u << 20;

/// One work item as its row says it.
struct SheetRow {
  std::string title;
  Moment start;
  Moment due;
  std::vector<followup::ImportedFollowUp> follow_ups;  ///< oldest first
  Moment first_time;                                   ///< planned for an item nobody has followed up yet
  std::string owner;                                   ///< number or name; empty when the sheet does not say
  std::string handler;
  std::string department;
  std::optional<State> state;
  std::int64_t importance = 2;
};

struct Line {
  std::int64_t row = 0;
  SheetRow item;  ///< only as good as `faults` is empty
  std::vector<Fault> faults;
};

struct Surroundings {
  calendar::Zone zone;
  Instant now;
};

class Reading {
 public:
  /// Refuses what is no table: xlsx.*, csv.*, sheet.empty, sheet.too_large. `content` must outlive the reading.
  static Result<Reading> open(std::string_view content, Surroundings const& surroundings);

  Header const& header() const { return header_; }
  /// The next row that is no sample; false at the end. Refuses a table that breaks off, and sheet.too_many_rows.
  Result<bool> next(Line& line);
  /// The cells of the row given last, as they came.
  std::vector<table::Cell> const& cells() const { return cells_; }

 private:
  struct Waiting {
    std::int64_t row = 0;
    std::vector<table::Cell> cells;
  };
  Reading(std::unique_ptr<table::RowReader> table, std::deque<Waiting> waiting, Header header, Surroundings const& surroundings);
  static Result<std::deque<Waiting>> first_rows(table::RowReader& table);
  Result<bool> advance();

  std::unique_ptr<table::RowReader> table_;
  std::deque<Waiting> waiting_;  ///< read while the header was looked for
  Header header_;
  Surroundings surroundings_;
  std::vector<table::Cell> cells_;
  std::int64_t row_ = 0;
  std::int64_t rows_ = 0;
};

}  // namespace zx::work::sheet
