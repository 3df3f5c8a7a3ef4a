#pragma once
// What outsiders may see and say: values in, result out. Private to work.

#include "modules/work/public_form.hpp"
#include "modules/work/requester.hpp"
#include "modules/work/work.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::work::rules {

constexpr Milliseconds objections_last = std::chrono::hours(24 * 7);  ///< after closing
constexpr Milliseconds rating_changeable = std::chrono::hours(24);
constexpr Milliseconds link_outlives_item = std::chrono::hours(24 * 180);  ///< after closing
constexpr std::int64_t fewest_ratings_shown = 5;
constexpr std::int64_t most_requester_messages = 50;
constexpr std::size_t most_links = 20;

/// The steps of an item's history as outsiders see them, oldest first, without repetitions. `entries` newest first.
std::vector<PublicStep> public_steps(std::vector<timeline::EntryView> const& entries);
PublicStage public_stage(State state, bool was_arranged);

/// Whether the link still shows anything.
bool is_shown(std::optional<Instant> closed_at, Instant now);
Result<void> may_object(std::optional<Instant> closed_at, Instant now);
/// `completed_at` of a done item. A rating is of one completion: after a reopening the next one may be rated anew.
Result<void> may_rate(State state, std::optional<Instant> completed_at, std::optional<RatingView> const& given, Instant now);
/// When the given rating cannot be changed any more.
Instant rating_final_at(RatingView const& given);

/// Every wrong field of what somebody typed on the form.
std::vector<FieldError> wrong_fields(PublicRequestForm const& form, std::vector<PublicKind> const& offered);
/// What a request is called until somebody names it better: its first line, cut.
std::string title_of(std::string_view description);

}  // namespace zx::work::rules
