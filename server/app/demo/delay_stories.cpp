// Half a year of lateness: what was promised, why it was not kept, and what the supervisor said.

#include "app/demo/story.hpp"

namespace zx::app::demo {
namespace {

using enum work::DelayCause;

enum class Decision { approved, declined, open };

/// Days are working days from today; a day after today has not come yet.
struct Late {
  std::string title;
  std::string by;
  std::string supervisor;
  int made;
  int due;
  int reported;
  int decided;
  int new_due;
  int done;
  work::DelayCause cause;
  std::vector<std::string> whys;
  std::string action;
  std::string said;
  Decision decision = Decision::approved;
};

constexpr int not_yet = 1000;

std::vector<Step> steps_of(Past const& on, Late const& late) {
  std::vector<Step> steps{
      start(on(late.made, "14:00")),
      report_delay(on(late.reported, "09:20"), late.by, {.cause = late.cause, .whys = late.whys, .action = late.action, .until = on(late.new_due, "18:00")})};
  if (late.decision == Decision::approved) steps.push_back(approve_delay(on(late.decided, "11:00"), late.supervisor, late.said));
  if (late.decision == Decision::declined) steps.push_back(decline_delay(on(late.decided, "11:00"), late.supervisor, late.said));
  if (late.done != not_yet) steps.push_back(close(on(late.done, "16:30"), "按新的时间办完，现场已核对。"));
  return steps;
}

Story story_of(Past const& on, Late const& late) {
  return {.title = late.title,
          .by = late.by,
          .importance = 2,
          .at = on(late.made, "09:30"),
          .due = on(late.due, "18:00"),
          .next = on(late.due, "10:00"),
          .tags = {"延期"},
          .steps = steps_of(on, late)};
}

}  // namespace

std::vector<Story> delay_stories(Past const& on) {
  std::vector<Late> const all = {
      {"2号楼消防栓箱门更换12樘",
       "马俊",
       "赵德明",
       -122,
       -114,
       -113,
       -112,
       -105,
       -106,
       material,
       {"箱门没有按时到货", "供应商把尺寸做错了", "下单时只写了型号，没有附图"},
       "重新下单并附尺寸图；以后定制件一律附图签字",
       "图纸先给我看一遍"},
      {"地库东区照明线路整改",
       "徐勇",
       "赵德明",
       -110,
       -103,
       -102,
       -101,
       -96,
       -95,
       equipment,
       {"升降车坏了三天", "没有备用登高设备"},
       "租一台升降车，两天补完；把升降车列入月度保养",
       "同意，租车费走维修预算"},
      {"生活水泵房年度清洗消毒",
       "王强",
       "赵德明",
       -98,
       -90,
       -89,
       -88,
       -84,
       -85,
       external,
       {"清洗单位的检测报告没出来", "疾控中心送检排队"},
       "改约周三送检，同步张贴延期通知",
       "通知要贴到每个单元"},
      {"客户满意度电话回访200户",
       "吴佳怡",
       "陈晓梅",
       -92,
       -82,
       -81,
       -80,
       -75,
       -76,
       people,
       {"只完成了120户", "两个人请了病假，没有人顶上"},
       "请前台轮流支援，每天30户；以后回访分两组，互为后备",
       "按天报进度"},
      {"3号机房空调移机",
       "高翔",
       "赵德明",
       -78,
       -70,
       -69,
       -68,
       -62,
       -63,
       material,
       {"铜管和支架没到", "采购申请晚提了一周"},
       "先用库存支架，铜管加急；项目开工前先核料",
       "同意"},
      {"写字楼B座宽带扩容",
       "胡斌",
       "朱文博",
       -70,
       -60,
       -59,
       -58,
       -50,
       -51,
       upstream,
       {"上级机房没有空闲端口", "扩容工单还在审批"},
       "借用备用板卡先开通，审批通过后换回",
       "借用要登记"},
      {"季度往来账核对",
       "唐敏",
       "宋玉兰",
       -58,
       -50,
       -49,
       -48,
       -44,
       -44,
       upstream,
       {"三家供应商的对账单没有回", "对账函寄错了联系人"},
       "逐家电话核对并改联系人；以后寄出次日就打电话确认",
       "联系人表本周更新"},
      {"5号楼外墙裂缝排查",
       "徐勇",
       "赵德明",
       -46,
       -38,
       -37,
       -36,
       -30,
       -29,
       plan_wrong,
       {"一面墙就用了两天", "计划按抽查排的，实际要逐户看", "没有先看现场就定了时间"},
       "按逐户重排计划；定时间前先看现场",
       "同意，下次先踏勘"},
      {"员工消防培训签到与补课",
       "曹颖",
       "冯国平",
       -40,
       -33,
       -32,
       -31,
       -27,
       -28,
       forgot,
       {"补课通知没有发", "当天忙招聘，忘了", "没有设提醒"},
       "今天发通知，周五补课；以后通知类的事当场设好跟进时间",
       "同意，名单抄送我"},
      {"小区东门道闸更换",
       "高翔",
       "赵德明",
       -30,
       -22,
       -21,
       -20,
       -14,
       -13,
       material,
       {"道闸杆缺货", "只问了一家供应商"},
       "另找两家比货期，先装临时栏杆",
       "安全第一，先装栏杆"},
      {"写字楼A座弱电井标识整理",
       "罗志强",
       "杨帆",
       -26,
       -18,
       -17,
       -16,
       -8,
       -9,
       people,
       {"人手被抽去抢修", "整理工作没有固定的人"},
       "指定两人专做，每天四层",
       "同意"},
      {"绿化带补种麦冬",
       "蒋涛",
       "冯国平",
       -20,
       -12,
       -11,
       -10,
       -4,
       -5,
       external,
       {"连续下雨不能栽", "没有安排雨天替代的活"},
       "天晴当天补种，雨天先修剪和清沟",
       "同意"},
      {"9号楼地漏返臭治理",
       "王强",
       "赵德明",
       -14,
       -5,
       -4,
       -3,
       4,
       not_yet,
       material,
       {"防臭地漏型号不对", "现场口径没有量"},
       "量好口径重新领料，本周换完",
       "同意，再延就换人"},
      {"项目经理证书年审材料",
       "董明",
       "冯国平",
       -12,
       -4,
       -3,
       -2,
       3,
       not_yet,
       forgot,
       {"材料没有收齐", "忘了通知两位项目经理"},
       "今天电话催齐，后天交",
       "年审不能等，今天就交",
       Decision::declined},
      {"客服大厅叫号机维修",
       "黄婷婷",
       "陈晓梅",
       -9,
       -2,
       -1,
       0,
       4,
       not_yet,
       equipment,
       {"主板烧了", "没有备件"},
       "厂家发新主板，到货当天换；期间人工叫号",
       "",
       Decision::open},
      {"装维车辆季度保养", "郭鹏", "朱文博", -8, -2, -1, 0, 3, not_yet, people, {"车一直在外面跑", "没有排替换车"}, "周末分两批送保", "", Decision::open},
  };
  std::vector<Story> stories;
  for (auto const& late : all) stories.push_back(story_of(on, late));
  return stories;
}

}  // namespace zx::app::demo
