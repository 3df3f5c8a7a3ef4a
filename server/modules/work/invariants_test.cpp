// Random people do random things: what must always hold, holds after every step, accepted or refused.

#include <algorithm>
#include <functional>
#include <random>

#include "modules/work/reactions.hpp"
#include "modules/work/work_fixture.hpp"
#include "platform/testing/table_contents.hpp"

namespace zx::work {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct ItemState {
  WorkItemId id;
  EmployeeId owner_id;
  EmployeeId handler_id;
  std::string commitment_state;
  std::string stage;
  std::string state;
  std::optional<Instant> next_follow_up_at;
  std::optional<Instant> original_due_at;
  std::int64_t version = 0;
  std::int64_t touch_count = 0;
  std::int64_t follow_ups = 0;
  std::int64_t pending_handoffs = 0;
  std::int64_t history = 0;
  std::optional<EmployeeId> last_receiver;
  std::optional<HandoffId> last_handoff;
  std::optional<EmployeeId> asked;
};
BOOST_DESCRIBE_STRUCT(ItemState, (),
                      (id, owner_id, handler_id, commitment_state, stage, state, next_follow_up_at, original_due_at, version, touch_count, follow_ups,
                       pending_handoffs, history, last_receiver, last_handoff, asked))

constexpr std::string_view states_sql = R"(
SELECT c.id, c.owner_id, c.handler_id, c.state AS commitment_state, c.stage, w.state, c.next_follow_up_at, w.original_due_at, c.version, c.touch_count,
       (SELECT count(*) FROM follow_up f WHERE f.org_id = c.org_id AND f.commitment_id = c.id) AS follow_ups,
       (SELECT count(*) FROM handoff h WHERE h.org_id = c.org_id AND h.work_item_id = c.id
          AND h.accepted_at IS NULL AND h.declined_at IS NULL AND h.withdrawn_at IS NULL) AS pending_handoffs,
       (SELECT count(*) FROM timeline_entry t WHERE t.org_id = c.org_id AND t.subject_id = c.id) AS history,
       (SELECT h.to_id FROM handoff h WHERE h.org_id = c.org_id AND h.work_item_id = c.id AND h.accepted_at IS NOT NULL
          ORDER BY h.accepted_at DESC LIMIT 1) AS last_receiver,
       (SELECT h.id FROM handoff h WHERE h.org_id = c.org_id AND h.work_item_id = c.id ORDER BY h.at DESC, h.id DESC LIMIT 1) AS last_handoff,
       (SELECT h.to_id FROM handoff h WHERE h.org_id = c.org_id AND h.work_item_id = c.id ORDER BY h.at DESC, h.id DESC LIMIT 1) AS asked
FROM commitment c JOIN work_item w ON w.org_id = c.org_id AND w.id = c.id)";
constexpr db::Statement states_statement{"states", states_sql, states_sql};

using States = std::map<WorkItemId, ItemState>;

struct Anything : WorkWorld {
  std::mt19937 random{};
  std::vector<Actor> people;
  std::vector<WorkItemId> items;
  std::map<WorkItemId, EmployeeId> first_handler;

  unsigned roll(unsigned sides) { return static_cast<unsigned>(random() % sides); }
  WorkItemId some_item() { return items.empty() || roll(30) == 0 ? WorkItemId::make() : items[roll(static_cast<unsigned>(items.size()))]; }
  EmployeeId somebody() { return roll(30) == 0 ? EmployeeId::make() : people[roll(static_cast<unsigned>(people.size()))].employee; }
  std::string words() { return roll(6) == 0 ? "" : "原因"; }
  Instant some_time() { return in(minutes(static_cast<int>(roll(6000)) - 1000)); }
  template <class T>
  std::optional<T> perhaps(T value) {
    return roll(2) ? std::optional(value) : std::nullopt;
  }
  template <class T>
  Patch<T> perhaps_null(T value) {
    return roll(3) == 0 ? Patch<T>::null() : roll(2) ? Patch<T>(value) : Patch<T>();
  }

  NewWorkItemForm some_form() {
    NewWorkItemForm form{.title = roll(20) ? "事项" : "", .owner_id = perhaps(somebody()), .handler_id = perhaps(somebody()), .due_at = perhaps(some_time())};
    if (roll(4) == 0) form.participant_ids = {somebody()};
    if (roll(4) == 0) form.next_follow_up_at = some_time();
    if (roll(4) == 0) form.draft = true;
    if (roll(4) == 0) form.parent_id = some_item();
    return form;
  }
  WorkItemPatch some_patch() {
    WorkItemPatch patch{.title = perhaps(std::string("新标题 ") + std::to_string(roll(100))), .due_at = perhaps_null(some_time())};
    if (roll(3) == 0) patch.owner_id = somebody();
    if (roll(3) == 0) patch.next_follow_up_at = some_time();
    if (roll(3) == 0) patch.progress = static_cast<std::int64_t>(roll(130));
    if (roll(3) == 0) patch.department_id = perhaps_null(repairs);
    if (roll(5) == 0) patch.kind = roll(2) ? "complaint" : "unknown";
    return patch;
  }
  followup::FollowUpForm some_follow_up() {
    followup::FollowUpForm form{.finding = words(), .next_follow_up_at = perhaps(some_time())};
    if (roll(2)) form.progress = static_cast<std::int64_t>(roll(110));
    if (roll(5) == 0) form.at = some_time();
    if (roll(5) == 0) form.asked_employee_id = somebody();
    return form;
  }
  BatchForm some_batch() {
    BatchForm form{.owner_id = perhaps(somebody()), .handler_id = perhaps(somebody()), .due_at = perhaps(some_time())};
    for (auto n = 1 + roll(3); n > 0; --n) form.ids.push_back(some_item());
    if (roll(3) == 0) form.next_follow_up_at = some_time();
    return form;
  }

  struct Step {
    std::string verb;
    std::function<Result<void>(Context&)> run;
  };

  /// Every other time one that the item's state allows, so that long ways are walked too.
  std::string some_verb(WorkItemId id) {
    static std::vector<std::string> const any = {"create",   "create", "assign", "hand over", "hand over", "accept", "accept", "decline",
                                                 "withdraw", "start",  "submit", "return",    "hold",      "resume", "close",  "cancel",
                                                 "reopen",   "record", "record", "patch",     "patch",     "batch"};
    static std::map<std::string, std::vector<std::string>> const fitting = {{"draft", {"assign"}},
                                                                            {"assigned", {"accept", "accept", "decline", "hold"}},
                                                                            {"accepted", {"start", "submit", "hand over"}},
                                                                            {"in_progress", {"submit", "hold", "record"}},
                                                                            {"submitted", {"return", "close"}},
                                                                            {"returned", {"start"}},
                                                                            {"on_hold", {"resume"}},
                                                                            {"done", {"reopen", "record"}},
                                                                            {"cancelled", {"reopen"}}};
    auto const& choices = now.contains(id) && roll(2) ? fitting.at(now.at(id).state) : any;
    return choices[roll(static_cast<unsigned>(choices.size()))];
  }

  /// Often the owner, the handler or who was asked last.
  Actor const& some_actor(WorkItemId id) {
    auto anybody = [&]() -> Actor const& { return people[roll(static_cast<unsigned>(people.size()))]; };
    if (!now.contains(id) || roll(3) == 0) return anybody();
    auto const& item = now.at(id);
    EmployeeId const choices[] = {item.owner_id, item.handler_id, item.asked.value_or(item.owner_id)};
    auto found = std::ranges::find(people, choices[roll(3)], &Actor::employee);
    return found == people.end() ? anybody() : *found;
  }
  /// The item's own, mostly.
  HandoffId some_handoff(WorkItemId id) {
    bool has_one = now.contains(id) && now.at(id).last_handoff;
    return has_one && roll(10) ? *now.at(id).last_handoff : HandoffId::make();
  }

  Step some_step(WorkItemId id) {
    auto verb = some_verb(id);
    auto why = words();
    auto handoff = some_handoff(id);
    auto doing = [&](auto&& act) -> Step {
      return {verb, [act](Context& ctx) -> Result<void> {
                TRY(act(ctx));
                return {};
              }};
    };
    if (verb == "create") return doing([form = some_form()](Context& ctx) { return create(ctx, form); });
    if (verb == "assign") return doing([id, to = perhaps(somebody())](Context& ctx) { return assign(ctx, id, to, ""); });
    if (verb == "hand over") return doing([id, to = somebody()](Context& ctx) { return hand_over(ctx, id, to, "请接手"); });
    if (verb == "accept") return doing([handoff](Context& ctx) { return accept_handoff(ctx, handoff); });
    if (verb == "decline") return doing([handoff, why](Context& ctx) { return decline_handoff(ctx, handoff, why); });
    if (verb == "withdraw") return doing([handoff](Context& ctx) { return withdraw_handoff(ctx, handoff); });
    if (verb == "start") return doing([id](Context& ctx) { return start(ctx, id); });
    if (verb == "submit") return doing([id, why](Context& ctx) { return submit(ctx, id, why); });
    if (verb == "return") return doing([id, why](Context& ctx) { return return_(ctx, id, why); });
    if (verb == "hold") return doing([id, why, until = some_time()](Context& ctx) { return hold(ctx, id, why, until); });
    if (verb == "resume") return doing([id](Context& ctx) { return resume(ctx, id); });
    if (verb == "close") return doing([id](Context& ctx) { return close(ctx, id, ""); });
    if (verb == "cancel") return doing([id, why](Context& ctx) { return cancel(ctx, id, why); });
    if (verb == "reopen") return doing([id, why](Context& ctx) { return reopen(ctx, id, why); });
    if (verb == "record") return doing([id, form = some_follow_up()](Context& ctx) { return followup::record(ctx, store::commitment_id(id), form); });
    if (verb == "batch") return doing([form = some_batch()](Context& ctx) { return change_many(ctx, form); });
    auto version = (now.contains(id) ? now.at(id).version : 1) - (roll(8) == 0);
    return doing([id, version, patch = some_patch()](Context& ctx) { return change(ctx, id, version, patch); });
  }

  std::string contents() {
    return world().read([](ReadContext const& ctx) {
      return fixture::contents_of(ctx.db, {"commitment", "work_item", "handoff", "follow_up", "commitment_participant", "timeline_entry", "timeline_head",
                                           "outbox_event", "search_entry"});
    });
  }
  States states() {
    States all;
    for (auto& each : world().read([](ReadContext const& ctx) { return ctx.db.all<ItemState>(states_statement); })) all[each.id] = std::move(each);
    return all;
  }
  bool is_history_intact() {
    return world().read([](ReadContext const& ctx) { return timeline::verify(ctx.db).intact; });
  }
  void remember_what_was_made() {
    for (auto const& [id, state] : now)
      if (first_handler.try_emplace(id, state.handler_id).second) items.push_back(id);
  }

  void expect_what_always_holds() {
    for (auto const& [id, item] : now) {
      SCOPED_TRACE(id.text() + " " + item.state);
      bool open = item.commitment_state == "open";
      EXPECT_FALSE(item.owner_id.is_nil() || item.handler_id.is_nil());
      EXPECT_EQ(item.next_follow_up_at.has_value(), open) << "nothing open is without a next look, nothing closed has one";
      EXPECT_EQ(open, item.state != "done" && item.state != "cancelled");
      EXPECT_EQ(item.stage, item.state);
      EXPECT_LE(item.pending_handoffs, open ? 1 : 0);
      EXPECT_EQ(item.handler_id, item.last_receiver.value_or(first_handler.contains(id) ? first_handler.at(id) : item.handler_id));
      EXPECT_EQ(item.touch_count, item.follow_ups);
    }
  }
  void expect_each_change_told(States const& before, std::string const& verb) {
    for (auto const& [id, item] : now) {
      auto was = before.find(id);
      if (was == before.end()) {
        EXPECT_GE(item.history, 1);
        continue;
      }
      auto const& old = was->second;
      EXPECT_TRUE(item.version == old.version || item.history > old.history) << "told to nobody: " << id.text();
      EXPECT_TRUE(item.handler_id == old.handler_id || verb == "accept");
      EXPECT_TRUE(item.owner_id == old.owner_id || verb == "patch" || verb == "batch");
      bool const was_accepted = old.state != "draft" && old.state != "assigned" && old.state != "on_hold";
      EXPECT_TRUE(!was_accepted || !old.original_due_at || item.original_due_at == old.original_due_at);
    }
  }

  States now;
};
ON_EACH_ENGINE(Anything);

TEST_P(Anything, nothing_open_is_without_a_next_look) {
  constexpr unsigned seed = 20260107;
  constexpr int steps = 800;
  random.seed(seed);
  people = {chen, li, wang, zhao, boss, person("何主任", works, {}, Scope::department_and_below), company->actor(sun.employee)};
  events::Dispatcher dispatcher(world().services, reactions());
  std::map<std::string, int> accepted, refused;
  auto dump = contents();
  for (int i = 0; i < steps; ++i) {
    auto before = now;
    auto id = some_item();
    auto const& who = some_actor(id);
    auto step = some_step(id);
    SCOPED_TRACE("seed " + std::to_string(seed) + " step " + std::to_string(i) + ": " + step.verb + " by " + who.name);
    auto answer = world().try_write_as(who, step.run);
    auto after = contents();
    if (answer) {
      now = states();
      remember_what_was_made();
      if (after != dump) expect_each_change_told(before, step.verb);
      ++accepted[step.verb];
    } else {
      EXPECT_EQ(fixture::difference(dump, after), "") << "refused as " << answer.refusal().code << ", and yet something changed";
      ++refused[step.verb];
    }
    dump = std::move(after);
    if (roll(10) == 0) {
      dispatcher.drain();
      before = now;
      now = states();
      expect_each_change_told(before, "react");
      dump = contents();
    }
    expect_what_always_holds();
    if (HasFailure()) return;
    world().clock.advance(minutes(1 + roll(90)));
  }
  EXPECT_TRUE(is_history_intact());
  for (auto const* verb : {"create", "assign", "hand over", "accept", "decline", "withdraw", "start", "submit", "return", "hold", "resume", "close", "cancel",
                           "reopen", "record", "patch", "batch"}) {
    EXPECT_GT(accepted[verb], 0) << verb << " was never accepted; refused " << refused[verb];
    EXPECT_GT(refused[verb], 0) << verb << " was never refused";
  }
}

}  // namespace
}  // namespace zx::work
