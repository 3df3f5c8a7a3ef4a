// "Where does it stand now, and who knows?"

#include <algorithm>

#include "modules/followup/sql.hpp"
#include "modules/followup/store.hpp"
#include "platform/base/text.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/search/search.hpp"

namespace zx::followup {
namespace {

struct StandingRow {
  CommitmentId id;
  std::string subject_type;
  std::string subject_kind;
  std::string number;
  std::string title;
  EmployeeId owner_id;
  std::string owner_name;
  EmployeeId handler_id;
  std::string handler_name;
  CommitmentState state = CommitmentState::open;
  std::string stage;
  std::int64_t importance = 2;
  Instant handler_since;
  std::optional<Instant> due_at;
  std::int64_t touch_count = 0;
  std::optional<Instant> next_follow_up_at;
  std::int64_t version = 1;
  std::optional<Instant> last_at;
  std::optional<std::string> last_by_name;
  std::optional<Method> last_method;
  std::optional<std::string> last_finding;
  std::optional<std::string> last_solution;
};
BOOST_DESCRIBE_STRUCT(StandingRow, (),
                      (id, subject_type, subject_kind, number, title, owner_id, owner_name, handler_id, handler_name, state, stage, importance, handler_since,
                       due_at, touch_count, next_follow_up_at, version, last_at, last_by_name, last_method, last_finding, last_solution))

std::optional<LastFollowUp> last_follow_up(StandingRow& row, std::string const& zone) {
  if (!row.last_at) return std::nullopt;
  return LastFollowUp{.at = *row.last_at,
                      .date = calendar::local_date(*row.last_at, zone),
                      .by_name = std::move(*row.last_by_name),
                      .method = *row.last_method,
                      .finding = std::move(*row.last_finding),
                      .solution = std::move(row.last_solution)};
}

Standing standing(StandingRow row, ReadContext const& ctx) {
  auto last = last_follow_up(row, ctx.actor.time_zone);
  return {.id = row.id,
          .subject_type = std::move(row.subject_type),
          .subject_kind = std::move(row.subject_kind),
          .number = std::move(row.number),
          .title = std::move(row.title),
          .owner = {row.owner_id, std::move(row.owner_name)},
          .handler = {row.handler_id, std::move(row.handler_name)},
          .state = row.state,
          .stage = std::move(row.stage),
          .importance = row.importance,
          .handler_since = row.handler_since,
          .due_at = row.due_at,
          .overdue = is_overdue(row.state, row.due_at, ctx.now),
          .last_follow_up = std::move(last),
          .touch_count = row.touch_count,
          .next_follow_up_at = row.next_follow_up_at,
          .follow_up_overdue = is_follow_up_overdue(row.state, row.next_follow_up_at, ctx.now),
          .version = row.version};
}

std::vector<Standing> standings(ReadContext const& ctx, db::Statement const& statement, db::Parameters const& parameters) {
  std::vector<Standing> found;
  for (auto& row : ctx.db.all<StandingRow>(statement, parameters)) found.push_back(standing(std::move(row), ctx));
  return found;
}

/// Of a statement that has but a few rows to look at.
db::Composed seen_standings(ReadContext const& ctx) {
  db::Composed statement(sql::standing);
  statement += store::seen_within(ctx.actor.reach(permissions::read));
  return statement;
}

/// The statements that sort fetch a fixed number at most; who wants fewer gets the first of them.
std::vector<Standing> first(std::vector<Standing> found, std::int64_t limit) {
  if (static_cast<std::int64_t>(found.size()) > limit) found.resize(static_cast<std::size_t>(limit));
  return found;
}

std::vector<Standing> by_number(ReadContext const& ctx, std::string_view number) {
  auto statement = seen_standings(ctx);
  statement += sql::of_number;
  return standings(ctx, statement, db::Parameters::of(viewer(ctx.actor)).and_("number", number));
}

std::vector<Standing> by_title(ReadContext const& ctx, std::string_view title, int limit) {
  auto statement = seen_standings(ctx);
  statement += sql::of_title;
  return first(standings(ctx, statement, db::Parameters::of(viewer(ctx.actor)).and_("title", title)), limit);
}

/// Among the newest hits; who sees only a part of the organization has few enough to look at all.
std::vector<Standing> by_words(ReadContext const& ctx, std::string_view typed, int limit) {
  auto found_by = search::parameters_for(ctx.db.engine(), typed);
  if (!found_by) return {};
  db::Composed statement(sql::standing);
  statement += visible_within(ctx.actor.reach(permissions::read));
  statement += ctx.actor.reach(permissions::read) == Scope::organization ? sql::found_lately : sql::found_by_text;
  statement += sql::best_standing_first;
  auto parameters = db::Parameters::of(viewer(ctx.actor)).and_("folded", text::fold(typed));
  return first(standings(ctx, statement, parameters.merge(std::move(*found_by))), limit);
}

/// The last moment of the actor's today.
Instant end_of_today(ReadContext const& ctx) {
  auto tomorrow = calendar::local_date(ctx.now, ctx.actor.time_zone).plus_days(1);
  return calendar::at(tomorrow, TimeOfDay{0}, ctx.actor.time_zone) - Milliseconds(1);
}

}  // namespace

db::Statement const& matching_text() { return sql::found_by_text; }

std::vector<Standing> where(ReadContext const& ctx, std::string_view text, int limit) {
  auto typed = text::trim(text);
  auto exact = by_number(ctx, typed);
  if (!exact.empty()) return exact;
  exact = by_title(ctx, typed, limit);
  for (auto& standing : by_words(ctx, typed, limit)) {
    bool known = std::any_of(exact.begin(), exact.end(), [&](auto const& other) { return other.id == standing.id; });
    if (!known && static_cast<int>(exact.size()) < limit) exact.push_back(std::move(standing));
  }
  return exact;
}

Result<Standing> standing_of(ReadContext const& ctx, CommitmentId id) {
  auto statement = seen_standings(ctx);
  statement += sql::of_commitment;
  auto found = standings(ctx, statement, db::Parameters::of(viewer(ctx.actor)).and_("id", id));
  if (found.empty()) return Refusal::not_found("followup.not_found");
  return std::move(found.front());
}

std::vector<Standing> due_queue(ReadContext const& ctx, QueueQuery const& query) {
  db::Composed statement(sql::standing);
  statement += sql::due_for_me;
  auto due = standings(ctx, statement,
                       {{"org", ctx.actor.organization}, {"me", ctx.actor.employee}, {"now", ctx.now}, {"until", query.until.value_or(end_of_today(ctx))}});
  return first(std::move(due), query.limit.value_or(50));
}

Counts counts(ReadContext const& ctx) {
  return ctx.db.sure<Counts>(sql::counts, {{"org", ctx.actor.organization}, {"me", ctx.actor.employee}, {"now", ctx.now}, {"until", end_of_today(ctx)}});
}

}  // namespace zx::followup
