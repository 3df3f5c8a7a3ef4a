#include "modules/work/sheet_api.hpp"

#include "modules/work/list_exporting.hpp"
#include "modules/work/sheet.hpp"
#include "modules/work/sheet_files.hpp"
#include "modules/work/sql.hpp"
#include "modules/work/tasks_api.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/db/database.hpp"
#include "platform/files/name.hpp"
#include "platform/http/disposition.hpp"
#include "platform/i18n/catalogue.hpp"

namespace zx::work {
namespace {

constexpr std::string_view import_kind = "import.follow_up_sheet";
constexpr std::string_view import_subject = "import";
constexpr std::size_t most_fields = 30;
constexpr auto error_files_kept = std::chrono::hours(24 * 7);

using TaskId = Id<struct TaskTag>;

struct ImportQuery {
  std::optional<std::string> name;  ///< of the uploaded file
  std::optional<bool> dry_run;
  std::optional<sheet::OnError> on_error;  ///< default import_nothing
  std::optional<EmployeeId> owner_id;      ///< of rows without 负责人; default: the actor
};
BOOST_DESCRIBE_STRUCT(ImportQuery, (), (name, dry_run, on_error, owner_id))

struct ImportAnswer {
  Uuid task_id;
};
BOOST_DESCRIBE_STRUCT(ImportAnswer, (), (task_id))

/// The result of the task.
struct ImportResult {
  sheet::ImportReport report;
  std::optional<files::FileId> error_file_id;  ///< GET …/imports/{task_id}/error-file
};
BOOST_DESCRIBE_STRUCT(ImportResult, (), (report, error_file_id))

struct FormatQuery {
  sheet::Format format = sheet::Format::xlsx;
};
BOOST_DESCRIBE_STRUCT(FormatQuery, (), (format))

struct ExportForm {
  sheet::Format format = sheet::Format::xlsx;
  std::optional<sheet::Columns> columns;
  std::vector<sheet::ListColumn> fields;  ///< comma-separated: the list with these columns in its own order instead of the sheet
};
BOOST_DESCRIBE_STRUCT(ExportForm, (), (format, columns, fields))

http::Reply download(std::string content, sheet::Format format, std::string_view name) {
  http::Reply reply;
  switch (format) {
    case sheet::Format::csv: reply.content_type = "text/csv; charset=utf-8"; break;
    case sheet::Format::xlsx: reply.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"; break;
    case sheet::Format::pdf: reply.content_type = "application/pdf"; break;
  }
  reply.header("content-disposition", http::attachment_disposition(std::string(name) + "." + std::string(enum_text(format))));
  reply.header("cache-control", "no-store");
  reply.body = std::move(content);
  return reply;
}

/// "工作事项跟进表_20261121"
std::string dated_name(Services& services, Actor const& actor, std::string_view name) {
  auto date = calendar::local_date(services.clock.now(), actor.time_zone).text();
  std::erase(date, '-');
  return std::string(name) + "_" + date;
}

// ---- Import ----

/// "水电维修.xlsx" → "水电维修_错误.xlsx"; the name only labels a download, so one that cannot be kept is replaced.
std::string error_file_name(std::string_view uploaded, std::string_view format) {
  auto name = std::string(uploaded.substr(0, uploaded.rfind('.'))) + "_错误." + std::string(format);
  if (!uploaded.empty() && files::is_acceptable_name(name)) return name;
  return std::string(sheet::form_name) + "_错误." + std::string(format);
}

Result<files::FileId> keep_error_file(Services& services, Actor const& actor, std::string_view upload, ImportQuery const& query,
                                      sheet::ImportReport const& report) {
  auto format = upload.starts_with("PK") ? "xlsx" : "csv";
  auto content = sheet::error_file(upload, report, format);
  auto name = error_file_name(query.name.value_or(""), format);
  return services.database.write([&](db::Transaction& tx) -> Result<files::FileId> {
    return TRY(files::add({actor, services.clock.now(), tx, services}, import_subject, actor.user.uuid, name, content)).id;
  });
}

Result<ImportResult> run_import(Services& services, Actor const& actor, std::string_view upload, ImportQuery const& query, jobs::TaskProgress* progress) {
  sheet::ImportOptions options{query.dry_run.value_or(false), query.on_error.value_or(sheet::OnError::import_nothing), query.owner_id};
  ImportResult result{.report = TRY(sheet::import_sheet(services, actor, upload, options, progress)), .error_file_id = {}};
  if (result.report.error_count == 0) return result;
  // The report is worth more than the file: one too large to be kept is left out.
  if (auto kept = keep_error_file(services, actor, upload, query, result.report)) result.error_file_id = *kept;
  return result;
}

http::Reply answer(int status, std::string json) {
  http::Reply reply;
  reply.status = status;
  reply.body = std::move(json);
  return reply;
}

Result<http::Reply> post_import(Services& services, Actor const& actor, http::Call const& call) {
  auto query = TRY(http::detail::read_parameters<ImportQuery>(call.request));
  if (call.request.body.empty()) return Refusal::invalid("sheet.empty");
  if (!services.tasks) return answer(200, to_json(TRY(run_import(services, actor, call.request.body, query, nullptr))));
  auto work = [&services, actor, query, upload = std::make_shared<std::string const>(call.request.body)](jobs::TaskProgress& progress) -> Result<std::string> {
    return to_json(TRY(run_import(services, actor, *upload, query, &progress)));
  };
  return answer(202, to_json(ImportAnswer{services.tasks->submit(actor, std::string(import_kind), std::move(work))}));
}

/// The error file of an import the actor started.
Result<files::File> error_file_of(ReadContext const& ctx, Uuid task_id) {
  auto task = jobs::Tasks::find(ctx, task_id);
  if (!task || task->kind != import_kind) return Refusal::not_found("task.not_found");
  auto result = from_json<ImportResult>(task->result.text);
  if (!result || !result->error_file_id) return Refusal::not_found("sheet.no_error_file");
  auto file = files::find(ctx, *result->error_file_id);
  if (!file || file->subject_type != import_subject) return Refusal::not_found("sheet.no_error_file");
  return std::move(*file);
}

Result<http::Reply> get_error_file(Services& services, Actor const& actor, http::Call const& call) {
  auto id = TRY(call.id<TaskId>("task_id"));
  auto file = TRY(services.database.read([&](db::Executor& executor) { return error_file_of({actor, services.clock.now(), executor, services}, id.uuid); }));
  auto dot = file.view.name.rfind('.');
  auto format = enum_from<sheet::Format>(std::string_view(file.view.name).substr(dot + 1)).value_or(sheet::Format::csv);
  return download(std::move(file.content), format, file.view.name.substr(0, dot));
}

// ---- Export ----

bool is_about_the_file(std::string const& name) { return name == "format" || name == "columns" || name == "fields"; }

/// The list's own parameters, and those that say which file.
std::pair<http::Request, http::Request> split_parameters(http::Request const& request) {
  std::pair<http::Request, http::Request> split;
  for (auto const& parameter : request.query) (is_about_the_file(parameter.first) ? split.second : split.first).query.push_back(parameter);
  return split;
}

Result<http::Reply> get_export(Services& services, Actor const& actor, http::Call const& call) {
  auto [for_list, for_file] = split_parameters(call.request);
  auto query = TRY(http::detail::read_parameters<ListQuery>(for_list));
  auto form = TRY(http::detail::read_parameters<ExportForm>(for_file));
  if (form.fields.size() > most_fields) return Refusal::invalid_field("fields", "field.too_many", {{"most", std::to_string(most_fields)}});
  bool const is_list = !form.fields.empty();
  auto content = is_list ? TRY(sheet::export_list(services, actor, query, form.fields, form.format))
                         : TRY(sheet::export_sheet(services, actor, query, form.format, nullptr, form.columns.value_or(sheet::Columns::paper)));
  // Excel takes a csv without the mark for the local code page.
  if (form.format == sheet::Format::csv) content.insert(0, "\xEF\xBB\xBF");
  return download(std::move(content), form.format,
                  dated_name(services, actor, is_list ? services.texts.text(actor.language, "sheet.list_name") : sheet::form_name));
}

Result<http::Reply> get_template(Services& services, Actor const& actor, http::Call const& call) {
  auto query = TRY(http::detail::read_parameters<FormatQuery>(call.request));
  return download(sheet::template_file(services, actor, query.format), query.format, std::string(sheet::form_name) + "_模板");
}

// ---- Forgetting ----

struct OldFile {
  OrganizationId org_id;
  files::FileId id;
};
BOOST_DESCRIBE_STRUCT(OldFile, (), (org_id, id))

void forget_old_files(Services& services, jobs::Lease const& lease) {
  auto const now = services.clock.now();
  auto done = services.database.write([&](db::Transaction& tx) -> Result<void> {
    if (!jobs::still_mine(tx, lease, now)) return {};
    for (auto const& old : tx.all<OldFile>(sql::sheet_old_error_files, {{"before", now - error_files_kept}})) {
      Actor system{.organization = old.org_id, .is_system = true};
      files::remove(Context{system, now, tx, services}, old.id);
    }
    return {};
  });
  if (!done) throw std::logic_error(done.refusal().code);
}

}  // namespace

void sheet_routes(http::Routes& routes) {
  using http::Method;
  using http::needs;
  constexpr auto binary = "application/octet-stream";
  routes
      .special<void, ImportAnswer>(Method::post, "/api/v1/work-items/imports", needs(permissions::import),
                                   "Import a follow-up sheet: the body is the xlsx or csv file, ?dry_run= and ?on_error= say how; answers 202 with the task.",
                                   &post_import)
      .answers(202)
      .reads_query<ImportQuery>()
      .takes(binary);
  routes.special(Method::get, "/api/v1/work-items/imports/{task_id}/error-file", needs(permissions::import), "The refused rows with their reasons.",
                 &get_error_file, binary);
  routes
      .special(Method::get, "/api/v1/work-items/export", needs(permissions::read),
               "What the list shows as a follow-up sheet, or with ?fields= as the list itself: ?format=csv, xlsx or pdf.", &get_export, binary)
      .reads_query<ListQuery>()
      .reads_query<ExportForm>();
  routes
      .special(Method::get, "/api/v1/work-items/import-template", needs(permissions::read), "An empty follow-up sheet: ?format=xlsx, csv or pdf.",
               &get_template, binary)
      .reads_query<FormatQuery>();
  task_routes(routes);
}

jobs::Job forget_error_files() {
  return {.name = "work.forget_error_files", .every = std::chrono::hours(24), .lease = std::chrono::minutes(10), .run = forget_old_files};
}

}  // namespace zx::work
