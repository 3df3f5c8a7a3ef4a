#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

struct Participating : WorkWorld {
  std::string setting(Actor const& who, WorkItemId id, std::vector<EmployeeId> people) {
    auto version = look(id).version;
    return refused(who, [&](Context& ctx) { return change(ctx, id, version, {.participant_ids = people}); });
  }
  std::vector<std::string> names(WorkItemId id) {
    std::vector<std::string> names;
    for (auto const& person : look(id).participants) names.push_back(person.name);
    return names;
  }
  bool sees(Actor const& who, WorkItemId id) {
    return refused(who, [&](Context& ctx) { return show(ctx, id); }).empty();
  }
  std::string declining(Actor const& who, HandoffId id) {
    return refused(who, [&](Context& ctx) { return decline_handoff(ctx, id, "没有时间"); });
  }
  /// Nobody asked for it but somebody outside: no requester among the participants.
  WorkItemView make_plain(std::vector<EmployeeId> participants = {}) {
    return make(li, {.requester = Requester{.name = "住户"}, .participant_ids = std::move(participants)});
  }
};
ON_EACH_ENGINE(Participating);

TEST_P(Participating, the_list_given_becomes_the_whole_list) {
  auto item = make_plain({zhao.employee});
  EXPECT_EQ(setting(li, item.id, {sun.employee, wang.employee}), "");
  EXPECT_EQ(names(item.id), (std::vector<std::string>{"孙会计", "王芳"}));
  EXPECT_TRUE(sees(sun, item.id));
  EXPECT_FALSE(sees(zhao, item.id));
  EXPECT_EQ(setting(li, item.id, {}), "");
  EXPECT_EQ(names(item.id), std::vector<std::string>{});
}

TEST_P(Participating, the_history_names_who_took_part_before_and_after) {
  auto item = make_plain({zhao.employee});
  EXPECT_EQ(setting(li, item.id, {zhao.employee, sun.employee}), "");
  auto entry = history(item.id).front();
  EXPECT_EQ(entry.event, "work_item.changed");
  ASSERT_EQ(entry.changes.size(), 1u);
  EXPECT_EQ(entry.changes[0].field, "participants");
  EXPECT_EQ(entry.changes[0].from, "赵强");
  EXPECT_EQ(entry.changes[0].to, "赵强、孙会计");
  auto entries = history(item.id).size();
  EXPECT_EQ(setting(li, item.id, {sun.employee, zhao.employee, sun.employee}), "");
  EXPECT_EQ(history(item.id).size(), entries) << "the same people are no change";
}

TEST_P(Participating, new_ones_work_here_and_old_ones_may_have_left) {
  auto item = make_plain({zhao.employee});
  EXPECT_EQ(setting(li, item.id, {zhao.employee, EmployeeId::make()}), "participant_ids.1: org.employee_unknown");
  company->leave(zhao.employee, {2026, 11, 1});
  EXPECT_EQ(setting(li, item.id, {zhao.employee, sun.employee}), "");
  EXPECT_EQ(setting(li, item.id, {sun.employee}), "");
  EXPECT_EQ(setting(li, item.id, {sun.employee, zhao.employee}), "participant_ids.1: org.employee_left");
  EXPECT_EQ(setting(li, item.id, std::vector<EmployeeId>(101, sun.employee)), "participant_ids: field.too_many");
}

TEST_P(Participating, who_is_asked_to_take_over_stays_able_to_look) {
  auto item = make_plain();
  auto handoff = offer(li, item.id, sun);
  EXPECT_EQ(setting(li, item.id, {}), "");
  EXPECT_EQ(names(item.id), std::vector<std::string>{"孙会计"});
  EXPECT_EQ(refused(sun, [&](Context& ctx) { return accept_handoff(ctx, handoff.id); }), "");
}

TEST_P(Participating, who_declines_sees_no_more_of_it) {
  auto item = make_plain();
  EXPECT_EQ(declining(sun, offer(li, item.id, sun).id), "");
  EXPECT_FALSE(sees(sun, item.id));
  EXPECT_EQ(names(item.id), std::vector<std::string>{});
}

TEST_P(Participating, who_took_part_before_still_does_after_declining) {
  auto item = make_plain({sun.employee});
  EXPECT_EQ(declining(sun, offer(li, item.id, sun).id), "");
  EXPECT_TRUE(sees(sun, item.id));
  auto at_creation = make(li, {.handler_id = sun.employee, .participant_ids = {sun.employee}});
  EXPECT_EQ(declining(sun, at_creation.pending_handoff->id), "");
  EXPECT_TRUE(sees(sun, at_creation.id)) << "named as a participant beside the handoff";
}

TEST_P(Participating, a_handoff_taken_back_or_cancelled_leaves_no_participant) {
  auto item = make_plain();
  auto handoff = offer(li, item.id, sun);
  EXPECT_EQ(refused(li, [&](Context& ctx) { return withdraw_handoff(ctx, handoff.id); }), "");
  EXPECT_FALSE(sees(sun, item.id));
  offer(li, item.id, sun);
  EXPECT_EQ(refused(boss, [&](Context& ctx) { return cancel(ctx, item.id, "不修了"); }), "");
  EXPECT_FALSE(sees(sun, item.id));
}

}  // namespace
}  // namespace zx::work
