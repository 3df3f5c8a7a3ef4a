#pragma once
// A person's private calendar as a program subscribes to it. Private to notify.

#include "modules/notify/notify.hpp"

namespace zx::notify {

/// GET /calendar/<token>.ics, without signing in: the token is the key. Everything wrong with it is the same not found.
Result<http::Reply> serve_feed(Services& services, Actor const& nobody, http::Call const& call);

}  // namespace zx::notify
