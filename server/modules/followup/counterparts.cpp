#include "modules/followup/counterparts.hpp"

#include <algorithm>
#include <set>

#include "modules/followup/sql.hpp"
#include "modules/followup/store.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::followup {
namespace {

constexpr std::size_t fewest_digits = 5;
constexpr std::size_t most_quiet = 6;
constexpr std::size_t longest_note = 500;

struct ProfileRow {
  std::string channels = "[]";
  std::string quiet = "[]";
  std::string note;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ProfileRow, (), (channels, quiet, note, version))

db::Parameters of_key(ReadContext const& ctx, std::string const& key) { return {{"org", ctx.actor.organization}, {"key", key}}; }

ProfileRow profile_of(ReadContext const& ctx, std::string const& key) {
  if (key.empty()) return {};
  return ctx.db.one<ProfileRow>(sql::find_counterpart_profile, of_key(ctx, key)).value_or(ProfileRow{});
}

std::vector<Promise> promises_of(ReadContext const& ctx, std::string const& key) {
  if (key.empty()) return {};
  return ctx.db.all<Promise>(sql::promises_of, of_key(ctx, key).and_("now", ctx.now));
}

std::vector<Instant> outward_before(ReadContext const& ctx, std::string const& key, Instant at) {
  if (key.empty()) return {};
  return ctx.db.all<Instant>(sql::outward_touches_of, of_key(ctx, key).and_("since", at - rules::touches_count_for).and_("until", at));
}

std::string name_of(ReadContext const& ctx, Commitment const& commitment, Direction direction) {
  if (direction == Direction::outward) return commitment.counterpart_name.value_or("");
  auto const handler = org::find_employee(ctx, commitment.handler_id);
  return handler ? handler->name : std::string{};
}

std::string digits_of(std::string_view phone) {
  std::string digits;
  std::ranges::copy_if(phone, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  if (digits.starts_with("0086")) digits.erase(0, 4);
  if (digits.starts_with("86") && digits.size() == 13) digits.erase(0, 2);
  return digits;
}

PromiseView view_of(Promise const& promise, bool kept, bool is_seen) {
  PromiseView view{.id = promise.id, .said_at = promise.said_at, .promised_at = promise.promised_at, .looked_at = promise.looked_at, .kept = kept};
  if (!is_seen) return view;
  view.commitment_id = promise.commitment_id;
  view.subject_type = promise.subject_type;
  view.number = promise.number;
  view.title = promise.title;
  return view;
}

/// The measured ones; what the actor may not see keeps its dates only.
std::vector<PromiseView> measured_ones(ReadContext const& ctx, std::vector<Promise> const& promises) {
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  std::vector<PromiseView> views;
  for (auto const& promise : promises) {
    auto const judged = rules::judge(promise, *calendar, ctx.now);
    if (judged == rules::Judged::not_yet) continue;
    views.push_back(view_of(promise, judged == rules::Judged::kept, find_visible(ctx, promise.commitment_id, permissions::read).ok()));
    if (views.size() == rules::promises_measured) break;
  }
  return views;
}

CounterpartView view_of(ReadContext const& ctx, Commitment const& commitment, Direction direction) {
  auto const key = counterpart_key(commitment, direction);
  auto const profile = profile_of(ctx, key);
  auto const promises = promises_of(ctx, key);
  auto const measured = rules::measure(promises, *ctx.services.calendar_of(ctx.actor.organization), ctx.now);
  CounterpartView view{.name = name_of(ctx, commitment, direction),
                       .direction = direction,
                       .is_known = !key.empty(),
                       .channels = from_json<std::vector<Method>>(profile.channels).value(),
                       .quiet = from_json<std::vector<QuietHours>>(profile.quiet).value(),
                       .note = profile.note,
                       .kept = measured.kept,
                       .measured = measured.measured,
                       .needed = rules::promises_needed,
                       .promises = measured_ones(ctx, promises),
                       .touches_this_week = static_cast<std::int64_t>(outward_before(ctx, key, ctx.now).size()),
                       .weekly_touches = cadence_of(ctx, commitment).cadence.weekly_touches,
                       .version = profile.version};
  if (measured.measured > 0) view.percent = measured.percent();
  return view;
}

std::vector<FieldError> wrong_fields(CounterpartForm const& form) {
  std::vector<FieldError> errors;
  std::set<Method> seen;
  for (std::size_t i = 0; i < form.channels.size(); ++i)
    if (!seen.insert(form.channels[i]).second) errors.push_back({"channels." + std::to_string(i), "followup.channel_twice", {}});
  if (form.quiet.size() > most_quiet) errors.push_back({"quiet", "field.too_many", {{"most", std::to_string(most_quiet)}}});
  for (std::size_t i = 0; i < form.quiet.size() && i < most_quiet; ++i)
    if (form.quiet[i].to <= form.quiet[i].from) errors.push_back({"quiet." + std::to_string(i) + ".to", "followup.time_backward", {}});
  if (text::length(form.note) > longest_note) errors.push_back({"note", "field.too_long", {{"most", std::to_string(longest_note)}}});
  return errors;
}

std::string joined(std::vector<Method> const& channels) {
  std::string text;
  for (auto method : channels) text += (text.empty() ? "" : " ") + std::string(enum_text(method));
  return text;
}

std::string joined(std::vector<QuietHours> const& quiet) {
  std::string text;
  for (auto const& each : quiet) text += (text.empty() ? "" : " ") + each.from.text() + "–" + each.to.text();
  return text;
}

void tell(Context const& ctx, Commitment const& commitment, CounterpartView const& before, CounterpartView const& after) {
  std::vector<timeline::Change> changes{{"counterpart", "", after.name}};
  auto const add = [&](std::string field, std::string from, std::string to) {
    if (from != to) changes.push_back({std::move(field), std::move(from), std::move(to)});
  };
  add("channels", joined(before.channels), joined(after.channels));
  add("quiet", joined(before.quiet), joined(after.quiet));
  add("note", before.note, after.note);
  timeline::append(ctx, {commitment.subject_type, commitment.id.uuid}, "followup.counterpart_changed", std::move(changes));
}

}  // namespace

Counterpart counterpart_of(EmployeeId id, std::string name) { return {"employee:" + id.text(), std::move(name)}; }

Counterpart counterpart_outside(std::string_view name, std::string_view phone, std::string_view email) {
  Counterpart counterpart{.key = {}, .name = std::string(text::trim(name))};
  auto const digits = digits_of(phone);
  auto const address = text::trim(email);
  if (digits.size() >= fewest_digits) counterpart.key = "phone:" + digits;
  else if (!address.empty()) counterpart.key = "email:" + text::fold(address);
  if (counterpart.name.empty() && !counterpart.key.empty()) counterpart.name = digits.size() >= fewest_digits ? digits : std::string(address);
  return counterpart;
}

std::string counterpart_key(Commitment const& commitment, Direction direction) {
  if (direction == Direction::inward) return counterpart_of(commitment.handler_id, {}).key;
  return commitment.counterpart.value_or("");
}

Rhythm rhythm_of(ReadContext const& ctx, Commitment const& commitment, Direction direction, Recording recording) {
  auto const key = counterpart_key(commitment, direction);
  Rhythm rhythm{.cadence = cadence_of(ctx, commitment).cadence, .direction = direction, .recording = recording};
  auto const promises = promises_of(ctx, key);
  rhythm.punctuality = rules::measure(promises, *ctx.services.calendar_of(ctx.actor.organization), ctx.now);
  if (rhythm.punctuality.measured >= rules::promises_needed) rhythm.punctuality.name = name_of(ctx, commitment, direction);
  auto const profile = profile_of(ctx, key);
  rhythm.channels = from_json<std::vector<Method>>(profile.channels).value();
  rhythm.quiet = from_json<std::vector<QuietHours>>(profile.quiet).value();
  if (direction == Direction::outward) rhythm.outward_before = outward_before(ctx, key, ctx.now);
  return rhythm;
}

Result<void> check_weekly_limit(ReadContext const& ctx, Commitment const& commitment, Instant at, std::optional<std::string> const& reason) {
  if (reason && !text::trim(*reason).empty()) return {};
  auto const key = counterpart_key(commitment, Direction::outward);
  auto const most = cadence_of(ctx, commitment).cadence.weekly_touches;
  if (key.empty() || rules::has_room(most, outward_before(ctx, key, at), at)) return {};
  return Refusal::conflict("followup.too_many_touches", {{"name", commitment.counterpart_name.value_or("")}, {"most", std::to_string(most)}});
}

Result<CounterpartView> counterpart(ReadContext const& ctx, CommitmentId id, Direction direction) {
  return view_of(ctx, TRY(find_visible(ctx, id, permissions::read)), direction);
}

Result<CounterpartView> change_counterpart(Context& ctx, CommitmentId id, Direction direction, std::int64_t version, CounterpartForm const& form) {
  auto const commitment = TRY(find_visible(ctx, id, permissions::record));
  auto const key = counterpart_key(commitment, direction);
  if (key.empty()) return Refusal::conflict("followup.counterpart_unknown");
  if (auto errors = wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto const before = view_of(ctx, commitment, direction);
  if (before.version != version) return Refusal::stale("request.stale");
  auto const saved = ctx.db.execute(sql::save_counterpart_profile, of_key(ctx, key)
                                                                       .and_("channels", to_json(form.channels))
                                                                       .and_("quiet", to_json(form.quiet))
                                                                       .and_("note", std::string(text::trim(form.note)))
                                                                       .and_("version", version));
  if (saved != 1) return Refusal::stale("request.stale");
  auto after = view_of(ctx, commitment, direction);
  tell(ctx, commitment, before, after);
  ctx.db.after_commit([&services = ctx.services, organization = ctx.actor.organization, type = commitment.subject_type, subject = id.text()] {
    services.notify_pages(organization, type, subject);
  });
  return after;
}

}  // namespace zx::followup
