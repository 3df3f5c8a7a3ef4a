#pragma once
// Writes of the machinery itself, which no rule refuses.

#include <stdexcept>
#include <utility>

#include "platform/db/database.hpp"
#include "platform/services.hpp"

namespace zx::jobs {

/// `work(Transaction&)` in a transaction of its own; what it returns. A refusal would be a bug and throws.
template <class F>
auto keep_books(Services& services, F&& work) {
  using R = std::invoke_result_t<F&, db::Transaction&>;
  auto written = services.database.write([&](db::Transaction& tx) -> Result<R> {
    if constexpr (std::is_void_v<R>) {
      work(tx);
      return {};
    } else {
      return work(tx);
    }
  });
  if (!written) throw std::logic_error("bookkeeping was refused: " + written.refusal().code);
  return std::move(written).value();
}

}  // namespace zx::jobs
