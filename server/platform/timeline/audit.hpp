#pragma once
// The history across all subjects, for auditors: newest first, narrowed by who, what, when and about what.

#include "platform/timeline/timeline.hpp"

namespace zx::timeline {

struct AuditEntry {
  Uuid id;
  std::string subject_type;
  Uuid subject_id;
  std::int64_t seq = 0;
  Instant at;
  std::optional<EmployeeId> actor_id;
  std::string actor_name;
  std::string event;
  std::vector<Change> changes;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (), (id, subject_type, subject_id, seq, at, actor_id, actor_name, event, changes, note))

/// Where a page ended.
struct AuditPlace {
  Instant at;
  Uuid id;
};

struct AuditFilter {
  std::optional<EmployeeId> actor_id;
  std::optional<std::string> subject_type;
  std::optional<std::string> event;  ///< "user.signed_in"
  std::optional<Instant> from;
  std::optional<Instant> until;  ///< before it
  std::optional<AuditPlace> before;
};

std::vector<AuditEntry> audit(ReadContext const& ctx, AuditFilter const& filter, std::int64_t limit);

/// The stored changes; unreadable ones are a broken chain, which `verify` names, and the page still opens.
std::vector<Change> changes_in(std::string const& stored);
/// What the system did has nobody's name and is told in the reader's language.
std::string shown_actor(ReadContext const& ctx, std::optional<EmployeeId> actor, std::string name);

}  // namespace zx::timeline
