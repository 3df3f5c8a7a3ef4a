#pragma once
// One link of a subject's chain: the entry as it is stored, and what is hashed of it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/access/actor.hpp"
#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/base/uuid.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::timeline {

/// 32 bytes.
using Hash = std::vector<std::uint8_t>;

/// A row of timeline_entry.
struct Entry {
  OrganizationId org_id;
  std::string subject_type;
  Uuid subject_id;
  std::int64_t seq = 0;
  Uuid id;
  Instant at;
  std::optional<EmployeeId> actor_id;
  std::string actor_name;
  std::string event;
  std::string changes;  ///< JSON, exactly as stored
  std::string note;
  Hash previous_hash;
  Hash hash;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (org_id, subject_type, subject_id, seq, id, at, actor_id, actor_name, event, changes, note, previous_hash, hash))

/// The first entry's previous hash.
Hash no_hash();

/// The fields in the order of the struct up to `note`, each written `<bytes>:<text>,` (a netstring), so that no two
/// entries share a form. Ids in canonical lower case, `at` and `seq` in decimal, an absent actor as the empty text.
/// This form is for ever: a change of it breaks every chain that exists.
std::string canonical_form(Entry const& entry);

/// SHA-256(previous_hash ‖ canonical form).
Hash hash_of(Entry const& entry);

}  // namespace zx::timeline
