#pragma once
// Briefs in the database, and what keeps an item a draft. Private to work.

#include "modules/work/brief_rules.hpp"
#include "modules/work/kind_rules.hpp"
#include "modules/work/store.hpp"

namespace zx::work::briefs {

/// The answers that stand nowhere else.
struct Brief {
  std::optional<std::string> why;
  std::optional<std::string> how;
  std::optional<std::string> consequence;
  std::vector<std::string> standard;
  bool operator==(Brief const&) const = default;
};

Brief of(ReadContext const& ctx, WorkItemId id);
void save(Context const& ctx, WorkItemId id, Brief const& brief);
Brief from(BriefForm const& form);
/// The brief after the patch; what differs goes into `changes`.
Brief patched(Brief brief, BriefPatch const& patch, std::vector<timeline::Change>& changes);

rules::Answers answers(Brief const& brief, std::string_view title, std::optional<Instant> due_at);
BriefView view(Brief const& brief, KindView const& kind, followup::Commitment const& commitment);

/// Before an item leaves draft: refuses work.brief_incomplete and required fields of the kind that have no value, each with
/// its field.
Result<void> may_leave_draft(KindView const& kind, rules::Answers const& answers, rules::CustomValues const& custom);
Result<void> may_leave_draft(ReadContext const& ctx, store::Item const& item);

/// What a patch says of the brief and of the kind's own fields: the brief is saved, the fields are set on the row. An item
/// that is no draft any more loses none of the answers its kind requires; what an imported one never had it may still lack.
Result<void> change(Context const& ctx, store::Item& item, WorkItemPatch const& patch, std::vector<timeline::Change>& changes);

}  // namespace zx::work::briefs
