// "Where does it stand now, and who knows?"

#include "app/commands/commands.hpp"
#include "modules/followup/followup.hpp"
#include "platform/calendar/zone.hpp"

namespace zx::app::commands {
namespace {

/// The best match, with what else was found beside it.
struct Answer {
  std::string number;
  std::string title;
  std::string owner;
  std::string handler;
  std::string state;
  bool overdue = false;
  std::optional<Instant> due_at;
  std::optional<followup::LastFollowUp> last_follow_up;
  std::optional<Instant> next_follow_up_at;
  std::int64_t touch_count = 0;
  std::string kind;
  std::string id;
  std::vector<followup::Standing> others;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (number, title, owner, handler, state, overdue, due_at, last_follow_up, next_follow_up_at, touch_count, kind, id, others))

Answer answer(std::vector<followup::Standing> found) {
  auto& best = found.front();
  Answer view{.number = best.number,
              .title = best.title,
              .owner = best.owner.name,
              .handler = best.handler.name,
              .state = best.stage,
              .overdue = best.overdue,
              .due_at = best.due_at,
              .last_follow_up = best.last_follow_up,
              .next_follow_up_at = best.next_follow_up_at,
              .touch_count = best.touch_count,
              .kind = best.subject_kind,
              .id = best.id.text(),
              .others = {}};
  view.others.assign(std::make_move_iterator(found.begin() + 1), std::make_move_iterator(found.end()));
  return view;
}

class Sentence {
 public:
  Sentence(Catalogue const& texts, std::string language, std::string zone) : texts_(texts), language_(std::move(language)), zone_(std::move(zone)) {}

  std::string of(followup::Standing const& standing) const {
    RefusalArguments facts{{"number", standing.number},
                           {"title", standing.title},
                           {"owner", standing.owner.name},
                           {"handler", standing.handler.name},
                           {"state", text(code_of_stage(standing))},
                           {"due", local(standing.due_at)},
                           {"next", local(standing.next_follow_up_at)}};
    auto said = text("command.where.standing", facts);
    if (standing.overdue) said += text("command.where.overdue", facts);
    if (auto const& last = standing.last_follow_up) {
      said += "\n  " + text("command.where.last", {{"date", last->date.text()},
                                                   {"by", last->by_name},
                                                   {"method", text("followup.method." + std::string(enum_text(last->method)))},
                                                   {"finding", last->finding},
                                                   {"solution", last->solution.value_or("—")}});
    }
    if (standing.next_follow_up_at) said += "\n  " + text("command.where.next", facts);
    return said;
  }

 private:
  static std::string code_of_stage(followup::Standing const& standing) {
    if (standing.subject_type == "work_item") return "work.state." + standing.stage;
    if (standing.subject_type == "goal_item") return "goal.state." + standing.stage;
    return standing.stage;
  }
  std::string text(std::string const& code, RefusalArguments const& arguments = {}) const { return texts_.text(language_, code, arguments); }
  std::string local(std::optional<Instant> instant) const {
    return instant ? calendar::local_date(*instant, zone_).text() + " " + calendar::local_time(*instant, zone_).text() : std::string("—");
  }

  Catalogue const& texts_;
  std::string language_;
  std::string zone_;
};

}  // namespace

ExitCode where(Application& application, Console& console, std::string const& text) {
  auto system = application.system_actor();
  if (!system) return console.refuse(system.refusal(), application.texts());
  auto found = application.read(*system, [&](ReadContext const& ctx) { return followup::where(ctx, text); });
  if (found.empty()) return console.refuse(Refusal::not_found("command.where.nothing", {{"text", text}}), application.texts());
  Sentence sentence(application.texts(), console.language, system->time_zone);
  std::string lines;
  for (auto const& standing : found) lines += (lines.empty() ? "" : "\n") + sentence.of(standing);
  console.answer(answer(std::move(found)), lines);
  return ExitCode::success;
}

}  // namespace zx::app::commands
