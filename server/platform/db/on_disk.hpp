#pragma once
// Private to the copies: a file that is there only when it is complete and on disk.

#include <filesystem>
#include <functional>

namespace zx::db {

/// `write` makes the file under the name it is given; it then gets its own. Throws DatabaseError when `path` exists.
void write_whole(std::filesystem::path const& path, std::function<void(std::filesystem::path const& partial)> const& write);

}  // namespace zx::db
