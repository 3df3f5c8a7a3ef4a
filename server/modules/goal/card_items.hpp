#pragma once
// Writing a card's items. Private to goal.

#include "modules/goal/card_rules.hpp"
#include "modules/goal/card_store.hpp"

namespace zx::goal::items {

/// Everything the form refers to exists and may be linked; errors at `path` + the field.
Result<void> check_references(Context const& ctx, EmployeeId person, std::optional<GoalItemId> self, GoalItemForm const& form, std::string const& path);
/// The form's contents on a row; what came of the goal since stays.
store::ItemRow row_of(GoalItemForm const& form, store::ItemRow row);
void insert(Context const& ctx, store::CardRow const& card, GoalItemForm const& form, std::int64_t position);
/// Asks the departments that are new and takes back those that are gone.
void keep_supports(Context const& ctx, store::ItemRow const& item, std::vector<DepartmentId> const& departments);

/// Whether a goal of `person` may hang below the item: the actor sees it, or it is of somebody above the person.
bool may_link(ReadContext const& ctx, EmployeeId person, store::LinkedRow const& above);

}  // namespace zx::goal::items
