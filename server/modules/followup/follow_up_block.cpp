#include "modules/followup/follow_up_block.hpp"

#include "modules/followup/sql.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::followup {
namespace {

constexpr int shortest = 15;
constexpr int longest = 4 * 60;
/// Longer than any run of holidays.
constexpr int days_looked_ahead = 21;

struct BlockRow {
  TimeOfDay from_time;
  TimeOfDay to_time;
};
BOOST_DESCRIBE_STRUCT(BlockRow, (), (from_time, to_time))

std::optional<BlockRow> find(ReadContext const& ctx, EmployeeId employee) {
  return ctx.db.one<BlockRow>(sql::find_follow_up_block, {{"org", ctx.actor.organization}, {"employee", employee}});
}

std::vector<BlockTime> times(ReadContext const& ctx, BlockRow const& row, int days) {
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  auto const today = calendar::local_date(ctx.now, calendar->zone());
  std::vector<BlockTime> found;
  for (int i = 0; i < days; ++i) {
    auto const day = today.plus_days(i);
    if (!calendar->is_working_day(day)) continue;
    BlockTime const time{calendar::at(day, row.from_time, calendar->zone()), calendar::at(day, row.to_time, calendar->zone())};
    if (time.to > ctx.now) found.push_back(time);
  }
  return found;
}

Result<void> check(FollowUpBlockForm const& form) {
  if (form.from.has_value() != form.to.has_value()) return Refusal::invalid_field(form.from ? "to" : "from", "followup.block_incomplete");
  if (!form.from) return {};
  auto const minutes = form.to->minutes - form.from->minutes;
  if (minutes <= 0) return Refusal::invalid_field("to", "followup.time_backward");
  if (minutes < shortest || minutes > longest) return Refusal::invalid_field("to", "followup.block_length");
  return {};
}

}  // namespace

FollowUpBlockView follow_up_block(ReadContext const& ctx) {
  auto const row = find(ctx, ctx.actor.employee);
  if (!row) return {};
  FollowUpBlockView view{.from = row->from_time, .to = row->to_time, .begins_at = {}, .ends_at = {}};
  auto const next = times(ctx, *row, days_looked_ahead);
  if (next.empty()) return view;
  view.begins_at = next.front().from;
  view.ends_at = next.front().to;
  view.is_now = next.front().from <= ctx.now;
  return view;
}

Result<FollowUpBlockView> change_follow_up_block(Context& ctx, FollowUpBlockForm const& form) {
  TRY(check(form));
  db::Parameters const mine{{"org", ctx.actor.organization}, {"employee", ctx.actor.employee}};
  if (!form.from) ctx.db.execute(sql::delete_follow_up_block, mine);
  else ctx.db.execute(sql::save_follow_up_block, db::Parameters(mine).and_("from", *form.from).and_("to", *form.to));
  return follow_up_block(ctx);
}

std::vector<BlockTime> follow_up_blocks_of(ReadContext const& ctx, EmployeeId employee, int days) {
  auto const row = find(ctx, employee);
  return row ? times(ctx, *row, days) : std::vector<BlockTime>{};
}

}  // namespace zx::followup
