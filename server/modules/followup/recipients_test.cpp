#include "modules/followup/recipients.hpp"

#include <gtest/gtest.h>

namespace zx::followup {
namespace {

using enum Standpoint;

struct Recipients : ::testing::Test {
  // 总经理 boss ─ 工程部 head ─ 主管 lead ─ staff, mate
  EmployeeId boss = EmployeeId::make(), head = EmployeeId::make(), lead = EmployeeId::make(), staff = EmployeeId::make(), mate = EmployeeId::make();
  DepartmentId root = DepartmentId::make(), works = DepartmentId::make();
  org::Chart chart;
  std::map<EmployeeId, EmployeeId> deputies;
  Date today = *Date::parse("2026-11-20");
  Circle circle{staff, staff, std::nullopt, works};

  void SetUp() override {
    chart.add(root, {std::nullopt, boss});
    chart.add(works, {root, head});
    chart.add(boss, {root, std::nullopt, std::nullopt});
    chart.add(head, {works, boss, std::nullopt});
    chart.add(lead, {works, head, std::nullopt});
    chart.add(staff, {works, lead, std::nullopt});
    chart.add(mate, {works, lead, std::nullopt});
  }
  std::string at(Topic topic, std::int64_t rung) { return words(recipients_at(shipped_ladder(topic), rung, circle, {chart, deputies, today})); }
  std::string words(std::vector<Recipient> const& recipients) {
    std::map<EmployeeId, std::string> const names{{boss, "boss"}, {head, "head"}, {lead, "lead"}, {staff, "staff"}, {mate, "mate"}};
    std::string text;
    for (auto const& [employee, as, deputy_of] : recipients) {
      text += (text.empty() ? "" : ", ") + names.at(employee) + " as " + std::string(enum_text(as));
      if (deputy_of) text += " for " + names.at(*deputy_of);
    }
    return text;
  }
};

TEST_F(Recipients, rise_from_the_owner_to_the_top) {
  EXPECT_EQ(at(Topic::follow_up, 0), "staff as owner");
  EXPECT_EQ(at(Topic::follow_up, 2), "staff as owner");
  EXPECT_EQ(at(Topic::follow_up, 3), "staff as owner, lead as supervisor");
  EXPECT_EQ(at(Topic::follow_up, 4), "staff as owner, head as department_head");
  EXPECT_EQ(at(Topic::follow_up, 5), "staff as owner, boss as above");
  EXPECT_EQ(at(Topic::follow_up, 6), "") << "nobody stands above the general manager";
}

TEST_F(Recipients, nobody_is_told_twice) {
  EXPECT_EQ(at(Topic::due, 1), "staff as owner");
  circle.handler = mate;
  EXPECT_EQ(at(Topic::due, 1), "staff as owner, mate as handler");
  circle.handler = lead;
  EXPECT_EQ(at(Topic::due, 3), "staff as owner, lead as handler");
}

TEST_F(Recipients, the_head_of_the_matter_is_told_of_others_but_their_own_goes_higher) {
  circle.owner = circle.handler = head;
  EXPECT_EQ(at(Topic::follow_up, 4), "head as owner, boss as department_head");
  circle.owner = circle.handler = boss;
  EXPECT_EQ(at(Topic::follow_up, 3), "");
}

TEST_F(Recipients, the_deputy_is_told_in_place_of_who_is_away) {
  deputies[staff] = mate;
  EXPECT_EQ(at(Topic::follow_up, 1), "mate as owner for staff");
  deputies[mate] = lead;
  EXPECT_EQ(at(Topic::follow_up, 1), "lead as owner for staff");
  deputies[lead] = staff;
  EXPECT_EQ(at(Topic::follow_up, 1), "lead as owner for staff") << "everybody away for one another";
}

TEST_F(Recipients, of_who_left_the_next_above_is_told) {
  chart.add(staff, {works, lead, Date::parse("2026-11-19")});
  EXPECT_EQ(at(Topic::follow_up, 1), "lead as supervisor");
  chart.add(lead, {works, head, Date::parse("2026-11-19")});
  EXPECT_EQ(at(Topic::follow_up, 1), "head as supervisor");
}

TEST_F(Recipients, a_handoff_concerns_receiver_and_giver_and_those_above_the_receiver) {
  circle.owner = boss;
  circle.handler = staff;
  circle.receiver = mate;
  EXPECT_EQ(at(Topic::handoff, 0), "mate as receiver, staff as handler");
  EXPECT_EQ(at(Topic::handoff, 1), "boss as owner, mate as receiver, lead as supervisor");
  EXPECT_EQ(at(Topic::handoff, 2), "boss as owner, mate as receiver, head as department_head");
  circle.owner = staff;
  EXPECT_EQ(at(Topic::handoff, 3), "staff as owner, boss as above") << "and on up the reporting line, as for everything else";
}

}  // namespace
}  // namespace zx::followup
