#pragma once
// An uploaded table, whatever a person saved it as.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "platform/xlsx/table.hpp"

namespace zx::table {

/// Workbooks are told by their first bytes, not by the name; everything else is read as csv. `sheet` is for workbooks only.
Result<std::unique_ptr<RowReader>> open_table(std::filesystem::path const& path, std::optional<std::string> sheet = std::nullopt);
Result<std::unique_ptr<RowReader>> open_table_bytes(std::string bytes, std::optional<std::string> sheet = std::nullopt);
/// Nothing is copied: the bytes must outlive the reader.
Result<std::unique_ptr<RowReader>> open_table_view(std::string_view bytes, std::optional<std::string> sheet = std::nullopt);

}  // namespace zx::table
