#pragma once
// What customer tells the others, after the fact.

#include <string>
#include <string_view>

#include "platform/access/actor.hpp"
#include "platform/base/described.hpp"
#include "platform/base/uuid.hpp"

namespace zx::customer {

/// Customers of one account manager went to another one, together.
struct CustomersHandedOver {
  static constexpr std::string_view event_name = "customer.handed_over";
  Uuid handover;  ///< never used again
  EmployeeId from;
  EmployeeId to;
  EmployeeId by;  ///< one of the two, or somebody above them
  std::int64_t count = 0;
  std::string names;  ///< the first of them, for people: "海纳商贸、华光大厦业委会"
  std::string note;
};
BOOST_DESCRIBE_STRUCT(CustomersHandedOver, (), (handover, from, to, by, count, names, note))

}  // namespace zx::customer
