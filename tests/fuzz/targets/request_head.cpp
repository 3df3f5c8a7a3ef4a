// The head of a request as it comes from the socket, in two pieces: request line, fields, and what we take out of them.
#include <boost/asio/buffer.hpp>

#include "fuzz.hpp"
#include "platform/http/compression.hpp"
#include "platform/http/request_head.hpp"
#include "platform/http/routes.hpp"
#include "platform/http/static_files.hpp"

namespace zx::fuzz {

void check(http::Request const& request) {
  must(http::is_valid_utf8(request.path), "a path is text");
  must(request.path == "*" || request.path.starts_with('/'), "a path begins with a slash");
  must((request.path + "/").find("/../") == std::string::npos && (request.path + "/").find("/./") == std::string::npos, "a path has no dot segments");
  must(request.path.find("//") == std::string::npos || request.path == "//", "a path has no empty segments");
  for (auto const& [name, value] : request.query) must(http::is_valid_utf8(name) && http::is_valid_utf8(value), "parameters are text");
}

void look(http::Request const& request) {
  for (auto const* name : {"session", "__Host-session", ""}) request.cookie(name);
  http::matches_etag(request.header("if-none-match"), "\"a1\"");
  for (auto const* coding : {"gzip", "br"}) http::accepts_coding(request.header("accept-encoding"), coding);
  http::forwarded_client(request.header("x-forwarded-for"), {"10.0.0.1"}, "10.0.0.1");
  static std::vector<http::detail::Parameter> const known = {{"limit", http::detail::ParameterKind::integer},
                                                             {"open", http::detail::ParameterKind::boolean},
                                                             {"kinds", http::detail::ParameterKind::list},
                                                             {"q", http::detail::ParameterKind::text}};
  auto parameters = http::detail::parameters_as_json(request, known);
  if (parameters) must(json::Value::parse(*parameters).ok(), "parameters become valid JSON");
}

void read_in_pieces(std::string_view bytes, std::size_t cut) {
  http::Parser parser;
  parser.header_limit(16 * 1024);
  parser.body_limit(1 << 20);
  http::beast::error_code error;
  std::string buffer;
  for (auto piece : {bytes.substr(0, cut), bytes.substr(cut)}) {
    buffer += piece;
    while (!buffer.empty() && !parser.is_done()) {
      auto used = parser.put(boost::asio::buffer(buffer), error);
      if (error == http::beast::http::error::need_more) error = {};
      if (error) return;
      buffer.erase(0, used);
      if (used == 0) break;
    }
  }
  if (!parser.is_header_done()) return;
  http::Request request;
  if (http::read_head(parser.get(), request)) return;
  check(request);
  look(request);
}

}  // namespace zx::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<char const*>(data), size);
  zx::fuzz::read_in_pieces(bytes, size);
  zx::fuzz::read_in_pieces(bytes, size / 2);
  return 0;
}
