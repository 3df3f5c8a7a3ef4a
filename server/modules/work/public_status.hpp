#pragma once
// The status page 进度查询: what somebody outside sees of an item by an unguessable link, and what they may say to it.
//
// Nothing of the item's title, notes, people, phone numbers or files leaves here: only its number, its kind, how far it is,
// and the messages written for the requester.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/work/events.hpp"
#include "platform/base/described.hpp"
#include "platform/base/time.hpp"
#include "platform/context.hpp"
#include "platform/http/rate_limit.hpp"

namespace zx::work {

/// How far an item is, in the words of whoever asked for it.
enum class PublicStage { received, arranged, in_progress, waiting, checking, done, ended };
BOOST_DESCRIBE_ENUM(PublicStage, received, arranged, in_progress, waiting, checking, done, ended)

struct PublicStep {
  PublicStage stage = PublicStage::received;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(PublicStep, (), (stage, at))

struct PublicMessage {
  bool from_requester = false;
  Instant at;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(PublicMessage, (), (from_requester, at, text))

struct PublicStatusView {
  std::string organization;
  std::string time_zone;
  std::string number;
  std::string kind_zh;
  std::string kind_en;
  PublicStage stage = PublicStage::received;
  Instant since;
  std::optional<Instant> next_step_at;     ///< when somebody looks at it next; absent when that time has passed
  std::optional<std::string> department;   ///< of whoever has it now
  std::optional<std::string> handler;      ///< only where the organization names its people
  std::vector<PublicStep> steps;           ///< oldest first
  std::vector<PublicMessage> messages;     ///< oldest first
  std::optional<std::int64_t> rating;      ///< 1 … 5
  std::optional<Instant> rating_final_at;  ///< a given rating may be changed until then
  bool may_rate = false;
  bool may_object = false;  ///< "still not solved"
};
BOOST_DESCRIBE_STRUCT(PublicStatusView, (),
                      (organization, time_zone, number, kind_zh, kind_en, stage, since, next_step_at, department, handler, steps, messages, rating,
                       rating_final_at, may_rate, may_object))

enum class RequesterAnswer { unsolved, thanks };
BOOST_DESCRIBE_ENUM(RequesterAnswer, unsolved, thanks)

struct RequesterAnswerForm {
  RequesterAnswer answer = RequesterAnswer::thanks;
  std::optional<std::int64_t> rating;  ///< 1 … 5; needed with thanks
  std::optional<std::string> words;    ///< needed with unsolved
};
BOOST_DESCRIBE_STRUCT(RequesterAnswerForm, (), (answer, rating, words))

/// What nobody knows by name may do how often.
struct PublicLimits {
  http::RateLimit looks;
  http::RateLimit answers;
  http::RateLimit requests;
};
PublicLimits& public_limits(Services& services);

/// Who asks from outside.
struct Outsider {
  std::string token;
  std::string address;
};

/// Refuses public.link_unknown for what was never a link, was revoked, or led to something closed half a year ago: nobody can
/// tell which. Refuses request.too_many.
Result<PublicStatusView> public_status(Services& services, Outsider const& outsider);

/// "Still not solved" writes the words down, tells the owner and, while the item is open, brings its next look forward; closed
/// items take it for seven days and stay closed: whether to reopen is the owner's decision. "Thank you" with a rating when it is
/// done, once; it may be changed for a day. Refuses public.words_required, public.too_late, public.too_many_words,
/// public.not_done, public.rating_required, public.rating_final.
Result<PublicStatusView> answer_status(Services& services, Outsider const& outsider, RequesterAnswerForm const& form);

/// The same for whoever has been let in: `ctx.actor` is the system under the requester's name.
Result<void> answer_as_requester(Context& ctx, WorkItemId id, RequesterAnswerForm const& form);

}  // namespace zx::work
