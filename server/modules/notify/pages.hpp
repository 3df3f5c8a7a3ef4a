#pragma once
// Where a page of a list by time ended: "<milliseconds>.<id>", opaque to clients.

#include <optional>
#include <string>
#include <string_view>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"
#include "platform/base/uuid.hpp"

namespace zx::notify {

struct PageEnd {
  Instant at;
  Uuid id;
};
std::string text_of(PageEnd const& end);
/// Refuses request.cursor_invalid.
Result<PageEnd> page_end(std::string_view text);
/// 1–200, default 50. Refuses field.out_of_range.
Result<std::int64_t> limit_of(std::optional<std::int64_t> wanted);

}  // namespace zx::notify
