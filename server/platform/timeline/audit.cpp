#include "platform/timeline/audit.hpp"

#include "platform/base/json.hpp"
#include "platform/timeline/sql.hpp"

namespace zx::timeline {
namespace {

struct AuditRow {
  Uuid id;
  std::string subject_type;
  Uuid subject_id;
  std::int64_t seq = 0;
  Instant at;
  std::optional<EmployeeId> actor_id;
  std::string actor_name;
  std::string event;
  std::string changes;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(AuditRow, (), (id, subject_type, subject_id, seq, at, actor_id, actor_name, event, changes, note))

AuditEntry view_of(ReadContext const& ctx, AuditRow row) {
  auto name = shown_actor(ctx, row.actor_id, std::move(row.actor_name));
  return {.id = row.id,
          .subject_type = std::move(row.subject_type),
          .subject_id = row.subject_id,
          .seq = row.seq,
          .at = row.at,
          .actor_id = row.actor_id,
          .actor_name = std::move(name),
          .event = std::move(row.event),
          .changes = changes_in(row.changes),
          .note = std::move(row.note)};
}

}  // namespace

std::vector<AuditEntry> audit(ReadContext const& ctx, AuditFilter const& filter, std::int64_t limit) {
  db::Composed statement(sql::audit_entries);
  db::Parameters parameters{{"org_id", ctx.actor.organization}, {"limit", limit}};
  auto add = [&](db::Statement const& fragment, std::string_view name, db::Value value) {
    statement += fragment;
    parameters.set(name, std::move(value));
  };
  if (filter.actor_id) add(sql::audit_by, "actor_id", *filter.actor_id);
  if (filter.subject_type) add(sql::audit_about, "subject_type", *filter.subject_type);
  if (filter.event) add(sql::audit_event, "event", *filter.event);
  if (filter.from) add(sql::audit_from, "from_at", *filter.from);
  if (filter.until) add(sql::audit_until, "until_at", *filter.until);
  if (filter.before) {
    add(sql::audit_before, "before_at", filter.before->at);
    parameters.set("before_id", filter.before->id);
  }
  statement += sql::audit_newest;
  std::vector<AuditEntry> entries;
  for (auto& row : ctx.db.all<AuditRow>(statement, parameters)) entries.push_back(view_of(ctx, std::move(row)));
  return entries;
}

}  // namespace zx::timeline
