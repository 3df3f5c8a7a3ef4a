#pragma once
// Before accepting: asking the giver, or proposing another date. The handoff's limit goes on meanwhile.

#include <optional>
#include <string>
#include <vector>

#include "modules/work/events.hpp"
#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/context.hpp"

namespace zx::work {

using QuestionId = Id<struct QuestionTag>;
using DateProposalId = Id<struct DateProposalTag>;

struct QuestionForm {
  std::string question;
};
BOOST_DESCRIBE_STRUCT(QuestionForm, (), (question))

struct QuestionAnswerForm {
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(QuestionAnswerForm, (), (answer))

struct QuestionView {
  QuestionId id;
  HandoffId handoff_id;
  WorkItemId work_item_id;
  EmployeeId asked_by;
  std::string asked_by_name;
  Instant at;
  std::string question;
  std::optional<std::string> answer;
  std::optional<std::string> answered_by_name;
  std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (id, handoff_id, work_item_id, asked_by, asked_by_name, at, question, answer, answered_by_name, answered_at))

struct DateProposalForm {
  Instant due_at;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DateProposalForm, (), (due_at, reason))

enum class ProposalAnswer { accepted, declined, withdrawn };
BOOST_DESCRIBE_ENUM(ProposalAnswer, accepted, declined, withdrawn)

struct ProposalAnswerForm {
  ProposalAnswer answer = ProposalAnswer::accepted;  ///< withdrawn: only by who proposed
  std::optional<std::string> reason;                 ///< needed to decline
};
BOOST_DESCRIBE_STRUCT(ProposalAnswerForm, (), (answer, reason))

struct DateProposalView {
  DateProposalId id;
  WorkItemId work_item_id;
  EmployeeId by_id;
  std::string by_name;
  Instant at;
  std::optional<Instant> due_before;
  Instant due_at;
  std::string reason;
  std::optional<ProposalAnswer> answer;  ///< absent while it waits
  std::optional<std::string> answer_reason;
  std::optional<std::string> answered_by_name;
  std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(DateProposalView, (),
                      (id, work_item_id, by_id, by_name, at, due_before, due_at, reason, answer, answer_reason, answered_by_name, answered_at))

/// Only the receiver of a pending handoff asks; its giver and the owner are told.
Result<QuestionView> ask(Context& ctx, HandoffId id, QuestionForm const& form);
/// The giver or the owner, once.
Result<QuestionView> answer(Context& ctx, QuestionId id, QuestionAnswerForm const& form);
/// Of an item, oldest first.
Result<std::vector<QuestionView>> questions(ReadContext const& ctx, HandoffId id);

/// The handler, or the receiver of a pending handoff. One open proposal at a time; what is overdue already is not re-dated so.
Result<DateProposalView> propose_date(Context& ctx, WorkItemId id, DateProposalForm const& form);
/// The owner accepts or declines, who proposed withdraws. Accepting moves the due time, and the original one too while the
/// item was never accepted by anybody.
Result<DateProposalView> answer(Context& ctx, DateProposalId id, ProposalAnswerForm const& form);

}  // namespace zx::work
