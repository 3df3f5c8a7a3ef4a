#pragma once
// Who stands in for whom. Private to org, but for `deputies_on` (org.hpp).

#include "modules/org/org.hpp"
#include "platform/base/time.hpp"

namespace zx::org {

using DeputyId = Id<struct DeputyTag>;

struct DeputyView {
  DeputyId id;
  EmployeeId employee_id;  ///< who is away
  std::string employee_name;
  EmployeeId deputy_id;  ///< who is told instead
  std::string deputy_name;
  Date from_date;
  Date to_date;  ///< the last day
};
BOOST_DESCRIBE_STRUCT(DeputyView, (), (id, employee_id, employee_name, deputy_id, deputy_name, from_date, to_date))

struct DeputyForm {
  std::optional<EmployeeId> employee_id;  ///< default: oneself; somebody else needs people.manage
  EmployeeId deputy_id;
  Date from_date;
  Date to_date;
};
BOOST_DESCRIBE_STRUCT(DeputyForm, (), (employee_id, deputy_id, from_date, to_date))

struct DeputiesQuery {
  std::optional<bool> all;  ///< everybody's; needs people.manage
};
BOOST_DESCRIBE_STRUCT(DeputiesQuery, (), (all))

/// Present and coming ones, in order of their beginning: one's own, away or standing in, or everybody's.
Result<std::vector<DeputyView>> deputies(ReadContext const& ctx, DeputiesQuery const& query);
/// Refuses org.deputy_not_yours, org.deputy_oneself, org.deputy_ends_before_it_begins, org.deputy_over, org.deputy_too_long,
/// org.deputy_overlaps, org.employee_unknown, org.employee_left.
Result<DeputyView> name_deputy(Context const& ctx, DeputyForm const& form);
/// Refuses org.deputy_not_found, also for somebody else's without people.manage.
Result<void> dismiss_deputy(Context const& ctx, DeputyId id);

}  // namespace zx::org
