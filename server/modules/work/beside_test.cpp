#include "modules/work/beside.hpp"

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

struct Beside : WorkWorld {
  files::FileView attached(Actor const& who, WorkItemId id) {
    return world().write_as(who, [&](Context& ctx) { return attach(ctx, id, "现场.txt", "三楼渗水"); });
  }
  std::string detaching(Actor const& who, files::FileId id) {
    return refused(who, [&](Context& ctx) { return detach(ctx, id); });
  }
};
ON_EACH_ENGINE(Beside);

TEST_P(Beside, a_namesake_does_not_remove_what_somebody_else_attached) {
  auto const namesake = person("孙会计", finance, {}, Scope::self);
  auto const item = make(li, {.participant_ids = {sun.employee, namesake.employee}});
  auto const file = attached(sun, item.id);
  EXPECT_EQ(detaching(namesake, file.id), "work.change_not_yours");
  EXPECT_EQ(detaching(sun, file.id), "");
}

TEST_P(Beside, owner_and_handler_remove_any_attachment) {
  auto const item = make(li, {.participant_ids = {sun.employee}});
  accept(wang, offer(li, item.id, wang).id);
  EXPECT_EQ(detaching(li, attached(sun, item.id).id), "");
  EXPECT_EQ(detaching(wang, attached(sun, item.id).id), "");
  EXPECT_EQ(detaching(sun, attached(li, item.id).id), "work.change_not_yours");
}

}  // namespace
}  // namespace zx::work
