// Build tool: embeds SQL and files into the binary.
//
//   embed sql   <folder> <namespace> <include> <output>   <folder>/sql/*.sql and <folder>/migrations/*.sql → sql.hpp, sql.cpp
//   embed files <folder> <namespace> <include> <output>   all files below <folder> → files.hpp, files.cpp, files.S, files.bin

#include "embed.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace embed {

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(fs::path const& path, std::string_view text) {
  if (fs::exists(path) && read_file(path) == text) {
    // Newer than its sources, or the build would run this tool again every time.
    fs::last_write_time(path, fs::file_time_type::clock::now());
    return;
  }
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::string raw_literal(std::string_view text) {
  static constexpr std::string_view mark = "zx_end";
  if (text.find(std::string(")").append(mark)) != text.npos) throw std::runtime_error("the text contains the mark of our literals");
  return std::string("R\"").append(mark).append("(").append(text).append(")").append(mark).append("\"");
}

std::string last_name(std::string const& space) {
  auto const at = space.rfind("::");
  return at == space.npos ? space : space.substr(at + 2);
}

}  // namespace embed

int main(int count, char** arguments) {
  if (count != 6) {
    std::fprintf(stderr, "usage: embed sql|files <folder> <namespace> <include> <output>\n");
    return 2;
  }
  try {
    embed::Request const request{arguments[2], arguments[3], arguments[4], arguments[5]};
    std::string_view const mode = arguments[1];
    if (mode == "sql") embed::embed_sql(request);
    else if (mode == "files") embed::embed_files(request);
    else throw std::runtime_error("unknown mode " + std::string(mode));
    return 0;
  } catch (std::exception const& error) {
    std::fprintf(stderr, "embed: %s\n", error.what());
    return 1;
  }
}
