// Comments, attachments and saved views: what people keep beside an item.

#include "modules/work/beside.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/base/text.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_comment = 4000;

Result<void> check(CommentForm const& form) {
  if (text::trim(form.text).empty()) return Refusal::invalid_field("text", "field.required");
  if (text::length(form.text) > longest_comment) return Refusal::invalid_field("text", "field.too_long", {{"most", std::to_string(longest_comment)}});
  return {};
}

}  // namespace

Result<CommentView> comment(Context& ctx, WorkItemId id, CommentForm const& form) {
  TRY(check(form));
  TRY(store::find_visible(ctx, id, permissions::read));
  CommentView view{Uuid::v7(), ctx.actor.employee, ctx.actor.name, ctx.now, form.text};
  ctx.db.enqueue(sql::insert_comment, db::Parameters::of(view).and_("org", ctx.actor.organization).and_("work_item", id));
  store::tell(ctx, id, "work_item.commented", {}, form.text);
  return view;
}

Result<std::vector<CommentView>> comments(ReadContext const& ctx, WorkItemId id) {
  TRY(store::find_visible(ctx, id, permissions::read));
  return ctx.db.all<CommentView>(sql::comments_of, {{"org", ctx.actor.organization}, {"work_item", id}});
}

Result<files::FileView> attach(Context& ctx, WorkItemId id, std::string name, std::string_view content) {
  TRY(store::find_visible(ctx, id, permissions::read));
  auto file = TRY(files::add(ctx, "work_item", id.uuid, std::move(name), content));
  store::tell(ctx, id, "work_item.attached", {{"attachment", "", file.name}});
  return file;
}

Result<std::vector<files::FileView>> attachments(ReadContext const& ctx, WorkItemId id) {
  TRY(store::find_visible(ctx, id, permissions::read));
  return files::of(ctx, "work_item", id.uuid);
}

Result<files::File> attachment(ReadContext const& ctx, files::FileId id) {
  auto file = files::find(ctx, id);
  if (!file || file->subject_type != "work_item" || !store::find_visible(ctx, WorkItemId{file->subject_id}, permissions::read)) {
    return Refusal::not_found("work.attachment_not_found");
  }
  return std::move(*file);
}

Result<void> detach(Context& ctx, files::FileId id) {
  auto file = TRY(attachment(ctx, id));
  WorkItemId item_id{file.subject_id};
  auto item = TRY(store::find_visible(ctx, item_id, permissions::read));
  auto standpoint = store::standpoint(ctx, item);
  if (!standpoint.owner && !standpoint.handler && file.view.added_by != ctx.actor.name) return Refusal::forbidden("work.change_not_yours");
  files::remove(ctx, id);
  store::tell(ctx, item_id, "work_item.detached", {{"attachment", file.view.name, ""}});
  return {};
}

std::vector<SavedView> saved_views(ReadContext const& ctx, std::string_view page) {
  return ctx.db.all<SavedView>(sql::saved_views_of, {{"org", ctx.actor.organization}, {"me", ctx.actor.employee}, {"page", page}});
}

Result<SavedView> save_view(Context& ctx, SavedViewForm const& form) {
  if (text::trim(form.name).empty()) return Refusal::invalid_field("name", "field.required");
  if (text::length(form.name) > 50) return Refusal::invalid_field("name", "field.too_long", {{"most", "50"}});
  SavedView view{Uuid::v7(), form.page, form.name, form.query};
  ctx.db.execute(sql::insert_saved_view, db::Parameters::of(view).and_("org", ctx.actor.organization).and_("me", ctx.actor.employee).and_("now", ctx.now));
  return view;
}

Result<void> forget_view(Context& ctx, Uuid id) {
  auto gone = ctx.db.execute(sql::delete_saved_view, {{"org", ctx.actor.organization}, {"me", ctx.actor.employee}, {"id", id}});
  if (gone == 0) return Refusal::not_found("work.saved_view_not_found");
  return {};
}

}  // namespace zx::work
