#include "app/demo/customers.hpp"

#include <array>

#include "app/demo/everyday.hpp"
#include "app/demo/telling.hpp"
#include "modules/customer/customers.hpp"
#include "modules/customer/products.hpp"

namespace zx::app::demo {
namespace {

using customer::CustomerState;
using customer::DecisionRole;
using customer::PreferredChannel;
using customer::Tier;
using enum customer::Tier;
using enum customer::CustomerState;

constexpr std::uint64_t seed = 60;

constexpr std::string_view head = "陈晓梅";     // the strategic ones
constexpr std::string_view yawen = "郑雅文";    // owners and offices
constexpr std::string_view zhiyuan = "何志远";  // shops

struct Customer {
  std::string_view name;
  Tier tier;
  CustomerState state;
  std::string_view industry;
  std::string_view region;
  std::string_view address;
  std::string_view manager;
  std::string_view contact;
  std::string_view title;
  std::string_view group = {};  ///< the name of one that stands before
};

constexpr Customer customers[] = {
    {"锦绣花园业主委员会", strategic, active, "业主单位", "锦绣花园", "物业服务中心 2 楼", head, "徐国强", "主任"},
    {"锦绣花园商业街业主联合会", key, active, "业主单位", "商业街", "商业街 1 号 3 楼", head, "钱美华", "会长", "锦绣花园业主委员会"},
    {"滨江一号业主委员会", strategic, active, "业主单位", "滨江一号", "会所 1 楼", head, "顾长青", "主任"},
    {"云溪雅苑业主委员会", key, at_risk, "业主单位", "云溪雅苑", "3 号楼架空层", yawen, "陆卫东", "主任"},
    {"东湖国际公寓业主委员会", key, active, "业主单位", "东湖国际", "2 号楼大堂", yawen, "范丽萍", "副主任"},
    {"翠竹里业主委员会", ordinary, prospect, "业主单位", "翠竹里", "社区活动室", yawen, "沈文娟", "委员"},
    {"学府名邸业主委员会", ordinary, prospect, "业主单位", "学府名邸", "北门岗亭旁", yawen, "秦志刚", "主任"},
    {"金桥里弄联合业主会", ordinary, churned, "业主单位", "金桥里", "金桥路 88 弄", yawen, "邵阿宝", "负责人"},
    {"启明星科技集团", strategic, active, "互联网", "写字楼A座", "A座 18–22 层", head, "方启明", "行政总监"},
    {"启明星云计算", key, active, "互联网", "写字楼A座", "A座 17 层", yawen, "陶然", "行政经理", "启明星科技集团"},
    {"启明星教育科技", ordinary, active, "教育", "写字楼B座", "B座 9 层", yawen, "姚倩", "行政专员", "启明星科技集团"},
    {"恒信会计师事务所", key, active, "专业服务", "写字楼A座", "A座 16 层", yawen, "石敏", "办公室主任"},
    {"正衡律师事务所", key, active, "专业服务", "写字楼A座", "A座 15 层", yawen, "雷鸣", "行政主管"},
    {"远帆国际物流", key, at_risk, "物流", "写字楼A座", "A座 12–14 层", yawen, "汪海", "综合部经理"},
    {"蓝鲸数据", ordinary, active, "互联网", "写字楼A座", "A座 11 层", yawen, "任晓", "前台主管"},
    {"百川广告传媒", ordinary, active, "广告", "写字楼A座", "A座 10 层", yawen, "柯岚", "总经理助理"},
    {"华晟建筑设计院", key, active, "建筑设计", "写字楼B座", "B座 20–21 层", yawen, "白建军", "院办主任"},
    {"泰和人寿城东支公司", strategic, active, "保险", "写字楼B座", "B座 16–19 层", head, "贺敏", "综合部总经理"},
    {"众诚税务咨询", ordinary, active, "专业服务", "写字楼B座", "B座 15 层", yawen, "尹娜", "合伙人"},
    {"安心口腔门诊", ordinary, active, "医疗", "写字楼B座", "B座 1 层", zhiyuan, "毛医生", "院长"},
    {"优贝儿早教中心", ordinary, at_risk, "教育", "写字楼B座", "B座 2 层", zhiyuan, "江园长", "园长"},
    {"智联人力资源", ordinary, active, "专业服务", "写字楼B座", "B座 14 层", yawen, "龚平", "办公室主任"},
    {"北辰新能源", key, prospect, "新能源", "写字楼B座", "B座 12–13 层（意向）", yawen, "齐峰", "筹备组组长"},
    {"星河影视制作", ordinary, churned, "文化传媒", "写字楼B座", "B座 11 层", yawen, "涂飞", "制片人"},
    {"海森精密仪器", ordinary, active, "制造业", "写字楼B座", "B座 10 层", yawen, "葛强", "行政经理"},
    {"四海通电子商务", ordinary, active, "互联网", "写字楼A座", "A座 9 层", yawen, "乔安", "人事行政经理"},
    {"明德双语幼儿园", key, active, "教育", "锦绣花园", "锦绣花园 12 号楼", yawen, "慕容园长", "园长"},
    {"锦绣社区卫生服务站", key, active, "医疗", "锦绣花园", "锦绣花园 1 号楼", yawen, "柏主任", "站长"},
    {"邻里鲜生超市", key, active, "零售", "商业街", "商业街 3–9 号", zhiyuan, "章伟", "店长"},
    {"老灶火锅锦绣店", ordinary, active, "餐饮", "商业街", "商业街 11 号", zhiyuan, "蒲大海", "老板"},
    {"春晓茶餐厅", ordinary, active, "餐饮", "商业街", "商业街 13 号", zhiyuan, "麦先生", "店长"},
    {"一碗面馆", ordinary, active, "餐饮", "商业街", "商业街 15 号", zhiyuan, "辛师傅", "老板"},
    {"晨光烘焙", ordinary, active, "餐饮", "商业街", "商业街 17 号", zhiyuan, "甘小姐", "店长"},
    {"巴黎贝甜咖啡角", ordinary, at_risk, "餐饮", "商业街", "商业街 19 号", zhiyuan, "祝妮", "店长"},
    {"川味小馆", ordinary, churned, "餐饮", "商业街", "商业街 21 号", zhiyuan, "饶军", "老板"},
    {"康民大药房", ordinary, active, "医药零售", "商业街", "商业街 23 号", zhiyuan, "宫药师", "店长"},
    {"快洁干洗", ordinary, active, "生活服务", "商业街", "商业街 25 号", zhiyuan, "应姐", "老板"},
    {"尚美发艺", ordinary, active, "生活服务", "商业街", "商业街 27 号", zhiyuan, "托尼", "店长"},
    {"爱宠之家", ordinary, active, "生活服务", "商业街", "商业街 29 号", zhiyuan, "车小满", "老板"},
    {"鲜花盒子", ordinary, active, "零售", "商业街", "商业街 31 号", zhiyuan, "花蕾", "店长"},
    {"悦读书店", ordinary, at_risk, "零售", "商业街", "商业街 33 号", zhiyuan, "卜知秋", "店长"},
    {"小贝母婴", ordinary, active, "零售", "商业街", "商业街 35 号", zhiyuan, "温馨", "店长"},
    {"飞跃健身", key, active, "健身", "商业街", "商业街 2 楼整层", zhiyuan, "霍刚", "店总"},
    {"欢乐时光儿童乐园", ordinary, active, "娱乐", "商业街", "商业街 3 楼东", zhiyuan, "池欣", "运营经理"},
    {"金嗓子量贩歌厅", ordinary, churned, "娱乐", "商业街", "商业街 3 楼西", zhiyuan, "鲁飞", "经理"},
    {"便利蜂巢", ordinary, active, "零售", "滨江一号", "滨江一号 1 号楼底商", zhiyuan, "凌店长", "店长"},
    {"江畔私房菜", ordinary, active, "餐饮", "滨江一号", "滨江一号 2 号楼底商", zhiyuan, "鱼大厨", "老板"},
    {"滨江瑜伽馆", ordinary, active, "健身", "滨江一号", "滨江一号会所 2 楼", zhiyuan, "莫老师", "馆长"},
    {"银河证券营业部", key, active, "证券", "写字楼A座", "A座 1 层", yawen, "裴行长", "综合岗"},
    {"浦江银行锦绣支行", strategic, active, "银行", "商业街", "商业街 2 号", head, "冉行长", "行长"},
    {"农商村镇银行网点", ordinary, prospect, "银行", "商业街", "商业街 4 号（洽谈中）", zhiyuan, "庞经理", "网点筹备负责人"},
    {"顺风速运锦绣站", ordinary, active, "物流", "锦绣花园", "锦绣花园东门", zhiyuan, "闪站长", "站长"},
    {"驿站智能快递柜", ordinary, active, "物流", "锦绣花园", "各单元大堂", zhiyuan, "柜经理", "区域经理"},
    {"绿源充电桩运营", key, active, "新能源", "地下车库", "B1–B2 层", zhiyuan, "电经理", "运维经理"},
    {"城投停车管理", key, prospect, "停车", "地下车库", "B2 层（洽谈中）", zhiyuan, "栗总", "副总经理"},
    {"分众电梯传播", key, active, "广告", "写字楼A座", "两座电梯厅及轿厢", zhiyuan, "屏经理", "媒介经理"},
    {"移动通信城东分公司", strategic, active, "通信", "写字楼B座", "机房及楼顶基站", head, "关信", "网络部主任"},
    {"联盛装饰工程", ordinary, active, "装修", "锦绣花园", "装修登记处常驻", zhiyuan, "木工长", "项目经理"},
    {"红杉养老服务中心", key, prospect, "养老", "云溪雅苑", "云溪雅苑 6 号楼（意向）", yawen, "安主任", "筹建负责人"},
    {"青年人才公寓", key, active, "长租公寓", "东湖国际", "东湖国际 5–6 号楼", yawen, "宿管家", "店长"},
};

/// The many others: offices and shops of every trade.
constexpr std::string_view firms[] = {"恒丰", "瑞达", "鸿运", "嘉和", "天成", "新锐", "优品", "诚信", "万通", "华美",
                                      "金鼎", "东方", "盛世", "润泽", "明珠", "凯旋", "宏图", "佳园", "康宁", "星光"};
struct Trade {
  std::string_view name, industry, region, manager;
};
constexpr Trade trades[] = {{"装饰设计", "装修", "写字楼A座", yawen},   {"财务咨询", "专业服务", "写字楼B座", yawen}, {"便利店", "零售", "商业街", zhiyuan},
                            {"牙科诊所", "医疗", "滨江一号", zhiyuan},  {"培训中心", "教育", "写字楼B座", yawen},     {"小厨", "餐饮", "商业街", zhiyuan},
                            {"物流服务部", "物流", "东湖国际", zhiyuan}};
constexpr std::string_view others[] = {"赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "尤", "许"};

struct Product {
  std::string_view code, name, unit;
};
constexpr Product products[] = {{"WY", "物业服务", "元/平方米·月"},
                                {"TC", "停车", "元/车位·月"},
                                {"BJ", "保洁", "元/次"},
                                {"LH", "绿化养护", "元/平方米·年"},
                                {"GG", "广告位", "元/处·月"}};

/// Nobody's: no mobile number begins with 100.
std::string phone(std::size_t position) { return "1000003" + std::to_string(1000 + position); }

customer::NewCustomerForm form_of(Customer const& customer, std::size_t position, Dice& dice) {
  customer::NewContactForm contact{.name = std::string(customer.contact), .title = std::string(customer.title), .phone = phone(position)};
  contact.decision_role = customer.tier == Tier::ordinary ? DecisionRole::decider : dice.one_of(std::array{DecisionRole::decider, DecisionRole::influencer});
  contact.preferred_channel = dice.one_of(std::array{PreferredChannel::phone, PreferredChannel::wechat, PreferredChannel::wechat, PreferredChannel::visit});
  return {.name = std::string(customer.name),
          .tier = customer.tier,
          .state = customer.state == churned ? active : customer.state,
          .industry = std::string(customer.industry),
          .region = std::string(customer.region),
          .address = std::string(customer.address),
          .contacts = {std::move(contact)},
          .despite_duplicates = true};
}

Result<void> offer(Context& ctx) {
  for (auto const& product : products)
    TRY(customer::add_product(ctx, {.code = std::string(product.code), .name = std::string(product.name), .unit = std::string(product.unit)}));
  return {};
}

class Winning {
 public:
  Winning(Context& ctx, Actors const& actors, Past const& on) : ctx_(ctx), actors_(actors), on_(on) {}

  Result<void> all() {
    for (std::size_t i = 0; i < std::size(customers); ++i) TRY(win(customers[i], i));
    TRY(win_the_others());
    TRY(second_contacts());
    TRY(some_leave());
    return hand_some_over();
  }

 private:
  Context at(std::string_view who, Instant when) { return {actors_.at(std::string(who)), when, ctx_.db, ctx_.services}; }

  Result<void> win_the_others() {
    auto position = std::size(customers);
    for (auto const& trade : trades) {
      for (std::size_t i = 0; i < std::size(firms); ++i) {
        auto const name = std::string(firms[i]) + std::string(trade.name);
        auto const address = std::string(trade.region) + " " + std::to_string(101 + position) + " 室";
        auto const contact = std::string(others[(i + position) % std::size(others)]) + (i % 2 == 0 ? "经理" : "主管");
        TRY(win({name, i % 9 == 0 ? key : ordinary,
                 i % 8 == 7    ? prospect
                 : i % 11 == 5 ? at_risk
                               : active,
                 trade.industry, trade.region, address, trade.manager, contact, "负责人"},
                position++));
      }
    }
    return {};
  }

  Result<void> win(Customer const& what, std::size_t position) {
    auto ctx = at(what.manager, on_(-128 + static_cast<int>(position % 60) * 2, position % 2 == 0 ? "10:20" : "15:40"));
    auto form = form_of(what, position, dice_);
    auto const group = made_.find(std::string(what.group));
    // The group may be somebody else's, whom this account manager does not see; the head of the department knows it.
    auto const added = TRY(customer::add_customer(ctx, form));
    made_[form.name] = added.id;
    if (group == made_.end()) return {};
    auto heads = at(head, ctx.now);
    TRY(customer::change_customer(heads, added.id, added.version, {.parent_id = group->second}));
    return {};
  }

  /// The larger ones have somebody for the daily business, too.
  Result<void> second_contacts() {
    for (std::size_t i = 0; i < std::size(customers); ++i) {
      auto const& what = customers[i];
      if (what.tier == Tier::ordinary) continue;
      auto ctx = at(what.manager, on_(-3, "11:00"));
      customer::NewContactForm contact{
          .name = std::string(dice_.one_of(surnames)) + (i % 2 == 0 ? "女士" : "先生"), .title = "日常对接", .phone = phone(100 + i)};
      contact.decision_role = dice_.one_of(std::array{DecisionRole::user, DecisionRole::gatekeeper});
      contact.preferred_channel = PreferredChannel::wechat;
      TRY(customer::add_contact(ctx, made_.at(std::string(what.name)), contact));
    }
    return {};
  }

  Result<void> some_leave() {
    for (auto const& what : customers) {
      if (what.state != churned) continue;
      auto ctx = at(what.manager, on_(-2, "17:10"));
      auto const id = made_.at(std::string(what.name));
      customer::CustomerPatch patch{.state = churned};
      patch.note = std::string("租约到期未续，已办理退场。");
      TRY(customer::change_customer(ctx, id, TRY(customer::show_customer(ctx, id)).version, patch));
    }
    return {};
  }

  /// The shops outside the street went to who looks after the flats there.
  Result<void> hand_some_over() {
    auto ctx = at(head, on_(-1, "16:00"));
    customer::HandoverForm form{.to_id = actors_.at(std::string(yawen)).employee, .note = "滨江一号的底商随住宅一起由雅文负责，租约都在档案柜第二格。"};
    for (auto const* name : {"便利蜂巢", "江畔私房菜", "滨江瑜伽馆"}) form.customer_ids.push_back(made_.at(name));
    TRY(customer::hand_over(ctx, form));
    return react(ctx);
  }

  static constexpr std::array<std::string_view, 10> surnames = {"丁", "严", "华", "戚", "窦", "苏", "鲍", "史", "薛", "倪"};

  Context& ctx_;
  Actors const& actors_;
  Past const& on_;
  Dice dice_{seed};
  std::map<std::string, customer::CustomerId> made_;
};

}  // namespace

Result<void> win_customers(Context& ctx, Actors const& actors, Past const& on) {
  Context then{ctx.actor, on(-129, "09:30"), ctx.db, ctx.services};
  TRY(offer(then));
  return Winning(ctx, actors, on).all();
}

}  // namespace zx::app::demo
