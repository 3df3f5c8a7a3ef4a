#include "modules/goal/sheet_reading.hpp"

#include <algorithm>

#include "platform/base/text.hpp"
#include "platform/csv/open_table.hpp"

namespace zx::goal::targets {
namespace {

constexpr std::size_t most_faults = 1000;
constexpr int header_within = 10;

/// Who and what a row is about, as it says it.
struct Said {
  std::array<std::string, 8> texts;
  std::string const& operator[](FileWord word) const { return texts[static_cast<std::size_t>(word)]; }
  std::string& operator[](FileWord word) { return texts[static_cast<std::size_t>(word)]; }
  /// Of the number or code, else of the name.
  std::string const& first_of(FileWord code, FileWord name) const { return (*this)[code].empty() ? (*this)[name] : (*this)[code]; }
};

std::optional<Decimal> number_of(table::Cell const& cell) {
  std::string plain = cell.kind == table::CellKind::number ? cell.number : std::string(text::trim(cell.text));
  std::erase(plain, ',');
  return Decimal::parse(plain);
}

/// Finds rows and columns by what people call them.
class Finder {
 public:
  Finder(ReadContext const& ctx, Sheet const& sheet) : ctx_(ctx), sheet_(sheet), axes_(axes_from(sheet.row.row_axes)), next_(sheet.row.row_count) {
    auto const rows = all_rows(ctx, sheet.row.id);
    Names const names(ctx, rows);
    for (auto const& row : rows) {
      rows_.emplace(key_of(row), row.no);
      if (row.employee_id) remember(people_, *row.employee_number, *row.employee_id), remember(people_, *row.employee_name, *row.employee_id);
      if (row.department_id) remember(departments_, row.department_name.value_or(""), *row.department_id);
      if (!row.customer_id) continue;
      auto const* brief = names.customer_brief(*row.customer_id);
      if (brief) remember(customers_, brief->number, *row.customer_id), remember(customers_, brief->name, *row.customer_id);
    }
    for (auto const& product : customer::products(ctx)) remember(products_, product.code, product.id), remember(products_, product.name, product.id);
    for (auto const& [id, measure] : sheet.measures) remember(measures_, measure.code, id), remember(measures_, measure.name, id);
  }

  Result<std::int64_t> row_of(Said const& said) {
    std::string whole;
    for (auto word :
         {FileWord::number, FileWord::owner, FileWord::measure, FileWord::product_code, FileWord::product, FileWord::customer_number, FileWord::customer})
      whole += said[word] + '\x1f';
    if (auto found = known_.find(whole); found != known_.end()) return found->second;
    auto line = TRY(line_of(said));
    auto const key = key_of(line);
    auto found = rows_.find(key);
    if (found == rows_.end()) {
      line.no = ++next_;
      found = rows_.emplace(key, line.no).first;
      new_rows.push_back(std::move(line));
    }
    known_.emplace(std::move(whole), found->second);
    return found->second;
  }

  /// In the long form: of the period, product, customer and measure that stand in the columns.
  Result<std::int64_t> column_of(Said const& said) {
    auto const whole = said[FileWord::period] + '\x1f' + said[FileWord::product_code] + '\x1f' + said[FileWord::product] + '\x1f' + said[FileWord::measure] +
                       '\x1f' + said[FileWord::customer_number] + '\x1f' + said[FileWord::customer];
    if (auto found = columns_.find(whole); found != columns_.end()) return found->second;
    auto const span = said[FileWord::period].empty() ? std::optional(sheet_.row.span()) : span_from(said[FileWord::period], sheet_.row.span().year());
    if (!span) return Refusal::invalid("target.period_unknown", {{"period", said[FileWord::period]}});
    for (auto const& column : sheet_.columns) {
      if (column.span() && column.span() != span) continue;
      if (column.product_id && column.product_id != TRY(product(said))) continue;
      if (column.customer_id && column.customer_id != TRY(customer(said))) continue;
      if (column.measure_id && column.measure_id != TRY(measure(said))) continue;
      columns_.emplace(whole, column.no);
      return column.no;
    }
    return Refusal::invalid("target.no_such_column", {{"period", said[FileWord::period]}});
  }

  std::vector<Line> new_rows;

 private:
  template <class T>
  using ByName = std::unordered_map<std::string, std::vector<T>>;

  template <class T>
  static void remember(ByName<T>& map, std::string const& name, T id) {
    auto& ids = map[name];
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  }
  /// Exactly one has the name.
  template <class T>
  static std::optional<T> only(ByName<T> const& map, std::string const& name) {
    auto found = map.find(name);
    return found == map.end() || found->second.size() != 1 ? std::nullopt : std::optional(found->second.front());
  }
  bool has(TargetAxis axis) const { return std::ranges::find(axes_, axis) != axes_.end(); }

  Result<void> put_owner(Line& line, Said const& said) {
    auto const& name = said.first_of(FileWord::number, FileWord::owner);
    if (auto person = only(people_, name)) line.employee_id = *person;
    else if (auto department = only(departments_, name)) line.department_id = *department;
    else {
      auto const found = TRY(org::employee_called(ctx_, name, "owner"));
      line.employee_id = TRY(org::active_employee(ctx_, found.id, "owner")).id;
    }
    return {};
  }
  Result<customer::ProductId> product(Said const& said) const {
    auto const& name = said.first_of(FileWord::product_code, FileWord::product);
    if (auto found = only(products_, name)) return *found;
    return Refusal::invalid("target.product_called", {{"name", name}});
  }
  Result<customer::CustomerId> customer(Said const& said) {
    auto const& name = said.first_of(FileWord::customer_number, FileWord::customer);
    if (auto found = only(customers_, name)) return *found;
    auto const found = customer::find_by_number(ctx_, {name});
    if (found.empty()) return Refusal::invalid("target.customer_called", {{"name", name}});
    remember(customers_, name, found.begin()->second.id);
    return found.begin()->second.id;
  }
  Result<MeasureId> measure(Said const& said) const {
    if (auto found = only(measures_, said[FileWord::measure])) return *found;
    return Refusal::invalid("target.measure_called", {{"name", said[FileWord::measure]}});
  }

  Result<Line> line_of(Said const& said) {
    Line line;
    if (has(TargetAxis::owner)) TRY(put_owner(line, said));
    if (has(TargetAxis::customer)) line.customer_id = TRY(customer(said));
    if (has(TargetAxis::product)) line.product_id = TRY(product(said));
    if (has(TargetAxis::measure)) line.measure_id = TRY(measure(said));
    return line;
  }

  ReadContext ctx_;
  Sheet const& sheet_;
  std::vector<TargetAxis> axes_;
  std::int64_t next_;
  std::map<LineKey, std::int64_t> rows_;
  ByName<EmployeeId> people_;
  ByName<DepartmentId> departments_;
  ByName<customer::ProductId> products_;
  ByName<customer::CustomerId> customers_;
  ByName<MeasureId> measures_;
  std::unordered_map<std::string, std::int64_t> known_, columns_;
};

class FileReading {
 public:
  FileReading(ReadContext const& ctx, Sheet const& sheet) : finder_(ctx, sheet), sum_labels_(sum_labels(sheet)) {}

  void take(std::vector<table::Cell> const& cells, std::int64_t row) {
    Said said;
    auto const width = std::min(cells.size(), contents.header.columns.size());
    for (std::size_t i = 0; i < width; ++i)
      if (auto word = contents.header.columns[i].word) said[*word] = std::string(text::trim(cells[i].text));
    if (cells.empty() || sum_labels_.contains(said[FileWord::owner]) || sum_labels_.contains(text::trim(cells.front().text))) return;
    contents.rows += 1;
    auto const row_no = finder_.row_of(said);
    if (!row_no) return fault({row, 0}, "", row_no.refusal());
    std::int64_t long_column = 0;
    if (contents.header.is_long) {
      auto const column = finder_.column_of(said);
      if (!column) return fault({row, 0}, "", column.refusal());
      long_column = *column;
    }
    for (std::size_t i = 0; i < width; ++i) {
      auto const& column = contents.header.columns[i];
      if (column.field && !cells[i].empty()) take_number(cells[i], column, {row, static_cast<std::uint32_t>(i)}, *row_no, long_column);
    }
  }

  FileContents finish() {
    contents.new_rows = std::move(finder_.new_rows);
    return std::move(contents);
  }

  void fault(FilePlace place, std::string header, Refusal const& refusal) {
    contents.fault_count += 1;
    if (contents.faults.size() >= most_faults) return;
    auto const& field = refusal.fields;
    auto const code = field.empty() ? refusal.code : field.front().code;
    contents.faults.push_back({place, std::move(header), code, field.empty() ? refusal.arguments : field.front().arguments});
  }

  FileContents contents;

 private:
  void take_number(table::Cell const& cell, FileColumn const& column, FilePlace place, std::int64_t row, std::int64_t long_column) {
    if (text::trim(cell.text).empty()) return;
    auto const value = number_of(cell);
    if (!value) return fault(place, column.header, Refusal::invalid("target.number_invalid", {{"text", cell.text}}));
    contents.wanted.push_back({row, column.column > 0 ? column.column : long_column, *column.field, *value, contents.places.size()});
    contents.places.push_back(place);
  }

  Finder finder_;
  std::set<std::string, std::less<>> sum_labels_;
};

}  // namespace

Result<FileContents> read_file(ReadContext const& ctx, Sheet const& sheet, std::string_view content, Heard const& heard) {
  auto table = TRY(table::open_table_view(content));
  Names const column_names(ctx, sheet.columns);
  FileReading reading(ctx, sheet);
  std::vector<table::Cell> cells;
  std::optional<Result<FileHeader>> header;
  for (int i = 0; i < header_within && !header && TRY(table->next(cells)); ++i) header = header_from(cells, sheet, column_names);
  if (!header) return Refusal::invalid("target.file_without_numbers");
  if (!*header) return header->refusal();
  reading.contents.header = header->value();
  auto const& columns = reading.contents.header.columns;
  if (std::ranges::none_of(columns, [](auto const& column) { return column.field.has_value(); })) return Refusal::invalid("target.file_without_numbers");
  while (TRY(table->next(cells))) {
    reading.take(cells, static_cast<std::int64_t>(table->row_number()));
    if (heard) heard(static_cast<std::size_t>(reading.contents.rows), 0);
  }
  return reading.finish();
}

}  // namespace zx::goal::targets
