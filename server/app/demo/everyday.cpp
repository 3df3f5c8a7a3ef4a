#include "app/demo/everyday.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace zx::app::demo {
namespace {

constexpr std::int64_t minutes_a_day = 450;
constexpr std::int64_t days_of_history = 122;
constexpr std::int64_t days_lately = 8;

constexpr std::array surnames{"孙", "周", "钱", "吕", "施", "孔", "严", "华", "魏", "陶", "姜", "戚", "谢", "邹", "喻", "苏", "潘", "葛", "范", "彭"};
constexpr std::array forms_of_address{"先生", "女士", "阿姨", "师傅"};
constexpr std::array indoors{"会所一层", "会所二层健身房", "客服大厅", "7号楼大堂", "监控中心", "业主活动室", "地下车库B1层", "地下车库B2层"};
constexpr std::array outdoors{"北门岗亭", "南门通道", "中心花园", "儿童游乐区", "西侧围墙", "东侧步道", "非机动车棚", "垃圾分类站"};

std::string flat(Dice& dice) {
  auto floor = dice.between(1, 18);
  auto door = dice.between(1, 4);
  return std::to_string(dice.between(1, 22)) + "号楼" + std::to_string(dice.between(1, 3)) + "单元" + std::to_string(floor * 100 + door);
}

std::string building(Dice& dice) { return std::to_string(dice.between(1, 22)) + "号楼"; }

std::string place_for(Job const& job, Dice& dice) {
  switch (job.place) {
    case Place::flat: return flat(dice);
    case Place::building: return building(dice);
    case Place::lift: return building(dice) + std::to_string(dice.between(1, 2)) + "号电梯";
    case Place::indoors: return dice.one_of(indoors);
    case Place::outdoors: return dice.one_of(outdoors);
  }
  throw std::logic_error("no such place");
}

/// Nobody's: no mobile number begins with 100.
std::string phone(Dice& dice) { return "1000001" + std::to_string(dice.between(1000, 9999)); }

std::string filled(std::string_view text, std::string const& place) {
  constexpr std::string_view blank = "{place}";
  std::string filled(text);
  if (auto at = filled.find(blank); at != std::string::npos) filled.replace(at, blank.size(), place);
  return filled;
}

/// A third come up in the last days; the rest over the whole time.
std::int64_t minutes_ago(Dice& dice) {
  return dice.one_in(3) ? dice.between(30, days_lately * minutes_a_day) : dice.between(days_lately * minutes_a_day, days_of_history * minutes_a_day);
}

/// Three in four in time.
std::int64_t minutes_taken(Job const& job, Dice& dice) {
  auto allowed = job.hours * 60;
  return dice.one_in(4) ? allowed * dice.between(110, 180) / 100 : allowed * dice.between(45, 95) / 100;
}

Story beginning(Job const& job, Past const& on, Dice& dice) {
  auto place = place_for(job, dice);
  Story story{.kind = std::string(job.kind), .title = filled(job.title, place), .description = filled(job.description, place), .location = place};
  if (job.place == Place::flat) {
    story.requester = std::string(dice.one_of(surnames)) + dice.one_of(forms_of_address);
    story.phone = phone(dice);
  }
  story.by = std::string(dice.one_of(job.registered_by));
  story.handler = std::string(dice.one_of(job.done_by));
  story.importance = job.importance;
  story.at = on.ago(minutes_ago(dice));
  story.due = on.after(story.at, job.hours * 60);
  story.standard.assign(job.standard.begin(), job.standard.end());
  story.tags = {std::string(job.tag)};
  return story;
}

followup::Method method_of(bool by_handler, Dice& dice) {
  using enum followup::Method;
  static constexpr std::array by_owner{phone, phone, instant_message, sms};
  return by_handler ? on_site : dice.one_of(by_owner);
}

/// Owner and handler look in turn; each look promises the next one.
void add_looks(Story& story, Job const& job, Past const& on, Instant started, std::int64_t minutes, Instant closed, Dice& dice) {
  auto count = static_cast<std::int64_t>(job.looks.size());
  auto look_at = [&](std::int64_t i) { return i == count ? closed : on.after(started, minutes * (i + 1) / (count + 1)); };
  story.next = look_at(0);
  for (std::int64_t i = 0; i < count; ++i) {
    auto const& look = job.looks[static_cast<std::size_t>(i)];
    bool const by_handler = i % 2 == 0;
    story.steps.push_back(follow_up(look_at(i), by_handler ? story.handler : story.by,
                                    {.method = method_of(by_handler, dice),
                                     .finding = std::string(look.finding),
                                     .solution = std::string(look.solution),
                                     .progress = by_handler ? std::optional(100 * (i + 1) / (count + 1)) : std::nullopt,
                                     .next = look_at(i + 1)}));
  }
}

/// Some owners have not looked when they promised to.
void forget_the_last_hours(Story& story, Past const& on, Dice& dice) {
  auto since = on.ago(dice.between(60, 900));
  std::erase_if(story.steps, [&](Step const& step) { return step.at > since; });
}

Story everyday(Job const& job, Past const& on, Dice& dice) {
  auto story = beginning(job, on, dice);
  auto accepted = on.after(story.at, dice.between(8, 90));
  auto started = on.after(accepted, dice.between(5, 50));
  auto minutes = minutes_taken(job, dice);
  auto submitted = on.after(started, minutes);
  auto closed = on.after(submitted, dice.between(20, 240));
  story.steps = {accept(accepted), start(started)};
  add_looks(story, job, on, started, minutes, closed, dice);
  story.steps.push_back(submit(submitted, std::string(job.result)));
  story.steps.push_back(close(closed, std::string(job.note)));
  if (dice.one_in(6)) forget_the_last_hours(story, on, dice);
  return story;
}

}  // namespace

std::uint64_t Dice::next() {
  state_ += 0x9e3779b97f4a7c15;
  auto mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

std::int64_t Dice::between(std::int64_t least, std::int64_t most) {
  return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
}

std::vector<Story> everyday_stories(Past const& on, int count, std::uint64_t seed) {
  Dice dice(seed);
  auto jobs = repair_jobs();
  jobs.insert(jobs.end(), other_jobs().begin(), other_jobs().end());
  std::vector<Story> stories;
  for (int i = 0; i < count; ++i) stories.push_back(everyday(jobs[static_cast<std::size_t>(i) % jobs.size()], on, dice));
  return stories;
}

}  // namespace zx::app::demo
