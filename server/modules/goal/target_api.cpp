#include "modules/goal/target_api.hpp"

#include <charconv>

#include "modules/goal/target_files.hpp"
#include "modules/goal/target_reshaping.hpp"
#include "modules/goal/targets.hpp"
#include "platform/db/database.hpp"
#include "platform/http/disposition.hpp"

namespace zx::goal {
namespace {

struct TargetTaskAnswer {
  Uuid task_id;
};
BOOST_DESCRIBE_STRUCT(TargetTaskAnswer, (), (task_id))

struct TargetImportQuery {
  SheetId sheet_id;
  std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(TargetImportQuery, (), (sheet_id, dry_run))

struct TargetExportQuery {
  std::optional<TargetFileForm> form;      ///< default sheet
  std::optional<TargetFileFormat> format;  ///< default xlsx
};
BOOST_DESCRIBE_STRUCT(TargetExportQuery, (), (form, format))

Result<SheetId> sheet_id(http::Call const& call) { return call.id<SheetId>(); }

Result<http::Page<MeasureView>> get_measures(ReadContext const& ctx, http::Call const&) { return http::Page<MeasureView>{measures(ctx), {}, {}}; }
Result<MeasureView> post_measure(Context& ctx, http::Call const&, NewMeasureForm const& form) { return add_measure(ctx, form); }
Result<MeasureView> patch_measure(Context& ctx, http::Call const& call, MeasurePatch const& patch) {
  return change_measure(ctx, TRY(call.id<MeasureId>()), TRY(call.version()), patch);
}

Result<http::Page<TargetSheetLine>> get_sheets(ReadContext const& ctx, http::Call const&, TargetListQuery const& query) { return list_sheets(ctx, query); }
Result<TargetSheetView> post_sheet(Context& ctx, http::Call const&, NewTargetSheetForm const& form) { return make_sheet(ctx, form); }
Result<TargetSheetView> get_sheet(ReadContext const& ctx, http::Call const& call, TargetPageQuery const& query) {
  return show_sheet(ctx, TRY(sheet_id(call)), query);
}
Result<http::Page<TargetRowView>> get_rows(ReadContext const& ctx, http::Call const& call, TargetPageQuery const& query) {
  return list_rows(ctx, TRY(sheet_id(call)), query);
}
Result<TargetChangeView> post_rows(Context& ctx, http::Call const& call, TargetRowsForm const& form) {
  return add_rows(ctx, TRY(sheet_id(call)), TRY(call.version()), form);
}
Result<TargetSheetView> patch_sheet(Context& ctx, http::Call const& call, TargetSheetPatch const& patch) {
  return change_sheet(ctx, TRY(sheet_id(call)), TRY(call.version()), patch);
}
Result<void> remove_sheet(Context& ctx, http::Call const& call) { return delete_sheet(ctx, TRY(sheet_id(call)), TRY(call.version())); }
Result<std::int64_t> number_in_path(http::Call const& call, std::string_view name) {
  std::int64_t number = 0;
  auto const text = call.argument(name);
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1) return Refusal::not_found("request.not_found");
  return number;
}
Result<TargetChangeView> delete_row(Context& ctx, http::Call const& call) {
  return remove_row(ctx, TRY(sheet_id(call)), TRY(call.version()), TRY(number_in_path(call, "row")));
}
Result<TargetBatchChanges> get_batch(ReadContext const& ctx, http::Call const& call) {
  return show_batch(ctx, TRY(sheet_id(call)), TRY(number_in_path(call, "batch")));
}
Result<TargetChangeView> patch_cells(Context& ctx, http::Call const& call, TargetCellsForm const& form) {
  return change_cells(ctx, TRY(sheet_id(call)), TRY(call.version()), form);
}
Result<TargetChangeView> put_locks(Context& ctx, http::Call const& call, TargetLocksForm const& form) {
  return set_locks(ctx, TRY(sheet_id(call)), TRY(call.version()), form);
}
Result<TargetChangeView> post_undo(Context& ctx, http::Call const& call) { return undo(ctx, TRY(sheet_id(call)), TRY(call.version())); }
Result<http::Page<TargetBatchView>> get_batches(ReadContext const& ctx, http::Call const& call, TargetPageQuery const& query) {
  return list_batches(ctx, TRY(sheet_id(call)), query);
}
Result<http::Page<timeline::EntryView>> get_timeline(ReadContext const& ctx, http::Call const& call, TargetPageQuery const& query) {
  return sheet_timeline(ctx, TRY(sheet_id(call)), query);
}

http::Reply answer(int status, std::string json) {
  http::Reply reply;
  reply.status = status;
  reply.body = std::move(json);
  return reply;
}

/// Long work; where nobody runs tasks it is done at once.
template <class View>
Result<http::Reply> in_a_task(Services& services, Actor const& actor, std::string_view kind, std::function<Result<View>(jobs::TaskProgress*)> work) {
  if (!services.tasks) return answer(200, to_json(TRY(work(nullptr))));
  auto task = [work = std::move(work)](jobs::TaskProgress& progress) -> Result<std::string> { return to_json(TRY(work(&progress))); };
  return answer(202, to_json(TargetTaskAnswer{services.tasks->submit(actor, std::string(kind), std::move(task))}));
}

Result<TargetChangeView> run_split(Services& services, Actor const& actor, SheetId id, std::int64_t version, TargetSplitForm const& form) {
  return services.database.write([&](db::Transaction& tx) {
    Context ctx{actor, services.clock.now(), tx, services};
    return split_cells(ctx, id, version, form);
  });
}

Result<http::Reply> post_split(Services& services, Actor const& actor, http::Call const& call) {
  auto const id = TRY(sheet_id(call));
  auto const version = TRY(call.version());
  auto const form = TRY(from_json<TargetSplitForm>(call.request.body));
  auto const cells = TRY(services.database.read([&](db::Executor& executor) {
    return cells_of_split(ReadContext{actor, services.clock.now(), executor, services}, id, form);
  }));
  if (cells <= most_changes_at_once) return answer(200, to_json(TRY(run_split(services, actor, id, version, form))));
  return in_a_task<TargetChangeView>(services, actor, "target.split",
                                     [&services, actor, id, version, form](jobs::TaskProgress*) { return run_split(services, actor, id, version, form); });
}

Result<http::Reply> post_import(Services& services, Actor const& actor, http::Call const& call) {
  auto const query = TRY(http::detail::read_parameters<TargetImportQuery>(call.request));
  auto const id = query.sheet_id;
  if (call.request.body.empty()) return Refusal::invalid("target.file_without_numbers");
  TRY(services.database.read([&](db::Executor& executor) {
    return list_rows(ReadContext{actor, services.clock.now(), executor, services}, id, {.after = {}, .limit = 1});
  }));
  return in_a_task<TargetImportReport>(
      services, actor, "import.targets",
      [&services, actor, id, dry_run = query.dry_run.value_or(false), file = std::make_shared<std::string const>(call.request.body)](
          jobs::TaskProgress* progress) { return import_targets(services, actor, id, *file, dry_run, progress); });
}

Result<http::Reply> get_export(Services& services, Actor const& actor, http::Call const& call) {
  auto const id = TRY(sheet_id(call));
  auto const query = TRY(http::detail::read_parameters<TargetExportQuery>(call.request));
  auto const title = TRY(services.database.read([&](db::Executor& executor) -> Result<std::string> {
    return TRY(show_sheet(ReadContext{actor, services.clock.now(), executor, services}, id, {.after = {}, .limit = 1})).title;
  }));
  http::Reply reply;
  auto const format = query.format.value_or(TargetFileFormat::xlsx);
  reply.body = TRY(export_targets(services, actor, id, query.form.value_or(TargetFileForm::sheet), format));
  bool const xlsx = format == TargetFileFormat::xlsx;
  reply.content_type = xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
  reply.header("content-disposition", http::attachment_disposition(title + (xlsx ? ".xlsx" : ".csv")));
  reply.header("cache-control", "no-store");
  return reply;
}

Result<http::Reply> get_print(Services& services, Actor const& actor, http::Call const& call) {
  auto const id = TRY(sheet_id(call));
  http::Reply reply;
  reply.body = TRY(services.database.read([&](db::Executor& executor) { return print_targets({actor, services.clock.now(), executor, services}, id); }));
  reply.content_type = "application/pdf";
  reply.header("content-disposition", http::attachment_disposition("指标表.pdf"));
  reply.header("cache-control", "no-store");
  return reply;
}

}  // namespace

void target_routes(http::Routes& routes) {
  using http::Method;
  using http::needs;
  constexpr auto binary = "application/octet-stream";
  auto const sheet = [](std::string rest = "") { return "/api/v1/target-sheets/{id}" + rest; };
  routes.get("/api/v1/measures", needs(permissions::read), "What targets count, closed ones too.", &get_measures);
  routes.post("/api/v1/measures", needs(permissions::measures), "Add a measure.", &post_measure);
  routes.patch("/api/v1/measures/{id}", needs(permissions::measures), "Rename a measure, close it or open it again.", &patch_measure);
  routes.get("/api/v1/target-sheets", needs(permissions::read), "Target sheets, latest period first.", &get_sheets);
  routes.post("/api/v1/target-sheets", needs(permissions::plan), "Make a target sheet, alone or below a row of another one.", &post_sheet);
  routes.get(sheet(), needs(permissions::read), "A target sheet with totals, cumulative sums, gaps and its first rows.", &get_sheet);
  routes.patch(sheet(), needs(permissions::plan), "Rename a target sheet, close it or open it again.", &patch_sheet);
  routes.delete_(sheet(), needs(permissions::plan), "Delete a target sheet without actuals and without sheets below it.", &remove_sheet);
  routes.get(sheet("/rows"), needs(permissions::read), "More rows.", &get_rows);
  routes.post(sheet("/rows"), needs(permissions::plan), "Add rows at the end.", &post_rows);
  routes.delete_(sheet("/rows/{row}"), needs(permissions::plan), "Take an empty row out.", &delete_row);
  routes.patch(sheet("/cells"), needs(permissions::write), "Change numbers, all or nothing; tells rows, totals and gaps as they are then.", &patch_cells);
  routes
      .special<TargetSplitForm, TargetChangeView>(Method::post, sheet("/splits"), needs(permissions::plan),
                                                  "Share a total among cells; above 10,000 cells answers 202 with a task whose result it is.", &post_split)
      .answers(200);
  routes.put(sheet("/locks"), needs(permissions::plan), "Lock or unlock the plans of rows, columns and cells.", &put_locks);
  routes.post(sheet("/undo"), needs(permissions::write), "Take my last batch back.", &post_undo);
  routes.get(sheet("/batches"), needs(permissions::read), "Who changed how many numbers when, newest first.", &get_batches);
  routes.get(sheet("/batches/{batch}"), needs(permissions::read), "What a batch changed, number by number.", &get_batch);
  routes.get(sheet("/timeline"), needs(permissions::read), "Everything that happened, newest first.", &get_timeline);
  routes
      .special<void, TargetTaskAnswer>(Method::post, "/api/v1/target-sheets/imports", needs(permissions::write),
                                       "Import numbers into ?sheet_id=: the body is the xlsx or csv file; answers 202 with the task.", &post_import)
      .answers(202)
      .reads_query<TargetImportQuery>()
      .takes(binary);
  routes.special(Method::get, sheet("/print"), needs(permissions::read), "The sheet on A4 as PDF.", &get_print, binary);
  routes.special(Method::get, sheet("/export"), needs(permissions::read), "The sheet as a file: ?form=sheet or long, ?format=xlsx or csv.", &get_export, binary)
      .reads_query<TargetExportQuery>();
}

}  // namespace zx::goal
