// Customers as files: the export, the empty sheet, and the rows that were refused.

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>

#include "modules/customer/sheet.hpp"
#include "modules/customer/sheet_rows.hpp"
#include "platform/csv/writer.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::customer::sheet {
namespace {

constexpr std::size_t most_exported = 100'000;
constexpr std::int64_t lines_at_once = 200;

struct SheetColumn {
  Field field;
  std::string_view note;  ///< i18n key
  std::string_view sample;
  double width = 14;
};

constexpr SheetColumn columns[] = {
    {Field::number, "customer.note.number", ""},
    {Field::name, "customer.note.name", "海纳商贸有限公司", 28},
    {Field::tier, "customer.note.tier", "B 重点"},
    {Field::industry, "customer.note.industry", "零售"},
    {Field::region, "customer.note.region", "浦东新区"},
    {Field::address, "customer.note.address", "世纪大道 100 号 12 楼", 30},
    {Field::manager, "customer.note.manager", ""},
    {Field::state, "customer.note.state", "合作中"},
    {Field::contact, "customer.note.contact", "李女士"},
    {Field::phone, "customer.note.phone", "13800138000", 18},
    {Field::email, "customer.note.email", "li@example.com", 24},
};

std::vector<std::string> choices_of(Field field) {
  std::vector<std::string> choices;
  if (field == Field::tier)
    for (auto tier : {Tier::strategic, Tier::key, Tier::ordinary}) choices.emplace_back(word_of(tier));
  if (field == Field::state)
    for (auto state : {CustomerState::prospect, CustomerState::active, CustomerState::at_risk, CustomerState::churned}) choices.emplace_back(word_of(state));
  return choices;
}

std::vector<std::string> header() {
  std::vector<std::string> words;
  for (auto const& column : columns) words.emplace_back(word_of(column.field));
  return words;
}

xlsx::WorkbookOptions workbook_options(Services& services, Actor const& actor) {
  return {.temporary_directory = std::filesystem::temp_directory_path(), .created = services.clock.now(), .author = actor.name};
}

std::vector<table::Cell> row_of(CustomerLine const& line) {
  std::vector<table::Cell> cells;
  for (auto const& text : {line.number, line.name, std::string(word_of(line.tier)), line.industry.value_or(""), line.region.value_or(""),
                           line.address.value_or(""), line.account_manager.name, std::string(word_of(line.state)), line.contact_name.value_or(""),
                           line.contact_phone.value_or(""), line.contact_email.value_or("")})
    cells.push_back(table::Cell::of_text(text));
  return cells;
}

using UseLine = std::function<Result<void>(CustomerLine const&)>;

/// Page by page: one long read would hold up a reader and the log's checkpoint.
Result<void> each_line(Services& services, Actor const& actor, CustomersQuery query, jobs::TaskProgress* progress, UseLine const& use) {
  query.limit = lines_at_once;
  query.after.reset();
  std::size_t done = 0;
  do {
    auto page = TRY(services.database.read([&](db::Executor& executor) { return customers({actor, services.clock.now(), executor, services}, query); }));
    done += page.items.size();
    if (done > most_exported) return Refusal::of(RefusalKind::too_large, "sheet.export_too_large", {{"most", std::to_string(most_exported)}});
    for (auto const& line : page.items) TRY(use(line));
    if (progress) progress->report(static_cast<std::int64_t>(done), static_cast<std::int64_t>(done));
    if (progress && progress->cancelled()) return Refusal::conflict("sheet.export_cancelled");
    query.after = page.next;
  } while (query.after);
  return {};
}

xlsx::Sheet sheet_of(std::string title) {
  xlsx::Sheet sheet{.name = std::string(form_name), .title = std::move(title)};
  for (auto const& column : columns)
    // Text format: a phone number stays as it was typed.
    sheet.columns.push_back({.header = std::string(word_of(column.field)), .width = column.width, .kind = xlsx::ColumnKind::code});
  return sheet;
}

std::vector<table::Cell> sample_row() {
  std::vector<table::Cell> cells;
  for (auto const& column : columns) cells.push_back(table::Cell::of_text(column.sample));
  cells.front().set_text(words::sample);
  return cells;
}

void must_hold(Result<void> const& written) {
  if (!written) throw std::logic_error(written.refusal().code);
}

// ---- Refused rows ----

/// Row → its reasons, joined.
std::map<std::int64_t, std::string> reasons_of(CustomerImportReport const& report) {
  std::map<std::int64_t, std::string> reasons;
  for (auto const& error : report.errors) {
    auto& reason = reasons[error.row];
    if (!reason.empty()) reason += "；";
    reason += error.column.empty() ? error.message : error.column + "：" + error.message;
  }
  return reasons;
}

struct RefusedRows {
  std::vector<std::string> header;
  std::vector<std::vector<table::Cell>> rows;
};

/// With a wrong header all rows, the first one telling why. At most as many as the report has errors of.
RefusedRows refused_rows(std::string_view original, CustomerImportReport const& report) {
  RefusedRows refused;
  auto reading = Reading::open(original);
  if (!reading) return {{std::string(words::reason)}, {}};
  auto const reasons = reasons_of(report);
  auto const of_header = reasons.find(reading->header_row());
  refused.header = reading->headers();
  auto const found = std::ranges::find(refused.header, words::reason);
  auto reason_at = static_cast<std::size_t>(found - refused.header.begin());  // a file imported for the second time has it already
  if (found == refused.header.end()) refused.header.emplace_back(words::reason);
  Line line;
  for (auto more = reading->next(line); more && *more; more = reading->next(line)) {
    auto const of_row = reasons.find(line.row);
    if (of_header == reasons.end() && of_row == reasons.end()) continue;
    std::string reason = refused.rows.empty() && of_header != reasons.end() ? of_header->second : std::string{};
    if (of_row != reasons.end()) reason += (reason.empty() ? "" : "；") + of_row->second;
    auto cells = reading->cells();
    cells.resize(refused.header.size());
    cells[reason_at].set_text(reason);
    refused.rows.push_back(std::move(cells));
  }
  return refused;
}

}  // namespace

Result<std::string> export_sheet(Services& services, Actor const& actor, CustomersQuery query, CustomerFormat format, jobs::TaskProgress* progress) {
  if (format == CustomerFormat::csv) {
    csv::Writer writer({.mark = csv::ByteOrderMark::none});
    writer.add_row(header());
    TRY(each_line(services, actor, std::move(query), progress, [&](CustomerLine const& line) -> Result<void> {
      writer.add_row(row_of(line));
      return {};
    }));
    return writer.take();
  }
  xlsx::Workbook workbook(workbook_options(services, actor));
  workbook.begin_sheet(sheet_of(std::string(form_name)));
  TRY(each_line(services, actor, std::move(query), progress, [&](CustomerLine const& line) { return workbook.add_row(row_of(line)); }));
  return workbook.bytes();
}

std::string template_file(Services& services, Actor const& actor, CustomerFormat format) {
  if (format == CustomerFormat::csv) {
    csv::Writer writer;
    writer.add_row(header());
    writer.add_row(sample_row());
    return writer.take();
  }
  auto text = [&](std::string_view code) { return services.texts.text(actor.language, code); };
  auto sheet = sheet_of(std::string(form_name));
  sheet.instruction = text("customer.sheet_instruction");
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    sheet.columns[i].required = columns[i].field == Field::name;
    sheet.columns[i].note = text(columns[i].note);
    sheet.columns[i].choices = choices_of(columns[i].field);
  }
  xlsx::Workbook workbook(workbook_options(services, actor));
  workbook.begin_sheet(std::move(sheet));
  must_hold(workbook.add_row(sample_row()));
  return workbook.bytes();
}

std::string error_file(std::string_view original, CustomerImportReport const& report, CustomerFormat format) {
  auto const refused = refused_rows(original, report);
  if (format == CustomerFormat::csv) {
    csv::Writer writer;
    writer.add_row(refused.header);
    for (auto const& row : refused.rows) writer.add_row(row);
    return writer.take();
  }
  xlsx::Workbook workbook({.temporary_directory = std::filesystem::temp_directory_path()});
  xlsx::Sheet sheet{.name = std::string(form_name)};
  for (auto const& word : refused.header) sheet.columns.push_back({.header = word, .width = word == words::reason ? 50.0 : 16.0});
  workbook.begin_sheet(std::move(sheet));
  for (auto const& row : refused.rows) must_hold(workbook.add_row(row));
  return workbook.bytes();
}

}  // namespace zx::customer::sheet
