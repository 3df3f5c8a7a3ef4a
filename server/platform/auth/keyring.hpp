#pragma once
// This process's sealing key, for every module that keeps secrets in the database. Thread-safe; lies in ModuleMemory.

#include <mutex>
#include <optional>

#include "platform/auth/sealing.hpp"

namespace zx::auth {

class Keyring {
 public:
  void put(SealingKey key) {
    std::lock_guard lock(mutex_);
    key_ = std::move(key);
  }
  /// Where nobody put one (one-shot commands, tests) the data directory's own.
  SealingKey of(std::filesystem::path const& data_directory) {
    std::lock_guard lock(mutex_);
    if (!key_) key_ = SealingKey::of_file(data_directory / "secret.key");
    return *key_;
  }

 private:
  std::mutex mutex_;
  std::optional<SealingKey> key_;
};

}  // namespace zx::auth
