#pragma once
// Parts of the build tool that turns files into C++ (see embed.cpp).

#include <filesystem>
#include <string>
#include <string_view>

namespace embed {

namespace fs = std::filesystem;

struct Request {
  fs::path folder;        ///< what is embedded; may be absent, then nothing is
  std::string space;      ///< C++ namespace, "zx::work"
  std::string include;    ///< how the generated header's folder is included, "modules/work"
  fs::path output;        ///< folder of the generated files
};

void embed_sql(Request const& request);
void embed_files(Request const& request);

std::string read_file(fs::path const& path);
/// Leaves an unchanged file alone, so that nothing is compiled in vain.
void write_file(fs::path const& path, std::string_view text);
/// A C++ literal that needs no escaping.
std::string raw_literal(std::string_view text);
/// "zx::work" → "work"
std::string last_name(std::string const& space);

}  // namespace embed
