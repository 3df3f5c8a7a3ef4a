#pragma once
// The work-item follow-up sheet 工作事项跟进表 (spec 02): one row per item, groups of
// 跟进时间 | 完成情况 | 问题解决办法 repeating to the right.
//
//   工作项目 | 工作开始时间 | 计划完成时间 | 第一次跟进时间 | 完成情况 | 问题解决办法 | 下次跟进时间 | 完成情况 | 问题解决办法 | …
//
// A 下次跟进时间 is the next time said at the follow-up before it and the time of the follow-up it opens. A cell "?"
// means not known. Dates: 2006.05.12, 2006.9.25, 2006-05-12, 2006/5/12, 2006年5月12日, Excel dates. A date without a time
// stands for 09:00 local (18:00 for 计划完成时间). Optional further columns, so that an export of rich items loses nothing a
// sheet can hold: 编号, 负责人, 经办人, 部门, 状态, 重要性.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "modules/work/work.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::work::sheet {

enum class OnError { import_nothing, skip_bad_rows };
BOOST_DESCRIBE_ENUM(OnError, import_nothing, skip_bad_rows)

struct RowError {
  std::int64_t row = 0;  ///< as the spreadsheet shows it; 1 is the header
  std::string column;    ///< header text; empty when the whole row is meant
  std::string code;      ///< sheet.date_invalid, sheet.title_missing, sheet.column_unknown …
  std::string message;   ///< in the actor's language
};
BOOST_DESCRIBE_STRUCT(RowError, (), (row, column, code, message))

enum class Verdict { new_item, known_item, refused };
BOOST_DESCRIBE_ENUM(Verdict, new_item, known_item, refused)

struct RowVerdict {
  std::int64_t row = 0;
  std::string title;
  Verdict verdict = Verdict::new_item;
  std::int64_t follow_ups = 0;
};
BOOST_DESCRIBE_STRUCT(RowVerdict, (), (row, title, verdict, follow_ups))

struct ImportReport {
  bool dry_run = false;
  std::int64_t rows = 0;
  std::int64_t items = 0;  ///< imported (or importable, in a dry run)
  std::int64_t follow_ups = 0;
  std::int64_t skipped = 0;          ///< rows equal to what is there already
  std::vector<RowVerdict> verdicts;  ///< at most the first 500
  std::vector<RowError> errors;      ///< at most the first 1,000; error_count has all
  std::int64_t error_count = 0;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (), (dry_run, rows, items, follow_ups, skipped, verdicts, errors, error_count))

struct ImportOptions {
  bool dry_run = false;
  OnError on_error = OnError::import_nothing;
  std::optional<EmployeeId> owner;  ///< who owns rows without 负责人; default: the actor, or the default owner for the system
};

/// Reads xlsx or csv by the file's content. Refuses files that are no tables; wrong rows are in the report. Importing
/// the same sheet twice makes nothing twice (title, start and due equal = known item).
Result<ImportReport> import_sheet(Services& services, Actor const& actor, std::string_view content, ImportOptions const& options,
                                  jobs::TaskProgress* progress = nullptr);

/// The user's own rows that were refused, in the user's own column order, with a last column 错误原因; re-importable.
std::string error_file(std::string_view original, ImportReport const& report, std::string_view format);

enum class Format { csv, xlsx, pdf };
BOOST_DESCRIBE_ENUM(Format, csv, xlsx, pdf)

enum class Columns { paper, all };
BOOST_DESCRIBE_ENUM(Columns, paper, all)

/// Everything the query finds, in order of number. `paper` has only the paper's columns and dates without times of day; `all`
/// also 编号, 负责人, 经办人, 部门, 状态, 重要性 and unusual times. The csv has no byte order mark. Print (pdf) is always the paper.
/// Refuses what the list refuses, sheet.export_too_large, sheet.print_too_large, sheet.export_cancelled.
Result<std::string> export_sheet(Services& services, Actor const& actor, ListQuery const& query, Format format, jobs::TaskProgress* progress = nullptr,
                                 Columns columns = Columns::paper);

/// An empty sheet with instructions, notes and drop-downs.
std::string template_file(Services& services, Actor const& actor, Format format);

}  // namespace zx::work::sheet
