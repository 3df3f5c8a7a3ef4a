#include "platform/db/data_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace zx::db {
namespace {

std::string holder(int descriptor) {
  char text[32];
  auto const length = ::pread(descriptor, text, sizeof text, 0);
  return length > 0 ? "process " + std::string(text, text + length) : "another process";
}

void sign(int descriptor) {
  auto const text = std::to_string(::getpid());
  if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, text.data(), text.size(), 0) < 0)
    throw std::system_error(errno, std::generic_category(), "cannot write the lock file");
}

void create(std::filesystem::path const& directory) {
  if (!std::filesystem::create_directories(directory)) return;
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
}

}  // namespace

DataDirectoryLock::DataDirectoryLock(std::filesystem::path const& directory) {
  create(directory);
  auto const path = directory / "lock";
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "cannot open " + path.string());
  try {
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0)
      throw DataDirectoryBusy("the data directory " + directory.string() + " is in use by " + holder(descriptor_));
    sign(descriptor_);
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
}

DataDirectoryLock::~DataDirectoryLock() { ::close(descriptor_); }

}  // namespace zx::db
