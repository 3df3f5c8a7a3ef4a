#include "platform/timeline/timeline.hpp"

#include <limits>

#include "platform/base/json.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/timeline/audit.hpp"
#include "platform/timeline/chain.hpp"
#include "platform/timeline/first_entries.hpp"
#include "platform/timeline/sql.hpp"

namespace zx::timeline {
namespace {

/// The seq just taken and the hash of the entry before it.
struct Head {
  std::int64_t seq = 0;
  Hash hash;
};
BOOST_DESCRIBE_STRUCT(Head, (), (seq, hash))

struct EntryRow {
  Uuid id;
  std::int64_t seq = 0;
  Instant at;
  std::optional<EmployeeId> actor_id;
  std::string actor_name;
  std::string event;
  std::string changes;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (), (id, seq, at, actor_id, actor_name, event, changes, note))

/// What the system did has nobody's name and is told in the reader's language; before this was so, its own was written down.
/// Somebody from outside acts through the system under a name of their own.
bool is_by_system(std::optional<EmployeeId> actor, std::string_view name) { return !actor && (name.empty() || name == "系统" || name == "System"); }

EntryView view_of(ReadContext const& ctx, EntryRow row) {
  auto changes = changes_in(row.changes);
  auto name = shown_actor(ctx, row.actor_id, std::move(row.actor_name));
  return {.id = row.id,
          .seq = row.seq,
          .at = row.at,
          .actor_id = row.actor_id,
          .actor_name = std::move(name),
          .event = std::move(row.event),
          .changes = std::move(changes),
          .note = std::move(row.note)};
}

std::optional<EmployeeId> employee_of(Actor const& actor) {
  if (actor.employee.is_nil()) return std::nullopt;
  return actor.employee;
}

Entry entry_after(Context const& ctx, Head head, Subject subject, std::string_view event, std::vector<Change> const& changes, std::string_view note) {
  Entry entry{.org_id = ctx.actor.organization,
              .subject_type = std::string(subject.type),
              .subject_id = subject.id,
              .seq = head.seq,
              .id = Uuid::v7(),
              .at = ctx.now,
              .actor_id = employee_of(ctx.actor),
              .actor_name = is_by_system(employee_of(ctx.actor), ctx.actor.name) ? std::string() : ctx.actor.name,
              .event = std::string(event),
              .changes = to_json(changes),
              .note = std::string(note),
              .previous_hash = std::move(head.hash),
              .hash = {}};
  entry.hash = hash_of(entry);
  return entry;
}

void insert_head(Context const& ctx, Subject subject, Entry const& last) {
  ctx.db.enqueue(sql::insert_head,
                 {{"org_id", last.org_id}, {"subject_id", subject.id}, {"subject_type", subject.type}, {"seq", last.seq}, {"hash", last.hash}});
}

}  // namespace

std::vector<Change> changes_in(std::string const& stored) {
  auto changes = from_json<std::vector<Change>>(stored);
  return changes ? std::move(changes).value() : std::vector<Change>{};
}

std::string shown_actor(ReadContext const& ctx, std::optional<EmployeeId> actor, std::string name) {
  return is_by_system(actor, name) ? ctx.services.texts.text(ctx.actor.language, "timeline.actor.system") : name;
}

void append(Context const& ctx, Subject subject, std::string_view event, std::vector<Change> changes, std::string_view note) {
  auto const org = ctx.actor.organization;
  auto head = ctx.db.sure<Head>(sql::take_next_seq, {{"org_id", org}, {"subject_id", subject.id}, {"subject_type", subject.type}, {"first_hash", no_hash()}});
  auto entry = entry_after(ctx, head, subject, event, changes, note);
  ctx.db.enqueue(sql::insert_entry, db::Parameters::of(entry));
  ctx.db.enqueue(sql::set_head_hash, {{"hash", entry.hash}, {"org_id", org}, {"subject_id", subject.id}});
}

void begin(Context const& ctx, Subject subject, std::string_view event, std::vector<Change> changes, std::string_view note) {
  auto entry = entry_after(ctx, {.seq = 1, .hash = no_hash()}, subject, event, changes, note);
  insert_head(ctx, subject, entry);
  ctx.db.enqueue(sql::insert_entry, db::Parameters::of(entry));
}

void begin_all(Context const& ctx, Subject subject, std::vector<FirstEntry> const& entries) {
  Head head{.seq = 1, .hash = no_hash()};
  std::vector<Entry> chain;
  chain.reserve(entries.size());
  for (auto const& each : entries) {
    chain.push_back(entry_after(ctx, head, subject, each.event, each.changes, {}));
    head = {chain.back().seq + 1, chain.back().hash};
  }
  if (chain.empty()) return;
  insert_head(ctx, subject, chain.back());
  for (auto const& entry : chain) ctx.db.enqueue(sql::insert_entry, db::Parameters::of(entry));
}

std::vector<EntryView> entries_of(ReadContext const& ctx, Subject subject, int limit, std::optional<std::int64_t> before_seq) {
  auto rows = ctx.db.all<EntryRow>(sql::entries_of, {{"org_id", ctx.actor.organization},
                                                     {"subject_type", subject.type},
                                                     {"subject_id", subject.id},
                                                     {"before_seq", before_seq.value_or(std::numeric_limits<std::int64_t>::max())},
                                                     {"limit", limit}});
  std::vector<EntryView> entries;
  entries.reserve(rows.size());
  for (auto& row : rows) entries.push_back(view_of(ctx, std::move(row)));
  return entries;
}

}  // namespace zx::timeline
