#include "modules/followup/policies.hpp"

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "modules/followup/reminders.hpp"
#include "modules/followup/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::followup {
namespace {

constexpr Topic topics[] = {Topic::follow_up, Topic::due, Topic::handoff};

struct PolicyRow {
  std::string subject_kind;
  Topic topic = Topic::follow_up;
  std::string ladder;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PolicyRow, (), (subject_kind, topic, ladder, version))

/// Thread-safe.
class KnownPolicies {
 public:
  std::shared_ptr<Policies const> find(OrganizationId organization, Instant now) const {
    std::lock_guard lock(mutex_);
    auto found = known_.find(organization);
    if (found == known_.end()) return nullptr;
    bool const fresh = now >= found->second.at && now - found->second.at < policies_fresh_for;
    return fresh ? found->second.policies : nullptr;
  }
  void remember(OrganizationId organization, std::shared_ptr<Policies const> policies, Instant now) {
    std::lock_guard lock(mutex_);
    known_[organization] = {std::move(policies), now};
  }

 private:
  struct Known {
    std::shared_ptr<Policies const> policies;
    Instant at;
  };
  mutable std::mutex mutex_;
  std::unordered_map<OrganizationId, Known> known_;
};

std::vector<PolicyRow> rows(ReadContext const& ctx) { return ctx.db.all<PolicyRow>(sql::escalation_policies, {{"org", ctx.actor.organization}}); }

PolicyView view_of(PolicyRow const& row) { return {row.subject_kind, row.topic, from_json<Ladder>(row.ladder).value(), false, row.version}; }

PolicyView shipped(std::string_view kind, Topic topic) { return {std::string(kind), topic, shipped_ladder(topic), true, 0}; }

bool is_kind(std::string_view word) {
  auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return word == every_kind || (!word.empty() && word.size() <= 40 && std::ranges::all_of(word, letter));
}

/// For the history: "−1d: owner handler; …".
std::string text_of(Ladder const& ladder) {
  std::string text;
  for (auto const& rung : ladder.rungs) {
    text += (text.empty() ? "" : "; ") + std::to_string(rung.after_days) + "d " + std::to_string(rung.after_minutes) + "min:";
    for (auto who : rung.who) text += " " + std::string(enum_text(who));
  }
  if (ladder.further_every_days) text += "; +" + std::to_string(*ladder.further_every_days) + "d: above";
  return text;
}

std::int64_t save(Context const& ctx, std::int64_t version, PolicyForm const& form) {
  db::Parameters parameters{{"org", ctx.actor.organization}, {"subject_kind", form.subject_kind}, {"topic", form.topic}, {"version", version}};
  if (!form.ladder) return ctx.db.execute(sql::delete_escalation_policy, parameters);
  return ctx.db.execute(sql::save_escalation_policy, parameters.and_("ladder", to_json(*form.ladder)));
}

void tell(Context const& ctx, PolicyView const& before, PolicyView const& after) {
  timeline::append(ctx, {"organization", ctx.actor.organization.uuid}, "organization.escalation_changed",
                   {{"subject_kind", "", after.subject_kind},
                    {"topic", "", std::string(enum_text(after.topic))},
                    {"ladder", text_of(before.ladder), text_of(after.ladder)}});
}

PolicyView policy(ReadContext const& ctx, std::string_view kind, Topic topic) {
  for (auto const& row : rows(ctx))
    if (row.subject_kind == kind && row.topic == topic) return view_of(row);
  auto view = shipped(kind, topic);
  if (kind != every_kind) view.ladder = policy(ctx, every_kind, topic).ladder;
  return view;
}

}  // namespace

Ladder const& Policies::of(std::string_view kind, Topic topic) const {
  for (auto each : {kind, every_kind})
    if (auto found = own_.find(std::pair(std::string(each), topic)); found != own_.end()) return found->second;
  return shipped_ladder(topic);
}

void Policies::add(std::string kind, Topic topic, Ladder ladder) { own_[{std::move(kind), topic}] = std::move(ladder); }

std::shared_ptr<Policies const> read_policies(ReadContext const& ctx) {
  auto policies = std::make_shared<Policies>();
  for (auto& row : rows(ctx)) policies->add(row.subject_kind, row.topic, from_json<Ladder>(row.ladder).value());
  return policies;
}

std::shared_ptr<Policies const> known_policies(ReadContext const& ctx) {
  auto& known = ctx.services.memory->of<KnownPolicies>();
  if (auto policies = known.find(ctx.actor.organization, ctx.now)) return policies;
  auto policies = read_policies(ctx);
  known.remember(ctx.actor.organization, policies, ctx.now);
  return policies;
}

std::vector<PolicyView> policies(ReadContext const& ctx) {
  std::vector<PolicyView> views;
  for (auto topic : topics) views.push_back(policy(ctx, every_kind, topic));
  for (auto const& row : rows(ctx))
    if (row.subject_kind != every_kind) views.push_back(view_of(row));
  return views;
}

Result<PolicyView> change_policy(Context const& ctx, std::int64_t version, PolicyForm const& form) {
  if (!is_kind(form.subject_kind)) return Refusal::invalid_field("subject_kind", "followup.kind_invalid");
  if (form.ladder) TRY(check(*form.ladder, form.topic, ctx.services.calendar_of(ctx.actor.organization)->hours()));
  auto const before = policy(ctx, form.subject_kind, form.topic);
  if (before.version != version) return Refusal::stale("request.stale");
  if (before.shipped && !form.ladder) return before;
  if (save(ctx, version, form) != 1) return Refusal::stale("request.stale");
  auto after = policy(ctx, form.subject_kind, form.topic);
  tell(ctx, before, after);
  reminders::recount_all(ctx, form.subject_kind);
  ctx.db.after_commit([&services = ctx.services, org = ctx.actor.organization, policies = read_policies(ctx), now = ctx.now] {
    services.memory->of<KnownPolicies>().remember(org, policies, now);
  });
  return after;
}

}  // namespace zx::followup
