#include "app/demo/story.hpp"

namespace zx::app::demo {
namespace {

using enum followup::Method;

/// The two rows of the printed 工作事项跟进表, moved to the present.
std::vector<Story> rows_of_the_sheet(Past const& on) {
  return {
      {.title = "PVC排水管修复",
       .description = "地下车库B1层PVC排水主管破裂，修复约12米，恢复吊架，通水试验合格后拆围挡。",
       .location = "地下车库B1层",
       .by = "李建军",
       .handler = "刘大伟",
       .importance = 2,
       .at = on(-6, "09:00"),
       .due = on(0, "18:00"),
       .next = on(-4, "09:30"),
       .tags = {"给排水"},
       .steps = {accept(on(-6, "09:45")),
                 follow_up(on(-4, "09:40"), "李建军", {.method = on_site, .finding = "人员配备未齐", .solution = "联系工程部经理", .next = on(-1, "09:30")}),
                 start(on(-1, "08:40")),
                 follow_up(on(-1, "09:50"), "李建军",
                           {.method = on_site, .finding = "施工开始", .solution = "联系工程部加快施工进度", .progress = 40, .next = on(0, "14:30")})}},
      {.title = "小区地热检测",
       .description = "供暖季前完成全部22栋楼地热管道打压检测，出具每栋检测表，发现漏点当天报修。",
       .location = "1号楼至22号楼",
       .by = "李建军",
       .handler = "赵德明",
       .importance = 1,
       .at = on(-25, "09:00"),
       .due = on(-1, "18:00"),
       .next = on(-17, "10:00"),
       .tags = {"供暖"},
       .participants = {"沈丽华"},
       .steps = {accept(on(-25, "10:10")),
                 follow_up(on(-17, "10:15"), "李建军",
                           {.method = phone, .finding = "新设备尚未到达", .solution = "联系财务部经理", .asked = "宋玉兰", .next = on(-4, "10:00")}),
                 start(on(-15, "08:40")),
                 follow_up(
                     on(-4, "10:20"), "李建军",
                     {.method = on_site, .finding = "20号-22号楼尚未检测", .solution = "联系工程部调入2名维修人员", .progress = 85, .next = on(-1, "10:00")})}},
  };
}

Story fire_check(Past const& on) {
  return {.title = "年度消防检查",
          .description = "为迎接消防支队年检：设施全检、维保单位联动测试、隐患清单闭环。目的：年检一次通过；标准：设施完好率100%；不达标将被责令限期整改。",
          .location = "全小区",
          .by = "李建军",
          .handler = "马俊",
          .importance = 1,
          .at = on(-20, "09:00"),
          .due = on(8, "18:00"),
          .next = on(-15, "14:00"),
          .tags = {"消防", "年检"},
          .participants = {"沈丽华", "赵德明"},
          .steps = {accept(on(-20, "09:50")), start(on(-19, "08:40")),
                    follow_up(on(-15, "14:10"), "李建军",
                              {.method = meeting,
                               .finding = "烟感测试完成1至10号楼，故障点17个",
                               .solution = "故障点分三批更换，先换高层",
                               .progress = 35,
                               .next = on(-8, "14:00")}),
                    follow_up(on(-8, "14:25"), "马俊",
                              {.method = on_site,
                               .finding = "1至18号楼烟感测试完成，消火栓水带缺6条",
                               .solution = "从备用库补6条，其余随采购单",
                               .asked = "董明",
                               .progress = 60,
                               .next = on(-2, "14:00")}),
                    follow_up(on(-2, "14:15"), "李建军",
                              {.method = joint_departments,
                               .finding = "联动测试排在下周，维保单位已确认",
                               .solution = "客服部提前两天公示试警铃",
                               .asked = "陈晓梅",
                               .next = on(2, "10:00")})}};
}

std::vector<Story> parts_of_the_fire_check(Past const& on) {
  return {
      {.title = "过期灭火器更换120具",
       .description = "按清单更换过期灭火器，旧瓶登记回收。",
       .by = "赵德明",
       .handler = "马俊",
       .at = on(-18, "09:00"),
       .due = on(-9, "18:00"),
       .next = on(-14, "09:00"),
       .tags = {"消防"},
       .parent = "年度消防检查",
       .steps = {accept(on(-18, "09:20")), start(on(-17, "09:00")),
                 follow_up(on(-14, "09:15"), "赵德明",
                           {.method = on_site, .finding = "已换70具，剩余在高层", .solution = "加派一人搬运", .progress = 60, .next = on(-11, "09:00")}),
                 submit(on(-11, "16:30"), "120具全部更换，旧瓶120具已由供应商回收，清单双方签字。"),
                 close(on(-10, "09:10"), "抽查20具，压力和有效期均合格。")}},
      {.title = "消防泵联动测试",
       .description = "测试启泵、稳压、末端试水，记录启泵时间不超过30秒。",
       .location = "消防泵房",
       .by = "赵德明",
       .handler = "马俊",
       .importance = 1,
       .at = on(-10, "09:00"),
       .due = on(2, "18:00"),
       .next = on(-5, "10:00"),
       .tags = {"消防"},
       .parent = "年度消防检查",
       .steps = {accept(on(-10, "09:35")), start(on(-7, "09:00")),
                 follow_up(
                     on(-5, "10:05"), "赵德明",
                     {.method = on_site, .finding = "2号泵启动超时，45秒", .solution = "清理底阀、检查控制柜接触器", .progress = 50, .next = on(-1, "10:00")}),
                 submit(on(-2, "17:00"), "底阀清理、接触器更换，三次测试启泵时间21、22、21秒。"),
                 follow_up(on(-1, "10:10"), "赵德明",
                           {.method = phone, .finding = "结果已提交，待我现场复测", .solution = "今天下午带秒表复测", .next = on(0, "15:30")})}},
      {.title = "疏散指示灯补装",
       .description = "补装缺失的疏散指示灯34处，方向正确，断电后点亮不少于30分钟。",
       .by = "赵德明",
       .handler = "徐勇",
       .at = on(-12, "09:00"),
       .due = on(-2, "18:00"),
       .next = on(-8, "09:30"),
       .tags = {"消防", "照明"},
       .parent = "年度消防检查",
       .steps = {accept(on(-12, "10:30")), start(on(-10, "09:00")),
                 follow_up(on(-8, "09:40"), "赵德明",
                           {.method = on_site, .finding = "已装20处，8号楼预埋管不通", .solution = "改走明线槽", .progress = 60, .next = on(-5, "09:30")}),
                 submit(on(-4, "16:00"), "34处全部装完。"), return_(on(-3, "10:00"), "11号楼有3处箭头方向装反，断电只亮了18分钟。"), start(on(-3, "14:00")),
                 follow_up(on(-2, "16:20"), "徐勇",
                           {.method = on_site,
                            .finding = "方向已改，备用电池不够",
                            .cause = "同一批电池容量不足",
                            .solution = "请采购换货8块",
                            .asked = "董明",
                            .progress = 80,
                            .next = on(-1, "16:00")})}},
  };
}

Story cable_cutover(Past const& on) {
  return {.title = "中心机房光缆割接",
          .description = "今晚零点至四点割接主干光缆，影响6至10号楼宽带用户，须提前48小时短信告知，割接后逐栋测速。",
          .location = "中心机房",
          .by = "杨帆",
          .handler = "罗志强",
          .importance = 1,
          .at = on(-7, "09:30"),
          .due = on(0, "23:30"),
          .next = on(-4, "15:00"),
          .tags = {"网络", "割接"},
          .participants = {"朱文博", "林小燕"},
          .steps = {accept(on(-7, "10:00")), start(on(-6, "09:00")),
                    follow_up(on(-4, "15:05"), "杨帆",
                              {.method = meeting,
                               .finding = "割接方案评审通过，备纤测试合格",
                               .solution = "客服今天发送割接告知短信",
                               .asked = "林小燕",
                               .progress = 50,
                               .next = on(-1, "15:00")}),
                    follow_up(on(-1, "15:10"), "罗志强",
                              {.method = on_site,
                               .finding = "熔纤盘已就位，短信送达率96%",
                               .solution = "未送达的47户由装维班电话告知",
                               .asked = "朱文博",
                               .progress = 70,
                               .next = on(0, "17:00")})}};
}

Story door_proposal(Past const& on) {
  return {.kind = "proposal",
          .title = "老旧单元门禁改造方案",
          .description = "比较刷卡、人脸两种方案的费用、工期和业主接受度，形成可提交业委会的方案。",
          .by = "李建军",
          .importance = 3,
          .at = on(-4, "17:10"),
          .due = on(15, "18:00"),
          .next = on(1, "10:00"),
          .tags = {"改造"},
          .draft = true};
}

}  // namespace

std::vector<Story> inspection_stories(Past const& on) {
  auto stories = rows_of_the_sheet(on);
  stories.push_back(fire_check(on));
  for (auto& part : parts_of_the_fire_check(on)) stories.push_back(std::move(part));
  stories.push_back(cable_cutover(on));
  stories.push_back(door_proposal(on));
  return stories;
}

}  // namespace zx::app::demo
