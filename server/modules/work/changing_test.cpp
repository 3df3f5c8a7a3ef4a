#include "modules/work/work_fixture.hpp"
#include "platform/testing/table_contents.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;

struct Changing : WorkWorld {
  std::string changing(Actor const& who, WorkItemId id, WorkItemPatch const& patch) {
    return refused(who, [&](Context& ctx) { return change(ctx, id, look_in(ctx, id).version, patch); });
  }
  WorkItemView look_in(Context& ctx, WorkItemId id) {
    Context as_system{company->system, ctx.now, ctx.db, ctx.services};
    return show(as_system, id).value();
  }
  Result<BatchResult> batch(Actor const& who, BatchForm const& form) {
    return by(who, [&](Context& ctx) { return change_many(ctx, form); });
  }
  std::string contents() {
    return world().read([](ReadContext const& ctx) {
      return fixture::contents_of(ctx.db, {"commitment", "work_item", "handoff", "commitment_participant", "timeline_entry", "timeline_head", "outbox_event"});
    });
  }
};
ON_EACH_ENGINE(Changing);

TEST_P(Changing, null_clears_and_absent_keeps) {
  auto item = make(li, {.description = "三楼渗水", .location = "3号楼", .department_id = repairs, .start_at = in(hours(1)), .due_at = in(hours(48))});
  EXPECT_EQ(changing(li, item.id, {.title = "换管"}), "");
  EXPECT_EQ(look(item.id).description, "三楼渗水");
  EXPECT_EQ(look(item.id).department_name, "维修组");
  auto patch = from_json<WorkItemPatch>(R"({"description":null,"location":null,"department_id":null,"start_at":null,"due_at":null})").value();
  EXPECT_EQ(changing(li, item.id, patch), "");
  auto after = look(item.id);
  EXPECT_EQ(after.title, "换管");
  EXPECT_FALSE(after.description || after.location || after.department_id || after.start_at || after.due_at);
}

TEST_P(Changing, the_first_due_time_is_kept_for_ever) {
  auto item = make(li, {.due_at = in(hours(24))});
  auto first = *item.due_at;
  EXPECT_EQ(changing(li, item.id, {.due_at = in(hours(48))}), "");
  EXPECT_EQ(changing(li, item.id, {.due_at = Patch<Instant>::null()}), "");
  EXPECT_EQ(changing(li, item.id, {.due_at = in(hours(96))}), "");
  EXPECT_EQ(look(item.id).original_due_at, first);
  EXPECT_EQ(look(item.id).due_at, in(hours(96)));

  auto undated = make();
  EXPECT_FALSE(undated.original_due_at);
  EXPECT_EQ(changing(li, undated.id, {.due_at = in(hours(5))}), "");
  EXPECT_EQ(changing(li, undated.id, {.due_at = in(hours(9))}), "");
  EXPECT_EQ(look(undated.id).original_due_at, in(hours(5)));
}

TEST_P(Changing, a_slip_in_the_date_is_mended_until_somebody_has_accepted_it) {
  auto draft = make(li, {.due_at = in(hours(1)), .draft = true});
  EXPECT_EQ(changing(li, draft.id, {.due_at = in(hours(24 * 30))}), "");
  EXPECT_EQ(look(draft.id).original_due_at, in(hours(24 * 30)));
  EXPECT_EQ(changing(li, draft.id, {.due_at = Patch<Instant>::null()}), "");
  EXPECT_FALSE(look(draft.id).original_due_at);

  auto offered = make(li, {.handler_id = wang.employee, .due_at = in(hours(1))});
  EXPECT_EQ(changing(li, offered.id, {.due_at = in(hours(48))}), "");
  EXPECT_EQ(look(offered.id).original_due_at, in(hours(48)));
  accept(wang, offered.pending_handoff->id);
  EXPECT_EQ(changing(li, offered.id, {.due_at = in(hours(72))}), "");
  EXPECT_EQ(look(offered.id).original_due_at, in(hours(48))) << "it was promised then";
  EXPECT_EQ(look(offered.id).due_at, in(hours(72)));
}

TEST_P(Changing, what_was_accepted_while_on_hold_is_promised) {
  auto offered = make(li, {.handler_id = wang.employee, .due_at = in(hours(48))});
  EXPECT_EQ(refused(li, [&](Context& ctx) { return hold(ctx, offered.id, "等批准", in(hours(24))); }), "");
  EXPECT_EQ(changing(li, offered.id, {.due_at = in(hours(72))}), "");
  EXPECT_EQ(look(offered.id).original_due_at, in(hours(72)));
  accept(wang, offered.pending_handoff->id);
  EXPECT_EQ(changing(li, offered.id, {.due_at = in(hours(96))}), "");
  EXPECT_EQ(look(offered.id).original_due_at, in(hours(72)));
}

TEST_P(Changing, what_is_overdue_is_not_mended_before_its_acceptance_either) {
  auto offered = make(li, {.handler_id = wang.employee, .due_at = in(hours(1))});
  world().clock.advance(hours(2));
  EXPECT_EQ(changing(li, offered.id, {.due_at = in(hours(48))}), "work.delay_report_required");
  EXPECT_EQ(look(offered.id).original_due_at, offered.due_at);
}

TEST_P(Changing, a_change_based_on_an_old_version_is_refused) {
  auto item = make();
  EXPECT_EQ(changing(li, item.id, {.title = "换管"}), "");
  auto before = contents();
  auto late = by(li, [&](Context& ctx) { return change(ctx, item.id, item.version, {.title = "补漏"}); });
  EXPECT_EQ(late.refusal().kind, RefusalKind::stale);
  EXPECT_EQ(fixture::difference(before, contents()), "");
}

TEST_P(Changing, what_says_nothing_new_leaves_no_trace) {
  auto item = make(li, {.tags = {"急"}});
  auto before = contents();
  EXPECT_EQ(changing(li, item.id, {}), "");
  EXPECT_EQ(changing(li, item.id,
                     {.title = item.title, .importance = 2, .next_follow_up_at = item.standing.next_follow_up_at, .tags = std::vector<std::string>{"急"}}),
            "");
  EXPECT_EQ(fixture::difference(before, contents()), "");
}

TEST_P(Changing, each_changed_field_is_on_the_timeline_with_names) {
  auto item = make();
  EXPECT_EQ(changing(chen, item.id, {.title = "换管", .owner_id = wang.employee, .department_id = repairs, .due_at = in(hours(24))}), "");
  std::map<std::string, std::string> became;
  auto entry = history(item.id).front();
  for (auto const& change : entry.changes) became[change.field] = change.to;
  EXPECT_EQ(became.at("title"), "换管");
  EXPECT_EQ(became.at("owner"), "王芳");
  EXPECT_EQ(became.at("due_at"), in(hours(24)).text());
  EXPECT_EQ(became["department"], "维修组");
}

TEST_P(Changing, who_is_not_involved_needs_the_right_to_change) {
  auto item = make(li, {.participant_ids = {zhao.employee}});
  EXPECT_EQ(changing(zhao, item.id, {.title = "换管"}), "work.change_not_yours");
  EXPECT_EQ(changing(sun, item.id, {.title = "换管"}), "work.not_found");
  EXPECT_EQ(changing(chen, item.id, {.title = "换管"}), "");
  EXPECT_EQ(changing(boss, item.id, {.title = "补漏"}), "");
}

TEST_P(Changing, a_new_owner_needs_the_right_to_assign) {
  auto item = make();
  EXPECT_EQ(changing(li, item.id, {.owner_id = wang.employee}), "work.owner_needs_assign");
  EXPECT_EQ(changing(chen, item.id, {.owner_id = EmployeeId::make()}), "owner_id: org.employee_unknown");
  EXPECT_EQ(changing(chen, item.id, {.owner_id = wang.employee}), "");
  EXPECT_EQ(look(item.id).standing.owner.name, "王芳");
  EXPECT_EQ(look(item.id).standing.handler.name, "李明");
}

TEST_P(Changing, wrong_values_are_refused) {
  auto item = make(li, {.start_at = in(hours(2))});
  EXPECT_EQ(changing(li, item.id, {.due_at = in(hours(1))}), "due_at: work.due_before_start");
  EXPECT_EQ(changing(li, item.id, {.next_follow_up_at = world().clock.now()}), "next_follow_up_at: followup.next_time_in_past");
  EXPECT_EQ(changing(li, item.id, {.parent_id = WorkItemId::make()}), "parent_id: work.parent_unknown");
  EXPECT_EQ(changing(li, item.id, {.progress = 101}), "progress: field.out_of_range");
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return cancel(ctx, item.id, "不修了"); }), "");
  EXPECT_EQ(changing(li, item.id, {.title = "换管"}), "work.closed");
}

TEST_P(Changing, an_item_does_not_stand_below_itself) {
  auto parent = make();
  auto child = make(li, {.parent_id = parent.id});
  EXPECT_EQ(changing(li, parent.id, {.parent_id = child.id}), "parent_id: work.parent_cycle");
  EXPECT_EQ(changing(li, parent.id, {.parent_id = parent.id}), "parent_id: work.parent_cycle");
}

TEST_P(Changing, a_department_that_does_not_exist_is_refused) {
  EXPECT_EQ(refused(li, [&](Context& ctx) { return create(ctx, {.title = "换管", .department_id = DepartmentId::make()}); }),
            "department_id: org.department_unknown");
  EXPECT_EQ(changing(li, make().id, {.department_id = DepartmentId::make()}), "department_id: org.department_unknown");
}

TEST_P(Changing, a_batch_changes_all) {
  std::vector<WorkItemId> ids{make().id, make().id, make().id};
  auto changed = batch(
      chen,
      {.ids = ids, .owner_id = wang.employee, .handler_id = zhao.employee, .due_at = in(hours(24)), .next_follow_up_at = in(hours(5)), .reason = "李明休假"});
  ASSERT_TRUE(changed) << changed.refusal().code;
  EXPECT_EQ(changed->changed, 3);
  for (auto id : ids) {
    auto item = look(id);
    EXPECT_EQ(item.standing.owner.name, "王芳");
    EXPECT_EQ(item.standing.handler.name, "李明") << "until the handoff is accepted";
    EXPECT_EQ(item.pending_handoff->to.name, "赵强");
    EXPECT_EQ(item.due_at, in(hours(24)));
    EXPECT_EQ(item.standing.next_follow_up_at, in(hours(5)));
  }
}

TEST_P(Changing, a_batch_is_all_or_nothing_and_names_the_place) {
  std::vector<WorkItemId> ids{make().id, make().id, make(sun, {}).id};
  auto before = contents();
  auto refusal = batch(chen, {.ids = ids, .due_at = in(hours(24))}).refusal();
  ASSERT_EQ(refusal.fields.size(), 1u);
  EXPECT_EQ(refusal.fields[0].path, "ids.2");
  EXPECT_EQ(refusal.fields[0].code, "work.not_found");
  refusal = batch(boss, {.ids = ids, .due_at = in(hours(24)), .next_follow_up_at = in(-hours(1))}).refusal();
  EXPECT_EQ(refusal.fields.at(0).path, "ids.0.next_follow_up_at");
  EXPECT_EQ(fixture::difference(before, contents()), "");
}

TEST_P(Changing, a_batch_has_items_and_something_to_change) {
  EXPECT_EQ(batch(boss, {.due_at = in(hours(1))}).refusal().fields.at(0).path, "ids");
  EXPECT_EQ(batch(boss, {.ids = std::vector<WorkItemId>(201, make().id), .due_at = in(hours(1))}).refusal().fields.at(0).path, "ids");
  EXPECT_EQ(batch(boss, {.ids = {make().id}}).refusal().code, "work.batch_without_change");
}

TEST_P(Changing, a_new_item_with_a_known_id_gives_the_first_answer) {
  NewWorkItemForm form{.id = WorkItemId::make(), .title = "PVC排水管修复"};
  auto first = make(li, form);
  auto before = contents();
  form.title = "另一件事";
  EXPECT_EQ(to_json(make(li, form)), to_json(first));
  EXPECT_EQ(refused(sun, [&](Context& ctx) { return create(ctx, form); }), "work.not_found") << "not for those who do not see it";
  EXPECT_EQ(fixture::difference(before, contents()), "");
}

TEST_P(Changing, a_new_item_is_checked_before_it_exists) {
  auto before = contents();
  auto creating = [&](NewWorkItemForm const& form) { return refused(li, [&](Context& ctx) { return create(ctx, form); }); };
  EXPECT_EQ(creating({.title = "换管", .owner_id = wang.employee}), "work.owner_needs_assign");
  EXPECT_EQ(creating({.title = "换管", .handler_id = EmployeeId::make()}), "handler_id: org.employee_unknown");
  EXPECT_EQ(creating({.title = "换管", .participant_ids = {wang.employee, EmployeeId::make()}}), "participant_ids.1: org.employee_unknown");
  EXPECT_EQ(creating({.title = "换管", .next_follow_up_at = world().clock.now()}), "next_follow_up_at: followup.next_time_in_past");
  EXPECT_EQ(creating({.title = "换管", .parent_id = WorkItemId::make()}), "parent_id: work.parent_unknown");
  EXPECT_EQ(fixture::difference(before, contents()), "");
  EXPECT_EQ(creating({.title = "换管", .parent_id = make(sun, {}).id}), "parent_id: work.parent_unknown") << "not visible to 李明";
}

TEST_P(Changing, another_kind_brings_its_cadence_unless_one_was_chosen) {
  auto gap = [&](WorkItemId id) {
    return world().read(
        [&](ReadContext const& ctx) { return followup::find_visible(ctx, store::commitment_id(id), permissions::read).value().follow_up_gap_minutes; });
  };
  auto item = make(li, {.kind = "task", .due_at = in(std::chrono::hours(48))});
  EXPECT_EQ(gap(item.id), shipped_kinds()[0].follow_up_gap_minutes);
  EXPECT_EQ(changing(li, item.id, {.kind = "work_order"}), "");
  EXPECT_EQ(gap(item.id), shipped_kinds()[1].follow_up_gap_minutes);
}

}  // namespace
}  // namespace zx::work
