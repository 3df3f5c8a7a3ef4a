#include "modules/work/kinds.hpp"

#include <functional>
#include <thread>

#include "modules/work/kind_rules.hpp"
#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using enum Answer;

struct KindsOfWork : WorkWorld {
  KindView add(NewKindForm const& form) {
    return world().write_as(company->system, [&](Context& ctx) { return add_kind(ctx, form); });
  }
  std::string adding(NewKindForm const& form) {
    return refused(company->system, [&](Context& ctx) { return add_kind(ctx, form); });
  }
  KindView change(std::string_view code, KindPatch const& patch) {
    return world().write_as(company->system, [&](Context& ctx) { return change_kind(ctx, code, kind_called(ctx, code).version, patch); });
  }
  std::string changing(std::string_view code, KindPatch const& patch) {
    return refused(company->system, [&](Context& ctx) { return change_kind(ctx, code, kind_called(ctx, code).version, patch); });
  }
  std::string creating(NewWorkItemForm form) {
    if (form.title.empty()) form.title = "检修";
    return refused(li, [&](Context& ctx) { return create(ctx, form); });
  }
  Kinds all() {
    return world().read([](ReadContext const& ctx) { return *kinds_of(ctx); });
  }
  /// After-commit actions run on a thread of their own.
  void eventually(std::function<bool()> const& holds) {
    for (int i = 0; i < 200 && !holds(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_TRUE(holds());
  }
  KindView elevator() {
    return add({.code = "elevator",
                .name_zh = "电梯检修",
                .name_en = "Elevator",
                .required = std::vector{who, what},
                .fields = {{.code = "car", .name_zh = "梯号", .name_en = "Car", .type = CustomFieldType::choice, .choices = {"1号", "2号"}, .required = true},
                           {.code = "stops", .name_zh = "停靠层", .name_en = "Stops", .type = CustomFieldType::number, .choices = {}},
                           {.code = "checked_on", .name_zh = "上次年检", .name_en = "Checked", .type = CustomFieldType::date, .choices = {}},
                           {.code = "inspector", .name_zh = "检验员", .name_en = "Inspector", .type = CustomFieldType::person, .choices = {}}}});
  }
};
ON_EACH_ENGINE(KindsOfWork);

TEST_P(KindsOfWork, an_organization_has_the_shipped_kinds_once) {
  world().write_as(company->system, [](Context& ctx) { ensure_kinds(ctx); });
  auto kinds = all();
  ASSERT_EQ(kinds.size(), shipped_kinds().size());
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    EXPECT_EQ(kinds[i].code, shipped_kinds()[i].code);
    EXPECT_EQ(kinds[i].required, shipped_kinds()[i].required);
    EXPECT_EQ(kinds[i].handoff_limit_minutes, shipped_kinds()[i].handoff_limit_minutes);
  }
}

TEST_P(KindsOfWork, a_new_kind_asks_for_four_answers_unless_it_says_otherwise) {
  EXPECT_EQ(add({.code = "visit", .name_zh = "走访", .name_en = "Visit"}).required, (std::vector{who, when, what, standard}));
  EXPECT_EQ(add({.code = "note", .name_zh = "记事", .name_en = "Note", .required = std::vector<Answer>{}}).required, std::vector<Answer>{});
}

TEST_P(KindsOfWork, a_kind_made_elsewhere_can_be_used_at_once) {
  EXPECT_EQ(creating({.kind = "elevator", .custom = {{"car", "1号"}}}), "kind: work.kind_unknown");
  elevator();
  EXPECT_EQ(creating({.kind = "elevator", .custom = {{"car", "1号"}}}), "");
}

TEST_P(KindsOfWork, a_changed_kind_holds_here_at_once_and_elsewhere_soon) {
  all();
  change("task", {.handoff_limit_minutes = 33});
  eventually([&] { return all().front().handoff_limit_minutes == 33; });
  // As another node would change it.
  world().tamper("UPDATE work_kind SET handoff_limit_minutes = 44 WHERE code = 'task'");
  EXPECT_EQ(all().front().handoff_limit_minutes, 33);
  world().clock.advance(std::chrono::seconds(30));
  EXPECT_EQ(all().front().handoff_limit_minutes, 44);
}

TEST_P(KindsOfWork, a_closed_kind_stays_with_its_items_and_takes_no_new_ones) {
  elevator();
  auto item = make(li, {.kind = "elevator", .custom = {{"car", "1号"}}});
  change("elevator", {.closed = true});
  eventually([&] { return all().back().closed_at.has_value(); });
  EXPECT_EQ(creating({.kind = "elevator", .custom = {{"car", "1号"}}}), "kind: work.kind_closed");
  EXPECT_EQ(look(item.id).kind, "elevator");
  EXPECT_EQ(refused(li, [&](Context& ctx) { return work::change(ctx, item.id, item.version, {.title = "电梯异响"}); }), "");
  change("elevator", {.closed = false});
  eventually([&] { return !all().back().closed_at; });
  EXPECT_EQ(creating({.kind = "elevator", .custom = {{"car", "1号"}}}), "");
}

TEST_P(KindsOfWork, the_default_kind_cannot_be_closed) { EXPECT_EQ(changing("task", {.closed = true}), "work.kind_needed"); }

TEST_P(KindsOfWork, a_code_is_given_once) {
  EXPECT_EQ(adding({.code = "task", .name_zh = "任务", .name_en = "Task"}), "work.kind_code_taken");
  EXPECT_EQ(adding({.code = "Task", .name_zh = "任务", .name_en = "Task"}), "code: work.code_invalid");
}

TEST_P(KindsOfWork, a_field_keeps_its_type) {
  elevator();
  auto fields = all().back().fields;
  fields[1].type = CustomFieldType::text;
  EXPECT_EQ(changing("elevator", {.fields = fields}), "fields.1.type: work.field_type_fixed");
  fields[1].code = "levels";
  EXPECT_EQ(changing("elevator", {.fields = fields}), "");
}

TEST_P(KindsOfWork, a_change_is_based_on_a_version_and_stands_in_the_history) {
  auto stale = refused(company->system, [](Context& ctx) { return change_kind(ctx, "complaint", 7, {.minimum_touches = 3}); });
  EXPECT_EQ(stale, "request.stale");
  EXPECT_EQ(change("complaint", {.minimum_touches = 3}).version, 2);
  EXPECT_EQ(change("complaint", {.minimum_touches = 3}).version, 2) << "nothing new is no change";
}

TEST_P(KindsOfWork, own_fields_accept_what_fits_them) {
  elevator();
  auto with = [&](std::string code, std::string value) {
    NewWorkItemForm form{.kind = "elevator", .custom = {{"car", "1号"}}};
    form.custom[code] = value;
    return creating(form);
  };
  EXPECT_EQ(with("stops", "12.5"), "");
  EXPECT_EQ(with("stops", "十二"), "custom.stops: work.custom_number");
  EXPECT_EQ(with("checked_on", "2026-02-30"), "custom.checked_on: work.custom_date");
  EXPECT_EQ(with("car", "3号"), "custom.car: work.custom_choice");
  EXPECT_EQ(with("inspector", sun.employee.text()), "");
  EXPECT_EQ(with("inspector", EmployeeId::make().text()), "custom.inspector: org.employee_unknown");
  EXPECT_EQ(with("inspector", "孙会计"), "custom.inspector: org.employee_unknown");
  EXPECT_EQ(with("colour", "红"), "custom.colour: work.custom_unknown");
  EXPECT_EQ(creating({.kind = "elevator"}), "custom.car: work.custom_required");
  EXPECT_EQ(creating({.kind = "elevator", .draft = true}), "") << "a draft may wait";
}

TEST_P(KindsOfWork, own_fields_change_one_by_one_and_are_named_in_the_history) {
  elevator();
  auto item = make(li, {.kind = "elevator", .custom = {{"car", "1号"}, {"stops", "12"}}});
  EXPECT_EQ(item.custom, (std::map<std::string, std::string>{{"car", "1号"}, {"stops", "12"}}));
  auto changed = world().write_as(li, [&](Context& ctx) {
    return work::change(ctx, item.id, item.version, {.custom = {{"stops", std::nullopt}, {"inspector", sun.employee.text()}}});
  });
  EXPECT_EQ(changed.custom, (std::map<std::string, std::string>{{"car", "1号"}, {"inspector", sun.employee.text()}}));
  ASSERT_EQ(changed.custom_people.size(), 1u);
  EXPECT_EQ(changed.custom_people[0].name, "孙会计");
  EXPECT_EQ(said(history(item.id).front().changes), "停靠层: 12 → ; 检验员:  → 孙会计; ");
  auto emptied = refused(li, [&](Context& ctx) { return work::change(ctx, item.id, changed.version, {.custom = {{"car", std::nullopt}}}); });
  EXPECT_EQ(emptied, "custom.car: work.custom_required");
}

TEST_P(KindsOfWork, another_kind_leaves_the_fields_it_does_not_have_behind) {
  elevator();
  auto item = make(li, {.kind = "elevator", .custom = {{"car", "1号"}}});
  auto changed = world().write_as(li, [&](Context& ctx) { return work::change(ctx, item.id, item.version, {.kind = "task"}); });
  EXPECT_TRUE(changed.custom.empty());
  EXPECT_EQ(said(history(item.id).front().changes), "kind: elevator → task; 梯号: 1号 → ; ");
}

}  // namespace
}  // namespace zx::work
