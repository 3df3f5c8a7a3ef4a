// Random people move dates in every way there is: an overdue item's date moves by an approved report only.

#include <functional>
#include <random>

#include "modules/work/delays_fixture.hpp"

namespace zx::work {
namespace {

using std::chrono::minutes;

struct Dates {
  WorkItemId id;
  std::string commitment_state;
  std::optional<Instant> due_at;
  std::optional<Instant> original_due_at;
  std::int64_t approved = 0;
  std::int64_t waiting = 0;
};
BOOST_DESCRIBE_STRUCT(Dates, (), (id, commitment_state, due_at, original_due_at, approved, waiting))

constexpr std::string_view dates_sql = R"(
SELECT c.id, c.state AS commitment_state, c.due_at, w.original_due_at,
       (SELECT count(*) FROM delay_report r WHERE r.org_id = c.org_id AND r.work_item_id = c.id AND r.state = 'approved') AS approved,
       (SELECT count(*) FROM delay_report r WHERE r.org_id = c.org_id AND r.work_item_id = c.id AND r.state = 'waiting') AS waiting
FROM commitment c JOIN work_item w ON w.org_id = c.org_id AND w.id = c.id)";
constexpr db::Statement dates_statement{"dates", dates_sql, dates_sql};

struct AnyDate : LateWorld {
  std::mt19937 random{20261122};
  std::vector<WorkItemId> items;

  unsigned roll(unsigned sides) { return static_cast<unsigned>(random() % sides); }
  Instant some_time() { return in(minutes(static_cast<int>(roll(9000)) - 1500)); }
  WorkItemId some_item() { return items[roll(static_cast<unsigned>(items.size()))]; }

  std::map<WorkItemId, Dates> dates() {
    std::map<WorkItemId, Dates> all;
    for (auto& each : world().read([](ReadContext const& ctx) { return ctx.db.all<Dates>(dates_statement); })) all[each.id] = std::move(each);
    return all;
  }

  struct Step {
    std::string name;
    std::function<Result<void>(Context&)> run;
  };

  template <class F>
  static Step step(std::string name, F act) {
    return {std::move(name), [act](Context& ctx) -> Result<void> {
              TRY(act(ctx));
              return {};
            }};
  }

  Step some_step() {
    auto const id = some_item();
    auto const at = some_time();
    auto const item = look(id);
    auto const version = item.version;
    auto const answered = roll(2) ? ProposalAnswer::accepted : ProposalAnswer::declined;
    auto const proposal = item.date_proposals.empty() ? DateProposalId::make() : item.date_proposals.back().id;
    auto const report = item.delay_reports.empty() ? DelayReportId::make() : item.delay_reports.back().id;
    DelayReportForm said = form(1, DelayCause::people);
    said.new_due_at = at;
    switch (roll(12)) {
      case 0: return step("patch", [=](Context& ctx) { return change(ctx, id, version, {.due_at = at}); });
      case 1: return step("clear", [=](Context& ctx) { return change(ctx, id, version, {.due_at = Patch<Instant>::null()}); });
      case 2: return step("batch", [=](Context& ctx) { return change_many(ctx, {.ids = {id}, .due_at = at}); });
      case 3: return step("propose", [=](Context& ctx) { return propose_date(ctx, id, {at, "等料"}); });
      case 4: return step("answer", [=](Context& ctx) { return answer(ctx, proposal, ProposalAnswerForm{answered, "好"}); });
      case 5:
      case 6: return step("report", [=](Context& ctx) { return report_delay(ctx, id, said); });
      case 7:
      case 8: return step("approve", [=](Context& ctx) { return approve_delay(ctx, id, report); });
      case 9: return step("decline", [=](Context& ctx) { return decline_delay(ctx, id, report, "不行"); });
      case 10: return step("close", [=](Context& ctx) { return close(ctx, id, ""); });
      default: return step("reopen", [=](Context& ctx) { return reopen(ctx, id, "又坏了"); });
    }
  }
};
ON_EACH_ENGINE(AnyDate);

TEST_P(AnyDate, an_overdue_date_moves_by_an_approved_report_only) {
  constexpr int steps = 600;
  std::vector<Actor> const people{li, wang, chen, boss};
  for (int i = 0; i < 6; ++i) {
    auto const& owner = i % 2 ? li : wang;
    items.push_back(make(owner, {.due_at = in(minutes(600 * (i + 1)))}).id);
    if (i == 1) accept(wang, offer(li, items.back(), wang).id);
  }
  std::map<std::string, int> done, refused;
  std::map<std::string, int> reasons;
  auto before = dates();
  for (int i = 0; i < steps; ++i) {
    auto const chosen = some_step();
    auto const& who = people[roll(static_cast<unsigned>(people.size()))];
    SCOPED_TRACE("step " + std::to_string(i) + ": " + chosen.name + " by " + who.name);
    auto const answer = world().try_write_as(who, chosen.run);
    ++(answer ? done : refused)[chosen.name];
    if (!answer && chosen.name == "clear") ++reasons[answer.refusal().code];
    auto after = dates();
    for (auto const& [id, now] : after) {
      auto const& was = before.at(id);
      bool const was_overdue = was.commitment_state == "open" && was.due_at && *was.due_at < world().clock.now();
      if (was_overdue && now.due_at != was.due_at) { EXPECT_EQ(now.approved, was.approved + 1) << id.text(); }
      EXPECT_EQ(now.original_due_at, was.original_due_at) << "kept for ever";
      EXPECT_LE(now.waiting, now.commitment_state == "open" ? 1 : 0);
    }
    if (HasFailure()) return;
    before = std::move(after);
    world().clock.advance(minutes(1 + roll(40)));
  }
  for (auto const* name : {"patch", "clear", "batch", "report", "approve", "decline", "propose", "answer", "close", "reopen"}) {
    EXPECT_GT(done[name], 0) << name << " was never done; refused " << refused[name] << " " << testing::PrintToString(reasons);
    EXPECT_GT(refused[name], 0) << name << " was never refused";
  }
}

}  // namespace
}  // namespace zx::work
