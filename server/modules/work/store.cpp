#include "modules/work/store.hpp"

#include <algorithm>

#include "modules/work/sql.hpp"

namespace zx::work::store {
namespace {

template <class AnyContext>
Result<Item> find(AnyContext const& ctx, WorkItemId id, Permission permission) {
  auto commitment = followup::find_visible(ctx, commitment_id(id), permission);
  if (!commitment || commitment->subject_type != "work_item") return Refusal::not_found("work.not_found");
  auto row = ctx.db.template sure<ItemRow>(sql::find_item, {{"org", ctx.actor.organization}, {"id", id}});
  return Item{std::move(row), std::move(*commitment)};
}

void tell_pages(Context const& ctx, WorkItemId id) {
  ctx.db.after_commit(
      [&services = ctx.services, organization = ctx.actor.organization, text = id.text()] { services.notify_pages(organization, "work_item", text); });
}

}  // namespace

Result<Item> find_visible(Context const& ctx, WorkItemId id, Permission permission) { return find(ctx, id, permission); }
Result<Item> find_visible(ReadContext const& ctx, WorkItemId id, Permission permission) { return find(ctx, id, permission); }

bool exists(ReadContext const& ctx, WorkItemId id) { return ctx.db.one<ItemRow>(sql::find_item, {{"org", ctx.actor.organization}, {"id", id}}).has_value(); }

void insert(Context const& ctx, ItemRow const& row) { ctx.db.enqueue(sql::insert_item, db::Parameters::of(row).and_("org", ctx.actor.organization)); }

void update(Context const& ctx, ItemRow const& row) { ctx.db.enqueue(sql::update_item, db::Parameters::of(row).and_("org", ctx.actor.organization)); }

void mark_begun(Context const& ctx, WorkItemId id) { ctx.db.enqueue(sql::mark_begun, {{"org", ctx.actor.organization}, {"id", id}, {"now", ctx.now}}); }

void insert(Context const& ctx, HandoffRow const& handoff) {
  ctx.db.enqueue(sql::insert_handoff, db::Parameters::of(handoff).and_("org", ctx.actor.organization));
}

void answer(Context const& ctx, HandoffRow const& handoff) {
  ctx.db.enqueue(sql::answer_handoff, db::Parameters::of(handoff).and_("org", ctx.actor.organization));
  followup::answered(ctx, commitment_id(handoff.work_item_id));
}

void end_unaccepted(Context const& ctx, HandoffRow const& handoff) {
  answer(ctx, handoff);
  if (handoff.made_participant) followup::remove_participant(ctx, commitment_id(handoff.work_item_id), handoff.to_id);
}

std::optional<followup::FollowUpView> last_progress_report(ReadContext const& ctx, followup::CommitmentId id) {
  std::optional<followup::FollowUpView> last;
  // Clocks of phones run ahead: nothing was reported later than it was recorded.
  auto const said_at = [](auto const& each) { return std::min(each.at, each.recorded_at); };
  for (auto& each : followup::follow_ups_of(ctx, id))
    if (each.progress && (!last || said_at(each) >= said_at(*last))) last = std::move(each);
  return last;
}

std::optional<HandoffRow> find_handoff(ReadContext const& ctx, HandoffId id) {
  db::Composed statement(sql::handoffs);
  statement += sql::of_handoff;
  return ctx.db.one<HandoffRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

std::optional<HandoffRow> pending_handoff(ReadContext const& ctx, WorkItemId id) {
  db::Composed statement(sql::handoffs);
  statement += sql::pending_of_item;
  return ctx.db.one<HandoffRow>(statement, {{"org", ctx.actor.organization}, {"work_item", id}});
}

std::vector<HandoffRow> handoffs_of(ReadContext const& ctx, WorkItemId id) {
  db::Composed statement(sql::handoffs);
  statement += sql::all_of_item;
  return ctx.db.all<HandoffRow>(statement, {{"org", ctx.actor.organization}, {"work_item", id}});
}

bool is_never_accepted(ReadContext const& ctx, Item const& item) {
  auto const& row = item.row;
  if (row.state != State::on_hold) return row.state == State::draft || row.state == State::assigned;
  return row.state_before_hold == State::assigned && pending_handoff(ctx, row.id).has_value();
}

rules::Standpoint standpoint(ReadContext const& ctx, Item const& item) {
  auto const& commitment = item.commitment;
  bool is_person = !ctx.actor.employee.is_nil();
  auto reaches = [&](Permission permission) { return ctx.actor.may(permission) && followup::find_visible(ctx, commitment.id, permission).ok(); };
  return {.owner = ctx.actor.is_system || (is_person && commitment.owner_id == ctx.actor.employee),
          .handler = ctx.actor.is_system || (is_person && commitment.handler_id == ctx.actor.employee),
          .may_assign = reaches(permissions::assign),
          .may_cancel = reaches(permissions::cancel)};
}

Result<void> check_requester(ReadContext const& ctx, Requester const& requester) {
  if (requester.employee_id && !org::find_employee(ctx, *requester.employee_id)) return Refusal::invalid_field("requester.employee_id", "org.employee_unknown");
  return {};
}

std::vector<std::string> open_sub_items(ReadContext const& ctx, WorkItemId id) {
  return ctx.db.all<std::string>(sql::open_sub_items, {{"org", ctx.actor.organization}, {"id", id}});
}

bool is_below(ReadContext const& ctx, WorkItemId descendant, WorkItemId ancestor) {
  return ctx.db.one<WorkItemId>(sql::find_above, {{"org", ctx.actor.organization}, {"id", descendant}, {"above", ancestor}}).has_value();
}

followup::Counterpart counterpart(ReadContext const& ctx, ItemRow const& row) {
  if (row.requester_employee_id) return followup::counterpart_of(*row.requester_employee_id, name_of(ctx, *row.requester_employee_id));
  return followup::counterpart_outside(row.requester_name.value_or(""), row.requester_phone.value_or(""), row.requester_email.value_or(""));
}

std::string search_text(ReadContext const& ctx, ItemRow const& row) {
  std::string text;
  if (row.requester_employee_id) text += org::search_text_of(ctx, *row.requester_employee_id) + " ";
  for (auto const* part : {&row.requester_name, &row.requester_phone, &row.location}) {
    if (*part) text += **part + " ";
  }
  return text;
}

std::string name_of(ReadContext const& ctx, EmployeeId id) {
  auto employee = org::find_employee(ctx, id);
  return employee ? employee->name : std::string{};
}

void tell(Context const& ctx, WorkItemId id, std::string_view event, std::vector<timeline::Change> changes, std::string_view note) {
  timeline::append(ctx, {"work_item", id.uuid}, event, std::move(changes), note);
  tell_pages(ctx, id);
}

void tell_first(Context const& ctx, WorkItemId id, std::string_view event, std::vector<timeline::Change> changes) {
  timeline::begin(ctx, {"work_item", id.uuid}, event, std::move(changes));
  tell_pages(ctx, id);
}

}  // namespace zx::work::store
