#include "app/demo/story.hpp"

namespace zx::app::demo {
namespace {

using enum followup::Method;
using enum followup::Direction;
using enum followup::Outcome;

/// The scene the product exists for: passed on for half a month, and the general manager asks who knows.
Story the_leak(Past const& on) {
  return {.kind = "work_order",
          .title = "3号楼2单元1102厨房顶板渗水报修",
          .description = "租户来电：厨房顶板持续渗水，墙面起泡，已用盆接水。怀疑楼上水管或防水层。请查明原因、修复并恢复墙面，修好后租户签字。",
          .location = "3号楼2单元1102",
          .requester = "孙女士",
          .phone = "10000016688",
          .by = "林小燕",
          .handler = "赵德明",
          .importance = 1,
          .at = on(-11, "09:12"),
          .due = on(-7, "18:00"),
          .next = on(-10, "09:30"),
          .tags = {"给排水", "渗水"},
          .participants = {"陈晓梅", "李建军"},
          .steps = {
              accept(on(-11, "10:40")),
              hand_over(on(-11, "11:05"), "赵德明", "王强", "先去看一下是管子还是防水。"),
              accept(on(-11, "15:20")),
              start(on(-10, "09:00")),
              follow_up(on(-10, "09:45"), "王强",
                        {.method = on_site,
                         .finding = "1202厨房冷水管接头渗水，关总阀后仍有少量滴水，防水层可能也坏了",
                         .solution = "先紧固接头，第二天复看",
                         .progress = 20,
                         .next = on(-9, "09:30")}),
              follow_up(on(-9, "09:40"), "林小燕",
                        {.method = phone,
                         .direction = outward,
                         .finding = "租户说渗水小了，但没有停",
                         .solution = "转告工程部继续查防水层",
                         .outcome = reached,
                         .next = on(-8, "09:30")}),
              hand_over(on(-9, "10:15"), "王强", "徐勇", "接头已处理，剩下是防水层的活，请综合维修接手。"),
              decline(on(-9, "14:30"), "我不会做防水，这个要找有防水资质的人，请派给别人。"),
              follow_up(on(-8, "10:20"), "王强",
                        {.method = on_site,
                         .finding = "打开1202橱柜，防水层空鼓约0.6平方米，需凿开重做",
                         .cause = "没有防水材料，也没有人派工",
                         .solution = "报维修主管联系采购",
                         .asked = "赵德明",
                         .progress = 30,
                         .next = on(-7, "10:00")}),
              hand_over(on(-7, "11:30"), "王强", "董明", "需要聚合物防水涂料20公斤、堵漏王5公斤，请采购。"),
              accept(on(-6, "09:50")),
              follow_up(on(-5, "16:10"), "董明",
                        {.method = phone, .finding = "供应商缺货，答应两天内送到", .solution = "同时询第二家，谁先到用谁", .next = on(-3, "10:00")}),
              follow_up(on(-3, "10:30"), "董明",
                        {.method = phone, .finding = "材料已到仓库", .solution = "移交工程部施工", .progress = 40, .next = on(-2, "09:30")}),
              hand_over(on(-3, "10:45"), "董明", "刘大伟", "材料在仓库2号架，施工请与1202业主约时间。"),
              accept(on(-2, "09:10")),
              comment(on(-1, "10:02"), "周建国", "这张报修单半个月了，现在到底到哪一步？谁在办，谁知道？"),
              follow_up(on(-1, "10:20"), "林小燕",
                        {.method = joint_departments,
                         .finding = "在刘大伟手上：材料已齐，1202业主明天上午在家，可以施工；租户已三次来电",
                         .cause = "转了五手，中间两次等人接收",
                         .solution = "请赵德明现场盯，凿除旧防水当天做完第一遍；我负责每天给租户回话",
                         .asked = "赵德明",
                         .next = on(0, "10:30")}),
              comment(on(-1, "10:35"), "李建军", "工程部以后凡渗漏先定主责人，一次到位，不再往下转。"),
          }};
}

Story lift_on_hold(Past const& on) {
  return {.kind = "work_order",
          .title = "6号楼2号电梯曳引机异响",
          .description = "曳引机运行有周期性异响并伴随轻微抖动，维保判断轴承磨损。要求更换后空载满载各运行一小时，出具检测记录。",
          .location = "6号楼2号电梯",
          .requester = "6号楼楼长魏阿姨",
          .phone = "10000016302",
          .by = "黄婷婷",
          .handler = "孙海涛",
          .importance = 1,
          .at = on(-9, "08:55"),
          .due = on(6, "18:00"),
          .next = on(-8, "10:00"),
          .tags = {"电梯"},
          .steps = {
              accept(on(-9, "09:30")),
              start(on(-9, "10:00")),
              follow_up(on(-8, "10:15"), "孙海涛",
                        {.method = on_site,
                         .finding = "曳引机轴承磨损，停用2号梯，1号梯单梯运行",
                         .solution = "向厂家订购原厂轴承",
                         .progress = 20,
                         .next = on(-6, "14:00")}),
              follow_up(on(-6, "14:20"), "黄婷婷",
                        {.method = instant_message,
                         .direction = outward,
                         .finding = "业主对单梯运行有意见，早高峰排队",
                         .solution = "早高峰安排保安疏导，公示到货时间",
                         .outcome = agreed,
                         .next = on(-4, "10:00")}),
              hold(on(-4, "10:30"), "孙海涛", "原厂轴承国外发货，四天后到港，到货前无法施工。", on(3, "09:00")),
          }};
}

Story blocked_drain(Past const& on) {
  return {.kind = "work_order",
          .title = "9号楼1单元902卫生间返水",
          .description = "业主反映卫生间地漏返水，已漫到走廊，请立即上门。",
          .location = "9号楼1单元902",
          .requester = "邹先生",
          .phone = "10000017720",
          .by = "林小燕",
          .handler = "王强",
          .importance = 1,
          .at = on.ago(25),
          .due = on.after(on.now(), 240),
          .next = on.after(on.now(), 60),
          .tags = {"给排水"}};
}

Story nobody_took_it(Past const& on) {
  return {
      .kind = "work_order",
      .title = "15号楼架空层配电箱门损坏",
      .description = "儿童可以随手拉开，存在触电隐患，请先临时封闭再更换箱门。",
      .location = "15号楼架空层",
      .by = "黄婷婷",
      .handler = "徐勇",
      .importance = 1,
      .at = on(-3, "15:10"),
      .due = on(-1, "18:00"),
      .next = on(-2, "10:00"),
      .tags = {"电气", "安全"},
      .steps = {
          follow_up(
              on(-2, "10:25"), "黄婷婷",
              {.method = phone, .finding = "徐勇在外单位送修水泵，电话未接", .solution = "已请保安先用警示带围挡", .asked = "赵德明", .next = on(-1, "09:00")}),
      }};
}

Story declined(Past const& on) {
  return {.kind = "work_order",
          .title = "会所一层玻璃门地弹簧漏油",
          .description = "玻璃门无法自动回位，关门有撞击声。",
          .location = "会所一层",
          .by = "黄婷婷",
          .handler = "高翔",
          .importance = 3,
          .at = on(-2, "11:15"),
          .due = on(2, "18:00"),
          .next = on(0, "11:00"),
          .tags = {"门窗"},
          .steps = {decline(on(-2, "14:05"), "玻璃门属综合维修，弱电没有地弹簧和工具，请派徐勇。")}};
}

Story pump_room(Past const& on) {
  return {
      .title = "生活水泵房二次供水水箱清洗",
      .description = "半年一次清洗消毒，需提前48小时公示停水，清洗后送检水质，报告张贴公示。",
      .location = "生活水泵房",
      .by = "王强",
      .importance = 2,
      .at = on(-12, "09:00"),
      .due = on(1, "18:00"),
      .next = on(-9, "09:00"),
      .tags = {"给排水", "水质"},
      .steps = {
          start(on(-10, "09:00")),
          follow_up(
              on(-9, "09:10"), "王强",
              {.method = meeting, .finding = "清洗单位已定，停水通知已张贴", .solution = "提醒客服在业主群同步", .progress = 30, .next = on(-5, "09:00")}),
          follow_up(
              on(-5, "17:20"), "王强",
              {.method = on_site, .finding = "1号水箱清洗完成，2号水箱检修口锈死", .solution = "喷松动剂，明早再开", .progress = 60, .next = on(-2, "09:00")}),
      }};
}

Story switch_room(Past const& on) {
  return {.title = "3号配电房周检",
          .description = "检查变压器温度、电容补偿、应急灯和挡鼠板，按表逐项签字。",
          .location = "3号配电房",
          .by = "赵德明",
          .handler = "王强",
          .importance = 2,
          .at = on(-1, "08:40"),
          .due = on(0, "18:00"),
          .next = on(0, "15:00"),
          .tags = {"电气", "周检"},
          .steps = {accept(on(-1, "09:00"))}};
}

Story gate_returned(Past const& on) {
  return {
      .kind = "work_order",
      .title = "南门车辆道闸抬杆缓慢",
      .description = "早高峰抬杆需8秒，车辆排到马路。要求抬杆不超过3秒，连续100次无故障。",
      .location = "南门",
      .by = "林小燕",
      .handler = "高翔",
      .importance = 2,
      .at = on(-6, "10:00"),
      .due = on(0, "18:00"),
      .next = on(-4, "10:00"),
      .tags = {"弱电", "停车"},
      .steps = {
          accept(on(-6, "10:25")),
          start(on(-6, "14:00")),
          follow_up(
              on(-4, "10:10"), "高翔",
              {.method = on_site, .finding = "平衡弹簧松弛，变频器参数被改过", .solution = "调弹簧、恢复出厂参数", .progress = 60, .next = on(-2, "10:00")}),
          submit(on(-3, "16:00"), "弹簧已调紧，参数恢复，抬杆约4秒。"),
          return_(on(-2, "10:30"), "标准是不超过3秒，现场测了三次都是4秒以上，未达到。"),
          follow_up(on(-1, "15:40"), "林小燕",
                    {.method = on_site, .finding = "早高峰仍然排队", .solution = "请高翔联系厂家远程调变频器曲线", .next = on(0, "16:30")}),
      }};
}

}  // namespace

std::vector<Story> repair_stories(Past const& on) {
  return {the_leak(on), lift_on_hold(on), blocked_drain(on), nobody_took_it(on), declined(on), pump_room(on), switch_room(on), gate_returned(on)};
}

}  // namespace zx::app::demo
