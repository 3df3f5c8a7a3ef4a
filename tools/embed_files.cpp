// All files, with their compressed forms, lie behind each other in files.bin; an assembler .incbin takes it into the
// binary, because compilers take minutes over arrays of this size.

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <vector>

#include "embed.hpp"

namespace embed {
namespace {

struct Type {
  std::string_view name;
  bool compressible;
};

Type type_of(fs::path const& path) {
  static std::map<std::string, Type> const known{{".html", {"text/html; charset=utf-8", true}},
                                                 {".js", {"text/javascript; charset=utf-8", true}},
                                                 {".mjs", {"text/javascript; charset=utf-8", true}},
                                                 {".css", {"text/css; charset=utf-8", true}},
                                                 {".json", {"application/json", true}},
                                                 {".map", {"application/json", true}},
                                                 {".webmanifest", {"application/manifest+json", true}},
                                                 {".svg", {"image/svg+xml", true}},
                                                 {".txt", {"text/plain; charset=utf-8", true}},
                                                 {".md", {"text/markdown; charset=utf-8", true}},
                                                 {".csv", {"text/csv; charset=utf-8", true}},
                                                 {".xml", {"application/xml", true}},
                                                 {".wasm", {"application/wasm", true}},
                                                 {".ttf", {"font/ttf", true}},
                                                 {".woff", {"font/woff", false}},
                                                 {".woff2", {"font/woff2", false}},
                                                 {".png", {"image/png", false}},
                                                 {".jpg", {"image/jpeg", false}},
                                                 {".jpeg", {"image/jpeg", false}},
                                                 {".webp", {"image/webp", false}},
                                                 {".gif", {"image/gif", false}},
                                                 {".ico", {"image/x-icon", true}},
                                                 {".pdf", {"application/pdf", false}}};
  auto const found = known.find(path.extension().string());
  return found == known.end() ? Type{"application/octet-stream", false} : found->second;
}

std::string gzip(std::string_view content) {
  z_stream stream{};
  constexpr int window = 15, gzip_header = 16;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window + gzip_header, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("zlib failed");
  std::string packed(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  auto const outcome = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (outcome != Z_STREAM_END) throw std::runtime_error("zlib failed");
  return packed;
}

std::string brotli(std::string_view content) {
  std::string packed(BrotliEncoderMaxCompressedSize(content.size()), '\0');
  auto size = packed.size();
  if (!BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, content.size(),
                             reinterpret_cast<std::uint8_t const*>(content.data()), &size, reinterpret_cast<std::uint8_t*>(packed.data())))
    throw std::runtime_error("brotli failed");
  packed.resize(size);
  return packed;
}

/// Below this nobody saves a network packet.
bool is_worth_compressing(Type const& type, std::string_view content) { return type.compressible && content.size() >= 1024; }
bool gains(std::string_view packed, std::string_view content) { return packed.size() < content.size() - content.size() / 10; }

/// Two FNV-1a hashes of different start: 128 bits tell versions of a file apart.
std::string etag(std::string_view content) {
  auto hash = [&](std::uint64_t start) {
    for (unsigned char c : content) start = (start ^ c) * 1099511628211ull;
    return static_cast<unsigned long long>(start);
  };
  char digits[33];
  std::snprintf(digits, sizeof digits, "%016llx%016llx", hash(14695981039346656037ull), hash(0x9e3779b97f4a7c15ull));
  return digits;
}

class Blob {
 public:
  explicit Blob(std::string symbol) : symbol_(std::move(symbol)) {}

  /// Appends and returns the C++ expression of a view on it.
  std::string add(std::string_view part) {
    if (part.empty()) return "{}";
    auto const at = bytes_.size();
    bytes_ += part;
    return "{" + symbol_ + " + " + std::to_string(at) + ", " + std::to_string(part.size()) + "}";
  }
  std::string const& bytes() const { return bytes_; }

 private:
  std::string symbol_, bytes_;
};

std::vector<fs::path> files_below(fs::path const& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (auto const& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), folder));
  std::ranges::sort(files, {}, [](fs::path const& path) { return path.generic_string(); });
  return files;
}

std::string entry(fs::path const& folder, fs::path const& path, Blob& blob) {
  auto const content = read_file(folder / path);
  auto const type = type_of(path);
  auto packed = [&](auto pack) {
    auto text = is_worth_compressing(type, content) ? pack(content) : std::string();
    return gains(text, content) ? text : std::string();
  };
  return "    EmbeddedFile{" + raw_literal(path.generic_string()) + ", \"" + std::string(type.name) + "\", " + blob.add(content) + ", " +
         blob.add(packed(gzip)) + ", " + blob.add(packed(brotli)) + ", \"\\\"" + etag(content) + "\\\"\"},\n";
}

std::string symbol_of(std::string const& space) {
  std::string symbol = "embedded_";
  for (char c : space) symbol += c == ':' ? '_' : c;
  return symbol;
}

}  // namespace

void embed_files(Request const& request) {
  auto const symbol = symbol_of(request.space);
  Blob blob(symbol);
  std::string entries;
  auto const files = files_below(request.folder);
  for (auto const& path : files) entries += entry(request.folder, path, blob);

  auto const opening = "namespace " + request.space + " {\n\n", closing = "\n}  // namespace " + request.space + "\n";
  write_file(request.output / "files.hpp", "#pragma once\n// Generated; do not edit.\n\n#include <span>\n\n#include \"platform/files/embedded.hpp\"\n\n" +
                                               opening + "/// Sorted by path.\nstd::span<EmbeddedFile const> files();\n" + closing);
  write_file(request.output / "files.cpp", "// Generated; do not edit.\n#include \"" + request.include +
                                               "/files.hpp\"\n\n#include <array>\n\nextern \"C\" const char " + symbol + "[];\n\n" + opening +
                                               "std::span<EmbeddedFile const> files() {\n  static constinit std::array<EmbeddedFile, " +
                                               std::to_string(files.size()) + "> const all{\n" + entries + "  };\n  return all;\n}\n" + closing);
  write_file(request.output / "files.bin", blob.bytes());
  write_file(request.output / "files.S", ".section .rodata\n.global " + symbol + "\n.balign 16\n" + symbol +
                                             ":\n.incbin \"files.bin\"\n.byte 0\n.section .note.GNU-stack,\"\",@progbits\n");
}

}  // namespace embed
