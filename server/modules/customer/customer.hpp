#pragma once
// customer — customers 客户 and products 产品: whom the organization works for and what it offers them.
//
// Visits, opportunities and surveys will grow here. goal uses both as coordinates of targets. What only this module, the
// command line and the demo company need stands in headers of its own: customers.hpp, contacts.hpp, products.hpp, sheet.hpp.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/org/org.hpp"
#include "platform/base/described.hpp"
#include "platform/base/patch.hpp"
#include "platform/context.hpp"
#include "platform/module.hpp"

namespace zx::customer {

Module module();

using CustomerId = Id<struct CustomerTag>;
using ProductId = Id<struct ProductTag>;

namespace permissions {
inline constexpr Permission read{"customer.read"};          ///< see customers within the scope; products are everybody's
inline constexpr Permission manage{"customer.manage"};      ///< add, change, hand over, import customers within the scope
inline constexpr Permission products{"customer.products"};  ///< add and change products
}  // namespace permissions

/// How much a customer matters: A, B and C on the pages.
enum class Tier { strategic, key, ordinary };
BOOST_DESCRIBE_ENUM(Tier, strategic, key, ordinary)

/// Enough of a customer to show where something refers to it.
struct CustomerBrief {
  CustomerId id;
  std::string number;  ///< "C-000123"
  std::string name;
  Tier tier = Tier::ordinary;
};
BOOST_DESCRIBE_STRUCT(CustomerBrief, (), (id, number, name, tier))

/// What the organization offers. Everybody sees all products; a closed one keeps its past and gets nothing new.
struct ProductView {
  ProductId id;
  std::string code;
  std::string name;
  std::string unit;  ///< "元/平方米"; may be empty
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ProductView, (), (id, code, name, unit, closed_at, version))

/// All products in order of code, closed ones too.
std::vector<ProductView> products(ReadContext const& ctx);
/// Code → product, of those of the codes that exist, closed ones too.
std::map<std::string, ProductView> find_products_by_code(ReadContext const& ctx, std::vector<std::string> const& codes);

/// In the order of `ids`, without those that do not exist. Not narrowed to what the actor sees: ask only for customers that
/// stand in something the actor may read, where hiding the name would make it unreadable.
std::vector<CustomerBrief> customers_named(ReadContext const& ctx, std::vector<CustomerId> const& ids);
/// For imports: number → customer, of those of the numbers that exist and that the actor sees (customer.read). One query for all.
std::map<std::string, CustomerBrief> find_by_number(ReadContext const& ctx, std::vector<std::string> const& numbers);
/// The customer somebody chose. Refuses at `field`, when there is none or the actor does not see it: customer.unknown.
Result<CustomerBrief> visible_customer(ReadContext const& ctx, CustomerId id, std::string_view field);

}  // namespace zx::customer
