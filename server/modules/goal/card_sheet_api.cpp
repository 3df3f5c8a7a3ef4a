#include "modules/goal/card_sheet_api.hpp"

#include "modules/goal/card_sheet.hpp"
#include "platform/db/database.hpp"
#include "platform/http/disposition.hpp"

namespace zx::goal {
namespace {

using http::Method;

http::Reply file(std::string content, std::string_view type, std::string_view name) {
  http::Reply reply;
  reply.content_type = type;
  reply.header("content-disposition", http::attachment_disposition(name));
  reply.header("cache-control", "no-store");
  reply.body = std::move(content);
  return reply;
}

Result<http::Reply> post_import(Services& services, Actor const& actor, http::Call const& call) {
  auto const query = TRY(http::detail::read_parameters<CardImportQuery>(call.request));
  if (call.request.body.empty()) return Refusal::invalid("goal.import_empty");
  auto const report = TRY(services.database.write([&](db::Transaction& tx) -> Result<CardImportReport> {
    Context ctx{actor, services.clock.now(), tx, services};
    return import_cards(ctx, call.request.body, query);
  }));
  http::Reply reply;
  reply.status = 200;
  reply.body = to_json(report);
  return reply;
}

Result<http::Reply> get_template(Services& services, Actor const& actor, http::Call const&) {
  return file(card_template(services, actor), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "目标卡_模板.xlsx");
}

Result<http::Reply> get_print(Services& services, Actor const& actor, http::Call const& call) {
  auto const id = TRY(call.id<GoalCardId>());
  auto pdf = TRY(services.database.read([&](db::Executor& executor) { return print_card({actor, services.clock.now(), executor, services}, id); }));
  return file(std::move(pdf), "application/pdf", "目标卡.pdf");
}

Result<CopiesView> post_copies(Context& ctx, http::Call const& call, CopyForm const& form) { return copy_card(ctx, TRY(call.id<GoalCardId>()), form); }

}  // namespace

void card_sheet_routes(http::Routes& routes) {
  using http::needs;
  constexpr auto binary = "application/octet-stream";
  routes
      .special<void, CardImportReport>(Method::post, "/api/v1/goal-cards/imports", needs(permissions::write),
                                       "Make many cards from a sheet: the body is the xlsx file, all or nothing; ?dry_run=true only says what would come.",
                                       &post_import)
      .answers(200)
      .reads_query<CardImportQuery>()
      .takes(binary);
  routes.special(Method::get, "/api/v1/goal-cards/import-template", needs(permissions::write), "An empty sheet for making many cards.", &get_template, binary);
  routes.special(Method::get, "/api/v1/goal-cards/{id}/print", needs(permissions::read), "The paper form as PDF.", &get_print, binary);
  routes.post("/api/v1/goal-cards/{id}/copies", needs(permissions::write), "Copy a card to the next period or to other people.", &post_copies);
}

}  // namespace zx::goal
