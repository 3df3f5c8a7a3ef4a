#pragma once
// The zip container of a workbook, read with every promise of its directory distrusted: parts are counted and measured
// while they unpack, names are checked, nothing is ever written to disk.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/base/result.hpp"
#include "platform/xlsx/limits.hpp"

namespace zx::xlsx {

class Archive {
 public:
  /// Refuses what is no workbook (xlsx.not_a_workbook), an old .xls (xlsx.legacy_format), a password (xlsx.encrypted), too many
  /// parts or too large ones, and names that point outside. A missing or unreadable file throws.
  static Result<Archive> open_file(std::filesystem::path const& path, Limits const& limits);
  static Result<Archive> open_bytes(std::string bytes, Limits const& limits);
  /// Nothing is copied: the bytes must outlive the archive.
  static Result<Archive> open_view(std::string_view bytes, Limits const& limits);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  /// Part names are compared without regard to ASCII case, as the format demands.
  bool contains(std::string_view name) const;
  /// Opens one part for reading; the one before is closed.
  Result<void> open_part(std::string_view name);
  /// Fills up to `size` bytes of the open part; 0 at its end, where the checksum must match.
  Result<std::size_t> read(char* buffer, std::size_t size);

 private:
  struct Source;
  explicit Archive(std::unique_ptr<Source> source, Limits const& limits);
  static Result<Archive> open(std::unique_ptr<Source> source, Limits const& limits);
  static Result<Archive> open_in_memory(std::unique_ptr<Source> source, std::string_view bytes, Limits const& limits);
  Result<void> read_directory();
  Result<void> check_entry(std::string const& name, std::uint64_t size, std::uint32_t flags, std::uint32_t attributes);

  struct Position {
    std::uint64_t offset = 0;
    std::uint64_t index = 0;
  };
  std::unique_ptr<Source> source_;
  Limits limits_;
  std::unordered_map<std::string, Position> parts_;
  std::string open_part_;
  std::uint64_t declared_bytes_ = 0;
  std::uint64_t unpacked_bytes_ = 0;
};

}  // namespace zx::xlsx
