#include "platform/db/test_database.hpp"

#include <algorithm>
#include <cstdlib>

#include "platform/base/uuid.hpp"

namespace zx::db {
namespace {

char const* server() {
  auto const* url = std::getenv("ZHIXING_TEST_POSTGRES");
  return url && *url ? url : nullptr;
}

std::string in_schema(std::string const& url, std::string const& schema) {
  return url + (url.find('?') == url.npos ? '?' : '&') + "options=-csearch_path%3D" + schema;
}

std::string fresh_name() {
  auto name = "zhixing_test_" + Uuid::v7().text();
  std::ranges::replace(name, '-', '_');
  return name;
}

void run_on_server(std::string const& sql) { Database::open({.url = server(), .connections = 1})->run_script(sql); }

}  // namespace

bool TestDatabase::is_available(Engine engine) { return engine == Engine::sqlite || server(); }

TestDatabase::TestDatabase(Engine engine) : name_(fresh_name()), folder_(std::filesystem::temp_directory_path() / name_) {
  std::filesystem::create_directories(folder_);
  options_.connections = 8;
  if (engine == Engine::sqlite) {
    options_.url = "sqlite:" + (folder_ / "test.db").string();
  } else {
    run_on_server("CREATE SCHEMA " + name_);
    options_.url = in_schema(server(), name_);
  }
  database_ = Database::open(options_);
}

TestDatabase::~TestDatabase() {
  database_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
  try {
    if (!options_.url.starts_with("sqlite:")) run_on_server("DROP SCHEMA " + name_ + " CASCADE");
  } catch (std::exception const&) {  // the server is gone; so is the need
  }
}

}  // namespace zx::db
