#pragma once
// Which rows of a sheet are there already. Private to work.

#include <map>
#include <set>
#include <unordered_map>

#include "modules/work/sheet_reading.hpp"
#include "platform/context.hpp"

namespace zx::work::sheet {

/// A row in a file: the n-th with its title and days.
struct Occurrence {
  std::string key;
  std::int64_t number = 1;
};

/// Numbers the rows of one file that are equal in title, start and due day. Things of one name are normal (周例会), so two such
/// rows are two items; importing the file again finds both.
class Occurrences {
 public:
  explicit Occurrences(calendar::Zone zone) : zone_(zone) {}
  Occurrence next(SheetRow const& row);

 private:
  calendar::Zone zone_;
  std::unordered_map<Uuid, std::int32_t> seen_;  ///< by the first half of the key's digest: a long sheet has many keys
};

using KnownCounts = std::map<std::string, std::int64_t>;

/// How many items the organization has by the keys of these titles.
KnownCounts known_counts(ReadContext const& ctx, std::set<std::string> const& titles, calendar::Zone zone);

inline bool is_known(KnownCounts const& counts, Occurrence const& occurrence) {
  auto found = counts.find(occurrence.key);
  return found != counts.end() && found->second >= occurrence.number;
}

}  // namespace zx::work::sheet
