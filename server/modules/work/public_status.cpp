#include "modules/work/public_status.hpp"

#include <algorithm>

#include "modules/work/attention.hpp"
#include "modules/work/outside.hpp"
#include "modules/work/public_rules.hpp"
#include "modules/work/sql.hpp"
#include "platform/auth/token.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::work {
namespace {

constexpr std::size_t longest_words = 1000;
constexpr int most_entries = 500;
constexpr Milliseconds looked_at_within = std::chrono::hours(1);  // of working time

// A page that stays open asks twice a minute; a house of tenants may share one address.
constexpr http::Allowance looks_by_link{.burst = 40, .per_hour = 600};
constexpr http::Allowance looks_by_address{.burst = 200, .per_hour = 6000};
constexpr http::Allowance answers_by_link{.burst = 6, .per_hour = 20};
constexpr http::Allowance answers_by_address{.burst = 30, .per_hour = 120};

struct LinkTarget {
  OrganizationId org_id;
  WorkItemId work_item_id;
};
BOOST_DESCRIBE_STRUCT(LinkTarget, (), (org_id, work_item_id))

Refusal unknown() { return Refusal::not_found("public.link_unknown"); }

Result<void> admit(http::RateLimit& limit, Outsider const& outsider, http::Allowance const& by_link, http::Allowance const& by_address, Instant now) {
  TRY(limit.take("address " + http::asker_at(outsider.address), by_address, now));
  return limit.take("link " + auth::hex(auth::token_hash(outsider.token)), by_link, now);
}

std::optional<LinkTarget> target_of(db::Executor& db, std::string_view token) {
  auto const hash = auth::token_hash(token);
  return db.one<LinkTarget>(sql::find_status_link, {{"token_hash", std::span<std::uint8_t const>(hash)}});
}

void add_holder(ReadContext const& ctx, store::Item const& item, PublicStatusView& view) {
  if (item.commitment.state == followup::CommitmentState::closed) return;
  auto const handler = org::find_employee(ctx, item.commitment.handler_id);
  if (!handler) return;
  view.department = handler->department_name;
  if (outside::names_handler(ctx)) view.handler = handler->name;
}

Result<PublicStatusView> view_of(ReadContext const& ctx, store::Item const& item) {
  if (!rules::is_shown(item.commitment.closed_at, ctx.now)) return unknown();
  auto const kind = kind_called(ctx, item.commitment.subject_kind);
  PublicStatusView view{.organization = outside::organization_name(ctx.db, ctx.actor.organization),
                        .time_zone = ctx.actor.time_zone,
                        .number = item.commitment.number,
                        .kind_zh = kind.name_zh,
                        .kind_en = kind.name_en,
                        .since = item.row.created_at};
  view.steps = rules::public_steps(timeline::entries_of(ctx, {"work_item", item.row.id.uuid}, most_entries));
  bool const was_arranged = std::ranges::find(view.steps, PublicStage::arranged, &PublicStep::stage) != view.steps.end();
  view.stage = rules::public_stage(item.row.state, was_arranged);
  if (!view.steps.empty()) view.since = view.steps.back().at;
  if (item.commitment.next_follow_up_at && *item.commitment.next_follow_up_at > ctx.now) view.next_step_at = item.commitment.next_follow_up_at;
  add_holder(ctx, item, view);
  for (auto& message : outside::messages_of(ctx, item.row.id)) view.messages.push_back({message.from_requester, message.at, std::move(message.text)});
  auto const rating = outside::rating_of(ctx, item.row.id);
  view.may_rate = rules::may_rate(item.row.state, item.row.completed_at, rating, ctx.now).ok();
  view.may_object = rules::may_object(item.commitment.closed_at, ctx.now).ok();
  if (rating) {
    view.rating = rating->rating;
    view.rating_final_at = rules::rating_final_at(*rating);
  }
  return view;
}

// ---- Answers ----

Result<std::string> words_of(RequesterAnswerForm const& form) {
  std::string words(text::trim(form.words.value_or("")));
  if (text::length(words) > longest_words) return Refusal::invalid_field("words", "field.too_long", {{"most", std::to_string(longest_words)}});
  return words;
}

/// Somebody looks at it within a working hour; what rests goes on resting.
void bring_forward(Context const& ctx, store::Item& item) {
  if (item.commitment.state != followup::CommitmentState::open || item.row.state == State::on_hold) return;
  auto const soon = ctx.services.calendar_of(ctx.actor.organization)->add_working_time(ctx.now, looked_at_within);
  if (item.commitment.next_follow_up_at && *item.commitment.next_follow_up_at <= soon) return;
  item.commitment = followup::change(ctx, item.commitment, {.next_follow_up_at = soon});
}

Result<void> object(Context& ctx, store::Item& item, std::string const& words) {
  if (words.empty()) return Refusal::invalid_field("words", "public.words_required");
  TRY(rules::may_object(item.commitment.closed_at, ctx.now));
  auto const said = ctx.db.sure<std::int64_t>(sql::count_requester_messages, {{"org", ctx.actor.organization}, {"work_item", item.row.id}});
  if (said >= rules::most_requester_messages) return Refusal::conflict("public.too_many_words");
  outside::add_message(ctx, item.row.id, true, words);
  bring_forward(ctx, item);
  store::tell(ctx, item.row.id, "work_item.requester_unsolved", {}, words);
  ask_attention(ctx, item, "requester_unsolved", item.commitment.owner_id, words);
  return {};
}

Result<void> thank(Context& ctx, store::Item const& item, std::optional<std::int64_t> rating, std::string const& words) {
  auto const given = outside::rating_of(ctx, item.row.id);
  TRY(rules::may_rate(item.row.state, item.row.completed_at, given, ctx.now));
  if (!rating || *rating < 1 || *rating > 5) return Refusal::invalid_field("rating", "public.rating_required");
  bool const is_change = given && item.row.completed_at && given->rated_at >= *item.row.completed_at;
  RatingView const now_given{*rating, words, is_change ? given->rated_at : ctx.now, ctx.now};
  if (is_change && given->rating == now_given.rating && given->words == words) return {};
  ctx.db.execute(sql::save_rating, db::Parameters::of(now_given).and_("org", ctx.actor.organization).and_("work_item", item.row.id));
  store::tell(ctx, item.row.id, "work_item.rated", {{"rating", given ? std::to_string(given->rating) : "", std::to_string(*rating)}}, words);
  auto const note = std::to_string(*rating) + " / 5" + (words.empty() ? "" : "  " + words);
  ask_attention(ctx, item, "requester_rated", item.commitment.owner_id, note);
  if (item.commitment.handler_id != item.commitment.owner_id) ask_attention(ctx, item, "requester_rated", item.commitment.handler_id, note);
  return {};
}

/// Under the name the requester is known by here.
std::string name_of(Services const& services, Actor const& actor, store::ItemRow const& row) {
  return row.requester_name.value_or(services.texts.text(actor.language, "public.requester"));
}

}  // namespace

PublicLimits& public_limits(Services& services) { return services.memory->of<PublicLimits>(); }

Result<PublicStatusView> public_status(Services& services, Outsider const& outsider) {
  auto const now = services.clock.now();
  TRY(admit(public_limits(services).looks, outsider, looks_by_link, looks_by_address, now));
  return services.database.read([&](db::Executor& db) -> Result<PublicStatusView> {
    auto const target = target_of(db, outsider.token);
    if (!target) return unknown();
    auto const actor = outside::requester_of(target->org_id, db, {});
    ReadContext const ctx{actor, now, db, services};
    auto const item = store::find_visible(ctx, target->work_item_id, permissions::read);
    if (!item) return unknown();
    return view_of(ctx, *item);
  });
}

Result<void> answer_as_requester(Context& ctx, WorkItemId id, RequesterAnswerForm const& form) {
  auto const words = TRY(words_of(form));
  auto item = TRY(store::find_visible(ctx, id, permissions::read));
  if (form.answer == RequesterAnswer::unsolved) return object(ctx, item, words);
  return thank(ctx, item, form.rating, words);
}

Result<PublicStatusView> answer_status(Services& services, Outsider const& outsider, RequesterAnswerForm const& form) {
  auto const now = services.clock.now();
  TRY(admit(public_limits(services).answers, outsider, answers_by_link, answers_by_address, now));
  return services.database.write([&](db::Transaction& tx) -> Result<PublicStatusView> {
    auto const target = target_of(tx, outsider.token);
    if (!target) return unknown();
    auto actor = outside::requester_of(target->org_id, tx, {});
    Context ctx{actor, now, tx, services};
    auto const item = store::find_visible(ctx, target->work_item_id, permissions::read);
    if (!item || !rules::is_shown(item->commitment.closed_at, now)) return unknown();
    actor.name = name_of(services, actor, item->row);
    TRY(answer_as_requester(ctx, item->row.id, form));
    return view_of(ctx, TRY(store::find_visible(ctx, target->work_item_id, permissions::read)));
  });
}

}  // namespace zx::work
