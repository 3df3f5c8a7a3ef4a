#include "modules/work/api.hpp"

#include "modules/work/beside.hpp"
#include "modules/work/brief_api.hpp"
#include "modules/work/closing_many.hpp"
#include "modules/work/delay_api.hpp"
#include "modules/work/giving_up.hpp"
#include "modules/work/kinds_api.hpp"
#include "modules/work/letters_api.hpp"
#include "modules/work/planning_api.hpp"
#include "modules/work/public_api.hpp"
#include "modules/work/series_api.hpp"
#include "modules/work/sheet_api.hpp"
#include "modules/work/store.hpp"
#include "modules/work/work.hpp"
#include "platform/http/disposition.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::work {
namespace {

struct HandoffForm {
  EmployeeId to_id;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(HandoffForm, (), (to_id, note))

struct AssignmentForm {
  std::optional<EmployeeId> handler_id;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(AssignmentForm, (), (handler_id, note))

struct AcceptanceForm {
  std::optional<std::string> understanding;
};
BOOST_DESCRIBE_STRUCT(AcceptanceForm, (), (understanding))

struct ClosureForm {
  std::optional<std::string> note;
  std::vector<JudgementForm> judgements;
};
BOOST_DESCRIBE_STRUCT(ClosureForm, (), (note, judgements))

struct ReturnForm {
  std::string reason;
  std::vector<JudgementForm> judgements;
};
BOOST_DESCRIBE_STRUCT(ReturnForm, (), (reason, judgements))

struct ReasonForm {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonForm, (), (reason))

struct ResultForm {
  std::string result;
};
BOOST_DESCRIBE_STRUCT(ResultForm, (), (result))

struct HoldForm {
  std::string reason;
  Instant resume_at;
};
BOOST_DESCRIBE_STRUCT(HoldForm, (), (reason, resume_at))

struct TimelineQuery {
  std::optional<std::int64_t> before;
  std::optional<std::int64_t> limit;
};
BOOST_DESCRIBE_STRUCT(TimelineQuery, (), (before, limit))

struct AttachmentQuery {
  WorkItemId work_item_id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AttachmentQuery, (), (work_item_id, name))

struct SavedViewQuery {
  std::string page;
};
BOOST_DESCRIBE_STRUCT(SavedViewQuery, (), (page))

Result<WorkItemId> item_id(http::Call const& call) { return call.id<WorkItemId>(); }
Result<HandoffId> handoff_id(http::Call const& call) { return call.id<HandoffId>(); }

/// A sub-resource of an item may be made on condition that the item is still the one looked at.
Result<WorkItemId> unchanged_item(Context& ctx, http::Call const& call) {
  auto id = TRY(item_id(call));
  if (auto version = TRY(call.optional_version())) {
    auto item = TRY(store::find_visible(ctx, id, permissions::read));
    if (item.commitment.version != *version) return Refusal::stale("request.stale");
  }
  return id;
}

Result<http::Page<WorkItemLine>> list_items(ReadContext const& ctx, http::Call const&, ListQuery const& query) { return list(ctx, query); }
Result<WorkItemView> create_item(Context& ctx, http::Call const&, NewWorkItemForm const& form) { return create(ctx, form); }
Result<WorkItemView> show_item(ReadContext const& ctx, http::Call const& call) { return show(ctx, TRY(item_id(call))); }
Result<WorkItemView> change_item(Context& ctx, http::Call const& call, WorkItemPatch const& patch) {
  return change(ctx, TRY(item_id(call)), TRY(call.version()), patch);
}
Result<BatchResult> change_items(Context& ctx, http::Call const&, BatchForm const& form) { return change_many(ctx, form); }

Result<ClosingResult> close_items(Context& ctx, http::Call const&, ClosingForm const& form) { return close_many(ctx, form); }

Result<WorkItemView> post_assignment(Context& ctx, http::Call const& call, AssignmentForm const& form) {
  return assign(ctx, TRY(unchanged_item(ctx, call)), form.handler_id, form.note.value_or(""));
}
Result<WorkItemView> post_start(Context& ctx, http::Call const& call) { return start(ctx, TRY(unchanged_item(ctx, call))); }
Result<WorkItemView> post_submission(Context& ctx, http::Call const& call, ResultForm const& form) {
  return submit(ctx, TRY(unchanged_item(ctx, call)), form.result);
}
Result<WorkItemView> post_closure(Context& ctx, http::Call const& call, ClosureForm const& form) {
  return close(ctx, TRY(unchanged_item(ctx, call)), form.note.value_or(""), form.judgements);
}
Result<WorkItemView> post_return(Context& ctx, http::Call const& call, ReturnForm const& form) {
  return return_(ctx, TRY(unchanged_item(ctx, call)), form.reason, form.judgements);
}
Result<WorkItemView> post_hold(Context& ctx, http::Call const& call, HoldForm const& form) {
  return hold(ctx, TRY(unchanged_item(ctx, call)), form.reason, form.resume_at);
}
Result<WorkItemView> delete_hold(Context& ctx, http::Call const& call) { return resume(ctx, TRY(unchanged_item(ctx, call))); }
Result<followup::GiveUpRequestView> post_give_up_request(Context& ctx, http::Call const& call, ReasonForm const& form) {
  return giving_up::ask(ctx, TRY(unchanged_item(ctx, call)), form.reason);
}
Result<WorkItemView> post_abandonment(Context& ctx, http::Call const& call, ReasonForm const& form) {
  return give_up(ctx, TRY(unchanged_item(ctx, call)), form.reason);
}
Result<WorkItemView> post_cancellation(Context& ctx, http::Call const& call, ReasonForm const& form) {
  return cancel(ctx, TRY(unchanged_item(ctx, call)), form.reason);
}
Result<WorkItemView> post_reopening(Context& ctx, http::Call const& call, ReasonForm const& form) {
  return reopen(ctx, TRY(unchanged_item(ctx, call)), form.reason);
}

Result<HandoffView> post_handoff(Context& ctx, http::Call const& call, HandoffForm const& form) {
  return hand_over(ctx, TRY(unchanged_item(ctx, call)), form.to_id, form.note.value_or(""));
}
Result<HandoffView> post_acceptance(Context& ctx, http::Call const& call, AcceptanceForm const& form) {
  return accept_handoff(ctx, TRY(handoff_id(call)), form.understanding.value_or(""));
}
Result<HandoffView> post_decline(Context& ctx, http::Call const& call, ReasonForm const& form) {
  return decline_handoff(ctx, TRY(handoff_id(call)), form.reason);
}
Result<HandoffView> delete_handoff(Context& ctx, http::Call const& call) { return withdraw_handoff(ctx, TRY(handoff_id(call))); }
Result<http::Page<HandoffView>> waiting_handoffs(ReadContext const& ctx, http::Call const&) { return http::Page<HandoffView>{handoffs_waiting(ctx), {}, {}}; }

Result<followup::FollowUpView> post_follow_up(Context& ctx, http::Call const& call, followup::FollowUpForm const& form) {
  auto id = TRY(item_id(call));
  return followup::record(ctx, store::commitment_id(id), form, TRY(call.optional_version()));
}

Result<http::Page<followup::FollowUpView>> list_follow_ups(ReadContext const& ctx, http::Call const& call) {
  auto item = TRY(store::find_visible(ctx, TRY(item_id(call)), permissions::read));
  return http::Page<followup::FollowUpView>{followup::follow_ups_of(ctx, item.commitment.id), {}, {}};
}

Result<http::Page<timeline::EntryView>> list_timeline(ReadContext const& ctx, http::Call const& call, TimelineQuery const& query) {
  auto limit = query.limit.value_or(50);
  if (limit < 1 || limit > 200) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", "200"}});
  auto item = TRY(store::find_visible(ctx, TRY(item_id(call)), permissions::read));
  http::Page<timeline::EntryView> page{timeline::entries_of(ctx, {"work_item", item.row.id.uuid}, static_cast<int>(limit), query.before), {}, {}};
  if (static_cast<std::int64_t>(page.items.size()) == limit && page.items.back().seq > 1) page.next = std::to_string(page.items.back().seq);
  return page;
}

Result<http::Page<CommentView>> list_comments(ReadContext const& ctx, http::Call const& call) {
  return http::Page<CommentView>{TRY(comments(ctx, TRY(item_id(call)))), {}, {}};
}
Result<CommentView> post_comment(Context& ctx, http::Call const& call, CommentForm const& form) { return comment(ctx, TRY(item_id(call)), form); }

Result<http::Page<files::FileView>> list_attachments(ReadContext const& ctx, http::Call const& call) {
  return http::Page<files::FileView>{TRY(attachments(ctx, TRY(item_id(call)))), {}, {}};
}
Result<files::FileView> post_attachment(Context& ctx, http::Call const& call) {
  auto query = TRY(http::detail::read_parameters<AttachmentQuery>(call.request));
  return attach(ctx, query.work_item_id, query.name, call.request.body);
}
Result<void> delete_attachment(Context& ctx, http::Call const& call) { return detach(ctx, TRY(call.id<files::FileId>())); }

Result<http::Reply> attachment_content(Services& services, Actor const& actor, http::Call const& call) {
  auto id = TRY(call.id<files::FileId>());
  auto file = TRY(services.database.read([&](db::Executor& executor) { return attachment(ReadContext{actor, services.clock.now(), executor, services}, id); }));
  http::Reply reply;
  reply.content_type = file.view.content_type;
  reply.header("content-disposition", http::attachment_disposition(file.view.name));
  reply.header("cache-control", "private, max-age=86400");
  reply.body = std::move(file.content);
  return reply;
}

Result<http::Page<SavedView>> list_saved_views(ReadContext const& ctx, http::Call const&, SavedViewQuery const& query) {
  return http::Page<SavedView>{saved_views(ctx, query.page), {}, {}};
}
Result<SavedView> post_saved_view(Context& ctx, http::Call const&, SavedViewForm const& form) { return save_view(ctx, form); }
Result<SavedView> patch_saved_view(Context& ctx, http::Call const& call, SavedViewPatch const& patch) {
  return change_view(ctx, TRY(call.id<Id<struct SavedViewTag>>()).uuid, patch);
}
Result<void> delete_saved_view(Context& ctx, http::Call const& call) { return forget_view(ctx, TRY(call.id<Id<struct SavedViewTag>>()).uuid); }

void item_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/work-items", needs(permissions::read), "Work items, filtered and paged.", &list_items);
  routes.post("/api/v1/work-items", needs(permissions::create), "Create a work item.", &create_item);
  routes.get("/api/v1/work-items/{id}", needs(permissions::read), "One work item with its standing and chain of custody.", &show_item);
  routes.patch("/api/v1/work-items/{id}", needs(permissions::read), "Edit a work item.", &change_item);
  routes.post("/api/v1/work-items/closures", needs(permissions::read), "Close many: each for itself, with what was refused and why.", &close_items);
  routes.post("/api/v1/work-items/batch", needs(permissions::assign), "Reassign or re-date many; all or none.", &change_items);
}

void transition_routes(http::Routes& routes) {
  using http::needs;
  routes.post("/api/v1/work-items/{id}/assignment", needs(permissions::read), "End a draft: assign it to its handler.", &post_assignment);
  routes.post("/api/v1/work-items/{id}/start", needs(permissions::read), "The handler starts.", &post_start);
  routes.post("/api/v1/work-items/{id}/submission", needs(permissions::read), "The handler submits the result.", &post_submission);
  routes.post("/api/v1/work-items/{id}/closure", needs(permissions::read), "The owner accepts the result.", &post_closure);
  routes.post("/api/v1/work-items/{id}/return", needs(permissions::read), "The owner returns the result, with the reason.", &post_return);
  routes.post("/api/v1/work-items/{id}/hold", needs(permissions::read), "Put on hold until a time, with the reason.", &post_hold);
  routes.delete_("/api/v1/work-items/{id}/hold", needs(permissions::read), "Resume.", &delete_hold);
  routes.post("/api/v1/work-items/{id}/give-up-requests", needs(permissions::read), "The owner asks to give it up before its minimum of touches.",
              &post_give_up_request);
  routes.post("/api/v1/work-items/{id}/abandonment", needs(permissions::read),
              "The owner gives it up, after the kind's minimum of touches or with the supervisor's consent.", &post_abandonment);
  routes.post("/api/v1/work-items/{id}/cancellation", needs(permissions::cancel), "Cancel, with the reason.", &post_cancellation);
  routes.post("/api/v1/work-items/{id}/reopening", needs(permissions::read), "Open a closed item again, with the reason.", &post_reopening);
  routes.post("/api/v1/work-items/{id}/handoffs", needs(permissions::read), "Hand the handling over.", &post_handoff);
  routes.get("/api/v1/handoffs/waiting", needs(permissions::read), "Handoffs that wait for my acceptance.", &waiting_handoffs);
  routes.post("/api/v1/handoffs/{id}/acceptance", needs(permissions::read), "Accept a handoff.", &post_acceptance);
  routes.post("/api/v1/handoffs/{id}/decline", needs(permissions::read), "Decline a handoff, with the reason.", &post_decline);
  routes.delete_("/api/v1/handoffs/{id}", needs(permissions::read), "Withdraw a pending handoff.", &delete_handoff);
}

void record_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/work-items/{id}/follow-ups", needs(permissions::read), "All follow-ups of a work item, oldest first.", &list_follow_ups);
  routes.post("/api/v1/work-items/{id}/follow-ups", needs(followup::permissions::record), "Record a follow-up on a work item.", &post_follow_up);
  routes.get("/api/v1/work-items/{id}/timeline", needs(permissions::read), "Everything that happened, newest first.", &list_timeline);
  routes.get("/api/v1/work-items/{id}/comments", needs(permissions::read), "Comments, oldest first.", &list_comments);
  routes.post("/api/v1/work-items/{id}/comments", needs(permissions::read), "Comment.", &post_comment);
  routes.get("/api/v1/work-items/{id}/attachments", needs(permissions::read), "Attachments.", &list_attachments);
  routes.post("/api/v1/attachments", needs(permissions::read), "Attach a file: the body is the file, ?work_item_id= and ?name= say where.", &post_attachment)
      .reads_query<AttachmentQuery>()
      .takes("application/octet-stream");
  routes.delete_("/api/v1/attachments/{id}", needs(permissions::read), "Remove an attachment.", &delete_attachment);
  routes.special(http::Method::get, "/api/v1/attachments/{id}/content", needs(permissions::read), "The file itself.", &attachment_content,
                 "application/octet-stream");
  routes.get("/api/v1/saved-views", http::signed_in(), "My saved views of a page.", &list_saved_views);
  routes.post("/api/v1/saved-views", http::signed_in(), "Save a view under a name.", &post_saved_view);
  routes.patch("/api/v1/saved-views/{id}", http::signed_in(), "Rename a saved view, or open its page with it.", &patch_saved_view);
  routes.delete_("/api/v1/saved-views/{id}", http::signed_in(), "Forget a saved view.", &delete_saved_view);
}

}  // namespace

void routes(http::Routes& routes) {
  item_routes(routes);
  transition_routes(routes);
  record_routes(routes);
  kind_routes(routes);
  brief_routes(routes);
  public_routes(routes);
  letter_routes(routes);
  delay_routes(routes);
  planning_routes(routes);
  series_routes(routes);
  sheet_routes(routes);
}

}  // namespace zx::work
