#include "modules/followup/firing.hpp"

#include <map>

#include "modules/followup/recipients.hpp"
#include "modules/followup/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/events/publish_many.hpp"
#include "platform/jobs/bookkeeping.hpp"

namespace zx::followup {
namespace reminders {
namespace {

constexpr std::int64_t batch_size = 1000;

/// A reminder with what its commitment says now.
struct DueRow {
  OrganizationId org_id;
  CommitmentId commitment_id;
  Topic topic = Topic::follow_up;
  Uuid source_id;
  std::optional<EmployeeId> receiver_id;
  Instant basis;
  Instant counts_from;
  std::int64_t rung = 0;
  std::string subject_type;
  std::string subject_kind;
  std::string number;
  std::string title;
  EmployeeId owner_id;
  EmployeeId handler_id;
  std::optional<DepartmentId> department_id;
};
BOOST_DESCRIBE_STRUCT(DueRow, (),
                      (org_id, commitment_id, topic, source_id, receiver_id, basis, counts_from, rung, subject_type, subject_kind, number, title, owner_id,
                       handler_id, department_id))

using Rows = std::vector<DueRow>;

/// Where a reminder goes from here.
struct Move {
  CommitmentId commitment_id;
  Topic topic = Topic::follow_up;
  std::int64_t rung = 0;
  std::optional<std::int64_t> fires_at;
};
BOOST_DESCRIBE_STRUCT(Move, (), (commitment_id, topic, rung, fires_at))

Actor system_of(OrganizationId organization) { return {.organization = organization, .is_system = true}; }

/// One organization's share of a batch.
class Firing {
 public:
  Firing(Context const& ctx)
      : ctx_(ctx),
        calendar_(ctx.services.calendar_of(ctx.actor.organization)),
        today_(calendar::local_date(ctx.now, calendar_->zone())),
        chart_(org::chart_of(ctx)),
        deputies_(org::deputies_on(ctx, today_)),
        policies_(read_policies(ctx)),
        is_working_time_(calendar_->is_working_time(ctx.now)) {}

  void fire(DueRow const& row) {
    auto const& ladder = policies_->of(row.subject_kind, row.topic);
    Climb const climb(ladder, *calendar_, row.basis, row.counts_from, &times_);
    if (!climb.reaches(row.rung)) return end(row);  // the ladder has become shorter
    // The calendar has changed since the time was worked out: nobody is told at night.
    if (!is_working_time_) return move(row, {row.rung, calendar_->next_working_instant(ctx_.now)});
    auto const highest = climb.highest_passed(row.rung, ctx_.now);
    bool const told = tell_highest(row, ladder, highest);
    bool const reached_top = !told && highest >= static_cast<std::int64_t>(ladder.rungs.size());
    auto const next = reached_top ? std::nullopt : climb.next(highest + 1, ctx_.now);
    next ? move(row, *next) : end(row);
  }

  void finish() {
    events::publish_many(ctx_, ReminderDue::event_name, std::move(payloads_));
    // A statement costs PostgreSQL more than its row; in SQLite it costs next to nothing.
    if (ctx_.db.engine() == db::Engine::postgres) {
      ctx_.db.enqueue(sql::move_reminders, {{"org", ctx_.actor.organization}, {"moves", to_json(moves_)}});
    } else {
      for (auto const& move : moves_) ctx_.db.enqueue(sql::move_reminder, db::Parameters::of(move).and_("org", ctx_.actor.organization));
    }
  }

 private:
  /// Of rungs that have passed together the highest that finds anybody; false when none does.
  bool tell_highest(DueRow const& row, Ladder const& ladder, std::int64_t highest) {
    Circle const circle{row.owner_id, row.handler_id, row.receiver_id, row.department_id};
    for (auto rung = highest; rung >= row.rung; --rung) {
      auto recipients = recipients_at(ladder, rung, circle, {*chart_, deputies_, today_});
      if (recipients.empty()) continue;
      if (row.topic == Topic::handoff) let_them_look(row, recipients);
      payloads_.push_back(to_json(event_of(row, rung, std::move(recipients))));
      return true;
    }
    return false;
  }

  /// Those above a receiver in another department do not see the item before it is accepted; told of it, they may.
  void let_them_look(DueRow const& row, std::vector<Recipient> const& recipients) {
    if (!row.receiver_id || chart_->department_of(*row.receiver_id) == row.department_id) return;
    for (auto const& recipient : recipients) {
      if (recipient.as == Standpoint::supervisor || recipient.as == Standpoint::department_head || recipient.as == Standpoint::above)
        add_participant(ctx_, row.commitment_id, recipient.employee);
    }
  }

  ReminderDue event_of(DueRow const& row, std::int64_t rung, std::vector<Recipient> recipients) const {
    bool const escalation = is_escalation(recipients);
    return {.commitment = row.commitment_id,
            .subject_type = row.subject_type,
            .number = row.number,
            .title = row.title,
            .topic = row.topic,
            .rung = rung,
            .escalation = escalation,
            .basis = row.basis,
            .occurrence = row.source_id.text() + "/" + std::to_string(rung),
            .recipients = std::move(recipients)};
  }

  void move(DueRow const& row, Step const& step) { set(row, step.rung, step.at); }
  void end(DueRow const& row) { set(row, row.rung, std::nullopt); }
  void set(DueRow const& row, std::int64_t rung, std::optional<Instant> fires_at) {
    moves_.push_back({row.commitment_id, row.topic, rung, fires_at ? std::optional(fires_at->ms) : std::nullopt});
  }

  Context const& ctx_;
  std::shared_ptr<calendar::WorkingCalendar const> calendar_;
  Date today_;
  std::shared_ptr<org::Chart const> chart_;
  std::map<EmployeeId, EmployeeId> deputies_;
  std::shared_ptr<Policies const> policies_;
  bool is_working_time_;
  ClimbTimes times_;
  std::vector<std::string> payloads_;
  std::vector<Move> moves_;
};

Rows claim(db::Transaction& tx, Instant now) {
  db::Composed statement(sql::due_reminders);
  statement += sql::skip_locked_reminders;
  return tx.all<DueRow>(statement, {{"now", now}, {"limit", batch_size}});
}

std::map<OrganizationId, Rows> by_organization(Rows rows) {
  std::map<OrganizationId, Rows> sorted;
  for (auto& row : rows) sorted[row.org_id].push_back(std::move(row));
  return sorted;
}

/// Whose reminders are due; nobody's, mostly. Their calendars are made fresh, since no request may have come for hours.
bool somebody_waits(Services& services, Instant now) {
  auto const organizations = services.database.read([&](db::Executor& db) {
    return db.all<OrganizationId>(sql::organizations_to_remind, {{"now", now}, {"limit", batch_size}});
  });
  for (auto organization : organizations) org::refresh_calendar(services, organization);
  return !organizations.empty();
}

/// One batch under the lease; how many, or nothing when the lease was lost.
std::optional<int> fire_batch(Services& services, jobs::Lease const& lease) {
  auto const now = services.clock.now();
  return jobs::keep_books(services, [&](db::Transaction& tx) -> std::optional<int> {
    if (!jobs::still_mine(tx, lease, now)) return std::nullopt;
    return fire_some(tx, services, now);
  });
}

bool recount_batch(Services& services, jobs::Lease const& lease) {
  auto const now = services.clock.now();
  return jobs::keep_books(services, [&](db::Transaction& tx) { return jobs::still_mine(tx, lease, now) && recount_some(tx, services, now); });
}

bool recount_waits_for_us(Services& services) {
  auto const now = services.clock.now();
  return services.database.read([&](db::Executor& db) { return db.one<Uuid>(sql::begun_recount, {{"now", now}}).has_value(); });
}

}  // namespace

int fire_some(db::Transaction& tx, Services& services, Instant now) {
  auto rows = claim(tx, now);
  auto const count = static_cast<int>(rows.size());
  for (auto const& [organization, its_rows] : by_organization(std::move(rows))) {
    auto const system = system_of(organization);
    Context const ctx{system, now, tx, services};
    Firing firing(ctx);
    for (auto const& row : its_rows) firing.fire(row);
    firing.finish();
  }
  return count;
}

}  // namespace reminders

jobs::Job remind() {
  return {.name = "followup.remind",
          .every = std::chrono::seconds(1),
          .lease = std::chrono::seconds(30),
          .run =
              [](Services& services, jobs::Lease const& lease) {
                if (reminders::somebody_waits(services, services.clock.now())) {
                  while (reminders::fire_batch(services, lease).value_or(0) == reminders::batch_size) {}
                }
                if (!reminders::recount_waits_for_us(services)) return;
                while (reminders::recount_batch(services, lease)) {}
              },
          .has_work =
              [](db::Executor& db, Instant now) {
                return db.one<std::int64_t>(sql::remind_waits, {{"now", now}}).has_value();
              }};
}

}  // namespace zx::followup
