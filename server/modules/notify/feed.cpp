#include "modules/notify/feed.hpp"

#include "modules/followup/followup.hpp"
#include "modules/notify/composing.hpp"
#include "modules/notify/sql.hpp"
#include "modules/notify/store.hpp"
#include "platform/auth/token.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/ical/calendar.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::notify {
namespace {

constexpr std::string_view prefix = "zxc_";
constexpr std::string_view suffix = ".ics";

struct FeedOwner {
  OrganizationId org_id;
  EmployeeId employee_id;
};
BOOST_DESCRIBE_STRUCT(FeedOwner, (), (org_id, employee_id))

struct Matter {
  Uuid id;
  std::string number;
  std::string title;
  std::string subject_type;
  std::optional<Instant> next_follow_up_at;
  std::optional<Instant> due_at;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Matter, (), (id, number, title, subject_type, next_follow_up_at, due_at, created_at))

struct FeedWriter {
  ReadContext const& ctx;
  store::Contact const& person;
  ical::Calendar calendar;

  std::string text(std::string_view code, Settings const& arguments = {}) const { return ctx.services.texts.text(person.language, code, arguments); }

  void add(Matter const& matter, std::string_view what, Instant at) {
    ical::Event event;
    event.uid = matter.id.text() + "-" + std::string(what) + "@zhixing";
    event.stamp = ctx.now;
    event.summary = text("notice.calendar." + std::string(what), {{"title", matter.title}, {"number", matter.number}});
    event.start = at;
    event.end = what == "follow_up" ? at + Milliseconds(std::chrono::minutes(15)) : at;
    event.url = link_to(ctx.services, matter.subject_type, matter.id);
    calendar.events.push_back(std::move(event));
  }

  /// The hours kept free for following up, a month ahead.
  void add_blocks() {
    for (auto const& block : followup::follow_up_blocks_of(ctx, person.id, 30)) {
      ical::Event event;
      event.uid = person.id.text() + "-block-" + std::to_string(block.from.ms) + "@zhixing";
      event.stamp = ctx.now;
      event.summary = text("notice.calendar.block");
      event.start = block.from;
      event.end = block.to;
      if (!ctx.services.public_url.empty()) event.url = ctx.services.public_url + "/follow-ups";
      calendar.events.push_back(std::move(event));
    }
  }

  void add_all() {
    db::Parameters const mine{{"org", ctx.actor.organization}, {"me", person.id}};
    for (auto const& matter : ctx.db.all<Matter>(sql::feed_owned, mine)) {
      if (matter.next_follow_up_at) add(matter, "follow_up", *matter.next_follow_up_at);
      if (matter.due_at) add(matter, "due", *matter.due_at);
    }
    for (auto const& matter : ctx.db.all<Matter>(sql::feed_handled, mine))
      if (matter.due_at) add(matter, "due", *matter.due_at);
    add_blocks();
  }
};

std::optional<FeedOwner> owner_of(db::Executor& db, std::string_view file) {
  if (!file.starts_with(prefix) || !file.ends_with(suffix)) return std::nullopt;
  auto const hash = auth::token_hash(file.substr(0, file.size() - suffix.size()));
  return db.one<FeedOwner>(sql::feed_of_token, {{"hash", std::span<std::uint8_t const>(hash)}});
}

Result<std::string> calendar_text(Services& services, db::Executor& db, std::string_view file) {
  auto const refusal = Refusal::not_found("request.not_found");
  auto const owner = owner_of(db, file);
  if (!owner) return refusal;
  Actor const system{.organization = owner->org_id, .is_system = true};
  ReadContext const ctx{system, services.clock.now(), db, services};
  auto const person = store::find_contact(ctx, owner->employee_id);
  if (!person || store::has_left(*person, ctx.now) || !person->login || person->disabled_at) return refusal;
  FeedWriter writer{ctx, *person, {}};
  writer.calendar.product = "-//Zhixing//Zhixing//ZH";
  writer.calendar.name = writer.text("notice.calendar.name", {{"name", person->name}});
  writer.calendar.refresh_hours = 1;
  writer.add_all();
  return ical::write(writer.calendar);
}

}  // namespace

FeedView feed(ReadContext const& ctx) { return {{}, ctx.db.one<Instant>(sql::find_feed, {{"org", ctx.actor.organization}, {"employee", ctx.actor.employee}})}; }

Result<FeedView> make_feed(Context& ctx) {
  auto const token = auth::random_token(prefix);
  auto const hash = auth::token_hash(token);
  ctx.db.execute(sql::insert_feed,
                 {{"org", ctx.actor.organization}, {"employee", ctx.actor.employee}, {"hash", std::span<std::uint8_t const>(hash)}, {"now", ctx.now}});
  timeline::append(ctx, {"calendar_feed", ctx.actor.employee.uuid}, "calendar_feed.made");
  return FeedView{"/calendar/" + token + std::string(suffix), ctx.now};
}

Result<void> revoke_feed(Context& ctx) {
  if (ctx.db.execute(sql::delete_feed, {{"org", ctx.actor.organization}, {"employee", ctx.actor.employee}}) == 0) return {};
  timeline::append(ctx, {"calendar_feed", ctx.actor.employee.uuid}, "calendar_feed.revoked");
  return {};
}

Result<http::Reply> serve_feed(Services& services, Actor const&, http::Call const& call) {
  auto text = TRY(services.database.read([&](db::Executor& db) { return calendar_text(services, db, call.argument("file")); }));
  http::Reply reply;
  reply.content_type = "text/calendar; charset=utf-8";
  reply.body = std::move(text);
  reply.header("cache-control", "private, no-store");
  reply.header("content-disposition", "inline; filename=\"zhixing.ics\"");
  return reply;
}

}  // namespace zx::notify
