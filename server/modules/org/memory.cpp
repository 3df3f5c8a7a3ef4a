#include "modules/org/memory.hpp"

#include "data/files.hpp"

namespace zx::org {
namespace {

/// Far more than people work at once; beyond it we begin anew rather than grow.
constexpr std::size_t most_known = 20'000;

}  // namespace

std::shared_ptr<Entrant const> KnownActors::find(auth::Digest const& token_hash, Instant now) const {
  std::lock_guard lock(mutex_);
  auto found = known_.find(token_hash);
  if (found == known_.end()) return nullptr;
  bool const trusted = now >= found->second.at && now - found->second.at < trusted_for;
  return trusted ? found->second.entrant : nullptr;
}

std::uint64_t KnownActors::generation() const {
  std::lock_guard lock(mutex_);
  return generation_;
}

void KnownActors::remember(auth::Digest const& token_hash, std::shared_ptr<Entrant const> entrant, Instant now, std::uint64_t generation) {
  std::lock_guard lock(mutex_);
  if (generation != generation_) return;
  if (known_.size() >= most_known) known_.clear();
  known_[token_hash] = {std::move(entrant), now};
}

void KnownActors::forget_all() {
  std::lock_guard lock(mutex_);
  known_.clear();
  ++generation_;
}

std::optional<KnownCalendars::Known> KnownCalendars::find(OrganizationId organization) const {
  std::lock_guard lock(mutex_);
  auto found = known_.find(organization);
  if (found == known_.end()) return std::nullopt;
  return found->second;
}

void KnownCalendars::remember(OrganizationId organization, std::shared_ptr<calendar::WorkingCalendar const> calendar, Instant now) {
  std::lock_guard lock(mutex_);
  auto& known = known_[organization];
  if (known.calendar && known.at > now) return;  // read before the change that is remembered already
  known = {std::move(calendar), now};
}

std::shared_ptr<Chart const> KnownCharts::find(OrganizationId organization, Instant now) const {
  std::lock_guard lock(mutex_);
  auto found = known_.find(organization);
  if (found == known_.end()) return nullptr;
  bool const fresh = now >= found->second.at && now - found->second.at < fresh_for;
  return fresh ? found->second.chart : nullptr;
}

std::uint64_t KnownCharts::generation() const {
  std::lock_guard lock(mutex_);
  return generation_;
}

void KnownCharts::remember(OrganizationId organization, std::shared_ptr<Chart const> chart, Instant now, std::uint64_t generation) {
  std::lock_guard lock(mutex_);
  if (generation == generation_) known_[organization] = {std::move(chart), now};
}

void KnownCharts::forget_all() {
  std::lock_guard lock(mutex_);
  known_.clear();
  ++generation_;
}

void LastSeen::note(Sight const& sight) {
  std::lock_guard lock(mutex_);
  seen_[sight.id] = sight;
}

std::vector<LastSeen::Sight> LastSeen::take_due(Instant now) {
  std::lock_guard lock(mutex_);
  if (!written_at_) written_at_ = now;
  if (now - *written_at_ < written_every || seen_.empty()) return {};
  std::vector<Sight> due;
  due.reserve(seen_.size());
  for (auto const& [id, sight] : seen_) due.push_back(sight);
  seen_.clear();
  written_at_ = now;
  return due;
}

Memory& memory_of(Services& services) { return services.memory->of<Memory>(); }

void forget_actors_after(Context const& ctx) {
  ctx.db.after_commit([&services = ctx.services] {
    memory_of(services).actors.forget_all();
    memory_of(services).charts.forget_all();
  });
}

void forget_chart_after(Context const& ctx) {
  ctx.db.after_commit([&services = ctx.services] { memory_of(services).charts.forget_all(); });
}

auth::CommonPasswords const& common_passwords() {
  static auth::CommonPasswords const list = [] {
    auto const* file = find_embedded(shipped::files(), "common-passwords.txt");
    if (!file) throw std::logic_error("the list of common passwords is not in the binary");
    return auth::CommonPasswords(file->content);
  }();
  return list;
}

calendar::Holidays const& mainland_holidays() {
  static calendar::Holidays const holidays = [] {
    std::vector<std::string_view> years;
    for (auto const& file : shipped::files())
      if (file.path.starts_with("cn-holidays/") && file.path.ends_with(".json")) years.push_back(file.content);
    return calendar::mainland_china(years).value();
  }();
  return holidays;
}

}  // namespace zx::org
