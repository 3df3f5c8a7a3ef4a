#include "modules/followup/follow_up_files.hpp"

#include "modules/followup/followup_fixture.hpp"

namespace zx::followup {
namespace {

using std::chrono::hours;

struct FollowUpFiles : FollowUpWorld {
  FollowUpView recorded(Commitment const& commitment, EmployeeId who) {
    return world().write_as(actor(who), [&](Context& ctx) { return record(ctx, commitment.id, {.finding = "漏水", .next_follow_up_at = in(hours(24))}); });
  }
  std::string adding(EmployeeId who, FollowUpId id, std::string const& content) {
    auto const added = world().try_write_as(actor(who), [&](Context& ctx) { return add_file(ctx, id, "现场.jpg", content); });
    return added ? "" : added.refusal().code;
  }
  static std::string jpeg(std::string const& more = "") { return std::string("\xFF\xD8\xFF\xE0", 4) + "0123456789" + more; }
};
ON_EACH_ENGINE(FollowUpFiles);

TEST_P(FollowUpFiles, a_photo_stands_beside_the_follow_up_it_belongs_to) {
  auto const commitment = open(thing("PVC排水管修复"));
  auto const first = recorded(commitment, li);
  auto const second = recorded(commitment, li);
  EXPECT_EQ(adding(li, second.id, jpeg()), "");
  auto const found = world().read_as(actor(li), [&](ReadContext const& ctx) { return files_of(ctx, commitment.id).value(); });
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].follow_up_id, second.id);
  EXPECT_EQ(found[0].content_type, "image/jpeg");
  auto const content = world().read_as(actor(li), [&](ReadContext const& ctx) { return file_of_follow_up(ctx, found[0].id).value().content; });
  EXPECT_EQ(content, jpeg());
}

TEST_P(FollowUpFiles, only_whoever_recorded_it_adds_and_only_who_sees_it_looks) {
  auto form = thing("PVC排水管修复");
  form.handler_id = wang;
  auto const commitment = open(form);
  auto const touch = recorded(commitment, li);
  EXPECT_EQ(adding(wang, touch.id, jpeg()), "followup.files_not_yours");
  auto const stranger = company->employ({.name = "路人"});
  EXPECT_EQ(adding(stranger, touch.id, jpeg()), "followup.not_found");
  ASSERT_EQ(adding(li, touch.id, jpeg()), "");
  auto const file = world().read_as(actor(wang), [&](ReadContext const& ctx) { return files_of(ctx, commitment.id).value().at(0); });
  auto const looked = world().read_as(actor(stranger), [&](ReadContext const& ctx) { return file_of_follow_up(ctx, file.id); });
  EXPECT_EQ(looked.refusal().code, "followup.file_not_found");
}

TEST_P(FollowUpFiles, a_dozen_is_enough) {
  auto const touch = recorded(open(thing("PVC排水管修复")), li);
  for (std::size_t i = 0; i < most_files_of_follow_up; ++i) ASSERT_EQ(adding(li, touch.id, jpeg(std::to_string(i))), "");
  EXPECT_EQ(adding(li, touch.id, jpeg("one more")), "followup.too_many_files");
}

TEST_P(FollowUpFiles, whoever_is_asked_for_help_can_look) {
  auto const commitment = open(thing("PVC排水管修复"));
  auto const sees = [&] {
    return world().read_as(actor(wang), [&](ReadContext const& ctx) { return find_visible(ctx, commitment.id, permissions::read).ok(); });
  };
  ASSERT_FALSE(sees());
  world().write_as(
      actor(li), [&](Context& ctx) { return record(ctx, commitment.id, {.finding = "漏水", .asked_employee_id = wang, .next_follow_up_at = in(hours(24))}); });
  EXPECT_TRUE(sees());
}

}  // namespace
}  // namespace zx::followup
