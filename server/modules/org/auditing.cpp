#include "modules/org/auditing.hpp"

#include <charconv>

#include "modules/org/people.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/csv/writer.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::org {
namespace {

constexpr std::int64_t most_exported = 100'000;
constexpr std::int64_t rows_at_once = 200;

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string cursor_of(AuditView const& view) { return std::to_string(view.at.ms) + "." + view.id.text(); }

std::optional<timeline::AuditPlace> place_from(std::string_view text) {
  auto const dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  auto const ms = number(text.substr(0, dot));
  auto const id = Uuid::parse(text.substr(dot + 1));
  if (!ms || !id) return std::nullopt;
  return timeline::AuditPlace{Instant{*ms}, *id};
}

Result<timeline::AuditFilter> filter_of(ReadContext const& ctx, TimelineQuery const& query) {
  auto const zone = calendar::Zone::find(ctx.actor.time_zone).value();
  timeline::AuditFilter filter{.actor_id = query.actor_id, .subject_type = query.subject_type, .event = query.event};
  if (query.from) filter.from = calendar::start_of(*query.from, zone);
  if (query.to) filter.until = calendar::start_of(query.to->plus_days(1), zone);
  if (query.before && !(filter.before = place_from(*query.before))) return Refusal::invalid_field("before", "request.cursor_invalid");
  return filter;
}

// ---- In words ----

/// A word nobody has translated is shown as it stands.
std::string text_of(ReadContext const& ctx, std::string const& code, std::string const& otherwise) {
  auto found = ctx.services.texts.text(ctx.actor.language, code);
  return found == code ? otherwise : found;
}

/// A role's changes are permissions with their scopes.
std::string field_text(ReadContext const& ctx, std::string const& field) { return text_of(ctx, "field." + field, text_of(ctx, "permission." + field, field)); }

/// The text "value.FIELD", or "value.SUBJECT.FIELD" where the subjects differ, names the family of texts a field's codes have.
std::string value_text(ReadContext const& ctx, std::string const& subject_type, std::string const& field, std::string const& value) {
  if (subject_type == "role") return text_of(ctx, "scope." + value, value);
  auto const family = text_of(ctx, "value." + subject_type + "." + field, text_of(ctx, "value." + field, ""));
  if (!family.empty()) return text_of(ctx, family + "." + value, value);
  auto const instant = value.ends_with('Z') ? Instant::parse(value) : std::nullopt;
  if (!instant) return value;
  return calendar::local_date(*instant, ctx.actor.time_zone).text() + " " +
         calendar::local_time(*instant, calendar::Zone::find(ctx.actor.time_zone).value()).text();
}

AuditView view_of(ReadContext const& ctx, timeline::AuditEntry entry) {
  for (auto& change : entry.changes)
    change = {field_text(ctx, change.field), value_text(ctx, entry.subject_type, change.field, change.from),
              value_text(ctx, entry.subject_type, change.field, change.to)};
  auto subject_text = text_of(ctx, "subject." + entry.subject_type, entry.subject_type);
  auto event_text = text_of(ctx, "timeline." + entry.event, entry.event);
  return {.id = entry.id,
          .subject_type = std::move(entry.subject_type),
          .subject_text = std::move(subject_text),
          .subject_id = entry.subject_id,
          .seq = entry.seq,
          .at = entry.at,
          .actor_id = entry.actor_id,
          .actor_name = std::move(entry.actor_name),
          .event = std::move(entry.event),
          .event_text = std::move(event_text),
          .changes = std::move(entry.changes),
          .note = std::move(entry.note)};
}

std::vector<std::string> csv_header(ReadContext const& ctx) {
  std::vector<std::string> header;
  for (auto const* column : {"time", "actor", "subject", "subject_id", "seq", "event", "changes", "note"})
    header.push_back(ctx.services.texts.text(ctx.actor.language, std::string("audit.column.") + column));
  return header;
}

std::vector<std::string> csv_row(ReadContext const& ctx, AuditView const& view) {
  std::string changes;
  for (auto const& change : view.changes) changes += (changes.empty() ? "" : "；") + change.field + "：" + change.from + " → " + change.to;
  return {value_text(ctx, "", "", view.at.text()),
          view.actor_name,
          view.subject_text,
          view.subject_id.text(),
          std::to_string(view.seq),
          view.event_text,
          changes,
          view.note};
}

}  // namespace

/// In the order of its chain.
Result<http::Page<AuditView>> history_of(ReadContext const& ctx, timeline::Subject subject, std::optional<std::int64_t> wanted,
                                         std::optional<std::string> const& before_text) {
  auto const limit = TRY(limit_of(wanted));
  auto const before = before_text ? number(*before_text) : std::nullopt;
  if (before_text && !before) return Refusal::invalid_field("before", "request.cursor_invalid");
  http::Page<AuditView> page;
  for (auto& entry : timeline::entries_of(ctx, subject, static_cast<int>(limit) + 1, before))
    page.items.push_back(view_of(ctx, {entry.id, std::string(subject.type), subject.id, entry.seq, entry.at, entry.actor_id, std::move(entry.actor_name),
                                       std::move(entry.event), std::move(entry.changes), std::move(entry.note)}));
  if (static_cast<std::int64_t>(page.items.size()) <= limit) return page;
  page.items.pop_back();
  page.next = std::to_string(page.items.back().seq);
  return page;
}

Result<http::Page<AuditView>> audit_page(ReadContext const& ctx, TimelineQuery const& query) {
  if (query.subject_id && !query.subject_type) return Refusal::invalid_field("subject_type", "json.required");
  if (query.subject_id) return history_of(ctx, {*query.subject_type, *query.subject_id}, query.limit, query.before);
  auto const limit = TRY(limit_of(query.limit));
  auto const filter = TRY(filter_of(ctx, query));
  http::Page<AuditView> page;
  for (auto& entry : timeline::audit(ctx, filter, limit + 1)) page.items.push_back(view_of(ctx, std::move(entry)));
  if (static_cast<std::int64_t>(page.items.size()) <= limit) return page;
  page.items.pop_back();
  page.next = cursor_of(page.items.back());
  return page;
}

Result<std::string> audit_csv(Services& services, Actor const& actor, TimelineQuery query) {
  query.limit = rows_at_once;
  query.before.reset();
  csv::Writer writer;
  std::int64_t rows = 0;
  // Page by page: one long read would hold up a reader and the log's checkpoint.
  do {
    auto page = TRY(services.database.read([&](db::Executor& executor) -> Result<http::Page<AuditView>> {
      ReadContext const ctx{actor, services.clock.now(), executor, services};
      auto found = TRY(audit_page(ctx, query));
      if (rows == 0) writer.add_row(csv_header(ctx));
      for (auto const& view : found.items) writer.add_row(csv_row(ctx, view));
      return found;
    }));
    rows += static_cast<std::int64_t>(page.items.size());
    if (rows > most_exported) return Refusal::of(RefusalKind::too_large, "org.audit_too_large", {{"most", std::to_string(most_exported)}});
    query.before = page.next;
  } while (query.before);
  return writer.take();
}

}  // namespace zx::org
