// A renovation whose parts wait for one another: what a plan is for.

#include "app/demo/story.hpp"

namespace zx::app::demo {
namespace {

using enum followup::Method;

constexpr char const* hall = "会所一层大厅翻新";
constexpr std::int64_t day = 450;  // working minutes

Story the_hall(Past const& on) {
  return {.title = hall,
          .description = "拆旧、水电改造、防水、吊顶、铺砖、家具到位，业主大会前竣工。各分项先后不能乱，能同时做的同时做。",
          .why = "业主大会定在月底，要在新大厅里开。",
          .standard = {"分项全部验收合格", "现场清理干净，可以开放"},
          .by = "李建军",
          .importance = 1,
          .at = on(-8, "09:20"),
          .due = on(14, "18:00"),
          .next = on(1, "09:30"),
          .tags = {"装修"},
          .participants = {"陈晓梅"}};
}

Story strip_out(Past const& on) {
  return {.title = "旧装修拆除清运",
          .standard = {"旧地砖和吊顶拆净", "垃圾当天清运"},
          .by = "李建军",
          .handler = "徐勇",
          .at = on(-8, "09:40"),
          .due = on(-4, "18:00"),
          .next = on(-5, "10:00"),
          .tags = {"装修"},
          .parent = hall,
          .estimate = 2 * day,
          .steps = {
              accept(on(-8, "10:30")),
              start(on(-6, "09:00")),
              follow_up(on(-5, "10:20"), "李建军",
                        {.method = on_site, .finding = "吊顶已拆完，地砖拆了一半", .solution = "明天拆完，傍晚清运", .progress = 60, .next = on(-4, "16:00")}),
              submit(on(-4, "16:40"), "旧地砖、吊顶全部拆净，垃圾已清运出场。"),
              close(on(-4, "17:20"), "现场看过，可以进水电。"),
          }};
}

Story pipes(Past const& on) {
  return {
      .title = "大厅水管改造",
      .by = "李建军",
      .handler = "王强",
      .at = on(-8, "09:50"),
      .due = on(1, "18:00"),
      .next = on(-1, "10:00"),
      .tags = {"装修", "给排水"},
      .parent = hall,
      .estimate = 2 * day,
      .after = {{"旧装修拆除清运"}},
      .steps = {
          accept(on(-8, "11:00")),
          start(on(-2, "09:00")),
          follow_up(on(-1, "10:10"), "李建军",
                    {.method = on_site, .finding = "主管已换，支管还差茶水间一段", .solution = "今天接完支管，打压", .progress = 60, .next = on(1, "10:00")}),
      }};
}

Story wiring(Past const& on) {
  return {.title = "大厅强弱电布线",
          .by = "李建军",
          .handler = "高翔",
          .at = on(-8, "10:00"),
          .due = on(2, "18:00"),
          .next = on(-1, "10:30"),
          .tags = {"装修", "弱电"},
          .parent = hall,
          .estimate = 3 * day,
          .after = {{"旧装修拆除清运"}},
          .steps = {
              accept(on(-8, "11:10")),
              start(on(-3, "09:00")),
              follow_up(on(-1, "10:40"), "李建军",
                        {.method = on_site, .finding = "强电管已敷完，弱电点位改了两处", .solution = "按新点位穿线", .progress = 40, .next = on(2, "10:00")}),
          }};
}

/// A part nobody has begun yet.
Story part(Past const& on, std::string title, std::string handler, std::int64_t estimate, std::vector<After> after) {
  return {.title = std::move(title),
          .by = "李建军",
          .handler = std::move(handler),
          .at = on(-8, "10:20"),
          .next = on(3, "09:30"),
          .tags = {"装修"},
          .parent = hall,
          .estimate = estimate,
          .after = std::move(after),
          .steps = {accept(on(-8, "14:00"))}};
}

}  // namespace

std::vector<Story> renovation_stories(Past const& on) {
  return {the_hall(on),
          strip_out(on),
          pipes(on),
          wiring(on),
          part(on, "防水和闭水试验", "刘大伟", day, {{"大厅水管改造"}}),
          part(on, "吊顶和灯具安装", "高翔", 2 * day, {{"大厅强弱电布线"}}),
          part(on, "墙地砖铺贴", "徐勇", 3 * day, {{"防水和闭水试验", 2 * day}}),
          part(on, "前台和家具定制", "董明", 4 * day, {}),
          part(on, "保洁和竣工验收", "徐勇", day, {{"吊顶和灯具安装"}, {"墙地砖铺贴"}, {"前台和家具定制"}})};
}

}  // namespace zx::app::demo
