#include "modules/work/brief_rules.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace zx::work::rules {
namespace {

constexpr std::size_t longest_answer = 4000;
constexpr std::size_t longest_point = 200;
constexpr std::size_t most_points = 20;

bool is_said(std::optional<std::string> const& text) { return text && !text::trim(*text).empty(); }

bool gives(Answers const& answers, Answer answer) {
  switch (answer) {
    case Answer::why: return is_said(answers.why);
    case Answer::who: return answers.who;
    case Answer::when: return answers.when;
    case Answer::what: return answers.what;
    case Answer::how: return is_said(answers.how);
    case Answer::standard: return !answers.standard.empty();
    case Answer::consequence: return is_said(answers.consequence);
  }
  return false;
}

/// Where the form has the answer.
std::string field_of(Answer answer) {
  switch (answer) {
    case Answer::who: return "handler_id";
    case Answer::when: return "due_at";
    case Answer::what: return "title";
    default: return "brief." + std::string(enum_text(answer));
  }
}

void check_length(std::vector<FieldError>& errors, std::string_view field, std::optional<std::string> const& text) {
  if (text && text::length(*text) > longest_answer)
    errors.push_back({"brief." + std::string(field), "field.too_long", {{"most", std::to_string(longest_answer)}}});
}

void check_points(std::vector<FieldError>& errors, std::vector<std::string> const& points) {
  if (points.size() > most_points) errors.push_back({"brief.standard", "field.too_many", {{"most", std::to_string(most_points)}}});
  for (std::size_t i = 0; i < points.size() && i < most_points; ++i) {
    auto path = "brief.standard." + std::to_string(i);
    if (text::trim(points[i]).empty()) errors.push_back({path, "field.required", {}});
    else if (text::length(points[i]) > longest_point) errors.push_back({path, "field.too_long", {{"most", std::to_string(longest_point)}}});
  }
}

std::optional<std::string> value_of(Patch<std::string> const& patch) { return patch.has_value() ? std::optional(patch.value()) : std::nullopt; }

}  // namespace

std::vector<Answer> answered(Answers const& answers) {
  std::vector<Answer> given;
  for (auto word : enum_texts<Answer>()) {
    auto answer = *enum_from<Answer>(word);
    if (gives(answers, answer)) given.push_back(answer);
  }
  return given;
}

std::vector<Answer> missing(std::vector<Answer> const& required, std::vector<Answer> const& answered) {
  std::vector<Answer> missing;
  std::ranges::copy_if(required, std::back_inserter(missing), [&](Answer answer) { return std::ranges::find(answered, answer) == answered.end(); });
  return missing;
}

Result<void> complete(std::vector<Answer> const& missing) {
  if (missing.empty()) return {};
  Refusal refusal = Refusal::invalid("work.brief_incomplete");
  for (auto answer : missing) refusal.fields.push_back({field_of(answer), "work.answer_missing." + std::string(enum_text(answer)), {}});
  return refusal;
}

std::vector<FieldError> wrong_fields(BriefForm const& form) {
  std::vector<FieldError> errors;
  check_length(errors, "why", form.why);
  check_length(errors, "how", form.how);
  check_length(errors, "consequence", form.consequence);
  check_points(errors, form.standard);
  return errors;
}

std::vector<FieldError> wrong_fields(BriefPatch const& patch) {
  std::vector<FieldError> errors;
  check_length(errors, "why", value_of(patch.why));
  check_length(errors, "how", value_of(patch.how));
  check_length(errors, "consequence", value_of(patch.consequence));
  if (patch.standard) check_points(errors, *patch.standard);
  return errors;
}

}  // namespace zx::work::rules
