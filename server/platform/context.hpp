#pragma once
// What every verb is given: who asks, what time it is, and the transaction (or read snapshot) it runs in.

#include "platform/access/actor.hpp"
#include "platform/base/time.hpp"
#include "platform/db/database.hpp"
#include "platform/services.hpp"

namespace zx {

/// For queries.
struct ReadContext {
  Actor const& actor;
  Instant now;
  db::Executor& db;
  Services& services;
};

/// For verbs; everything they do commits or rolls back together.
struct Context {
  Actor const& actor;
  Instant now;
  db::Transaction& db;
  Services& services;
  operator ReadContext() const { return {actor, now, db, services}; }
};

}  // namespace zx
