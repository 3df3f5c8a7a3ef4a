// Editing one item, and reassigning or re-dating many.

#include <algorithm>

#include "modules/work/attention.hpp"
#include "modules/work/briefs.hpp"
#include "modules/work/changing.hpp"
#include "modules/work/delaying.hpp"
#include "modules/work/store.hpp"
#include "modules/work/sub_items.hpp"
#include "modules/work/views.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::work {
namespace {

constexpr std::size_t most_at_once = 200;

using Changes = std::vector<timeline::Change>;

std::string shown(std::optional<Instant> instant) { return instant ? instant->text() : std::string{}; }
std::string shown(std::optional<std::string> const& text) { return text.value_or(""); }
std::string shown(std::optional<std::int64_t> number) { return number ? std::to_string(*number) : std::string{}; }
std::string shown(std::optional<WorkItemId> const& id) { return id ? id->text() : std::string{}; }

/// Sets `target` and notes the change when the patch says something new.
template <class T>
void apply(Changes& changes, std::string_view field, Patch<T> const& patch, std::optional<T>& target) {
  auto before = target;
  patch.apply_to(target);
  if (before != target) changes.push_back({std::string(field), shown(before), shown(target)});
}

/// The requester as one line of the history.
std::string described(store::ItemRow const& row) {
  std::string line = row.requester_employee_id ? row.requester_employee_id->text() : std::string{};
  for (auto const* part : {&row.requester_name, &row.requester_phone, &row.requester_email}) {
    if (*part) line += (line.empty() ? "" : " ") + **part;
  }
  return line;
}

void apply_requester(Changes& changes, std::optional<Requester> const& requester, store::ItemRow& row) {
  if (!requester) return;
  auto before = described(row);
  row.requester_employee_id = requester->employee_id;
  row.requester_name = requester->name;
  row.requester_phone = requester->phone;
  row.requester_email = requester->email;
  if (before != described(row)) changes.push_back({"requester", before, described(row)});
}

void apply_number(Changes& changes, std::string_view field, std::optional<std::int64_t> wanted, std::int64_t& target) {
  if (!wanted || *wanted == target) return;
  changes.push_back({std::string(field), std::to_string(target), std::to_string(*wanted)});
  target = *wanted;
}

Changes apply_to_row(WorkItemPatch const& patch, store::ItemRow& row) {
  Changes changes;
  apply(changes, "description", patch.description, row.description);
  apply(changes, "location", patch.location, row.location);
  apply(changes, "start_at", patch.start_at, row.start_at);
  apply(changes, "parent", patch.parent_id, row.parent_id);
  apply(changes, "urgency", patch.urgency, row.urgency);
  apply(changes, "estimate_minutes", patch.estimate_minutes, row.estimate_minutes);
  apply_requester(changes, patch.requester, row);
  apply_number(changes, "progress", patch.progress, row.progress);
  if (patch.tags && to_json(*patch.tags) != row.tags) {
    changes.push_back({"tags", row.tags, to_json(*patch.tags)});
    row.tags = to_json(*patch.tags);
  }
  return changes;
}

Result<followup::CommitmentChange> commitment_change(Context const& ctx, WorkItemPatch const& patch, followup::Commitment const& before, Changes& changes) {
  followup::CommitmentChange change;
  if (patch.title && text::trim(*patch.title) != before.title) {
    change.title = std::string(text::trim(*patch.title));
    changes.push_back({"title", before.title, *change.title});
  }
  if (patch.kind && *patch.kind != before.subject_kind) {
    changes.push_back({"kind", before.subject_kind, *patch.kind});
    change.subject_kind = patch.kind;
    change.follow_up_gap_minutes =
        rules::gap_after_kind_change(before.follow_up_gap_minutes, kind_called(ctx, before.subject_kind), kind_called(ctx, *patch.kind));
  }
  if (patch.owner_id && *patch.owner_id != before.owner_id) {
    auto owner = TRY(org::active_employee(ctx, *patch.owner_id, "owner_id"));
    changes.push_back({"owner", store::name_of(ctx, before.owner_id), owner.name});
    change.owner_id = owner.id;
  }
  if (patch.importance && *patch.importance != before.importance) {
    changes.push_back({"importance", std::to_string(before.importance), std::to_string(*patch.importance)});
    change.importance = patch.importance;
  }
  auto due = before.due_at;
  apply(changes, "due_at", patch.due_at, due);
  change.due_at = patch.due_at;
  change.department_id = patch.department_id;
  if (auto department = before.department_id; !patch.department_id.is_absent()) {
    patch.department_id.apply_to(department);
    auto name = [&](auto const& id) { return id ? org::department_name(ctx, *id) : std::string{}; };
    if (department != before.department_id) changes.push_back({"department", name(before.department_id), name(department)});
  }
  if (patch.next_follow_up_at && patch.next_follow_up_at != before.next_follow_up_at) {
    if (*patch.next_follow_up_at <= ctx.now) return Refusal::invalid_field("next_follow_up_at", "followup.next_time_in_past");
    changes.push_back({"next_follow_up_at", shown(before.next_follow_up_at), patch.next_follow_up_at->text()});
    change.next_follow_up_at = patch.next_follow_up_at;
  }
  return change;
}

Result<void> check(Context const& ctx, store::Item const& item, WorkItemPatch const& patch) {
  auto const kind = find_kind(ctx, patch.kind.value_or(item.commitment.subject_kind));
  auto errors = rules::wrong_fields(patch, kind ? &*kind : nullptr);
  auto start = item.row.start_at;
  auto due = item.commitment.due_at;
  patch.start_at.apply_to(start);
  patch.due_at.apply_to(due);
  if (start && due && *due < *start) errors.push_back({"due_at", "work.due_before_start", {}});
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  if (patch.department_id.has_value()) TRY(org::check_department(ctx, patch.department_id.value(), "department_id"));
  if (patch.requester) TRY(store::check_requester(ctx, *patch.requester));
  if (!patch.parent_id.has_value()) return {};
  auto parent = patch.parent_id.value();
  if (parent != item.row.parent_id) TRY(sub_items::may_stand_below(ctx, parent));
  if (parent == item.row.id || store::is_below(ctx, parent, item.row.id)) return Refusal::invalid_field("parent_id", "work.parent_cycle");
  return {};
}

/// Whoever may change the item; another owner needs work.assign.
Result<void> entitled(Context const& ctx, store::Item const& item, WorkItemPatch const& patch) {
  TRY(changing::may_change(ctx, item));
  bool const wants_another_owner = patch.owner_id && *patch.owner_id != item.commitment.owner_id;
  if (wants_another_owner && !store::standpoint(ctx, item).may_assign) return Refusal::forbidden("work.owner_needs_assign");
  if (rules::is_closed(item.row.state)) return Refusal::conflict("work.closed");
  return {};
}

/// Who takes part from now on.
struct Participants {
  std::vector<EmployeeId> added;
  std::vector<EmployeeId> removed;
};

std::string joined_names(std::vector<followup::PersonView> const& people) {
  std::string names;
  for (auto const& person : people) names += (names.empty() ? "" : "、") + person.name;
  return names;
}

/// The list is the whole one, but who is asked to take over has to be able to look. People who have left may stay in it.
Result<Participants> participants(Context const& ctx, store::Item const& item, WorkItemPatch const& patch, Changes& changes) {
  if (!patch.participant_ids) return Participants{};
  auto before = followup::participants_of(ctx, item.commitment.id);
  auto pending = store::pending_handoff(ctx, item.row.id);
  auto is_among = [](auto const& people, EmployeeId id) { return std::ranges::find(people, id, &followup::PersonView::id) != people.end(); };
  Participants found;
  std::vector<followup::PersonView> after;
  for (auto const& person : before) {
    bool is_asked = pending && pending->to_id == person.id;
    bool stays = is_asked || std::ranges::find(*patch.participant_ids, person.id) != patch.participant_ids->end();
    if (stays) after.push_back(person);
    else found.removed.push_back(person.id);
  }
  for (std::size_t i = 0; i < patch.participant_ids->size(); ++i) {
    auto id = (*patch.participant_ids)[i];
    if (is_among(before, id) || is_among(after, id)) continue;
    auto person = TRY(org::active_employee(ctx, id, "participant_ids." + std::to_string(i)));
    after.push_back({person.id, person.name});
    found.added.push_back(id);
  }
  if (!found.added.empty() || !found.removed.empty()) changes.push_back({"participants", joined_names(before), joined_names(after)});
  return found;
}

void save(Context const& ctx, followup::CommitmentId id, Participants const& participants) {
  for (auto person : participants.added) followup::add_participant(ctx, id, person);
  for (auto person : participants.removed) followup::remove_participant(ctx, id, person);
}

std::optional<Instant> due_of(WorkItemPatch const& patch) { return patch.due_at.has_value() ? std::optional(patch.due_at.value()) : std::nullopt; }

/// Those whom the change concerns hear of it.
void tell_concerned(Context const& ctx, followup::Commitment const& before, store::Item const& after, Participants const& people, std::string_view note) {
  auto const& now = after.commitment;
  if (before.owner_id != now.owner_id) {
    ask_attention(ctx, after, "became_owner", now.owner_id, note);
    ask_attention(ctx, after, "no_longer_owner", before.owner_id, note);
  }
  if (before.due_at != now.due_at) tell_both(ctx, after, "due_moved", now.due_at ? moment(ctx, *now.due_at) : "");
  for (auto person : people.added) ask_attention(ctx, after, "joined", person, note);
}

Result<store::Item> apply_entitled(Context& ctx, store::Item item, WorkItemPatch const& patch, std::string_view note) {
  TRY(check(ctx, item, patch));
  if (!patch.due_at.is_absent()) TRY(rules::may_redate(item.commitment, due_of(patch), ctx.now));
  auto changes = apply_to_row(patch, item.row);
  auto change = TRY(commitment_change(ctx, patch, item.commitment, changes));
  TRY(briefs::change(ctx, item, patch, changes));
  auto people = TRY(participants(ctx, item, patch, changes));
  if (changes.empty()) return item;
  // Until somebody has accepted it nothing is promised: a slip is mended, and is not late for ever.
  bool const is_promised = item.row.original_due_at && !store::is_never_accepted(ctx, item);
  if (!patch.due_at.is_absent() && !is_promised) item.row.original_due_at = due_of(patch);
  change.search_text = store::search_text(ctx, item.row);
  if (patch.requester) change.counterpart = store::counterpart(ctx, item.row);
  store::update(ctx, item.row);
  auto const before = item.commitment;
  item.commitment = followup::change(ctx, item.commitment, change);
  save(ctx, item.commitment.id, people);
  if (change.owner_id) delays::redirect(ctx, item);
  // Whoever asked may look.
  if (patch.requester && item.row.requester_employee_id) followup::add_participant(ctx, item.commitment.id, *item.row.requester_employee_id);
  store::tell(ctx, item.row.id, "work_item.changed", std::move(changes), note);
  tell_concerned(ctx, before, item, people, note);
  return item;
}

Result<store::Item> apply_patch(Context& ctx, store::Item item, WorkItemPatch const& patch, std::string_view note) {
  TRY(entitled(ctx, item, patch));
  return apply_entitled(ctx, std::move(item), patch, note);
}

/// Refusals inside a batch name the item's place.
Refusal at(std::size_t index, Refusal refusal) {
  std::string place = "ids." + std::to_string(index);
  if (refusal.fields.empty()) return Refusal::invalid_field(place, refusal.code, refusal.arguments);
  for (auto& field : refusal.fields) field.path = place + "." + field.path;
  return refusal;
}

Result<void> change_one(Context& ctx, WorkItemId id, BatchForm const& form) {
  auto item = TRY(store::find_visible(ctx, id, permissions::read));
  WorkItemPatch patch{.owner_id = form.owner_id, .next_follow_up_at = form.next_follow_up_at};
  if (form.due_at) patch.due_at = *form.due_at;
  auto changed = TRY(apply_patch(ctx, std::move(item), patch, form.reason.value_or("")));
  if (form.handler_id && *form.handler_id != changed.commitment.handler_id) TRY(hand_over(ctx, id, *form.handler_id, form.reason.value_or("")));
  return {};
}

}  // namespace

Result<void> changing::may_change(ReadContext const& ctx, store::Item const& item) {
  auto const standpoint = store::standpoint(ctx, item);
  bool const involved = standpoint.owner || standpoint.handler || standpoint.may_assign;
  if (!involved && !followup::find_visible(ctx, item.commitment.id, permissions::change)) return Refusal::forbidden("work.change_not_yours");
  return {};
}

Result<void> changing::redate(Context& ctx, store::Item item, Instant start_at, Instant due_at) {
  if (rules::is_closed(item.row.state)) return Refusal::conflict("work.closed");
  TRY(apply_entitled(ctx, std::move(item), {.start_at = start_at, .due_at = due_at}, {}));
  return {};
}

Result<WorkItemView> change(Context& ctx, WorkItemId id, std::int64_t version, WorkItemPatch const& patch) {
  auto item = TRY(store::find_visible(ctx, id, permissions::read));
  if (version != item.commitment.version) return Refusal::stale("request.stale");
  return views::item(ctx, TRY(apply_patch(ctx, std::move(item), patch, {})));
}

Result<BatchResult> change_many(Context& ctx, BatchForm const& form) {
  if (form.ids.empty() || form.ids.size() > most_at_once) {
    return Refusal::invalid_field("ids", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most_at_once)}});
  }
  if (!form.owner_id && !form.handler_id && !form.due_at && !form.next_follow_up_at) return Refusal::invalid("work.batch_without_change");
  for (std::size_t i = 0; i < form.ids.size(); ++i) {
    auto changed = change_one(ctx, form.ids[i], form);
    if (!changed) return at(i, changed.refusal());
  }
  return BatchResult{static_cast<std::int64_t>(form.ids.size())};
}

}  // namespace zx::work
