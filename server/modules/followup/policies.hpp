#pragma once
// Which ladder holds for what: the organization's own rows over the shipped ones.

#include <map>
#include <memory>
#include <string>

#include "modules/followup/ladder.hpp"
#include "platform/context.hpp"

namespace zx::followup {

inline constexpr std::string_view every_kind = "*";

class Policies {
 public:
  /// The kind's own, else that of every kind, else the shipped one.
  Ladder const& of(std::string_view kind, Topic topic) const;
  void add(std::string kind, Topic topic, Ladder ladder);

 private:
  std::map<std::pair<std::string, Topic>, Ladder, std::less<>> own_;
};

/// What is remembered of another process's change is older than the change for at most this long. Whatever is computed anew
/// after a change waits as long, the calendar's half minute included.
inline constexpr Milliseconds policies_fresh_for = std::chrono::seconds(10);
inline constexpr Milliseconds recount_waits = std::chrono::seconds(45);

/// From memory, ten seconds old at most: for what is written with every follow-up.
std::shared_ptr<Policies const> known_policies(ReadContext const& ctx);
/// As they stand in this transaction.
std::shared_ptr<Policies const> read_policies(ReadContext const& ctx);

struct PolicyView {
  std::string subject_kind;  ///< "*": every kind without a policy of its own
  Topic topic = Topic::follow_up;
  Ladder ladder;
  bool shipped = false;      ///< the organization has said nothing else
  std::int64_t version = 0;  ///< 0 of a shipped one
};
BOOST_DESCRIBE_STRUCT(PolicyView, (), (subject_kind, topic, ladder, shipped, version))

struct PolicyForm {
  std::string subject_kind;
  Topic topic = Topic::follow_up;
  std::optional<Ladder> ladder;  ///< absent: as shipped again
};
BOOST_DESCRIBE_STRUCT(PolicyForm, (), (subject_kind, topic, ladder))

/// Those of every kind, then the kinds' own.
std::vector<PolicyView> policies(ReadContext const& ctx);
/// Refuses followup.kind_invalid, what `check` refuses, request.stale. Holds for the rungs still to come, of what is open too.
Result<PolicyView> change_policy(Context const& ctx, std::int64_t version, PolicyForm const& form);

}  // namespace zx::followup
