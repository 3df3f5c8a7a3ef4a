#include "modules/work/outside_fixture.hpp"
#include "platform/testing/other_program.hpp"

namespace zx::work {
namespace {

using namespace std::chrono_literals;

struct Letters : OutsideWorld {
  /// 李明's, handled by 王芳.
  WorkItemView at_wang() {
    auto const item = make(li, {.requester = Requester{.employee_id = {}, .name = "孙女士", .email = "sun@example.com"}, .due_at = in(8h)});
    accept(wang, offer(li, item.id, wang).id);
    return item;
  }
  LetterForm form(Tone tone = Tone::firm) { return {.tone = tone, .demand = "今天下班前到场", .next_follow_up_at = in(5h)}; }
  LetterView send(WorkItemId id, LetterForm const& form) {
    return world().write_as(li, [&](Context& ctx) { return send_letter(ctx, id, form); });
  }
  std::string refusal_of(Actor const& who, WorkItemId id, LetterForm const& form) {
    return refused(who, [&](Context& ctx) { return send_letter(ctx, id, form); });
  }
  std::string preview(WorkItemId id, LetterForm const& form) {
    return world().read_as(li, [&](ReadContext const& ctx) { return preview_letter(ctx, id, form).value(); });
  }
  /// White space removed.
  std::string text_of(std::string const& pdf) {
    auto const file = std::filesystem::path(world().services.data_directory) / "letter.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    auto text = testing::run_program("pdftotext -layout " + file.string() + " -").output;
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
    return text;
  }
};
ON_EACH_ENGINE(Letters);

TEST_P(Letters, a_letter_is_numbered_and_is_a_follow_up) {
  auto const item = at_wang();
  auto const letter = send(item.id, form());
  EXPECT_EQ(letter.number, "D-2026-000001");
  EXPECT_EQ(letter.to_name, "王芳");
  EXPECT_EQ(send(item.id, form(Tone::final)).number, "D-2026-000002");
  auto const touches = world().read([&](ReadContext const& ctx) { return followup::follow_ups_of(ctx, {item.id.uuid}); });
  ASSERT_EQ(touches.size(), 2u);
  EXPECT_EQ(touches[0].method, followup::Method::urging_letter);
  EXPECT_EQ(touches[0].direction, followup::Direction::inward);
  EXPECT_NE(touches[0].finding.find("D-2026-000001"), std::string::npos);
  EXPECT_EQ(touches[0].next_follow_up_at, in(5h));
  EXPECT_EQ(history(item.id).front().event, "work_item.letter_sent");
  auto const sent = told_of<UrgingLetterSent>();
  ASSERT_EQ(sent.size(), 2u);
  EXPECT_EQ(sent[0].to, wang.employee);
  EXPECT_EQ(sent[0].letter_number, "D-2026-000001");
  EXPECT_EQ(sent[0].email, std::nullopt);
}

TEST_P(Letters, without_a_next_look_none_is_sent) {
  auto const item = at_wang();
  EXPECT_EQ(refusal_of(li, item.id, {.tone = Tone::reminder}), "next_follow_up_at: followup.next_time_required");
}

TEST_P(Letters, a_preview_takes_no_number) {
  auto const item = at_wang();
  EXPECT_TRUE(preview(item.id, {.tone = Tone::final}).starts_with("%PDF"));
  EXPECT_EQ(send(item.id, form()).number, "D-2026-000001");
  EXPECT_EQ(told_of<UrgingLetterSent>().size(), 1u);
}

TEST_P(Letters, it_is_sent_by_the_owner_or_who_may_change_the_item) {
  auto const item = at_wang();
  EXPECT_EQ(refusal_of(wang, item.id, form()), "work.letter_not_yours");
  EXPECT_EQ(refusal_of(sun, item.id, form()), "work.not_found");
  EXPECT_EQ(refusal_of(chen, item.id, form()), "");
}

TEST_P(Letters, it_needs_somebody_else_to_urge) {
  auto const own = make();
  EXPECT_EQ(refusal_of(li, own.id, form()), "work.letter_to_oneself");
  auto to_requester = form();
  to_requester.to = LetterTo::requester;
  EXPECT_EQ(refusal_of(li, own.id, to_requester), "work.letter_to_oneself");  // who asked for it himself
  finish(own.id);
  EXPECT_EQ(refusal_of(li, own.id, form()), "work.closed");
}

TEST_P(Letters, by_mail_it_needs_an_address) {
  auto const item = at_wang();
  auto mailed = form();
  mailed.by_email = true;
  EXPECT_EQ(refusal_of(li, item.id, mailed), "by_email: work.letter_no_address");
  mailed.to = LetterTo::requester;
  EXPECT_TRUE(send(item.id, mailed).by_email);
  auto const sent = told_of<UrgingLetterSent>();
  EXPECT_EQ(sent.at(0).email, "sun@example.com");
  EXPECT_EQ(sent.at(0).to, std::nullopt);
  EXPECT_EQ(sent.at(0).to_name, "孙女士");
}

TEST_P(Letters, every_wrong_field_is_told_at_once) {
  auto const item = at_wang();
  auto wrong = form();
  wrong.answer_by = Date{2026, 11, 19};
  wrong.language = "fr";
  wrong.demand = std::string(1001, 'x');
  auto const result = world().try_write_as(li, [&](Context& ctx) { return send_letter(ctx, item.id, wrong); });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.refusal().fields.size(), 3u);
}

TEST_P(Letters, the_paper_says_what_is_asked_of_whom) {
  if (!testing::has_program("pdftotext")) GTEST_SKIP() << "needs pdftotext (poppler-utils)";
  auto const item = at_wang();
  world().clock.advance(48h);
  auto urgent = form(Tone::final);
  urgent.next_follow_up_at = in(5h);
  urgent.answer_by = Date{2026, 11, 24};
  auto const letter = send(item.id, urgent);
  auto const file = world().read_as(li, [&](ReadContext const& ctx) { return letter_file(ctx, item.id, letter.id).value(); });
  EXPECT_EQ(file.name, "督促函_D-2026-000001.pdf");
  auto const text = text_of(file.pdf);
  for (auto const* part : {"阳光物业", "督促函（督促）", "编号：D-2026-000001", "王芳：", "PVC排水管修复", "已逾期2天", "具体要求：今天下班前到场",
                           "2026-11-24", "发函人：李明", "收函人签收"})
    EXPECT_NE(text.find(part), text.npos) << part << " in " << text;
  auto english = form();
  english.language = "en";
  EXPECT_NE(text_of(preview(item.id, english)).find("Urgingletter(Firm)"), std::string::npos);
}

TEST_P(Letters, to_people_outside_it_says_nothing_of_ours) {
  if (!testing::has_program("pdftotext")) GTEST_SKIP() << "needs pdftotext (poppler-utils)";
  auto const item = at_wang();
  world().write_as(wang, [&](Context& ctx) { return followup::record(ctx, {item.id.uuid}, {.finding = "内部发现", .next_follow_up_at = in(5h)}); });
  auto to_requester = form();
  to_requester.to = LetterTo::requester;
  auto const text = text_of(preview(item.id, to_requester));
  EXPECT_NE(text.find("孙女士："), text.npos);
  EXPECT_EQ(text.find("内部发现"), text.npos);
  EXPECT_EQ(text.find("王芳"), text.npos);
}

TEST_P(Letters, a_letter_is_found_by_its_item_alone) {
  auto const item = at_wang();
  auto const letter = send(item.id, form());
  auto const other = make();
  EXPECT_FALSE(world().read_as(li, [&](ReadContext const& ctx) { return letter_file(ctx, other.id, letter.id); }));
  EXPECT_FALSE(world().read_as(sun, [&](ReadContext const& ctx) { return letter_file(ctx, item.id, letter.id); }));
  auto const listed = world().read_as(wang, [&](ReadContext const& ctx) { return letters(ctx, item.id).value(); });
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0].number, letter.number);
}

}  // namespace
}  // namespace zx::work
