// A target sheet as a file.

#include <algorithm>
#include <filesystem>

#include "modules/goal/sheet_columns.hpp"
#include "modules/goal/target_files.hpp"
#include "modules/goal/target_scope.hpp"
#include "modules/goal/target_totals.hpp"
#include "platform/csv/writer.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::goal {
namespace targets {
namespace {

constexpr std::int64_t rows_at_once = 1000;

struct Head {
  std::string text;
  xlsx::ColumnKind kind = xlsx::ColumnKind::text;
  double width = 12;
};

/// Writes csv or xlsx alike.
class Output {
 public:
  Output(Services& services, Actor const& actor, TargetFileFormat format, std::string const& title, std::vector<Head> const& heads)
      : csv_({.mark = csv::ByteOrderMark::written}) {
    if (format == TargetFileFormat::csv) {
      csv_.add_row(texts_of(heads));
      return;
    }
    xlsx::Sheet sheet{.name = title, .title = title};
    for (auto const& head : heads) sheet.columns.push_back({.header = head.text, .width = head.width, .kind = head.kind});
    workbook_.emplace(xlsx::WorkbookOptions{std::filesystem::temp_directory_path(), services.clock.now(), actor.name});
    workbook_->begin_sheet(std::move(sheet));
  }
  Result<void> add(std::vector<table::Cell> const& cells) {
    if (workbook_) return workbook_->add_row(cells);
    csv_.add_row(cells);
    return {};
  }
  std::string take() { return workbook_ ? workbook_->bytes() : csv_.take(); }

 private:
  static std::vector<std::string> texts_of(std::vector<Head> const& heads) {
    std::vector<std::string> texts;
    for (auto const& head : heads) texts.push_back(head.text);
    return texts;
  }
  csv::Writer csv_;
  std::optional<xlsx::Workbook> workbook_;
};

table::Cell number_cell(std::optional<Decimal> const& value) { return value ? table::Cell::of_number(value->text()) : table::Cell{}; }
table::Cell text_cell(std::string_view text) { return text.empty() ? table::Cell{} : table::Cell::of_text(text); }

/// Which words a row of the sheet has, and what they are.
class RowWords {
 public:
  RowWords(Sheet const& sheet, std::vector<TargetAxis> const& axes) : sheet_(sheet) {
    auto const has = [&](TargetAxis axis) { return std::ranges::find(axes, axis) != axes.end(); };
    if (has(TargetAxis::owner)) add(FileWord::number), add(FileWord::owner);
    if (has(TargetAxis::customer)) add(FileWord::customer_number), add(FileWord::customer);
    if (has(TargetAxis::product)) add(FileWord::product_code), add(FileWord::product);
    if (has(TargetAxis::measure)) add(FileWord::measure);
  }
  std::vector<FileWord> const& words() const { return words_; }
  void products_of(ReadContext const& ctx) {
    for (auto& product : customer::products(ctx)) products_.emplace(product.id, std::move(product));
  }
  table::Cell cell(FileWord word, Line const& line, Names const& names) const {
    auto const* brief = line.customer_id ? names.customer_brief(*line.customer_id) : nullptr;
    auto const product = line.product_id ? products_.find(*line.product_id) : products_.end();
    switch (word) {
      case FileWord::number: return text_cell(line.employee_number.value_or(""));
      case FileWord::owner: return text_cell(line.employee_name ? *line.employee_name : line.department_name.value_or(""));
      case FileWord::customer_number: return text_cell(brief ? brief->number : "");
      case FileWord::customer: return text_cell(brief ? brief->name : "");
      case FileWord::product_code: return text_cell(product == products_.end() ? "" : product->second.code);
      case FileWord::product: return text_cell(product == products_.end() ? "" : product->second.name);
      case FileWord::measure: return text_cell(line.measure_id ? sheet_.measures.at(*line.measure_id).name : "");
      case FileWord::period: return text_cell(line.span() ? line.span()->text() : "");
    }
    return {};
  }

 private:
  void add(FileWord word) { words_.push_back(word); }
  Sheet const& sheet_;
  std::vector<FileWord> words_;
  std::map<customer::ProductId, customer::ProductView> products_;
};

/// Plan and actual always, a tier where somebody uses it.
std::vector<TargetField> fields_used(Sheet const& sheet) {
  std::vector<TargetField> used{TargetField::plan, TargetField::actual};
  for (auto field : {TargetField::base, TargetField::committed, TargetField::stretch})
    if (std::ranges::any_of(sheet.totals, [&](auto const& each) { return each.second.amounts()[field].has_value(); })) used.push_back(field);
  return used;
}

xlsx::ColumnKind kind_of(FileWord word) {
  bool const code = word == FileWord::number || word == FileWord::customer_number || word == FileWord::product_code;
  return code ? xlsx::ColumnKind::code : xlsx::ColumnKind::text;
}

class Export {
 public:
  Export(ReadContext const& ctx, Sheet sheet, Rights rights)
      : ctx_(ctx), sheet_(std::move(sheet)), rights_(std::move(rights)), words_(sheet_, axes_from(sheet_.row.row_axes)), fields_(fields_used(sheet_)) {
    words_.products_of(ctx_);
    if (has_row_totals() && rights_.sees_whole && some_row_was_given()) row_sums_ = {FileSum::given, FileSum::gap};
  }

  Result<std::string> as_sheet(TargetFileFormat format) {
    Output output(ctx_.services, ctx_.actor, format, sheet_.row.title, sheet_heads());
    TRY(each_row([&](Line const& line, std::vector<Cell> const& cells, Names const& names) { return output.add(sheet_cells(line, cells, names)); }));
    for (auto const& row : footer_rows()) TRY(output.add(row));
    return output.take();
  }

  Result<std::string> as_long(TargetFileFormat format) {
    Output output(ctx_.services, ctx_.actor, format, sheet_.row.title, long_heads());
    Names const column_names(ctx_, sheet_.columns);
    TRY(each_row([&](Line const& line, std::vector<Cell> const& cells, Names const& names) -> Result<void> {
      for (auto const& cell : cells) TRY(output.add(long_cells(line, cell, names, column_names)));
      return {};
    }));
    return output.take();
  }

 private:
  std::string_view language() const { return ctx_.actor.language; }

  template <class Use>
  Result<void> each_row(Use const& use) {
    for (std::int64_t after = 0;;) {
      auto lines = rows_after(ctx_, sheet_.row.id, after, rows_at_once);
      if (lines.empty()) return {};
      after = lines.back().no;
      auto const first = lines.front().no;
      std::map<std::int64_t, std::vector<Cell>> cells;
      each_cell(ctx_, sheet_.row.id, first, after, [&](Cell const& cell) { cells[cell.row_no].push_back(cell); });
      std::erase_if(lines, [&](Line const& line) { return !rights_.sees(line.no); });
      Names const names(ctx_, lines);
      for (auto const& line : lines) TRY(use(line, cells[line.no], names));
    }
  }

  std::vector<Head> sheet_heads() const {
    std::vector<Head> heads;
    for (auto word : words_.words()) heads.push_back({std::string(word_of(word, language())), kind_of(word), 14});
    Names const names(ctx_, sheet_.columns);
    for (auto const& column : sheet_.columns) add_number_heads(heads, names.label(column, sheet_));
    if (has_row_totals()) add_number_heads(heads, std::string(word_of(FileSum::total, language())));
    for (auto sum : row_sums_) heads.push_back({std::string(word_of(sum, language())), xlsx::ColumnKind::number, 12});
    return heads;
  }
  void add_number_heads(std::vector<Head>& heads, std::string const& label) const {
    for (auto field : fields_) heads.push_back({label + " " + std::string(word_of(field, language())), xlsx::ColumnKind::number, 12});
  }
  bool some_row_was_given() const {
    return std::ranges::any_of(all_rows(ctx_, sheet_.row.id), [](auto const& line) { return line.given.has_value(); });
  }
  bool has_row_totals() const { return sheet_.columns.front().measure_id == std::nullopt; }

  void add_numbers(std::vector<table::Cell>& cells, Amounts const& amounts) const {
    for (auto field : fields_) cells.push_back(number_cell(amounts[field]));
  }

  std::vector<table::Cell> sheet_cells(Line const& line, std::vector<Cell> const& cells, Names const& names) const {
    std::vector<table::Cell> row;
    for (auto word : words_.words()) row.push_back(words_.cell(word, line, names));
    auto next = cells.begin();
    for (auto const& column : sheet_.columns) {
      bool const filled = next != cells.end() && next->column_no == column.no;
      add_numbers(row, filled ? next->amounts() : Amounts{});
      next += filled;
    }
    auto const total = has_row_totals() ? total_of_row(sheet_, line, cells) : Amounts{};
    if (has_row_totals()) add_numbers(row, total);
    if (!row_sums_.empty()) {
      row.push_back(number_cell(line.given));
      row.push_back(line.given ? number_cell(*line.given - total.plan.value_or(Decimal{})) : table::Cell{});
    }
    return row;
  }

  /// Below the rows, for each measure: the sums, the sums so far, what was given and what is missing.
  std::vector<std::vector<table::Cell>> footer_rows() const {
    std::vector<std::vector<table::Cell>> rows;
    auto const views = totals_views(ctx_, sheet_, rights_.sees_whole);
    for (auto const& totals : views) {
      auto const name = views.size() > 1 ? " " + sheet_.measures.at(totals.measure_id).name : std::string{};
      rows.push_back(footer_row(
          FileSum::total, name, totals, [](auto const& column) { return std::optional(column.total); }, totals.whole));
      auto const so_far = [](auto const& column) { return column.cumulative; };
      if (std::ranges::any_of(totals.columns, [](auto const& column) { return column.cumulative.has_value(); }))
        rows.push_back(footer_row(FileSum::cumulative, name, totals, so_far, {}));
      if (totals.gaps.empty()) continue;
      rows.push_back(gap_row(FileSum::given, name, totals, &TargetGapView::given));
      rows.push_back(gap_row(FileSum::gap, name, totals, &TargetGapView::gap));
    }
    return rows;
  }
  std::vector<table::Cell> labelled(FileSum sum, std::string const& name) const {
    std::vector<table::Cell> row(words_.words().size());
    row.front() = text_cell(std::string(word_of(sum, language())) + name);
    return row;
  }
  template <class Of>
  std::vector<table::Cell> footer_row(FileSum sum, std::string const& name, TargetTotalsView const& totals, Of const& of, Amounts const& whole) const {
    auto row = labelled(sum, name);
    for (auto const& column : sheet_.columns) {
      auto const found = std::ranges::find(totals.columns, column.no, &TargetColumnTotal::column);
      add_numbers(row, found == totals.columns.end() ? Amounts{} : of(*found).value_or(Amounts{}));
    }
    if (has_row_totals()) add_numbers(row, whole);
    return row;
  }
  /// What was given for several columns together stands below the last of them.
  std::vector<table::Cell> gap_row(FileSum sum, std::string const& name, TargetTotalsView const& totals, Decimal TargetGapView::*value) const {
    std::map<std::int64_t, Decimal> at;
    std::optional<Decimal> whole;
    for (auto const& gap : totals.gaps)
      if (gap.columns.empty()) whole = gap.*value;
      else at[gap.columns.back()] = gap.*value;
    auto row = labelled(sum, name);
    for (auto const& column : sheet_.columns)
      add_numbers(row,
                  {.plan = at.contains(column.no) ? std::optional(at[column.no]) : std::nullopt, .actual = {}, .base = {}, .committed = {}, .stretch = {}});
    if (has_row_totals()) add_numbers(row, {.plan = whole, .actual = {}, .base = {}, .committed = {}, .stretch = {}});
    return row;
  }

  /// Words of the row, then those that stand in the columns, then the numbers.
  std::vector<FileWord> column_words() const {
    std::vector<FileWord> found;
    for (auto axis : axes_from(sheet_.row.column_axes)) {
      if (axis == TargetAxis::period) found.push_back(FileWord::period);
      if (axis == TargetAxis::product) found.push_back(FileWord::product_code), found.push_back(FileWord::product);
      if (axis == TargetAxis::customer) found.push_back(FileWord::customer_number), found.push_back(FileWord::customer);
      if (axis == TargetAxis::measure) found.push_back(FileWord::measure);
    }
    return found;
  }
  std::vector<Head> long_heads() const {
    std::vector<Head> heads;
    for (auto const& words : {words_.words(), column_words()})
      for (auto word : words) heads.push_back({std::string(word_of(word, language())), word == FileWord::period ? xlsx::ColumnKind::code : kind_of(word), 14});
    for (auto field : fields_) heads.push_back({std::string(word_of(field, language())), xlsx::ColumnKind::number, 12});
    return heads;
  }
  std::vector<table::Cell> long_cells(Line const& line, Cell const& cell, Names const& names, Names const& column_names) const {
    std::vector<table::Cell> row;
    for (auto word : words_.words()) row.push_back(words_.cell(word, line, names));
    for (auto word : column_words()) row.push_back(words_.cell(word, sheet_.column(cell.column_no), column_names));
    add_numbers(row, cell.amounts());
    return row;
  }

  ReadContext ctx_;
  Sheet sheet_;
  Rights rights_;
  RowWords words_;
  std::vector<TargetField> fields_;
  std::vector<FileSum> row_sums_;
};

}  // namespace
}  // namespace targets

using namespace targets;

Result<std::string> export_targets(Services& services, Actor const& actor, SheetId id, TargetFileForm form, TargetFileFormat format) {
  return services.database.read([&](db::Executor& executor) -> Result<std::string> {
    ReadContext const ctx{actor, services.clock.now(), executor, services};
    auto const row = TRY(find_visible(ctx, id));
    auto rights = rights_in(ctx, row);
    auto sheet = load(ctx, row);
    if (!rights.sees_whole) sum_again(ctx, sheet, rights.rows_seen);
    Export wanted(ctx, std::move(sheet), std::move(rights));
    return form == TargetFileForm::long_ ? wanted.as_long(format) : wanted.as_sheet(format);
  });
}

}  // namespace zx::goal
