// Who was reminded of a thing, when, and by what: what the notices say of it.

#include <algorithm>

#include "modules/followup/followup.hpp"
#include "modules/notify/pages.hpp"
#include "modules/notify/sql.hpp"
#include "modules/notify/store.hpp"

namespace zx::notify {
namespace {

/// A notice, once for each of its deliveries.
struct RemindedRow {
  NoticeId id;
  std::string event;
  Kind kind = Kind::reminder;
  std::string reason;
  std::string reason_for;
  std::optional<Instant> basis_at;
  Instant created_at;
  std::optional<Instant> retracted_at;
  std::string recipient_name;
  std::optional<Channel> channel;
  std::optional<DeliveryState> state;
  std::optional<Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(RemindedRow, (), (id, event, kind, reason, reason_for, basis_at, created_at, retracted_at, recipient_name, channel, state, sent_at))

RemindedView view_of(RemindedRow const& row) {
  return {.id = row.id,
          .at = row.created_at,
          .event = row.event,
          .kind = row.kind,
          .recipient = row.recipient_name,
          .as = row.reason,
          .deputy_of = row.reason_for,
          .basis = row.basis_at,
          .moot = row.retracted_at.has_value(),
          .channels = {}};
}

/// A notice leaves by a handful of channels at most.
constexpr std::int64_t rows_of_one = 8;

}  // namespace

Result<http::Page<RemindedView>> reminded_of(ReadContext const& ctx, Uuid subject, RemindedQuery const& query) {
  auto const limit = TRY(limit_of(query.limit));
  TRY(followup::find_visible(ctx, followup::CommitmentId{subject}, followup::permissions::read));
  db::Composed statement(sql::reminded_of);
  statement += sql::reminded_first;
  http::Page<RemindedView> page;
  for (auto const& row : ctx.db.all<RemindedRow>(statement, {{"org", ctx.actor.organization}, {"subject", subject}, {"limit", limit * rows_of_one}})) {
    if (page.items.empty() || page.items.back().id != row.id) {
      if (static_cast<std::int64_t>(page.items.size()) == limit) break;
      page.items.push_back(view_of(row));
    }
    if (row.channel && row.state) page.items.back().channels.push_back({*row.channel, *row.state, row.sent_at});
  }
  return page;
}

}  // namespace zx::notify
