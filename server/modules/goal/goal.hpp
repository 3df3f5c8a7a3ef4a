#pragma once
// goal — management by objectives: goal cards 目标卡 with the five elements, targets 指标任务 and their decomposition, action plans,
// check-ins, revisions, evaluation.
//
// This header is the module's table of words; what is large has a header of its own beside it.

#include "modules/org/org.hpp"
#include "platform/context.hpp"
#include "platform/module.hpp"

namespace zx::goal {

Module module();

using GoalCardId = Id<struct GoalCardTag>;
using GoalItemId = Id<struct GoalItemTag>;
using MeasureId = Id<struct MeasureTag>;
using SheetId = Id<struct TargetSheetTag>;

namespace permissions {
inline constexpr Permission read{"goal.read"};            ///< see goal cards and targets of the people in the scope
inline constexpr Permission write{"goal.write"};          ///< write cards of one's own and of the people in the scope
inline constexpr Permission supervise{"goal.supervise"};  ///< the supervisor's side: agree, acknowledge, approve, evaluate
inline constexpr Permission plan{"goal.plan"};            ///< make and split target sheets for the people in the scope
inline constexpr Permission measures{"goal.measures"};    ///< what targets count: add, rename and close measures
}  // namespace permissions

}  // namespace zx::goal
