#pragma once
// Customers as a spreadsheet: one row per customer with its first contact.
//
//   编号 | 名称 | 级别 | 行业 | 地区 | 地址 | 客户经理 | 状态 | 联系人 | 电话 | 邮箱
//
// Only 名称 is required. 客户经理 is a number or a name. A row whose 编号 is known changes that customer where a cell is filled in;
// its account manager changes by handing over. Rows without 编号 become new customers.

#include <optional>
#include <string>
#include <vector>

#include "modules/customer/customers.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx::customer::sheet {

enum class CustomerOnError { import_nothing, skip_bad_rows };
BOOST_DESCRIBE_ENUM(CustomerOnError, import_nothing, skip_bad_rows)

struct CustomerRowError {
  std::int64_t row = 0;  ///< as the spreadsheet shows it
  std::string column;    ///< header text; empty when the whole row is meant
  std::string code;
  std::string message;  ///< in the actor's language
};
BOOST_DESCRIBE_STRUCT(CustomerRowError, (), (row, column, code, message))

enum class CustomerVerdict { new_customer, changed_customer, known_customer, refused };
BOOST_DESCRIBE_ENUM(CustomerVerdict, new_customer, changed_customer, known_customer, refused)

struct CustomerRowVerdict {
  std::int64_t row = 0;
  std::string name;
  CustomerVerdict verdict = CustomerVerdict::new_customer;
};
BOOST_DESCRIBE_STRUCT(CustomerRowVerdict, (), (row, name, verdict))

struct CustomerImportReport {
  bool dry_run = false;
  std::int64_t rows = 0;
  std::int64_t added = 0;                    ///< or to be added, in a dry run
  std::int64_t changed = 0;                  ///< or to be changed
  std::int64_t skipped = 0;                  ///< rows that say what is there already
  std::vector<CustomerRowVerdict> verdicts;  ///< at most the first 500
  std::vector<CustomerRowError> errors;      ///< at most the first 1,000; error_count has all
  std::int64_t error_count = 0;
};
BOOST_DESCRIBE_STRUCT(CustomerImportReport, (), (dry_run, rows, added, changed, skipped, verdicts, errors, error_count))

struct CustomerImportOptions {
  bool dry_run = false;
  CustomerOnError on_error = CustomerOnError::import_nothing;
  bool despite_duplicates = false;            ///< rows that look like other customers are other customers
  std::optional<EmployeeId> account_manager;  ///< of rows without one; default: the actor, or the default owner for the system
};

/// Reads xlsx or csv by the file's content. Refuses files that are no tables; wrong rows are in the report. Importing the same
/// file twice makes nothing twice: a row with a known 编号, or without one and a known name, is that customer.
Result<CustomerImportReport> import_sheet(Services& services, Actor const& actor, std::string_view content, CustomerImportOptions const& options,
                                          jobs::TaskProgress* progress = nullptr);

enum class CustomerFormat { xlsx, csv };
BOOST_DESCRIBE_ENUM(CustomerFormat, xlsx, csv)

/// The rows that were refused, in the user's own columns, with a last column 错误原因; can be imported again.
std::string error_file(std::string_view original, CustomerImportReport const& report, CustomerFormat format);

/// Everything the query finds, in order of name; `limit` and `after` are passed over. The csv has no byte order mark.
/// Refuses what the list refuses, sheet.export_too_large, sheet.export_cancelled.
Result<std::string> export_sheet(Services& services, Actor const& actor, CustomersQuery query, CustomerFormat format, jobs::TaskProgress* progress = nullptr);

/// An empty sheet with instructions, notes and drop-downs.
std::string template_file(Services& services, Actor const& actor, CustomerFormat format);

}  // namespace zx::customer::sheet
