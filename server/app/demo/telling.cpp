#include "app/demo/telling.hpp"

#include <algorithm>
#include <stdexcept>

#include "app/modules.hpp"
#include "modules/work/dependencies.hpp"
#include "platform/events/events.hpp"
#include "platform/events/reacting.hpp"
#include "platform/events/sql.hpp"

namespace zx::app::demo {
namespace {

/// An item as far as it has been told.
struct Item {
  work::WorkItemId id;
  std::optional<work::HandoffId> handoff;    ///< pending
  std::optional<work::DelayReportId> delay;  ///< reported last
  std::string receiver;
  std::string owner;
  std::string handler;
  std::int64_t points = 0;  ///< of its standard
};

/// One thing to do: the story's beginning, or one of its steps.
struct Moment {
  Instant at;
  std::size_t story;
  Step const* step;  ///< null: the beginning
};

std::vector<Moment> moments_of(std::vector<Story> const& stories, Instant now) {
  std::vector<Moment> moments;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    moments.push_back({stories[i].at, i, nullptr});
    for (auto const& step : stories[i].steps) moments.push_back({step.at, i, &step});
  }
  std::erase_if(moments, [&](Moment const& moment) { return moment.at > now; });
  std::ranges::stable_sort(moments, {}, &Moment::at);
  return moments;
}

std::optional<std::string> text_or_nothing(std::string const& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

/// What the dispatcher does, inside the one transaction the company is made in.
class Aftermath {
 public:
  Aftermath() {
    for (auto const& module : modules()) reactions_.insert(reactions_.end(), module.reactions.begin(), module.reactions.end());
  }

  /// Until nothing is left: the statement gives a hundred at a time.
  Result<void> run(Context const& at_the_time) const {
    while (TRY(run_some(at_the_time)) > 0) {}
    return {};
  }

 private:
  Result<int> run_some(Context const& at_the_time) const {
    int reacted = 0;
    for (auto const& event : at_the_time.db.all<events::PendingEvent>(events::sql::due_events, {{"now", at_the_time.now}})) {
      if (event.org_id != at_the_time.actor.organization) continue;
      TRY(react(at_the_time, event));
      ++reacted;
    }
    return reacted;
  }

  Result<void> react(Context const& at_the_time, events::PendingEvent const& event) const {
    Actor const system{.organization = event.org_id, .name = "系统", .is_system = true};
    Context ctx{system, at_the_time.now, at_the_time.db, at_the_time.services};
    for (auto const& reaction : reactions_) {
      if (reaction.event != event.name) continue;
      TRY(reaction.run(ctx, event.payload));
      ctx.db.enqueue(events::sql::insert_reaction_done, {{"org_id", event.org_id}, {"event_id", event.id}, {"reaction", reaction.name}, {"at", ctx.now}});
    }
    ctx.db.enqueue(events::sql::mark_event_done, {{"org_id", event.org_id}, {"id", event.id}, {"now", ctx.now}});
    return {};
  }

  std::vector<events::Reaction> reactions_;
};

class Teller {
 public:
  Teller(Context& ctx, std::vector<Story> const& stories, Actors const& actors, Reminding& reminding)
      : ctx_(ctx), stories_(stories), actors_(actors), reminding_(reminding), items_(stories.size()) {}

  Result<Told> tell() {
    for (auto const& moment : moments_of(stories_, ctx_.now)) {
      TRY(reminding_.up_to(moment.at));
      auto const& story = stories_[moment.story];
      auto& item = items_[moment.story];
      auto const& actor = actor_called(moment.step ? who_does(*moment.step, item) : story.by);
      Context ctx{actor, moment.at, ctx_.db, ctx_.services};
      auto done = moment.step ? perform(ctx, *moment.step, item) : begin(ctx, story, item);
      if (!done) return where_it_broke(std::move(done).refusal(), story, moment.at);
      TRY(aftermath_.run(ctx));
    }
    return told_;
  }

 private:
  Actor const& actor_called(std::string const& name) const {
    auto found = actors_.find(name);
    if (found == actors_.end()) throw std::logic_error("nobody in the demo company is called " + name);
    return found->second;
  }

  EmployeeId employee_called(std::string const& name) const { return actor_called(name).employee; }

  /// For whoever writes a story that the rules refuse.
  static Refusal where_it_broke(Refusal refusal, Story const& story, Instant at) {
    refusal.arguments["story"] = story.title;
    refusal.arguments["at"] = at.text();
    return refusal;
  }

  static std::string const& who_does(Step const& step, Item const& item) {
    if (!step.who.empty()) return step.who;
    switch (step.act) {
      case Act::accept:
      case Act::decline: return item.receiver;
      case Act::start:
      case Act::submit: return item.handler;
      case Act::close:
      case Act::return_: return item.owner;
      default: throw std::logic_error("a step without a person");
    }
  }

  work::NewWorkItemForm form_of(Story const& story) const {
    work::NewWorkItemForm form{.kind = story.kind, .title = story.title};
    form.description = text_or_nothing(story.description);
    form.location = text_or_nothing(story.location);
    form.brief = work::BriefForm{
        .why = text_or_nothing(story.why), .how = text_or_nothing(story.how), .consequence = text_or_nothing(story.consequence), .standard = story.standard};
    if (!story.requester.empty())
      form.requester = work::Requester{.employee_id = {}, .name = story.requester, .phone = text_or_nothing(story.phone), .email = {}};
    if (!story.owner.empty()) form.owner_id = employee_called(story.owner);
    if (!story.handler.empty()) form.handler_id = employee_called(story.handler);
    for (auto const& name : story.participants) form.participant_ids.push_back(employee_called(name));
    form.importance = story.importance;
    form.start_at = story.at;
    form.due_at = story.due;
    form.next_follow_up_at = story.next;
    form.tags = story.tags;
    form.parent_id = parent_of(story);
    form.draft = story.draft;
    form.estimate_minutes = story.estimate;
    return form;
  }

  std::optional<work::WorkItemId> parent_of(Story const& story) const {
    if (story.parent.empty()) return std::nullopt;
    return item_called(story.parent);
  }

  work::WorkItemId item_called(std::string const& title) const {
    auto found = std::ranges::find(stories_, title, &Story::title);
    if (found == stories_.end()) throw std::logic_error("no story is called " + title);
    return items_[static_cast<std::size_t>(found - stories_.begin())].id;
  }

  Result<void> begin(Context& ctx, Story const& story, Item& item) {
    auto view = TRY(work::create(ctx, form_of(story), story.source));
    item.id = view.id;
    item.points = static_cast<std::int64_t>(story.standard.size());
    item.owner = view.standing.owner.name;
    item.handler = view.standing.handler.name;
    if (view.pending_handoff) note(*view.pending_handoff, item);
    for (auto const& before : story.after) TRY(work::add_dependency(ctx, item.id, {item_called(before.title), before.lag_minutes}));
    ++told_.items;
    return {};
  }

  static void note(work::HandoffView const& handoff, Item& item) {
    item.handoff = handoff.id;
    item.receiver = handoff.to.name;
  }

  /// Every point is met, or all but the first.
  static std::vector<work::JudgementForm> judgements(Item const& item, bool all_met) {
    std::vector<work::JudgementForm> judgements;
    for (std::int64_t point = 1; point <= item.points; ++point) judgements.push_back({.point = point, .passed = all_met || point > 1, .note = {}});
    return judgements;
  }

  static work::DelayReportForm form_of(Delay const& delay) {
    return {.id = {}, .cause = delay.cause, .whys = delay.whys, .corrective_action = delay.action, .new_due_at = delay.until};
  }

  Result<void> perform(Context& ctx, Step const& step, Item& item) {
    switch (step.act) {
      case Act::follow_up: return record(ctx, step.touch, item);
      case Act::hand_over: note(TRY(work::hand_over(ctx, item.id, employee_called(step.to), step.text)), item); break;
      case Act::accept:
        TRY(work::accept_handoff(ctx, item.handoff.value()));
        item.handler = item.receiver;
        break;
      case Act::decline: TRY(work::decline_handoff(ctx, item.handoff.value(), step.text)); break;
      case Act::withdraw: TRY(work::withdraw_handoff(ctx, item.handoff.value())); break;
      case Act::start: TRY(work::start(ctx, item.id)); break;
      case Act::submit: TRY(work::submit(ctx, item.id, step.text)); break;
      case Act::close: TRY(work::close(ctx, item.id, step.text, judgements(item, true))); break;
      case Act::return_: TRY(work::return_(ctx, item.id, step.text, judgements(item, false))); break;
      case Act::hold: TRY(work::hold(ctx, item.id, step.text, step.until.value())); break;
      case Act::resume: TRY(work::resume(ctx, item.id)); break;
      case Act::cancel: TRY(work::cancel(ctx, item.id, step.text)); break;
      case Act::report_delay: item.delay = TRY(work::report_delay(ctx, item.id, form_of(step.delay))).id; break;
      case Act::approve_delay: TRY(work::approve_delay(ctx, item.id, item.delay.value(), step.text)); break;
      case Act::decline_delay: TRY(work::decline_delay(ctx, item.id, item.delay.value(), step.text)); break;
      case Act::comment: TRY(work::comment(ctx, item.id, {step.text, {}})); break;
    }
    return {};
  }

  Result<void> record(Context& ctx, Touch const& touch, Item const& item) {
    followup::FollowUpForm form;
    form.method = touch.method;
    form.direction = touch.direction;
    form.finding = touch.finding;
    form.cause = text_or_nothing(touch.cause);
    form.solution = text_or_nothing(touch.solution);
    if (!touch.asked.empty()) form.asked_employee_id = employee_called(touch.asked);
    form.progress = touch.progress;
    form.outcome = touch.outcome;
    form.next_follow_up_at = touch.next;
    TRY(followup::record(ctx, followup::CommitmentId{item.id.uuid}, form));
    ++told_.follow_ups;
    return {};
  }

  Context& ctx_;
  std::vector<Story> const& stories_;
  Actors const& actors_;
  Reminding& reminding_;
  Aftermath const aftermath_;
  std::vector<Item> items_;
  Told told_;
};

}  // namespace

Result<Told> tell(Context& ctx, std::vector<Story> const& stories, Actors const& actors, Reminding& reminding) {
  return Teller(ctx, stories, actors, reminding).tell();
}

Result<void> react(Context& ctx) { return Aftermath().run(ctx); }

}  // namespace zx::app::demo
