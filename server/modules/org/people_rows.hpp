#pragma once
// From a table to the rows of a sheet of people; knows no database. Private to org.

#include <array>
#include <map>

#include "modules/org/people_sheet.hpp"

namespace zx::org::sheet {

enum class Field { number, name, pinyin, department, position, supervisor, phone, email, entry_date, ignored, unknown };

struct Column {
  Field field;
  std::string_view word;  ///< as templates write it
  std::string_view note;  ///< i18n key
  std::string_view sample;
  double width = 14;
};
inline constexpr std::array columns = {Column{Field::number, "工号", "people.note.number", "示例：E0101"},
                                       Column{Field::name, "姓名", "people.note.name", "王小明"},
                                       Column{Field::pinyin, "拼音", "people.note.pinyin", ""},
                                       Column{Field::department, "部门", "people.note.department", "工程部/水电班", 22},
                                       Column{Field::position, "岗位", "people.note.position", "水电工"},
                                       Column{Field::supervisor, "主管", "people.note.supervisor", "E0003"},
                                       Column{Field::phone, "电话", "people.note.phone", "13800138000", 18},
                                       Column{Field::email, "邮箱", "people.note.email", "wang@example.com", 24},
                                       Column{Field::entry_date, "入职日期", "people.note.entry_date", "2026-03-01"}};
inline constexpr std::string_view reason_word = "错误原因";

std::string_view word_of(Field field);

struct Fault {
  std::int64_t row = 0;
  std::string column;
  std::string code;
  RefusalArguments arguments;
};

struct Line {
  std::int64_t row = 0;
  std::map<Field, std::string> said;  ///< trimmed, only what is filled in
  std::optional<Date> entry_date;
  std::vector<Fault> faults;
  std::vector<table::Cell> cells;  ///< as they came

  std::string text(Field field) const {
    auto found = said.find(field);
    return found == said.end() ? std::string{} : found->second;
  }
};

struct Sheet {
  std::int64_t header_row = 0;
  std::vector<std::string> headers;
  std::vector<Fault> header_faults;
  std::vector<Line> lines;
};

/// Refuses what is no table: xlsx.*, csv.*, people.sheet_empty, sheet.too_large, people.too_many_rows.
Result<Sheet> read_sheet(std::string_view content);

}  // namespace zx::org::sheet
