#include "modules/work/rules.hpp"

#include <algorithm>

#include "modules/work/brief_rules.hpp"
#include "modules/work/kind_rules.hpp"
#include "platform/base/text.hpp"

namespace zx::work::rules {
namespace {

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_word = 100;
constexpr std::size_t most_tags = 20;
constexpr std::int64_t most_estimated = 100'000;
constexpr std::size_t most_participants = 100;
constexpr std::int64_t finished = 100;
constexpr std::int64_t nearly_finished = 90;

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
    case Verb::accept:
      if (from == assigned) return who.receiver;
      [[fallthrough]];
    case Verb::assign: return who.owner || who.handler || who.may_assign;
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

bool is_obstructed(Verb verb, State from, Standpoint who, Obstacles obstacles) {
  if (verb == Verb::hold && obstacles.overdue && !who.owner) return true;
  if (obstacles.waits && begins(verb, from)) return true;
  if (verb == Verb::submit) return obstacles.handoff_pending;
  return verb == Verb::close && (obstacles.handoff_pending || obstacles.open_sub_items);
}

std::string words(std::vector<State> const& states) {
  std::string joined;
  for (auto state : states) joined += (joined.empty() ? "" : ", ") + std::string(enum_text(state));
  return joined.empty() ? "—" : joined;
}

void append(std::vector<FieldError>& errors, std::vector<FieldError> more) { errors.insert(errors.end(), more.begin(), more.end()); }

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

void check_urgency(std::vector<FieldError>& errors, std::optional<std::int64_t> urgency) {
  if (urgency && (*urgency < 1 || *urgency > 4)) errors.push_back({"urgency", "field.out_of_range", {{"least", "1"}, {"most", "4"}}});
}

void check_estimate(std::vector<FieldError>& errors, std::optional<std::int64_t> minutes) {
  if (minutes && (*minutes < 1 || *minutes > most_estimated))
    errors.push_back({"estimate_minutes", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most_estimated)}}});
}

/// What the kind refuses of a form, closed kinds for new uses too.
void check_kind(std::vector<FieldError>& errors, KindView const* kind, bool is_chosen, CustomPatch const& custom) {
  if (!kind) return errors.push_back({"kind", "work.kind_unknown", {}});
  if (is_chosen && kind->closed_at) errors.push_back({"kind", "work.kind_closed", {}});
  append(errors, wrong_custom(*kind, custom));
}

template <class T>
std::optional<T> value_of(Patch<T> const& patch) {
  return patch.has_value() ? std::optional(patch.value()) : std::nullopt;
}

void check_tags(std::vector<FieldError>& errors, std::vector<std::string> const& tags) {
  if (tags.size() > most_tags) errors.push_back({"tags", "field.too_many", {{"most", std::to_string(most_tags)}}});
  for (std::size_t i = 0; i < tags.size() && i < most_tags; ++i) check_length(errors, "tags." + std::to_string(i), tags[i], 30);
}

void check_participants(std::vector<FieldError>& errors, std::vector<EmployeeId> const& ids) {
  if (ids.size() > most_participants) errors.push_back({"participant_ids", "field.too_many", {{"most", std::to_string(most_participants)}}});
}

void check_requester(std::vector<FieldError>& errors, std::optional<Requester> const& requester) {
  if (!requester) return;
  check_length(errors, "requester.name", requester->name, longest_word);
  check_length(errors, "requester.phone", requester->phone, 40);
  check_length(errors, "requester.email", requester->email, longest_word);
}

}  // namespace

bool is_closed(State state) { return state == done || state == cancelled; }

bool begins(Verb verb, State from) { return from == accepted && (verb == Verb::start || verb == Verb::submit || verb == Verb::close); }

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

Result<void> may_hold(Standpoint standpoint, followup::Commitment const& commitment, Instant now) {
  if (standpoint.owner || !followup::is_overdue(commitment.state, commitment.due_at, now)) return {};
  return Refusal::forbidden("work.overdue_hold_is_owners", {{"number", commitment.number}});
}

std::vector<State> next_states(State from, Standpoint standpoint, Obstacles obstacles) {
  std::vector<State> next;
  for (auto const& transition : transitions) {
    if (transition.from != from || !is_entitled(transition.verb, from, standpoint) || is_obstructed(transition.verb, from, standpoint, obstacles)) continue;
    if (std::find(next.begin(), next.end(), transition.to) == next.end()) next.push_back(transition.to);
  }
  return next;
}

State after_acceptance(State before) { return before == draft || before == assigned ? accepted : before; }

std::int64_t progress_after_reopening(std::int64_t progress, std::optional<std::int64_t> recorded) {
  if (progress < finished) return progress;
  return recorded && *recorded < finished ? *recorded : nearly_finished;
}

std::int64_t gap_after_kind_change(std::int64_t gap_minutes, KindView const& before, KindView const& after) {
  return gap_minutes == before.follow_up_gap_minutes ? after.follow_up_gap_minutes : gap_minutes;
}

std::vector<FieldError> wrong_fields(NewWorkItemForm const& form) {
  std::vector<FieldError> errors;
  check_title(errors, form.title);
  check_length(errors, "description", form.description, longest_text);
  check_length(errors, "location", form.location, longest_title);
  check_requester(errors, form.requester);
  check_importance(errors, form.importance);
  check_tags(errors, form.tags);
  check_participants(errors, form.participant_ids);
  if (form.start_at && form.due_at && *form.due_at < *form.start_at) errors.push_back({"due_at", "work.due_before_start", {}});
  check_urgency(errors, form.urgency);
  check_estimate(errors, form.estimate_minutes);
  if (form.brief) append(errors, wrong_fields(*form.brief));
  return errors;
}

std::vector<FieldError> wrong_fields(WorkItemPatch const& patch) {
  std::vector<FieldError> errors;
  if (patch.title) check_title(errors, *patch.title);
  if (patch.description.has_value()) check_length(errors, "description", patch.description.value(), longest_text);
  if (patch.location.has_value()) check_length(errors, "location", patch.location.value(), longest_title);
  check_requester(errors, patch.requester);
  check_importance(errors, patch.importance);
  if (patch.tags) check_tags(errors, *patch.tags);
  if (patch.participant_ids) check_participants(errors, *patch.participant_ids);
  if (patch.progress && (*patch.progress < 0 || *patch.progress > 100)) errors.push_back({"progress", "field.out_of_range", {{"least", "0"}, {"most", "100"}}});
  check_urgency(errors, value_of(patch.urgency));
  check_estimate(errors, value_of(patch.estimate_minutes));
  if (patch.brief) append(errors, wrong_fields(*patch.brief));
  return errors;
}

std::vector<FieldError> wrong_fields(NewWorkItemForm const& form, KindView const* kind) {
  auto errors = wrong_fields(form);
  check_kind(errors, kind, true, form.custom);
  return errors;
}

std::vector<FieldError> wrong_fields(WorkItemPatch const& patch, KindView const* kind) {
  auto errors = wrong_fields(patch);
  check_kind(errors, kind, patch.kind.has_value(), patch.custom);
  return errors;
}

std::optional<Phase> phase_of(State state, bool lessons_pending) {
  switch (state) {
    case draft:
    case assigned: return Phase::plan;
    case accepted:
    case in_progress:
    case returned:
    case on_hold: return Phase::do_;
    case submitted: return Phase::check;
    case done: return lessons_pending ? Phase::act_pending : Phase::act;
    case cancelled: return std::nullopt;
  }
  return std::nullopt;
}

std::vector<State> states_in(Phase phase) {
  std::vector<State> states;
  for (auto word : enum_texts<State>()) {
    auto const state = *enum_from<State>(word);
    if (phase_of(state, phase == Phase::act_pending) == phase) states.push_back(state);
  }
  return states;
}

}  // namespace zx::work::rules
