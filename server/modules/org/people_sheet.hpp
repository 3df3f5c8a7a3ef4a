#pragma once
// People as a spreadsheet: one row per person.
//
//   工号 | 姓名 | 拼音 | 部门 | 岗位 | 主管 | 电话 | 邮箱 | 入职日期
//
// 工号 and 姓名 are required. A row whose 工号 is known changes that person where a cell is filled in. 部门 is a name or a path ("工程部/水电班"),
// 主管 a number or a name, also of somebody further down. For app/ and the routes.

#include <optional>
#include <string>
#include <vector>

#include "modules/org/org.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::org::sheet {

inline constexpr std::string_view form_name = "员工名册";
inline constexpr std::int64_t most_rows = 3000;  ///< all of them are one transaction

enum class PeopleOnError { import_nothing, skip_bad_rows };
BOOST_DESCRIBE_ENUM(PeopleOnError, import_nothing, skip_bad_rows)

enum class PersonVerdict { new_person, changed_person, known_person, refused };
BOOST_DESCRIBE_ENUM(PersonVerdict, new_person, changed_person, known_person, refused)

struct PersonRowVerdict {
  std::int64_t row = 0;  ///< as the spreadsheet shows it
  std::string name;
  PersonVerdict verdict = PersonVerdict::new_person;
};
BOOST_DESCRIBE_STRUCT(PersonRowVerdict, (), (row, name, verdict))

struct PersonRowError {
  std::int64_t row = 0;
  std::string column;  ///< header text; empty when the whole row is meant
  std::string code;
  std::string message;  ///< in the actor's language
};
BOOST_DESCRIBE_STRUCT(PersonRowError, (), (row, column, code, message))

struct PeopleImportReport {
  bool dry_run = false;
  std::int64_t rows = 0;
  std::int64_t added = 0;                    ///< or to be added, in a dry run
  std::int64_t changed = 0;                  ///< or to be changed
  std::int64_t skipped = 0;                  ///< rows that say what is so already
  std::vector<std::string> new_departments;  ///< made, or to be made
  std::vector<std::string> new_positions;
  std::vector<PersonRowVerdict> verdicts;  ///< at most the first 500
  std::vector<PersonRowError> errors;      ///< at most the first 1,000; error_count has all
  std::int64_t error_count = 0;
};
BOOST_DESCRIBE_STRUCT(PeopleImportReport, (), (dry_run, rows, added, changed, skipped, new_departments, new_positions, verdicts, errors, error_count))

struct PeopleImportOptions {
  bool dry_run = false;
  PeopleOnError on_error = PeopleOnError::import_nothing;
  bool make_departments = false;  ///< those that do not exist; else their rows are refused
  bool make_positions = false;
};

/// Reads xlsx or csv by the file's content. Refuses files that are no tables; wrong rows are in the report. A dry run does everything and
/// takes it back, so that its verdicts are those of the import.
Result<PeopleImportReport> import_people(Services& services, Actor const& actor, std::string_view content, PeopleImportOptions const& options);

enum class PeopleFormat { xlsx, csv };
BOOST_DESCRIBE_ENUM(PeopleFormat, xlsx, csv)

/// The rows that were refused, in the user's own columns, with a last column 错误原因; can be imported again.
std::string error_file(std::string_view original, PeopleImportReport const& report, PeopleFormat format);
/// An empty sheet with notes and a sample row.
std::string template_file(ReadContext const& ctx, PeopleFormat format);

}  // namespace zx::org::sheet
