#pragma once
// The law of delays: values in, Result out.

#include <map>

#include "modules/followup/followup.hpp"
#include "modules/work/delays.hpp"

namespace zx::work::rules {

/// Whether the due time may simply become `due_at`: not that of an open item that is overdue, neither later nor earlier nor
/// none. Refuses work.delay_report_required, naming the item. Whatever moves a due time asks here first.
Result<void> may_redate(followup::Commitment const& commitment, std::optional<Instant> due_at, Instant now);

std::vector<FieldError> wrong_fields(DelayReportForm const& form, Instant now);

/// Who decides about a report made by `by`, nearest first: the owner's reporting line without whoever reported, unless nobody
/// else is in it.
std::vector<EmployeeId> deciders(std::vector<EmployeeId> line, EmployeeId by);

/// Who is there today for `person`: themselves, or their deputy, or the deputy's. Where everybody stands in for one another, the last one.
EmployeeId present_for(EmployeeId person, std::map<EmployeeId, EmployeeId> const& deputies);

/// Rounded half up; of nothing: nothing.
std::int64_t percent(std::int64_t part, std::int64_t whole);

/// Sorted by count, then days, with shares. The cumulative ones follow from the counts, so that rounding does not add up.
void complete_pareto(std::vector<DelayLine>& lines);

/// The whys and what is done about it, as one note of the history.
std::string note_of(DelayReportForm const& form);

}  // namespace zx::work::rules
