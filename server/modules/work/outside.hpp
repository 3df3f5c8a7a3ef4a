#pragma once
// What the status page and the request form share. Private to work.

#include "modules/work/public_status.hpp"
#include "modules/work/requester.hpp"
#include "modules/work/store.hpp"

namespace zx::work::outside {

/// Whoever speaks from outside acts as the system, under the name they gave.
Actor requester_of(OrganizationId organization, db::Executor& db, std::string name);
std::string organization_name(db::Executor& db, OrganizationId organization);

/// A new link to an item the caller may see; ends the oldest of too many.
StatusLinkView add_link(Context const& ctx, WorkItemId id);
RequesterMessageView add_message(Context const& ctx, WorkItemId id, bool from_requester, std::string_view text);
std::vector<RequesterMessageView> messages_of(ReadContext const& ctx, WorkItemId id);
std::optional<RatingView> rating_of(ReadContext const& ctx, WorkItemId id);

/// Whether the status page names people.
bool names_handler(ReadContext const& ctx);

}  // namespace zx::work::outside
