#include "modules/notify/occasions.hpp"

#include <algorithm>
#include <array>

#include "modules/followup/events.hpp"
#include "modules/work/events.hpp"

namespace zx::notify {

std::span<Occasion const> occasions() {
  using namespace event_words;
  static std::vector<Occasion> const all = {
      {"reminder.follow_up", Kind::reminder, {"time", "owner", "handler"}},
      {"reminder.due", Kind::reminder, {"timing", "time", "owner", "handler"}},
      {"reminder.handoff", Kind::reminder, {"time", "owner", "handler", "receiver"}},
      {handoff_unanswered, Kind::reminder, {"time", "owner", "handler", "receiver"}},
      {"escalation.follow_up", Kind::escalation, {"time", "owner", "handler"}},
      {"escalation.due", Kind::escalation, {"time", "owner", "handler"}},
      {"escalation.handoff", Kind::escalation, {"time", "owner", "handler", "receiver"}},
      {handoff_offered, Kind::handoff, {"from", "note"}},
      {handoff_accepted, Kind::handoff, {"to"}},
      {handoff_declined, Kind::handoff, {"to", "note"}},
      {"work.handoff_withdrawn", Kind::handoff, {"from", "note"}},
      {"work.submitted", Kind::attention, {"from", "note"}},
      {"work.returned", Kind::attention, {"from", "note"}},
      {"work.question", Kind::attention, {"from", "note"}},
      {"work.counter_date", Kind::attention, {"from", "note"}},
      {"work.answered", Kind::attention, {"from", "note"}},
      {"work.date_accepted", Kind::attention, {"from", "note"}},
      {"work.date_declined", Kind::attention, {"from", "note"}},
      {"work.delay_report", Kind::attention, {"from", "note"}},
      {"work.delay_approved", Kind::attention, {"from", "note"}},
      {"work.delay_refused", Kind::attention, {"from", "note"}},
      {"work.public_request", Kind::attention, {"note"}},
      {"work.requester_unsolved", Kind::attention, {"note"}},
      {"work.requester_rated", Kind::attention, {"note"}},
      {urging_letter, Kind::attention, {"from", "letter", "tone"}},
      {urging_letter_outside, Kind::attention, {"from", "letter", "tone"}},
      {requester_mail, Kind::attention, {"from", "to_name", "note", "status_link"}},
      {requester_link, Kind::attention, {"from", "to_name", "status_link"}},
      {"work.requester_message", Kind::change, {"from", "note"}},
      {"work.became_owner", Kind::attention, {"from", "note"}},
      {"work.no_longer_owner", Kind::change, {"from", "note"}},
      {"work.joined", Kind::change, {"from", "note"}},
      {"work.due_moved", Kind::change, {"from", "note"}},
      {"work.held", Kind::change, {"from", "note"}},
      {"work.reopened", Kind::attention, {"from", "note"}},
      {"followup.help_asked", Kind::attention, {"from", "note"}},
      {"followup.give_up_asked", Kind::attention, {"from", "note"}},
      {"followup.give_up_consented", Kind::attention, {"from", "note"}},
      {"followup.give_up_refused", Kind::attention, {"from", "note"}},
      {customers_received, Kind::attention, {"from", "customers", "count", "note"}},
      {customers_given, Kind::attention, {"from", "to", "customers", "count", "note"}},
      {responsibilities_received, Kind::attention, {"from", "what", "note"}},
      {"goal.proposed", Kind::attention, {"from", "note"}},
      {"goal.negotiating", Kind::attention, {"from", "note"}},
      {"goal.signed", Kind::attention, {"from", "note"}},
      {"goal.committed", Kind::attention, {"from", "note"}},
      {"goal.support", Kind::attention, {"from", "note"}},
      {"goal.support_answered", Kind::attention, {"from", "note"}},
      {"goal.check_in", Kind::attention, {"from", "note"}},
      {"goal.acknowledged", Kind::attention, {"from", "note"}},
      {"goal.revision", Kind::attention, {"from", "note"}},
      {"goal.revised", Kind::attention, {"from", "note"}},
      {"goal.action_done", Kind::attention, {"from", "note"}},
      {"goal.self_evaluated", Kind::attention, {"from", "note"}},
      {"goal.evaluated", Kind::attention, {"from", "note"}},
      {"goal.evaluation_agreed", Kind::attention, {"from", "note"}},
      {"goal.evaluation_questioned", Kind::attention, {"from", "note"}},
      {"goal.evaluation_replied", Kind::attention, {"from", "note"}},
      {"goal.review", Kind::attention, {"from", "note"}},
      {"goal.closed", Kind::attention, {"from", "note"}},
      {attention, Kind::attention, {"from", "note"}},
      {account_disabled, Kind::attention, {"account", "note"}},
      {mentioned, Kind::mention, {"from", "note"}},
      {commented, Kind::comment, {"from", "note"}},
      {closed, Kind::closure, {"from", "outcome"}},
      {morning, Kind::digest, {"follow_ups", "overdue", "handoffs", "approvals", "lines"}},
      {merged, Kind::digest, {"count", "lines"}},
  };
  return all;
}

Occasion const* find_occasion(std::string_view event) {
  auto found = std::ranges::find(occasions(), event, &Occasion::event);
  return found == occasions().end() ? nullptr : &*found;
}

bool is_to_outsider(std::string_view event) {
  return event == event_words::urging_letter_outside || event == event_words::requester_mail || event == event_words::requester_link;
}

bool is_letter(std::string_view event) { return event == event_words::urging_letter || is_to_outsider(event); }

std::vector<std::string> placeholders_of(Occasion const& occasion) {
  std::vector<std::string> all;
  if (occasion.kind != Kind::digest && occasion.event != event_words::account_disabled) all = {"title", "number"};
  all.insert(all.end(), occasion.placeholders.begin(), occasion.placeholders.end());
  all.insert(all.end(), {"reason", "recipient", "organization", "link"});
  return all;
}

std::span<std::string_view const> webhook_events() {
  static constexpr std::array all = {
      followup::FollowUpRecorded::event_name, followup::ReminderDue::event_name, work::HandoffOffered::event_name, work::HandoffAccepted::event_name,
      work::HandoffDeclined::event_name,      work::AttentionAsked::event_name,  work::Commented::event_name,      work::WorkItemClosed::event_name};
  return all;
}

}  // namespace zx::notify
