#pragma once
// Good rows of a sheet become work items. Private to work.

#include "modules/work/sheet_known.hpp"
#include "modules/work/sheet_people.hpp"

namespace zx::work::sheet {

struct NewItem {
  SheetRow row;
  Assignment assignment;
  Occurrence occurrence;
};

struct Written {
  std::int64_t items = 0;
  std::int64_t follow_ups = 0;
};

/// Writes what is not known yet; one transaction.
Written write_items(Context const& ctx, std::vector<NewItem> const& items);

}  // namespace zx::work::sheet
