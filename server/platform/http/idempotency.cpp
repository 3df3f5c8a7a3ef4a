#include "platform/http/idempotency.hpp"

#include "platform/auth/digest.hpp"
#include "platform/base/json.hpp"
#include "platform/http/sql.hpp"

namespace zx::http::idempotency {
namespace {

constexpr std::size_t longest_key = 200;

struct KeptAnswer {
  std::string request_hash;
  std::int64_t status = 0;
  std::string headers;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(KeptAnswer, (), (request_hash, status, headers, body))

/// Two requests are the same when method, target and body are.
std::string hash_of(Request const& request) { return auth::hex(auth::sha256(std::string(word(request.method)) + " " + request.target + "\n" + request.body)); }

bool acceptable(std::string_view key) {
  if (key.size() > longest_key) return false;
  for (unsigned char c : key) {
    if (c < 0x21 || c > 0x7e) return false;
  }
  return true;
}

}  // namespace

Result<std::optional<Reply>> answer_kept_for(Context const& ctx, Request const& request) {
  auto key = request.header("idempotency-key");
  if (key.empty()) return std::optional<Reply>{};
  if (!acceptable(key)) return Refusal::invalid("request.idempotency_key_invalid");
  auto kept = ctx.db.one<KeptAnswer>(sql::find_idempotent_answer, {{"org", ctx.actor.organization}, {"user", ctx.actor.user}, {"key", key}});
  if (!kept) return std::optional<Reply>{};
  if (kept->request_hash != hash_of(request)) return Refusal::invalid("request.idempotency_key_reused");
  Reply reply;
  reply.status = static_cast<int>(kept->status);
  if (!kept->headers.empty()) reply.header("etag", kept->headers);
  reply.header("idempotency-replayed", "true");
  reply.body = std::move(kept->body);
  if (reply.status == 204) reply.content_type.clear();
  return std::optional<Reply>{std::move(reply)};
}

void keep(Context const& ctx, Request const& request, Reply const& reply) {
  auto key = request.header("idempotency-key");
  if (key.empty()) return;
  std::string etag;
  for (auto const& [name, value] : reply.headers) {
    if (name == "etag") etag = value;
  }
  ctx.db.enqueue(sql::insert_idempotent_answer, {{"org", ctx.actor.organization},
                                                 {"user", ctx.actor.user},
                                                 {"key", key},
                                                 {"request_hash", hash_of(request)},
                                                 {"status", reply.status},
                                                 {"headers", etag},
                                                 {"body", reply.body},
                                                 {"at", ctx.now}});
}

void forget_old(db::Transaction& tx, Instant now) { tx.execute(sql::forget_idempotent_answers, {{"before", now - std::chrono::hours(24)}}); }

}  // namespace zx::http::idempotency
