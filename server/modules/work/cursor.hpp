#pragma once
// Where a page of the list ended.

#include <optional>
#include <string>
#include <string_view>

#include "modules/work/work.hpp"

namespace zx::work {

struct Cursor {
  Order order = Order::due;
  std::int64_t time = 0;
  std::int64_t importance = 2;
  WorkItemId id;
};

/// "due.1763600000000.2.0192…": opaque to clients, safe in a URL.
std::string text_of(Cursor const& cursor);
std::optional<Cursor> cursor_from(std::string_view text);

}  // namespace zx::work
