#pragma once
// Reminders as rows and as events.

#include "modules/followup/firing.hpp"
#include "modules/followup/followup_fixture.hpp"
#include "platform/base/json.hpp"

namespace zx::followup {

struct Published {
  Instant at;
  std::string payload;
};
BOOST_DESCRIBE_STRUCT(Published, (), (at, payload))

class ReminderWorld : public FollowUpWorld {
 protected:
  /// What the job does with each tick, as often as it finds something.
  void fire() {
    while (world().write([&](Context& ctx) { return reminders::fire_some(ctx.db, ctx.services, ctx.now); }) > 0) {}
  }
  void fire_at(std::string const& local) {
    world().clock.set(at(local));
    fire();
  }
  static Instant at(std::string const& local) { return *Instant::parse(local + ":00+08:00"); }

  std::vector<Published> published() {
    db::Statement const statement{"published", events_sql, events_sql};
    return world().read([&](ReadContext const& ctx) { return ctx.db.all<Published>(statement); });
  }
  /// Those published since the last time it was asked.
  std::vector<ReminderDue> new_ones() {
    auto all = published();
    std::vector<ReminderDue> events;
    for (; seen_ < all.size(); ++seen_) events.push_back(from_json<ReminderDue>(all[seen_].payload).value());
    return events;
  }
  std::vector<reminders::Reminder> rows() {
    db::Statement const statement{"rows", rows_sql, rows_sql};
    return world().read([&](ReadContext const& ctx) { return ctx.db.all<reminders::Reminder>(statement); });
  }
  /// Absent when there is none.
  std::optional<reminders::Reminder> row(CommitmentId id, Topic topic) {
    for (auto& row : rows())
      if (row.commitment_id == id && row.topic == topic) return row;
    return std::nullopt;
  }

 private:
  static constexpr std::string_view events_sql = "SELECT at, payload FROM outbox_event WHERE name = 'followup.reminder_due' ORDER BY id";
  static constexpr std::string_view rows_sql =
      "SELECT commitment_id, topic, source_id, receiver_id, basis, counts_from, rung, fires_at FROM reminder ORDER BY commitment_id, topic";
  std::size_t seen_ = 0;
};

}  // namespace zx::followup
