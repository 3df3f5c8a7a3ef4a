#pragma once
// Equal connections, lent one at a time. The one returned last is lent first: its caches are warm.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/db/database.hpp"

namespace zx::db {

template <class Connection>
class ConnectionPool {
 public:
  ConnectionPool(std::size_t most, std::function<std::unique_ptr<Connection>()> open) : most_(most), open_(std::move(open)) {}

  /// Returns its connection to the pool at its end; a broken one is closed instead.
  class Lease {
   public:
    Lease(ConnectionPool& pool, std::unique_ptr<Connection> connection) : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&&) = default;
    ~Lease() {
      if (connection_) pool_->take_back(std::move(connection_));
    }
    Connection& operator*() const { return *connection_; }
    Connection* operator->() const { return connection_.get(); }

   private:
    ConnectionPool* pool_;
    std::unique_ptr<Connection> connection_;
  };

  /// Waits while all are lent; throws DatabaseError after half a minute, or when a new one cannot be opened.
  Lease lend() {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, std::chrono::seconds(30), [&] { return !idle_.empty() || open_count_ < most_; }))
      throw DatabaseError("all database connections are busy", false);
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(connection));
    }
    ++open_count_;
    lock.unlock();
    return Lease(*this, open_new());
  }

  /// The next ones lent are new.
  void close_idle() {
    std::lock_guard lock(mutex_);
    open_count_ -= idle_.size();
    idle_.clear();
    returned_.notify_all();
  }

  std::size_t in_use() const {
    std::lock_guard lock(mutex_);
    return open_count_ - idle_.size();
  }

  std::size_t open_count() const {
    std::lock_guard lock(mutex_);
    return open_count_;
  }

 private:
  std::unique_ptr<Connection> open_new() {
    try {
      return open_();
    } catch (...) {
      close_one();
      throw;
    }
  }

  void take_back(std::unique_ptr<Connection> connection) {
    if (connection->is_broken()) {
      connection.reset();
      return close_one();
    }
    std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
    returned_.notify_one();
  }

  void close_one() {
    std::lock_guard lock(mutex_);
    --open_count_;
    returned_.notify_one();
  }

  std::size_t const most_;
  std::function<std::unique_ptr<Connection>()> open_;
  mutable std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t open_count_ = 0;
};

}  // namespace zx::db
