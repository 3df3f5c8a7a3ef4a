#include "modules/goal/card_rules.hpp"

#include <algorithm>
#include <set>

#include "modules/goal/card_numbers.hpp"
#include "platform/base/text.hpp"

namespace zx::goal::rules {
namespace {

constexpr std::size_t longest_what = 300;
constexpr std::size_t longest_text = 2000;
constexpr std::size_t longest_word = 60;
constexpr std::size_t most_milestones = 30;

class Errors {
 public:
  explicit Errors(std::string path) : path_(std::move(path)) {}
  void add(std::string_view field, std::string code, RefusalArguments arguments = {}) {
    all.push_back({path_ + std::string(field), std::move(code), std::move(arguments)});
  }
  void require(std::string_view field, std::string_view text, std::size_t most) {
    if (text::trim(text).empty()) add(field, "field.required");
    else limit(field, std::string(text), most);
  }
  void limit(std::string_view field, std::optional<std::string> const& text, std::size_t most) {
    if (text && text::length(*text) > most) add(field, "field.too_long", {{"most", std::to_string(most)}});
  }
  std::string at(std::string_view field) const { return path_ + std::string(field); }
  std::vector<FieldError> all;

 private:
  std::string path_;
};

void check_texts(Errors& errors, GoalItemForm const& form) {
  errors.require("what", form.what, longest_what);
  errors.limit("purpose", form.purpose, longest_text);
  errors.limit("quantity", form.quantity, longest_text);
  errors.limit("quality", form.quality, longest_text);
  errors.limit("time_standard", form.time_standard, longest_text);
  errors.limit("cost", form.cost, longest_text);
  errors.limit("how", form.how, longest_text);
  errors.limit("risks", form.risks, longest_text);
  errors.limit("measure", form.measure, longest_what);
  errors.limit("unit", form.unit, longest_word);
}

void check_dates(Errors& errors, GoalItemForm const& form, PeriodSpan period) {
  RefusalArguments const arguments{{"from", period.from.text()}, {"to", period.to.text()}};
  auto outside = [&](Date day) { return day < period.from || day > period.to; };
  if (form.due_on && outside(*form.due_on)) errors.add("due_on", "goal.outside_period", arguments);
  if (form.milestones.size() > most_milestones) errors.add("milestones", "field.too_many", {{"most", std::to_string(most_milestones)}});
  for (std::size_t i = 0; i < form.milestones.size(); ++i) {
    auto const path = "milestones." + std::to_string(i) + ".";
    errors.require(path + "text", form.milestones[i].text, longest_what);
    if (outside(form.milestones[i].on)) errors.add(path + "on", "goal.outside_period", arguments);
  }
}

void check_numbers(Errors& errors, GoalItemForm const& form) {
  auto const better = form.better.value_or(BetterWhen::higher);
  auto const zero = Decimal{};
  if (form.weight && (*form.weight < zero || *form.weight > Decimal::of(100))) errors.add("weight", "goal.weight_range");
  using Tier = std::pair<char const*, std::optional<Decimal>>;
  for (auto const& [field, value] : {Tier("base", form.base), Tier("commit", form.commit), Tier("target", form.target), Tier("stretch", form.stretch)}) {
    if (is_too_large(value)) errors.all.push_back(too_large(errors.at(field)));
  }
  bool const has_unit = form.unit && !text::trim(*form.unit).empty();
  if (is_from_below(form.rollup.value_or(Rollup::by_hand)) && !has_unit) errors.add("unit", "goal.rollup_unit");
  if (!form.target) {
    if (form.base || form.commit || form.stretch) errors.add("target", "goal.target_needed");
    return;
  }
  if (better == BetterWhen::higher ? *form.target <= zero : *form.target < zero) errors.add("target", "goal.target_positive");
  if (!in_order(better, {form.base, form.commit, form.target, form.stretch})) errors.add("target", "goal.tier_order");
}

void check_row(Errors& errors, GoalItemForm const& form) {
  if (form.rollup == Rollup::sheet) {
    if (!form.target_sheet_id) errors.add("target_sheet_id", "goal.target_sheet_needed");
    if (!form.target_row) errors.add("target_row", "goal.target_row_needed");
    return;
  }
  if (form.target_sheet_id) errors.add("target_sheet_id", "goal.target_row_not_followed");
  if (form.target_row) errors.add("target_row", "goal.target_row_not_followed");
}

}  // namespace

PeriodSpan period_of(CardPeriod period, Date day) {
  auto months = [&](unsigned count) {
    unsigned const first = (day.month - 1) / count * count + 1;
    Date const from{day.year, first, 1};
    auto const next = first + count;
    Date const after = next > 12 ? Date{day.year + 1, 1, 1} : Date{day.year, next, 1};
    return PeriodSpan{from, after.plus_days(-1)};
  };
  switch (period) {
    case CardPeriod::year: return months(12);
    case CardPeriod::half: return months(6);
    case CardPeriod::quarter: return months(3);
    case CardPeriod::month: return months(1);
    case CardPeriod::week: {
      auto const monday = day.plus_days(1 - day.weekday());
      return {monday, monday.plus_days(6)};
    }
    case CardPeriod::day: break;
  }
  return {day, day};
}

PeriodSpan period_after(CardPeriod period, Date from) { return period_of(period, period_of(period, from).to.plus_days(1)); }

bool in_order(BetterWhen better, std::vector<std::optional<Decimal>> const& tiers) {
  std::optional<Decimal> before;
  for (auto const& tier : tiers) {
    if (!tier) continue;
    if (before && (better == BetterWhen::higher ? *tier < *before : *tier > *before)) return false;
    before = tier;
  }
  return true;
}

std::vector<FieldError> wrong_fields(GoalItemForm const& form, PeriodSpan period, std::string const& path) {
  Errors errors(path);
  check_texts(errors, form);
  check_dates(errors, form, period);
  check_numbers(errors, form);
  check_row(errors, form);
  std::set<DepartmentId> const departments(form.support_department_ids.begin(), form.support_department_ids.end());
  if (departments.size() != form.support_department_ids.size()) errors.add("support_department_ids", "goal.twice");
  return std::move(errors.all);
}

std::vector<FieldError> wrong_fields(NewCardForm const& form) {
  Errors errors("");
  if (form.day.year < 2000 || form.day.year > 2100) errors.add("day", "field.out_of_range", {{"least", "2000-01-01"}, {"most", "2100-12-31"}});
  errors.limit("position", form.position, longest_what);
  errors.limit("customers", form.customers, longest_text);
  errors.limit("reason", form.reason, longest_text);
  errors.limit("limits", form.limits, longest_text);
  if (form.items.size() > most_items) errors.add("items", "field.too_many", {{"most", std::to_string(most_items)}});
  auto const period = period_of(form.period, form.day);
  for (std::size_t i = 0; i < form.items.size(); ++i) {
    for (auto& error : wrong_fields(form.items[i], period, "items." + std::to_string(i) + ".")) errors.all.push_back(std::move(error));
  }
  return std::move(errors.all);
}

std::vector<FieldError> wrong_fields(CardPatch const& patch) {
  Errors errors("");
  auto limit = [&](char const* field, Patch<std::string> const& text, std::size_t most) {
    if (text.has_value()) errors.limit(field, text.value(), most);
  };
  limit("position", patch.position, longest_what);
  limit("customers", patch.customers, longest_text);
  limit("reason", patch.reason, longest_text);
  limit("limits", patch.limits, longest_text);
  return std::move(errors.all);
}

bool is_whole(std::vector<Decimal> const& weights) {
  Decimal sum;
  for (auto weight : weights) sum += weight;
  return sum == Decimal::of(100);
}

Rhythm default_rhythm(CardPeriod period) {
  bool const is_long = period == CardPeriod::year || period == CardPeriod::half;
  return is_long ? Rhythm::monthly : Rhythm::weekly;
}

namespace {

/// The last working day up to and including `day`.
Date working_day_up_to(Date day, calendar::WorkingCalendar const& calendar) { return calendar.is_working_day(day) ? day : calendar.add_working_days(day, -1); }

Date friday_of(Date day) { return day.plus_days(5 - day.weekday()); }
Date end_of_month(Date day) { return period_of(CardPeriod::month, day).to; }

}  // namespace

Instant next_check_in(Rhythm rhythm, Date period_to, Instant now, calendar::WorkingCalendar const& calendar) {
  constexpr TimeOfDay at_four{16 * 60}, at_ten{10 * 60};
  auto const zone = calendar.zone();
  auto const today = calendar::local_date(now, zone);
  auto look = [&](Date day) { return calendar::at(day, at_four, zone); };
  auto const last = look(working_day_up_to(period_to, calendar));
  for (int step = 0; step < 3; ++step) {
    auto const wanted = rhythm == Rhythm::weekly ? friday_of(today.plus_days(7 * step)) : end_of_month(step == 0 ? today : end_of_month(today).plus_days(1));
    auto const found = look(working_day_up_to(wanted, calendar));
    if (found > last) break;
    // A look made on the very day is that day's look.
    if (calendar::local_date(found, zone) > today) return found;
  }
  if (calendar::local_date(last, zone) > today) return last;
  return calendar::at(calendar.add_working_days(std::max(today, period_to), 1), at_ten, zone);
}

}  // namespace zx::goal::rules
