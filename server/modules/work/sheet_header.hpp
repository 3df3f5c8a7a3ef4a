#pragma once
// The header of a follow-up sheet: what its columns are. Private to work.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "modules/work/work.hpp"
#include "platform/xlsx/table.hpp"

namespace zx::work::sheet {

enum class Field { title, start, due, follow_up_time, finding, solution, number, owner, handler, department, state, importance, ignored, unknown };

/// The words of the paper, and the further columns.
namespace words {
inline constexpr std::string_view title = "工作项目";
inline constexpr std::string_view start = "工作开始时间";
inline constexpr std::string_view due = "计划完成时间";
inline constexpr std::string_view first_time = "第一次跟进时间";
inline constexpr std::string_view next_time = "下次跟进时间";
inline constexpr std::string_view finding = "完成情况";
inline constexpr std::string_view solution = "问题解决办法";
inline constexpr std::string_view number = "编号";
inline constexpr std::string_view owner = "负责人";
inline constexpr std::string_view handler = "经办人";
inline constexpr std::string_view department = "部门";
inline constexpr std::string_view state = "状态";
inline constexpr std::string_view importance = "重要性";
inline constexpr std::string_view reason = "错误原因";
inline constexpr std::string_view sample = "示例：";
}  // namespace words

/// What is wrong at a place of the sheet; turned into a message where the language is known.
struct Fault {
  std::int64_t row = 0;
  std::string column;
  std::string code;
  RefusalArguments arguments;
};

struct Column {
  Field field = Field::unknown;
  std::size_t group = 0;  ///< of follow_up_time, finding and solution
  std::string header;
};

class Header {
 public:
  Header(std::vector<table::Cell> const& cells, std::int64_t row);

  /// Whether the row has a column for titles, which every header has and no other row.
  static bool is_one(std::vector<table::Cell> const& cells);

  /// The columns of a row this wide: groups that go on to the right of the header are understood without their words.
  std::vector<Column> const& columns(std::size_t width);
  std::int64_t row() const { return row_; }
  /// Columns unknown, repeated, out of place or missing.
  std::vector<Fault> const& faults() const { return faults_; }
  bool has(Field field) const;
  /// The header's text of a column, or the paper's word where there is none.
  std::string text_of(Field field) const;

 private:
  void place(Column column);
  void place_in_group(Column column);
  void fault(Column const& column, std::string code);

  std::int64_t row_;
  std::size_t groups_ = 0;
  std::vector<Column> columns_;
  std::vector<Fault> faults_;
};

/// The word a state is written with.
std::string_view word_of(State state);
/// A word of the product in either language, or the state's own name.
std::optional<State> state_in(std::string_view text);

}  // namespace zx::work::sheet
