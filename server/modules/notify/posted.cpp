#include "modules/notify/posted.hpp"

#include "modules/followup/followup.hpp"
#include "modules/notify/composing.hpp"
#include "modules/notify/sql.hpp"

namespace zx::notify {
namespace {

struct PostedRow {
  std::string occurrence;  ///< "letter:<id>", "requester:<id>"
  std::string event;
  std::string address;
  DeliveryState state = DeliveryState::waiting;
  std::string answer;
  std::optional<Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(PostedRow, (), (occurrence, event, address, state, answer, sent_at))

Result<http::Page<PostedView>> get_posted(ReadContext const& ctx, http::Call const& call) {
  return http::Page<PostedView>{TRY(posted_of(ctx, TRY(call.id<followup::CommitmentId>()).uuid)), {}, {}};
}

}  // namespace

Result<std::vector<PostedView>> posted_of(ReadContext const& ctx, Uuid subject) {
  TRY(followup::find_visible(ctx, followup::CommitmentId{subject}, followup::permissions::read));
  std::vector<PostedView> views;
  for (auto const& row : ctx.db.all<PostedRow>(sql::posted_of, {{"org", ctx.actor.organization}, {"subject", subject}})) {
    auto const source = Uuid::parse(row.occurrence.substr(row.occurrence.find(':') + 1));
    if (!source) continue;
    views.push_back({*source, row.event, row.address, row.state, answer_text(ctx.services.texts, row.answer, ctx.actor.language), row.sent_at});
  }
  return views;
}

void posted_routes(http::Routes& routes) {
  routes.get("/api/v1/commitments/{id}/posted", http::needs(followup::permissions::read), "What became of the letters and messages mailed about it.",
             &get_posted);
}

}  // namespace zx::notify
