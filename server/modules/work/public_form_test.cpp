#include "modules/work/outside_fixture.hpp"
#include "platform/base/text.hpp"

namespace zx::work {
namespace {

using namespace std::chrono_literals;

struct Requesting : OutsideWorld {
  Result<PublicFormPage> page(std::string_view path) { return public_form_page(world().services, from(path)); }
  std::int64_t items() {
    return static_cast<std::int64_t>(world().read_as(boss, [](ReadContext const& ctx) { return list(ctx, {.closed = true}).value().items; }).size());
  }
};
ON_EACH_ENGINE(Requesting);

TEST_P(Requesting, the_form_is_off_until_it_is_switched_on) {
  auto const before = world().read_as(company->system, [](ReadContext const& ctx) { return public_form(ctx); });
  EXPECT_FALSE(before.enabled);
  EXPECT_EQ(before.path, std::nullopt);
  auto const path = open_form();
  auto const shown = page(path).value();
  EXPECT_EQ(shown.organization, "阳光物业");
  EXPECT_EQ(shown.welcome, "欢迎报修");
  ASSERT_EQ(shown.kinds.size(), 1u);
  EXPECT_EQ(shown.kinds[0].code, "work_order");
  world().write_as(company->system, [&](Context& ctx) { return change_public_form(ctx, 1, {.enabled = false}); });
  EXPECT_EQ(code(page(path)), "public.form_unknown");
  EXPECT_EQ(code(request(path, leak())), "public.form_unknown");
  EXPECT_EQ(items(), 0);
}

TEST_P(Requesting, it_needs_a_kind_to_offer) {
  EXPECT_EQ(refused(company->system, [](Context& ctx) { return change_public_form(ctx, 0, {.enabled = true}); }), "work.public_form_no_kind");
  auto const path = open_form();
  auto other = leak();
  other.kind = "complaint";
  EXPECT_EQ(code(request(path, other)), "kind: public.kind_not_offered");
}

TEST_P(Requesting, a_change_names_the_version_it_is_based_on) {
  open_form();
  EXPECT_EQ(refused(company->system, [](Context& ctx) { return change_public_form(ctx, 0, {.enabled = true}); }), "request.stale");
  EXPECT_EQ(refused(company->system, [](Context& ctx) { return change_public_form(ctx, 7, {.enabled = true}); }), "request.stale");
  EXPECT_EQ(refused(company->system, [](Context& ctx) { return change_public_form(ctx, 1, {.enabled = true}); }), "");
}

TEST_P(Requesting, a_request_becomes_an_item_of_the_default_owner_who_is_told) {
  auto const answer = request(open_form(), leak()).value();
  auto const items = world().read_as(boss, [](ReadContext const& ctx) { return list(ctx, {}).value().items; });
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].number, answer.number);
  EXPECT_EQ(items[0].title, "厨房顶板渗水");
  EXPECT_EQ(items[0].owner.name, "管理员");
  auto const item = look(items[0].id);
  EXPECT_EQ(item.source, Source::public_form);
  EXPECT_EQ(item.requester.name, "孙女士");
  EXPECT_EQ(item.requester.phone, "13800138000");
  EXPECT_EQ(item.location, "3号楼1102");
  EXPECT_EQ(item.description, "厨房顶板渗水\n已经两天了");
  EXPECT_TRUE(item.standing.next_follow_up_at.has_value());
  EXPECT_EQ(history(item.id).back().actor_name, "孙女士");
  auto const asked = told_of<AttentionAsked>();
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].occasion, "public_request");
  EXPECT_EQ(asked[0].to, item.standing.owner.id);
  auto const shown = status(*answer.status_path);
  EXPECT_EQ(shown.number, item.number);
  EXPECT_EQ(shown.stage, PublicStage::received);
}

TEST_P(Requesting, sent_again_it_is_made_once) {
  auto const path = open_form();
  auto form = leak();
  auto const first = request(path, form).value();
  auto const again = request(path, form).value();
  EXPECT_EQ(first.number, again.number);
  EXPECT_EQ(items(), 1);
  EXPECT_TRUE(ask_status(*first.status_path) && ask_status(*again.status_path));
  form.description = "另一件事";
  EXPECT_EQ(code(request(path, form)), "public.id_used");
}

TEST_P(Requesting, an_items_own_id_opens_nothing) {
  auto const item = make();
  auto form = leak();
  form.client_id = item.id.uuid;
  auto const answer = request(open_form(), form).value();
  EXPECT_NE(answer.number, item.number);
}

TEST_P(Requesting, a_program_that_fills_in_the_hidden_field_makes_nothing) {
  auto form = leak();
  form.website = "http://example.com";
  auto const answer = request(open_form(), form).value();
  EXPECT_EQ(answer.number, std::nullopt);
  EXPECT_EQ(items(), 0);
}

TEST_P(Requesting, every_wrong_field_is_told_at_once) {
  auto const path = open_form();
  auto const answer = request(path, {.client_id = Uuid::v7(), .kind = "x", .name = " ", .phone = "call me", .email = "a b@c", .description = "\x01"});
  ASSERT_FALSE(answer);
  std::string said;
  for (auto const& field : answer.refusal().fields) said += field.path + " " + field.code + "; ";
  EXPECT_EQ(said,
            "kind public.kind_not_offered; name field.required; phone public.phone_invalid; email public.email_invalid; "
            "description public.strange_characters; ");
  auto form = leak();
  form.phone.reset();
  EXPECT_EQ(code(request(path, form)), "phone: public.unreachable");
}

TEST_P(Requesting, a_new_address_makes_the_old_one_void) {
  auto const old = open_form();
  auto const renewed = *world().write_as(company->system, [](Context& ctx) { return renew_public_form_address(ctx); }).path;
  EXPECT_NE(old, renewed);
  EXPECT_EQ(code(page(old)), "public.form_unknown");
  EXPECT_TRUE(page(renewed));
}

TEST_P(Requesting, one_address_cannot_flood) {
  auto const path = open_form();
  auto const token = path.substr(path.rfind('/') + 1);
  int taken = 0;
  for (int i = 0; i < 40; ++i) taken += request_from_outside(world().services, {token, "192.0.2.9"}, leak()).ok() ? 1 : 0;
  EXPECT_EQ(taken, 10);
  EXPECT_TRUE(request(path, leak()));
}

TEST(Titles, of_requests_are_their_first_line) {
  EXPECT_EQ(rules::title_of("  水管漏水 \n第二行"), "水管漏水");
  std::string longer;
  for (int i = 0; i < 80; ++i) longer += "漏";
  EXPECT_EQ(text::length(rules::title_of(longer)), 60u);
}

}  // namespace
}  // namespace zx::work
