#include "modules/goal/card_api.hpp"

#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_sheet_api.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/cards.hpp"
#include "modules/goal/course_api.hpp"
#include "modules/goal/following.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::goal {
namespace {

struct CardNoteForm {
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(CardNoteForm, (), (note))

struct CardTalkForm {
  std::string talk;
};
BOOST_DESCRIBE_STRUCT(CardTalkForm, (), (talk))

struct EvaluationReplyForm {
  std::string reply;
};
BOOST_DESCRIBE_STRUCT(EvaluationReplyForm, (), (reply))

struct CardTimelineQuery {
  std::optional<std::int64_t> before;
  std::optional<std::int64_t> limit;
};
BOOST_DESCRIBE_STRUCT(CardTimelineQuery, (), (before, limit))

/// A step may be taken on condition that the card is still the one looked at.
Result<GoalCardId> unchanged(Context& ctx, http::Call const& call) {
  auto const id = TRY(call.id<GoalCardId>());
  if (auto version = TRY(call.optional_version())) TRY(store::check_version(TRY(store::find_card(ctx, id)), version));
  return id;
}

Result<http::Page<GoalCardLine>> get_cards(ReadContext const& ctx, http::Call const&, CardListQuery const& query) { return list_cards(ctx, query); }
Result<GoalCardView> post_card(Context& ctx, http::Call const&, NewCardForm const& form) { return create_card(ctx, form); }
Result<GoalCardView> get_card(ReadContext const& ctx, http::Call const& call) { return show_card(ctx, TRY(call.id<GoalCardId>())); }
Result<GoalCardView> patch_card(Context& ctx, http::Call const& call, CardPatch const& patch) {
  return change_card(ctx, TRY(call.id<GoalCardId>()), TRY(call.version()), patch);
}
Result<void> remove_card(Context& ctx, http::Call const& call) { return delete_card(ctx, TRY(call.id<GoalCardId>()), TRY(call.version())); }

Result<GoalCardView> post_item(Context& ctx, http::Call const& call, GoalItemForm const& form) {
  return add_item(ctx, TRY(call.id<GoalCardId>()), TRY(call.optional_version()), form);
}
Result<GoalCardView> put_item(Context& ctx, http::Call const& call, GoalItemForm const& form) {
  return replace_item(ctx, TRY(call.id<GoalItemId>()), TRY(call.version()), form);
}
Result<GoalCardView> remove_item(Context& ctx, http::Call const& call) { return delete_item(ctx, TRY(call.id<GoalItemId>()), TRY(call.version())); }

Result<GoalCardView> post_proposal(Context& ctx, http::Call const& call, CardNoteForm const& form) {
  return propose_card(ctx, TRY(unchanged(ctx, call)), form.note.value_or(""));
}
Result<GoalCardView> post_negotiation(Context& ctx, http::Call const& call, CardNoteForm const& form) {
  return negotiate_card(ctx, TRY(unchanged(ctx, call)), form.note.value_or(""));
}
Result<GoalCardView> post_signature(Context& ctx, http::Call const& call) { return sign_card(ctx, TRY(unchanged(ctx, call))); }
Result<GoalCardView> post_activation(Context& ctx, http::Call const& call) { return activate_card(ctx, TRY(unchanged(ctx, call))); }
Result<GoalCardView> post_self_evaluation(Context& ctx, http::Call const& call, SelfEvaluationForm const& form) {
  return evaluate_oneself(ctx, TRY(unchanged(ctx, call)), form);
}
Result<GoalCardView> post_evaluation(Context& ctx, http::Call const& call, EvaluationForm const& form) {
  return evaluate_card(ctx, TRY(unchanged(ctx, call)), form);
}
Result<GoalCardView> post_evaluation_answer(Context& ctx, http::Call const& call, EvaluationAnswerForm const& form) {
  return answer_evaluation(ctx, TRY(unchanged(ctx, call)), form);
}
Result<GoalCardView> post_evaluation_reply(Context& ctx, http::Call const& call, EvaluationReplyForm const& form) {
  return reply_to_question(ctx, TRY(unchanged(ctx, call)), form.reply);
}
Result<GoalCardView> post_closure(Context& ctx, http::Call const& call, CardTalkForm const& form) {
  return close_card(ctx, TRY(unchanged(ctx, call)), form.talk);
}

Result<http::Page<timeline::EntryView>> get_timeline(ReadContext const& ctx, http::Call const& call, CardTimelineQuery const& query) {
  auto const limit = query.limit.value_or(50);
  if (limit < 1 || limit > 200) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", "200"}});
  auto const card = TRY(store::find_card(ctx, TRY(call.id<GoalCardId>())));
  http::Page<timeline::EntryView> page{timeline::entries_of(ctx, {"goal_card", card.id.uuid}, static_cast<int>(limit), query.before), {}, {}};
  if (static_cast<std::int64_t>(page.items.size()) == limit && page.items.back().seq > 1) page.next = std::to_string(page.items.back().seq);
  return page;
}

Result<http::Page<SmartFinding>> get_findings(ReadContext const& ctx, http::Call const& call) {
  return http::Page<SmartFinding>{TRY(smart_findings(ctx, TRY(call.id<GoalCardId>()))), {}, {}};
}
Result<http::Page<LinkedItemView>> get_linkable(ReadContext const& ctx, http::Call const&, ParentQuery const& query) {
  return http::Page<LinkedItemView>{TRY(linkable_items(ctx, query)), {}, {}};
}
Result<RowPreview> get_row_preview(ReadContext const& ctx, http::Call const& call, RowPreviewQuery const& query) {
  return preview_row(ctx, TRY(call.id<GoalCardId>()), query);
}

Result<http::Page<SupportRequestView>> get_support_requests(ReadContext const& ctx, http::Call const&) {
  return http::Page<SupportRequestView>{support_requests(ctx), {}, {}};
}
Result<SupportRequestView> post_support_answer(Context& ctx, http::Call const& call, SupportAnswerForm const& form) {
  return answer_support(ctx, TRY(call.id<Id<struct GoalSupportTag>>()).uuid, form);
}

Result<GoalSettingsView> get_settings(ReadContext const& ctx, http::Call const&) { return goal_settings(ctx); }
Result<GoalSettingsView> put_settings(Context& ctx, http::Call const& call, GoalSettingsForm const& form) {
  return change_goal_settings(ctx, TRY(call.version()), form);
}
Result<StyleView> get_style(ReadContext const& ctx, http::Call const& call) { return show_style(ctx, TRY(call.id<EmployeeId>())); }
Result<StyleView> put_style(Context& ctx, http::Call const& call, StyleForm const& form) { return set_style(ctx, TRY(call.id<EmployeeId>()), form); }

}  // namespace

void card_routes(http::Routes& routes) {
  using http::needs;
  auto const read = needs(permissions::read), write = needs(permissions::write);
  routes.get("/api/v1/goal-cards", read, "Goal cards, newest period first.", &get_cards);
  routes.post("/api/v1/goal-cards", write, "Make a goal card with its items.", &post_card);
  routes.get("/api/v1/goal-cards/{id}", read, "A goal card with everything on it.", &get_card);
  routes.patch("/api/v1/goal-cards/{id}", write, "Change the head of a goal card.", &patch_card);
  routes.delete_("/api/v1/goal-cards/{id}", write, "Delete a draft.", &remove_card);
  routes.post("/api/v1/goal-cards/{id}/items", write, "Add a goal.", &post_item);
  routes.put("/api/v1/goal-items/{id}", write, "Replace a goal; If-Match names the card's version.", &put_item);
  routes.delete_("/api/v1/goal-items/{id}", write, "Remove a goal; If-Match names the card's version.", &remove_item);
  routes.post("/api/v1/goal-cards/{id}/proposal", write, "Propose the card.", &post_proposal);
  routes.post("/api/v1/goal-cards/{id}/negotiation", write, "Say what should change.", &post_negotiation);
  routes.post("/api/v1/goal-cards/{id}/signature", write, "Sign; the last signature commits the card.", &post_signature);
  routes.post("/api/v1/goal-cards/{id}/activation", write, "Begin; the first check-in does it, too.", &post_activation);
  routes.post("/api/v1/goal-cards/{id}/self-evaluation", write, "Evaluate oneself.", &post_self_evaluation);
  routes.post("/api/v1/goal-cards/{id}/evaluation", write, "Evaluate as the supervisor.", &post_evaluation);
  routes.post("/api/v1/goal-cards/{id}/evaluation-answer", write, "Agree with one's evaluation, or question it.", &post_evaluation_answer);
  routes.post("/api/v1/goal-cards/{id}/evaluation-reply", write, "Reply to the question about an evaluation.", &post_evaluation_reply);
  routes.post("/api/v1/goal-cards/{id}/closure", write, "Close after the talk.", &post_closure);
  routes.get("/api/v1/goal-cards/{id}/timeline", read, "What happened to a goal card, newest first.", &get_timeline);
  routes.get("/api/v1/goal-cards/{id}/findings", read, "What the SMART check says.", &get_findings);
  routes.get("/api/v1/goal-links", read, "Goals that a person's goals can be linked to.", &get_linkable);
  routes.get("/api/v1/goal-cards/{id}/row-preview", read, "What a goal of the card takes from a row of a target sheet.", &get_row_preview);
  routes.get("/api/v1/goal-support-requests", read, "What the departments one heads were asked to help with.", &get_support_requests);
  routes.post("/api/v1/goal-support-requests/{id}/answer", read, "Confirm or decline the help asked for.", &post_support_answer);
  routes.get("/api/v1/goal-settings", read, "How goals are checked and evaluated.", &get_settings);
  routes.put("/api/v1/goal-settings", needs(org::permissions::manage_configuration), "Change how goals are checked and evaluated.", &put_settings);
  routes.get("/api/v1/goal-styles/{id}", read, "How a person is led.", &get_style);
  routes.put("/api/v1/goal-styles/{id}", write, "Say how a person is led.", &put_style);
  course_routes(routes);
  card_sheet_routes(routes);
}

}  // namespace zx::goal
