#pragma once
// Acceptance of the result, point by point, and what was learned: check and act of plan–do–check–act.

#include <optional>
#include <string>
#include <vector>

#include "modules/work/events.hpp"
#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/context.hpp"

namespace zx::work {

/// Whether one point of the brief's standard was met.
struct JudgementForm {
  std::int64_t point = 0;  ///< from 1, in the order of the standard
  bool passed = false;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(JudgementForm, (), (point, passed, note))

struct JudgementView {
  std::int64_t point = 0;
  std::string text;  ///< the point as it read when it was judged
  bool passed = false;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(JudgementView, (), (point, text, passed, note))

enum class Verdict { accepted, returned };
BOOST_DESCRIBE_ENUM(Verdict, accepted, returned)

/// One result offered for acceptance and what came of it.
struct RoundView {
  std::int64_t round = 1;
  std::string result;
  std::string submitted_by_name;
  Instant submitted_at;
  std::optional<Verdict> verdict;  ///< absent while it waits
  std::optional<std::string> note;
  std::optional<std::string> judged_by_name;
  std::optional<Instant> judged_at;
  std::vector<JudgementView> judgements;
};
BOOST_DESCRIBE_STRUCT(RoundView, (), (round, result, submitted_by_name, submitted_at, verdict, note, judged_by_name, judged_at, judgements))

struct LessonForm {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(LessonForm, (), (text))

struct LessonView {
  Uuid id;
  EmployeeId by_id;
  std::string by_name;
  Instant at;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(LessonView, (), (id, by_id, by_name, at, text))

/// Another item, as a link.
struct ItemLink {
  WorkItemId id;
  std::string number;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ItemLink, (), (id, number, title))

/// What was learned from a done item; whoever sees it may say.
Result<LessonView> add_lesson(Context& ctx, WorkItemId id, LessonForm const& form);

}  // namespace zx::work
