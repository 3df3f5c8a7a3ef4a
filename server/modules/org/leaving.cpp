#include "modules/org/leaving.hpp"

#include <algorithm>

#include "modules/org/events.hpp"
#include "modules/org/people.hpp"
#include "modules/org/sql.hpp"
#include "platform/base/text.hpp"
#include "platform/db/database.hpp"
#include "platform/events/events.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::org {
namespace {

constexpr std::size_t most_shown = 100;
constexpr std::size_t longest_note = 1000;
constexpr int days_looked_back = 31;

struct KnownHoldings {
  std::vector<Holding> all;
};

std::vector<Holding> const& known(ReadContext const& ctx) { return ctx.services.memory->of<KnownHoldings>().all; }

std::string name_of(ReadContext const& ctx, Holding const& holding) {
  return ctx.services.texts.text(ctx.actor.language, "holding." + std::string(holding.code));
}

/// A sort of thing, and what somebody has of it.
struct InHand {
  Holding const* holding;
  std::vector<HeldView> things;
};

std::vector<InHand> in_hand(ReadContext const& ctx, EmployeeId id) {
  std::vector<InHand> all;
  for (auto const& holding : known(ctx)) {
    auto things = holding.held(ctx, id);
    // In one order, so that two who hand over wait for each other; not the statement's, which would then walk the primary key.
    std::ranges::sort(things, {}, &HeldView::id);
    if (!things.empty()) all.push_back({&holding, std::move(things)});
  }
  return all;
}

std::vector<SuccessionRow> successions_of(ReadContext const& ctx, EmployeeId id) {
  return ctx.db.all<SuccessionRow>(sql::successions_of, {{"org", ctx.actor.organization}, {"employee", id}});
}

SuccessionRow const* find(std::vector<SuccessionRow> const& rows, std::string_view holding) {
  auto found = std::ranges::find(rows, holding, &SuccessionRow::holding);
  return found == rows.end() ? nullptr : &*found;
}

HoldingView view_of(ReadContext const& ctx, InHand hand, SuccessionRow const* laid_down) {
  HoldingView view{.holding = std::string(hand.holding->code),
                   .name = name_of(ctx, *hand.holding),
                   .count = static_cast<std::int64_t>(hand.things.size()),
                   .things = std::move(hand.things),
                   .may_end = hand.holding->end != nullptr};
  if (view.things.size() > most_shown) view.things.resize(most_shown);
  if (!laid_down) return view;
  view.ends = !laid_down->successor_id;
  view.successor_id = laid_down->successor_id;
  if (auto successor = view.successor_id ? find_employee(ctx, *view.successor_id) : std::nullopt) view.successor_name = successor->name;
  return view;
}

std::optional<EmployeeBrief> next_above(ReadContext const& ctx, EmployeeId id) {
  for (auto above : chart_of(ctx)->reporting_line(id, today_of(ctx)))
    if (auto found = find_employee(ctx, above); found && found->active && above != id) return found;
  return std::nullopt;
}

// ---- What was said on the page ----

Holding const* holding_called(ReadContext const& ctx, std::string_view code) {
  auto found = std::ranges::find(known(ctx), code, &Holding::code);
  return found == known(ctx).end() ? nullptr : &*found;
}

/// Who takes what, each checked; the fields are named as the form has them.
Result<std::vector<SuccessionRow>> successions_in(ReadContext const& ctx, LeavingForm const& form) {
  std::vector<SuccessionRow> rows;
  for (std::size_t i = 0; i < form.successions.size(); ++i) {
    auto const& said = form.successions[i];
    auto const place = "successions." + std::to_string(i) + ".";
    auto const* holding = holding_called(ctx, said.holding);
    if (!holding) return Refusal::invalid_field(place + "holding", "org.holding_unknown", {{"holding", said.holding}});
    bool const ends = said.ends.value_or(false);
    if (ends && !holding->end) return Refusal::invalid_field(place + "ends", "org.holding_must_go_on", {{"holding", name_of(ctx, *holding)}});
    auto const successor = ends ? std::nullopt : said.successor_id ? said.successor_id : form.successor_id;
    if (!ends && !successor) return Refusal::invalid_field(place + "successor_id", "org.successor_missing", {{"holding", name_of(ctx, *holding)}});
    rows.push_back({said.holding, successor});
  }
  if (!form.successor_id) return rows;
  for (auto const& holding : known(ctx))
    if (!find(rows, holding.code)) rows.push_back({std::string(holding.code), form.successor_id});
  return rows;
}

Result<void> check_successors(ReadContext const& ctx, EmployeeId leaver, std::vector<SuccessionRow> const& rows) {
  for (auto const& row : rows) {
    if (!row.successor_id) continue;
    if (*row.successor_id == leaver) return Refusal::invalid_field("successor_id", "org.successor_is_leaver");
    TRY(active_employee(ctx, *row.successor_id, "successor_id"));
  }
  return {};
}

/// Everything in hand has somebody to go to.
Result<void> check_complete(ReadContext const& ctx, std::vector<InHand> const& hands, std::vector<SuccessionRow> const& rows) {
  std::string missing;
  for (auto const& hand : hands) {
    if (find(rows, hand.holding->code)) continue;
    missing += (missing.empty() ? "" : "、") + name_of(ctx, *hand.holding) + " " + std::to_string(hand.things.size());
  }
  if (!missing.empty()) return Refusal::conflict("org.hand_over_first", {{"holdings", missing}});
  return {};
}

// ---- Handing over ----

/// What one successor got.
using Received = std::map<EmployeeId, std::string>;

void note_received(ReadContext const& ctx, Received& received, EmployeeId to, InHand const& hand) {
  auto& line = received[to];
  line += (line.empty() ? "" : "、") + name_of(ctx, *hand.holding) + " " + std::to_string(hand.things.size());
}

/// At the field "to_id" of a holding → at the page's field, where the person sees which sort of thing it is about.
Refusal at_holding(ReadContext const& ctx, Refusal refusal, InHand const& hand) {
  for (auto& field : refusal.fields)
    if (field.path == "to_id") field.path = "successions." + std::string(hand.holding->code) + ".successor_id";
  refusal.arguments.emplace("holding", name_of(ctx, *hand.holding));
  return refusal;
}

Result<void> pass_on(Context& ctx, EmployeeId from, InHand const& hand, std::optional<EmployeeBrief> const& to, std::string_view note) {
  auto done = to ? hand.holding->hand_over(ctx, from, *to, hand.things, note) : hand.holding->end(ctx, from, hand.things, note);
  if (!done) return at_holding(ctx, done.refusal(), hand);
  auto const what = name_of(ctx, *hand.holding) + " " + std::to_string(hand.things.size());
  timeline::append(ctx, {"employee", from.uuid}, to ? "employee.handed_over" : "employee.holding_ended", {{"holding", what, to ? to->name : ""}}, note);
  return {};
}

void tell_successors(Context const& ctx, EmployeeId from, Received const& received, std::string_view note) {
  for (auto const& [to, what] : received)
    events::publish(
        ctx, ResponsibilitiesHandedOver{.handover = Uuid::v7(), .from = from, .to = to, .by = ctx.actor.employee, .what = what, .note = std::string(note)});
}

Result<void> hand_over_all(Context& ctx, EmployeeId from, std::vector<InHand> const& hands, std::vector<SuccessionRow> const& rows, std::string_view note) {
  Received received;
  for (auto const& hand : hands) {
    auto const& row = *find(rows, hand.holding->code);
    auto const to = row.successor_id ? find_employee(ctx, *row.successor_id) : std::nullopt;
    TRY(pass_on(ctx, from, hand, to, note));
    if (to) note_received(ctx, received, to->id, hand);
  }
  tell_successors(ctx, from, received, note);
  return {};
}

void keep(Context const& ctx, EmployeeId id, std::vector<SuccessionRow> const& rows, std::string_view note) {
  forget_succession(ctx, id);
  for (auto const& row : rows)
    ctx.db.execute(sql::put_succession,
                   db::Parameters::of(row).and_("org", ctx.actor.organization).and_("employee", id).and_("note", note).and_("now", ctx.now));
}

// ---- The day after ----

/// Nobody may be left to ask: whoever is there takes it.
EmployeeBrief whoever_takes(ReadContext const& ctx, EmployeeId leaver, SuccessionRow const* laid_down) {
  if (laid_down && laid_down->successor_id)
    if (auto found = find_employee(ctx, *laid_down->successor_id); found && found->active) return *found;
  if (auto above = next_above(ctx, leaver)) return *above;
  return default_owner(ctx);
}

/// Some may have gone to the successor before one could not.
void end_what_is_left(Context& ctx, EmployeeId leaver, Holding const& holding) {
  auto things = holding.held(ctx, leaver);
  if (!things.empty()) pass_on(ctx, leaver, {&holding, std::move(things)}, std::nullopt, "").value();
}

void hand_over_left(Context& ctx, EmployeeId leaver) {
  auto const rows = successions_of(ctx, leaver);
  Received received;
  for (auto const& hand : in_hand(ctx, leaver)) {
    auto const* row = find(rows, hand.holding->code);
    auto const to = whoever_takes(ctx, leaver, row);
    bool const ends = row && !row->successor_id && hand.holding->end;
    bool const taken = !ends && to.id != leaver && pass_on(ctx, leaver, hand, to, "").ok();
    if (taken) note_received(ctx, received, to.id, hand);
    // Who is to have it cannot: where an end is possible, nothing stays behind in the hands of somebody who is gone.
    else if (hand.holding->end) end_what_is_left(ctx, leaver, *hand.holding);
  }
  tell_successors(ctx, leaver, received, "");
}

std::vector<EmployeeId> left_of_late(ReadContext const& ctx) {
  auto const today = today_of(ctx);
  return ctx.db.all<EmployeeId>(sql::left_of_late, {{"org", ctx.actor.organization}, {"today", today}, {"since", today.plus_days(-days_looked_back)}});
}

void look_after(Services& services, jobs::Lease const& lease) {
  auto done = services.database.write([&](db::Transaction& tx) -> Result<void> {
    auto const now = services.clock.now();
    if (!jobs::still_mine(tx, lease, now) || !only_organization(tx)) return {};
    auto const system = system_actor(tx, services);
    Context ctx{system, now, tx, services};
    for (auto id : left_of_late(ctx)) hand_over_left(ctx, id);
    return {};
  });
  done.value();
}

}  // namespace

void know_holdings(Services& services, std::vector<Holding> all) { services.memory->of<KnownHoldings>().all = std::move(all); }

Actor everywhere(Actor const& actor) {
  auto wide = actor;
  wide.is_system = true;
  return wide;
}

Result<HoldingsView> holdings_of(ReadContext const& ctx, EmployeeId id) {
  TRY(show_employee(ctx, id));
  auto const rows = successions_of(ctx, id);
  HoldingsView view;
  for (auto& hand : in_hand(ctx, id)) {
    auto const* laid_down = find(rows, hand.holding->code);
    view.holdings.push_back(view_of(ctx, std::move(hand), laid_down));
  }
  if (auto above = next_above(ctx, id)) view.proposed_id = above->id, view.proposed_name = above->name;
  return view;
}

Result<void> leave(Context& ctx, EmployeeId id, std::int64_t version, LeavingForm const& form) {
  auto const before = TRY(show_employee(ctx, id));
  if (before.version != version) return Refusal::stale("request.stale");
  if (form.note && text::length(*form.note) > longest_note) return Refusal::invalid_field("note", "field.too_long", {{"most", std::to_string(longest_note)}});
  if (before.entry_date && form.leave_date < *before.entry_date) return Refusal::invalid_field("leave_date", "org.leave_before_entry");
  auto const note = std::string(text::trim(form.note.value_or("")));
  auto const rows = TRY(successions_in(ctx, form));
  TRY(check_successors(ctx, id, rows));
  auto const hands = in_hand(ctx, id);
  TRY(check_complete(ctx, hands, rows));
  keep(ctx, id, rows, note);
  bool const later = form.on_last_day.value_or(false) && form.leave_date >= today_of(ctx);
  if (!later) TRY(hand_over_all(ctx, id, hands, rows, note));
  if (before.leave_date == form.leave_date) return {};
  return change_employee(ctx, id, TRY(show_employee(ctx, id)).version, {.leave_date = form.leave_date});
}

Result<void> may_leave(Context const& ctx, EmployeeId id) { return check_complete(ctx, in_hand(ctx, id), successions_of(ctx, id)); }

void forget_succession(Context const& ctx, EmployeeId id) { ctx.db.execute(sql::delete_successions, {{"org", ctx.actor.organization}, {"employee", id}}); }

jobs::Job hand_over_leavers() { return {"org.hand_over_leavers", std::chrono::hours(1), std::chrono::minutes(5), &look_after}; }

}  // namespace zx::org
