// The sheet of people over HTTP. Long work becomes a task, as with the other sheets.

#include "modules/org/api.hpp"
#include "modules/org/people_sheet.hpp"
#include "platform/db/database.hpp"
#include "platform/files/files.hpp"
#include "platform/files/name.hpp"
#include "platform/http/disposition.hpp"
#include "platform/jobs/jobs.hpp"

namespace zx::org {
namespace {

using sheet::PeopleFormat;

constexpr std::string_view import_kind = "import.people";
constexpr std::string_view import_subject = "import";  // work forgets the files under it after a week

using TaskId = Id<struct TaskTag>;

struct PeopleImportQuery {
  std::optional<std::string> name;  ///< of the uploaded file
  std::optional<bool> dry_run;
  std::optional<sheet::PeopleOnError> on_error;  ///< default import_nothing
  std::optional<bool> make_departments;          ///< those that do not exist
  std::optional<bool> make_positions;
};
BOOST_DESCRIBE_STRUCT(PeopleImportQuery, (), (name, dry_run, on_error, make_departments, make_positions))

struct PeopleImportAnswer {
  Uuid task_id;
};
BOOST_DESCRIBE_STRUCT(PeopleImportAnswer, (), (task_id))

/// The result of the task.
struct PeopleImportResult {
  sheet::PeopleImportReport report;
  std::optional<files::FileId> error_file_id;  ///< GET …/imports/{task_id}/error-file
};
BOOST_DESCRIBE_STRUCT(PeopleImportResult, (), (report, error_file_id))

struct PeopleFormatQuery {
  PeopleFormat format = PeopleFormat::xlsx;
};
BOOST_DESCRIBE_STRUCT(PeopleFormatQuery, (), (format))

http::Reply download(std::string content, PeopleFormat format, std::string_view name) {
  http::Reply reply;
  reply.content_type = format == PeopleFormat::csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  reply.header("content-disposition", http::attachment_disposition(std::string(name) + "." + std::string(enum_text(format))));
  reply.header("cache-control", "no-store");
  reply.body = std::move(content);
  return reply;
}

http::Reply answer(int status, std::string json) {
  http::Reply reply;
  reply.status = status;
  reply.body = std::move(json);
  return reply;
}

/// The name only labels a download, so one that cannot be kept is replaced.
std::string error_file_name(std::string_view uploaded, std::string_view format) {
  auto name = std::string(uploaded.substr(0, uploaded.rfind('.'))) + "_错误." + std::string(format);
  if (!uploaded.empty() && files::is_acceptable_name(name)) return name;
  return std::string(sheet::form_name) + "_错误." + std::string(format);
}

Result<files::FileId> keep_error_file(Services& services, Actor const& actor, std::string_view upload, PeopleImportQuery const& query,
                                      sheet::PeopleImportReport const& report) {
  auto const format = upload.starts_with("PK") ? PeopleFormat::xlsx : PeopleFormat::csv;
  auto const content = sheet::error_file(upload, report, format);
  auto const name = error_file_name(query.name.value_or(""), enum_text(format));
  return services.database.write([&](db::Transaction& tx) -> Result<files::FileId> {
    return TRY(files::add({actor, services.clock.now(), tx, services}, import_subject, actor.user.uuid, name, content)).id;
  });
}

Result<PeopleImportResult> run_import(Services& services, Actor const& actor, std::string_view upload, PeopleImportQuery const& query) {
  sheet::PeopleImportOptions const options{.dry_run = query.dry_run.value_or(false),
                                           .on_error = query.on_error.value_or(sheet::PeopleOnError::import_nothing),
                                           .make_departments = query.make_departments.value_or(false),
                                           .make_positions = query.make_positions.value_or(false)};
  PeopleImportResult result{.report = TRY(sheet::import_people(services, actor, upload, options)), .error_file_id = {}};
  if (result.report.error_count == 0) return result;
  // The report is worth more than the file: one too large to be kept is left out.
  if (auto kept = keep_error_file(services, actor, upload, query, result.report)) result.error_file_id = *kept;
  return result;
}

Result<http::Reply> post_import(Services& services, Actor const& actor, http::Call const& call) {
  auto query = TRY(http::detail::read_parameters<PeopleImportQuery>(call.request));
  if (call.request.body.empty()) return Refusal::invalid("people.sheet_empty");
  if (!services.tasks) return answer(200, to_json(TRY(run_import(services, actor, call.request.body, query))));
  auto work = [&services, actor, query, upload = std::make_shared<std::string const>(call.request.body)](jobs::TaskProgress&) -> Result<std::string> {
    return to_json(TRY(run_import(services, actor, *upload, query)));
  };
  return answer(202, to_json(PeopleImportAnswer{services.tasks->submit(actor, std::string(import_kind), std::move(work))}));
}

/// The error file of an import the actor started.
Result<files::File> error_file_of(ReadContext const& ctx, Uuid task_id) {
  auto const task = jobs::Tasks::find(ctx, task_id);
  if (!task || task->kind != import_kind) return Refusal::not_found("task.not_found");
  auto const result = from_json<PeopleImportResult>(task->result.text);
  if (!result || !result->error_file_id) return Refusal::not_found("sheet.no_error_file");
  auto file = files::find(ctx, *result->error_file_id);
  if (!file || file->subject_type != import_subject) return Refusal::not_found("sheet.no_error_file");
  return std::move(*file);
}

Result<http::Reply> get_error_file(Services& services, Actor const& actor, http::Call const& call) {
  auto const id = TRY(call.id<TaskId>("task_id"));
  auto file = TRY(services.database.read([&](db::Executor& executor) { return error_file_of({actor, services.clock.now(), executor, services}, id.uuid); }));
  auto const dot = file.view.name.rfind('.');
  auto const format = enum_from<PeopleFormat>(std::string_view(file.view.name).substr(dot + 1)).value_or(PeopleFormat::csv);
  return download(std::move(file.content), format, file.view.name.substr(0, dot));
}

Result<http::Reply> get_template(Services& services, Actor const& actor, http::Call const& call) {
  auto const query = TRY(http::detail::read_parameters<PeopleFormatQuery>(call.request));
  auto content = services.database.read([&](db::Executor& executor) {
    return sheet::template_file({actor, services.clock.now(), executor, services}, query.format);
  });
  return download(std::move(content), query.format, std::string(sheet::form_name) + "_模板");
}

}  // namespace

void people_sheet_routes(http::Routes& routes) {
  using http::Method;
  using http::needs;
  using permissions::manage_people;
  constexpr auto binary = "application/octet-stream";
  routes
      .special<void, PeopleImportAnswer>(Method::post, "/api/v1/employees/imports", needs(manage_people),
                                         "Import people: the body is the xlsx or csv file, ?dry_run= and ?on_error= say how; answers 202 with the task.",
                                         &post_import)
      .answers(202)
      .reads_query<PeopleImportQuery>()
      .takes(binary);
  routes.special(Method::get, "/api/v1/employees/imports/{task_id}/error-file", needs(manage_people), "The refused rows with their reasons.", &get_error_file,
                 binary);
  routes.special(Method::get, "/api/v1/employees/import-template", needs(manage_people), "An empty list of people: ?format=xlsx or csv.", &get_template, binary)
      .reads_query<PeopleFormatQuery>();
}

}  // namespace zx::org
