// New work items.

#include "modules/work/creating.hpp"
#include "modules/work/attention.hpp"
#include "modules/work/briefs.hpp"
#include "modules/work/custom.hpp"
#include "modules/work/store.hpp"
#include "modules/work/sub_items.hpp"
#include "modules/work/views.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"
#include "platform/numbering/numbering.hpp"

namespace zx::work {
namespace {

/// The people of a new item, checked.
struct People {
  org::EmployeeBrief owner;
  EmployeeId holder;                   ///< has it until a handoff is accepted
  std::optional<EmployeeId> receiver;  ///< gets a handoff to accept
};

Result<org::EmployeeBrief> owner_of(Context const& ctx, NewWorkItemForm const& form) {
  if (form.owner_id) {
    if (*form.owner_id != ctx.actor.employee && !ctx.actor.may(permissions::assign)) return Refusal::forbidden("work.owner_needs_assign");
    return org::active_employee(ctx, *form.owner_id, "owner_id");
  }
  if (ctx.actor.employee.is_nil()) return org::default_owner(ctx);
  return org::active_employee(ctx, ctx.actor.employee, "owner_id");
}

Result<People> people_of(Context const& ctx, NewWorkItemForm const& form) {
  People people{.owner = TRY(owner_of(ctx, form)), .holder = {}, .receiver = {}};
  people.holder = ctx.actor.employee.is_nil() ? people.owner.id : ctx.actor.employee;
  auto wanted = people.owner.id;
  if (form.handler_id) wanted = TRY(org::active_employee(ctx, *form.handler_id, "handler_id")).id;
  if (wanted != people.holder) people.receiver = wanted;
  return people;
}

Result<void> check_parent(Context const& ctx, NewWorkItemForm const& form) {
  if (!form.parent_id) return {};
  return sub_items::may_stand_below(ctx, *form.parent_id);
}

/// Everything the form refers to exists.
Result<void> check_references(Context const& ctx, NewWorkItemForm const& form) {
  if (form.department_id) TRY(org::check_department(ctx, *form.department_id, "department_id"));
  if (form.requester && form.requester->employee_id) TRY(store::check_requester(ctx, *form.requester));
  if (form.draft.value_or(false) && form.handler_id) return Refusal::invalid_field("handler_id", "work.draft_has_no_handler");
  return {};
}

Result<void> check_participants(Context const& ctx, NewWorkItemForm const& form) {
  for (std::size_t i = 0; i < form.participant_ids.size(); ++i) TRY(org::active_employee(ctx, form.participant_ids[i], "participant_ids." + std::to_string(i)));
  return {};
}

Result<void> check_follow_on(Context const& ctx, NewWorkItemForm const& form) {
  if (!form.follow_on_of) return {};
  auto const before = store::find_visible(ReadContext(ctx), *form.follow_on_of, permissions::read);
  if (!before) return Refusal::invalid_field("follow_on_of", "work.parent_unknown");
  if (before->row.state != State::done) return Refusal::invalid_field("follow_on_of", "work.lesson_before_done");
  return {};
}

/// What is said beside the item's own columns.
struct Answered {
  briefs::Brief brief;
  rules::CustomValues custom;
};

/// Requests from outside, imported rows and what comes round again are taken as they come; they show as incomplete.
bool is_taken_as_it_comes(NewWorkItemForm const& form, Source source) {
  return form.draft.value_or(false) || source == Source::import || source == Source::public_form || source == Source::series;
}

Result<Answered> answers_of(Context const& ctx, KindView const& kind, NewWorkItemForm const& form, Source source) {
  TRY(custom::check_people(ctx, kind, form.custom));
  std::vector<timeline::Change> ignored;
  Answered answered{briefs::from(form.brief.value_or(BriefForm{})), custom::patched(ctx, kind, kind, {}, form.custom, ignored)};
  if (is_taken_as_it_comes(form, source)) return answered;
  TRY(briefs::may_leave_draft(kind, briefs::answers(answered.brief, form.title, form.due_at), answered.custom));
  return answered;
}

State first_state(NewWorkItemForm const& form, People const& people) {
  if (form.draft.value_or(false)) return State::draft;
  return people.receiver ? State::assigned : State::accepted;
}

store::ItemRow row_of(Context const& ctx, NewWorkItemForm const& form, State state, Source source) {
  auto requester = form.requester.value_or(Requester{});
  bool nobody_named = !requester.employee_id && !requester.name;
  if (nobody_named && !ctx.actor.employee.is_nil()) requester.employee_id = ctx.actor.employee;
  return {.id = form.id.value_or(WorkItemId::make()),
          .description = form.description,
          .state = state,
          .requester_employee_id = requester.employee_id,
          .requester_name = requester.name,
          .requester_phone = requester.phone,
          .requester_email = requester.email,
          .location = form.location,
          .start_at = form.start_at,
          .original_due_at = form.due_at,
          .source = source,
          .tags = to_json(form.tags),
          .parent_id = form.parent_id,
          .created_by = ctx.actor.employee,
          .created_by_name = ctx.actor.name,
          .created_at = ctx.now,
          .urgency = form.urgency,
          .estimate_minutes = form.estimate_minutes,
          .follow_on_of = form.follow_on_of};
}

followup::NewCommitment commitment_of(Context const& ctx, NewWorkItemForm const& form, KindView const& kind, People const& people, store::ItemRow const& row) {
  return {.id = store::commitment_id(row.id),
          .subject_type = "work_item",
          .subject_kind = kind.code,
          .number = numbering::next(ctx, "W"),
          .title = std::string(text::trim(form.title)),
          .owner_id = people.owner.id,
          .handler_id = people.holder,
          .department_id = form.department_id ? form.department_id : people.owner.department_id,
          .stage = std::string(enum_text(row.state)),
          .importance = form.importance.value_or(2),
          .due_at = form.due_at,
          .next_follow_up_at = form.next_follow_up_at,
          .follow_up_gap_minutes = kind.follow_up_gap_minutes,
          .search_text = store::search_text(ctx, row),
          .counterpart = store::counterpart(ctx, row)};
}

void add_participants(Context const& ctx, NewWorkItemForm const& form, store::ItemRow const& row) {
  for (auto id : form.participant_ids) followup::add_participant(ctx, store::commitment_id(row.id), id);
  // Whoever asked may look.
  if (row.requester_employee_id) followup::add_participant(ctx, store::commitment_id(row.id), *row.requester_employee_id);
}

/// A draft is nobody else's yet, and of a request from outside the owner hears in its own words.
void tell_those_named(Context const& ctx, store::Item const& item, NewWorkItemForm const& form) {
  if (item.row.state == State::draft || item.row.source == Source::public_form) return;
  ask_attention(ctx, item, "became_owner", item.commitment.owner_id, "");
  for (auto id : form.participant_ids)
    if (id != item.commitment.owner_id) ask_attention(ctx, item, "joined", id, "");
}

/// A form nothing is wrong with.
struct Checked {
  KindView kind;
  People people;
  Answered answered;
};

Result<Checked> checked(Context const& ctx, NewWorkItemForm const& form, Source source) {
  auto const kind = find_kind(ctx, form.kind.value_or(std::string(default_kind)));
  if (auto errors = rules::wrong_fields(form, kind ? &*kind : nullptr); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  if (form.next_follow_up_at && *form.next_follow_up_at <= ctx.now) return Refusal::invalid_field("next_follow_up_at", "followup.next_time_in_past");
  auto people = TRY(people_of(ctx, form));
  TRY(check_references(ctx, form));
  TRY(check_parent(ctx, form));
  TRY(check_participants(ctx, form));
  TRY(check_follow_on(ctx, form));
  auto answered = TRY(answers_of(ctx, *kind, form, source));
  return Checked{*kind, std::move(people), std::move(answered)};
}

}  // namespace

Result<void> creating::check(Context const& ctx, NewWorkItemForm const& form, Source source) {
  TRY(checked(ctx, form, source));
  return {};
}

Result<WorkItemView> create(Context& ctx, NewWorkItemForm const& form, Source source) {
  if (form.id && store::exists(ctx, *form.id)) return show(ctx, *form.id);
  auto const [kind, people, answered] = TRY(checked(ctx, form, source));
  auto row = row_of(ctx, form, first_state(form, people), source);
  row.custom = to_json(answered.custom);
  auto commitment = followup::open(ctx, commitment_of(ctx, form, kind, people, row));
  store::insert(ctx, row);
  if (answered.brief != briefs::Brief{}) briefs::save(ctx, row.id, answered.brief);
  add_participants(ctx, form, row);
  store::tell_first(ctx, row.id, "work_item.created",
                    {{"title", "", commitment.title}, {"owner", "", people.owner.name}, {"due_at", "", form.due_at ? form.due_at->text() : ""}});
  tell_those_named(ctx, {row, commitment}, form);
  if (!people.receiver || row.state == State::draft) return views::item(ctx, {row, commitment});
  TRY(hand_over(ctx, row.id, *people.receiver, form.description.value_or("")));
  return show(ctx, row.id);  // the handoff made a new version
}

}  // namespace zx::work
