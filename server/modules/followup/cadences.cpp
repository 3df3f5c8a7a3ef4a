// Which cadence holds for what: the item's own, the kind's, that of every kind, the shipped one.

#include <algorithm>
#include <map>
#include <mutex>
#include <unordered_map>

#include "modules/followup/counterparts.hpp"
#include "modules/followup/policies.hpp"
#include "modules/followup/rules.hpp"
#include "modules/followup/sql.hpp"
#include "modules/followup/store.hpp"
#include "platform/base/json.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::followup {
namespace {

struct KindRow {
  std::string subject_kind;
  std::string cadence;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(KindRow, (), (subject_kind, cadence, version))

using Cadences = std::map<std::string, Cadence, std::less<>>;

/// What this process knows of the organizations' cadences. Thread-safe; as old as `policies_fresh_for` at most.
class KnownCadences {
 public:
  std::shared_ptr<Cadences const> find(OrganizationId organization, Instant now) const {
    std::lock_guard lock(mutex_);
    auto const found = known_.find(organization);
    if (found == known_.end()) return nullptr;
    bool const fresh = now >= found->second.at && now - found->second.at < policies_fresh_for;
    return fresh ? found->second.cadences : nullptr;
  }
  void remember(OrganizationId organization, std::shared_ptr<Cadences const> cadences, Instant now) {
    std::lock_guard lock(mutex_);
    known_[organization] = {std::move(cadences), now};
  }

 private:
  struct Known {
    std::shared_ptr<Cadences const> cadences;
    Instant at;
  };
  mutable std::mutex mutex_;
  std::unordered_map<OrganizationId, Known> known_;
};

std::vector<KindRow> rows(ReadContext const& ctx) { return ctx.db.all<KindRow>(sql::cadences, {{"org", ctx.actor.organization}}); }

std::shared_ptr<Cadences const> read_cadences(ReadContext const& ctx) {
  auto cadences = std::make_shared<Cadences>();
  for (auto const& row : rows(ctx)) (*cadences)[row.subject_kind] = from_json<Cadence>(row.cadence).value();
  return cadences;
}

std::shared_ptr<Cadences const> known_cadences(ReadContext const& ctx) {
  auto& known = ctx.services.memory->of<KnownCadences>();
  if (auto cadences = known.find(ctx.actor.organization, ctx.now)) return cadences;
  auto cadences = read_cadences(ctx);
  known.remember(ctx.actor.organization, cadences, ctx.now);
  return cadences;
}

Holding holding(Cadences const& cadences, std::string_view kind) {
  if (auto const found = cadences.find(kind); found != cadences.end())
    return {found->second, kind == every_kind ? CadenceOrigin::every_kind : CadenceOrigin::kind};
  if (auto const found = cadences.find(every_kind); found != cadences.end()) return {found->second, CadenceOrigin::every_kind};
  return {shipped_cadence(kind), CadenceOrigin::shipped};
}

std::optional<Cadence> own_cadence(ReadContext const& ctx, CommitmentId id) {
  auto const text = ctx.db.one<std::string>(sql::find_commitment_cadence, {{"org", ctx.actor.organization}, {"commitment", id}});
  if (!text) return std::nullopt;
  return from_json<Cadence>(*text).value();
}

/// For the history: "1. 240min phone; 2. 450min email; ≥30min; ≤5/7d".
std::string text_of(Cadence const& cadence) {
  std::string text;
  for (std::size_t i = 0; i < cadence.steps.size(); ++i)
    text += std::to_string(i + 1) + ". " + std::to_string(cadence.steps[i].after_minutes) + "min " + std::string(enum_text(cadence.steps[i].method)) + "; ";
  text += "≥" + std::to_string(cadence.minimum_gap_minutes) + "min";
  if (cadence.maximum_gap_minutes) text += "; ≤" + std::to_string(*cadence.maximum_gap_minutes) + "min";
  if (cadence.weekly_touches > 0) text += "; ≤" + std::to_string(cadence.weekly_touches) + "/7d";
  if (cadence.maximum_touches) text += "; ≤" + std::to_string(*cadence.maximum_touches);
  return text;
}

bool is_kind(std::string_view word) {
  auto const fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return word == every_kind || (!word.empty() && word.size() <= 40 && std::ranges::all_of(word, fits));
}

std::int64_t save(Context const& ctx, std::string_view kind, std::int64_t version, KindCadenceForm const& form) {
  db::Parameters parameters{{"org", ctx.actor.organization}, {"subject_kind", std::string(kind)}, {"version", version}};
  if (!form.cadence) return ctx.db.execute(sql::delete_cadence, parameters);
  return ctx.db.execute(sql::save_cadence, parameters.and_("cadence", to_json(*form.cadence)));
}

void save_own(Context const& ctx, CommitmentId id, std::optional<Cadence> const& cadence) {
  db::Parameters parameters{{"org", ctx.actor.organization}, {"commitment", id}};
  if (cadence) ctx.db.execute(sql::save_commitment_cadence, parameters.and_("cadence", to_json(*cadence)));
  else ctx.db.execute(sql::delete_commitment_cadence, parameters);
}

ItemCadenceView view_of(ReadContext const& ctx, Commitment const& commitment) {
  auto const held = cadence_of(ctx, commitment);
  return {commitment.id, held.cadence, held.origin, commitment.follow_up_gap_minutes, commitment.touch_count, commitment.version};
}

std::vector<FieldError> wrong_fields(ItemCadenceForm const& form) {
  auto errors = form.cadence ? rules::wrong_fields(*form.cadence) : std::vector<FieldError>{};
  constexpr std::int64_t most_minutes = 100'000;
  if (form.gap_minutes && (*form.gap_minutes < 1 || *form.gap_minutes > most_minutes))
    errors.push_back({"gap_minutes", "field.out_of_range", {{"least", "1"}, {"most", std::to_string(most_minutes)}}});
  return errors;
}

}  // namespace

Holding cadence_of_kind(ReadContext const& ctx, std::string_view subject_kind) { return holding(*known_cadences(ctx), subject_kind); }

Holding cadence_of(ReadContext const& ctx, Commitment const& commitment) {
  if (auto own = own_cadence(ctx, commitment.id)) return {std::move(*own), CadenceOrigin::own};
  return cadence_of_kind(ctx, commitment.subject_kind);
}

KindCadenceView kind_cadence(ReadContext const& ctx, std::string_view subject_kind) {
  auto held = holding(*read_cadences(ctx), subject_kind);
  KindCadenceView view{std::string(subject_kind), std::move(held.cadence), held.origin, 0};
  for (auto const& row : rows(ctx))
    if (row.subject_kind == subject_kind) view.version = row.version;
  return view;
}

Result<KindCadenceView> change_kind_cadence(Context const& ctx, std::string_view subject_kind, std::int64_t version, KindCadenceForm const& form) {
  if (!is_kind(subject_kind)) return Refusal::not_found("followup.kind_invalid");
  if (form.cadence)
    if (auto errors = rules::wrong_fields(*form.cadence); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto const before = kind_cadence(ctx, subject_kind);
  if (before.version != version) return Refusal::stale("request.stale");
  if (version == 0 && !form.cadence) return before;
  if (save(ctx, subject_kind, version, form) != 1) return Refusal::stale("request.stale");
  auto after = kind_cadence(ctx, subject_kind);
  timeline::append(ctx, {"organization", ctx.actor.organization.uuid}, "organization.cadence_changed",
                   {{"subject_kind", "", after.subject_kind}, {"cadence", text_of(before.cadence), text_of(after.cadence)}});
  ctx.db.after_commit([&services = ctx.services, organization = ctx.actor.organization, cadences = read_cadences(ctx), now = ctx.now] {
    services.memory->of<KnownCadences>().remember(organization, cadences, now);
  });
  return after;
}

Result<ItemCadenceView> item_cadence(ReadContext const& ctx, CommitmentId id) { return view_of(ctx, TRY(find_visible(ctx, id, permissions::read))); }

Result<ItemCadenceView> change_item_cadence(Context& ctx, CommitmentId id, std::int64_t version, ItemCadenceForm const& form) {
  auto const commitment = TRY(find_visible(ctx, id, permissions::record));
  if (commitment.version != version) return Refusal::stale("request.stale");
  if (commitment.state == CommitmentState::closed) return Refusal::conflict("followup.closed_has_no_cadence");
  if (auto errors = wrong_fields(form); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto const before = view_of(ctx, commitment);
  save_own(ctx, id, form.cadence);
  auto const changed = change(ctx, commitment, {.follow_up_gap_minutes = form.gap_minutes});
  auto after = view_of(ctx, changed);
  std::vector<timeline::Change> changes;
  if (text_of(before.cadence) != text_of(after.cadence) || before.origin != after.origin)
    changes.push_back({"cadence", text_of(before.cadence), text_of(after.cadence)});
  if (before.gap_minutes != after.gap_minutes)
    changes.push_back({"follow_up_gap_minutes", std::to_string(before.gap_minutes), std::to_string(after.gap_minutes)});
  timeline::append(ctx, {commitment.subject_type, id.uuid}, "followup.cadence_changed", std::move(changes));
  ctx.db.after_commit([&services = ctx.services, organization = ctx.actor.organization, type = commitment.subject_type, subject = id.text()] {
    services.notify_pages(organization, type, subject);
  });
  return after;
}

Proposal propose_next(ReadContext const& ctx, Commitment const& commitment, Direction direction, Recording recording) {
  auto const calendar = ctx.services.calendar_of(ctx.actor.organization);
  return rules::next_touch(commitment, rhythm_of(ctx, commitment, direction, recording), *calendar, ctx.now);
}

}  // namespace zx::followup
