#pragma once
// Load and save. Private to followup.

#include <map>

#include "modules/followup/followup.hpp"

namespace zx::followup::store {

/// What the actor sees, as `visible_within` but for statements that have few rows to look at: looked at one by one.
db::Statement const& seen_within(Scope reach);

enum class Lock { none, for_update };
std::optional<Commitment> find(db::Executor& db, Actor const& actor, CommitmentId id, Scope reach, Lock lock);
void insert(Context const& ctx, Commitment const& commitment, std::optional<FollowUpId> last_follow_up);
/// Saves `after`, which must carry the version it was loaded with; throws when somebody else saved in between, which
/// a locked row excludes.
void update(Context const& ctx, Commitment const& after);
/// The next touch of `commitment`.
void insert(Context const& ctx, Commitment const& commitment, FollowUpView const& follow_up);
/// One of an imported sheet, as its cells were written.
void insert_imported(Context const& ctx, FollowUpView const& follow_up, std::string const& written_at, std::string const& written_next);
enum class Newest { no, yes };
/// Counts it; the newest one is where `commitment`, which has its next time already, stands from now on.
void touch(Context const& ctx, Commitment const& commitment, FollowUpView const& follow_up, Newest newest);
std::optional<FollowUpView> find_follow_up(db::Executor& db, OrganizationId organization, FollowUpId id);

/// What people are found by; each is looked up once.
class PeopleTexts {
 public:
  explicit PeopleTexts(Context const& ctx) : ctx_(ctx) {}
  std::string const& of(EmployeeId id);

 private:
  Context const& ctx_;
  std::map<EmployeeId, std::string> known_;
};

/// Everything a commitment is found by, put into the search.
void put_into_search(Context const& ctx, Commitment const& commitment, std::string_view more);
/// The same for a commitment made in this transaction.
void put_first_into_search(Context const& ctx, Commitment const& commitment, std::string_view more, PeopleTexts& people);

}  // namespace zx::followup::store
