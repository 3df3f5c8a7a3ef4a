#include "modules/work/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace zx::work::rules {
namespace {

using enum State;

std::vector<State> const all_states = {draft, assigned, accepted, in_progress, submitted, returned, on_hold, done, cancelled};
std::vector<Verb> const all_verbs = {Verb::assign,  Verb::accept, Verb::start,  Verb::submit, Verb::close,
                                     Verb::return_, Verb::hold,   Verb::resume, Verb::cancel, Verb::reopen};

/// The handbook: from where a verb leads on.
std::map<Verb, std::set<State>> const handbook = {
    {Verb::assign, {draft}},
    {Verb::accept, {draft, assigned}},
    {Verb::start, {accepted, returned}},
    {Verb::submit, {accepted, in_progress}},
    {Verb::close, {submitted, accepted, in_progress}},
    {Verb::return_, {submitted}},
    {Verb::hold, {assigned, accepted, in_progress, returned}},
    {Verb::resume, {on_hold}},
    {Verb::cancel, {draft, assigned, accepted, in_progress, submitted, returned, on_hold}},
    {Verb::reopen, {done, cancelled}},
};

std::vector<Standpoint> all_standpoints() {
  std::vector<Standpoint> all;
  for (int bits = 0; bits < 32; ++bits)
    all.push_back(
        {.owner = (bits & 1) != 0, .handler = (bits & 2) != 0, .receiver = (bits & 16) != 0, .may_assign = (bits & 4) != 0, .may_cancel = (bits & 8) != 0});
  return all;
}

bool is_entitled(Verb verb, State from, Standpoint who) {
  switch (verb) {
    case Verb::accept: return from == assigned ? who.receiver : who.owner || who.handler || who.may_assign;
    case Verb::assign: return who.owner || who.handler || who.may_assign;
    case Verb::start:
    case Verb::submit: return who.handler;
    case Verb::close: return who.owner && (who.handler || from == submitted);
    case Verb::return_: return who.owner;
    case Verb::hold:
    case Verb::resume: return who.owner || who.handler;
    case Verb::cancel: return who.may_cancel;
    case Verb::reopen: return who.owner || who.may_assign;
  }
  return false;
}

std::string joined(std::vector<State> const& states) {
  std::string text;
  for (auto state : states) text += (text.empty() ? "" : ", ") + std::string(enum_text(state));
  return text.empty() ? "—" : text;
}

TEST(WorkRules, every_illegal_transition_is_refused_with_the_legal_ones) {
  int refused = 0;
  for (auto verb : all_verbs) {
    for (auto from : all_states) {
      for (auto who : all_standpoints()) {
        SCOPED_TRACE(std::string(enum_text(verb)) + " from " + std::string(enum_text(from)));
        bool leads_on = handbook.at(verb).contains(from);
        bool legal = leads_on && is_entitled(verb, from, who);
        EXPECT_EQ(is_legal(verb, from, who), legal);
        auto allowed = allow(verb, from, who);
        ASSERT_EQ(allowed.ok(), legal);
        if (legal) continue;
        ++refused;
        EXPECT_EQ(allowed.refusal().kind, leads_on ? RefusalKind::forbidden : RefusalKind::conflict);
        EXPECT_EQ(allowed.refusal().code, leads_on ? "work.not_yours" : "work.illegal_transition");
        EXPECT_EQ(allowed.refusal().arguments.at("verb"), enum_text(verb));
        EXPECT_EQ(allowed.refusal().arguments.at("legal"), joined(next_states(from, who)));
      }
    }
  }
  EXPECT_GT(refused, 1000);
}

TEST(WorkRules, the_next_states_are_those_some_legal_verb_leads_to) {
  EXPECT_EQ(next_states(submitted, {.owner = true}), (std::vector{done, returned}));
  EXPECT_EQ(next_states(in_progress, {.handler = true}), (std::vector{submitted, on_hold}));
  EXPECT_EQ(next_states(in_progress, {.owner = true, .handler = true}), (std::vector{submitted, done, on_hold}));
  EXPECT_EQ(next_states(in_progress, {.owner = true}), std::vector{on_hold});
  EXPECT_EQ(next_states(done, {.handler = true}), std::vector<State>{});
  for (auto from : all_states)
    for (auto who : all_standpoints()) {
      bool any_legal = std::ranges::any_of(all_verbs, [&](Verb verb) { return is_legal(verb, from, who); });
      EXPECT_EQ(!next_states(from, who).empty(), any_legal) << enum_text(from);
    }
}

TEST(WorkRules, what_stands_in_the_way_is_not_offered) {
  Standpoint own{.owner = true, .handler = true};
  EXPECT_EQ(next_states(in_progress, own, {.handoff_pending = true}), std::vector{on_hold});
  EXPECT_EQ(next_states(in_progress, own, {.open_sub_items = true}), (std::vector{submitted, on_hold}));
  EXPECT_EQ(next_states(assigned, {.owner = true}), std::vector{on_hold});
  EXPECT_EQ(next_states(assigned, {.receiver = true}), std::vector{accepted});
}

TEST(WorkRules, an_accepted_handoff_lets_the_work_go_on_where_it_stands) {
  for (auto state : all_states) EXPECT_EQ(after_acceptance(state), state == draft || state == assigned ? accepted : state) << enum_text(state);
}

TEST(WorkRules, a_reopened_item_is_below_a_hundred) {
  EXPECT_EQ(progress_after_reopening(100, 60), 60);
  EXPECT_EQ(progress_after_reopening(100, 100), 90);
  EXPECT_EQ(progress_after_reopening(100, {}), 90);
  EXPECT_EQ(progress_after_reopening(40, 60), 40);
}

TEST(WorkRules, another_kind_brings_its_cadence_unless_one_was_chosen) {
  KindView before{.follow_up_gap_minutes = 900}, after{.follow_up_gap_minutes = 120};
  EXPECT_EQ(gap_after_kind_change(900, before, after), 120);
  EXPECT_EQ(gap_after_kind_change(77, before, after), 77);
}

TEST(WorkRules, only_done_and_cancelled_are_closed) {
  for (auto state : all_states) EXPECT_EQ(is_closed(state), state == done || state == cancelled) << enum_text(state);
}

std::string errors_of(NewWorkItemForm const& form) {
  std::string text;
  for (auto const& error : wrong_fields(form, form.kind == "nonsense" ? nullptr : &shipped_kinds().front())) text += error.path + ": " + error.code + "; ";
  return text;
}

TEST(WorkRules, a_new_item_names_every_wrong_field_at_once) {
  EXPECT_EQ(errors_of({.title = "好"}), "");
  EXPECT_EQ(errors_of({.kind = "nonsense", .title = " 　", .importance = 5, .tags = {std::string(31, 'x')}}),
            "title: field.required; importance: field.out_of_range; tags.0: field.too_long; kind: work.kind_unknown; ");
  auto now = Instant{1'000'000};
  EXPECT_EQ(errors_of({.title = "好", .start_at = now, .due_at = now - Milliseconds(1)}), "due_at: work.due_before_start; ");
  EXPECT_EQ(errors_of({.title = "好", .start_at = now, .due_at = now}), "");
  std::string title;
  for (int i = 0; i < 200; ++i) title += "水";
  EXPECT_EQ(errors_of({.title = title}), "") << "two hundred characters, not bytes";
  EXPECT_EQ(errors_of({.title = title + "水"}), "title: field.too_long; ");
}

TEST(WorkRules, every_kind_has_both_names_and_its_limits) {
  for (auto const& kind : shipped_kinds()) {
    EXPECT_FALSE(kind.name_zh.empty() || kind.name_en.empty());
    EXPECT_GT(kind.follow_up_gap_minutes, 0);
    EXPECT_GT(kind.handoff_limit_minutes, 0);
  }
}

}  // namespace
}  // namespace zx::work::rules
