#include "platform/search/search.hpp"

#include "platform/base/text.hpp"
#include "platform/search/runs.hpp"
#include "platform/search/sql.hpp"

namespace zx::search {
namespace {

/// PostgreSQL refuses a tsvector beyond 1 MiB: this many characters stay below it whatever they are.
constexpr std::size_t longest_text = 50'000;

db::Parameters subject_of(Context const& ctx, std::string_view subject_type, Uuid subject_id) {
  return {{"org_id", ctx.actor.organization}, {"subject_type", subject_type}, {"subject_id", subject_id}};
}

std::string entry_text(std::string_view searchable) {
  auto folded = text::fold(searchable);
  folded.resize(text::cut(folded, longest_text).size());
  return folded;
}

}  // namespace

void put(Context const& ctx, std::string_view subject_type, Uuid subject_id, std::string_view searchable) {
  auto folded = entry_text(searchable);
  auto tokens = tokens_of(folded);
  auto entry = subject_of(ctx, subject_type, subject_id).and_("text", std::move(folded));
  if (ctx.db.engine() == db::Engine::postgres) return ctx.db.enqueue(sql::put_entry, std::move(entry).and_("tokens", std::move(tokens)));
  auto number = ctx.db.one<std::int64_t>(sql::put_entry, entry);
  if (number) ctx.db.enqueue(sql::put_tokens, {{"entry_no", *number}, {"tokens", std::move(tokens)}});
}

void put_first(Context const& ctx, std::string_view subject_type, Uuid subject_id, std::string_view searchable) {
  auto folded = entry_text(searchable);
  auto tokens = tokens_of(folded);
  auto entry = subject_of(ctx, subject_type, subject_id).and_("text", std::move(folded));
  if (ctx.db.engine() == db::Engine::postgres) return ctx.db.enqueue(sql::insert_entry, std::move(entry).and_("tokens", std::move(tokens)));
  ctx.db.enqueue(sql::insert_entry, entry);
  ctx.db.enqueue(sql::insert_tokens, {{"tokens", std::move(tokens)}});
}

void remove(Context const& ctx, std::string_view subject_type, Uuid subject_id) {
  auto const subject = subject_of(ctx, subject_type, subject_id);
  if (ctx.db.engine() == db::Engine::sqlite) ctx.db.enqueue(sql::remove_tokens, subject);
  ctx.db.enqueue(sql::remove_entry, subject);
}

}  // namespace zx::search
