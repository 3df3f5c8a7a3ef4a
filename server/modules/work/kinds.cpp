#include "modules/work/kinds.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "modules/work/kind_rules.hpp"
#include "modules/work/sql.hpp"
#include "platform/base/json.hpp"
#include "platform/base/text.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::work {
namespace {

using WorkKindId = Id<struct WorkKindTag>;

struct KindRow {
  WorkKindId id;
  std::string code;
  std::string name_zh;
  std::string name_en;
  std::string required;
  std::string fields;
  std::int64_t follow_up_gap_minutes = 0;
  std::int64_t handoff_limit_minutes = 0;
  std::int64_t minimum_touches = 0;
  bool asks_lessons = false;
  bool public_form = false;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(KindRow, (),
                      (id, code, name_zh, name_en, required, fields, follow_up_gap_minutes, handoff_limit_minutes, minimum_touches, asks_lessons, public_form,
                       closed_at, version))

/// What this process knows of the organizations' kinds; as org does with calendars, other nodes learn by age.
class KnownKinds {
 public:
  static constexpr Milliseconds fresh_for = std::chrono::seconds(30);

  std::shared_ptr<Kinds const> find(OrganizationId organization, Instant now) const {
    std::lock_guard lock(mutex_);
    auto found = known_.find(organization);
    if (found == known_.end() || now < found->second.at || now - found->second.at >= fresh_for) return nullptr;
    return found->second.kinds;
  }
  /// Taken before reading: what was read before a change is not kept after it.
  std::uint64_t generation() const {
    std::lock_guard lock(mutex_);
    return generation_;
  }
  void remember(OrganizationId organization, std::shared_ptr<Kinds const> kinds, Instant now, std::uint64_t generation) {
    std::lock_guard lock(mutex_);
    if (generation == generation_) known_[organization] = {std::move(kinds), now};
  }
  void forget(OrganizationId organization) {
    std::lock_guard lock(mutex_);
    known_.erase(organization);
    ++generation_;
  }

 private:
  struct Known {
    std::shared_ptr<Kinds const> kinds;
    Instant at;
  };
  mutable std::mutex mutex_;
  std::map<OrganizationId, Known> known_;
  std::uint64_t generation_ = 0;
};

KnownKinds& known_kinds(Services& services) { return services.memory->of<KnownKinds>(); }

void forget_after(Context const& ctx) {
  ctx.db.after_commit([&services = ctx.services, organization = ctx.actor.organization] { known_kinds(services).forget(organization); });
}

KindView view_of(KindRow const& row) {
  return {.code = row.code,
          .name_zh = row.name_zh,
          .name_en = row.name_en,
          .follow_up_gap_minutes = row.follow_up_gap_minutes,
          .handoff_limit_minutes = row.handoff_limit_minutes,
          .required = from_json<std::vector<Answer>>(row.required).value(),
          .fields = from_json<std::vector<CustomField>>(row.fields).value(),
          .minimum_touches = row.minimum_touches,
          .asks_lessons = row.asks_lessons,
          .public_form = row.public_form,
          .closed_at = row.closed_at,
          .version = row.version};
}

KindRow row_of(KindView const& kind, WorkKindId id) {
  return {.id = id,
          .code = kind.code,
          .name_zh = std::string(text::trim(kind.name_zh)),
          .name_en = std::string(text::trim(kind.name_en)),
          .required = to_json(kind.required),
          .fields = to_json(kind.fields),
          .follow_up_gap_minutes = kind.follow_up_gap_minutes,
          .handoff_limit_minutes = kind.handoff_limit_minutes,
          .minimum_touches = kind.minimum_touches,
          .asks_lessons = kind.asks_lessons,
          .public_form = kind.public_form,
          .closed_at = kind.closed_at,
          .version = kind.version};
}

std::vector<KindRow> rows_of(ReadContext const& ctx) { return ctx.db.all<KindRow>(sql::kinds, {{"org", ctx.actor.organization}}); }

std::shared_ptr<Kinds const> load(ReadContext const& ctx) {
  auto kinds = std::make_shared<Kinds>();
  for (auto const& row : rows_of(ctx)) kinds->push_back(view_of(row));
  if (kinds->empty()) *kinds = shipped_kinds();
  return kinds;
}

std::shared_ptr<Kinds const> load_and_remember(ReadContext const& ctx) {
  auto& known = known_kinds(ctx.services);
  auto const generation = known.generation();
  auto kinds = load(ctx);
  known.remember(ctx.actor.organization, kinds, ctx.services.clock.now(), generation);
  return kinds;
}

KindView const* find_in(Kinds const& kinds, std::string_view code) {
  auto found = std::ranges::find(kinds, code, &KindView::code);
  return found == kinds.end() ? nullptr : &*found;
}

void insert(Context const& ctx, KindView const& kind) {
  auto row = row_of(kind, WorkKindId::make());
  ctx.db.execute(sql::insert_kind, db::Parameters::of(row).and_("org", ctx.actor.organization).and_("now", ctx.now));
  timeline::append(ctx, {"work_kind", row.id.uuid}, "work_kind.added", {{"name", "", row.name_zh}, {"required_answers", "", row.required}});
  forget_after(ctx);
}

template <class T>
std::string shown(T const& value) {
  if constexpr (std::same_as<T, std::string>) return value;
  else if constexpr (std::same_as<T, std::optional<Instant>>) return value ? value->text() : "";
  else if constexpr (std::same_as<T, bool>) return value ? "true" : "false";
  else return std::to_string(value);
}

/// Every column that differs.
std::vector<timeline::Change> changes_between(KindRow const& before, KindRow const& after) {
  std::vector<timeline::Change> changes;
  for_each_member<KindRow>([&](std::string_view name, auto member) {
    if constexpr (!std::same_as<std::remove_cvref_t<decltype(before.*member)>, WorkKindId>) {
      if (name == "version" || before.*member == after.*member) return;
      changes.push_back({name == "required" ? "required_answers" : std::string(name), shown(before.*member), shown(after.*member)});
    }
  });
  return changes;
}

KindView kind_of(NewKindForm const& form) {
  using enum Answer;
  KindView kind{.code = form.code, .name_zh = form.name_zh, .name_en = form.name_en};
  kind.required = form.required.value_or(std::vector{who, when, what, standard});
  kind.fields = form.fields;
  kind.follow_up_gap_minutes = form.follow_up_gap_minutes.value_or(kind.follow_up_gap_minutes);
  kind.handoff_limit_minutes = form.handoff_limit_minutes.value_or(kind.handoff_limit_minutes);
  kind.minimum_touches = form.minimum_touches.value_or(0);
  kind.asks_lessons = form.asks_lessons.value_or(false);
  kind.public_form = form.public_form.value_or(false);
  return kind;
}

KindView patched(KindView kind, KindPatch const& patch, Instant now) {
  auto apply = [](auto const& wanted, auto& target) {
    if (wanted) target = *wanted;
  };
  apply(patch.name_zh, kind.name_zh);
  apply(patch.name_en, kind.name_en);
  apply(patch.required, kind.required);
  apply(patch.fields, kind.fields);
  apply(patch.follow_up_gap_minutes, kind.follow_up_gap_minutes);
  apply(patch.handoff_limit_minutes, kind.handoff_limit_minutes);
  apply(patch.minimum_touches, kind.minimum_touches);
  apply(patch.asks_lessons, kind.asks_lessons);
  apply(patch.public_form, kind.public_form);
  if (patch.closed && !*patch.closed) kind.closed_at.reset();
  if (patch.closed.value_or(false) && !kind.closed_at) kind.closed_at = now;
  return kind;
}

}  // namespace

void ensure_kinds(Context const& ctx) {
  auto const rows = rows_of(ctx);
  for (auto const& kind : shipped_kinds()) {
    if (std::ranges::find(rows, kind.code, &KindRow::code) == rows.end()) insert(ctx, kind);
  }
}

std::shared_ptr<Kinds const> kinds_of(ReadContext const& ctx) {
  auto kinds = known_kinds(ctx.services).find(ctx.actor.organization, ctx.services.clock.now());
  return kinds ? kinds : load_and_remember(ctx);
}

std::optional<KindView> find_kind(ReadContext const& ctx, std::string_view code) {
  auto kinds = kinds_of(ctx);
  if (auto const* kind = find_in(*kinds, code)) return *kind;
  kinds = load_and_remember(ctx);
  auto const* kind = find_in(*kinds, code);
  return kind ? std::optional(*kind) : std::nullopt;
}

KindView kind_called(ReadContext const& ctx, std::string_view code) {
  auto kind = find_kind(ctx, code);
  if (!kind) throw std::logic_error("a work item of the unknown kind " + std::string(code));
  return std::move(*kind);
}

Result<KindView> add_kind(Context& ctx, NewKindForm const& form) {
  auto kind = kind_of(form);
  if (auto errors = rules::wrong_fields(kind); !errors.empty()) return Refusal::invalid_fields(std::move(errors));
  ensure_kinds(ctx);
  insert(ctx, kind);
  return kind;
}

Result<KindView> change_kind(Context& ctx, std::string_view code, std::int64_t version, KindPatch const& patch) {
  ensure_kinds(ctx);
  auto const rows = rows_of(ctx);
  auto const before = std::ranges::find(rows, code, &KindRow::code);
  if (before == rows.end()) return Refusal::not_found("work.kind_not_found");
  if (before->version != version) return Refusal::stale("request.stale");
  if (code == default_kind && patch.closed.value_or(false)) return Refusal::conflict("work.kind_needed");
  auto const kind = patched(view_of(*before), patch, ctx.now);
  auto errors = rules::wrong_fields(kind);
  if (patch.fields) std::ranges::move(rules::retyped_fields(view_of(*before).fields, kind.fields), std::back_inserter(errors));
  if (!errors.empty()) return Refusal::invalid_fields(std::move(errors));
  auto const after = row_of(kind, before->id);
  auto changes = changes_between(*before, after);
  if (changes.empty()) return view_of(*before);
  if (ctx.db.execute(sql::update_kind, db::Parameters::of(after).and_("org", ctx.actor.organization)) == 0) return Refusal::stale("request.stale");
  timeline::append(ctx, {"work_kind", before->id.uuid}, "work_kind.changed", std::move(changes));
  forget_after(ctx);
  auto changed = view_of(after);
  changed.version = version + 1;
  return changed;
}

}  // namespace zx::work
