#include "modules/goal/sheet_columns.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace zx::goal::targets {
namespace {

struct Words {
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<Words, 8> words{{{"工号", "Employee no."},
                                      {"负责人", "Owner"},
                                      {"期间", "Period"},
                                      {"指标", "Measure"},
                                      {"产品代码", "Product code"},
                                      {"产品", "Product"},
                                      {"客户编号", "Customer no."},
                                      {"客户", "Customer"}}};
constexpr std::array<Words, field_count> field_words{{{"计划", "Plan"}, {"实际", "Actual"}, {"保底", "Base"}, {"承诺", "Committed"}, {"挑战", "Stretch"}}};
constexpr std::array<Words, 4> sum_words{{{"合计", "Total"}, {"累计", "Cumulative"}, {"下达", "Given"}, {"差额", "Gap"}}};

struct Synonym {
  std::string_view text;
  FileWord word;
};
constexpr Synonym synonyms[] = {{"客户经理", FileWord::owner},    {"部门", FileWord::owner},       {"月份", FileWord::period},
                                {"月", FileWord::period},         {"month", FileWord::period},     {"manager", FileWord::owner},
                                {"客户名称", FileWord::customer}, {"产品名称", FileWord::product}, {"department", FileWord::owner}};

std::string_view in_language(Words const& both, std::string_view language) { return language == "en" ? both.en : both.zh; }

std::optional<FileWord> word_from(std::string_view folded) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (folded == words[i].zh || folded == text::fold(words[i].en)) return static_cast<FileWord>(i);
  for (auto const& synonym : synonyms)
    if (folded == synonym.text) return synonym.word;
  return std::nullopt;
}

/// The field at the end of a header, and what stands before it.
struct Numbers {
  TargetField field = TargetField::plan;
  std::string label;
};

std::optional<Numbers> numbers_from(std::string_view folded) {
  for (std::size_t i = 0; i < field_words.size(); ++i) {
    for (auto const& word : {std::string(field_words[i].zh), text::fold(field_words[i].en)})
      if (folded.ends_with(word)) return Numbers{all_fields[i], std::string(text::trim(folded.substr(0, folded.size() - word.size())))};
  }
  return std::nullopt;
}

std::int64_t column_called(std::string_view label, Sheet const& sheet, Names const& names) {
  for (auto const& column : sheet.columns)
    if (text::fold(names.label(column, sheet)) == label) return column.no;
  auto const span = span_from(label, sheet.row.span().year());
  for (auto const& column : sheet.columns)
    if (span && column.span() == span && !column.product_id && !column.measure_id && !column.customer_id) return column.no;
  return 0;
}

/// "1" is a number, not January; "01" is written so nowhere but in a header.
bool is_bare_number(std::string_view text) { return text.size() != 2 && text.find_first_not_of("0123456789., ") == text.npos; }
bool is_total(std::string_view label) { return label == "合计" || label == "total"; }

}  // namespace

std::string_view word_of(FileWord word, std::string_view language) { return in_language(words[static_cast<std::size_t>(word)], language); }
std::string_view word_of(TargetField field, std::string_view language) { return in_language(field_words[static_cast<std::size_t>(field)], language); }
std::string_view word_of(FileSum sum, std::string_view language) { return in_language(sum_words[static_cast<std::size_t>(sum)], language); }

std::set<std::string, std::less<>> sum_labels(Sheet const& sheet) {
  std::set<std::string, std::less<>> labels;
  for (auto const& words : sum_words) {
    for (auto const word : {words.zh, words.en}) {
      labels.emplace(word);
      for (auto const& [id, measure] : sheet.measures) labels.insert(std::string(word) + " " + measure.name);
    }
  }
  return labels;
}

std::optional<Result<FileHeader>> header_from(std::vector<table::Cell> const& cells, Sheet const& sheet, Names const& column_names) {
  FileHeader header;
  int understood = 0;
  std::string unknown;
  for (auto const& cell : cells) {
    FileColumn column{.header = cell.text, .word = {}, .field = {}, .column = 0};
    auto const folded = text::fold(text::trim(cell.text));
    column.word = word_from(folded);
    auto const numbers = column.word ? std::nullopt : numbers_from(folded);
    if (numbers && numbers->label.empty()) {
      column.field = numbers->field;
      header.is_long = true;
    } else if (numbers && !is_total(numbers->label)) {
      column.column = column_called(numbers->label, sheet, column_names);
      if (column.column > 0) column.field = numbers->field;
      else unknown = cell.text, ++understood;
    } else if (!column.word && !is_bare_number(folded)) {
      column.column = column_called(folded, sheet, column_names);
      if (column.column > 0) column.field = TargetField::plan;
    }
    understood += column.word || column.field;
    header.columns.push_back(std::move(column));
  }
  if (understood < 2) return std::nullopt;
  if (!unknown.empty()) return Result<FileHeader>(Refusal::invalid("target.column_unknown", {{"column", unknown}}));
  return Result<FileHeader>(std::move(header));
}

}  // namespace zx::goal::targets
