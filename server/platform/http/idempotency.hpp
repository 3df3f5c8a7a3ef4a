#pragma once
// Idempotency-Key: the first answer of a write is kept with the write and given again when the same key comes again.

#include <optional>

#include "platform/context.hpp"
#include "platform/http/message.hpp"

namespace zx::http::idempotency {

/// The kept answer, nothing when the key is new, or a refusal when the key was used for another request
/// (request.idempotency_key_reused) or is malformed (request.idempotency_key_invalid).
Result<std::optional<Reply>> answer_kept_for(Context const& ctx, Request const& request);

/// Keeps the reply in the transaction of the write. Does nothing without a key.
void keep(Context const& ctx, Request const& request, Reply const& reply);

/// Forgets answers older than a day.
void forget_old(db::Transaction& tx, Instant now);

}  // namespace zx::http::idempotency
