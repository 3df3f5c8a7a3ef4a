#include "modules/work/briefs.hpp"

#include <algorithm>

#include "modules/work/custom.hpp"
#include "modules/work/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"

namespace zx::work::briefs {
namespace {

struct BriefRow {
  std::optional<std::string> why;
  std::optional<std::string> how;
  std::optional<std::string> consequence;
  std::string standard;
};
BOOST_DESCRIBE_STRUCT(BriefRow, (), (why, how, consequence, standard))

std::vector<std::string> trimmed(std::vector<std::string> const& points) {
  std::vector<std::string> all;
  for (auto const& point : points) all.emplace_back(text::trim(point));
  return all;
}

std::string lines(std::vector<std::string> const& points) {
  std::string text;
  for (auto const& point : points) text += (text.empty() ? "" : "\n") + point;
  return text;
}

void apply(std::string_view field, Patch<std::string> const& patch, std::optional<std::string>& target, std::vector<timeline::Change>& changes) {
  auto const before = target;
  patch.apply_to(target);
  if (before != target) changes.push_back({std::string(field), before.value_or(""), target.value_or("")});
}

/// What keeps the item a draft and did not before.
Result<void> nothing_lost(Result<void> const& before, Result<void> after) {
  if (after) return {};
  auto refusal = std::move(after).refusal();
  if (!before)
    std::erase_if(refusal.fields, [&](auto const& field) { return std::ranges::find(before.refusal().fields, field) != before.refusal().fields.end(); });
  if (refusal.fields.empty()) return {};
  return refusal;
}

}  // namespace

Brief of(ReadContext const& ctx, WorkItemId id) {
  auto row = ctx.db.one<BriefRow>(sql::brief_of, {{"org", ctx.actor.organization}, {"work_item", id}});
  if (!row) return {};
  return {std::move(row->why), std::move(row->how), std::move(row->consequence), from_json<std::vector<std::string>>(row->standard).value()};
}

void save(Context const& ctx, WorkItemId id, Brief const& brief) {
  BriefRow const row{brief.why, brief.how, brief.consequence, to_json(brief.standard)};
  ctx.db.enqueue(sql::save_brief, db::Parameters::of(row).and_("org", ctx.actor.organization).and_("work_item", id));
}

Brief from(BriefForm const& form) { return {form.why, form.how, form.consequence, trimmed(form.standard)}; }

Brief patched(Brief brief, BriefPatch const& patch, std::vector<timeline::Change>& changes) {
  apply("why", patch.why, brief.why, changes);
  apply("how", patch.how, brief.how, changes);
  apply("consequence", patch.consequence, brief.consequence, changes);
  if (patch.standard && trimmed(*patch.standard) != brief.standard) {
    auto standard = trimmed(*patch.standard);
    changes.push_back({"standard", lines(brief.standard), lines(standard)});
    brief.standard = std::move(standard);
  }
  return brief;
}

rules::Answers answers(Brief const& brief, std::string_view title, std::optional<Instant> due_at) {
  return {.why = brief.why,
          .who = true,  // whatever exists has an owner
          .when = due_at.has_value(),
          .what = !text::trim(title).empty(),
          .how = brief.how,
          .standard = brief.standard,
          .consequence = brief.consequence};
}

BriefView view(Brief const& brief, KindView const& kind, followup::Commitment const& commitment) {
  auto answered = rules::answered(answers(brief, commitment.title, commitment.due_at));
  auto missing = rules::missing(kind.required, answered);
  return {brief.why, brief.how, brief.consequence, brief.standard, std::move(answered), kind.required, std::move(missing)};
}

Result<void> may_leave_draft(KindView const& kind, rules::Answers const& answers, rules::CustomValues const& custom) {
  auto complete = rules::complete(rules::missing(kind.required, rules::answered(answers)));
  auto without_value = rules::missing_custom(kind, custom);
  if (without_value.empty()) return complete;
  if (complete) return Refusal::invalid_fields(std::move(without_value));
  auto refusal = std::move(complete).refusal();
  refusal.fields.insert(refusal.fields.end(), without_value.begin(), without_value.end());
  return refusal;
}

Result<void> may_leave_draft(ReadContext const& ctx, store::Item const& item) {
  auto const kind = kind_called(ctx, item.commitment.subject_kind);
  return may_leave_draft(kind, answers(of(ctx, item.row.id), item.commitment.title, item.commitment.due_at),
                         from_json<rules::CustomValues>(item.row.custom).value());
}

Result<void> change(Context const& ctx, store::Item& item, WorkItemPatch const& patch, std::vector<timeline::Change>& changes) {
  if (!patch.brief && !patch.kind && patch.custom.empty() && patch.due_at.is_absent()) return {};
  auto const& commitment = item.commitment;
  auto const kind_before = kind_called(ctx, commitment.subject_kind);
  auto const kind = kind_called(ctx, patch.kind.value_or(commitment.subject_kind));
  TRY(custom::check_people(ctx, kind, patch.custom));
  auto const brief_before = of(ctx, item.row.id);
  auto const brief = patched(brief_before, patch.brief.value_or(BriefPatch{}), changes);
  auto const values_before = custom::values_of(item.row);
  auto const values = custom::patched(ctx, kind_before, kind, values_before, patch.custom, changes);
  auto due = commitment.due_at;
  patch.due_at.apply_to(due);
  if (item.row.state != State::draft) {
    auto const before = may_leave_draft(kind_before, answers(brief_before, commitment.title, commitment.due_at), values_before);
    TRY(nothing_lost(before, may_leave_draft(kind, answers(brief, commitment.title, due), values)));
  }
  if (brief != brief_before) save(ctx, item.row.id, brief);
  item.row.custom = to_json(values);
  return {};
}

}  // namespace zx::work::briefs
