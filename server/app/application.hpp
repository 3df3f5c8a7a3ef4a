#pragma once
// An opened installation: data directory, database, texts, clock, services. Everything the server and the command line
// have in common.

#include <memory>
#include <optional>
#include <string>

#include "platform/access/actor.hpp"
#include "platform/auth/hash_pool.hpp"
#include "platform/base/result.hpp"
#include "platform/config/config.hpp"
#include "platform/context.hpp"
#include "platform/db/data_directory.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/catalogue.hpp"
#include "platform/services.hpp"

namespace zx::app {

enum class SchemaPolicy {
  migrate,          ///< bring the schema up to date first
  must_be_current,  ///< refuse `schema.outdated`
};

class Application {
 public:
  /// Refuses data.in_use (another process has the data directory), schema.*, notify.sealing_key_differs; throws when the database cannot be opened.
  static Result<std::unique_ptr<Application>> open(config::Config config, SchemaPolicy policy);
  ~Application();

  config::Config const& config() const { return config_; }
  Services& services() { return *services_; }
  Catalogue const& texts() const { return texts_; }

  /// The organization of this installation; refuses organization.missing before `init`.
  Result<Actor> system_actor();

  /// A write as the given actor; the shape every command has.
  template <class F>
  auto write(Actor const& actor, F&& work) {
    return services_->database.write([&](db::Transaction& tx) {
      Context ctx{actor, services_->clock.now(), tx, *services_};
      return work(ctx);
    });
  }
  template <class F>
  auto read(Actor const& actor, F&& work) {
    return services_->database.read([&](db::Executor& executor) {
      ReadContext ctx{actor, services_->clock.now(), executor, *services_};
      return work(ctx);
    });
  }

 private:
  explicit Application(config::Config config);
  /// After an upgrade the built-in roles have what new modules gave them.
  Result<void> bring_roles_up();

  config::Config config_;
  SystemClock clock_;
  Catalogue texts_;
  auth::HashPool hashing_;
  std::optional<db::DataDirectoryLock> lock_;
  std::unique_ptr<db::Database> database_;
  std::unique_ptr<Services> services_;
};

/// The texts compiled into the binary.
Catalogue embedded_texts();

}  // namespace zx::app
