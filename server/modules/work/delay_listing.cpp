// Lists of delay reports, and what waits for one's own word.

#include <charconv>

#include "modules/work/delaying.hpp"
#include "modules/work/periods.hpp"
#include "modules/work/sql.hpp"
#include "platform/base/text.hpp"

namespace zx::work {
namespace {

constexpr std::int64_t usual_limit = 50;
constexpr std::int64_t most_reports = 200;

struct Cursor {
  Instant at;
  DelayReportId id;
};

std::string text_of(Cursor const& cursor) { return std::to_string(cursor.at.ms) + "." + cursor.id.text(); }

std::optional<Cursor> cursor_from(std::string_view text) {
  auto const dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  Cursor cursor;
  auto const [end, error] = std::from_chars(text.data(), text.data() + dot, cursor.at.ms);
  auto const id = DelayReportId::parse(text.substr(dot + 1));
  if (error != std::errc{} || end != text.data() + dot || !id) return std::nullopt;
  cursor.id = *id;
  return cursor;
}

/// A list being put together.
struct Selection {
  db::Composed statement;
  db::Parameters parameters;

  template <class T>
  void add(db::Statement const& fragment, std::string_view name, T value) {
    statement += fragment;
    parameters.set(name, std::move(value));
  }
};

void narrow(Selection& selection, ReadContext const& ctx, DelayListQuery const& query) {
  auto const& zone = ctx.actor.time_zone;
  if (query.waiting_for_me.value_or(false)) delays::add_waiting_for_me(selection.statement, selection.parameters, ctx);
  else selection.statement += followup::visible_within(ctx.actor.reach(permissions::read));
  if (query.state) selection.add(sql::delay_in_state, "state", *query.state);
  if (query.cause) selection.add(sql::delay_of_cause, "cause", *query.cause);
  if (query.department_id) selection.add(sql::delay_of_department, "department", *query.department_id);
  if (query.from) selection.add(sql::delay_from, "from", calendar::start_of(*query.from, zone));
  if (query.to) selection.add(sql::delay_until, "until", calendar::start_of(query.to->plus_days(1), zone));
}

}  // namespace

Result<http::Page<DelayReportView>> delay_reports(ReadContext const& ctx, DelayListQuery const& query) {
  auto const limit = query.limit.value_or(usual_limit);
  if (limit < 1 || limit > most_reports) return Refusal::invalid_field("limit", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most_reports)}});
  Selection selection{sql::delay_reports, db::Parameters::of(followup::viewer(ctx.actor))};
  narrow(selection, ctx, query);
  if (query.after) {
    auto const cursor = cursor_from(*query.after);
    if (!cursor) return Refusal::invalid_field("after", "request.cursor_invalid");
    selection.add(sql::delay_after, "after_at", cursor->at);
    selection.parameters.set("after_id", cursor->id);
  }
  selection.statement += sql::delays_newest;
  selection.statement += limit <= usual_limit ? sql::first_fifty : sql::first_two_hundred;
  auto rows = ctx.db.all<delays::Row>(selection.statement, selection.parameters);
  http::Page<DelayReportView> page;
  if (static_cast<std::int64_t>(rows.size()) > limit) {
    rows.resize(static_cast<std::size_t>(limit));
    page.next = text_of({rows.back().at, rows.back().id});
  }
  delays::Deciding const deciding(ctx);
  for (auto& row : rows) page.items.push_back(delays::view(ctx, std::move(row), deciding));
  return page;
}

Result<std::vector<DelayReportView>> delay_reports_of(ReadContext const& ctx, WorkItemId id) {
  TRY(store::find_visible(ctx, id, permissions::read));
  return delays::of(ctx, id);
}

std::vector<AwaitedView> waiting_for_me(ReadContext const& ctx) {
  if (ctx.actor.employee.is_nil()) return {};
  db::Composed statement(sql::awaited);
  auto parameters = db::Parameters::of(followup::viewer(ctx.actor));
  delays::add_waiting_for_me(statement, parameters, ctx);
  statement += sql::awaited_longest;
  return ctx.db.all<AwaitedView>(statement, parameters);
}

}  // namespace zx::work
