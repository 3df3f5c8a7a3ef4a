#include "platform/search/search.hpp"

#include "platform/base/text.hpp"
#include "platform/search/sql.hpp"

namespace zx::search {
namespace {

/// PostgreSQL refuses a tsvector beyond 1 MiB: this many characters stay below it whatever they are.
constexpr std::size_t longest_text = 50'000;

db::Parameters subject_of(Context const& ctx, std::string_view subject_type, Uuid subject_id) {
  return {{"org_id", ctx.actor.organization}, {"subject_type", subject_type}, {"subject_id", subject_id}};
}

void put_in_sqlite(Context const& ctx, db::Parameters subject, std::string const& folded) {
  auto entry = ctx.db.one<std::int64_t>(sql::put_entry, std::move(subject).and_("text", folded));
  if (entry) ctx.db.enqueue(sql::put_tokens, {{"entry_no", *entry}, {"tokens", index_tokens(folded)}});
}

}  // namespace

void put(Context const& ctx, std::string_view subject_type, Uuid subject_id, std::string_view searchable) {
  auto const whole = text::fold(searchable);
  auto const folded = std::string(text::cut(whole, longest_text));
  auto subject = subject_of(ctx, subject_type, subject_id);
  if (ctx.db.engine() == db::Engine::sqlite) return put_in_sqlite(ctx, std::move(subject), folded);
  ctx.db.enqueue(sql::put_entry, std::move(subject).and_("text", folded).and_("tokens", index_tokens(folded)));
}

void remove(Context const& ctx, std::string_view subject_type, Uuid subject_id) {
  auto const subject = subject_of(ctx, subject_type, subject_id);
  if (ctx.db.engine() == db::Engine::sqlite) ctx.db.enqueue(sql::remove_tokens, subject);
  ctx.db.enqueue(sql::remove_entry, subject);
}

}  // namespace zx::search
