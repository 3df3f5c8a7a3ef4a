#pragma once
// The people of the demo company and how they act.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "modules/org/org.hpp"
#include "platform/context.hpp"

namespace zx::app::demo {

struct Person {
  std::string_view number;
  std::string_view name;        ///< no two share one: stories call people by name
  std::string_view department;  ///< empty: the company's own level
  std::string_view position;
  std::string_view role;
  std::string_view supervisor;  ///< a number that stands above in the list; empty: nobody
  std::string_view login = {};  ///< empty: no account
};

/// Supervisors before those they supervise; every role has somebody with an account.
std::span<Person const> staff();

/// The hashes of the passwords by login; whoever has none gets a one-time link nobody has seen.
using PasswordHashes = std::map<std::string, std::string, std::less<>>;

/// Adds all of staff. `placeholder`, the first employee of an organization nobody has set up yet, becomes the
/// administrator; without it the administrator is added like the others.
Result<void> hire(Context& ctx, PasswordHashes const& hashes, std::optional<EmployeeId> placeholder);

/// By their names.
using Actors = std::map<std::string, Actor, std::less<>>;

/// Somebody's last day is two weeks ahead, and it is laid down who takes over then.
Result<void> announce_a_leaving(Context const& now, Actors const& actors);

/// By name. Who has no account acts with the rights of the account of the same role.
Actors actors_of(Context const& ctx);

}  // namespace zx::app::demo
