#pragma once
// What waits for what: an item may begin after others under the same parent are done, perhaps some working time later.
//
// Whoever may edit an item or its parent may say what it waits for. An item is not begun before what it waits for is done or
// cancelled, whoever asks; progress reported in a follow-up is a fact and is taken. What has begun cannot be made to wait. Both
// ends stay when an item gets another parent.

#include <string>
#include <vector>

#include "modules/work/work.hpp"

namespace zx::work {

struct DependencyForm {
  WorkItemId after_id;                      ///< is done first; said again, only the lag changes
  std::optional<std::int64_t> lag_minutes;  ///< working minutes between its end and this one's beginning; default 0
};
BOOST_DESCRIBE_STRUCT(DependencyForm, (), (after_id, lag_minutes))

struct DependencyView {
  WorkItemId id;
  std::string number;
  std::string title;
  State state = State::draft;
  std::int64_t lag_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(DependencyView, (), (id, number, title, state, lag_minutes))

/// Of both sides those the actor sees, by number.
struct DependenciesView {
  std::vector<DependencyView> before;  ///< what the item waits for
  std::vector<DependencyView> after;   ///< what waits for the item
};
BOOST_DESCRIBE_STRUCT(DependenciesView, (), (before, after))

/// Refuses work.dependency_not_siblings unless both stand under one parent, and work.dependency_cycle with the loop's items in
/// argument `items`: number and title, the number alone of those the actor does not see; work.dependency_begun.
Result<DependenciesView> add_dependency(Context& ctx, WorkItemId id, DependencyForm const& form);
/// Not found work.dependency_unknown when the item does not wait for it.
Result<void> remove_dependency(Context& ctx, WorkItemId id, WorkItemId after);
Result<DependenciesView> dependencies_of(ReadContext const& ctx, WorkItemId id);

namespace dependencies {
/// Refuses work.waits_for while something the item waits for is neither done nor cancelled, naming it in argument `items`.
Result<void> may_start(ReadContext const& ctx, WorkItemId id);
}  // namespace dependencies

}  // namespace zx::work
