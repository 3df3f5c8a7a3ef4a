#include "modules/work/public_rules.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace zx::work::rules {
namespace {

constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_phone = 30;
constexpr std::size_t longest_email = 120;
constexpr std::size_t longest_location = 120;
constexpr std::size_t longest_description = 2000;
constexpr std::size_t longest_title = 60;

std::string_view trimmed(std::optional<std::string> const& text) { return text ? text::trim(*text) : std::string_view{}; }

void check_length(std::vector<FieldError>& errors, std::string_view field, std::string_view text, std::size_t most) {
  if (text::length(text) > most) errors.push_back({std::string(field), "field.too_long", {{"most", std::to_string(most)}}});
}

bool has_controls(std::string_view text, bool lines_allowed) {
  return std::ranges::any_of(text, [&](unsigned char c) { return c == 0x7f || (c < 0x20 && !(lines_allowed && (c == '\n' || c == '\r' || c == '\t'))); });
}

void check_words(std::vector<FieldError>& errors, std::string_view field, std::string_view text, std::size_t most, bool lines_allowed = false) {
  check_length(errors, field, text, most);
  if (has_controls(text, lines_allowed)) errors.push_back({std::string(field), "public.strange_characters", {}});
}

bool is_phone(std::string_view text) {
  auto const digits = std::ranges::count_if(text, [](unsigned char c) { return c >= '0' && c <= '9'; });
  return digits >= 5 && std::ranges::all_of(text, [](unsigned char c) {
           return (c >= '0' && c <= '9') || std::string_view("+-() #*").find(static_cast<char>(c)) != std::string_view::npos;
         });
}

bool is_email(std::string_view text) {
  auto const at = text.find('@');
  return at != text.npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == text.npos &&
         std::ranges::none_of(text, [](unsigned char c) { return c <= ' ' || c == '<' || c == '>' || c == ',' || c == ';' || c == '"'; });
}

void check_reachable(std::vector<FieldError>& errors, PublicRequestForm const& form) {
  auto const phone = trimmed(form.phone);
  auto const email = trimmed(form.email);
  if (phone.empty() && email.empty()) errors.push_back({"phone", "public.unreachable", {}});
  check_length(errors, "phone", phone, longest_phone);
  check_length(errors, "email", email, longest_email);
  if (!phone.empty() && !is_phone(phone)) errors.push_back({"phone", "public.phone_invalid", {}});
  if (!email.empty() && !is_email(email)) errors.push_back({"email", "public.email_invalid", {}});
}

std::optional<PublicStage> stage_in(timeline::EntryView const& entry, bool was_arranged) {
  if (entry.event == "work_item.created") return PublicStage::received;
  if (entry.event == "work_item.accepted" && !was_arranged) return PublicStage::arranged;
  auto const change = std::ranges::find(entry.changes, "state", &timeline::Change::field);
  if (change == entry.changes.end()) return std::nullopt;
  auto const state = enum_from<State>(change->to);
  if (!state) return std::nullopt;
  return public_stage(*state, was_arranged);
}

}  // namespace

PublicStage public_stage(State state, bool was_arranged) {
  switch (state) {
    case State::draft:
    case State::assigned: return PublicStage::received;
    case State::accepted: return was_arranged ? PublicStage::arranged : PublicStage::received;
    case State::in_progress:
    case State::returned: return PublicStage::in_progress;
    case State::submitted: return PublicStage::checking;
    case State::on_hold: return PublicStage::waiting;
    case State::done: return PublicStage::done;
    case State::cancelled: return PublicStage::ended;
  }
  return PublicStage::received;
}

std::vector<PublicStep> public_steps(std::vector<timeline::EntryView> const& entries) {
  std::vector<PublicStep> steps;
  bool was_arranged = false;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    auto const stage = stage_in(*entry, was_arranged);
    if (entry->event == "work_item.accepted") was_arranged = true;
    if (stage && (steps.empty() || steps.back().stage != *stage)) steps.push_back({*stage, entry->at});
  }
  return steps;
}

bool is_shown(std::optional<Instant> closed_at, Instant now) { return !closed_at || now < *closed_at + link_outlives_item; }

Result<void> may_object(std::optional<Instant> closed_at, Instant now) {
  if (closed_at && now >= *closed_at + objections_last) return Refusal::conflict("public.too_late");
  return {};
}

Result<void> may_rate(State state, std::optional<Instant> completed_at, std::optional<RatingView> const& given, Instant now) {
  if (state != State::done) return Refusal::conflict("public.not_done");
  bool const of_this_completion = given && (!completed_at || given->rated_at >= *completed_at);
  if (of_this_completion && now >= rating_final_at(*given)) return Refusal::conflict("public.rating_final");
  return {};
}

Instant rating_final_at(RatingView const& given) { return given.rated_at + rating_changeable; }

std::vector<FieldError> wrong_fields(PublicRequestForm const& form, std::vector<PublicKind> const& offered) {
  std::vector<FieldError> errors;
  if (std::ranges::find(offered, form.kind, &PublicKind::code) == offered.end()) errors.push_back({"kind", "public.kind_not_offered", {}});
  if (text::trim(form.name).empty()) errors.push_back({"name", "field.required", {}});
  check_words(errors, "name", form.name, longest_name);
  check_reachable(errors, form);
  check_words(errors, "location", form.location.value_or(""), longest_location);
  if (text::trim(form.description).empty()) errors.push_back({"description", "field.required", {}});
  check_words(errors, "description", form.description, longest_description, true);
  return errors;
}

std::string title_of(std::string_view description) {
  auto const whole = text::trim(description);
  auto const line = text::trim(whole.substr(0, whole.find_first_of("\r\n")));
  if (text::length(line) <= longest_title) return std::string(line);
  return std::string(text::cut(line, longest_title - 1)) + "…";
}

}  // namespace zx::work::rules
