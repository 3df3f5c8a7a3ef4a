#pragma once
// From a table to the rows of a customer sheet, one at a time; knows no database. Private to customer.

#include <deque>
#include <memory>

#include "modules/customer/customers.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::customer::sheet {

inline constexpr std::string_view form_name = "客户档案";
inline constexpr std::int64_t most_rows = 50'000;
inline constexpr std::size_t most_bytes = 32u << 20;

enum class Field { number, name, tier, industry, region, address, manager, state, contact, phone, email, ignored, unknown };

namespace words {
inline constexpr std::string_view number = "编号";
inline constexpr std::string_view name = "名称";
inline constexpr std::string_view tier = "级别";
inline constexpr std::string_view industry = "行业";
inline constexpr std::string_view region = "地区";
inline constexpr std::string_view address = "地址";
inline constexpr std::string_view manager = "客户经理";
inline constexpr std::string_view state = "状态";
inline constexpr std::string_view contact = "联系人";
inline constexpr std::string_view phone = "电话";
inline constexpr std::string_view email = "邮箱";
inline constexpr std::string_view reason = "错误原因";
inline constexpr std::string_view sample = "示例：";
}  // namespace words

/// The header's word of a field, as exports and templates write it.
std::string_view word_of(Field field);
/// "A 战略", "合作中": as exports write them.
std::string_view word_of(Tier tier);
std::string_view word_of(CustomerState state);

/// What is wrong at a place of the sheet; turned into a message where the language is known.
struct Fault {
  std::int64_t row = 0;
  std::string column;
  std::string code;
  RefusalArguments arguments;
};

/// One customer as its row says it; empty where it says nothing.
struct SheetCustomer {
  std::string number;
  std::string name;
  std::optional<Tier> tier;
  std::string industry;
  std::string region;
  std::string address;
  std::string manager;  ///< number or name
  std::optional<CustomerState> state;
  std::string contact;
  std::string phone;
  std::string email;
};

struct Line {
  std::int64_t row = 0;
  SheetCustomer customer;  ///< only as good as `faults` is empty
  std::vector<Fault> faults;
};

class Reading {
 public:
  /// Refuses what is no table: xlsx.*, csv.*, customer.sheet_empty, sheet.too_large. `content` must outlive the reading.
  static Result<Reading> open(std::string_view content);

  std::int64_t header_row() const { return header_row_; }
  /// The header's own texts.
  std::vector<std::string> const& headers() const { return headers_; }
  /// Columns unknown, repeated or missing.
  std::vector<Fault> const& header_faults() const { return header_faults_; }
  /// The next row that is no sample; false at the end. Refuses a table that breaks off, and sheet.too_many_rows.
  Result<bool> next(Line& line);
  /// The cells of the row given last, as they came.
  std::vector<table::Cell> const& cells() const { return cells_; }

 private:
  struct Waiting {
    std::int64_t row = 0;
    std::vector<table::Cell> cells;
  };
  Reading() = default;
  void understand_header(std::vector<table::Cell> const& cells);
  Result<bool> advance();

  std::unique_ptr<table::RowReader> table_;
  std::deque<Waiting> waiting_;  ///< read while the header was looked for
  std::vector<Field> fields_;
  std::vector<std::string> headers_;
  std::vector<Fault> header_faults_;
  std::int64_t header_row_ = 0;
  std::vector<table::Cell> cells_;
  std::int64_t row_ = 0;
  std::int64_t rows_ = 0;
};

/// What is filled in of a row, as a form; 客户经理 is left to the caller.
NewCustomerForm form_of(SheetCustomer const& customer);

}  // namespace zx::customer::sheet
