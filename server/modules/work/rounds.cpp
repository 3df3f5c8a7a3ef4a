#include "modules/work/rounds.hpp"

#include <algorithm>
#include <set>

#include "modules/work/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"

namespace zx::work::rounds {
namespace {

constexpr std::size_t longest_note = 1000;

struct RoundRow {
  std::int64_t round = 1;
  std::string result;
  std::string submitted_by_name;
  Instant submitted_at;
  std::optional<Verdict> verdict;
  std::optional<std::string> note;
  std::optional<std::string> judged_by_name;
  std::optional<Instant> judged_at;
  std::string judgements;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (), (round, result, submitted_by_name, submitted_at, verdict, note, judged_by_name, judged_at, judgements))

std::string path_of(std::size_t index, std::string_view member) { return "judgements." + std::to_string(index) + "." + std::string(member); }

JudgementView const* judgement_of(std::vector<JudgementView> const& judgements, std::size_t point) {
  auto found = std::ranges::find(judgements, static_cast<std::int64_t>(point), &JudgementView::point);
  return found == judgements.end() ? nullptr : &*found;
}

}  // namespace

std::vector<RoundView> of(ReadContext const& ctx, WorkItemId id) {
  std::vector<RoundView> rounds;
  for (auto& row : ctx.db.all<RoundRow>(sql::rounds_of, {{"org", ctx.actor.organization}, {"work_item", id}})) {
    rounds.push_back({row.round, std::move(row.result), std::move(row.submitted_by_name), row.submitted_at, row.verdict, std::move(row.note),
                      std::move(row.judged_by_name), row.judged_at, from_json<std::vector<JudgementView>>(row.judgements).value()});
  }
  return rounds;
}

void open(Context const& ctx, WorkItemId id, std::string_view result) {
  ctx.db.execute(sql::insert_round, {{"org", ctx.actor.organization}, {"work_item", id}, {"result", result}, {"by_name", ctx.actor.name}, {"now", ctx.now}});
}

void judge(Context const& ctx, WorkItemId id, Verdict verdict, std::string_view note, std::vector<JudgementView> const& judgements) {
  db::Parameters const parameters{
      {"org", ctx.actor.organization},    {"work_item", id}, {"verdict", verdict}, {"note", note}, {"by_name", ctx.actor.name}, {"now", ctx.now},
      {"judgements", to_json(judgements)}};
  if (ctx.db.execute(sql::judge_round, parameters) > 0 || judgements.empty()) return;
  open(ctx, id, note);
  ctx.db.execute(sql::judge_round, parameters);
}

Result<std::vector<JudgementView>> read(std::vector<std::string> const& standard, std::vector<JudgementForm> const& forms) {
  std::vector<FieldError> errors;
  std::vector<JudgementView> judgements;
  std::set<std::int64_t> seen;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    auto const& form = forms[i];
    if (form.point < 1 || form.point > static_cast<std::int64_t>(standard.size())) errors.push_back({path_of(i, "point"), "work.point_unknown", {}});
    else if (!seen.insert(form.point).second) errors.push_back({path_of(i, "point"), "work.point_judged_twice", {}});
    else if (form.note && text::length(*form.note) > longest_note)
      errors.push_back({path_of(i, "note"), "field.too_long", {{"most", std::to_string(longest_note)}}});
    else judgements.push_back({form.point, standard[static_cast<std::size_t>(form.point - 1)], form.passed, form.note});
  }
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  std::ranges::sort(judgements, {}, &JudgementView::point);
  return judgements;
}

Result<void> all_passed(std::vector<std::string> const& standard, std::vector<JudgementView> const& judgements) {
  auto refusal = Refusal::invalid("work.points_not_judged");
  for (std::size_t point = 1; point <= standard.size(); ++point) {
    auto const* judgement = judgement_of(judgements, point);
    if (judgement && judgement->passed) continue;
    refusal.fields.push_back({"judgements", judgement ? "work.point_failed" : "work.point_not_judged", {{"point", standard[point - 1]}}});
    auto& points = refusal.arguments["points"];
    points += (points.empty() ? "" : "; ") + standard[point - 1];
  }
  if (!refusal.fields.empty()) return refusal;
  return {};
}

Result<void> some_failed(std::vector<std::string> const& standard, std::vector<JudgementView> const& judgements) {
  bool const failed = std::ranges::any_of(judgements, [](auto const& judgement) { return !judgement.passed; });
  if (!standard.empty() && !failed) return Refusal::invalid_field("judgements", "work.failed_point_needed");
  return {};
}

std::string text_of(std::vector<JudgementView> const& judgements) {
  std::string text;
  for (auto const& judgement : judgements) {
    text += (text.empty() ? "" : "\n") + std::to_string(judgement.point) + ". " + judgement.text + (judgement.passed ? " ✓" : " ✗");
    if (judgement.note && !judgement.note->empty()) text += " " + *judgement.note;
  }
  return text;
}

}  // namespace zx::work::rounds
