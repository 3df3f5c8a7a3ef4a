#pragma once
// Finished campaigns from elsewhere (a call list, an old system), so that the funnel by touch number has the past, too.
//
// A csv or xlsx file with a header; one row for each counterpart approached, in any order of columns:
//   counterpart / 对方       whom; needed
//   contacts / 联系次数       how many touches, 1–1000; needed
//   outcome / 结果            won / 成交, or abandoned / 放弃 (未成交, lost); needed
//   date / 日期               of the last touch, 2026-05-12; needed
//   campaign / 活动           which campaign; default: the file's name
//   owner / 负责人            employee number or name; default: nobody
// The export of a phone campaign that is known for its columns campaign, y and duration (one row for each client, without
// name or date) is taken as it is: `campaign` touches, won where `y` says yes; the client is its row, the day the day of the
// import. Its rows that are there already are passed over on any other day, too.
//
// The same counterpart of the same campaign and day again is passed over: the same file twice makes nothing twice.

#include <string>
#include <string_view>
#include <vector>

#include "modules/followup/touch_funnel.hpp"

namespace zx::followup {

struct OutreachError {
  std::int64_t row = 0;  ///< as a spreadsheet program shows it
  std::string column;
  std::string code;
  std::map<std::string, std::string> arguments;
};
BOOST_DESCRIBE_STRUCT(OutreachError, (), (row, column, code, arguments))

struct OutreachReport {
  bool dry_run = false;
  std::int64_t rows = 0;
  std::int64_t added = 0;
  std::int64_t known = 0;  ///< were there already
  std::int64_t error_count = 0;
  std::vector<OutreachError> errors;  ///< the first hundred
};
BOOST_DESCRIBE_STRUCT(OutreachReport, (), (dry_run, rows, added, known, error_count, errors))

enum class OutreachRun { real, dry };

/// Whole or not at all: with any error nothing is added. Refuses outreach.column_missing, and what a table that cannot be read is refused with.
Result<OutreachReport> import_outreach(Context& ctx, std::string_view file, std::string_view campaign, OutreachRun run);

}  // namespace zx::followup
