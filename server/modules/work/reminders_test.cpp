// Whatever people do to items, the reminders are those of the items as they are.

#include <algorithm>
#include <array>
#include <functional>
#include <random>

#include "modules/work/work_fixture.hpp"

namespace zx::work {
namespace {

using followup::Topic;
using std::chrono::minutes;

/// An item and what is kept of it to remind.
struct Reminded {
  WorkItemId id;
  std::string state;
  std::optional<Instant> due_at;
  std::optional<Instant> next_follow_up_at;
  std::optional<Instant> hold_until;
  std::optional<Instant> held_at;
  std::optional<HandoffId> handoff;
  std::optional<EmployeeId> asked;
  std::optional<Instant> limit;
  std::int64_t reminders = 0;
  std::optional<Instant> next_basis;
  std::optional<Instant> due_basis;
  std::optional<Instant> handoff_basis;
  std::optional<Uuid> handoff_source;
};
BOOST_DESCRIBE_STRUCT(Reminded, (),
                      (id, state, due_at, next_follow_up_at, hold_until, held_at, handoff, asked, limit, reminders, next_basis, due_basis, handoff_basis,
                       handoff_source))

constexpr std::string_view reminded_sql = R"(
SELECT c.id, w.state, c.due_at, c.next_follow_up_at, w.hold_until,
       (SELECT o.held_at FROM work_hold o WHERE o.org_id = c.org_id AND o.work_item_id = c.id AND o.resumed_at IS NULL) AS held_at, h.id AS handoff, h.to_id AS asked, h.answer_due_at AS "limit",
       (SELECT count(*) FROM reminder r WHERE r.org_id = c.org_id AND r.commitment_id = c.id) AS reminders,
       (SELECT r.basis FROM reminder r WHERE r.org_id = c.org_id AND r.commitment_id = c.id AND r.topic = 'follow_up') AS next_basis,
       (SELECT r.basis FROM reminder r WHERE r.org_id = c.org_id AND r.commitment_id = c.id AND r.topic = 'due') AS due_basis,
       (SELECT r.basis FROM reminder r WHERE r.org_id = c.org_id AND r.commitment_id = c.id AND r.topic = 'handoff') AS handoff_basis,
       (SELECT r.source_id FROM reminder r WHERE r.org_id = c.org_id AND r.commitment_id = c.id AND r.topic = 'handoff') AS handoff_source
FROM commitment c JOIN work_item w ON w.org_id = c.org_id AND w.id = c.id
LEFT JOIN handoff h ON h.org_id = c.org_id AND h.work_item_id = c.id AND h.accepted_at IS NULL AND h.declined_at IS NULL AND h.withdrawn_at IS NULL
ORDER BY c.number)";
constexpr db::Statement reminded_statement{"reminded", reminded_sql, reminded_sql};

struct DueRow {
  Uuid source_id;
  Instant basis;
  Instant counts_from;
  std::int64_t rung = 0;
  std::optional<Instant> fires_at;
};
BOOST_DESCRIBE_STRUCT(DueRow, (), (source_id, basis, counts_from, rung, fires_at))

struct Reminders : WorkWorld {
  std::mt19937 random{20260107};
  std::vector<Actor> people;

  unsigned roll(unsigned sides) { return static_cast<unsigned>(random() % sides); }
  Actor const& somebody() { return people[roll(static_cast<unsigned>(people.size()))]; }
  Instant some_time() { return in(minutes(1 + static_cast<int>(roll(6000)))); }
  Patch<Instant> some_patch() { return roll(3) == 0 ? Patch<Instant>::null() : roll(2) ? Patch<Instant>(some_time()) : Patch<Instant>(); }

  std::vector<Reminded> items() {
    return world().read([](ReadContext const& ctx) { return ctx.db.all<Reminded>(reminded_statement); });
  }

  /// Most often something the state allows.
  std::function<Result<void>(Context&)> some_verb(Reminded const& item, std::string& name) {
    auto const id = item.id;
    auto doing = [&](std::string verb, auto&& act) -> std::function<Result<void>(Context&)> {
      name = std::move(verb);
      return [act](Context& ctx) -> Result<void> {
        TRY(act(ctx));
        return {};
      };
    };
    auto const version = world().read([&](ReadContext const& ctx) { return show(ctx, id).value().version; });
    switch (roll(13)) {
      case 0: return doing("patch due", [id, version, due = some_patch()](Context& ctx) { return change(ctx, id, version, {.due_at = due}); });
      case 1: return doing("patch next", [id, version, at = some_time()](Context& ctx) { return change(ctx, id, version, {.next_follow_up_at = at}); });
      case 2: return doing("patch kind", [id, version](Context& ctx) { return change(ctx, id, version, {.kind = "work_order"}); });
      case 3: return doing("hand over", [id, to = somebody().employee](Context& ctx) { return hand_over(ctx, id, to, "请接手"); });
      case 4: return doing("accept", [handoff = item.handoff.value_or(HandoffId::make())](Context& ctx) { return accept_handoff(ctx, handoff); });
      case 5: return doing("decline", [handoff = item.handoff.value_or(HandoffId::make())](Context& ctx) { return decline_handoff(ctx, handoff, "忙"); });
      case 6: return doing("withdraw", [handoff = item.handoff.value_or(HandoffId::make())](Context& ctx) { return withdraw_handoff(ctx, handoff); });
      case 7: return doing("hold", [id, until = some_time()](Context& ctx) { return hold(ctx, id, "等材料", until); });
      case 8: return doing("resume", [id](Context& ctx) { return resume(ctx, id); });
      case 9: return doing("close", [id](Context& ctx) { return close(ctx, id, ""); });
      case 10:
        return roll(3) ? doing("reopen", [id](Context& ctx) { return reopen(ctx, id, "没修好"); })
                       : doing("cancel", [id](Context& ctx) { return cancel(ctx, id, "不做了"); });
      case 11:
        return doing("batch", [id, due = some_time(), next = some_time()](Context& ctx) {
          return change_many(ctx, {.ids = {id}, .due_at = due, .next_follow_up_at = next});
        });
      default:
        return doing("record", [id, at = some_time()](Context& ctx) {
          return followup::record(ctx, store::commitment_id(id), {.finding = "施工开始", .next_follow_up_at = at});
        });
    }
  }

  void expect_reminders_of_what_is() {
    for (auto const& item : items()) {
      SCOPED_TRACE(item.id.text() + " " + item.state);
      bool const open = item.state != "done" && item.state != "cancelled";
      auto due = open ? item.due_at : std::nullopt;
      bool const was_late = due && item.held_at && *due < *item.held_at;
      if (due && !was_late && item.state == "on_hold" && item.hold_until) due = std::max(*due, *item.hold_until);
      EXPECT_EQ(item.next_basis, item.next_follow_up_at);
      EXPECT_EQ(item.due_basis, due);
      EXPECT_EQ(item.handoff_basis, item.limit);
      EXPECT_EQ(item.handoff_source, item.handoff ? std::optional(item.handoff->uuid) : std::nullopt);
      EXPECT_EQ(item.reminders, open + due.has_value() + item.handoff.has_value());
    }
  }
};
ON_EACH_ENGINE(Reminders);

TEST_P(Reminders, nothing_changed_or_closed_leaves_one_behind) {
  people = {chen, li, wang, zhao, boss};
  for (int i = 0; i < 12; ++i) make(somebody(), {.due_at = roll(2) ? std::optional(some_time()) : std::nullopt});
  expect_reminders_of_what_is();
  constexpr std::array every_verb = {"patch due", "patch next", "patch kind", "hand over", "accept", "decline", "withdraw",
                                     "hold",      "resume",     "close",      "reopen",    "cancel", "batch",   "record"};
  std::map<std::string, int> accepted;
  // On until each has happened: some are refused nearly always.
  for (int step = 0; (step < 600 || (step < 6000 && accepted.size() < every_verb.size())) && !HasFailure(); ++step) {
    auto const all = items();
    auto const& item = all[roll(static_cast<unsigned>(all.size()))];
    std::string verb;
    auto const act = some_verb(item, verb);
    SCOPED_TRACE("step " + std::to_string(step) + ": " + verb);
    auto const asked = std::ranges::find(people, item.asked.value_or(EmployeeId{}), &Actor::employee);
    auto const& who = asked != people.end() && roll(2) ? *asked : roll(2) ? boss : somebody();
    if (world().try_write_as(who, act)) ++accepted[verb];
    expect_reminders_of_what_is();
    world().clock.advance(minutes(1 + roll(60)));
  }
  for (auto const* verb : every_verb) EXPECT_GT(accepted[verb], 0) << verb;
}

TEST_P(Reminders, the_ladder_of_what_is_late_goes_on_while_it_is_on_hold_and_does_not_begin_anew) {
  auto const item = make(li, {.due_at = in(std::chrono::hours(1))});
  auto const due_row = [&] {
    constexpr std::string_view row = "SELECT source_id, basis, counts_from, rung, fires_at FROM reminder WHERE topic = 'due'";
    return world().read([&](ReadContext const& ctx) { return to_json(ctx.db.sure<DueRow>(db::Statement{"due_row", row, row})); });
  };
  auto const before = due_row();
  world().clock.advance(std::chrono::hours(24 * 3));
  world().write_as(li, [&](Context& ctx) { return hold(ctx, item.id, "等材料", in(std::chrono::hours(24 * 30))); });
  EXPECT_EQ(due_row(), before);
  world().clock.advance(std::chrono::hours(24 * 10));
  world().write_as(li, [&](Context& ctx) { return resume(ctx, item.id); });
  EXPECT_EQ(due_row(), before);
}

}  // namespace
}  // namespace zx::work
