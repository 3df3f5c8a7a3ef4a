#pragma once

#include <cstddef>
#include <cstdint>

namespace zx::xlsx {

inline constexpr std::size_t kMiB = 1024 * 1024;

/// What a workbook may cost us to read. Memory stays below max_shared_string_bytes + two rows + 2 MiB, whatever the file claims.
struct Limits {
  std::size_t max_parts = 10'000;
  std::uint64_t max_unpacked_bytes = 1024 * kMiB;
  /// Unpacked bytes per byte of file; looked at only once 8 MiB are unpacked, since small files may repeat themselves honestly.
  std::uint64_t max_ratio = 200;
  std::size_t max_row_number = 1'048'576;
  std::size_t max_columns = 512;
  std::size_t max_cell_characters = 32'767;
  std::size_t max_row_bytes = 4 * kMiB;
  std::size_t max_shared_string_bytes = 40 * kMiB;
  std::size_t max_tag_bytes = 256 * 1024;  ///< a single XML tag, comment or CDATA
  std::size_t max_styles = 65'536;
  std::size_t max_sheets = 1'024;
};

}  // namespace zx::xlsx
