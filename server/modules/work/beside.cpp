// Comments, attachments and saved views: what people keep beside an item.

#include "modules/work/beside.hpp"
#include <algorithm>

#include "modules/work/sql.hpp"
#include "modules/work/store.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"
#include "platform/events/events.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_comment = 4000;
constexpr std::size_t most_mentioned = 50;

Result<void> check(CommentForm const& form) {
  if (text::trim(form.text).empty()) return Refusal::invalid_field("text", "field.required");
  if (text::length(form.text) > longest_comment) return Refusal::invalid_field("text", "field.too_long", {{"most", std::to_string(longest_comment)}});
  return {};
}

struct CommentRow {
  Uuid id;
  EmployeeId by_id;
  std::string by_name;
  Instant at;
  std::string text;
  std::string mentioned;
};
BOOST_DESCRIBE_STRUCT(CommentRow, (), (id, by_id, by_name, at, text, mentioned))

Result<std::vector<followup::PersonView>> mentioned_in(Context const& ctx, CommentForm const& form) {
  std::vector<followup::PersonView> people;
  if (form.mentioned_ids.size() > most_mentioned) return Refusal::invalid_field("mentioned_ids", "field.too_many", {{"most", std::to_string(most_mentioned)}});
  for (std::size_t i = 0; i < form.mentioned_ids.size(); ++i) {
    auto person = TRY(org::active_employee(ctx, form.mentioned_ids[i], "mentioned_ids." + std::to_string(i)));
    if (std::ranges::find(people, person.id, &followup::PersonView::id) == people.end()) people.push_back({person.id, person.name});
  }
  return people;
}

/// Whoever is mentioned may read what it is about.
void tell_mentioned(Context const& ctx, store::Item const& item, CommentView const& view) {
  Commented event{.work_item = item.row.id,
                  .number = item.commitment.number,
                  .title = item.commitment.title,
                  .comment = view.id,
                  .by = view.by_id,
                  .mentioned = {},
                  .text = view.text};
  for (auto const& person : view.mentioned) {
    followup::add_participant(ctx, item.commitment.id, person.id);
    event.mentioned.push_back(person.id);
  }
  events::publish(ctx, event);
}

}  // namespace

Result<CommentView> comment(Context& ctx, WorkItemId id, CommentForm const& form) {
  TRY(check(form));
  auto const item = TRY(store::find_visible(ctx, id, permissions::read));
  CommentView view{Uuid::v7(), ctx.actor.employee, ctx.actor.name, ctx.now, form.text, TRY(mentioned_in(ctx, form))};
  ctx.db.enqueue(sql::insert_comment,
                 db::Parameters::of(view).and_("org", ctx.actor.organization).and_("work_item", id).and_("mentioned", to_json(view.mentioned)));
  tell_mentioned(ctx, item, view);
  store::tell(ctx, id, "work_item.commented", {}, form.text);
  return view;
}

Result<std::vector<CommentView>> comments(ReadContext const& ctx, WorkItemId id) {
  TRY(store::find_visible(ctx, id, permissions::read));
  std::vector<CommentView> views;
  for (auto& row : ctx.db.all<CommentRow>(sql::comments_of, {{"org", ctx.actor.organization}, {"work_item", id}})) {
    views.push_back(
        {row.id, row.by_id, std::move(row.by_name), row.at, std::move(row.text), from_json<std::vector<followup::PersonView>>(row.mentioned).value()});
  }
  return views;
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
  bool const is_own = !ctx.actor.user.is_nil() && file.added_by_id == ctx.actor.user;
  if (!standpoint.owner && !standpoint.handler && !is_own) return Refusal::forbidden("work.change_not_yours");
  files::remove(ctx, id);
  store::tell(ctx, item_id, "work_item.detached", {{"attachment", file.view.name, ""}});
  return {};
}

std::vector<SavedView> saved_views(ReadContext const& ctx, std::string_view page) {
  return ctx.db.all<SavedView>(sql::saved_views_of, {{"org", ctx.actor.organization}, {"me", ctx.actor.employee}, {"page", page}});
}

namespace {

Result<void> check_view_name(std::string_view name) {
  if (text::trim(name).empty()) return Refusal::invalid_field("name", "field.required");
  if (text::length(name) > 50) return Refusal::invalid_field("name", "field.too_long", {{"most", "50"}});
  return {};
}

}  // namespace

Result<SavedView> save_view(Context& ctx, SavedViewForm const& form) {
  TRY(check_view_name(form.name));
  SavedView view{Uuid::v7(), form.page, form.name, form.query};
  ctx.db.execute(sql::insert_saved_view, db::Parameters::of(view).and_("org", ctx.actor.organization).and_("me", ctx.actor.employee).and_("now", ctx.now));
  return view;
}

Result<SavedView> change_view(Context& ctx, Uuid id, SavedViewPatch const& patch) {
  auto const mine = db::Parameters{{"org", ctx.actor.organization}, {"me", ctx.actor.employee}};
  auto view = ctx.db.one<SavedView>(sql::find_saved_view, db::Parameters(mine).and_("id", id));
  if (!view) return Refusal::not_found("work.saved_view_not_found");
  if (patch.name) TRY(check_view_name(*patch.name));
  if (patch.name) view->name = std::string(text::trim(*patch.name));
  if (patch.query) view->query = *patch.query;
  if (patch.is_default.value_or(false) && !view->is_default) ctx.db.execute(sql::no_default_view, db::Parameters(mine).and_("page", view->page));
  if (patch.is_default) view->is_default = *patch.is_default;
  ctx.db.execute(sql::update_saved_view, db::Parameters::of(*view).merge(mine));
  return std::move(*view);
}

Result<void> forget_view(Context& ctx, Uuid id) {
  auto gone = ctx.db.execute(sql::delete_saved_view, {{"org", ctx.actor.organization}, {"me", ctx.actor.employee}, {"id", id}});
  if (gone == 0) return Refusal::not_found("work.saved_view_not_found");
  return {};
}

}  // namespace zx::work
