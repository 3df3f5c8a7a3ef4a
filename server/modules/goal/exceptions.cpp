// What departs from the plan, gathered.

#include "modules/goal/exceptions.hpp"

#include <algorithm>
#include <set>

#include "modules/goal/card_settings.hpp"
#include "modules/goal/card_store.hpp"
#include "modules/goal/check_ins.hpp"
#include "modules/goal/sql.hpp"
#include "platform/calendar/working_calendar.hpp"

namespace zx::goal {
namespace {

struct RunningRow {
  GoalItemId id;
  GoalCardId card_id;
  std::int64_t position = 1;
  std::string what;
  std::optional<std::string> unit;
  BetterWhen better = BetterWhen::higher;
  Accrual accrual = Accrual::accumulating;
  Rollup rollup = Rollup::by_hand;
  std::optional<Date> due_on;
  std::optional<Decimal> target;
  std::optional<Decimal> actual;
  std::optional<Instant> actual_at;
  std::optional<Confidence> confidence;
  std::optional<Instant> next_check_in_at;
  std::string card_number;
  EmployeeId person_id;
  std::string person_name;
  Date period_from;
  Date period_to;
  std::optional<Confidence> confidence_before;
  std::optional<Instant> last_check_in_at;
  std::optional<std::string> help;
  std::optional<Instant> help_at;
};
BOOST_DESCRIBE_STRUCT(RunningRow, (),
                      (id, card_id, position, what, unit, better, accrual, rollup, due_on, target, actual, actual_at, confidence, next_check_in_at, card_number,
                       person_id, person_name, period_from, period_to, confidence_before, last_check_in_at, help, help_at))

struct WaitingSupport {
  GoalItemId item_id;
  GoalCardId card_id;
  std::int64_t position = 1;
  std::string what;
  std::string card_number;
  EmployeeId person_id;
  std::string person_name;
  std::string department_name;
  Instant asked_at;
};
BOOST_DESCRIBE_STRUCT(WaitingSupport, (), (item_id, card_id, position, what, card_number, person_id, person_name, department_name, asked_at))

class Gathering {
 public:
  explicit Gathering(ReadContext const& ctx)
      : ctx_(ctx), settings_(goal_settings(ctx)), calendar_(ctx.services.calendar_of(ctx.actor.organization)), today_(store::today(ctx)) {
    view_.tolerance = settings_.tolerance;
  }

  void look_at(RunningRow const& row) {
    ++view_.goals;
    ExceptionView base{.kind = ExceptionKind::behind_line,
                       .item_id = row.id,
                       .card_id = row.card_id,
                       .item_number = store::item_number(row.card_number, row.position),
                       .person = {row.person_id, row.person_name},
                       .what = row.what,
                       .unit = row.unit,
                       .target = row.target,
                       .actual = row.actual,
                       .expected = rules::expected_on(row.accrual, row.target, row.period_from, end_of(row), day_of(row))};
    base.against_line = rules::against_line(row.better, base.expected, row.actual);
    auto const before = view_.departures.size();
    line(base, row);
    attention(base, row);
    if (view_.departures.size() == before) ++view_.as_planned;
  }

  void waits(WaitingSupport const& row) {
    ExceptionView base{.item_id = row.item_id,
                       .card_id = row.card_id,
                       .item_number = store::item_number(row.card_number, row.position),
                       .person = {row.person_id, row.person_name},
                       .what = row.what};
    add(base, ExceptionKind::support_unanswered, {{"department", row.department_name}, {"days", days_since(row.asked_at)}, {"limit", limit()}});
  }

  Instant support_limit() const { return limit_before_; }
  ExceptionsView done() && { return std::move(view_); }

 private:
  static std::string shown(std::optional<Decimal> value) { return value ? value->rounded(2, Rounding::half_up).text() : "—"; }
  static Date end_of(RunningRow const& row) { return row.due_on.value_or(row.period_to); }
  Date day_of(RunningRow const& row) const { return store::line_day(ctx_, row.actual_at, row.next_check_in_at); }
  std::string days_since(Instant at) const { return std::to_string(calendar_->working_days_between(calendar::local_date(at, calendar_->zone()), today_)); }
  std::string limit() const { return std::to_string(settings_.support_days); }

  void line(ExceptionView const& base, RunningRow const& row) {
    std::map<std::string, std::string> const numbers{{"actual", shown(base.actual)},
                                                     {"expected", shown(base.expected)},
                                                     {"target", shown(base.target.value_or(Decimal::of(100)))},
                                                     {"unit", row.unit.value_or(row.target ? "" : "%")},
                                                     {"elapsed", std::to_string(rules::elapsed_percent(row.period_from, end_of(row), day_of(row)))},
                                                     {"on", day_of(row).text()},
                                                     {"percent", base.against_line ? base.against_line->rounded(0, Rounding::half_up).text() : "—"},
                                                     {"tolerance", settings_.tolerance.text()}};
    if (rules::is_behind(base.against_line, settings_.tolerance)) add(base, ExceptionKind::behind_line, numbers);
    if (rules::is_notably_well(base.against_line, settings_.tolerance)) add(base, ExceptionKind::notably_well, numbers);
  }

  void attention(ExceptionView const& base, RunningRow const& row) {
    if (row.target && row.rollup == Rollup::by_hand && row.last_check_in_at && !row.actual_at) {
      auto const day = calendar::local_date(*row.last_check_in_at, calendar_->zone());
      add(base, ExceptionKind::no_number,
          {{"date", day.text()}, {"actual", shown(base.actual)}, {"expected", shown(base.expected)}, {"unit", row.unit.value_or("")}});
    }
    if (row.next_check_in_at && *row.next_check_in_at < ctx_.now) {
      auto const day = calendar::local_date(*row.next_check_in_at, calendar_->zone());
      add(base, ExceptionKind::no_check_in, {{"date", day.text()}, {"days", std::to_string(today_.days() - day.days())}});
    }
    if (rules::fell(row.confidence_before, row.confidence))
      add(base, ExceptionKind::falling_confidence, {{"before", word(*row.confidence_before)}, {"now", word(*row.confidence)}});
    if (row.help_at && *row.help_at < support_limit())
      add(base, ExceptionKind::help_unanswered, {{"help", row.help.value_or("")}, {"days", days_since(*row.help_at)}, {"limit", limit()}});
  }

  std::string word(Confidence confidence) const { return store::text(ctx_, "goal.confidence." + std::string(enum_text(confidence))); }

  void add(ExceptionView base, ExceptionKind kind, std::map<std::string, std::string> arguments) {
    auto const name = std::string(enum_text(kind));
    base.kind = kind;
    base.code = "goal.exception." + name;
    base.arguments = std::move(arguments);
    base.text = store::text(ctx_, base.code, base.arguments);
    base.prompt = store::text(ctx_, "goal.exception_prompt." + name);
    (kind == ExceptionKind::notably_well ? view_.praise : view_.departures).push_back(std::move(base));
  }

  ReadContext const& ctx_;
  GoalSettingsView const settings_;
  std::shared_ptr<calendar::WorkingCalendar const> const calendar_;
  Date const today_;
  Instant const limit_before_ = calendar::start_of(calendar_->add_working_days(today_, -static_cast<int>(settings_.support_days)), calendar_->zone());
  ExceptionsView view_;
};

/// The cards one supervises, or all that goal.supervise reaches.
void add_scope(ReadContext const& ctx, bool all, db::Composed& statement) {
  if (!all) {
    statement += sql::running_of_supervisor;
    return;
  }
  statement += store::sees_cards(ctx.actor, permissions::supervise);
  statement += sql::card_not_mine;
}

}  // namespace

ExceptionsView exceptions(ReadContext const& ctx, ExceptionsQuery const& query) {
  bool const all = query.all.value_or(false);
  Gathering gathering(ctx);
  db::Composed running(sql::running_items);
  add_scope(ctx, all, running);
  running += sql::running_order;
  for (auto const& row : ctx.db.all<RunningRow>(running, store::viewer(ctx.actor))) gathering.look_at(row);
  db::Composed waiting(sql::waiting_supports_running);
  add_scope(ctx, all, waiting);
  for (auto const& row : ctx.db.all<WaitingSupport>(waiting, store::viewer(ctx.actor).and_("before", gathering.support_limit()))) gathering.waits(row);
  return std::move(gathering).done();
}

std::vector<MissingCheckInView> missing_check_ins(ReadContext const& ctx) {
  db::Composed statement(sql::running_items);
  statement += store::sees_cards(ctx.actor, permissions::read);
  statement += sql::running_missing;
  statement += sql::running_order;
  auto const zone = ctx.services.calendar_of(ctx.actor.organization)->zone();
  auto const today = store::today(ctx);
  std::vector<MissingCheckInView> views;
  for (auto const& row : ctx.db.all<RunningRow>(statement, store::viewer(ctx.actor).and_("now", ctx.now))) {
    auto const due = row.next_check_in_at.value();
    views.push_back({.item_id = row.id,
                     .card_id = row.card_id,
                     .number = store::item_number(row.card_number, row.position),
                     .what = row.what,
                     .person = {row.person_id, row.person_name},
                     .due_at = due,
                     .last_at = row.last_check_in_at,
                     .days_late = today.days() - calendar::local_date(due, zone).days()});
  }
  std::ranges::stable_sort(views, {}, &MissingCheckInView::due_at);
  return views;
}

}  // namespace zx::goal
