// What notify makes of others' events.

#include "modules/notify/reactions.hpp"

#include <algorithm>

#include "modules/customer/events.hpp"
#include "modules/followup/followup.hpp"
#include "modules/goal/events.hpp"
#include "modules/notify/occasions.hpp"
#include "modules/notify/sql.hpp"
#include "modules/notify/telling.hpp"
#include "modules/notify/wording.hpp"
#include "modules/org/events.hpp"
#include "modules/work/work.hpp"

namespace zx::notify {
namespace {

std::string name_of(ReadContext const& ctx, EmployeeId id) {
  auto found = org::find_employee(ctx, id);
  return found ? found->name : std::string();
}

/// The first lines of what somebody wrote are enough.
std::string excerpt(std::string_view text) { return one_line(text, 300); }

std::optional<followup::Commitment> commitment_of(Context const& ctx, Uuid subject) {
  ReadContext const reading = ctx;
  auto found = followup::find_visible(reading, followup::CommitmentId{subject}, followup::permissions::read);
  if (!found) return std::nullopt;
  return std::move(*found);
}

News about_item(std::string_view event, std::string occurrence, work::WorkItemId item, std::string number, std::string title) {
  return {.event = std::string(event),
          .occurrence = std::move(occurrence),
          .subject_type = "work_item",
          .subject_id = item.uuid,
          .number = std::move(number),
          .title = std::move(title)};
}

/// Who has to answer; while they are away whoever stands in for them, too.
std::vector<Told> asked(Context const& ctx, EmployeeId person, std::string const& reason) {
  std::vector<Told> people{{person, reason, {}}};
  if (auto const deputy = followup::stand_in_of(ctx, person)) people.push_back({*deputy, reason, person, true});
  return people;
}

void spread(Context const& ctx, News const& news, std::vector<Told> const& people) {
  auto const accounts = store::enabled_accounts(ctx);
  tell(ctx, news, people, accounts);
  post_to_groups(ctx, news, accounts);
}

struct ReminderFacts {
  std::string time_zone;
  std::string owner;
  std::string handler;
  std::string receiver;  ///< of the handoff that waits
};
BOOST_DESCRIBE_STRUCT(ReminderFacts, (), (time_zone, owner, handler, receiver))

ReminderFacts facts_of(Context const& ctx, followup::Commitment const& commitment) {
  return ctx.db.sure<ReminderFacts>(
      sql::reminder_facts, {{"org", ctx.actor.organization}, {"subject", commitment.id}, {"owner", commitment.owner_id}, {"handler", commitment.handler_id}});
}

/// It may have come late: the matter closed, or got another time. Of handoffs only the statement knows.
bool still_holds(followup::Commitment const& commitment, followup::ReminderDue const& event) {
  return followup::basis_of(commitment, event.topic) == event.basis;
}

/// Of a handoff the superior is the receiver's.
std::string reason_of(followup::Recipient const& recipient, followup::Topic topic) {
  bool const of_receiver = topic == followup::Topic::handoff && recipient.as == followup::Standpoint::supervisor;
  return of_receiver ? "receiver_supervisor" : std::string(enum_text(recipient.as));
}

/// Whoever has to answer an offer is reminded to; whoever made it hears that nobody has. An escalation says the same to all.
void spread_reminder(Context const& ctx, News news, followup::ReminderDue const& event) {
  std::vector<Told> people, givers;
  for (auto const& recipient : event.recipients) {
    bool const gave = event.topic == followup::Topic::handoff && !event.escalation && recipient.as != followup::Standpoint::receiver;
    (gave ? givers : people).push_back({recipient.employee, reason_of(recipient, event.topic), recipient.deputy_of, true});
  }
  spread(ctx, news, people);
  if (givers.empty()) return;
  news.event = event_words::handoff_unanswered;
  tell(ctx, news, givers);
}

Result<void> remind(Context& ctx, followup::ReminderDue const& event) {
  auto const commitment = commitment_of(ctx, event.commitment.uuid);
  if (!commitment) return {};
  auto const facts = facts_of(ctx, *commitment);
  News news{.event = (event.escalation ? "escalation." : "reminder.") + std::string(enum_text(event.topic)),
            .occurrence = event.occurrence,
            .subject_type = event.subject_type,
            .subject_id = event.commitment.uuid,
            .number = event.number,
            .title = event.title,
            .values = {{"time", local_text(event.basis, facts.time_zone)}, {"owner", facts.owner}, {"handler", facts.handler}, {"receiver", facts.receiver}},
            .by = {},
            .basis_topic = event.topic,
            .basis_at = event.basis};
  spread_reminder(ctx, news, event);
  if (!still_holds(*commitment, event)) retract_moot(ctx, event.commitment.uuid);
  return {};
}

Result<void> offer(Context& ctx, work::HandoffOffered const& event) {
  auto news = about_item(event_words::handoff_offered, "handoff:" + event.handoff.text() + ":offered", event.work_item, event.number, event.title);
  news.values = {{"from", name_of(ctx, event.from)}, {"note", excerpt(event.note)}};
  news.by = event.from;
  news.basis_topic = followup::Topic::handoff;
  spread(ctx, news, asked(ctx, event.to, "receiver"));
  return {};
}

Result<void> accepted(Context& ctx, work::HandoffAccepted const& event) {
  auto const commitment = commitment_of(ctx, event.work_item.uuid);
  if (!commitment) return {};
  auto news =
      about_item(event_words::handoff_accepted, "handoff:" + event.handoff.text() + ":accepted", event.work_item, commitment->number, commitment->title);
  news.values = {{"to", name_of(ctx, event.to)}};
  news.by = event.to;
  spread(ctx, news, {{event.from, "giver", {}}, {commitment->owner_id, "owner", {}}});
  retract_moot(ctx, event.work_item.uuid);
  return {};
}

Result<void> declined(Context& ctx, work::HandoffDeclined const& event) {
  auto const commitment = commitment_of(ctx, event.work_item.uuid);
  auto news = about_item(event_words::handoff_declined, "handoff:" + event.handoff.text() + ":declined", event.work_item, event.number, event.title);
  news.values = {{"to", name_of(ctx, event.to)}, {"note", excerpt(event.reason)}};
  news.by = event.to;
  std::vector<Told> people{{event.from, "giver", {}}};
  if (commitment) people.push_back({commitment->owner_id, "owner", {}});
  spread(ctx, news, people);
  retract_moot(ctx, event.work_item.uuid);
  return {};
}

/// Not everybody who is told of something has to do something.
std::string reason_of(std::string_view occasion) {
  if (occasion == "became_owner") return "owner";
  if (occasion == "joined") return "joined";
  if (occasion == "no_longer_owner") return "was_owner";
  if (occasion == "date_accepted" || occasion == "date_declined") return "proposer";
  if (occasion == "handoff_withdrawn") return "was_receiver";
  return occasion == "due_moved" || occasion == "held" || occasion == "requester_message" || occasion == "reopened" ? "concerned" : "asked";
}

Result<void> ask(Context& ctx, work::AttentionAsked const& event) {
  auto const word = "work." + event.occasion;
  auto news = about_item(find_occasion(word) ? word : event_words::attention, "attention:" + event.occurrence, event.work_item, event.number, event.title);
  news.values = {{"from", name_of(ctx, event.by)}, {"note", excerpt(event.note)}};
  news.by = event.by;
  auto const reason = reason_of(event.occasion);
  std::vector<Told> people{{event.to, reason, {}}};
  if (reason == "asked" || reason == "owner" || reason == "proposer") people = asked(ctx, event.to, reason);
  people.front().knew = reason == "was_owner" || reason == "was_receiver";
  spread(ctx, news, people);
  if (reason == "was_receiver") retract_moot(ctx, event.work_item.uuid);
  return {};
}

/// Who is mentioned hears that; the owner, the handler and who takes part hear that something was said.
Result<void> commented(Context& ctx, work::Commented const& event) {
  auto news = about_item(event_words::mentioned, "comment:" + event.comment.text(), event.work_item, event.number, event.title);
  news.values = {{"from", name_of(ctx, event.by)}, {"note", excerpt(event.text)}};
  news.by = event.by;
  std::vector<Told> people;
  for (auto id : event.mentioned) people.push_back({id, "mentioned", {}});
  if (!people.empty()) spread(ctx, news, people);
  auto const commitment = commitment_of(ctx, event.work_item.uuid);
  if (!commitment) return {};
  people = {{commitment->owner_id, "owner", {}}, {commitment->handler_id, "handler", {}}};
  for (auto const& person : followup::participants_of(ctx, commitment->id)) people.push_back({person.id, "participant", {}});
  std::erase_if(people, [&](Told const& told) { return std::ranges::find(event.mentioned, told.employee) != event.mentioned.end(); });
  news.event = event_words::commented;
  news.occurrence += ":said";
  spread(ctx, news, people);
  return {};
}

Result<void> send_letter(Context& ctx, work::UrgingLetterSent const& event) {
  auto news = about_item(event.to ? event_words::urging_letter : event_words::urging_letter_outside, "letter:" + event.letter.text(), event.work_item,
                         event.number, event.title);
  news.values = {{"from", name_of(ctx, event.by)}, {"letter", event.letter_number}, {"letter_id", event.letter.text()}, {"tone", event.tone},
                 {"to_name", event.to_name},       {"language", event.language}};
  news.by = event.by;
  if (event.to || event.email) post_letter(ctx, news, {event.to, event.letter, event.email});
  return {};
}

/// Only where mails leave at all: otherwise the page tells that nothing was mailed.
Result<void> write_to_requester(Context& ctx, work::RequesterWritten const& event) {
  if (!store::enabled_account_of(ctx, Channel::email)) return {};
  auto news = about_item(event.text.empty() ? event_words::requester_link : event_words::requester_mail, "requester:" + event.letter.text(), event.work_item,
                         event.number, event.title);
  news.values = {{"from", name_of(ctx, event.by)}, {"to_name", event.to_name}, {"note", event.text}, {"status_path", event.path}, {"language", event.language}};
  news.by = event.by;
  post_letter(ctx, news, {{}, event.letter, event.email});
  return {};
}

Result<void> closed(Context& ctx, work::WorkItemClosed const& event) {
  auto const commitment = commitment_of(ctx, event.work_item.uuid);
  if (!commitment || !commitment->closed_at) return {};
  auto news = about_item(event_words::closed, "closed:" + event.work_item.text() + ":" + std::to_string(commitment->closed_at->ms), event.work_item,
                         commitment->number, commitment->title);
  news.values = {{"from", name_of(ctx, event.by)}, {"outcome", event.state}};
  news.by = event.by;
  spread(ctx, news, {{commitment->owner_id, "owner", {}}, {commitment->handler_id, "handler", {}}});
  return {};
}

Result<void> ask_follow_up(Context& ctx, followup::AttentionAsked const& event) {
  auto const word = "followup." + event.occasion;
  News news{.event = find_occasion(word) ? word : std::string(event_words::attention),
            .occurrence = "attention:" + event.occurrence,
            .subject_type = event.subject_type,
            .subject_id = event.commitment.uuid,
            .number = event.number,
            .title = event.title,
            .values = {{"from", name_of(ctx, event.by)}, {"note", excerpt(event.note)}},
            .by = event.by};
  spread(ctx, news, asked(ctx, event.to, "asked"));
  return {};
}

Result<void> followed_up(Context& ctx, followup::FollowUpRecorded const& event) {
  retract_moot(ctx, event.commitment.uuid);
  return {};
}

Result<void> times_moved(Context& ctx, followup::TimesMoved const& event) {
  retract_moot(ctx, event.commitment.uuid);
  return {};
}

/// Customers changed hands: the receiver and the giver hear of it, whoever did it.
Result<void> customers_handed_over(Context& ctx, customer::CustomersHandedOver const& event) {
  News news{.event = std::string(event_words::customers_received),
            .occurrence = "customers:" + event.handover.text() + ":received",
            .subject_type = "customers",
            .title = event.names,
            .values = {{"from", name_of(ctx, event.from)},
                       {"to", name_of(ctx, event.to)},
                       {"customers", event.names},
                       {"count", std::to_string(event.count)},
                       {"note", excerpt(event.note)}},
            .by = event.by};
  spread(ctx, news, {{event.to, "customers_received", {}}});
  news.event = event_words::customers_given;
  news.occurrence = "customers:" + event.handover.text() + ":given";
  spread(ctx, news, {{event.from, "customers_given", {}}});
  return {};
}

/// Somebody left: who has it all now hears of it once.
Result<void> responsibilities_handed_over(Context& ctx, org::ResponsibilitiesHandedOver const& event) {
  News const news{.event = std::string(event_words::responsibilities_received),
                  .occurrence = "responsibilities:" + event.handover.text(),
                  .subject_type = "employee",
                  .title = event.what,
                  .values = {{"from", name_of(ctx, event.from)}, {"what", event.what}, {"note", excerpt(event.note)}},
                  .by = event.by};
  spread(ctx, news, {{event.to, "responsibilities_received", {}}});
  return {};
}

/// Somebody has to look at a goal card.
Result<void> ask_about_goals(Context& ctx, goal::GoalAttentionAsked const& event) {
  News news{.event = "goal." + event.occasion,
            .occurrence = "goal:" + event.occurrence,
            .subject_type = "goal_card",
            .subject_id = event.card,
            .number = event.number,
            .title = event.title,
            .values = {{"from", name_of(ctx, event.by)}, {"note", excerpt(event.note)}},
            .by = event.by};
  spread(ctx, news, {{event.to, "goal", {}}});
  return {};
}

events::Reaction to_webhooks(std::string_view event) {
  return {std::string(event), "notify.webhooks." + std::string(event), [event](Context& ctx, std::string const& payload) -> Result<void> {
            post_to_webhooks(ctx, event, payload);
            return {};
          }};
}

}  // namespace

std::vector<events::Reaction> reactions() {
  std::vector<events::Reaction> all = {events::on<followup::ReminderDue>("notify.remind", &remind),
                                       events::on<followup::FollowUpRecorded>("notify.followed_up", &followed_up),
                                       events::on<followup::TimesMoved>("notify.times_moved", &times_moved),
                                       events::on<work::HandoffOffered>("notify.offer", &offer),
                                       events::on<work::HandoffAccepted>("notify.accepted", &accepted),
                                       events::on<work::HandoffDeclined>("notify.declined", &declined),
                                       events::on<work::AttentionAsked>("notify.ask", &ask),
                                       events::on<followup::AttentionAsked>("notify.ask_follow_up", &ask_follow_up),
                                       events::on<work::Commented>("notify.mention", &commented),
                                       events::on<goal::GoalAttentionAsked>("notify.ask_about_goals", &ask_about_goals),
                                       events::on<customer::CustomersHandedOver>("notify.customers_handed_over", &customers_handed_over),
                                       events::on<org::ResponsibilitiesHandedOver>("notify.responsibilities_handed_over", &responsibilities_handed_over),
                                       events::on<work::WorkItemClosed>("notify.closed", &closed),
                                       events::on<work::RequesterWritten>("notify.write_to_requester", &write_to_requester),
                                       events::on<work::UrgingLetterSent>("notify.send_letter", &send_letter)};
  for (auto event : webhook_events()) all.push_back(to_webhooks(event));
  return all;
}

}  // namespace zx::notify
