#pragma once
// The organization itself. Private to org.

#include "modules/org/org.hpp"

namespace zx::org {

struct OrganizationView {
  OrganizationId id;
  std::string name;
  std::string time_zone;
  std::string language;
  EmployeeId default_owner_id;
  std::string default_owner_name;
  bool small_organization = false;     ///< it said so: below five active users one person may hold two administration roles
  bool separation_due = false;         ///< somebody holds two, and it is not small any more
  bool second_factor_required = true;  ///< of the administrators, a week after they were asked
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(OrganizationView, (),
                      (id, name, time_zone, language, default_owner_id, default_owner_name, small_organization, separation_due, second_factor_required,
                       version))

struct OrganizationPatch {
  std::optional<std::string> name;
  std::optional<std::string> time_zone;
  std::optional<std::string> language;  ///< "zh" or "en"
  std::optional<EmployeeId> default_owner_id;
  std::optional<bool> small_organization;
  std::optional<bool> second_factor_required;
};
BOOST_DESCRIBE_STRUCT(OrganizationPatch, (), (name, time_zone, language, default_owner_id, small_organization, second_factor_required))

OrganizationView show_organization(ReadContext const& ctx);
/// Refuses org.time_zone_unknown, org.language_unknown, org.employee_unknown, org.employee_left, request.stale.
Result<void> change_organization(Context const& ctx, std::int64_t version, OrganizationPatch const& patch);

}  // namespace zx::org
