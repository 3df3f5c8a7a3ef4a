#pragma once
// Whom a new row of a sheet may be mistaken for: customers that are there, and rows before it in the file. Private to customer.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "modules/customer/customer.hpp"
#include "modules/customer/lookalikes.hpp"

namespace zx::customer::sheet {

class Others {
 public:
  struct Other {
    std::optional<CustomerId> id;
    std::int64_t row = 0;  ///< of the file, when it is no customer yet
  };

  explicit Others(ReadContext const& ctx);

  /// A row that will become a customer.
  void add(std::int64_t row, std::string const& key, std::optional<std::string> const& phone);
  std::optional<Other> called(std::string const& key) const;
  std::vector<Other> like(std::string const& key, std::optional<std::string> const& phone) const;

 private:
  void add_name(Other other, std::string key);

  std::vector<Other> all_;
  NameIndex names_;
  std::map<std::string, std::size_t> called_;
  std::multimap<std::string, std::size_t> with_phone_;
};

/// The names that are there now, as they are compared.
std::set<std::string> keys_now(ReadContext const& ctx);

}  // namespace zx::customer::sheet
