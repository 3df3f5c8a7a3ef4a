#pragma once
// The demo company 演示物业: some thirty people of a property company that also runs the broadband, and what they did
// in the last half year, made by the real verbs so that histories, chains of custody and numbers are true.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/demo/staff.hpp"
#include "platform/services.hpp"

namespace zx::app::demo {

inline constexpr std::string_view company_name = "演示物业";

struct Loaded {
  std::int64_t people = 0;
  std::int64_t items = 0;
  std::int64_t follow_ups = 0;
};

/// Fills an organization that has no work items, in one transaction; outside of any other. `placeholder` as in `hire`;
/// with it the company also counts as one that separates its three administrators. Refuses command.demo.not_empty.
Result<Loaded> load(Services& services, OrganizationId organization, PasswordHashes const& hashes = {}, std::optional<EmployeeId> placeholder = {});

/// For the set-up page (Services::load_demo). The accounts have no passwords: whoever set the organization up hands
/// out new links on the accounts page.
Result<void> load_demo(Services& services, OrganizationId organization);

}  // namespace zx::app::demo
