#pragma once
// What people have in hand, as each module says it: org asks when somebody leaves. Others include it by events.hpp.

#include <string>
#include <string_view>
#include <vector>

#include "modules/org/org.hpp"

namespace zx::org {

/// Enough of a thing to recognize it.
struct HeldView {
  Uuid id;
  std::string number;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(HeldView, (), (id, number, name))

/// One sort of thing people have in hand. Whoever manages people hands it over, whatever they may do with such things otherwise.
struct Holding {
  std::string_view code;  ///< "work_owned"; its text is "holding.work_owned"
  std::vector<HeldView> (*held)(ReadContext const& ctx, EmployeeId person);
  /// All of them or a refusal at the field "to_id".
  Result<void> (*hand_over)(Context& ctx, EmployeeId from, EmployeeBrief const& to, std::vector<HeldView> const& things, std::string_view note);
  /// Where it may come to an end instead of going to somebody else; absent: it may not.
  Result<void> (*end)(Context& ctx, EmployeeId from, std::vector<HeldView> const& things, std::string_view note) = nullptr;
};

/// As whoever acts, but seeing everything: what is handed over need not be in the reach of who manages people.
Actor everywhere(Actor const& actor);

}  // namespace zx::org
