#pragma once
// The list as a file: its rows in its order, with the columns somebody chose. Private to work.

#include "modules/work/sheet.hpp"

namespace zx::work::sheet {

/// As the page calls its columns; the headings are the texts `field.<column>`.
enum class ListColumn {
  title,
  state,
  owner,
  handler,
  due_at,
  next_follow_up_at,
  last_finding,
  number,
  kind,
  requester,
  department,
  progress,
  touch_count,
  start_at,
  created_at
};
BOOST_DESCRIBE_ENUM(ListColumn, title, state, owner, handler, due_at, next_follow_up_at, last_finding, number, kind, requester, department, progress,
                    touch_count, start_at, created_at)

/// Everything the query finds, as csv (no byte order mark) or xlsx. Refuses what the list refuses, sheet.export_too_large,
/// sheet.columns_not_for_print.
Result<std::string> export_list(Services& services, Actor const& actor, ListQuery query, std::vector<ListColumn> const& columns, Format format);

}  // namespace zx::work::sheet
