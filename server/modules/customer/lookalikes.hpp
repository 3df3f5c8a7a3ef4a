#pragma once
// Which customers look like one another: the same phone, or names that are nearly the same. Private to customer.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "modules/customer/customers.hpp"

namespace zx::customer {

/// Those like a name or one of the phones, best first; the actor need not see them.
struct Lookalike {
  CustomerId id;
  std::string number;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Lookalike, (), (id, number, name))

std::vector<Lookalike> lookalikes_of(ReadContext const& ctx, std::string_view name, std::vector<std::string> const& phones);

/// Refuses a customer that looks like others: customer.looks_like names those the actor sees and counts the others.
Result<void> refuse_lookalikes(ReadContext const& ctx, std::vector<Lookalike> const& others);

/// Many names at once, for imports: comparing each with each would take minutes. Only names that share one of the rarest pairs
/// can be alike enough; the others are never looked at.
class NameIndex {
 public:
  void add(std::string key);
  /// Positions, in order of adding, of the names alike to the key.
  std::vector<std::size_t> alike_to(std::string const& key) const;

 private:
  std::vector<std::string> keys_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> names_with_;
};

}  // namespace zx::customer
