// The scene the product exists for, over the real routes with every module, reaction and reminder; only the clock is moved
// by hand. A tenant reports a leak, nobody takes it up, and the general manager asks: where does it stand, and who knows?

#include <algorithm>

#include "app/scene_fixture.hpp"
#include "modules/work/work.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::app {
namespace {

struct OpeningScene : Scene {};
ON_EACH_ENGINE(OpeningScene);

TEST_P(OpeningScene, whoever_has_the_right_to_ask_gets_the_answer_the_tenant_included) {
  // The administrator opens the form, and the service desk gets what comes in.
  auto const kinds = get("郑平", "/api/v1/work-item-kinds");
  ASSERT_TRUE(kinds.has("work_order"));
  ask("郑平", Method::patch, "/api/v1/kinds/work_order", R"({"public_form":true})", {{"if-match", "\"1\""}});
  auto const organization = get("郑平", "/api/v1/organization");
  ask("郑平", Method::patch, "/api/v1/organization", R"({"default_owner_id":")" + id_of("刘芳") + "\"}", {{"if-match", "\"" + organization["version"] + "\""}});
  auto const form = ask("郑平", Method::put, "/api/v1/public-form", R"({"enabled":true})", {{"if-match", "\"0\""}});
  auto const form_address = "/api/v1/public/requests/" + form["path"].substr(form["path"].rfind('/') + 1);

  // The tenant reports the leak on a phone and is told where to look.
  ASSERT_TRUE(get("", form_address).has("和谐物业"));
  auto const reported = post("", form_address,
                             R"({"client_id":")" + Uuid::v7().text() +
                                 R"(","kind":"work_order","name":"孙女士","phone":"13800138000","location":"3号楼1102","description":"厨房顶板渗水"})");
  auto const number = reported["number"];
  auto const status_address = "/api/v1/public/status/" + reported["status_path"].substr(reported["status_path"].rfind('/') + 1);
  EXPECT_EQ(get("", status_address)["stage"], "received");
  EXPECT_TRUE(get("刘芳", "/api/v1/notices").has("work.public_request"));

  // The service desk passes it on, due the day after tomorrow; then nobody does anything.
  auto const id = get("刘芳", "/api/v1/search?text=" + number)["id"];
  auto const item = "/api/v1/work-items/" + id;
  auto const version = get("刘芳", item)["version"];
  ask("刘芳", Method::patch, item, R"({"due_at":")" + in(4 * 24h) + "\"}", {{"if-match", "\"" + version + "\""}});
  auto const handoff = post("刘芳", item + "/handoffs", R"({"to_id":")" + id_of("王强") + R"(","note":"请尽快上门"})")["id"];
  wait(16 * 24h);

  // It has climbed from rung to rung to the top, each time together with whoever answers for it.
  for (auto const* who : {"刘芳", "陈经理", "周建国"}) ASSERT_TRUE(first_escalation(who)) << who;
  EXPECT_LE(*first_escalation("刘芳"), *first_escalation("陈经理"));
  EXPECT_LT(*first_escalation("陈经理"), *first_escalation("周建国"));
  // Of a handoff those above the receiver are told as well, though the item is another department's.
  ASSERT_TRUE(first_escalation("赵强"));
  EXPECT_LE(*first_escalation("刘芳"), *first_escalation("赵强"));

  // "Where does it stand now?" By the tenant's phone number, in one question.
  auto const where = get("周建国", "/api/v1/search?text=13800138000");
  EXPECT_EQ(where["number"], number);
  EXPECT_TRUE(where.has("刘芳"));
  EXPECT_EQ(where["overdue"], "true");
  auto const seen = get("周建国", item);
  EXPECT_TRUE(seen.has("\"late\":true")) << seen.reply.body;
  EXPECT_TRUE(seen.has("王强"));

  // The tenant says so, too, and the owner hears of it.
  post("", status_address + "/answer", R"({"answer":"unsolved","words":"半个月了还在漏"})");
  EXPECT_TRUE(get("刘芳", "/api/v1/notices").has("work.requester_unsolved"));

  // Now it is taken up, followed up, finished and accepted; the tenant can see each step.
  post("王强", "/api/v1/handoffs/" + handoff + "/acceptance", R"({"understanding":"今天上门止漏"})");
  EXPECT_EQ(get("", status_address)["stage"], "arranged");
  post("刘芳", item + "/requester-messages", R"({"text":"王师傅今天下午上门"})");
  post("王强", item + "/start");
  wait(2h);
  post("王强", item + "/follow-ups", R"({"method":"on_site","finding":"冷水管接头渗水，已更换","progress":80,"next_follow_up_at":")" + in(24h) + "\"}");
  EXPECT_EQ(get("", status_address)["stage"], "in_progress");
  EXPECT_TRUE(get("", status_address).has("王师傅今天下午上门"));
  post("王强", item + "/submission", R"({"result":"已更换接头，观察两小时不渗"})");
  EXPECT_EQ(get("", status_address)["stage"], "checking");
  post("刘芳", item + "/closure", R"({"note":"租户确认不漏"})");

  // The tenant sees it and says thank you.
  auto const done = get("", status_address);
  EXPECT_EQ(done["stage"], "done");
  EXPECT_EQ(done["may_rate"], "true");
  EXPECT_FALSE(done.has("冷水管"));
  EXPECT_FALSE(done.has("13800138000"));
  post("", status_address + "/answer", R"({"answer":"thanks","rating":5,"words":"谢谢王师傅"})");
  EXPECT_TRUE(get("刘芳", item + "/requester").has("\"rating\":5"));
  EXPECT_TRUE(get("王强", "/api/v1/notices").has("work.requester_rated"));
  EXPECT_TRUE(world().read([](ReadContext const& ctx) { return timeline::verify(ctx.db); }).intact);
}

}  // namespace
}  // namespace zx::app
