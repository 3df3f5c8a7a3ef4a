// What work does on others' events.

#include "modules/work/reactions.hpp"

#include "modules/work/store.hpp"

namespace zx::work {
namespace {

/// Whether a later follow-up has reported progress already: an event that failed at first, or a touch written offline, comes after later ones.
bool is_outdated(Context const& ctx, followup::FollowUpRecorded const& event) {
  auto const last = store::last_progress_report(ctx, event.commitment);
  return last && last->id != event.follow_up;
}

/// A follow-up that reports progress moves the item's progress, and an accepted item under way.
Result<void> track_progress(Context& ctx, followup::FollowUpRecorded const& event) {
  if (event.subject_type != "work_item" || !event.progress) return {};
  auto item = TRY(store::find_visible(ctx, WorkItemId{event.commitment.uuid}, permissions::read));
  if (rules::is_closed(item.row.state) || item.row.progress == *event.progress || is_outdated(ctx, event)) return {};
  std::vector<timeline::Change> changes{{"progress", std::to_string(item.row.progress), std::to_string(*event.progress)}};
  item.row.progress = *event.progress;
  if (item.row.state == State::accepted && *event.progress > 0) {
    item.row.state = State::in_progress;
    changes.push_back({"state", "accepted", "in_progress"});
  }
  store::update(ctx, item.row);
  if (item.row.state == State::in_progress) store::mark_begun(ctx, item.row.id);
  followup::change(ctx, item.commitment, {.stage = std::string(enum_text(item.row.state))});
  store::tell(ctx, item.row.id, "work_item.progressed", std::move(changes));
  return {};
}

}  // namespace

std::vector<events::Reaction> reactions() { return {events::on<followup::FollowUpRecorded>("work.track_progress", &track_progress)}; }

}  // namespace zx::work
