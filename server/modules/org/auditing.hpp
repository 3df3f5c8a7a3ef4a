#pragma once
// The history as auditors read it: of one subject, or of everything, narrowed and exported. Private to org.

#include "modules/org/org.hpp"
#include "platform/http/routes.hpp"
#include "platform/timeline/audit.hpp"

namespace zx::org {

struct TimelineQuery {
  std::optional<std::string> subject_type;  ///< "work_item"
  std::optional<Uuid> subject_id;           ///< with `subject_type`: one subject's whole history
  std::optional<EmployeeId> actor_id;       ///< what this person did
  std::optional<std::string> event;         ///< "user.signed_in"
  std::optional<Date> from;                 ///< days in the organization's time zone, both included
  std::optional<Date> to;
  std::optional<std::int64_t> limit;  ///< 1–200, default 50
  std::optional<std::string> before;  ///< `next` of the page before
};
BOOST_DESCRIBE_STRUCT(TimelineQuery, (), (subject_type, subject_id, actor_id, event, from, to, limit, before))

/// An entry in the reader's words.
struct AuditView {
  Uuid id;
  std::string subject_type;
  std::string subject_text;  ///< "员工"
  Uuid subject_id;
  std::int64_t seq = 0;
  Instant at;
  std::optional<EmployeeId> actor_id;
  std::string actor_name;
  std::string event;
  std::string event_text;
  std::vector<timeline::Change> changes;  ///< fields by their names, times in the organization's zone
  std::string note;
};
BOOST_DESCRIBE_STRUCT(AuditView, (), (id, subject_type, subject_text, subject_id, seq, at, actor_id, actor_name, event, event_text, changes, note))

/// Newest first. Refuses json.required at "subject_type", request.cursor_invalid.
Result<http::Page<AuditView>> audit_page(ReadContext const& ctx, TimelineQuery const& query);

/// One subject's history for a page that shows it; the caller has checked that the actor may see it.
Result<http::Page<AuditView>> history_of(ReadContext const& ctx, timeline::Subject subject, std::optional<std::int64_t> limit,
                                         std::optional<std::string> const& before);

/// Everything the query finds as csv, newest first; `limit` and `before` are passed over. Refuses org.audit_too_large.
Result<std::string> audit_csv(Services& services, Actor const& actor, TimelineQuery query);

}  // namespace zx::org
