#pragma once
// What the organization offers. Products are few and everybody's; only those with customer.products change them.

#include "modules/customer/customer.hpp"

namespace zx::customer {

struct NewProductForm {
  std::string code;
  std::string name;
  std::optional<std::string> unit;
};
BOOST_DESCRIBE_STRUCT(NewProductForm, (), (code, name, unit))

struct ProductPatch {
  std::optional<std::string> code;
  std::optional<std::string> name;
  Patch<std::string> unit;
  std::optional<bool> closed;  ///< false opens it again
};
BOOST_DESCRIBE_STRUCT(ProductPatch, (), (code, name, unit, closed))

/// Refuses customer.product_code_taken.
Result<ProductView> add_product(Context& ctx, NewProductForm const& form);
Result<ProductView> change_product(Context& ctx, ProductId id, std::int64_t version, ProductPatch const& patch);

}  // namespace zx::customer
