#pragma once
// 李明 is late, 陈总工 decides.

#include "modules/work/delay_rules.hpp"
#include "modules/work/work_fixture.hpp"

namespace zx::work {

class LateWorld : public WorkWorld {
 protected:
  using hours = std::chrono::hours;

  /// 李明's own, due on Saturday morning; it is Sunday now.
  WorkItemView late_item(NewWorkItemForm form = {}) {
    if (!form.due_at) form.due_at = in(hours(24));
    auto item = make(li, form);
    world().clock.advance(hours(48));
    return item;
  }
  DelayReportForm form(int days = 4, DelayCause cause = DelayCause::material) {
    return {.id = {}, .cause = cause, .whys = {"立管没货", "没有提前备料"}, .corrective_action = "另找一家，常用料备两套", .new_due_at = in(hours(24 * days))};
  }
  DelayReportView report(Actor const& who, WorkItemId id, int days = 4) {
    return world().write_as(who, [&](Context& ctx) { return report_delay(ctx, id, form(days)); });
  }
  std::string reporting(Actor const& who, WorkItemId id, DelayReportForm const& said) {
    return refused(who, [&](Context& ctx) { return report_delay(ctx, id, said); });
  }
  std::string approving(Actor const& who, DelayReportView const& report, std::string_view note = "") {
    return refused(who, [&](Context& ctx) { return approve_delay(ctx, report.work_item_id, report.id, note); });
  }
  std::string declining(Actor const& who, DelayReportView const& report, std::string_view reason = "不行") {
    return refused(who, [&](Context& ctx) { return decline_delay(ctx, report.work_item_id, report.id, reason); });
  }
  std::string withdrawing(Actor const& who, DelayReportView const& report) {
    return refused(who, [&](Context& ctx) { return withdraw_delay(ctx, report.work_item_id, report.id); });
  }
  std::string patching(Actor const& who, WorkItemId id, WorkItemPatch const& patch) {
    return refused(who, [&, version = look(id).version](Context& ctx) { return change(ctx, id, version, patch); });
  }
  std::vector<AwaitedView> awaited_by(Actor const& who) {
    return world().read_as(who, [](ReadContext const& ctx) { return waiting_for_me(ctx); });
  }
  std::vector<DelayReportView> reports_for(Actor const& who, DelayListQuery const& query = {}) {
    return world().read_as(who, [&](ReadContext const& ctx) { return delay_reports(ctx, query).value().items; });
  }
};

}  // namespace zx::work
