#include "modules/goal/card_sheet_api.hpp"

#include "modules/goal/card_sheet.hpp"
#include "platform/base/json.hpp"
#include "platform/db/database.hpp"
#include "platform/files/files.hpp"
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

constexpr std::string_view import_kind = "import.goal_cards";
constexpr std::string_view import_subject = "import";  // work forgets the files under it after a week

using TaskId = Id<struct TaskTag>;

struct CardImportAnswer {
  Uuid task_id;
};
BOOST_DESCRIBE_STRUCT(CardImportAnswer, (), (task_id))

/// The result of the task.
struct CardImportResult {
  CardImportReport report;
  std::optional<files::FileId> error_file_id;  ///< GET …/imports/{task_id}/error-file
};
BOOST_DESCRIBE_STRUCT(CardImportResult, (), (report, error_file_id))

struct CardFormatQuery {
  CardFileFormat format = CardFileFormat::xlsx;
};
BOOST_DESCRIBE_STRUCT(CardFormatQuery, (), (format))

http::Reply table(std::string content, CardFileFormat format, std::string_view name) {
  return file(std::move(content),
              format == CardFileFormat::csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              std::string(name) + "." + std::string(enum_text(format)));
}

http::Reply answer(int status, std::string json) {
  http::Reply reply;
  reply.status = status;
  reply.body = std::move(json);
  return reply;
}

Result<CardImportResult> run_import(Services& services, Actor const& actor, std::string_view upload, CardImportQuery const& query,
                                    jobs::TaskProgress* progress) {
  CardImportResult result{.report = TRY(import_cards(services, actor, upload, query, progress)), .error_file_id = {}};
  if (result.report.error_count == 0) return result;
  auto const format = upload.starts_with("PK") ? CardFileFormat::xlsx : CardFileFormat::csv;
  auto const content = card_error_file(actor, upload, result.report, format);
  // The report is worth more than the file: one too large to be kept is left out.
  auto const kept = services.database.write([&](db::Transaction& tx) -> Result<files::FileId> {
    return TRY(files::add({actor, services.clock.now(), tx, services}, import_subject, actor.user.uuid, "目标卡_错误." + std::string(enum_text(format)),
                          content))
        .id;
  });
  if (kept) result.error_file_id = *kept;
  return result;
}

Result<http::Reply> post_import(Services& services, Actor const& actor, http::Call const& call) {
  auto const query = TRY(http::detail::read_parameters<CardImportQuery>(call.request));
  if (call.request.body.empty()) return Refusal::invalid("goal.import_empty");
  if (!services.tasks) return answer(200, to_json(TRY(run_import(services, actor, call.request.body, query, nullptr))));
  auto work = [&services, actor, query, upload = std::make_shared<std::string const>(call.request.body)](jobs::TaskProgress& progress) -> Result<std::string> {
    return to_json(TRY(run_import(services, actor, *upload, query, &progress)));
  };
  return answer(202, to_json(CardImportAnswer{services.tasks->submit(actor, std::string(import_kind), std::move(work))}));
}

/// The error file of an import the actor started.
Result<files::File> error_file_of(ReadContext const& ctx, Uuid task_id) {
  auto const task = jobs::Tasks::find(ctx, task_id);
  if (!task || task->kind != import_kind) return Refusal::not_found("task.not_found");
  auto const result = from_json<CardImportResult>(task->result.text);
  if (!result || !result->error_file_id) return Refusal::not_found("sheet.no_error_file");
  auto found = files::find(ctx, *result->error_file_id);
  if (!found || found->subject_type != import_subject) return Refusal::not_found("sheet.no_error_file");
  return std::move(*found);
}

Result<http::Reply> get_error_file(Services& services, Actor const& actor, http::Call const& call) {
  auto const id = TRY(call.id<TaskId>("task_id"));
  auto found = TRY(services.database.read([&](db::Executor& executor) { return error_file_of({actor, services.clock.now(), executor, services}, id.uuid); }));
  auto const format = found.view.name.ends_with(".xlsx") ? CardFileFormat::xlsx : CardFileFormat::csv;
  return table(std::move(found.content), format, "目标卡_错误");
}

Result<http::Reply> get_template(Services& services, Actor const& actor, http::Call const& call) {
  auto const query = TRY(http::detail::read_parameters<CardFormatQuery>(call.request));
  return table(card_template(services, actor, query.format), query.format, "目标卡_模板");
}

/// The list's own parameters, and the one that says which file.
std::pair<http::Request, http::Request> split_parameters(http::Request const& request) {
  std::pair<http::Request, http::Request> split;
  for (auto const& parameter : request.query) (parameter.first == "format" ? split.second : split.first).query.push_back(parameter);
  return split;
}

Result<http::Reply> get_export(Services& services, Actor const& actor, http::Call const& call) {
  auto const [for_list, for_file] = split_parameters(call.request);
  auto query = TRY(http::detail::read_parameters<CardListQuery>(for_list));
  auto const form = TRY(http::detail::read_parameters<CardFormatQuery>(for_file));
  auto content = TRY(export_cards(services, actor, std::move(query), form.format));
  // Excel takes a csv without the mark for the local code page.
  if (form.format == CardFileFormat::csv) content.insert(0, "\xEF\xBB\xBF");
  return table(std::move(content), form.format, "目标卡");
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
      .special<void, CardImportAnswer>(Method::post, "/api/v1/goal-cards/imports", needs(permissions::write),
                                       "Make many cards from a sheet, all or nothing: the body is the xlsx or csv file; ?dry_run=true only says what would "
                                       "come; answers 202 with the task.",
                                       &post_import)
      .answers(202)
      .reads_query<CardImportQuery>()
      .takes(binary);
  routes.special(Method::get, "/api/v1/goal-cards/imports/{task_id}/error-file", needs(permissions::write), "The refused rows with their reasons.",
                 &get_error_file, binary);
  routes
      .special(Method::get, "/api/v1/goal-cards/import-template", needs(permissions::write), "An empty sheet for making many cards: ?format=xlsx or csv.",
               &get_template, binary)
      .reads_query<CardFormatQuery>();
  routes
      .special(Method::get, "/api/v1/goal-cards/export", needs(permissions::read), "What the list shows as a spreadsheet, a row a goal: ?format=xlsx or csv.",
               &get_export, binary)
      .reads_query<CardListQuery>()
      .reads_query<CardFormatQuery>();
  routes.special(Method::get, "/api/v1/goal-cards/{id}/print", needs(permissions::read), "The paper form as PDF.", &get_print, binary);
  routes.post("/api/v1/goal-cards/{id}/copies", needs(permissions::write), "Copy a card to the next period or to other people.", &post_copies);
}

}  // namespace zx::goal
