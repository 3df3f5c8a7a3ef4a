// What stays of a change: the batch with old and new values, the history, the version, and the word to open pages.

#include <charconv>

#include "modules/goal/sql.hpp"
#include "modules/goal/target_editing.hpp"
#include "modules/goal/target_totals.hpp"
#include "platform/base/text.hpp"

namespace zx::goal::targets {
namespace {

constexpr std::size_t differences_a_part = 10'000;

void add_number(std::string& text, std::int64_t number) {
  char digits[24];
  auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), number);
  text.append(digits, end);
}

std::string line_of(Difference const& difference) {
  std::string line;
  add_number(line, difference.row);
  line += ',';
  add_number(line, difference.column);
  line += ',';
  line += enum_text(difference.field);
  for (auto const& value : {difference.from, difference.to}) {
    line += ',';
    if (value) add_number(line, value->millionths());
  }
  return line += '\n';
}

std::optional<std::int64_t> number_from(std::string_view text) {
  std::int64_t number = 0;
  if (text.empty()) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<Decimal> value_from(std::string_view text) {
  auto number = number_from(text);
  return number ? std::optional(Decimal::from_millionths(*number)) : std::nullopt;
}

std::string_view event_of(TargetBatchKind kind) {
  switch (kind) {
    case TargetBatchKind::edit: return "target_sheet.edited";
    case TargetBatchKind::split: return "target_sheet.split";
    case TargetBatchKind::import: return "target_sheet.imported";
    case TargetBatchKind::undo: return "target_sheet.undone";
    case TargetBatchKind::lock: return "target_sheet.locks_set";
    case TargetBatchKind::rows: return "target_sheet.rows_added";
  }
  throw std::invalid_argument("not a kind");
}

/// "收入 3000": the measure is named where there are several.
std::string said(Sheet const& sheet, MeasureId measure, std::optional<Decimal> const& value, bool several) {
  if (!value) return {};
  return several ? sheet.measures.at(measure).name + " " + value->text() : value->text();
}

std::vector<timeline::Change> changes_of(Sheet const& sheet, std::int64_t count, Wholes const& before, Wholes const& after) {
  std::vector<timeline::Change> changes{{"cells", "", std::to_string(count)}};
  bool const several = after.size() > 1;
  for (auto field : {TargetField::plan, TargetField::actual}) {
    for (auto const& [measure, now] : after) {
      auto const was = before.contains(measure) ? before.at(measure)[field] : std::nullopt;
      if (was == now[field]) continue;
      changes.push_back({std::string(enum_text(field)), said(sheet, measure, was, several), said(sheet, measure, now[field], several)});
    }
  }
  return changes;
}

}  // namespace

void record_batch(Context& ctx, Sheet& sheet, TargetBatchKind kind, std::vector<Difference> const& differences, std::int64_t count) {
  auto const batch = ++sheet.row.last_batch;
  db::Parameters const where{{"org", ctx.actor.organization}, {"sheet", sheet.row.id}, {"batch", batch}};
  auto const by = ctx.actor.is_system ? std::optional<EmployeeId>{} : std::optional(ctx.actor.employee);
  ctx.db.enqueue(sql::insert_target_batch,
                 db::Parameters(where).and_("kind", kind).and_("by_id", by).and_("by_name", ctx.actor.name).and_("at", ctx.now).and_("cells", count));
  std::string text;
  for (std::size_t i = 0; i < differences.size(); ++i) {
    text += line_of(differences[i]);
    bool const is_full = (i + 1) % differences_a_part == 0;
    if (!is_full && i + 1 < differences.size()) continue;
    ctx.db.enqueue(sql::insert_target_batch_part,
                   db::Parameters(where).and_("part", static_cast<std::int64_t>(i / differences_a_part)).and_("changes", std::exchange(text, {})));
  }
}

std::vector<Difference> differences_of(ReadContext const& ctx, SheetId id, std::int64_t batch) {
  std::vector<Difference> differences;
  db::Parameters const where{{"org", ctx.actor.organization}, {"sheet", id}, {"batch", batch}};
  for (auto const& part : ctx.db.all<std::string>(sql::target_batch_parts, where)) {
    for (auto line : text::split(part, '\n')) {
      if (line.empty()) continue;
      auto const words = text::split(line, ',');
      differences.push_back(
          {*number_from(words[0]), *number_from(words[1]), enum_from<TargetField>(words[2]).value(), value_from(words[3]), value_from(words[4])});
    }
  }
  return differences;
}

Wholes wholes_of(Sheet const& sheet) {
  Wholes wholes;
  for (auto measure : sheet.measures_used()) wholes.emplace(measure, whole_of(sheet, measure));
  return wholes;
}

void tell(Context& ctx, Sheet& sheet, TargetBatchKind kind, std::int64_t count, Wholes const& before) {
  tell_event(ctx, sheet, event_of(kind), changes_of(sheet, count, before, wholes_of(sheet)));
}

void tell_event(Context& ctx, Sheet& sheet, std::string_view event, std::vector<timeline::Change> changes) {
  auto& row = sheet.row;
  ctx.db.enqueue(sql::touch_target_sheet, {{"org", ctx.actor.organization},
                                           {"id", row.id},
                                           {"batch", row.last_batch},
                                           {"row_count", row.row_count},
                                           {"removed_rows", row.removed_rows},
                                           {"given", row.given},
                                           {"now", ctx.now}});
  row.version += 1;
  row.changed_at = ctx.now;
  timeline::append(ctx, {"target_sheet", row.id.uuid}, event, std::move(changes));
  // The sheet above shows what its parts plan.
  for (auto const& id : {std::optional(row.id), row.parent_id})
    if (id)
      ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, page = id->text()] { services.notify_pages(org, "target_sheet", page); });
}

}  // namespace zx::goal::targets
