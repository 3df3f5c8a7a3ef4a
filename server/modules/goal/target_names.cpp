#include "modules/goal/target_names.hpp"

namespace zx::goal::targets {

Names::Names(ReadContext const& ctx, std::vector<Line> const& lines) {
  std::set<customer::CustomerId> asked;
  bool has_products = false;
  for (auto const& line : lines) {
    has_products |= line.product_id.has_value();
    if (line.customer_id) asked.insert(*line.customer_id);
  }
  if (has_products)
    for (auto& product : customer::products(ctx)) products_.emplace(product.id, product);
  // They stand in a sheet the actor may read.
  if (!asked.empty())
    for (auto& brief : customer::customers_named(ctx, {asked.begin(), asked.end()})) customers_.emplace(brief.id, brief);
}

std::optional<TargetNamed> Names::product(std::optional<customer::ProductId> id) const {
  if (!id) return std::nullopt;
  auto found = products_.find(*id);
  return TargetNamed{id->uuid, found == products_.end() ? "" : found->second.name};
}

std::optional<TargetNamed> Names::customer(std::optional<customer::CustomerId> id) const {
  if (!id) return std::nullopt;
  auto const* brief = customer_brief(*id);
  return TargetNamed{id->uuid, brief ? brief->name : ""};
}

customer::CustomerBrief const* Names::customer_brief(customer::CustomerId id) const {
  auto found = customers_.find(id);
  return found == customers_.end() ? nullptr : &found->second;
}

std::string Names::label(Line const& line, Sheet const& sheet) const {
  std::string label;
  auto const add = [&](std::string const& text) { label += (label.empty() ? "" : " · ") + text; };
  if (auto span = line.span()) add(span->text());
  if (line.employee_name) add(*line.employee_name);
  if (line.department_name) add(*line.department_name);
  if (auto named = customer(line.customer_id)) add(named->name);
  if (auto named = product(line.product_id)) add(named->name);
  if (line.measure_id) add(sheet.measures.at(*line.measure_id).name);
  return label;
}

std::string name_of_cell(ReadContext const& ctx, Sheet const& sheet, std::int64_t row, std::int64_t column) {
  std::vector<Line> lines;
  if (auto line = line_at(ctx, sheet.row.id, Side::row, row)) lines.push_back(*line);
  if (column >= 1 && column <= sheet.row.column_count) lines.push_back(sheet.column(column));
  Names const names(ctx, lines);
  std::string name;
  for (auto const& line : lines) name += (name.empty() ? "" : " · ") + names.label(line, sheet);
  return name;
}

std::optional<TargetNamed> owner_person(Line const& line) {
  if (!line.employee_id) return std::nullopt;
  return TargetNamed{line.employee_id->uuid, line.employee_name.value_or("")};
}

std::optional<TargetNamed> owner_department(Line const& line) {
  if (!line.department_id) return std::nullopt;
  return TargetNamed{line.department_id->uuid, line.department_name.value_or("")};
}

}  // namespace zx::goal::targets
