#include "platform/http/compression.hpp"

#include <zlib.h>

#include <charconv>
#include <stdexcept>

#include "platform/http/tokens.hpp"

namespace zx::http {

namespace {

constexpr std::size_t worth_compressing = 1024;
constexpr int fast_level = 3;

/// deflate's window and hash tables (~260 KiB) are kept per worker: allocating them costs more than a small reply.
class Deflater {
 public:
  Deflater() {
    constexpr int gzip_wrapper = 15 + 16, default_memory = 8;
    if (deflateInit2(&stream_, fast_level, Z_DEFLATED, gzip_wrapper, default_memory, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::runtime_error("zlib: cannot initialise");
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(Deflater const&) = delete;
  Deflater& operator=(Deflater const&) = delete;

  std::string run(std::string_view content) {
    deflateReset(&stream_);
    std::string packed(deflateBound(&stream_, content.size()), '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream_.avail_in = static_cast<uInt>(content.size());
    stream_.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib: deflate failed");
    packed.resize(packed.size() - stream_.avail_out);
    return packed;
  }

 private:
  z_stream stream_{};
};

bool is_text(std::string_view type) {
  type = trim(type.substr(0, type.find(';')));
  return type.starts_with("text/") || type == "application/json" || type.ends_with("+json") || type.ends_with("+xml") || type == "application/javascript" ||
         type == "application/xml";
}

double quality_of(std::string_view parameters) {
  auto q = parameters.find("q=");
  if (q == std::string_view::npos) return 1;
  double quality = 0;
  auto text = parameters.substr(q + 2);
  std::from_chars(text.data(), text.data() + text.size(), quality);
  return quality;
}

std::string* find_header(Reply& reply, std::string_view wanted) {
  for (auto& [name, value] : reply.headers)
    if (equals_ignoring_case(name, wanted)) return &value;
  return nullptr;
}

void vary_by_encoding(Reply& reply) {
  if (auto* vary = find_header(reply, "Vary")) vary->append(", Accept-Encoding");
  else reply.header("Vary", "Accept-Encoding");
}

bool is_compressible(Reply& reply) {
  return reply.status >= 200 && reply.status != 204 && reply.status != 206 && reply.status != 304 && !reply.stream && reply.fixed_body.empty() &&
         reply.body.size() > worth_compressing && is_text(reply.content_type) && !find_header(reply, "Content-Encoding");
}

}  // namespace

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
  double named = -1, any = -1;
  for_each_element(accept_encoding, [&](std::string_view element) {
    auto semicolon = element.find(';');
    auto name = trim(element.substr(0, semicolon));
    double quality = semicolon == std::string_view::npos ? 1 : quality_of(element.substr(semicolon + 1));
    if (equals_ignoring_case(name, coding)) named = quality;
    if (name == "*") any = quality;
  });
  return named >= 0 ? named > 0 : any > 0;
}

std::string gzip(std::string_view content) {
  thread_local Deflater deflater;
  return deflater.run(content);
}

void compress_for(Request const& request, Reply& reply) {
  if (!is_compressible(reply)) return;
  vary_by_encoding(reply);
  if (!accepts_coding(request.header("accept-encoding"), "gzip")) return;
  reply.body = gzip(reply.body);
  reply.header("Content-Encoding", "gzip");
}

}  // namespace zx::http
