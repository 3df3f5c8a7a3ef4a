#include "modules/goal/style_rules.hpp"

#include <algorithm>

namespace zx::goal::rules {
namespace {

constexpr bool is_being_agreed(CardState state) { return state < CardState::committed; }
constexpr bool is_being_written(CardState state) { return state == CardState::draft || state == CardState::negotiating; }

bool left_by_style(CardRole role, ManagementStyle style, CardAct act) {
  auto found = std::ranges::find_if(rights, [&](Right const& right) { return right.style == style && right.act == act; });
  if (found == rights.end()) return false;
  return role == CardRole::person ? found->person : role == CardRole::supervisor && found->supervisor;
}

}  // namespace

std::optional<CardState> after(CardState from, CardAct act) {
  auto found = std::ranges::find_if(transitions, [&](Transition const& each) { return each.from == from && each.act == act; });
  if (found == transitions.end()) return std::nullopt;
  return found->to;
}

bool possible(CardState state, CardAct act) {
  switch (act) {
    case CardAct::write:
    case CardAct::set_style: return is_being_written(state);
    case CardAct::change_supervisor: return state != CardState::evaluated && state != CardState::closed;
    case CardAct::plan: return state != CardState::evaluated && state != CardState::closed;
    case CardAct::check_in:
    case CardAct::revise: return is_under_way(state);
    case CardAct::answer_evaluation:
    case CardAct::reply: return state == CardState::evaluated;
    case CardAct::review: return !is_being_agreed(state);
    case CardAct::acknowledge: return is_under_way(state) || state == CardState::self_evaluated;
    default: return after(state, act).has_value();
  }
}

std::vector<CardState> next_states(CardState from) {
  std::vector<CardState> states;
  for (auto const& each : transitions) {
    if (each.from == from) states.push_back(each.to);
  }
  return states;
}

bool may(CardRole role, ManagementStyle style, CardState state, CardAct act) {
  switch (act) {
    case CardAct::write:
      if (role == CardRole::above) return state == CardState::draft;
      return left_by_style(role, style, act);
    case CardAct::propose:
    case CardAct::negotiate:
    case CardAct::sign: return left_by_style(role, style, act);
    case CardAct::set_style: return role == CardRole::supervisor || (role == CardRole::above && state == CardState::draft);
    case CardAct::change_supervisor: return role == CardRole::supervisor || role == CardRole::above;
    case CardAct::activate:
    case CardAct::plan:
    case CardAct::review:
    case CardAct::revise: return role == CardRole::person || role == CardRole::supervisor;
    case CardAct::check_in:
    case CardAct::answer_evaluation:
    case CardAct::self_evaluate: return role == CardRole::person;
    case CardAct::acknowledge:
    case CardAct::evaluate:
    case CardAct::reply:
    case CardAct::close: return role == CardRole::supervisor;
  }
  return false;
}

std::vector<CardAct> acts_of(CardRole role, ManagementStyle style, CardState state) {
  std::vector<CardAct> acts;
  for (auto word : enum_texts<CardAct>()) {
    auto const act = *enum_from<CardAct>(word);
    if (possible(state, act) && may(role, style, state, act)) acts.push_back(act);
  }
  return acts;
}

}  // namespace zx::goal::rules
