#pragma once
// The way out of a mail: a link that switches off one kind of mail for one person, without signing in (RFC 8058). Private to notify.
//
// The link is sealed, not kept: who it is for and which kind stand in it, readable with this installation's key alone.

#include <string>

#include "modules/notify/notify.hpp"
#include "platform/http/routes.hpp"

namespace zx::notify {

struct UnsubscribeView {
  std::string organization;
  std::string language;  ///< the person's
  Kind kind = Kind::reminder;
  std::string email;  ///< shortened: whoever holds the mail knows it
  bool off = false;   ///< no mail of this kind any more
};
BOOST_DESCRIBE_STRUCT(UnsubscribeView, (), (organization, language, kind, email, off))

/// "https://…/p/unsubscribe/<token>"; empty where that kind of mail cannot be switched off, or nobody knows our own address.
std::string unsubscribe_url(ReadContext const& ctx, EmployeeId person, Kind kind);

/// Refuses notify.unsubscribe_unknown. Looking changes nothing, because programs look at links in mails.
Result<UnsubscribeView> unsubscribe_page(Services& services, std::string_view token);
Result<UnsubscribeView> unsubscribe(Services& services, std::string_view token);

void unsubscribe_routes(http::Routes& routes);

}  // namespace zx::notify
