#pragma once
// The world of a module's tests: a fresh database with the platform's and the module's tables, a clock moved by hand,
// an organization and a person in it. Every test runs once per engine:
//
//   struct Handing : fixture::EachEngine {
//     Handing() : EachEngine(fixture::Migrations{} + org::migrations() + work::migrations()) {}
//   };
//   ON_EACH_ENGINE(Handing);
//
//   TEST_P(Handing, a_handoff_waits_for_its_acceptance) {
//     auto id = world().write([&](Context& ctx) { return work::open(ctx, {...}); });     // a refusal fails the test
//     auto refused = world().try_write([&](Context& ctx) { return work::accept(ctx, id); });
//     EXPECT_EQ(refused.refusal().code, "work_item.not_yours");
//     world().clock.advance(std::chrono::hours(2));
//     auto view = world().read([&](ReadContext const& ctx) { return work::find(ctx, id); });
//   }

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <vector>

#include "platform/auth/hash_pool.hpp"
#include "platform/calendar/working_calendar.hpp"
#include "platform/context.hpp"
#include "platform/db/migrate.hpp"
#include "platform/db/test_database.hpp"
#include "platform/events/sql.hpp"
#include "platform/files/sql.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/jobs/sql.hpp"
#include "platform/numbering/sql.hpp"
#include "platform/search/sql.hpp"
#include "platform/timeline/sql.hpp"

namespace zx::fixture {

using Migrations = std::vector<db::Migration>;

inline Migrations operator+(Migrations all, std::span<db::Migration const> more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

inline Migrations platform_migrations() {
  return Migrations{} + timeline::migrations() + events::migrations() + jobs::migrations() + files::migrations() + search::migrations() +
         numbering::migrations();
}

/// All texts of server/i18n, read once.
inline Catalogue const& texts() {
  static Catalogue const catalogue = [] {
    Catalogue all;
    for (auto const* language : {"zh", "en"}) {
      for (auto const& file : std::filesystem::directory_iterator(std::string(ZHIXING_SOURCE_DIR "/server/i18n/") + language)) {
        std::stringstream json;
        json << std::ifstream(file.path()).rdbuf();
        all.add(language, json.str());
      }
    }
    return all;
  }();
  return catalogue;
}

/// Somebody of the organization, without any permission.
inline Actor someone_of(OrganizationId organization, std::string name) {
  return {.organization = organization, .user = UserId::make(), .employee = EmployeeId::make(), .name = std::move(name)};
}

/// What a refusal becomes where a test did not expect one.
struct UnexpectedRefusal : std::runtime_error {
  explicit UnexpectedRefusal(Refusal const& refusal) : std::runtime_error(describe(refusal)) {}
  static std::string describe(Refusal const& refusal) {
    auto text = "refused: " + refusal.code;
    for (auto const& field : refusal.fields) text += " " + field.path + ": " + field.code;
    return text;
  }
};

class TestWorld {
  template <class R>
  struct ResultOf {
    using type = Result<R>;
  };
  template <class R>
  struct ResultOf<Result<R>> {
    using type = Result<R>;
  };
  db::TestDatabase database_;
  auth::HashPool hashing_;
  std::shared_ptr<calendar::WorkingCalendar const> calendar_ = std::make_shared<calendar::WorkingCalendar>("Asia/Shanghai", calendar::WorkingHours::standard());

 public:
  struct PageNotice {
    OrganizationId organization;
    std::string topic;
    std::string id;
  };

 private:
  std::mutex notices_mutex_;
  std::vector<PageNotice> notices_;

  void note(OrganizationId org, std::string topic, std::string id) {
    std::lock_guard lock(notices_mutex_);
    notices_.push_back({org, std::move(topic), std::move(id)});
  }

 public:
  explicit TestWorld(db::Engine engine, Migrations const& migrations = {}) : database_(engine) {
    db::migrate(*database_, platform_migrations() + std::span<db::Migration const>(migrations), clock.now());
    services.data_directory = database_.folder();
  }

  /// After-commit actions may still be on their way; they use what follows.
  ~TestWorld() { database_.close(); }

  ManualClock clock{*Instant::parse("2026-11-20T01:00:00Z")};  ///< Friday 09:00 in Shanghai
  OrganizationId organization = OrganizationId::make();
  Actor actor = someone_of(organization, "张三");  ///< whom write and read act as; give them grants as needed
  Services services{.database = *database_,
                    .clock = clock,
                    .texts = texts(),
                    .hashing = hashing_,
                    .calendar_of = [this](OrganizationId) { return calendar_; },
                    .notify_pages = [this](OrganizationId org, std::string topic, std::string id) { note(org, std::move(topic), std::move(id)); },
                    .wake_dispatcher = {}};

  db::Database& database() { return *database_; }
  db::Engine engine() { return database_->engine(); }
  Actor system() const { return {.organization = organization, .name = "系统", .is_system = true}; }

  /// What open pages were told. After-commit actions run on a thread of their own: it may come a moment after the write.
  std::vector<PageNotice> page_notices() {
    std::lock_guard lock(notices_mutex_);
    return notices_;
  }

  /// One transaction as `someone`. `work(Context&)` returns nothing, a value or a Result; a value is wrapped in one.
  template <class F>
  auto try_write_as(Actor const& someone, F&& work) {
    using R = std::invoke_result_t<F&, Context&>;
    return database_->write([&](db::Transaction& tx) -> typename ResultOf<R>::type {
      Context ctx{someone, clock.now(), tx, services};
      if constexpr (std::is_void_v<R>) {
        work(ctx);
        return {};
      } else {
        return work(ctx);
      }
    });
  }

  /// The same, where a refusal is not expected.
  template <class F>
  auto write_as(Actor const& someone, F&& work) {
    auto written = try_write_as(someone, std::forward<F>(work));
    if (!written) throw UnexpectedRefusal(written.refusal());
    return std::move(written).value();
  }

  template <class F>
  auto try_write(F&& work) {
    return try_write_as(actor, std::forward<F>(work));
  }
  template <class F>
  auto write(F&& work) {
    return write_as(actor, std::forward<F>(work));
  }

  template <class F>
  auto read_as(Actor const& someone, F&& work) {
    return database_->read([&](db::Executor& executor) { return work(ReadContext{someone, clock.now(), executor, services}); });
  }
  template <class F>
  auto read(F&& work) {
    return read_as(actor, std::forward<F>(work));
  }

  /// Plain SQL, the same for both engines: for doing to the tables what no code would.
  void tamper(std::string const& script) { database_->run_script(script); }
};

/// Test suites that run on both engines; on PostgreSQL they are skipped where there is none.
class EachEngine : public ::testing::TestWithParam<db::Engine> {
 protected:
  /// The module's tables and those it builds on, in order: `EachEngine(Migrations{} + org::migrations() + work::migrations())`.
  explicit EachEngine(Migrations const& migrations = {}) {
    if (db::TestDatabase::is_available(GetParam())) world_ = std::make_unique<TestWorld>(GetParam(), migrations);
  }
  void SetUp() override {
    if (!world_) GTEST_SKIP() << db::TestDatabase::how_to_enable;
  }
  TestWorld& world() { return *world_; }

 private:
  std::unique_ptr<TestWorld> world_;
};

inline std::string engine_name(::testing::TestParamInfo<db::Engine> const& info) { return info.param == db::Engine::sqlite ? "sqlite" : "postgres"; }

}  // namespace zx::fixture

#define ON_EACH_ENGINE(suite) \
  INSTANTIATE_TEST_SUITE_P(on, suite, ::testing::Values(::zx::db::Engine::sqlite, ::zx::db::Engine::postgres), ::zx::fixture::engine_name)
