#include "modules/customer/sheet_api.hpp"

#include "modules/customer/sheet.hpp"
#include "modules/customer/sheet_rows.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/db/database.hpp"
#include "platform/files/files.hpp"
#include "platform/files/name.hpp"
#include "platform/http/disposition.hpp"

namespace zx::customer {
namespace {

using sheet::CustomerFormat;

constexpr std::string_view import_kind = "import.customers";
constexpr std::string_view import_subject = "import";  // work forgets the files under it after a week

using TaskId = Id<struct TaskTag>;

struct CustomerImportQuery {
  std::optional<std::string> name;  ///< of the uploaded file
  std::optional<bool> dry_run;
  std::optional<sheet::CustomerOnError> on_error;  ///< default import_nothing
  std::optional<bool> despite_duplicates;          ///< rows that look like other customers are other customers
  std::optional<EmployeeId> account_manager_id;    ///< of rows without 客户经理; default: the actor
};
BOOST_DESCRIBE_STRUCT(CustomerImportQuery, (), (name, dry_run, on_error, despite_duplicates, account_manager_id))

struct CustomerImportAnswer {
  Uuid task_id;
};
BOOST_DESCRIBE_STRUCT(CustomerImportAnswer, (), (task_id))

/// The result of the task.
struct CustomerImportResult {
  sheet::CustomerImportReport report;
  std::optional<files::FileId> error_file_id;  ///< GET …/imports/{task_id}/error-file
};
BOOST_DESCRIBE_STRUCT(CustomerImportResult, (), (report, error_file_id))

struct CustomerFormatQuery {
  CustomerFormat format = CustomerFormat::xlsx;
};
BOOST_DESCRIBE_STRUCT(CustomerFormatQuery, (), (format))

http::Reply download(std::string content, CustomerFormat format, std::string_view name) {
  http::Reply reply;
  reply.content_type = format == CustomerFormat::csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  reply.header("content-disposition", http::attachment_disposition(std::string(name) + "." + std::string(enum_text(format))));
  reply.header("cache-control", "no-store");
  reply.body = std::move(content);
  return reply;
}

std::string dated_name(Services& services, Actor const& actor) {
  auto date = calendar::local_date(services.clock.now(), actor.time_zone).text();
  std::erase(date, '-');
  return std::string(sheet::form_name) + "_" + date;
}

// ---- Import ----

/// The name only labels a download, so one that cannot be kept is replaced.
std::string error_file_name(std::string_view uploaded, std::string_view format) {
  auto name = std::string(uploaded.substr(0, uploaded.rfind('.'))) + "_错误." + std::string(format);
  if (!uploaded.empty() && files::is_acceptable_name(name)) return name;
  return std::string(sheet::form_name) + "_错误." + std::string(format);
}

Result<files::FileId> keep_error_file(Services& services, Actor const& actor, std::string_view upload, CustomerImportQuery const& query,
                                      sheet::CustomerImportReport const& report) {
  auto const format = upload.starts_with("PK") ? CustomerFormat::xlsx : CustomerFormat::csv;
  auto const content = sheet::error_file(upload, report, format);
  auto const name = error_file_name(query.name.value_or(""), enum_text(format));
  return services.database.write([&](db::Transaction& tx) -> Result<files::FileId> {
    return TRY(files::add({actor, services.clock.now(), tx, services}, import_subject, actor.user.uuid, name, content)).id;
  });
}

Result<CustomerImportResult> run_import(Services& services, Actor const& actor, std::string_view upload, CustomerImportQuery const& query,
                                        jobs::TaskProgress* progress) {
  sheet::CustomerImportOptions const options{.dry_run = query.dry_run.value_or(false),
                                             .on_error = query.on_error.value_or(sheet::CustomerOnError::import_nothing),
                                             .despite_duplicates = query.despite_duplicates.value_or(false),
                                             .account_manager = query.account_manager_id};
  CustomerImportResult result{.report = TRY(sheet::import_sheet(services, actor, upload, options, progress)), .error_file_id = {}};
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
  auto query = TRY(http::detail::read_parameters<CustomerImportQuery>(call.request));
  if (call.request.body.empty()) return Refusal::invalid("customer.sheet_empty");
  if (!services.tasks) return answer(200, to_json(TRY(run_import(services, actor, call.request.body, query, nullptr))));
  auto work = [&services, actor, query, upload = std::make_shared<std::string const>(call.request.body)](jobs::TaskProgress& progress) -> Result<std::string> {
    return to_json(TRY(run_import(services, actor, *upload, query, &progress)));
  };
  return answer(202, to_json(CustomerImportAnswer{services.tasks->submit(actor, std::string(import_kind), std::move(work))}));
}

/// The error file of an import the actor started.
Result<files::File> error_file_of(ReadContext const& ctx, Uuid task_id) {
  auto const task = jobs::Tasks::find(ctx, task_id);
  if (!task || task->kind != import_kind) return Refusal::not_found("task.not_found");
  auto const result = from_json<CustomerImportResult>(task->result.text);
  if (!result || !result->error_file_id) return Refusal::not_found("sheet.no_error_file");
  auto file = files::find(ctx, *result->error_file_id);
  if (!file || file->subject_type != import_subject) return Refusal::not_found("sheet.no_error_file");
  return std::move(*file);
}

Result<http::Reply> get_error_file(Services& services, Actor const& actor, http::Call const& call) {
  auto const id = TRY(call.id<TaskId>("task_id"));
  auto file = TRY(services.database.read([&](db::Executor& executor) { return error_file_of({actor, services.clock.now(), executor, services}, id.uuid); }));
  auto const dot = file.view.name.rfind('.');
  auto const format = enum_from<CustomerFormat>(std::string_view(file.view.name).substr(dot + 1)).value_or(CustomerFormat::csv);
  return download(std::move(file.content), format, file.view.name.substr(0, dot));
}

// ---- Export ----

/// The list's own parameters, and the one that says which file.
std::pair<http::Request, http::Request> split_parameters(http::Request const& request) {
  std::pair<http::Request, http::Request> split;
  for (auto const& parameter : request.query) (parameter.first == "format" ? split.second : split.first).query.push_back(parameter);
  return split;
}

Result<http::Reply> get_export(Services& services, Actor const& actor, http::Call const& call) {
  auto const [for_list, for_file] = split_parameters(call.request);
  auto query = TRY(http::detail::read_parameters<CustomersQuery>(for_list));
  auto const form = TRY(http::detail::read_parameters<CustomerFormatQuery>(for_file));
  auto content = TRY(sheet::export_sheet(services, actor, std::move(query), form.format));
  // Excel takes a csv without the mark for the local code page.
  if (form.format == CustomerFormat::csv) content.insert(0, "\xEF\xBB\xBF");
  return download(std::move(content), form.format, dated_name(services, actor));
}

Result<http::Reply> get_template(Services& services, Actor const& actor, http::Call const& call) {
  auto const query = TRY(http::detail::read_parameters<CustomerFormatQuery>(call.request));
  return download(sheet::template_file(services, actor, query.format), query.format, std::string(sheet::form_name) + "_模板");
}

}  // namespace

void sheet_routes(http::Routes& routes) {
  using http::Method;
  using http::needs;
  constexpr auto binary = "application/octet-stream";
  routes
      .special<void, CustomerImportAnswer>(Method::post, "/api/v1/customers/imports", needs(permissions::manage),
                                           "Import customers: the body is the xlsx or csv file, ?dry_run= and ?on_error= say how; answers 202 with the task.",
                                           &post_import)
      .answers(202)
      .reads_query<CustomerImportQuery>()
      .takes(binary);
  routes.special(Method::get, "/api/v1/customers/imports/{task_id}/error-file", needs(permissions::manage), "The refused rows with their reasons.",
                 &get_error_file, binary);
  routes
      .special(Method::get, "/api/v1/customers/export", needs(permissions::read), "What the list shows as a spreadsheet: ?format=xlsx or csv.", &get_export,
               binary)
      .reads_query<CustomersQuery>()
      .reads_query<CustomerFormatQuery>();
  routes
      .special(Method::get, "/api/v1/customers/import-template", needs(permissions::manage), "An empty customer sheet: ?format=xlsx or csv.", &get_template,
               binary)
      .reads_query<CustomerFormatQuery>();
}

}  // namespace zx::customer
