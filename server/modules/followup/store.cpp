#include "modules/followup/store.hpp"

#include "modules/followup/counterparts.hpp"
#include "modules/followup/sql.hpp"
#include "platform/search/search.hpp"

namespace zx::followup {

Viewer viewer(Actor const& actor) {
  auto department = actor.department.is_nil() ? std::nullopt : std::optional(actor.department);
  return {actor.organization, actor.employee, department};
}

db::Statement const& visible_within(Scope reach) {
  switch (reach) {
    case Scope::none: return sql::visible_none;
    case Scope::self: return sql::visible_self;
    case Scope::direct_reports: return sql::visible_direct_reports;
    case Scope::department: return sql::visible_department;
    case Scope::department_and_below: return sql::visible_department_and_below;
    case Scope::organization: return sql::visible_organization;
  }
  return sql::visible_none;
}

db::Statement const& ids_by(Way way) {
  switch (way) {
    case Way::anyones: return sql::ids_anyones;
    case Way::owned: return sql::ids_owned;
    case Way::handled: return sql::ids_handled;
    case Way::participating: return sql::ids_participating;
    case Way::reports_owned: return sql::ids_reports_owned;
    case Way::reports_handled: return sql::ids_reports_handled;
    case Way::department: return sql::ids_department;
    case Way::departments_below: return sql::ids_departments_below;
  }
  throw std::logic_error("unknown way to commitments");
}

std::vector<Way> ways_to_visible(Scope reach) {
  using enum Way;
  switch (reach) {
    case Scope::none: return {};
    case Scope::self: return {owned, handled, participating};
    case Scope::direct_reports: return {owned, handled, participating, reports_owned, reports_handled};
    case Scope::department: return {department, owned, handled, participating, reports_owned, reports_handled};
    case Scope::department_and_below: return {departments_below, owned, handled, participating, reports_owned, reports_handled};
    case Scope::organization: return {anyones};
  }
  return {};
}

namespace store {

db::Statement const& seen_within(Scope reach) {
  switch (reach) {
    case Scope::none: return sql::visible_none;
    case Scope::self: return sql::sees_self;
    case Scope::direct_reports: return sql::sees_direct_reports;
    case Scope::department: return sql::sees_department;
    case Scope::department_and_below: return sql::sees_department_and_below;
    case Scope::organization: return sql::visible_organization;
  }
  return sql::visible_none;
}

std::optional<Commitment> find(db::Executor& db, Actor const& actor, CommitmentId id, Scope reach, Lock lock) {
  db::Composed statement(sql::find_commitment);
  statement += seen_within(reach);
  if (lock == Lock::for_update) statement += sql::for_update;
  return db.one<Commitment>(statement, db::Parameters::of(viewer(actor)).and_("id", id));
}

void insert(Context const& ctx, Commitment const& commitment, std::optional<FollowUpId> last_follow_up) {
  ctx.db.enqueue(sql::insert_commitment, db::Parameters::of(commitment).and_("org", ctx.actor.organization).and_("last_follow_up_id", last_follow_up));
}

void update(Context const& ctx, Commitment const& after) {
  auto changed = ctx.db.execute(sql::update_commitment, db::Parameters::of(after).and_("org", ctx.actor.organization).and_("now", ctx.now));
  if (changed != 1) throw std::logic_error("commitment " + after.id.text() + " was saved with an old version");
}

namespace {

struct FollowUpBeside {
  std::optional<std::string> written_at = {};
  std::optional<std::string> written_next = {};
  std::optional<std::string> counterpart = {};
  std::optional<std::int64_t> outward_number = {};
};
BOOST_DESCRIBE_STRUCT(FollowUpBeside, (), (written_at, written_next, counterpart, outward_number))

void insert(Context const& ctx, FollowUpView const& follow_up, FollowUpBeside const& beside) {
  ctx.db.enqueue(sql::insert_follow_up, db::Parameters::of(follow_up).and_("org", ctx.actor.organization).merge(db::Parameters::of(beside)));
}

}  // namespace

void insert(Context const& ctx, Commitment const& commitment, FollowUpView const& follow_up) {
  FollowUpBeside beside;
  if (auto key = counterpart_key(commitment, follow_up.direction); !key.empty()) beside.counterpart = std::move(key);
  if (follow_up.direction == Direction::outward) beside.outward_number = commitment.outward_count + 1;
  insert(ctx, follow_up, beside);
}

void insert_imported(Context const& ctx, FollowUpView const& follow_up, std::string const& written_at, std::string const& written_next) {
  insert(ctx, follow_up, FollowUpBeside{.written_at = written_at, .written_next = written_next});
}

void touch(Context const& ctx, Commitment const& commitment, FollowUpView const& follow_up, Newest newest) {
  // The row is locked (or there is one writer), so the version holds; enqueued to travel with the commit.
  ctx.db.enqueue(sql::touch_commitment, {{"org", ctx.actor.organization},
                                         {"id", commitment.id},
                                         {"version", commitment.version},
                                         {"at", follow_up.at},
                                         {"follow_up_id", follow_up.id},
                                         {"newest", std::int64_t{newest == Newest::yes}},
                                         {"outward", std::int64_t{follow_up.direction == Direction::outward}},
                                         {"outcome", follow_up.outcome},
                                         {"next_follow_up_at", commitment.next_follow_up_at}});
}

std::optional<FollowUpView> find_follow_up(db::Executor& db, OrganizationId organization, FollowUpId id) {
  return db.one<FollowUpView>(sql::find_follow_up, {{"org", organization}, {"id", id}});
}

std::string const& PeopleTexts::of(EmployeeId id) {
  auto known = known_.find(id);
  if (known == known_.end()) known = known_.emplace(id, org::search_text_of(ctx_, id)).first;
  return known->second;
}

namespace {

std::string searchable(Commitment const& commitment, std::string_view more, PeopleTexts& people) {
  std::string text = commitment.number + " " + commitment.title + " " + people.of(commitment.owner_id);
  if (commitment.handler_id != commitment.owner_id) text += " " + people.of(commitment.handler_id);
  return text.append(" ").append(more);
}

}  // namespace

void put_into_search(Context const& ctx, Commitment const& commitment, std::string_view more) {
  PeopleTexts people(ctx);
  search::put(ctx, "commitment", commitment.id.uuid, searchable(commitment, more, people));
}

void put_first_into_search(Context const& ctx, Commitment const& commitment, std::string_view more, PeopleTexts& people) {
  search::put_first(ctx, "commitment", commitment.id.uuid, searchable(commitment, more, people));
}

}  // namespace store
}  // namespace zx::followup
