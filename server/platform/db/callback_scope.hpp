#pragma once
// Notices a read or write begun inside the callback of another one on the same database.

#include <stdexcept>

namespace zx::db {

class Database;

/// Lives on the stack of the thread that runs a callback.
class CallbackScope {
 public:
  explicit CallbackScope(Database const& database) : database_(&database), outer_(innermost_) {
    refuse_nesting(database);
    innermost_ = this;
  }
  ~CallbackScope() { innermost_ = outer_; }
  CallbackScope(CallbackScope const&) = delete;
  CallbackScope& operator=(CallbackScope const&) = delete;

  static void refuse_nesting(Database const& database) {
    for (auto const* scope = innermost_; scope; scope = scope->outer_)
      if (scope->database_ == &database) throw std::logic_error("a read or write was begun inside another one on the same database");
  }

 private:
  Database const* database_;
  CallbackScope const* outer_;
  static inline thread_local CallbackScope const* innermost_ = nullptr;
};

}  // namespace zx::db
