// The kinds a new organization begins with.

#include "modules/followup/followup.hpp"
#include "modules/work/kinds.hpp"

namespace zx::work {

Kinds const& shipped_kinds() {
  using enum Answer;
  static std::vector<Answer> const quick{who, what};
  static std::vector<Answer> const dated{who, when, what};
  static std::vector<Answer> const full{who, when, what, standard};
  // Working minutes: a working day has 450.
  static Kinds const shipped = {
      {.code = "task", .name_zh = "任务", .name_en = "Task", .follow_up_gap_minutes = 900, .handoff_limit_minutes = 120, .required = quick, .fields = {}},
      {.code = "work_order",
       .name_zh = "工单",
       .name_en = "Work order",
       .follow_up_gap_minutes = 240,
       .handoff_limit_minutes = 120,
       .required = dated,
       .fields = {}},
      {.code = "complaint",
       .name_zh = "投诉",
       .name_en = "Complaint",
       .follow_up_gap_minutes = 120,
       .handoff_limit_minutes = 60,
       .required = full,
       .fields = {},
       .minimum_touches = followup::default_minimum_touches},
      {.code = "resolution",
       .name_zh = "会议决议",
       .name_en = "Resolution",
       .follow_up_gap_minutes = 1350,
       .handoff_limit_minutes = 240,
       .required = full,
       .fields = {}},
      {.code = "procurement",
       .name_zh = "采购",
       .name_en = "Procurement",
       .follow_up_gap_minutes = 900,
       .handoff_limit_minutes = 240,
       .required = full,
       .fields = {}},
      {.code = "proposal",
       .name_zh = "方案",
       .name_en = "Proposal",
       .follow_up_gap_minutes = 1350,
       .handoff_limit_minutes = 240,
       .required = full,
       .fields = {},
       .minimum_touches = followup::default_minimum_touches},
      {.code = "training_plan",
       .name_zh = "培训计划",
       .name_en = "Training plan",
       .follow_up_gap_minutes = 2250,
       .handoff_limit_minutes = 450,
       .required = full,
       .fields = {}},
      {.code = "appointment",
       .name_zh = "约见",
       .name_en = "Appointment",
       .follow_up_gap_minutes = 450,
       .handoff_limit_minutes = 120,
       .required = dated,
       .fields = {},
       .minimum_touches = followup::default_minimum_touches},
  };
  return shipped;
}

}  // namespace zx::work
