#include "modules/notify/digest.hpp"

#include <algorithm>

#include "modules/followup/followup.hpp"
#include "modules/notify/occasions.hpp"
#include "modules/notify/rules.hpp"
#include "modules/notify/sql.hpp"
#include "modules/notify/telling.hpp"
#include "modules/notify/wording.hpp"
#include "modules/work/work.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/log/log.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;

/// Later than this after its hour it is no morning digest any more (the server was down).
constexpr int latest_minutes = 4 * 60;
constexpr std::size_t most_lines = 10;

struct Section {
  std::string_view heading;  ///< a text with {count}
  std::vector<std::string> lines;
  std::size_t count = 0;

  void add(std::string line) {
    ++count;
    if (lines.size() < most_lines) lines.push_back(std::move(line));
  }
};

struct Morning {
  Section follow_ups{"notice.digest.follow_ups", {}, 0};
  Section overdue{"notice.digest.overdue", {}, 0};
  Section handoffs{"notice.digest.handoffs", {}, 0};
  Section approvals{"notice.digest.approvals", {}, 0};

  bool is_empty() const { return follow_ups.count + overdue.count + handoffs.count + approvals.count == 0; }
};

std::string line(std::string_view number, std::string_view title, std::string_view more) {
  return std::string(number) + " " + std::string(title) + (more.empty() ? "" : " · " + std::string(more));
}

Result<void> add_overdue(ReadContext const& theirs, Section& section) {
  std::vector<work::WorkItemId> seen;
  for (auto whose : {work::Whose::owned, work::Whose::handled}) {
    auto const page = TRY(work::list(theirs, {.whose = whose, .overdue = true, .limit = 100}));
    for (auto const& item : page.items) {
      if (std::ranges::find(seen, item.id) != seen.end()) continue;
      seen.push_back(item.id);
      section.add(line(item.number, item.title, local_text(*item.due_at, theirs.actor.time_zone)));
    }
  }
  return {};
}

/// What others wait for this person's word on, and who does.
void add_approvals(ReadContext const& theirs, Section& section) {
  auto add = [&](std::string_view number, std::string_view title, std::string_view what, std::string const& by) {
    section.add(line(number, title, theirs.services.texts.text(theirs.actor.language, "notice.digest.awaited." + std::string(what), {{"name", by}})));
  };
  if (theirs.actor.may(work::permissions::read))
    for (auto const& each : work::waiting_for_me(theirs)) add(each.number, each.title, enum_text(each.what), each.by_name);
  for (auto const& each : followup::give_up_requests_waiting(theirs)) add(each.number, each.title, "give_up", each.asked_by.name);
}

/// As the person: only what they may see.
Result<Morning> morning_of(ReadContext const& theirs) {
  Morning morning;
  for (auto const& standing : followup::due_queue(theirs, {.until = {}, .limit = 100}))
    morning.follow_ups.add(line(standing.number, standing.title, local_text(*standing.next_follow_up_at, theirs.actor.time_zone)));
  add_approvals(theirs, morning.approvals);
  if (!theirs.actor.may(work::permissions::read)) return morning;
  TRY(add_overdue(theirs, morning.overdue));
  for (auto const& handoff : work::handoffs_waiting(theirs)) {
    auto const item = work::show(theirs, handoff.work_item_id);
    if (item) morning.handoffs.add(line(item->number, item->title, handoff.from.name));
  }
  return morning;
}

std::string text_of(Section const& section, Catalogue const& texts, std::string const& language) {
  if (section.count == 0) return {};
  auto text = texts.text(language, section.heading, {{"count", std::to_string(section.count)}}) + "\n";
  for (auto const& each : section.lines) text += "· " + each + "\n";
  if (section.count > section.lines.size())
    text += texts.text(language, "notice.digest.more", {{"count", std::to_string(section.count - section.lines.size())}}) + "\n";
  return text + "\n";
}

News news_of(Morning const& morning, Catalogue const& texts, Actor const& person, Date today) {
  auto lines = text_of(morning.follow_ups, texts, person.language) + text_of(morning.overdue, texts, person.language) +
               text_of(morning.handoffs, texts, person.language) + text_of(morning.approvals, texts, person.language);
  while (lines.ends_with('\n')) lines.pop_back();
  return {.event = std::string(event_words::morning),
          .occurrence = "digest:" + person.employee.text() + ":" + today.text(),
          .values = {{"follow_ups", std::to_string(morning.follow_ups.count)},
                     {"overdue", std::to_string(morning.overdue.count)},
                     {"handoffs", std::to_string(morning.handoffs.count)},
                     {"approvals", std::to_string(morning.approvals.count)},
                     {"lines", lines}}};
}

bool is_morning(TimeOfDay now, TimeOfDay hour) { return now.minutes <= hour.minutes + latest_minutes; }

/// True when there was something to say.
Result<bool> digest_for(Context const& ctx, EmployeeId employee, Date today, TimeOfDay time) {
  ctx.db.execute(sql::mark_digest, {{"org", ctx.actor.organization}, {"employee", employee}, {"date", today}});
  auto const choice = store::find_choice(ctx, employee);
  if (!is_morning(time, choice ? choice->digest_at : rules::usual_digest)) return false;
  auto const contact = store::find_contact(ctx, employee);
  if (!contact) return false;
  auto const person = store::actor_of(ctx, *contact);
  auto const morning = TRY(morning_of({person, ctx.now, ctx.db, ctx.services}));
  if (morning.is_empty()) return false;
  tell(ctx, news_of(morning, ctx.services.texts, person, today), {{employee, "digest", {}}});
  return true;
}

struct Round {
  Services& services;
  Actor system;
  jobs::Lease const* lease;
  Date today;
  TimeOfDay time;

  std::vector<EmployeeId> waiting() const {
    return services.database.read([&](db::Executor& db) {
      return db.all<EmployeeId>(sql::digest_due, {{"org", system.organization}, {"today", today}, {"time", time}, {"usual", rules::usual_digest}});
    });
  }

  /// A refusal for one person must not keep the others from theirs.
  bool send(EmployeeId employee) const {
    auto told = services.database.write([&](db::Transaction& tx) -> Result<bool> {
      Context const ctx{system, services.clock.now(), tx, services};
      if (lease && !jobs::still_mine(tx, *lease, ctx.now)) return false;
      return digest_for(ctx, employee, today, time);
    });
    if (!told) log::error("notify.digest_failed", {{"employee", employee}, {"reason", told.refusal().code}});
    return told && *told;
  }
};

}  // namespace

int send_digests(Services& services, OrganizationId organization, jobs::Lease const* lease) {
  auto const calendar = services.calendar_of(organization);
  auto const now = services.clock.now();
  Round const round{services,
                    {.organization = organization, .name = "系统", .is_system = true},
                    lease,
                    calendar::local_date(now, calendar->zone()),
                    calendar::local_time(now, calendar->zone())};
  if (!calendar->is_working_day(round.today)) return 0;
  int told = 0;
  for (auto employee : round.waiting()) told += round.send(employee);
  return told;
}

jobs::Job morning_digest() {
  return {"notify.morning_digest", 1min, 5min, [](Services& services, jobs::Lease const& lease) {
            auto const organization = services.database.read([](db::Executor& db) { return org::only_organization(db); });
            if (organization) send_digests(services, *organization, &lease);
          }};
}

}  // namespace zx::notify
