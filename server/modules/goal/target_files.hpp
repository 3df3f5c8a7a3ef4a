#pragma once
// Target sheets as files, in two forms:
//
//   sheet  as it is shown: 工号 | 负责人 | 客户编号 | 客户 | 产品代码 | 产品 | 指标 (those the sheet has), then per column
//          "07-12 计划", "07-12 实际" (保底, 承诺, 挑战 where used), then 合计, 下达 and 差额 where something was given;
//          below the rows 合计, 累计, and 下达 and 差额 where something was given
//   long   a line per cell: 工号 | 负责人 | 期间 | 指标 | 产品代码 | 产品 | 客户编号 | 客户 | 计划 | 实际 | 保底 | 承诺 | 挑战
//
// Both are read back, in either language; a number or code counts before a name, an empty cell changes nothing, and rows the
// sheet does not have yet are added (goal.plan).

#include <string>
#include <string_view>
#include <vector>

#include "modules/goal/targets.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx::goal {

struct TargetImportError {
  std::int64_t row = 0;  ///< as the spreadsheet shows it; 0: the whole file
  std::string column;    ///< header text
  std::string code;
  std::string message;  ///< in the actor's language
};
BOOST_DESCRIBE_STRUCT(TargetImportError, (), (row, column, code, message))

/// With errors nothing was imported.
struct TargetImportReport {
  bool dry_run = false;
  std::int64_t rows = 0;                  ///< read
  std::int64_t cells = 0;                 ///< numbers that are different now (or would be)
  std::int64_t rows_added = 0;            ///< to the sheet
  std::vector<TargetImportError> errors;  ///< at most the first 1,000
  std::int64_t error_count = 0;
};
BOOST_DESCRIBE_STRUCT(TargetImportReport, (), (dry_run, rows, cells, rows_added, errors, error_count))

enum class TargetFileFormat { xlsx, csv };
BOOST_DESCRIBE_ENUM(TargetFileFormat, xlsx, csv)

enum class TargetFileForm { sheet, long_ };
BOOST_DESCRIBE_ENUM(TargetFileForm, sheet, long_)

/// xlsx or csv by content; one batch, all or nothing, taken back by one undo. Refuses files that are no tables,
/// target.file_without_numbers, request.stale when the sheet was changed meanwhile; wrong rows are in the report.
Result<TargetImportReport> import_targets(Services& services, Actor const& actor, SheetId id, std::string_view content, bool dry_run,
                                          jobs::TaskProgress* progress = nullptr);

/// What the actor sees of the sheet.
Result<std::string> export_targets(Services& services, Actor const& actor, SheetId id, TargetFileForm form, TargetFileFormat format);

/// What the actor sees of the sheet, as PDF on A4. Refuses target.too_many_to_print.
Result<std::string> print_targets(ReadContext const& ctx, SheetId id);

/// The sheet of this title or id, for the command line. Refuses target.sheet_called.
Result<SheetId> sheet_called(ReadContext const& ctx, std::string_view title_or_id);

}  // namespace zx::goal
