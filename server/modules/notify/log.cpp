// What went out, to whom, why, and what the other side said.

#include "modules/notify/composing.hpp"
#include "modules/notify/pages.hpp"
#include "modules/notify/sql.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::notify {
namespace {

struct LogRow {
  DeliveryId id;
  NoticeId notice_id;
  Channel channel = Channel::email;
  std::string address;
  DeliveryState state = DeliveryState::waiting;
  Instant due_at;
  Instant next_at;
  std::int64_t attempts = 0;
  std::string answer;
  std::string message_id;
  std::optional<DeliveryId> merged_into;
  Instant created_at;
  std::optional<Instant> sent_at;
  std::optional<Instant> done_at;
  Uuid recipient_id;
  std::optional<std::string> event;
  std::optional<std::string> number;
  std::optional<std::string> title;
  std::optional<std::string> reason;
  std::optional<std::string> reason_for;
  std::optional<std::string> recipient_name;
  std::optional<std::string> account_name;
};
BOOST_DESCRIBE_STRUCT(LogRow, (),
                      (id, notice_id, channel, address, state, due_at, next_at, attempts, answer, message_id, merged_into, created_at, sent_at, done_at,
                       recipient_id, event, number, title, reason, reason_for, recipient_name, account_name))

DeliveryView view_of(ReadContext const& ctx, LogRow const& row) {
  auto const& texts = ctx.services.texts;
  bool const pending = row.state == DeliveryState::waiting || row.state == DeliveryState::sending;
  return {.id = row.id,
          .channel = row.channel,
          .to = row.recipient_name.value_or(row.account_name.value_or(row.address)),
          .address = row.address,
          .state = row.state,
          .event = row.event.value_or(""),
          .number = row.number.value_or(""),
          .title = row.title.value_or(""),
          .reason = reason_text(texts, row.reason.value_or(""), row.reason_for.value_or(""), ctx.actor.language),
          .answer = answer_text(texts, row.answer, ctx.actor.language),
          .attempts = row.attempts,
          .created_at = row.created_at,
          .due_at = row.due_at,
          .next_at = pending ? std::optional(row.next_at) : std::nullopt,
          .sent_at = row.sent_at,
          .done_at = row.done_at,
          .message_id = row.message_id,
          .merged_into = row.merged_into};
}

struct Selection {
  db::Composed statement;
  db::Parameters parameters;

  void add(db::Statement const& fragment, std::string_view name, db::Value value) {
    statement += fragment;
    parameters.set(name, std::move(value));
  }
};

Result<Selection> selection_of(ReadContext const& ctx, DeliveriesQuery const& query) {
  Selection selection{sql::deliveries_log, {{"org", ctx.actor.organization}}};
  auto const& zone = ctx.actor.time_zone;
  if (query.state) selection.add(sql::log_of_state, "state", *query.state);
  if (query.channel) selection.add(sql::log_of_channel, "channel", *query.channel);
  if (query.recipient_id) selection.add(sql::log_of_recipient, "recipient", *query.recipient_id);
  if (query.from) selection.add(sql::log_from, "from_at", calendar::start_of(*query.from, zone));
  if (query.until) selection.add(sql::log_until, "until_at", calendar::start_of(query.until->plus_days(1), zone));
  if (query.after) {
    auto const end = TRY(page_end(*query.after));
    selection.add(sql::log_before, "before_at", end.at);
    selection.parameters.set("before_id", end.id);
  }
  return selection;
}

std::optional<LogRow> find(ReadContext const& ctx, DeliveryId id) {
  db::Composed statement(sql::deliveries_log);
  statement += sql::log_one;
  return ctx.db.one<LogRow>(statement, {{"org", ctx.actor.organization}, {"id", id}});
}

}  // namespace

Result<http::Page<DeliveryView>> deliveries(ReadContext const& ctx, DeliveriesQuery const& query) {
  auto const limit = TRY(limit_of(query.limit));
  auto selection = TRY(selection_of(ctx, query));
  selection.add(sql::log_newest_first, "limit", limit + 1);
  auto rows = ctx.db.all<LogRow>(selection.statement, selection.parameters);
  http::Page<DeliveryView> page;
  if (static_cast<std::int64_t>(rows.size()) > limit) {
    rows.pop_back();
    page.next = text_of(PageEnd{rows.back().created_at, rows.back().id.uuid});
  }
  for (auto const& row : rows) page.items.push_back(view_of(ctx, row));
  return page;
}

Result<DeliveryView> resend(Context& ctx, DeliveryId id) {
  auto const before = find(ctx, id);
  if (!before) return Refusal::not_found("notify.delivery_not_found");
  if (ctx.db.execute(sql::resend_delivery, {{"org", ctx.actor.organization}, {"id", id}, {"now", ctx.now}}) == 0)
    return Refusal::conflict("notify.delivery_not_dead");
  timeline::append(ctx, {"delivery", id.uuid}, "delivery.resent", {{"answer", before->answer, ""}});
  return view_of(ctx, *find(ctx, id));
}

}  // namespace zx::notify
