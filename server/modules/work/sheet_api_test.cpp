// The follow-up sheet over HTTP: tasks, downloads, error files.

#include "modules/work/sheet_api.hpp"

#include <thread>

#include "modules/work/sheet.hpp"
#include "platform/testing/test_world.hpp"

namespace zx::work {
namespace {

using fixture::operator+;

constexpr char good_sheet[] = "工作项目,工作开始时间\n检测,2006.05.12\n";
constexpr char bad_sheet[] = "工作项目,工作开始时间\n检测,昨天\n好的,2006.05.12\n";

struct SheetApi : fixture::EachEngine {
  SheetApi() : EachEngine(fixture::Migrations{} + org::module().migrations + followup::module().migrations + work::module().migrations) {
    sheet_routes(routes);
  }

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    auto made = world().database().write([&](db::Transaction& tx) { return org::make_organization(tx, world().services, {.name = "晨光物业"}, {}); });
    somebody = Actor{.organization = made->organization, .user = UserId::make(), .employee = made->first_employee, .name = "李明"};
    for (auto permission : {permissions::read, permissions::import}) somebody.grants[std::string(permission.name)] = Scope::organization;
    tasks = std::make_unique<jobs::Tasks>(world().services, "here", 1);
    tasks->start();
    world().services.tasks = tasks.get();
  }
  void TearDown() override {
    if (tasks) tasks->stop();
  }

  Result<http::Reply> call(http::Method method, std::string path, http::Request request = {}, std::map<std::string, std::string, std::less<>> arguments = {}) {
    for (auto const& route : routes.all()) {
      if (route.facts.method == method && route.facts.path == path)
        return route.run(world().services, somebody, http::Call(request, std::move(arguments)), nullptr, nullptr);
    }
    throw std::logic_error("no route " + path);
  }
  Result<http::Reply> get(std::string path, std::vector<std::pair<std::string, std::string>> query) {
    http::Request request;
    request.query = std::move(query);
    return call(http::Method::get, std::move(path), std::move(request));
  }

  /// Uploads and waits; the task's id and end.
  jobs::TaskView import(std::string body, std::vector<std::pair<std::string, std::string>> query = {}) {
    http::Request request;
    request.body = std::move(body);
    request.query = std::move(query);
    auto reply = call(http::Method::post, "/api/v1/work-items/imports", std::move(request));
    EXPECT_EQ(reply->status, 202);
    auto id = *Uuid::parse(std::string_view(reply->body).substr(12, 36));  // {"task_id":"…"}
    for (int i = 0; i < 500; ++i) {
      auto task = world().read_as(somebody, [&](ReadContext const& ctx) { return jobs::Tasks::find(ctx, id); });
      if (task && task->finished_at) return *task;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    throw std::runtime_error("the task did not end");
  }
  Result<http::Reply> error_file(Uuid task) {
    return call(http::Method::get, "/api/v1/work-items/imports/{task_id}/error-file", {}, {{"task_id", task.text()}});
  }

  http::Routes routes;
  Actor somebody;
  std::unique_ptr<jobs::Tasks> tasks;
};
ON_EACH_ENGINE(SheetApi);

std::string header_of(http::Reply const& reply, std::string_view name) {
  for (auto const& [header, value] : reply.headers) {
    if (header == name) return value;
  }
  return {};
}

TEST_P(SheetApi, an_upload_becomes_a_task_with_a_report) {
  auto task = import(good_sheet);
  EXPECT_EQ(task.state, jobs::TaskState::succeeded);
  EXPECT_NE(task.result.text.find("\"items\":1"), std::string::npos) << task.result.text;
  EXPECT_NE(task.result.text.find("\"error_file_id\":null"), std::string::npos);
  EXPECT_EQ(error_file(task.id).refusal().code, "sheet.no_error_file");
}

TEST_P(SheetApi, refused_rows_can_be_fetched_under_the_upload_s_name) {
  auto task = import(bad_sheet, {{"name", "水电.csv"}, {"on_error", "skip_bad_rows"}});
  EXPECT_NE(task.result.text.find("\"items\":1"), std::string::npos) << task.result.text;
  auto reply = error_file(task.id);
  ASSERT_TRUE(reply);
  EXPECT_NE(header_of(*reply, "content-disposition").find("%E6%B0%B4%E7%94%B5"), std::string::npos);
  EXPECT_TRUE(reply->body.starts_with("\xEF\xBB\xBF工作项目,工作开始时间,错误原因\r\n检测,昨天,"));
  EXPECT_EQ(reply->body.find("好的"), std::string::npos);
}

TEST_P(SheetApi, nobody_else_sees_the_error_file) {
  auto task = import(bad_sheet);
  somebody.user = UserId::make();
  EXPECT_EQ(error_file(task.id).refusal().code, "task.not_found");
}

TEST_P(SheetApi, error_files_are_forgotten_after_seven_days) {
  auto task = import(bad_sheet);
  auto after = [&](std::chrono::hours hours) {
    world().clock.advance(hours);
    jobs::Scheduler(world().services, "here", {forget_error_files()}).run_due();
    return error_file(task.id).ok();
  };
  EXPECT_TRUE(after(std::chrono::hours(24 * 6)));
  EXPECT_FALSE(after(std::chrono::hours(24 * 2)));
}

TEST_P(SheetApi, an_export_is_a_named_download_of_what_the_list_finds) {
  import("工作项目,负责人\n检测\n修复\n");
  auto reply = get("/api/v1/work-items/export", {{"format", "csv"}, {"text", "检测"}, {"columns", "all"}});
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->content_type, "text/csv; charset=utf-8");
  EXPECT_NE(header_of(*reply, "content-disposition").find("_20261120.csv"), std::string::npos);
  EXPECT_TRUE(reply->body.starts_with("\xEF\xBB\xBF工作项目,"));
  EXPECT_NE(reply->body.find("检测"), std::string::npos);
  EXPECT_EQ(reply->body.find("修复"), std::string::npos);
}

TEST_P(SheetApi, unknown_parameters_are_refused_by_name) {
  auto reply = get("/api/v1/work-items/export", {{"format", "csv"}, {"txt", "检测"}});
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.refusal().fields.at(0).path, "txt");
  EXPECT_EQ(get("/api/v1/work-items/export", {{"format", "doc"}}).refusal().fields.at(0).path, "format");
}

TEST_P(SheetApi, the_template_comes_in_every_format) {
  EXPECT_TRUE(get("/api/v1/work-items/import-template", {{"format", "xlsx"}})->body.starts_with("PK"));
  EXPECT_TRUE(get("/api/v1/work-items/import-template", {{"format", "csv"}})->body.starts_with("\xEF\xBB\xBF"));
  EXPECT_TRUE(get("/api/v1/work-items/import-template", {{"format", "pdf"}})->body.starts_with("%PDF"));
}

}  // namespace
}  // namespace zx::work
