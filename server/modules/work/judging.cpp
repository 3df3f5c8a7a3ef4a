// What was learned from an item.

#include "modules/work/judging.hpp"

#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/base/text.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_lesson = 4000;

}  // namespace

Result<LessonView> add_lesson(Context& ctx, WorkItemId id, LessonForm const& form) {
  if (text::trim(form.text).empty()) return Refusal::invalid_field("text", "field.required");
  if (text::length(form.text) > longest_lesson) return Refusal::invalid_field("text", "field.too_long", {{"most", std::to_string(longest_lesson)}});
  auto const item = TRY(store::find_visible(ctx, id, permissions::read));
  if (item.row.state != State::done) return Refusal::conflict("work.lesson_before_done");
  LessonView const view{Uuid::v7(), ctx.actor.employee, ctx.actor.name, ctx.now, form.text};
  ctx.db.enqueue(sql::insert_lesson, db::Parameters::of(view).and_("org", ctx.actor.organization).and_("work_item", id));
  store::tell(ctx, id, "work_item.lesson_added", {}, form.text);
  return view;
}

}  // namespace zx::work
