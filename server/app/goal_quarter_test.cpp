// A quarter of management by objectives over the real routes, with every reaction and reminder; only the clock is moved by hand.
// 王强 and 赵强 agree on a goal; it goes well, falls behind, is not looked at, is caught up, is revised once and evaluated.

#include "app/scene_fixture.hpp"
#include "platform/timeline/timeline.hpp"

namespace zx::app {
namespace {

struct Quarter : Scene {
  void until(std::string_view moment) { wait(*Instant::parse(moment) - world().clock.now()); }

  /// The answer that is expected to be a refusal.
  Answer refused(std::string const& who, std::string path, std::string body) {
    http::Request request{.method = Method::post, .target = path, .path = path, .body = std::move(body)};
    request.remote_address = "192.0.2.7";
    request.request_id = "story";
    request.headers["authorization"] = "Bearer " + tokens.at(who);
    return {router->handle(request)};
  }
};
ON_EACH_ENGINE(Quarter);

TEST_P(Quarter, a_goal_is_agreed_on_falls_behind_is_caught_up_revised_and_evaluated) {
  // Between them: proposed, talked over, proposed again, signed by both.
  world().clock.set(*Instant::parse("2026-09-30T01:00:00Z"));
  auto const card = post("王强", "/api/v1/goal-cards",
                         R"({"period":"quarter","day":"2026-10-01","items":[{"what":"按时完成维修工单92张",)"
                         R"("how":"当日上门","measure":"按时工单","unit":"张","target":"92","weight":"100","due_on":"2026-12-31"}]})");
  EXPECT_EQ(card["rhythm"], "weekly") << "a quarter is looked at every week";
  auto const path = "/api/v1/goal-cards/" + card["id"];
  auto const begin = card.reply.body.find("\"items\":[{\"id\":\"") + 16;
  auto const item = card.reply.body.substr(begin, 36);
  auto const goal = "/api/v1/goal-items/" + item;
  post("王强", path + "/proposal", R"({"note":"按上季实际"})");
  post("赵强", path + "/negotiation", R"({"note":"写明返修怎么算"})");
  post("王强", path + "/proposal", R"({"note":"返修不计"})");
  post("王强", path + "/signature");
  EXPECT_EQ(post("赵强", path + "/signature")["state"], "committed");

  // The first weeks go well: nothing for the supervisor to look at, days after a check-in either.
  until("2026-10-09T07:00:00Z");
  EXPECT_EQ(post("王强", goal + "/check-ins", R"({"actual":"9","confidence":"on_track","finding":"九天九张"})")["against_line"], "100");
  until("2026-10-16T07:00:00Z");
  post("王强", goal + "/check-ins", R"({"actual":"16","confidence":"on_track","finding":"照计划"})");
  until("2026-10-22T07:00:00Z");
  EXPECT_FALSE(get("赵强", "/api/v1/goal-exceptions").has("\"kind\":")) << "16 was on the line, and the next look is tomorrow";

  // Behind: the check-in asks how to do better, the supervisor sees the exception, and they sit down together.
  until("2026-10-23T07:00:00Z");
  auto const behind = refused("王强", goal + "/check-ins", R"({"actual":"17","confidence":"at_risk","finding":"两人请假"})");
  EXPECT_TRUE(behind.has("goal.catch_up_needed"));
  post("王强", goal + "/check-ins", R"({"actual":"17","confidence":"at_risk","finding":"两人请假","catch_up":"周末加一个班"})");
  EXPECT_TRUE(get("赵强", "/api/v1/goal-exceptions").has("\"kind\":\"behind_line\""));
  auto const review = post("赵强", "/api/v1/goal-reviews",
                           R"({"kind":"round_table","held_on":"2026-10-23","card_ids":[")" + card["id"] + R"("],"participant_ids":[")" + id_of("王强") +
                               R"("],"findings":"缺人","causes":"请假没有替班","actions":[{"what":"排好替班表","owner_id":")" + id_of("赵强") +
                               R"(","due_on":"2026-10-27"}]})");
  EXPECT_TRUE(get("赵强", "/api/v1/work-items/" + review["work_item_id"]).has("排好替班表"));

  // A check-in is missing. A plain follow-up does not silence that; reminders go up to those above.
  until("2026-11-06T07:30:00Z");
  EXPECT_TRUE(get("赵强", "/api/v1/goal-missing-check-ins").has(item));
  EXPECT_TRUE(refused("王强", "/api/v1/commitments/" + item + "/follow-ups", R"({"method":"phone","finding":"看过","next_follow_up_at":")" + in(240h) + "\"}")
                  .has("followup.check_in_instead"));
  EXPECT_TRUE(first_escalation("赵强"));
  EXPECT_TRUE(get("赵强", "/api/v1/goal-exceptions").has("\"kind\":\"no_check_in\""));

  // Caught up, then revised once: two buildings move out.
  post("王强", goal + "/check-ins", R"({"actual":"37","confidence":"on_track","finding":"加班补上了"})");
  EXPECT_FALSE(get("赵强", "/api/v1/goal-exceptions").has("\"kind\":\"behind_line\""));
  auto const revision = post("王强", goal + "/revisions", R"({"kind":"environment_worse","evidence":"两栋楼整体搬迁","new_value":"80"})");
  EXPECT_EQ(get("赵强", "/api/v1/goal-revisions/" + revision["id"] + "/consequences")["change"], "-12");
  EXPECT_EQ(post("赵强", "/api/v1/goal-revisions/" + revision["id"] + "/answer", R"({"approved":true})")["state"], "approved");

  // The end: oneself, the supervisor, a question and its reply, the talk.
  until("2026-12-31T08:00:00Z");
  post("王强", path + "/self-evaluation", R"({"summary":"补上了","items":[{"item_id":")" + item + R"(","actual":"88"}]})");
  auto const evaluated =
      post("赵强", path + "/evaluation", R"({"summary":"好","difficulty":"100","difficulty_reason":"平","effort":"105","effort_reason":"加班"})");
  EXPECT_TRUE(evaluated.has("\"score\":\"115.5\"")) << "88 of 80 is 110 %, × 105 %";
  EXPECT_EQ(evaluated["grade"], "A");
  post("王强", path + "/evaluation-answer", R"({"answer":"questioned","note":"难度为什么是100？"})");
  EXPECT_TRUE(refused("赵强", path + "/closure", R"({"talk":"谈过"})").has("goal.question_open"));
  post("赵强", path + "/evaluation-reply", R"({"reply":"各班组一样"})");
  post("王强", path + "/evaluation-answer", R"({"answer":"agreed"})");
  EXPECT_EQ(post("赵强", path + "/closure", R"({"talk":"下季度带新人"})")["state"], "closed");
  EXPECT_TRUE(world().read([](ReadContext const& ctx) { return timeline::verify(ctx.db); }).intact);
}

}  // namespace
}  // namespace zx::app
