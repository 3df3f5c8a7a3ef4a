#pragma once
// Who a row of a sheet names. Private to work.

#include <map>

#include "modules/work/sheet.hpp"
#include "modules/work/sheet_reading.hpp"

namespace zx::work::sheet {

struct Assignment {
  org::EmployeeBrief owner;
  EmployeeId handler;
  std::optional<DepartmentId> department;
};

/// Looks every name up once per import.
class People {
 public:
  explicit People(ImportOptions const& options) : options_(options) {}

  /// The people and the department of a row; what is wrong with them is added to the row's faults.
  std::optional<Assignment> of(ReadContext const& ctx, Header const& header, Line& line);

 private:
  Result<org::EmployeeBrief> const& called(ReadContext const& ctx, std::string const& name);
  Result<org::EmployeeBrief> const& usual_owner(ReadContext const& ctx);
  Result<DepartmentId> department(ReadContext const& ctx, std::string const& name);

  ImportOptions const& options_;
  std::map<std::string, Result<org::EmployeeBrief>> called_;
  std::optional<Result<org::EmployeeBrief>> usual_owner_;
  std::optional<std::multimap<std::string, DepartmentId>> departments_;
};

}  // namespace zx::work::sheet
