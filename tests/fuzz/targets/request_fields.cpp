// The same values without the request around them, so that every byte of the input goes into one of them.
#include "fuzz.hpp"
#include "platform/http/compression.hpp"
#include "platform/http/disposition.hpp"
#include "platform/http/routes.hpp"
#include "platform/http/static_files.hpp"
#include "platform/http/target.hpp"
#include "platform/http/tokens.hpp"

namespace zx::fuzz {

void target(std::string text) {
  http::Request request;
  request.target = std::move(text);
  if (!http::parse_target(request)) return;
  must(http::is_valid_utf8(request.path), "a path is text");
  must((request.path + "/").find("/../") == std::string::npos, "a path has no dot segments");
}

void query(std::string const& text) {
  auto pairs = http::parse_query(text);
  if (!pairs) return;
  for (auto const& [name, value] : *pairs) must(http::is_valid_utf8(name) && http::is_valid_utf8(value), "parameters are text");
}

void etag(std::string text) {
  http::matches_etag(text, "\"7\"");
  http::Request request;
  request.headers["if-match"] = std::move(text);
  auto version = http::Call{request, {}}.optional_version();
  must(version.ok() || version.refusal().code == "request.stale", "a version that is none is stale");
}

void cookies(std::string text) {
  http::Request request;
  request.headers["cookie"] = std::move(text);
  request.cookie("session");
}

void disposition(std::string const& name) {
  if (!http::is_valid_utf8(name)) return;
  must(http::is_field_value(http::attachment_disposition(name)), "a file's name stays in its header line");
}

}  // namespace zx::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace zx;
  fuzz::Input input(data, size);
  auto const which = input.number();
  auto text = input.rest();
  switch (which % 7) {
    case 0: fuzz::target(std::move(text)); break;
    case 1: fuzz::query(text); break;
    case 2: fuzz::etag(std::move(text)); break;
    case 3: fuzz::cookies(std::move(text)); break;
    case 4: http::forwarded_client(text, {"10.0.0.0/8", "::1"}, "10.0.0.1"); break;
    case 5: http::accepts_coding(text, "br"); break;
    case 6: fuzz::disposition(text); break;
  }
  return 0;
}
