#include "modules/work/delay_rules.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "platform/base/text.hpp"

namespace zx::work::rules {
namespace {

constexpr std::size_t most_whys = 5;
constexpr std::size_t longest_why = 500;
constexpr std::size_t longest_action = 2000;

void check_text(std::vector<FieldError>& errors, std::string path, std::string const& text, std::size_t longest) {
  if (text::trim(text).empty()) errors.push_back({std::move(path), "field.required", {}});
  else if (text::length(text) > longest) errors.push_back({std::move(path), "field.too_long", {{"most", std::to_string(longest)}}});
}

}  // namespace

Result<void> may_redate(followup::Commitment const& commitment, std::optional<Instant> due_at, Instant now) {
  if (due_at == commitment.due_at || !followup::is_overdue(commitment.state, commitment.due_at, now)) return {};
  return Refusal::conflict("work.delay_report_required", {{"number", commitment.number}, {"title", commitment.title}});
}

std::vector<FieldError> wrong_fields(DelayReportForm const& form, Instant now) {
  std::vector<FieldError> errors;
  if (form.whys.empty()) errors.push_back({"whys", "work.delay_why_needed", {}});
  if (form.whys.size() > most_whys) errors.push_back({"whys", "field.too_many", {{"most", std::to_string(most_whys)}}});
  for (std::size_t i = 0; i < form.whys.size() && i < most_whys; ++i) check_text(errors, "whys." + std::to_string(i), form.whys[i], longest_why);
  check_text(errors, "corrective_action", form.corrective_action, longest_action);
  if (form.new_due_at <= now) errors.push_back({"new_due_at", "work.due_in_past", {}});
  return errors;
}

std::vector<EmployeeId> deciders(std::vector<EmployeeId> line, EmployeeId by) {
  auto others = line;
  std::erase(others, by);
  return others.empty() ? line : others;
}

EmployeeId present_for(EmployeeId person, std::map<EmployeeId, EmployeeId> const& deputies) {
  std::set<EmployeeId> seen{person};
  for (auto found = deputies.find(person); found != deputies.end(); found = deputies.find(person)) {
    if (!seen.insert(found->second).second) break;
    person = found->second;
  }
  return person;
}

std::int64_t percent(std::int64_t part, std::int64_t whole) { return whole > 0 ? (part * 200 + whole) / (whole * 2) : 0; }

void complete_pareto(std::vector<DelayLine>& lines) {
  std::ranges::sort(lines, [](DelayLine const& one, DelayLine const& other) {
    return std::tuple(-one.reports, -one.delay_days, one.key) < std::tuple(-other.reports, -other.delay_days, other.key);
  });
  std::int64_t all = 0;
  for (auto const& line : lines) all += line.reports;
  std::int64_t so_far = 0;
  for (auto& line : lines) {
    so_far += line.reports;
    line.share = percent(line.reports, all);
    line.cumulative_share = percent(so_far, all);
  }
}

std::string note_of(DelayReportForm const& form) {
  std::string note;
  for (std::size_t i = 0; i < form.whys.size(); ++i) note += std::to_string(i + 1) + ". " + form.whys[i] + "\n";
  return note + "→ " + form.corrective_action;
}

}  // namespace zx::work::rules
