#pragma once
// What the sheet's files have in common. Private to work.

#include <filesystem>

#include "platform/services.hpp"
#include "platform/xlsx/writer.hpp"

namespace zx::work::sheet {

inline constexpr std::string_view form_name = "工作事项跟进表";

inline xlsx::WorkbookOptions workbook_options(Services& services, Actor const& actor) {
  return {.temporary_directory = std::filesystem::temp_directory_path(), .created = services.clock.now(), .author = actor.name};
}

}  // namespace zx::work::sheet
