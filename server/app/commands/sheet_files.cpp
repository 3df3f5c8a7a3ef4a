#include "app/commands/sheet_files.hpp"

#include <array>
#include <filesystem>
#include <fstream>

namespace zx::app::commands {

Result<std::string> contents_of(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Refusal::not_found("command.file_unreadable", {{"file", path}});
  std::string bytes;
  std::error_code has_no_size;  // a pipe
  if (auto size = std::filesystem::file_size(path, has_no_size); !has_no_size) bytes.reserve(size);
  std::array<char, 64 * 1024> piece;
  while (file.read(piece.data(), piece.size()) || file.gcount() > 0) bytes.append(piece.data(), static_cast<std::size_t>(file.gcount()));
  return bytes;
}

Result<void> write_file(std::string const& path, std::string_view bytes) {
  auto partial = path + ".partial";
  std::ofstream file(partial, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(partial, path, error);
  if (!file || error) return Refusal::conflict("command.file_unwritable", {{"file", path}});
  return {};
}

Result<void> write_out(Console& console, std::string const& path, std::string_view bytes) {
  if (path != "-") return write_file(path, bytes);
  console.raw(std::string(bytes));
  return {};
}

void drop_byte_order_mark(std::string& csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.erase(0, 3);
}

std::string format_word(ExportOptions const& options) {
  auto word = options.format.value_or(std::filesystem::path(options.file).extension().string());
  if (word.starts_with('.')) word.erase(0, 1);
  return word;
}

}  // namespace zx::app::commands
