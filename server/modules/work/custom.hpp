#pragma once
// The values of a kind's own fields on an item. Private to work.

#include "modules/work/kind_rules.hpp"
#include "modules/work/store.hpp"

namespace zx::work::custom {

rules::CustomValues values_of(store::ItemRow const& row);

/// Refuses people who are not there, at custom.<code>.
Result<void> check_people(ReadContext const& ctx, KindView const& kind, rules::CustomPatch const& patch);

/// The values after the patch, without those the kind has no field for; what differs goes into `changes`, under the field's
/// name in the actor's language, people by name.
rules::CustomValues patched(ReadContext const& ctx, KindView const& before, KindView const& after, rules::CustomValues values, rules::CustomPatch const& patch,
                            std::vector<timeline::Change>& changes);

/// The people named in the values.
std::vector<followup::PersonView> people_in(ReadContext const& ctx, KindView const& kind, rules::CustomValues const& values);

}  // namespace zx::work::custom
