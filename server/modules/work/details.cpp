#include "modules/work/details.hpp"

#include "modules/work/briefs.hpp"
#include "modules/work/custom.hpp"
#include "modules/work/delaying.hpp"
#include "modules/work/flow_measuring.hpp"
#include "modules/work/negotiations.hpp"
#include "modules/work/rounds.hpp"
#include "modules/work/sql.hpp"
#include "platform/base/json.hpp"

namespace zx::work::views {
namespace {

struct DetailsRow {
  std::optional<std::string> why;
  std::optional<std::string> how;
  std::optional<std::string> consequence;
  std::string standard;
  std::optional<WorkItemId> follow_on_of;
  std::optional<std::string> follow_on_number;
  std::optional<std::string> follow_on_title;
  std::optional<SeriesId> series_id;
  std::int64_t rounds = 0;
  std::int64_t questions = 0;
  std::int64_t proposals = 0;
  std::int64_t delays = 0;
  std::int64_t lessons = 0;
  std::int64_t holds = 0;
  std::int64_t follow_ons = 0;
};
BOOST_DESCRIBE_STRUCT(DetailsRow, (),
                      (why, how, consequence, standard, follow_on_of, follow_on_number, follow_on_title, series_id, rounds, questions, proposals, delays,
                       lessons, holds, follow_ons))

briefs::Brief brief_of(DetailsRow const& row) { return {row.why, row.how, row.consequence, from_json<std::vector<std::string>>(row.standard).value()}; }

void add_lists(ReadContext const& ctx, DetailsRow const& row, WorkItemView& view) {
  db::Parameters const of_item{{"org", ctx.actor.organization}, {"work_item", view.id}};
  view.series_id = row.series_id;
  if (row.rounds > 0) view.rounds = rounds::of(ctx, view.id);
  if (row.questions > 0) view.questions = negotiations::questions_of(ctx, view.id);
  if (row.proposals > 0) view.date_proposals = negotiations::proposals_of(ctx, view.id);
  if (row.delays > 0) view.delay_reports = delays::of(ctx, view.id);
  if (row.lessons > 0) view.lessons = ctx.db.all<LessonView>(sql::lessons_of, of_item);
  if (row.follow_ons > 0) view.follow_ons = ctx.db.all<ItemLink>(sql::follow_ons_of, of_item);
  if (row.follow_on_of && row.follow_on_number) view.follow_on_of = ItemLink{*row.follow_on_of, *row.follow_on_number, row.follow_on_title.value_or("")};
}

void add_quadrant(ReadContext const& ctx, store::Item const& item, WorkItemView& view) {
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  view.estimate_minutes = item.row.estimate_minutes;
  view.urgency_by_hand = item.row.urgency.has_value();
  view.urgency = item.row.urgency ? *item.row.urgency : rules::urgency_of(*calendar, ctx.now, item.commitment.due_at, item.row.estimate_minutes);
  view.quadrant = rules::quadrant_of(item.commitment.importance, view.urgency);
}

/// A done item's flow was measured when it was closed.
FlowView flow_of(ReadContext const& ctx, store::Item const& item, Around const& around, WorkItemView const& view, bool was_held) {
  if (item.row.worked_minutes) return flow::told_apart(item.row.waited_minutes.value_or(0), *item.row.worked_minutes);
  auto const end = item.commitment.closed_at.value_or(ctx.now);
  auto const holds = was_held ? flow::holds_of(ctx, view.id) : std::vector<flow::Hold>{};
  return flow::measure(*ctx.services.calendar_of(ctx.actor.organization), around.open, flow::waits(around.handoffs, view.rounds, holds, end));
}

}  // namespace

void add_details(ReadContext const& ctx, store::Item const& item, Around const& around, WorkItemView& view) {
  auto const kind = kind_called(ctx, item.commitment.subject_kind);
  auto const row = ctx.db.sure<DetailsRow>(sql::details_of, {{"org", ctx.actor.organization}, {"id", view.id}});
  view.brief = briefs::view(brief_of(row), kind, item.commitment);
  view.custom = custom::values_of(item.row);
  view.custom_people = custom::people_in(ctx, kind, view.custom);
  add_quadrant(ctx, item, view);
  add_lists(ctx, row, view);
  view.flow = flow_of(ctx, item, around, view, row.holds > 0);
  view.persistence = followup::persistence_of(item.commitment, kind.minimum_touches);
  view.phase = rules::phase_of(item.row.state, kind.asks_lessons && row.lessons == 0 && row.follow_ons == 0);
}

}  // namespace zx::work::views
