#include "app/demo/story.hpp"

#include <stdexcept>

namespace zx::app::demo {

Instant Past::operator()(int working_days, std::string_view time) const {
  auto of_day = TimeOfDay::parse(time);
  if (!of_day) throw std::logic_error("no time of day: " + std::string(time));
  auto today = calendar::local_date(now_, calendar_->zone());
  return calendar::at(calendar_->add_working_days(today, working_days), *of_day, calendar_->zone());
}

Instant Past::after(Instant start, std::int64_t working_minutes) const {
  auto exact = calendar_->add_working_time(start, std::chrono::minutes(working_minutes));
  return {exact.ms - exact.ms % 60'000};
}

Step follow_up(Instant at, std::string who, Touch touch) { return {.act = Act::follow_up, .at = at, .who = std::move(who), .touch = std::move(touch)}; }
Step hand_over(Instant at, std::string who, std::string to, std::string note) {
  return {.act = Act::hand_over, .at = at, .who = std::move(who), .text = std::move(note), .to = std::move(to)};
}
Step accept(Instant at) { return {.act = Act::accept, .at = at}; }
Step decline(Instant at, std::string reason) { return {.act = Act::decline, .at = at, .text = std::move(reason)}; }
Step withdraw(Instant at, std::string who) { return {.act = Act::withdraw, .at = at, .who = std::move(who)}; }
Step start(Instant at) { return {.act = Act::start, .at = at}; }
Step submit(Instant at, std::string result) { return {.act = Act::submit, .at = at, .text = std::move(result)}; }
Step close(Instant at, std::string note) { return {.act = Act::close, .at = at, .text = std::move(note)}; }
Step return_(Instant at, std::string reason) { return {.act = Act::return_, .at = at, .text = std::move(reason)}; }
Step hold(Instant at, std::string who, std::string reason, Instant until) {
  return {.act = Act::hold, .at = at, .who = std::move(who), .text = std::move(reason), .until = until};
}
Step resume(Instant at, std::string who) { return {.act = Act::resume, .at = at, .who = std::move(who)}; }
Step cancel(Instant at, std::string who, std::string reason) { return {.act = Act::cancel, .at = at, .who = std::move(who), .text = std::move(reason)}; }
Step report_delay(Instant at, std::string who, Delay delay) { return {.act = Act::report_delay, .at = at, .who = std::move(who), .delay = std::move(delay)}; }
Step approve_delay(Instant at, std::string who, std::string note) {
  return {.act = Act::approve_delay, .at = at, .who = std::move(who), .text = std::move(note)};
}
Step decline_delay(Instant at, std::string who, std::string reason) {
  return {.act = Act::decline_delay, .at = at, .who = std::move(who), .text = std::move(reason)};
}
Step comment(Instant at, std::string who, std::string text) { return {.act = Act::comment, .at = at, .who = std::move(who), .text = std::move(text)}; }

}  // namespace zx::app::demo
