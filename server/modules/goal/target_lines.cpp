#include "modules/goal/target_lines.hpp"

#include <algorithm>

namespace zx::goal::targets {
namespace {

bool contains(std::vector<TargetAxis> const& axes, TargetAxis axis) { return std::ranges::find(axes, axis) != axes.end(); }

Axes of_preset(NewTargetSheetForm const& form) {
  bool const several = form.measure_ids.size() > 1;
  Axes axes;
  switch (form.preset) {
    case TargetPreset::month_by_manager: axes = {{TargetAxis::owner}, {TargetAxis::period}}; break;
    case TargetPreset::month_by_product: axes = {{TargetAxis::product}, {TargetAxis::period}}; break;
    case TargetPreset::customer_by_product: axes = {{TargetAxis::customer}, {TargetAxis::product}}; break;
    case TargetPreset::month_plan: return {{TargetAxis::customer, TargetAxis::product}, {TargetAxis::measure}};
    case TargetPreset::free: axes = {form.row_axes, form.column_axes}; break;
  }
  if (several && !axes.has(TargetAxis::measure)) (contains(axes.columns, TargetAxis::period) ? axes.rows : axes.columns).push_back(TargetAxis::measure);
  return axes;
}

Result<void> check_owner(ReadContext const& ctx, TargetRowForm const& form, std::string const& field) {
  if (form.employee_id) TRY(org::active_employee(ctx, *form.employee_id, field + "employee_id"));
  if (form.department_id) TRY(org::check_department(ctx, *form.department_id, field + "department_id"));
  return {};
}

Result<void> check_product(ReadContext const& ctx, customer::ProductId id, std::string const& field) {
  for (auto const& product : customer::products(ctx))
    if (product.id == id && !product.closed_at) return {};
  return Refusal::invalid_field(field + "product_id", "target.product_unknown");
}

/// One list after the other, each combination once, the last axis moving fastest.
template <class Ids, class Put>
std::vector<TargetRowForm> with_each(std::vector<TargetRowForm> const& before, Ids const& ids, Put const& put) {
  std::vector<TargetRowForm> after;
  for (auto const& row : before)
    for (auto const& id : ids) put(after.emplace_back(row), id);
  return after;
}

std::vector<TargetRowForm> combinations(NewTargetSheetForm const& form, std::vector<TargetAxis> const& axes) {
  std::vector<TargetRowForm> rows(1);
  for (auto axis : axes) {
    switch (axis) {
      case TargetAxis::period: break;
      case TargetAxis::measure: rows = with_each(rows, form.measure_ids, [](auto& row, auto id) { row.measure_id = id; }); break;
      case TargetAxis::product: rows = with_each(rows, form.product_ids, [](auto& row, auto id) { row.product_id = id; }); break;
      case TargetAxis::customer: rows = with_each(rows, form.customer_ids, [](auto& row, auto id) { row.customer_id = id; }); break;
      case TargetAxis::owner: {
        auto owners = with_each(rows, form.department_ids, [](auto& row, auto id) { row.department_id = id; });
        auto people = with_each(rows, form.employee_ids, [](auto& row, auto id) { row.employee_id = id; });
        owners.insert(owners.end(), people.begin(), people.end());
        rows = std::move(owners);
        break;
      }
    }
    if (rows.size() > static_cast<std::size_t>(most_cells)) break;
  }
  return rows;
}

Refusal list_missing(std::vector<TargetAxis> const& axes, NewTargetSheetForm const& form) {
  for (auto axis : axes) {
    if (axis == TargetAxis::owner && form.employee_ids.empty() && form.department_ids.empty()) return Refusal::invalid_field("employee_ids", "field.required");
    if (axis == TargetAxis::product && form.product_ids.empty()) return Refusal::invalid_field("product_ids", "field.required");
    if (axis == TargetAxis::customer && form.customer_ids.empty()) return Refusal::invalid_field("customer_ids", "field.required");
  }
  return Refusal::invalid_field("measure_ids", "field.required");
}

Result<std::vector<Line>> lines_from(ReadContext const& ctx, std::vector<TargetRowForm> const& forms, std::vector<TargetAxis> const& axes,
                                     std::string const& field) {
  std::vector<Line> lines;
  std::set<LineKey> known;
  for (auto const& form : forms) {
    auto const place = field + "." + std::to_string(lines.size());
    auto line = TRY(line_from(ctx, form, axes, place));
    if (!known.insert(key_of(line)).second) return Refusal::invalid_field(place, "target.row_twice");
    line.no = static_cast<std::int64_t>(lines.size()) + 1;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

bool Axes::has(TargetAxis axis) const { return contains(rows, axis) || contains(columns, axis); }

Result<Axes> axes_of(NewTargetSheetForm const& form) {
  auto axes = of_preset(form);
  std::set<TargetAxis> seen(axes.rows.begin(), axes.rows.end());
  seen.insert(axes.columns.begin(), axes.columns.end());
  bool const twice = seen.size() != axes.rows.size() + axes.columns.size();
  if (twice || axes.rows.empty() || axes.columns.empty() || contains(axes.rows, TargetAxis::period) || contains(axes.columns, TargetAxis::owner))
    return Refusal::invalid_field("row_axes", "target.axes_wrong");
  return axes;
}

Result<std::vector<MeasureView>> measures_chosen(ReadContext const& ctx, std::vector<MeasureId> const& ids) {
  if (ids.empty()) return Refusal::invalid_field("measure_ids", "field.required");
  auto const all = measures(ctx);
  std::vector<MeasureView> chosen;
  for (auto const& id : ids) {
    auto const found = std::ranges::find(all, id, &MeasureView::id);
    if (found == all.end() || found->closed_at) return Refusal::invalid_field("measure_ids." + std::to_string(chosen.size()), "target.measure_unknown");
    chosen.push_back(*found);
  }
  return chosen;
}

Result<Line> line_from(ReadContext const& ctx, TargetRowForm const& form, std::vector<TargetAxis> const& axes, std::string const& field) {
  bool const one_owner = form.employee_id.has_value() != form.department_id.has_value();
  bool const any_owner = form.employee_id || form.department_id;
  bool const fits = (contains(axes, TargetAxis::owner) ? one_owner : !any_owner) && contains(axes, TargetAxis::product) == form.product_id.has_value() &&
                    contains(axes, TargetAxis::customer) == form.customer_id.has_value() && contains(axes, TargetAxis::measure) == form.measure_id.has_value();
  if (!fits) return Refusal::invalid_field(field, "target.row_coordinates", {{"axes", words_of(axes)}});
  TRY(check_owner(ctx, form, field + "."));
  if (form.product_id) TRY(check_product(ctx, *form.product_id, field + "."));
  if (form.customer_id) TRY(customer::visible_customer(ctx, *form.customer_id, field + ".customer_id"));
  if (form.measure_id) TRY(measures_chosen(ctx, {*form.measure_id}));
  return Line{.no = 0,
              .employee_id = form.employee_id,
              .department_id = form.department_id,
              .product_id = form.product_id,
              .customer_id = form.customer_id,
              .measure_id = form.measure_id,
              .month_from = {},
              .month_to = {},
              .given = form.given,
              .locked = false,
              .employee_name = {},
              .employee_number = {},
              .department_name = {}};
}

Result<std::vector<Line>> rows_of(ReadContext const& ctx, NewTargetSheetForm const& form, std::vector<TargetAxis> const& axes) {
  auto const forms = form.rows.empty() ? combinations(form, axes) : form.rows;
  if (forms.empty()) return list_missing(axes, form);
  if (static_cast<std::int64_t>(forms.size()) > most_rows) return Refusal::invalid("target.too_many_rows", {{"most", std::to_string(most_rows)}});
  return lines_from(ctx, forms, axes, "rows");
}

Result<std::vector<Line>> columns_of(ReadContext const& ctx, NewTargetSheetForm const& form, std::vector<TargetAxis> const& axes,
                                     std::vector<Span> const& spans) {
  std::vector<TargetAxis> others;
  for (auto axis : axes)
    if (axis != TargetAxis::period) others.push_back(axis);
  auto const forms = combinations(form, others);
  if (forms.empty()) return list_missing(others, form);
  auto const lines = TRY(lines_from(ctx, forms, others, "columns"));
  std::vector<Line> columns;
  auto const periods =
      others.size() == axes.size() ? std::vector<std::optional<Span>>{std::nullopt} : std::vector<std::optional<Span>>(spans.begin(), spans.end());
  for (auto const& span : periods) {
    for (auto line : lines) {
      line.no = static_cast<std::int64_t>(columns.size()) + 1;
      if (span) line.month_from = span->from, line.month_to = span->to;
      columns.push_back(std::move(line));
    }
  }
  if (static_cast<std::int64_t>(columns.size()) > most_columns) return Refusal::invalid("target.too_many_columns", {{"most", std::to_string(most_columns)}});
  return columns;
}

}  // namespace zx::goal::targets
