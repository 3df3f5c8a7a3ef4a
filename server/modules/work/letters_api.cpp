#include "modules/work/letters_api.hpp"

#include "modules/work/work.hpp"
#include "platform/http/disposition.hpp"

namespace zx::work {
namespace {

http::Reply pdf_reply(std::string pdf, std::string const& name) {
  http::Reply reply;
  reply.content_type = "application/pdf";
  reply.header("content-disposition", http::attachment_disposition(name));
  reply.header("cache-control", "private, no-store");
  reply.body = std::move(pdf);
  return reply;
}

Result<LetterView> post_letter(Context& ctx, http::Call const& call, LetterForm const& form) { return send_letter(ctx, TRY(call.id<WorkItemId>()), form); }

Result<http::Page<LetterView>> get_letters(ReadContext const& ctx, http::Call const& call) {
  return http::Page<LetterView>{TRY(letters(ctx, TRY(call.id<WorkItemId>()))), {}, {}};
}

Result<http::Reply> post_preview(Services& services, Actor const& actor, http::Call const& call) {
  auto const id = TRY(call.id<WorkItemId>());
  auto const form = TRY(from_json<LetterForm>(call.request.body));
  auto pdf = TRY(services.database.read([&](db::Executor& db) { return preview_letter(ReadContext{actor, services.clock.now(), db, services}, id, form); }));
  return pdf_reply(std::move(pdf), "preview.pdf");
}

Result<http::Reply> get_file(Services& services, Actor const& actor, http::Call const& call) {
  auto const item = TRY(call.id<WorkItemId>());
  auto const id = TRY(call.id<LetterId>("letter_id"));
  auto file = TRY(services.database.read([&](db::Executor& db) { return letter_file(ReadContext{actor, services.clock.now(), db, services}, item, id); }));
  return pdf_reply(std::move(file.pdf), file.name);
}

}  // namespace

void letter_routes(http::Routes& routes) {
  using http::needs;
  routes.get("/api/v1/work-items/{id}/urging-letters", needs(permissions::read), "Urging letters sent on a work item, newest first.", &get_letters);
  routes.post("/api/v1/work-items/{id}/urging-letters", needs(followup::permissions::record), "Send an urging letter, which is a follow-up.", &post_letter);
  routes
      .special<LetterForm, void>(http::Method::post, "/api/v1/work-items/{id}/urging-letters/previews", needs(permissions::read),
                                 "The PDF as it would be, without a number.", &post_preview, "application/pdf")
      .answers(200);
  routes.special(http::Method::get, "/api/v1/work-items/{id}/urging-letters/{letter_id}/content", needs(permissions::read), "The PDF as it was sent.",
                 &get_file, "application/pdf");
}

}  // namespace zx::work
