#include "platform/csv/open_table.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "platform/csv/reader.hpp"
#include "platform/xlsx/reader.hpp"

namespace zx::table {
namespace {

/// A zip container, or the compound file of an old or encrypted workbook, which the xlsx reader refuses by its name.
bool is_workbook(std::string_view head) { return head.starts_with("PK\x03\x04") || head.starts_with("\xD0\xCF\x11\xE0"); }

std::string head_of(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::system_error(errno, std::generic_category(), "cannot open " + path.string());
  std::string head(4, '\0');
  file.read(head.data(), 4);
  head.resize(static_cast<std::size_t>(file.gcount()));
  return head;
}

}  // namespace

Result<std::unique_ptr<RowReader>> open_table(std::filesystem::path const& path, std::optional<std::string> sheet) {
  if (is_workbook(head_of(path))) return std::unique_ptr<RowReader>(TRY(xlsx::Reader::open_file(path, {.sheet = std::move(sheet)})));
  return std::unique_ptr<RowReader>(TRY(csv::Reader::open_file(path)));
}

Result<std::unique_ptr<RowReader>> open_table_bytes(std::string bytes, std::optional<std::string> sheet) {
  if (is_workbook(bytes)) return std::unique_ptr<RowReader>(TRY(xlsx::Reader::open_bytes(std::move(bytes), {.sheet = std::move(sheet)})));
  return std::unique_ptr<RowReader>(TRY(csv::Reader::open_bytes(std::move(bytes))));
}

Result<std::unique_ptr<RowReader>> open_table_view(std::string_view bytes, std::optional<std::string> sheet) {
  if (is_workbook(bytes)) return std::unique_ptr<RowReader>(TRY(xlsx::Reader::open_view(bytes, {.sheet = std::move(sheet)})));
  return std::unique_ptr<RowReader>(TRY(csv::Reader::open_view(bytes)));
}

}  // namespace zx::table
