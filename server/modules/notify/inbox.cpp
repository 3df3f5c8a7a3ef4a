// What a person was told, and what they have read of it.

#include "modules/notify/composing.hpp"
#include "modules/notify/pages.hpp"
#include "modules/notify/sql.hpp"

namespace zx::notify {
namespace {

NoticeView view_of(ReadContext const& ctx, store::NoticeRow const& row, std::string const& organization) {
  auto words = words_of(ctx, row, Channel::in_app, {ctx.actor.name, ctx.actor.language, organization});
  return {.id = row.id,
          .event = row.event,
          .kind = row.kind,
          .subject_type = row.subject_type,
          .subject_id = row.subject_id,
          .number = row.number,
          .title = row.title,
          .heading = std::move(words.subject),
          .text = std::move(words.body),
          .reason = reason_text(ctx.services.texts, row.reason, row.reason_for, ctx.actor.language),
          .created_at = row.created_at,
          .read_at = row.read_at};
}

db::Parameters mine(ReadContext const& ctx) { return {{"org", ctx.actor.organization}, {"me", ctx.actor.employee}}; }

}  // namespace

Result<http::Page<NoticeView>> notices(ReadContext const& ctx, NoticesQuery const& query) {
  auto const limit = TRY(limit_of(query.limit));
  db::Composed statement(sql::notices_of);
  auto parameters = mine(ctx).and_("limit", limit + 1);
  if (query.unread.value_or(false)) statement += sql::only_unread;
  if (query.after) {
    auto const end = TRY(page_end(*query.after));
    statement += sql::notices_before;
    parameters.and_("before_at", end.at).and_("before_id", end.id);
  }
  statement += sql::newest_first;
  auto rows = ctx.db.all<store::NoticeRow>(statement, parameters);
  http::Page<NoticeView> page;
  if (static_cast<std::int64_t>(rows.size()) > limit) {
    rows.pop_back();
    page.next = text_of(PageEnd{rows.back().created_at, rows.back().id.uuid});
  }
  auto const organization = store::organization(ctx).name;
  for (auto const& row : rows) page.items.push_back(view_of(ctx, row, organization));
  return page;
}

UnreadView unread(ReadContext const& ctx) { return {ctx.db.sure<std::int64_t>(sql::count_unread, mine(ctx))}; }

Result<void> mark_read(Context& ctx, NoticeId id) {
  if (ctx.db.execute(sql::mark_read, mine(ctx).and_("id", id).and_("now", ctx.now)) == 0) return Refusal::not_found("notify.notice_not_found");
  store::refresh_inbox(ctx, ctx.actor.employee.uuid);
  return {};
}

Result<UnreadView> mark_all_read(Context& ctx, ReadAllForm const& form) {
  ctx.db.execute(sql::mark_all_read, mine(ctx).and_("now", ctx.now).and_("until", form.until.value_or(ctx.now)));
  store::refresh_inbox(ctx, ctx.actor.employee.uuid);
  return unread(ctx);
}

}  // namespace zx::notify
