// The funnel over the organization's own touches and imported campaigns.

#include <algorithm>

#include "modules/followup/sql.hpp"
#include "modules/followup/touch_funnel.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::followup {
namespace {

struct Period {
  Date first;
  Date last;
  Instant from;
  Instant until;  // not included
};

Result<Period> period_of(ReadContext const& ctx, std::optional<Date> from, std::optional<Date> until) {
  constexpr std::int64_t most_days = 3660;
  auto const& zone = ctx.actor.time_zone;
  auto const last = until.value_or(calendar::local_date(ctx.now, zone));
  auto const first = from.value_or(last.plus_days(-364));
  if (last < first) return Refusal::invalid_field("until", "followup.period_backward");
  if (last.days() - first.days() >= most_days) return Refusal::invalid_field("from", "org.period_too_long", {{"days", std::to_string(most_days)}});
  return Period{first, last, calendar::start_of(first, zone), calendar::start_of(last.plus_days(1), zone)};
}

bool is_imported_only(std::optional<std::string> const& kind) { return kind && *kind == imported_kind; }

db::Parameters parameters_of(ReadContext const& ctx, Period const& period, std::optional<std::string> const& kind) {
  auto parameters = db::Parameters::of(viewer(ctx.actor)).and_("from", period.from).and_("until", period.until);
  if (kind) parameters.and_("kind", *kind);
  return parameters;
}

/// Over the actor's commitments; `tail` groups or orders.
db::Composed over_commitments(ReadContext const& ctx, db::Statement const& head, std::optional<std::string> const& kind, db::Statement const& tail) {
  db::Composed statement(head);
  statement += visible_within(ctx.actor.reach(permissions::read));
  if (kind) statement += sql::touches_of_kind;
  statement += tail;
  return statement;
}

db::Composed over_outreach(ReadContext const& ctx, db::Statement const& head, db::Statement const& tail) {
  db::Composed statement(head);
  if (ctx.actor.reach(permissions::read) != Scope::organization) statement += sql::outreach_own;
  statement += tail;
  return statement;
}

struct Endings {
  std::vector<EndedCases> rows;
  std::int64_t imported = 0;
};

Endings endings(ReadContext const& ctx, Period const& period, std::optional<std::string> const& kind) {
  Endings found;
  auto const parameters = parameters_of(ctx, period, kind);
  if (!is_imported_only(kind)) found.rows = ctx.db.all<EndedCases>(over_commitments(ctx, sql::touch_endings, kind, sql::group_touch_endings), parameters);
  if (kind && !is_imported_only(kind)) return found;
  for (auto& row : ctx.db.all<EndedCases>(over_outreach(ctx, sql::outreach_endings, sql::group_outreach_endings), parameters_of(ctx, period, {}))) {
    found.imported += row.cases;
    found.rows.push_back(row);
  }
  return found;
}

std::vector<FolkloreView> folklore() {
  return {{"wins_at_first", Decimal::from_millionths(10'000)},
          {"wins_after_fifth", Decimal::from_millionths(800'000)},
          {"stopped_after_first", Decimal::from_millionths(450'000)}};
}

}  // namespace

Result<TouchReportView> touch_report(ReadContext const& ctx, TouchReportQuery const& query) {
  auto const period = TRY(period_of(ctx, query.from, query.until));
  auto const ended = endings(ctx, period, query.kind);
  std::vector<CountedTouches> touches;
  if (!is_imported_only(query.kind))
    touches =
        ctx.db.all<CountedTouches>(over_commitments(ctx, sql::touch_outcomes, query.kind, sql::group_touch_outcomes), parameters_of(ctx, period, query.kind));
  return TouchReportView{period.first, period.last, funnel_of(ended.rows, touches), ended.imported, folklore()};
}

Result<std::vector<TouchCaseView>> touch_cases(ReadContext const& ctx, TouchCasesQuery const& query) {
  constexpr std::size_t most = 200;
  auto const period = TRY(period_of(ctx, query.from, query.until));
  auto const wanted = [&](std::optional<std::string> const& kind) {
    return parameters_of(ctx, period, kind).and_("touch_number", query.touch_number).and_("wanted_end", query.end);
  };
  std::vector<TouchCaseView> cases;
  if (!is_imported_only(query.kind))
    cases = ctx.db.all<TouchCaseView>(over_commitments(ctx, sql::touch_cases, query.kind, sql::newest_touch_cases), wanted(query.kind));
  if (!query.kind || is_imported_only(query.kind))
    for (auto& row : ctx.db.all<TouchCaseView>(over_outreach(ctx, sql::outreach_cases, sql::newest_outreach_cases), wanted({})))
      cases.push_back(std::move(row));
  std::ranges::stable_sort(cases, std::greater{}, &TouchCaseView::last_at);
  if (cases.size() > most) cases.resize(most);
  return cases;
}

}  // namespace zx::followup
