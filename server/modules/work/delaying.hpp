#pragma once
// Delay reports in the database, and what the other verbs do about them. Private to work.

#include "modules/work/delay_rules.hpp"
#include "modules/work/store.hpp"

namespace zx::work::delays {

/// A report with what stands around it.
struct Row {
  DelayReportId id;
  WorkItemId work_item_id;
  std::string work_item_number;
  std::string work_item_title;
  std::optional<DepartmentId> department_id;
  std::optional<std::string> department_name;
  EmployeeId by_id;
  std::string by_name;
  Instant at;
  DelayCause cause = DelayCause::people;
  std::string whys;  ///< JSON array of texts
  std::string corrective_action;
  Instant due_before;
  Instant new_due_at;
  std::int64_t delay_days = 0;
  DelayState state = DelayState::waiting;
  std::optional<EmployeeId> approver_id;
  std::optional<std::string> approver_name;
  std::optional<std::string> decided_by_name;
  std::optional<Instant> decided_at;
  std::optional<std::string> decision_note;
  EmployeeId owner_id;  ///< of the item, now
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, work_item_id, work_item_number, work_item_title, department_id, department_name, by_id, by_name, at, cause, whys, corrective_action,
                       due_before, new_due_at, delay_days, state, approver_id, approver_name, decided_by_name, decided_at, decision_note, owner_id))

/// Who decides what today.
class Deciding {
 public:
  explicit Deciding(ReadContext const& ctx);

  /// Whom a report by `by` about an item of `owner` waits for; nobody where nobody stands above.
  std::optional<EmployeeId> approver(EmployeeId owner, EmployeeId by) const;
  bool may_decide(Row const& row) const;
  EmployeeId present_for(EmployeeId person) const { return rules::present_for(person, deputies_); }
  /// The actor, and those they stand in for.
  std::vector<EmployeeId> persons() const;

 private:
  ReadContext ctx_;
  std::shared_ptr<org::Chart const> chart_;
  std::map<EmployeeId, EmployeeId> deputies_;
  Date today_;
};

std::optional<Row> find(ReadContext const& ctx, DelayReportId id);
DelayReportView view(ReadContext const& ctx, Row row, Deciding const& deciding);
/// Oldest first.
std::vector<DelayReportView> of(ReadContext const& ctx, WorkItemId id);

/// Narrows to what waits for the actor, over reports aliased `r` and commitments aliased `c`.
void add_waiting_for_me(db::Composed& statement, db::Parameters& parameters, ReadContext const& ctx);

/// The item is closed: what waited is of no use any more.
void withdraw_moot(Context const& ctx, WorkItemId id);
/// The item has another owner: what waits is for theirs to decide.
void redirect(Context const& ctx, store::Item const& item);

}  // namespace zx::work::delays
