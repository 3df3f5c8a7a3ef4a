#include "platform/ical/calendar.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "platform/base/json_reader.hpp"
#include "platform/base/text.hpp"
#include "platform/testing/other_program.hpp"

namespace zx::ical {
namespace {

Instant at(std::string_view text) { return Instant::parse(text).value(); }

Calendar example() {
  Event meeting;
  meeting.uid = "meeting-1@company.test";
  meeting.stamp = at("2026-11-01T00:00:00Z");
  meeting.sequence = 3;
  meeting.summary = "月度经营分析会：请各部门带上本月目标完成情况、偏差原因与下月措施，逾期事项逐条说明 😀";
  meeting.description = "第一行，有逗号\n第二行; 有分号 \\ 反斜杠\r\n第三行\x01";
  meeting.location = "三楼, 会议室";
  meeting.url = "https://zhixing.company.test/m/1?a=1;b=2,3";
  meeting.categories = {"会议", "经营, 分析"};
  meeting.status = Status::confirmed;
  meeting.organizer = Person{"张三: \"主持\"", "zhang@company.test"};
  meeting.attendees = {{"李四", "li@company.test"}, {"", "wang@company.test"}};
  meeting.remind_minutes_before = 15;
  meeting.start = at("2026-11-20T01:00:00Z");
  meeting.end = at("2026-11-20T02:30:00Z");
  Event holiday;
  holiday.uid = "holiday-1";
  holiday.stamp = at("2026-11-01T00:00:00Z");
  holiday.summary = "国庆节";
  holiday.first_day = Date{2026, 10, 1};
  holiday.last_day = Date{2026, 10, 7};
  Task task;
  task.uid = "task-1";
  task.stamp = at("2026-11-01T00:00:00.500Z");
  task.summary = "回访客户";
  task.due = at("2026-11-30T10:00:00Z");
  task.status = Status::in_process;
  task.percent_complete = 40;
  task.priority = 1;
  task.remind_minutes_before = 60;
  return {.product = "-//Zhixing//Zhixing//ZH", .name = "知行：我的日程", .refresh_hours = 1, .events = {meeting, holiday}, .tasks = {task}};
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = text.find("\r\n", at);
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

TEST(CalendarTest, lines_are_at_most_75_octets_and_no_character_is_torn) {
  auto const lines = lines_of(write(example()));
  EXPECT_GT(lines.size(), 40U);
  for (auto const& line : lines) {
    EXPECT_LE(line.size(), 75U) << line;
    EXPECT_TRUE(text::is_valid_utf8(line)) << line;
    EXPECT_EQ(line.find_first_of("\r\n"), line.npos);
  }
}

TEST(CalendarTest, texts_of_every_length_fold_without_loss) {
  for (std::size_t length = 0; length < 200; ++length) {
    Calendar calendar{.product = "p"};
    calendar.name = std::string(length, 'a') + "知行😀知行知行";
    auto const text = write(calendar);
    EXPECT_NE(unfolded(text).find("X-WR-CALNAME:" + calendar.name + "\r\n"), text.npos);
    for (auto const& line : lines_of(text)) EXPECT_TRUE(line.size() <= 75 && text::is_valid_utf8(line)) << length;
  }
}

TEST(CalendarTest, an_event_without_length_has_no_end) {
  auto calendar = example();
  calendar.events[0].end = calendar.events[0].start;
  auto const text = write(calendar);
  EXPECT_EQ(text.find("DTEND:"), text.npos);
}

TEST(CalendarTest, the_refresh_interval_is_one_that_phones_accept) {
  EXPECT_NE(write(example()).find("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"), std::string::npos);
}

TEST(CalendarTest, no_text_can_start_a_line_of_its_own) {
  auto calendar = example();
  std::string const evil = "x\r\nEND:VEVENT\nBEGIN:VEVENT\rX";
  calendar.name = calendar.product = evil;
  auto& event = calendar.events[0];
  event.uid = event.summary = event.description = event.location = event.url = evil;
  event.categories = {evil};
  event.organizer = Person{evil, evil};
  auto const lines = lines_of(write(calendar));
  EXPECT_EQ(std::ranges::count(lines, "BEGIN:VEVENT"), 2);
  EXPECT_EQ(std::ranges::count(lines, "END:VEVENT"), 2);
}

TEST(CalendarTest, an_entry_without_uid_is_a_bug) {
  auto calendar = example();
  calendar.tasks[0].uid.clear();
  EXPECT_THROW(write(calendar), std::invalid_argument);
}

constexpr auto reader = R"PY(
import icalendar, json, sys
c = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
when = lambda p: p.dt.isoformat()
e, h = [x for x in c.walk("VEVENT")]
t = c.walk("VTODO")[0]
print(json.dumps({
  "name": c["X-WR-CALNAME"], "method": c["METHOD"],
  "summary": e["SUMMARY"], "description": e["DESCRIPTION"], "location": e["LOCATION"], "url": e["URL"], "uid": e["UID"],
  "start": when(e["DTSTART"]), "end": when(e["DTEND"]), "stamp": when(e["DTSTAMP"]), "sequence": int(e["SEQUENCE"]),
  "organizer": str(e["ORGANIZER"]), "attendees": [[a.params["CN"], str(a)] for a in e["ATTENDEE"]],
  "categories": [str(x) for x in e["CATEGORIES"].cats], "alarm": str(e.walk("VALARM")[0]["TRIGGER"].dt),
  "first": when(h["DTSTART"]), "behind": when(h["DTEND"]),
  "due": when(t["DUE"]), "status": t["STATUS"], "percent": int(t["PERCENT-COMPLETE"]),
  "errors": [str(x) for p in c.walk() for x in p.errors]}, ensure_ascii=False))
)PY";

TEST(CalendarTest, another_program_reads_what_was_written) {
  if (!testing::has_python_module("icalendar")) GTEST_SKIP() << "python3-icalendar is not installed";
  auto const base = std::filesystem::temp_directory_path() / ("zhixing-ical-" + std::to_string(::getpid()));
  auto const script = base.string() + ".py", file = base.string() + ".ics";
  std::ofstream(script) << reader;
  std::ofstream(file, std::ios::binary) << write(example());
  auto const run = testing::run_program("PYTHONIOENCODING=utf-8 " + std::string(testing::python) + " " + script + " " + file);
  std::filesystem::remove(script);
  std::filesystem::remove(file);
  auto const read = json::Value::parse(run.output).value();
  auto const text = [&](std::string_view key) { return std::string(read.find(key).value().as_string().value()); };
  auto const meeting = example().events[0];
  EXPECT_EQ(text("name"), "知行：我的日程");
  EXPECT_EQ(text("method"), "PUBLISH");
  EXPECT_EQ(text("summary"), meeting.summary);
  EXPECT_EQ(text("description"), "第一行，有逗号\n第二行; 有分号 \\ 反斜杠\n第三行");
  EXPECT_EQ(text("location"), meeting.location);
  EXPECT_EQ(text("url"), meeting.url);
  EXPECT_EQ(text("uid"), meeting.uid);
  EXPECT_EQ(text("start"), "2026-11-20T01:00:00+00:00");
  EXPECT_EQ(text("end"), "2026-11-20T02:30:00+00:00");
  EXPECT_EQ(text("stamp"), "2026-11-01T00:00:00+00:00");
  EXPECT_EQ(read.find("sequence")->as_integer(), 3);
  EXPECT_EQ(text("organizer"), "mailto:zhang@company.test");
  EXPECT_EQ(read.find("attendees")->text(), R"([["李四","mailto:li@company.test"],["wang@company.test","mailto:wang@company.test"]])");
  EXPECT_EQ(text("alarm"), "-1 day, 23:45:00");
  EXPECT_EQ(text("first"), "2026-10-01");
  EXPECT_EQ(text("behind"), "2026-10-08");
  EXPECT_EQ(text("due"), "2026-11-30T10:00:00+00:00");
  EXPECT_EQ(text("status"), "IN-PROCESS");
  EXPECT_EQ(read.find("percent")->as_integer(), 40);
  EXPECT_EQ(read.find("errors")->text(), "[]");
}

}  // namespace
}  // namespace zx::ical
