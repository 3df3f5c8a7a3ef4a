// The list: filters composed from fragments, keyset pages.

#include <algorithm>

#include "modules/work/cursor.hpp"
#include "modules/work/rules.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/work.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/search/search.hpp"

namespace zx::work {
namespace {

constexpr std::int64_t usual_limit = 50;
constexpr std::int64_t most_lines = 200;
constexpr std::int64_t no_time = INT64_MAX;

struct LineRow {
  WorkItemId id;
  std::string number;
  std::string kind;
  std::string title;
  State state = State::draft;
  std::int64_t importance = 2;
  EmployeeId owner_id;
  std::string owner_name;
  EmployeeId handler_id;
  std::string handler_name;
  std::optional<std::string> department_name;
  std::optional<std::string> requester_name;
  std::int64_t progress = 0;
  std::optional<Instant> start_at;
  std::optional<Instant> due_at;
  std::optional<Instant> next_follow_up_at;
  followup::CommitmentState commitment_state = followup::CommitmentState::open;
  std::optional<Instant> last_touch_at;
  std::optional<std::string> last_finding;
  std::int64_t touch_count = 0;
  bool handoff_pending = false;
  std::optional<std::int64_t> urgency;
  std::optional<std::int64_t> estimate_minutes;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
                      (id, number, kind, title, state, importance, owner_id, owner_name, handler_id, handler_name, department_name, requester_name, progress,
                       start_at, due_at, next_follow_up_at, commitment_state, last_touch_at, last_finding, touch_count, handoff_pending, urgency,
                       estimate_minutes, created_at, version))

WorkItemLine line(LineRow row, calendar::WorkingCalendar const& calendar, Instant now) {
  auto const urgency = row.urgency ? *row.urgency : rules::urgency_of(calendar, now, row.due_at, row.estimate_minutes);
  return {.id = row.id,
          .number = std::move(row.number),
          .kind = std::move(row.kind),
          .title = std::move(row.title),
          .state = row.state,
          .importance = row.importance,
          .owner = {row.owner_id, std::move(row.owner_name)},
          .handler = {row.handler_id, std::move(row.handler_name)},
          .department_name = std::move(row.department_name),
          .requester_name = std::move(row.requester_name),
          .progress = row.progress,
          .start_at = row.start_at,
          .due_at = row.due_at,
          .overdue = followup::is_overdue(row.commitment_state, row.due_at, now),
          .next_follow_up_at = row.next_follow_up_at,
          .follow_up_overdue = followup::is_follow_up_overdue(row.commitment_state, row.next_follow_up_at, now),
          .last_touch_at = row.last_touch_at,
          .last_finding = std::move(row.last_finding),
          .touch_count = row.touch_count,
          .handoff_pending = row.handoff_pending,
          .urgency = urgency,
          .quadrant = rules::quadrant_of(row.importance, urgency),
          .created_at = row.created_at,
          .version = row.version};
}

/// What narrows and orders a list, with its parameters.
struct Selection {
  db::Parameters parameters;
  std::vector<db::Statement> fragments;

  void add(db::Statement const& fragment) { fragments.push_back(fragment); }
  void add(db::Statement const& fragment, std::string_view name, db::Value value) {
    add(fragment);
    parameters.set(name, std::move(value));
  }
};

/// An IN list has as many places as its fragment; the first value fills the rest.
template <std::size_t N, class T>
void add_words(Selection& selection, db::Statement const& fragment, std::array<std::string_view, N> const& names, std::vector<T> const& words) {
  selection.add(fragment);
  for (std::size_t i = 0; i < N; ++i) selection.parameters.set(names[i], db::Value(words[i < words.size() ? i : 0]));
}

constexpr std::array<std::string_view, 9> state_names = {"state1", "state2", "state3", "state4", "state5", "state6", "state7", "state8", "state9"};
constexpr std::array<std::string_view, 8> kind_names = {"kind1", "kind2", "kind3", "kind4", "kind5", "kind6", "kind7", "kind8"};

/// The states asked for, those of a phase among them; absent: not asked for any.
std::optional<std::vector<State>> states_of(ListQuery const& query) {
  if (!query.phase) return query.states.empty() ? std::nullopt : std::optional(query.states);
  auto states = rules::states_in(*query.phase);
  if (!query.states.empty()) std::erase_if(states, [&](State state) { return std::ranges::find(query.states, state) == query.states.end(); });
  return states;
}

Result<void> add_states(Selection& selection, ListQuery const& query, std::optional<std::vector<State>> const& states) {
  if (query.states.size() > state_names.size()) return Refusal::invalid_field("states", "field.too_many", {{"most", std::to_string(state_names.size())}});
  if (!states && !query.closed.value_or(false)) selection.add(sql::only_open);
  if (states && !states->empty()) add_words(selection, sql::of_states, state_names, *states);
  if (query.phase == Phase::act_pending) selection.add(sql::lessons_pending);
  if (query.phase == Phase::act) selection.add(sql::lessons_not_pending);
  return {};
}

Result<void> add_kinds(Selection& selection, ListQuery const& query) {
  if (query.kinds.size() > kind_names.size()) return Refusal::invalid_field("kinds", "field.too_many", {{"most", std::to_string(kind_names.size())}});
  if (!query.kinds.empty()) add_words(selection, sql::of_kinds, kind_names, query.kinds);
  return {};
}

void add_people(Selection& selection, ListQuery const& query) {
  if (query.owner_id) selection.add(sql::of_owner, "owner", *query.owner_id);
  if (query.handler_id) selection.add(sql::of_handler, "handler", *query.handler_id);
  auto const& in_department = query.department_only.value_or(false) ? sql::of_department_only : sql::of_department;
  if (query.department_id) selection.add(in_department, "department", *query.department_id);
}

void add_times(Selection& selection, ReadContext const& ctx, ListQuery const& query) {
  auto const& zone = ctx.actor.time_zone;
  if (query.overdue.value_or(false)) selection.add(sql::only_overdue, "now", ctx.now);
  if (query.follow_up_overdue.value_or(false)) selection.add(sql::only_follow_up_overdue, "now", ctx.now);
  if (query.due_from) selection.add(sql::due_from, "due_from", calendar::start_of(*query.due_from, zone));
  if (query.due_to) selection.add(sql::due_before, "due_before", calendar::start_of(query.due_to->plus_days(1), zone));
  if (query.next_from) selection.add(sql::next_from, "next_from", calendar::start_of(*query.next_from, zone));
  if (query.next_to) selection.add(sql::next_before, "next_before", calendar::start_of(query.next_to->plus_days(1), zone));
}

db::Statement const& of_punctuality(DueOutcome wanted) {
  switch (wanted) {
    case DueOutcome::on_time: return sql::of_on_time;
    case DueOutcome::late: return sql::of_late;
    case DueOutcome::open_late: return sql::of_open_late;
  }
  throw std::logic_error("unknown punctuality");
}

/// The rows behind the on-time rate.
Result<void> add_promise(Selection& selection, ReadContext const& ctx, ListQuery const& query) {
  auto const& zone = ctx.actor.time_zone;
  if (query.original_due_from.has_value() != query.original_due_to.has_value())
    return Refusal::invalid_field(query.original_due_from ? "original_due_to" : "original_due_from", "field.required");
  if (query.original_due_from) {
    selection.add(sql::of_original_due, "original_from", calendar::start_of(*query.original_due_from, zone));
    selection.parameters.set("original_until", calendar::start_of(query.original_due_to->plus_days(1), zone));
  }
  if (query.punctuality) selection.add(of_punctuality(*query.punctuality));
  if (query.punctuality == DueOutcome::open_late) selection.parameters.set("now", ctx.now);
  return {};
}

/// False when nothing searchable was typed, which finds nothing.
bool add_text(Selection& selection, ReadContext const& ctx, ListQuery const& query) {
  if (!query.text) return true;
  auto found_by = search::parameters_for(ctx.db.engine(), *query.text);
  if (!found_by) return false;
  selection.add(followup::matching_text());
  selection.parameters.merge(std::move(*found_by));
  return true;
}

/// Where the page before ended.
Result<void> add_cursor(Selection& selection, ListQuery const& query) {
  auto order = query.order.value_or(Order::due);
  if (order == Order::next_follow_up) selection.add(sql::only_open);
  if (query.after) {
    auto cursor = cursor_from(*query.after);
    if (!cursor || cursor->order != order) return Refusal::invalid_field("after", "request.cursor_invalid");
    selection.parameters.set("after_id", cursor->id);
    switch (order) {
      case Order::due: selection.add(sql::after_due, "after_time", cursor->time); break;
      case Order::next_follow_up: selection.add(sql::after_next, "after_time", cursor->time); break;
      case Order::newest: selection.add(sql::after_newest); break;
      case Order::importance:
        selection.add(sql::after_importance, "after_time", cursor->time);
        selection.parameters.set("after_importance", cursor->importance);
        break;
    }
  }
  return {};
}

db::Statement const& in_order(Order order) {
  switch (order) {
    case Order::due: return sql::by_due;
    case Order::next_follow_up: return sql::by_next;
    case Order::newest: return sql::by_newest;
    case Order::importance: return sql::by_importance;
  }
  throw std::logic_error("unknown order");
}

/// From where the ids of the page come. Who owns, handles or takes part sees it, whatever the reach.
std::vector<followup::Way> ways_to(Whose whose, Scope reach) {
  using followup::Way;
  if (reach == Scope::none) return {Way::anyones};
  switch (whose) {
    case Whose::all: return followup::ways_to_visible(reach);
    case Whose::owned: return {Way::owned};
    case Whose::handled: return {Way::handled};
    case Whose::participating: return {Way::participating};
    case Whose::team: return followup::ways_to_visible(Scope::department_and_below);
  }
  throw std::logic_error("unknown wish");
}

/// The beginnings of the list. A search for words comes by one way only, so that they are looked up once.
std::vector<followup::Way> add_whose(Selection& selection, ListQuery const& query, Scope reach) {
  auto const whose = query.whose.value_or(Whose::all);
  auto ways = ways_to(whose, reach);
  bool const at_once = query.text && ways.size() > 1;
  if (at_once && whose == Whose::team) selection.add(followup::visible_within(Scope::department_and_below));
  if (at_once || reach == Scope::none || (whose == Whose::team && reach != Scope::organization)) selection.add(followup::visible_within(reach));
  return at_once ? std::vector{followup::Way::anyones} : ways;
}

/// The page's ids by each way, the first ones in order; of those the first, completed to lines. So nothing is completed
/// that is not shown, and every way ends early where its index has the order.
db::Composed page_of(std::vector<followup::Way> const& ways, Selection const& selection, db::Statement const& order, db::Statement const& most) {
  db::Composed page(sql::lines);
  for (auto const& way : ways) {
    page += &way == &ways.front() ? sql::page_begin : sql::page_or;
    page += followup::ids_by(way);
    for (auto const& fragment : selection.fragments) page += fragment;
    page += order;
    page += most;
    page += sql::page_end;
  }
  page += sql::lines_of_page;
  page += order;
  page += most;
  return page;
}

/// Everybody's list comes off its index in order and ends early; choosing ids first would only look them up twice.
db::Composed page_of_all(Selection const& selection, db::Statement const& order, db::Statement const& most) {
  db::Composed page(sql::lines);
  page += sql::lines_of_all;
  for (auto const& fragment : selection.fragments) page += fragment;
  page += order;
  page += most;
  return page;
}

bool is_of_few(ListQuery const& query) {
  return query.text || query.owner_id || query.handler_id || query.department_id || query.parent_id || query.series_id || query.original_due_from;
}

std::string cursor_after(LineRow const& last, Order order) {
  auto time = order == Order::next_follow_up ? last.next_follow_up_at : last.due_at;
  return text_of(Cursor{order, time ? time->ms : no_time, last.importance, last.id});
}

}  // namespace

Result<http::Page<WorkItemLine>> list(ReadContext const& ctx, ListQuery const& query) {
  auto limit = query.limit.value_or(usual_limit);
  if (limit < 1 || limit > most_lines) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most_lines)}});
  auto const reach = ctx.actor.reach(permissions::read);
  auto const order = query.order.value_or(Order::due);
  Selection selection{db::Parameters::of(followup::viewer(ctx.actor)), {}};
  selection.add(sql::of_work);
  auto const ways = add_whose(selection, query, reach);
  auto const states = states_of(query);
  if (states && states->empty()) return http::Page<WorkItemLine>{};
  TRY(add_states(selection, query, states));
  TRY(add_kinds(selection, query));
  add_people(selection, query);
  add_times(selection, ctx, query);
  TRY(add_promise(selection, ctx, query));
  if (query.importance) selection.add(sql::of_importance, "importance", *query.importance);
  if (query.parent_id) selection.add(sql::of_parent, "parent", *query.parent_id);
  if (query.series_id) selection.add(sql::of_series, "series", *query.series_id);
  if (query.tag) selection.add(sql::of_tag, "tag", to_json(*query.tag));
  if (!add_text(selection, ctx, query)) return http::Page<WorkItemLine>{};
  TRY(add_cursor(selection, query));
  auto const& most = limit <= usual_limit ? sql::first_fifty : sql::first_two_hundred;
  bool const is_everybodys = ways.size() == 1 && ways.front() == followup::Way::anyones && !is_of_few(query);
  auto const statement = is_everybodys ? page_of_all(selection, in_order(order), most) : page_of(ways, selection, in_order(order), most);
  auto rows = ctx.db.all<LineRow>(statement, selection.parameters);
  http::Page<WorkItemLine> page;
  if (static_cast<std::int64_t>(rows.size()) > limit) {
    rows.resize(static_cast<std::size_t>(limit));
    page.next = cursor_after(rows.back(), order);
  }
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  for (auto& row : rows) page.items.push_back(line(std::move(row), *calendar, ctx.now));
  return page;
}

}  // namespace zx::work
