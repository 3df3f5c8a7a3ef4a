// The SMART linter's rules.

#include <algorithm>
#include <array>

#include "modules/goal/card_numbers.hpp"
#include "modules/goal/smart.hpp"
#include "platform/base/text.hpp"

namespace zx::goal::rules {
namespace {

using enum SmartLetter;

/// Say a direction and no outcome.
constexpr std::array vague_words = {"加强",
                                    "提高",
                                    "提升",
                                    "改进",
                                    "改善",
                                    "优化",
                                    "完善",
                                    "强化",
                                    "推进",
                                    "促进",
                                    "进一步",
                                    "努力",
                                    "争取",
                                    "尽量",
                                    "尽快",
                                    "improve",
                                    "strengthen",
                                    "enhance",
                                    "optimize",
                                    "optimise",
                                    "better",
                                    "promote",
                                    "as soon as possible",
                                    "try to"};
constexpr std::size_t shortest_what = 4;

bool has(std::optional<std::string> const& text) { return text && !text::trim(*text).empty(); }
bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

class Linter {
 public:
  explicit Linter(SmartItem const& item) : item_(item) {}

  std::vector<SmartRemark> remarks() {
    specific();
    measurable();
    achievable();
    relevant();
    time_bound();
    return std::move(remarks_);
  }

 private:
  void say(SmartLetter letter, std::string code, std::map<std::string, std::string> arguments = {}, SmartWeight weight = SmartWeight::finding) {
    remarks_.push_back({letter, weight, "goal.smart." + std::move(code), std::move(arguments)});
  }

  bool is_measured() const { return item_.target && has(item_.unit); }
  bool is_verifiable() const { return is_measured() || has(item_.quantity) || has(item_.quality); }

  void specific() {
    auto const what = text::fold(text::trim(item_.what));
    if (text::length(what) < shortest_what) say(SmartLetter::specific, "too_short", {{"least", std::to_string(shortest_what)}});
    auto vague = std::ranges::find_if(vague_words, [&](char const* word) { return what.find(word) != what.npos; });
    bool const says_how_much = has_digit(what) || is_verifiable();
    if (vague != vague_words.end() && !says_how_much) say(SmartLetter::specific, "vague", {{"word", *vague}});
    if (!has(item_.how)) say(SmartLetter::specific, "no_how");
  }

  void measurable() {
    if (item_.target && !has(item_.unit)) return say(SmartLetter::measurable, "no_unit");
    if (!is_verifiable()) say(SmartLetter::measurable, "no_measure");
  }

  /// `value` in percent of `of`, turned round where lower is better.
  Decimal percent(Decimal value, Decimal of) const {
    auto const hundred = Decimal::of(100);
    auto const zero = Decimal{};
    if (item_.better == BetterWhen::lower) std::swap(value, of);
    if (of == zero) return value == zero ? hundred : Decimal::of(200);
    return rules::percent(value, of);
  }

  void achievable() {
    if (!item_.target || item_.history.empty()) return;
    Decimal sum;
    for (auto value : item_.history) sum += value;
    auto const mean = divide(sum, Decimal::of(static_cast<std::int64_t>(item_.history.size())), Rounding::half_up);
    auto const best = item_.better == BetterWhen::higher ? std::ranges::max(item_.history) : std::ranges::min(item_.history);
    auto const of_best = percent(*item_.target, best);
    std::map<std::string, std::string> arguments{{"target", item_.target->text()},
                                                 {"mean", mean.rounded(2, Rounding::half_up).text()},
                                                 {"best", best.text()},
                                                 {"percent", of_best.rounded(0, Rounding::half_up).text()},
                                                 {"times", std::to_string(item_.history.size())}};
    if (percent(*item_.target, mean) < Decimal::of(100)) say(SmartLetter::achievable, "too_easy", arguments);
    else if (of_best > Decimal::of(150)) say(SmartLetter::achievable, "doubtful", arguments);
    else if (of_best >= Decimal::of(100) && of_best <= Decimal::of(130)) say(SmartLetter::achievable, "stretch", arguments, SmartWeight::note);
  }

  void relevant() {
    if (!item_.linked_upward) say(SmartLetter::relevant, "not_linked");
  }

  void time_bound() {
    if (!item_.due_on) say(SmartLetter::time_bound, "no_deadline", {{"to", item_.period_to.text()}});
    else if (*item_.due_on < item_.period_from || *item_.due_on > item_.period_to)
      say(SmartLetter::time_bound, "deadline_outside", {{"due", item_.due_on->text()}, {"to", item_.period_to.text()}});
    bool const is_long = item_.period_to.days() - item_.period_from.days() > 31;
    if (is_long && item_.milestones.empty()) say(SmartLetter::time_bound, "no_milestones");
  }

  SmartItem const& item_;
  std::vector<SmartRemark> remarks_;
};

}  // namespace

std::vector<SmartRemark> smart(SmartItem const& item) { return Linter(item).remarks(); }

}  // namespace zx::goal::rules
