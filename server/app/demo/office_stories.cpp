#include "app/demo/story.hpp"

namespace zx::app::demo {
namespace {

using enum followup::Method;

Story fewer_complaints(Past const& on) {
  return {
      .kind = "resolution",
      .title = "会议决议：三个月内重复投诉率降到5%以下",
      .description =
          "月度经营会决议。为什么：重复投诉占投诉总量14%；谁：客服部牵头，工程部、通信部配合；标准：重复投诉率连续四周低于5%；做不到：部门经理述职说明。",
      .why = "重复投诉占投诉总量14%",
      .standard = {"重复投诉率连续四周低于5%"},
      .consequence = "做不到由部门经理述职说明",
      .by = "周建国",
      .handler = "陈晓梅",
      .importance = 1,
      .at = on(-35, "16:00"),
      .due = on(20, "18:00"),
      .next = on(-28, "09:00"),
      .tags = {"会议决议"},
      .participants = {"李建军", "杨帆"},
      .source = work::Source::meeting_resolution,
      .steps = {accept(on(-35, "17:05")), start(on(-34, "09:00")),
                follow_up(on(-28, "09:10"), "周建国",
                          {.method = meeting,
                           .finding = "原因已分类：维修不及时占一半，宽带掉线占三成",
                           .solution = "各部门报整改措施和责任人",
                           .asked = "李建军",
                           .progress = 20,
                           .next = on(-18, "09:00")}),
                follow_up(on(-18, "09:15"), "陈晓梅",
                          {.method = joint_departments,
                           .finding = "重复投诉率11.2%，维修类下降明显",
                           .solution = "宽带类由通信部每周出掉线清单",
                           .asked = "杨帆",
                           .progress = 45,
                           .next = on(-8, "09:00")}),
                follow_up(on(-8, "09:20"), "周建国",
                          {.method = meeting, .finding = "重复投诉率7.6%", .solution = "渗漏类定主责人，不许再转手", .progress = 65, .next = on(1, "09:00")})}};
}

Story chargers(Past const& on) {
  return {
      .kind = "resolution",
      .title = "会议决议：地下车库增设充电桩立项",
      .description = "业主大会通过，先做电力容量核算和消防意见，再报立项。",
      .why = "新能源车主已超过两百户",
      .standard = {"电力容量核算报告", "消防书面意见", "立项申请已提交"},
      .location = "地下车库B2层",
      .by = "沈丽华",
      .handler = "李建军",
      .importance = 2,
      .at = on(-28, "15:00"),
      .due = on(-3, "18:00"),
      .next = on(-20, "10:00"),
      .tags = {"会议决议", "充电桩"},
      .source = work::Source::meeting_resolution,
      .steps = {accept(on(-27, "09:10")), start(on(-25, "09:00")),
                follow_up(on(-20, "10:10"), "沈丽华",
                          {.method = phone, .finding = "供电局要求补报用电方案", .solution = "请设计院出容量核算书", .progress = 30, .next = on(-10, "10:00")}),
                follow_up(on(-10, "10:20"), "李建军",
                          {.method = email,
                           .finding = "核算书已出，可增容24个桩位",
                           .solution = "同步征求消防意见",
                           .asked = "马俊",
                           .progress = 55,
                           .next = on(-3, "10:00")})}};
}

Story sewage_pumps(Past const& on) {
  return {
      .kind = "procurement",
      .title = "采购潜污泵2台（雨季备用）",
      .description = "功率4千瓦、扬程15米，三家比价，含安装调试，质保一年。",
      .why = "雨季备用泵不足",
      .standard = {"三家比价记录", "到货验收合格", "安装调试完成"},
      .by = "李建军",
      .handler = "董明",
      .importance = 2,
      .at = on(-10, "09:30"),
      .due = on(3, "18:00"),
      .next = on(-7, "10:00"),
      .tags = {"采购", "防汛"},
      .steps = {accept(on(-10, "10:40")), start(on(-9, "09:00")),
                follow_up(on(-7, "10:15"), "董明",
                          {.method = phone,
                           .finding = "三家报价：6,800、7,150、7,400元",
                           .solution = "第二家含安装，建议选第二家",
                           .progress = 40,
                           .next = on(-3, "10:00")}),
                follow_up(on(-3, "10:05"), "李建军",
                          {.method = phone, .finding = "合同已审，等财务付定金", .solution = "移交财务部办理付款", .progress = 60, .next = on(-1, "10:00")}),
                hand_over(on(-3, "10:20"), "董明", "唐敏", "定金30%即4,290元，请本周付出，供应商收款后发货。")}};
}

Story power_bill(Past const& on) {
  return {.title = "季度公共电费分摊核对",
          .description = "按楼栋核对电表读数与账单，差异超过2%的查明原因，公示分摊明细。",
          .by = "宋玉兰",
          .handler = "唐敏",
          .importance = 2,
          .at = on(-22, "09:00"),
          .due = on(-12, "18:00"),
          .next = on(-18, "15:00"),
          .tags = {"财务"},
          .steps = {accept(on(-22, "09:30")), start(on(-21, "09:00")),
                    follow_up(on(-18, "15:05"), "宋玉兰",
                              {.method = on_site,
                               .finding = "5号楼读数与账单差7%",
                               .solution = "请工程部现场复抄电表",
                               .asked = "赵德明",
                               .progress = 50,
                               .next = on(-14, "15:00")}),
                    submit(on(-14, "11:00"), "5号楼为抄表串户，已更正；其余差异均在1%以内，分摊表附后。"), close(on(-13, "09:30"), "已复核，明细张贴公示。")}};
}

Story manners_training(Past const& on) {
  return {.kind = "training_plan",
          .title = "新员工客服礼仪与报修受理培训",
          .description = "两次课加一次现场演练；标准：受理话术测试85分以上，七问填写完整率100%。",
          .standard = {"受理话术测试85分以上", "七问填写完整率100%"},
          .location = "培训教室",
          .by = "曹颖",
          .handler = "吴佳怡",
          .importance = 3,
          .at = on(-15, "09:00"),
          .due = on(5, "18:00"),
          .next = on(-9, "14:00"),
          .tags = {"培训"},
          .participants = {"林小燕", "黄婷婷"},
          .steps = {accept(on(-15, "10:00")), start(on(-12, "14:00")),
                    follow_up(on(-9, "14:10"), "曹颖",
                              {.method = on_site,
                               .finding = "第一次课8人参加，测试平均82分",
                               .solution = "错题集中在“标准”和“后果”两问，第二次课重点讲",
                               .progress = 40,
                               .next = on(-1, "14:00")}),
                    follow_up(on(-1, "14:20"), "吴佳怡",
                              {.method = meeting, .finding = "第二次课完成，平均91分", .solution = "下周做现场演练", .progress = 75, .next = on(2, "14:00")})}};
}

Story lift_rescue_drill(Past const& on) {
  return {.kind = "training_plan",
          .title = "电梯困人应急演练",
          .description = "客服、保安、维保三方联合演练，接报到放人不超过30分钟。",
          .standard = {"接报到放人不超过30分钟"},
          .location = "11号楼1号电梯",
          .by = "赵德明",
          .handler = "孙海涛",
          .importance = 2,
          .at = on(-50, "09:00"),
          .due = on(-42, "18:00"),
          .next = on(-46, "09:00"),
          .tags = {"培训", "电梯"},
          .steps = {accept(on(-50, "09:40")), start(on(-47, "09:00")),
                    follow_up(on(-46, "09:10"), "赵德明",
                              {.method = meeting, .finding = "保安班次冲突，推迟两天", .solution = "改到周五下午", .next = on(-41, "14:00")}),
                    submit(on(-41, "16:30"), "接报到放人24分钟，客服安抚话术需改进，记录已归档。"), close(on(-40, "09:00"), "达到标准，改进点转客服部培训。")}};
}

Story cancelled_purchase(Past const& on) {
  return {.kind = "procurement",
          .title = "采购员工宿舍空调6台",
          .description = "宿舍空调老化，拟更换6台1.5匹挂机。",
          .standard = {"三家比价记录", "到货验收合格"},
          .by = "冯国平",
          .handler = "董明",
          .importance = 4,
          .at = on(-40, "10:00"),
          .due = on(-20, "18:00"),
          .next = on(-36, "10:00"),
          .tags = {"采购"},
          .steps = {accept(on(-40, "11:30")), start(on(-38, "09:00")),
                    follow_up(on(-36, "10:10"), "冯国平",
                              {.method = meeting, .finding = "宿舍年底退租，租约不续", .solution = "建议取消采购", .next = on(-34, "10:00")}),
                    cancel(on(-34, "10:15"), "冯国平", "宿舍年底退租，不再需要。")}};
}

Story account_review(Past const& on) {
  return {.title = "离职人员账号清理",
          .description = "每月核对离职名单，停用账号、收回门禁权限，结果交审计员抽查。",
          .by = "邓志伟",
          .importance = 3,
          .at = on(-5, "09:00"),
          .due = on(1, "18:00"),
          .next = on(0, "10:00"),
          .tags = {"账号"},
          .participants = {"许静怡", "潘秀英"},
          .steps = {start(on(-4, "09:00")), follow_up(on(-2, "16:00"), "邓志伟",
                                                      {.method = instant_message,
                                                       .finding = "人力提供离职3人，其中1人门禁未收回",
                                                       .solution = "请弱电当天注销门禁卡",
                                                       .asked = "高翔",
                                                       .progress = 60,
                                                       .next = on(0, "15:00")})}};
}

}  // namespace

std::vector<Story> office_stories(Past const& on) {
  return {fewer_complaints(on), chargers(on),          sewage_pumps(on),       power_bill(on),
          manners_training(on), lift_rescue_drill(on), cancelled_purchase(on), account_review(on)};
}

}  // namespace zx::app::demo
