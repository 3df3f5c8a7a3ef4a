#include "modules/goal/course_api.hpp"

#include "modules/goal/card_store.hpp"
#include "modules/goal/cards.hpp"
#include "modules/goal/exceptions.hpp"
#include "modules/goal/goal_desk.hpp"
#include "modules/goal/goal_of_work.hpp"
#include "modules/goal/goal_tree.hpp"
#include "modules/goal/motivation.hpp"
#include "modules/goal/reviews.hpp"

namespace zx::goal {
namespace {

template <class T>
http::Page<T> page_of(std::vector<T> items) {
  return {std::move(items), {}, {}};
}

Result<http::Page<CheckInView>> get_check_ins(ReadContext const& ctx, http::Call const& call) {
  auto const item = TRY(store::find_item(ctx, TRY(call.id<GoalItemId>())));
  auto card = TRY(show_card(ctx, item.card.id));
  for (auto& each : card.items) {
    if (each.id == item.row.id) return page_of(std::move(each.check_ins));
  }
  return page_of(std::vector<CheckInView>{});
}
Result<CheckInView> post_check_in(Context& ctx, http::Call const& call, CheckInForm const& form) { return check_in(ctx, TRY(call.id<GoalItemId>()), form); }
Result<CheckInView> post_acknowledgement(Context& ctx, http::Call const& call, AcknowledgementForm const& form) {
  return acknowledge(ctx, TRY(call.id<CheckInId>()), form);
}
Result<http::Page<MissingCheckInView>> get_missing(ReadContext const& ctx, http::Call const&) { return page_of(missing_check_ins(ctx)); }
Result<GoalTreeView> get_tree(ReadContext const& ctx, http::Call const&, GoalTreeQuery const& query) { return goal_tree(ctx, query); }
Result<ExceptionsView> get_exceptions(ReadContext const& ctx, http::Call const&, ExceptionsQuery const& query) { return exceptions(ctx, query); }

Result<GoalDeskView> get_desk(ReadContext const& ctx, http::Call const&) { return goal_desk(ctx); }
Result<GoalItemPlace> get_item(ReadContext const& ctx, http::Call const& call) {
  auto const item = TRY(store::find_item(ctx, TRY(call.id<GoalItemId>())));
  return GoalItemPlace{item.row.id, item.card.id, store::item_number(item.card.number, item.row.position), item.row.what};
}
Result<ReviewView> post_review(Context& ctx, http::Call const&, ReviewForm const& form) { return add_review(ctx, form); }
Result<http::Page<ReviewView>> get_reviews(ReadContext const& ctx, http::Call const& call) { return page_of(TRY(reviews_of(ctx, TRY(call.id<GoalCardId>())))); }

Result<RevisionPreview> get_consequences(ReadContext const& ctx, http::Call const& call) { return revision_consequences(ctx, TRY(call.id<RevisionId>())); }
Result<RevisionView> post_revision(Context& ctx, http::Call const& call, RevisionForm const& form) {
  return ask_revision(ctx, TRY(call.id<GoalItemId>()), form);
}
Result<RevisionPreview> get_preview(ReadContext const& ctx, http::Call const& call, RevisionPreviewQuery const& query) {
  return preview_revision(ctx, TRY(call.id<GoalItemId>()), query);
}
Result<RevisionView> post_revision_answer(Context& ctx, http::Call const& call, RevisionAnswerForm const& form) {
  return answer_revision(ctx, TRY(call.id<RevisionId>()), form);
}
Result<http::Page<RevisionView>> get_revisions(ReadContext const& ctx, http::Call const&) { return page_of(revisions_waiting(ctx)); }

Result<ActionView> post_action(Context& ctx, http::Call const& call, ActionForm const& form) { return add_action(ctx, TRY(call.id<GoalItemId>()), form); }
Result<ActionView> put_action(Context& ctx, http::Call const& call, ActionForm const& form) {
  return replace_action(ctx, TRY(call.id<ActionId>()), TRY(call.version()), form);
}
Result<void> remove_action(Context& ctx, http::Call const& call) { return delete_action(ctx, TRY(call.id<ActionId>()), TRY(call.version())); }
Result<ActionView> post_work_item(Context& ctx, http::Call const& call, ActionItemForm const& form) {
  return make_work_item(ctx, TRY(call.id<ActionId>()), form);
}

Result<MotivationView> put_motivation(Context& ctx, http::Call const& call, MotivationForm const& form) {
  return rate_motivation(ctx, TRY(call.id<GoalItemId>()), form);
}
Result<http::Page<MotivationView>> get_motivation(ReadContext const& ctx, http::Call const& call) {
  auto const card = TRY(store::find_card(ctx, TRY(call.id<GoalCardId>())));
  return page_of(motivation_of(ctx, card.id));
}

Result<http::Page<GoalOfWork>> get_goal_of_work(ReadContext const& ctx, http::Call const&, GoalOfWorkQuery const& query) {
  return page_of(goal_of_work(ctx, query.work_item_id));
}

}  // namespace

void course_routes(http::Routes& routes) {
  using http::needs;
  auto const read = needs(permissions::read), write = needs(permissions::write);
  routes.get("/api/v1/goal-items/{id}/check-ins", read, "The check-ins of a goal, oldest first.", &get_check_ins);
  routes.post("/api/v1/goal-items/{id}/check-ins", write, "Check in on a goal.", &post_check_in);
  routes.post("/api/v1/goal-check-ins/{id}/acknowledgement", write, "The supervisor has seen it, and answers.", &post_acknowledgement);
  routes.get("/api/v1/goal-actions", read, "The line of an action plan a work item comes from, with its goal.", &get_goal_of_work);
  routes.get("/api/v1/goal-missing-check-ins", read, "Check-ins that should have been, the longest missing first.", &get_missing);
  routes.get("/api/v1/goal-items/{id}", read, "On which card a goal stands.", &get_item);
  routes.get("/api/v1/goal-desk", read, "My goals, what waits for my word, and how many exceptions there are below me.", &get_desk);
  routes.post("/api/v1/goal-reviews", write, "Record a review of goals; its actions become work items.", &post_review);
  routes.get("/api/v1/goal-cards/{id}/reviews", read, "The reviews of a card, newest first.", &get_reviews);
  routes.get("/api/v1/goal-tree", read, "The goals of a day, each with the one it serves.", &get_tree);
  routes.get("/api/v1/goal-exceptions", read, "What departs from the plan among the goals one supervises.", &get_exceptions);
  routes.post("/api/v1/goal-items/{id}/revisions", write, "Ask for a revision of a committed goal.", &post_revision);
  routes.get("/api/v1/goal-items/{id}/revision-preview", read, "What a new value would do, to the goal above as well.", &get_preview);
  routes.get("/api/v1/goal-revisions", read, "Revisions that wait for my answer.", &get_revisions);
  routes.get("/api/v1/goal-revisions/{id}/consequences", read, "What a revision that was asked for would do.", &get_consequences);
  routes.post("/api/v1/goal-revisions/{id}/answer", read, "Approve or decline a revision.", &post_revision_answer);
  routes.post("/api/v1/goal-items/{id}/actions", write, "Add a line to the action plan.", &post_action);
  routes.put("/api/v1/goal-actions/{id}", write, "Replace a line; If-Match names the card's version.", &put_action);
  routes.delete_("/api/v1/goal-actions/{id}", write, "Remove a line; If-Match names the card's version.", &remove_action);
  routes.post("/api/v1/goal-actions/{id}/work-item", write, "Make a work item of a line.", &post_work_item);
  routes.put("/api/v1/goal-items/{id}/motivation", write, "Say privately how one stands to a goal.", &put_motivation);
  routes.get("/api/v1/goal-cards/{id}/motivation", read, "The motivation factors; only for the person and the supervisor.", &get_motivation);
}

}  // namespace zx::goal
