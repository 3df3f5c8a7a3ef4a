#include "modules/work/outside.hpp"

#include "modules/work/public_rules.hpp"
#include "modules/work/sql.hpp"
#include "platform/auth/token.hpp"
#include "platform/base/text.hpp"

namespace zx::work::outside {
namespace {

constexpr std::string_view token_prefix = "zxr_";

struct OrganizationFacts {
  std::string name;
  std::string language;
  std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(OrganizationFacts, (), (name, language, time_zone))

OrganizationFacts facts_of(db::Executor& db, OrganizationId organization) {
  return db.sure<OrganizationFacts>(sql::organization_outside, {{"org", organization}});
}

struct FormRow {
  std::string token;
  bool enabled = false;
  std::string welcome;
  bool names_handler = false;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(FormRow, (), (token, enabled, welcome, names_handler, version))

}  // namespace

Actor requester_of(OrganizationId organization, db::Executor& db, std::string name) {
  auto facts = facts_of(db, organization);
  return {
      .organization = organization, .name = std::move(name), .language = std::move(facts.language), .time_zone = std::move(facts.time_zone), .is_system = true};
}

std::string organization_name(db::Executor& db, OrganizationId organization) { return facts_of(db, organization).name; }

StatusLinkView add_link(Context const& ctx, WorkItemId id) {
  auto const token = auth::random_token(token_prefix);
  auto const link = Uuid::v7();
  auto const hash = auth::token_hash(token);
  db::Parameters const of_item{{"org", ctx.actor.organization}, {"work_item", id}, {"now", ctx.now}};
  ctx.db.execute(sql::insert_status_link,
                 db::Parameters(of_item).and_("id", link).and_("token_hash", std::span<std::uint8_t const>(hash)).and_("made_by_name", ctx.actor.name));
  ctx.db.execute(sql::revoke_surplus_links, db::Parameters(of_item).and_("most", static_cast<std::int64_t>(rules::most_links)));
  return {"/p/status/" + token, ctx.now, link};
}

RequesterMessageView add_message(Context const& ctx, WorkItemId id, bool from_requester, std::string_view text) {
  RequesterMessageView const message{Uuid::v7(), ctx.now, from_requester, ctx.actor.name, std::string(text::trim(text))};
  ctx.db.execute(sql::insert_requester_message, db::Parameters::of(message).and_("org", ctx.actor.organization).and_("work_item", id));
  return message;
}

std::vector<RequesterMessageView> messages_of(ReadContext const& ctx, WorkItemId id) {
  return ctx.db.all<RequesterMessageView>(sql::requester_messages_of, {{"org", ctx.actor.organization}, {"work_item", id}});
}

std::optional<RatingView> rating_of(ReadContext const& ctx, WorkItemId id) {
  return ctx.db.one<RatingView>(sql::find_rating, {{"org", ctx.actor.organization}, {"work_item", id}});
}

bool names_handler(ReadContext const& ctx) {
  auto const form = ctx.db.one<FormRow>(sql::find_public_form, {{"org", ctx.actor.organization}});
  return form && form->names_handler;
}

}  // namespace zx::work::outside
