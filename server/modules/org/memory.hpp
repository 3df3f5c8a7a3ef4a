#pragma once
// What org keeps in this process between requests. Everything here is thread-safe and can be lost at any time.

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "modules/org/org.hpp"
#include "platform/auth/digest.hpp"
#include "platform/auth/password_rules.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/context.hpp"

namespace zx::org {

/// Somebody recognized, and what their way in keeps from them.
struct Entrant {
  Actor actor;
  bool read_only = false;              ///< a token that changes nothing
  bool limited = false;                ///< a token that gives less than its owner has
  bool second_factor_overdue = false;  ///< a session that has to set one up first
};

/// Who a token is, for at most a second: a request must not cost several queries. Other nodes learn of a change by age
/// alone, this one at once.
class KnownActors {
 public:
  static constexpr Milliseconds trusted_for = std::chrono::seconds(1);

  std::shared_ptr<Entrant const> find(auth::Digest const& token_hash, Instant now) const;
  /// Taken before looking into the database and handed to `remember`: what was read before a change is not kept after it.
  std::uint64_t generation() const;
  void remember(auth::Digest const& token_hash, std::shared_ptr<Entrant const> entrant, Instant now, std::uint64_t generation);
  void forget_all();

 private:
  struct Known {
    std::shared_ptr<Entrant const> entrant;
    Instant at;
  };
  mutable std::mutex mutex_;
  std::map<auth::Digest, Known> known_;
  std::uint64_t generation_ = 0;
};

class KnownCalendars {
 public:
  static constexpr Milliseconds fresh_for = std::chrono::seconds(30);

  struct Known {
    std::shared_ptr<calendar::WorkingCalendar const> calendar;
    Instant at;
    bool is_fresh(Instant now) const { return now - at < fresh_for && at <= now; }
  };
  std::optional<Known> find(OrganizationId organization) const;
  void remember(OrganizationId organization, std::shared_ptr<calendar::WorkingCalendar const> calendar, Instant now);

 private:
  mutable std::mutex mutex_;
  std::unordered_map<OrganizationId, Known> known_;
};

class KnownCharts {
 public:
  static constexpr Milliseconds fresh_for = std::chrono::seconds(10);

  std::shared_ptr<Chart const> find(OrganizationId organization, Instant now) const;
  /// As with KnownActors: what was read before a change is not kept after it.
  std::uint64_t generation() const;
  void remember(OrganizationId organization, std::shared_ptr<Chart const> chart, Instant now, std::uint64_t generation);
  void forget_all();

 private:
  struct Known {
    std::shared_ptr<Chart const> chart;
    Instant at;
  };
  mutable std::mutex mutex_;
  std::unordered_map<OrganizationId, Known> known_;
  std::uint64_t generation_ = 0;
};

/// Sessions and tokens seen since they were last written down, which happens once a minute for all together.
class LastSeen {
 public:
  static constexpr Milliseconds written_every = std::chrono::minutes(1);

  struct Sight {
    OrganizationId organization;
    Uuid id;
    bool is_token = false;  ///< else a session
    Instant at;
  };
  void note(Sight const& sight);
  /// What is to be written now; empty while the last time is less than a minute ago.
  std::vector<Sight> take_due(Instant now);

 private:
  std::mutex mutex_;
  std::unordered_map<Uuid, Sight> seen_;
  std::optional<Instant> written_at_;
};

struct Memory {
  KnownActors actors;
  KnownCalendars calendars;
  KnownCharts charts;
  LastSeen last_seen;
  /// Tries for one login are looked at one after the other, so that a burst cannot have more of them than the lock allows.
  std::array<std::timed_mutex, 64> sign_in_doors;
};

/// Made on first use.
Memory& memory_of(Services& services);

/// From now on nobody goes on with permissions they had; call it wherever accounts, roles or people change.
void forget_actors_after(Context const& ctx);
/// The same for the chart alone, wherever departments change or people arrive.
void forget_chart_after(Context const& ctx);

/// Read from the binary once.
auth::CommonPasswords const& common_passwords();
calendar::Holidays const& mainland_holidays();

}  // namespace zx::org
