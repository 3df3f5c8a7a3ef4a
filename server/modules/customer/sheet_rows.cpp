#include "modules/customer/sheet_rows.hpp"

#include <algorithm>
#include <array>

#include "modules/customer/rules.hpp"
#include "platform/base/text.hpp"
#include "platform/csv/open_table.hpp"

namespace zx::customer::sheet {
namespace {

constexpr std::size_t rows_before_header = 10;  // title, subtitles, instructions

struct FieldWord {
  std::string_view word;  ///< folded, without blanks; the first of a field is the one written
  Field field;
};

constexpr FieldWord field_words[] = {
    {words::number, Field::number},
    {"客户编号", Field::number},
    {"number", Field::number},
    {words::name, Field::name},
    {"客户名称", Field::name},
    {"客户", Field::name},
    {"name", Field::name},
    {words::tier, Field::tier},
    {"客户级别", Field::tier},
    {"等级", Field::tier},
    {"tier", Field::tier},
    {words::industry, Field::industry},
    {"industry", Field::industry},
    {words::region, Field::region},
    {"区域", Field::region},
    {"region", Field::region},
    {words::address, Field::address},
    {"address", Field::address},
    {words::manager, Field::manager},
    {"负责人", Field::manager},
    {"accountmanager", Field::manager},
    {words::state, Field::state},
    {"客户状态", Field::state},
    {"state", Field::state},
    {words::contact, Field::contact},
    {"contact", Field::contact},
    {words::phone, Field::phone},
    {"联系电话", Field::phone},
    {"手机", Field::phone},
    {"phone", Field::phone},
    {words::email, Field::email},
    {"电子邮箱", Field::email},
    {"email", Field::email},
    {"e-mail", Field::email},
    {words::reason, Field::ignored},
    {"reason", Field::ignored},
    {"序号", Field::ignored},
};

template <class E>
struct Word {
  E value;
  std::string_view word;
};

/// The first word of each is the one written.
constexpr Word<Tier> tier_words[] = {
    {Tier::strategic, "A 战略"},  {Tier::strategic, "a"}, {Tier::strategic, "战略"}, {Tier::strategic, "strategic"},
    {Tier::key, "B 重点"},        {Tier::key, "b"},       {Tier::key, "重点"},       {Tier::key, "key"},
    {Tier::ordinary, "C 普通"},   {Tier::ordinary, "c"},  {Tier::ordinary, "普通"},  {Tier::ordinary, "一般"},
    {Tier::ordinary, "ordinary"},
};
constexpr Word<CustomerState> state_words[] = {
    {CustomerState::prospect, "潜在"},   {CustomerState::prospect, "意向"},   {CustomerState::prospect, "prospect"},  {CustomerState::active, "合作中"},
    {CustomerState::active, "在网"},     {CustomerState::active, "active"},   {CustomerState::at_risk, "有流失风险"}, {CustomerState::at_risk, "流失风险"},
    {CustomerState::at_risk, "at_risk"}, {CustomerState::churned, "已离网"},  {CustomerState::churned, "离网"},       {CustomerState::churned, "已流失"},
    {CustomerState::churned, "流失"},    {CustomerState::churned, "churned"},
};

/// "*名称（必填）" → "名称"
std::string bare(std::string_view header) {
  auto folded = text::fold(text::trim(header));
  folded = folded.substr(0, folded.find('('));
  std::erase_if(folded, [](char c) { return c == '*' || c == ' ' || c == '\n' || c == '\r'; });
  return folded;
}

Field field_of(std::string_view header) {
  auto const word = bare(header);
  auto const* found = std::ranges::find(field_words, word, &FieldWord::word);
  return found == std::end(field_words) ? Field::unknown : found->field;
}

/// "Ａ类客户" → "a"
std::string bare_word(std::string_view text) {
  auto folded = text::fold(text::trim(text));
  std::erase(folded, ' ');
  for (std::string_view end : {"客户", "类", "级"})
    if (folded.size() > end.size() && folded.ends_with(end)) folded.resize(folded.size() - end.size());
  return folded;
}

template <class E, std::size_t N>
std::optional<E> value_in(Word<E> const (&all)[N], std::string_view text) {
  auto const typed = bare_word(text);
  for (auto const& known : all)
    if (bare_word(known.word) == typed) return known.value;
  return std::nullopt;
}

template <class E, std::size_t N>
std::string_view written(Word<E> const (&all)[N], E value) {
  return std::ranges::find(all, value, &Word<E>::value)->word;
}

bool is_sample(std::vector<table::Cell> const& cells) {
  auto const filled = std::ranges::find_if(cells, [](auto const& cell) { return !cell.empty(); });
  if (filled == cells.end()) return false;
  auto const folded = text::fold(text::trim(filled->text));
  return folded.starts_with("示例:") || folded.starts_with("example:");
}

bool is_blank(std::vector<table::Cell> const& cells) {
  return std::ranges::all_of(cells, [](auto const& cell) { return text::trim(cell.text).empty(); });
}

bool is_header(std::vector<table::Cell> const& cells) {
  return std::ranges::any_of(cells, [](auto const& cell) { return field_of(cell.text) == Field::name; });
}

std::string excerpt(std::string_view text) { return std::string(text::cut(text, 40)); }

std::string* text_place(SheetCustomer& customer, Field field) {
  switch (field) {
    case Field::number: return &customer.number;
    case Field::name: return &customer.name;
    case Field::industry: return &customer.industry;
    case Field::region: return &customer.region;
    case Field::address: return &customer.address;
    case Field::manager: return &customer.manager;
    case Field::contact: return &customer.contact;
    case Field::phone: return &customer.phone;
    case Field::email: return &customer.email;
    case Field::tier:
    case Field::state:
    case Field::ignored:
    case Field::unknown: break;
  }
  return nullptr;
}

void take(Line& line, Field field, std::string const& header, table::Cell const& cell) {
  auto fault = [&](std::string code, RefusalArguments arguments) { line.faults.push_back({line.row, header, std::move(code), std::move(arguments)}); };
  if (field == Field::ignored && !header.empty()) return;
  if (cell.kind == table::CellKind::error) return fault("sheet.cell_error", {{"value", cell.text}});
  // A column with an unknown header was told once; a cell without any header would be lost without a word.
  if (header.empty()) return fault("sheet.cell_without_header", {{"value", excerpt(cell.text)}});
  if (auto* place = text_place(line.customer, field)) *place = text::trim(cell.text);
  if (field == Field::tier && !(line.customer.tier = value_in(tier_words, cell.text))) fault("customer.tier_unknown", {{"value", excerpt(cell.text)}});
  if (field == Field::state && !(line.customer.state = value_in(state_words, cell.text))) fault("customer.state_unknown", {{"value", excerpt(cell.text)}});
}

/// "contacts.0.email" → email
Field field_at(std::string_view path) {
  if (path.starts_with("contacts.0.")) path.remove_prefix(std::string_view("contacts.0.").size());
  else if (path == "name") return Field::name;
  if (path == "name") return Field::contact;
  for (auto [word, field] : {std::pair{"number", Field::number},
                             {"industry", Field::industry},
                             {"region", Field::region},
                             {"address", Field::address},
                             {"phone", Field::phone},
                             {"email", Field::email}})
    if (path == word) return field;
  return Field::name;
}

}  // namespace

std::string_view word_of(Field field) {
  auto const* found = std::ranges::find(field_words, field, &FieldWord::field);
  return found == std::end(field_words) ? std::string_view{} : found->word;
}
std::string_view word_of(Tier tier) { return written(tier_words, tier); }
std::string_view word_of(CustomerState state) { return written(state_words, state); }

NewCustomerForm form_of(SheetCustomer const& customer) {
  NewCustomerForm form{.number = customer.number,
                       .name = customer.name,
                       .tier = customer.tier,
                       .state = customer.state,
                       .industry = customer.industry,
                       .region = customer.region,
                       .address = customer.address};
  if (customer.number.empty()) form.number.reset();
  bool const has_contact = !customer.contact.empty() || !customer.phone.empty() || !customer.email.empty();
  // A phone without a name still is the way to reach them.
  if (has_contact)
    form.contacts.push_back(
        {.name = customer.contact.empty() ? std::string(words::contact) : customer.contact, .phone = customer.phone, .email = customer.email});
  return form;
}

Result<Reading> Reading::open(std::string_view content) {
  if (content.size() > most_bytes) return Refusal::of(RefusalKind::too_large, "sheet.too_large", {{"limit_mb", std::to_string(most_bytes >> 20)}});
  Reading reading;
  reading.table_ = TRY(table::open_table_view(content));
  std::vector<table::Cell> cells;
  while (reading.waiting_.size() < rows_before_header && TRY(reading.table_->next(cells))) {
    reading.waiting_.push_back({static_cast<std::int64_t>(reading.table_->row_number()), cells});
    if (is_header(cells)) break;
  }
  if (reading.waiting_.empty()) return Refusal::invalid("customer.sheet_empty");
  auto header = std::ranges::find_if(reading.waiting_, [](auto const& row) { return is_header(row.cells); });
  if (header == reading.waiting_.end()) header = reading.waiting_.begin();  // then it says what is missing
  reading.header_row_ = header->row;
  reading.understand_header(header->cells);
  reading.waiting_.erase(reading.waiting_.begin(), header + 1);
  return reading;
}

void Reading::understand_header(std::vector<table::Cell> const& cells) {
  auto fault = [&](std::string const& column, std::string code) { header_faults_.push_back({header_row_, column, std::move(code), {{"column", column}}}); };
  for (auto const& cell : cells) {
    auto const header = std::string(text::trim(cell.text));
    auto const field = header.empty() ? Field::ignored : field_of(header);
    bool const repeated = field != Field::ignored && field != Field::unknown && std::ranges::find(fields_, field) != fields_.end();
    if (field == Field::unknown) fault(header, "sheet.column_unknown");
    if (repeated) fault(header, "sheet.column_repeated");
    fields_.push_back(repeated ? Field::ignored : field);
    headers_.push_back(header);
  }
  if (std::ranges::find(fields_, Field::name) == fields_.end()) fault(std::string(words::name), "sheet.column_missing");
}

Result<bool> Reading::advance() {
  if (!waiting_.empty()) {
    row_ = waiting_.front().row;
    cells_ = std::move(waiting_.front().cells);
    waiting_.pop_front();
    return true;
  }
  if (!TRY(table_->next(cells_))) return false;
  row_ = static_cast<std::int64_t>(table_->row_number());
  return true;
}

Result<bool> Reading::next(Line& line) {
  do {
    if (!TRY(advance())) return false;
  } while (is_sample(cells_) || is_blank(cells_));
  if (++rows_ > most_rows) return Refusal::of(RefusalKind::too_large, "sheet.too_many_rows", {{"most", std::to_string(most_rows)}});
  line = {.row = row_, .customer = {}, .faults = {}};
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (text::trim(cells_[i].text).empty()) continue;
    take(line, i < fields_.size() ? fields_[i] : Field::ignored, i < headers_.size() ? headers_[i] : std::string{}, cells_[i]);
  }
  for (auto& error : rules::wrong_fields(form_of(line.customer)))
    line.faults.push_back({line.row, std::string(word_of(field_at(error.path))),
                           error.path == "name" && line.customer.name.empty() ? "customer.name_missing" : error.code, std::move(error.arguments)});
  return true;
}

}  // namespace zx::customer::sheet
