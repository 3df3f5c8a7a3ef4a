#include "modules/goal/measures.hpp"

#include <algorithm>

#include "modules/goal/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::goal {
namespace {

constexpr std::size_t longest = 100;

void check_text(std::vector<FieldError>& errors, std::string path, std::string const& text, bool required) {
  if (required && text::trim(text).empty()) errors.push_back({std::move(path), "field.required", {}});
  else if (text::length(text) > longest) errors.push_back({std::move(path), "field.too_long", {{"most", std::to_string(longest)}}});
}

Result<void> check(NewMeasureForm const& form) {
  std::vector<FieldError> errors;
  check_text(errors, "code", form.code, true);
  check_text(errors, "name", form.name, true);
  check_text(errors, "unit", form.unit, false);
  if (form.decimals < 0 || form.decimals > 6) errors.push_back({"decimals", "field.out_of_range", {{"least", "0"}, {"most", "6"}}});
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  return {};
}

std::optional<MeasureView> find_measure(ReadContext const& ctx, MeasureId id) {
  auto all = measures(ctx);
  auto found = std::ranges::find(all, id, &MeasureView::id);
  return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

}  // namespace

std::vector<MeasureView> measures(ReadContext const& ctx) { return ctx.db.all<MeasureView>(sql::measures, {{"org", ctx.actor.organization}}); }

Result<MeasureView> add_measure(Context& ctx, NewMeasureForm const& form) {
  TRY(check(form));
  auto const id = MeasureId::make();
  auto const code = std::string(text::trim(form.code));
  auto const known = measures(ctx);
  if (std::ranges::find(known, code, &MeasureView::code) != known.end()) return Refusal::conflict("target.measure_code_taken", {{"code", code}});
  ctx.db.execute(sql::insert_measure, db::Parameters::of(form).and_("org", ctx.actor.organization).and_("id", id).and_("code", code).and_("now", ctx.now));
  timeline::begin(ctx, {"measure", id.uuid}, "measure.created", {{"name", "", form.name}});
  return find_measure(ctx, id).value();
}

Result<MeasureView> change_measure(Context& ctx, MeasureId id, std::int64_t version, MeasurePatch const& patch) {
  auto measure = find_measure(ctx, id);
  if (!measure) return Refusal::not_found("target.measure_not_found");
  std::vector<FieldError> errors;
  if (patch.name) check_text(errors, "name", *patch.name, true);
  if (patch.unit) check_text(errors, "unit", *patch.unit, false);
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  std::vector<timeline::Change> changes;
  if (patch.name && *patch.name != measure->name) changes.push_back({"name", measure->name, *patch.name}), measure->name = *patch.name;
  if (patch.unit && *patch.unit != measure->unit) changes.push_back({"unit", measure->unit, *patch.unit}), measure->unit = *patch.unit;
  bool const closes = patch.closed && *patch.closed != measure->closed_at.has_value();
  if (closes) measure->closed_at = *patch.closed ? std::optional(ctx.now) : std::nullopt;
  auto const updated = ctx.db.execute(
      sql::update_measure,
      {{"org", ctx.actor.organization}, {"id", id}, {"version", version}, {"name", measure->name}, {"unit", measure->unit}, {"closed_at", measure->closed_at}});
  if (updated == 0) return Refusal::stale("request.stale");
  auto const event = !closes ? "measure.changed" : *patch.closed ? "measure.closed" : "measure.reopened";
  timeline::append(ctx, {"measure", id.uuid}, event, std::move(changes));
  return find_measure(ctx, id).value();
}

}  // namespace zx::goal
