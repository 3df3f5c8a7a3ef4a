#include "modules/org/auditing.hpp"

#include "modules/org/people_fixture.hpp"

namespace zx::org {
namespace {

struct Auditing : fixture::EachEngine {
  Auditing() : EachEngine(fixture::Migrations(module().migrations.begin(), module().migrations.end())) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    li = company->employ({.name = "李明"});
    world().clock.advance(std::chrono::hours(24));
    auto const actor = company->actor(li);
    world().write_as(actor, [&](Context& ctx) { return add_position(ctx, {"水电工"}); });
    world().write_as(actor, [&](Context& ctx) { return add_position(ctx, {"保洁员"}); });
  }
  http::Page<AuditView> page(TimelineQuery const& query) {
    return world().read([&](ReadContext const& ctx) { return audit_page(ctx, query).value(); });
  }

  std::optional<Company> company;
  EmployeeId li;
};
ON_EACH_ENGINE(Auditing);

TEST_P(Auditing, everything_stands_there_newest_first_and_is_paged) {
  auto const first = page({.limit = 1});
  ASSERT_EQ(first.items.size(), 1u);
  EXPECT_EQ(first.items[0].changes[0].to, "保洁员");
  auto const second = page({.limit = 1, .before = first.next});
  EXPECT_EQ(second.items[0].changes[0].to, "水电工");
}

TEST_P(Auditing, it_is_narrowed_by_person_event_subject_and_day) {
  EXPECT_EQ(page({.actor_id = li}).items.size(), 2u);
  EXPECT_EQ(page({.event = "employee.added"}).items.size(), 2u);
  EXPECT_EQ(page({.subject_type = "position"}).items.size(), 2u);
  auto const second_day = *Date::parse("2026-11-21");
  EXPECT_EQ(page({.from = second_day}).items.size(), 2u);
  EXPECT_TRUE(page({.actor_id = li, .to = second_day.plus_days(-1)}).items.empty());
  EXPECT_EQ(page({.subject_type = "employee", .subject_id = li.uuid}).items.size(), 1u);
}

TEST_P(Auditing, it_leaves_as_csv_in_the_readers_words) {
  auto const csv = audit_csv(world().services, company->system, {.actor_id = li}).value();
  EXPECT_NE(csv.find("新建岗位"), std::string::npos);
  EXPECT_NE(csv.find("名称： → 保洁员"), std::string::npos);
  EXPECT_NE(csv.find("李明"), std::string::npos);
}

TEST_P(Auditing, codes_are_told_in_words_by_the_family_of_their_field) {
  timeline::Subject const item{"work_item", li.uuid};
  world().write_as(company->actor(li), [&](Context& ctx) { timeline::append(ctx, item, "work_item.started", {{"state", "accepted", "in_progress"}}); });
  auto const told = page({.subject_type = "work_item", .subject_id = item.id}).items.at(0).changes.at(0);
  EXPECT_EQ(told.from, "已接收");
  EXPECT_EQ(told.to, "处理中");
}

}  // namespace
}  // namespace zx::org
