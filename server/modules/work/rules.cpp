#include "modules/work/rules.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace zx::work {

std::vector<KindView> const& kinds() {
  // Working minutes: a working day has 450.
  static std::vector<KindView> const shipped = {
      {"task", "任务", "Task", 900, 120},
      {"work_order", "工单", "Work order", 240, 120},
      {"complaint", "投诉", "Complaint", 120, 60},
      {"resolution", "会议决议", "Resolution", 1350, 240},
      {"procurement", "采购", "Procurement", 900, 240},
      {"proposal", "方案", "Proposal", 1350, 240},
      {"training_plan", "培训计划", "Training plan", 2250, 450},
      {"appointment", "约见", "Appointment", 450, 120},
  };
  return shipped;
}

namespace rules {
namespace {

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_word = 100;
constexpr std::size_t most_tags = 20;

struct Transition {
  Verb verb;
  State from;
  State to;
};

using enum State;

constexpr Transition transitions[] = {
    {Verb::assign, draft, assigned},        {Verb::accept, draft, accepted},     {Verb::accept, assigned, accepted},     {Verb::start, accepted, in_progress},
    {Verb::start, returned, in_progress},   {Verb::submit, accepted, submitted}, {Verb::submit, in_progress, submitted}, {Verb::close, submitted, done},
    {Verb::close, accepted, done},          {Verb::close, in_progress, done},    {Verb::return_, submitted, returned},   {Verb::hold, assigned, on_hold},
    {Verb::hold, accepted, on_hold},        {Verb::hold, in_progress, on_hold},  {Verb::hold, returned, on_hold},        {Verb::resume, on_hold, in_progress},
    {Verb::cancel, draft, cancelled},       {Verb::cancel, assigned, cancelled}, {Verb::cancel, accepted, cancelled},    {Verb::cancel, in_progress, cancelled},
    {Verb::cancel, submitted, cancelled},   {Verb::cancel, returned, cancelled}, {Verb::cancel, on_hold, cancelled},     {Verb::reopen, done, in_progress},
    {Verb::reopen, cancelled, in_progress},
};

bool is_entitled(Verb verb, State from, Standpoint who) {
  switch (verb) {
    case Verb::assign:
    case Verb::accept: return who.owner || who.handler || who.may_assign;
    case Verb::start:
    case Verb::submit: return who.handler;
    case Verb::close: return who.owner && (from == submitted || who.handler);
    case Verb::return_: return who.owner;
    case Verb::hold:
    case Verb::resume: return who.owner || who.handler;
    case Verb::cancel: return who.may_cancel;
    case Verb::reopen: return who.owner || who.may_assign;
  }
  return false;
}

bool leads_somewhere(Verb verb, State from) {
  return std::any_of(std::begin(transitions), std::end(transitions), [&](auto const& t) { return t.verb == verb && t.from == from; });
}

std::string words(std::vector<State> const& states) {
  std::string joined;
  for (auto state : states) joined += (joined.empty() ? "" : ", ") + std::string(enum_text(state));
  return joined.empty() ? "—" : joined;
}

void check_length(std::vector<FieldError>& errors, std::string_view field, std::optional<std::string> const& value, std::size_t most) {
  if (value && text::length(*value) > most) errors.push_back({std::string(field), "field.too_long", {{"most", std::to_string(most)}}});
}

void check_title(std::vector<FieldError>& errors, std::string const& title) {
  if (text::trim(title).empty()) errors.push_back({"title", "field.required", {}});
  check_length(errors, "title", title, longest_title);
}

void check_importance(std::vector<FieldError>& errors, std::optional<std::int64_t> importance) {
  if (importance && (*importance < 1 || *importance > 4)) errors.push_back({"importance", "field.out_of_range", {{"least", "1"}, {"most", "4"}}});
}

void check_kind(std::vector<FieldError>& errors, std::optional<std::string> const& kind) {
  if (kind && !find_kind(*kind)) errors.push_back({"kind", "work.kind_unknown", {}});
}

void check_tags(std::vector<FieldError>& errors, std::vector<std::string> const& tags) {
  if (tags.size() > most_tags) errors.push_back({"tags", "field.too_many", {{"most", std::to_string(most_tags)}}});
  for (std::size_t i = 0; i < tags.size() && i < most_tags; ++i) check_length(errors, "tags." + std::to_string(i), tags[i], 30);
}

void check_requester(std::vector<FieldError>& errors, std::optional<Requester> const& requester) {
  if (!requester) return;
  check_length(errors, "requester.name", requester->name, longest_word);
  check_length(errors, "requester.phone", requester->phone, 40);
  check_length(errors, "requester.email", requester->email, longest_word);
}

}  // namespace

bool is_closed(State state) { return state == done || state == cancelled; }

bool is_legal(Verb verb, State from, Standpoint standpoint) { return leads_somewhere(verb, from) && is_entitled(verb, from, standpoint); }

Result<void> allow(Verb verb, State from, Standpoint standpoint) {
  if (!leads_somewhere(verb, from)) {
    return Refusal::conflict(
        "work.illegal_transition",
        {{"verb", std::string(enum_text(verb))}, {"state", std::string(enum_text(from))}, {"legal", words(next_states(from, standpoint))}});
  }
  if (!is_entitled(verb, from, standpoint)) {
    return Refusal::forbidden("work.not_yours", {{"verb", std::string(enum_text(verb))}, {"legal", words(next_states(from, standpoint))}});
  }
  return {};
}

std::vector<State> next_states(State from, Standpoint standpoint) {
  std::vector<State> next;
  for (auto const& transition : transitions) {
    if (transition.from != from || !is_entitled(transition.verb, from, standpoint)) continue;
    if (std::find(next.begin(), next.end(), transition.to) == next.end()) next.push_back(transition.to);
  }
  return next;
}

std::vector<FieldError> wrong_fields(NewWorkItemForm const& form) {
  std::vector<FieldError> errors;
  check_title(errors, form.title);
  check_kind(errors, form.kind);
  check_length(errors, "description", form.description, longest_text);
  check_length(errors, "location", form.location, longest_title);
  check_requester(errors, form.requester);
  check_importance(errors, form.importance);
  check_tags(errors, form.tags);
  if (form.start_at && form.due_at && *form.due_at < *form.start_at) errors.push_back({"due_at", "work.due_before_start", {}});
  return errors;
}

std::vector<FieldError> wrong_fields(WorkItemPatch const& patch) {
  std::vector<FieldError> errors;
  if (patch.title) check_title(errors, *patch.title);
  check_kind(errors, patch.kind);
  if (patch.description.has_value()) check_length(errors, "description", patch.description.value(), longest_text);
  if (patch.location.has_value()) check_length(errors, "location", patch.location.value(), longest_title);
  check_requester(errors, patch.requester);
  check_importance(errors, patch.importance);
  if (patch.tags) check_tags(errors, *patch.tags);
  if (patch.progress && (*patch.progress < 0 || *patch.progress > 100)) errors.push_back({"progress", "field.out_of_range", {{"least", "0"}, {"most", "100"}}});
  return errors;
}

KindView const* find_kind(std::string_view code) {
  auto const& all = kinds();
  auto found = std::find_if(all.begin(), all.end(), [&](auto const& kind) { return kind.code == code; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace rules
}  // namespace zx::work
