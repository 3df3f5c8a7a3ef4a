// Who makes a request: cookie or bearer token to Actor.

#include <algorithm>

#include "modules/org/actors.hpp"
#include "modules/org/memory.hpp"
#include "modules/org/own_access.hpp"
#include "modules/org/second_factor.hpp"
#include "modules/org/signing_in.hpp"
#include "modules/org/sql.hpp"
#include "modules/org/working_calendar.hpp"
#include "platform/auth/token.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/log/log.hpp"

namespace zx::org {
namespace {

struct SessionRow {
  OrganizationId org_id;
  Uuid id;
  UserId user_id;
  Instant created_at;
  Instant last_seen_at;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (org_id, id, user_id, created_at, last_seen_at))

struct TokenRow {
  OrganizationId org_id;
  Uuid id;
  UserId user_id;
  std::optional<Date> expires_on;
  bool read_only = false;
  std::optional<std::string> permissions;
};
BOOST_DESCRIBE_STRUCT(TokenRow, (), (org_id, id, user_id, expires_on, read_only, permissions))

/// Somebody and what let them in.
struct Recognized {
  Entrant entrant;
  LastSeen::Sight sight;
};

void keep_only(std::map<std::string, Scope, std::less<>>& grants, std::string_view permissions) {
  auto const named = split_permissions(permissions);
  std::erase_if(grants, [&](auto const& grant) { return std::ranges::find(named, grant.first) == named.end(); });
}

std::optional<Recognized> by_session(db::Executor& db, Services& services, auth::Digest const& hash, Instant now) {
  auto row = db.one<SessionRow>(sql::find_session, {{"token_hash", std::span<std::uint8_t const>(hash)}});
  if (!row || now >= session_ends_at(services, row->created_at, row->last_seen_at)) return std::nullopt;
  auto actor = find_actor(db, row->org_id, row->user_id, now);
  if (!actor) return std::nullopt;
  bool const overdue = second_factor_overdue({*actor, now, db, services}, row->user_id);
  return Recognized{{.actor = std::move(*actor), .second_factor_overdue = overdue}, {.organization = row->org_id, .id = row->id, .is_token = false, .at = now}};
}

std::optional<Recognized> by_token(db::Executor& db, auth::Digest const& hash, Instant now) {
  auto row = db.one<TokenRow>(sql::find_token, {{"token_hash", std::span<std::uint8_t const>(hash)}});
  auto actor = row ? find_actor(db, row->org_id, row->user_id, now) : std::nullopt;
  if (!actor || (row->expires_on && *row->expires_on < calendar::local_date(now, actor->time_zone))) return std::nullopt;
  if (row->permissions) keep_only(actor->grants, *row->permissions);
  return Recognized{{.actor = std::move(*actor), .read_only = row->read_only, .limited = row->read_only || row->permissions},
                    {.organization = row->org_id, .id = row->id, .is_token = true, .at = now}};
}

/// Once a minute one request writes it down for all; a database that cannot be written to must still be readable.
void write_last_seen(Services& services, Instant now) {
  auto const due = memory_of(services).last_seen.take_due(now);
  if (due.empty()) return;
  try {
    auto written = services.database.write([&](db::Transaction& tx) -> Result<void> {
      for (auto const& sight : due)
        tx.enqueue(sight.is_token ? sql::note_token_used : sql::note_session_seen, {{"org", sight.organization}, {"id", sight.id}, {"at", sight.at}});
      return {};
    });
    written.value();
  } catch (db::DatabaseError const& error) { log::warning("session.last_seen_not_written", {{"reason", error.what()}}); }
}

std::shared_ptr<Entrant const> recognize(Services& services, std::string_view secret, bool is_token) {
  auto& memory = memory_of(services);
  auto const now = services.clock.now();
  auto const hash = auth::token_hash(secret);
  if (auto known = memory.actors.find(hash, now)) return known;
  auto const generation = memory.actors.generation();
  auto found = services.database.read([&](db::Executor& db) { return is_token ? by_token(db, hash, now) : by_session(db, services, hash, now); });
  if (!found) return nullptr;
  auto entrant = std::make_shared<Entrant const>(std::move(found->entrant));
  memory.actors.remember(hash, entrant, now, generation);
  memory.last_seen.note(found->sight);
  write_last_seen(services, now);
  refresh_calendar(services, entrant->actor.organization);
  return entrant;
}

bool is_unsafe(http::Method method) { return method != http::Method::get && method != http::Method::head && method != http::Method::options; }

/// The token after "Bearer", in any case; nothing for other schemes.
std::optional<std::string_view> bearer_of(http::Request const& request) {
  constexpr std::string_view scheme = "bearer ";
  auto const header = request.header("authorization");
  if (header.size() <= scheme.size()) return std::nullopt;
  for (std::size_t i = 0; i < scheme.size(); ++i)
    if ((header[i] | 0x20) != (scheme[i] | 0x20)) return std::nullopt;
  return header.substr(scheme.size());
}

bool is_below(std::string_view path, std::initializer_list<std::string_view> places) {
  return std::ranges::any_of(places, [&](auto place) { return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '/'); });
}

/// What the way in keeps from them, whatever their roles permit. A limited token must not make itself a wider one.
Result<std::shared_ptr<Actor const>> admit(std::shared_ptr<Entrant const> entrant, http::Request const& request) {
  if (!entrant) return std::shared_ptr<Actor const>{};
  if (entrant->read_only && is_unsafe(request.method)) return Refusal::forbidden("token.read_only");
  if (entrant->limited && is_unsafe(request.method) &&
      is_below(request.path, {"/api/v1/session", "/api/v1/sessions", "/api/v1/profile", "/api/v1/tokens", "/api/v1/second-factor"}))
    return Refusal::forbidden("token.limited");
  if (entrant->second_factor_overdue && !is_below(request.path, {"/api/v1/session", "/api/v1/sessions", "/api/v1/profile", "/api/v1/second-factor"}))
    return Refusal::forbidden("second_factor.due");
  auto const* actor = &entrant->actor;
  return std::shared_ptr<Actor const>(std::move(entrant), actor);
}

}  // namespace

http::Authenticate authenticator(Services&) {
  return [](Services& services, http::Request const& request) -> Result<std::shared_ptr<Actor const>> {
    if (auto bearer = bearer_of(request)) {
      if (auto entrant = recognize(services, *bearer, true)) return admit(std::move(entrant), request);
      return Refusal::unauthenticated("token.invalid");
    }
    auto cookie = request.cookie(session_cookie_name);
    if (!cookie) return std::shared_ptr<Actor const>{};
    // No foreign page can send this header without our consent (CORS), so it proves that the write is meant.
    if (is_unsafe(request.method) && request.header("x-requested-with") != "zhixing") return Refusal::forbidden("session.csrf");
    return admit(recognize(services, *cookie, false), request);
  };
}

}  // namespace zx::org
