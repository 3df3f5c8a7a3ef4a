#pragma once
// The history of every subject: append-only, hash-chained per subject, written in the same transaction as the change.
//
//   hash = SHA-256(previous_hash ‖ canonical form of the entry), the first entry's previous_hash being 32 zero bytes;
//   timeline_head keeps each subject's last seq and hash, so that a removed tail is noticed too.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/described.hpp"
#include "platform/context.hpp"

namespace zx::timeline {

/// What an entry is about: a type word ("work_item") and its id.
struct Subject {
  std::string_view type;
  Uuid id;
};

/// One field's old and new value as people read them; empty = absent.
struct Change {
  std::string field;
  std::string from;
  std::string to;
};
BOOST_DESCRIBE_STRUCT(Change, (), (field, from, to))

struct EntryView {
  Uuid id;
  std::int64_t seq = 0;
  Instant at;
  std::optional<EmployeeId> actor_id;
  std::string actor_name;
  std::string event;  ///< "work_item.accepted"; its text is in the i18n catalogue
  std::vector<Change> changes;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(EntryView, (), (id, seq, at, actor_id, actor_name, event, changes, note))

/// Appends to the subject's chain. Call it after the subject's own row was written or locked in this transaction, so
/// that two writers of one subject wait for each other there.
void append(Context const& ctx, Subject subject, std::string_view event, std::vector<Change> changes = {}, std::string_view note = {});

/// The first entry of a subject made in this very transaction: nothing to read, nothing to wait for.
void begin(Context const& ctx, Subject subject, std::string_view event, std::vector<Change> changes = {}, std::string_view note = {});

/// Newest first. `before_seq` continues a page. The caller has checked that the actor sees the subject.
std::vector<EntryView> entries_of(ReadContext const& ctx, Subject subject, int limit, std::optional<std::int64_t> before_seq = {});

struct Verification {
  std::int64_t subjects = 0;
  std::int64_t entries = 0;
  bool intact = true;
  /// Every broken entry, at most 100: "work_item 0192… #3 (work_item.accepted, 2026-11-20T…): its content does not match its hash".
  struct Broken {
    std::string subject_type;
    Uuid subject_id;
    std::int64_t seq = 0;
    std::optional<Uuid> entry_id;
    std::string event;
    std::string reason;  ///< content_changed, link_broken, entry_missing, tail_missing
  };
  std::vector<Broken> broken;
};
BOOST_DESCRIBE_STRUCT(Verification::Broken, (), (subject_type, subject_id, seq, entry_id, event, reason))
BOOST_DESCRIBE_STRUCT(Verification, (), (subjects, entries, intact, broken))

/// Recomputes every chain of every organization, streaming. `progress(entries_done)` may be empty.
Verification verify(db::Executor& db, std::function<void(std::int64_t)> const& progress = {});

}  // namespace zx::timeline
