// A year of a small company, half an hour at a time: what must always hold of reminders.

#include <map>
#include <random>
#include <set>

#include "modules/followup/reminders_fixture.hpp"

namespace zx::followup {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::shared_ptr<calendar::WorkingCalendar const> calendar_with_holidays() {
  std::vector<calendar::SpecialDay> days;
  for (int day = 1; day <= 7; ++day) days.push_back({{2027, 10, static_cast<unsigned>(day)}, "国庆节", calendar::DayKind::off});
  days.push_back({{2027, 9, 26}, "国庆节", calendar::DayKind::working});
  for (int day = 6; day <= 12; ++day) days.push_back({{2027, 2, static_cast<unsigned>(day)}, "春节", calendar::DayKind::off});
  return std::make_shared<calendar::WorkingCalendar>("Asia/Shanghai", calendar::WorkingHours::standard(), calendar::Holidays{}.with(std::move(days)));
}

struct Year : ReminderWorld {
  void SetUp() override {
    ReminderWorld::SetUp();
    if (IsSkipped()) return;
    calendar = calendar_with_holidays();
    world().services.calendar_of = [this](OrganizationId) { return calendar; };
    auto boss = company->employ({.name = "周总"});
    auto chief = company->employ({.name = "赵主管", .department_id = works, .supervisor_id = boss});
    for (auto const* name : {"周强", "吴刚", "郑洁"}) staff.push_back(company->employ({.name = name, .department_id = works, .supervisor_id = chief}));
  }

  unsigned roll(unsigned sides) { return static_cast<unsigned>(random() % sides); }
  Instant soon() { return world().clock.now() + minutes(30 + roll(20'000)); }

  void open_some() {
    for (int i = 0; i < 36; ++i) {
      auto form = thing("事项 " + std::to_string(i));
      form.owner_id = form.handler_id = staff[roll(3)];
      form.next_follow_up_at = soon();
      if (roll(2)) form.due_at = soon();
      things.push_back(open(form));
    }
  }
  /// People do something now and then, and mostly they forget.
  void live() {
    if (roll(40)) return;
    auto& thing = things[roll(static_cast<unsigned>(things.size()))];
    thing = world().write([&](Context& ctx) -> Result<Commitment> {
      if (thing.state == CommitmentState::closed) return reopen(ctx, thing, "begun");
      switch (roll(5)) {
        case 0: return followup::close(ctx, thing, "ended");
        case 1: return followup::change(ctx, thing, {.due_at = Patch<Instant>(soon())});
        case 2: return followup::change(ctx, thing, {.due_at = Patch<Instant>::null()});
        case 3: return followup::change(ctx, thing, {.held_until = soon()});
        default: return followup::change(ctx, thing, {.next_follow_up_at = soon()});
      }
    });
  }

  std::mt19937 random{20270101};
  std::shared_ptr<calendar::WorkingCalendar const> calendar;
  std::vector<EmployeeId> staff;
  std::vector<Commitment> things;
};
ON_EACH_ENGINE(Year);

TEST_P(Year, everybody_is_told_in_working_time_and_of_nothing_twice) {
  open_some();
  auto const end = world().clock.now() + hours(24 * 365);
  for (int step = 0; world().clock.now() < end; ++step) {
    world().clock.advance(minutes(30));
    live();
    bool const outage = step % 1000 > 960;
    if (!outage) fire();
  }
  std::set<std::string> occurrences;
  std::map<std::string, std::int64_t> last_rung;
  std::map<std::string, int> rungs;
  for (auto const& [at, payload] : published()) {
    auto const event = from_json<ReminderDue>(payload).value();
    auto const source = event.occurrence.substr(0, event.occurrence.find('/'));
    EXPECT_TRUE(calendar->is_working_time(at)) << at.text();
    EXPECT_TRUE(occurrences.insert(event.occurrence).second) << event.occurrence;
    EXPECT_FALSE(event.recipients.empty());
    if (last_rung.contains(source)) EXPECT_GT(event.rung, last_rung.at(source));
    last_rung[source] = event.rung;
    ++rungs[source];
  }
  // Five rungs and, above the department head (whose place the supervisor takes here), one level.
  for (auto const& [source, count] : rungs) EXPECT_LE(count, 6) << source;
  EXPECT_GT(occurrences.size(), 500u);
}

}  // namespace
}  // namespace zx::followup
