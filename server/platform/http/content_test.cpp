// Static files, content codings and problem documents, without a socket.
#include <gtest/gtest.h>
#include <zlib.h>

#include "platform/http/compression.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/static_files.hpp"

namespace zx::http {
namespace {

std::string header_of(Reply const& reply, std::string_view wanted) {
  for (auto const& [name, value] : reply.headers)
    if (name == wanted) return value;
  return "";
}

std::string unzipped(std::string const& packed) {
  std::string text(1 << 20, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

constexpr EmbeddedFile files[] = {
    {"/index.html", "text/html; charset=utf-8", "<html>", "", "", "i1"},
    {"/assets/app-4fQa91c0.js", "text/javascript", "plain", "zipped", "brotlied", "a1"},
    {"/assets/app-settings.js", "text/javascript", "words", "", "", "s1"},
    {"/favicon.ico", "image/x-icon", "icon", "", "", "f1"},
};

std::optional<Reply> fetch(std::string path, std::map<std::string, std::string> headers = {}, Method method = Method::get) {
  static StaticFiles const site(files);
  return site.find(Request{.method = method, .path = std::move(path), .headers = std::move(headers)});
}

TEST(StaticFiles, the_best_accepted_coding_is_sent) {
  std::string path = "/assets/app-4fQa91c0.js";
  EXPECT_EQ(fetch(path)->fixed_body, "plain");
  EXPECT_EQ(fetch(path, {{"accept-encoding", "gzip, deflate, br"}})->fixed_body, "brotlied");
  EXPECT_EQ(fetch(path, {{"accept-encoding", "gzip, br;q=0"}})->fixed_body, "zipped");
  EXPECT_EQ(fetch(path, {{"accept-encoding", "*;q=0"}})->fixed_body, "plain");
  auto reply = *fetch(path, {{"accept-encoding", "br"}});
  EXPECT_EQ(header_of(reply, "Content-Encoding"), "br");
  EXPECT_EQ(header_of(reply, "Vary"), "Accept-Encoding");
  EXPECT_EQ(reply.content_type, "text/javascript");
  EXPECT_EQ(header_of(*fetch("/favicon.ico", {{"accept-encoding", "br"}}), "Content-Encoding"), "");
}

TEST(StaticFiles, only_hashed_names_are_cached_for_ever) {
  EXPECT_EQ(header_of(*fetch("/assets/app-4fQa91c0.js"), "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header_of(*fetch("/assets/app-settings.js"), "Cache-Control"), "no-cache");
  EXPECT_EQ(header_of(*fetch("/"), "Cache-Control"), "no-cache");
}

TEST(StaticFiles, an_unchanged_file_is_304_per_coding) {
  std::string path = "/assets/app-4fQa91c0.js";
  EXPECT_EQ(header_of(*fetch(path), "ETag"), "\"a1\"");
  auto reply = *fetch(path, {{"accept-encoding", "br"}, {"if-none-match", "\"x\", W/\"a1-br\""}});
  EXPECT_EQ(reply.status, 304);
  EXPECT_EQ(header_of(reply, "ETag"), "\"a1-br\"");
  EXPECT_TRUE(reply.fixed_body.empty());
  EXPECT_EQ(fetch(path, {{"if-none-match", "\"a1-br\""}})->status, 200);
  EXPECT_EQ(fetch(path, {{"if-none-match", "*"}})->status, 304);
}

TEST(StaticFiles, pages_of_the_application_fall_back_to_its_index) {
  EXPECT_EQ(fetch("/work-items/17")->fixed_body, "<html>");
  EXPECT_EQ(fetch("/missing.js"), std::nullopt);
  EXPECT_EQ(fetch("/api/v1/x"), std::nullopt);
  EXPECT_EQ(fetch("/work-items", {}, Method::post), std::nullopt);
}

TEST(Compression, accept_encoding_is_read_with_its_qualities) {
  EXPECT_TRUE(accepts_coding("gzip", "gzip"));
  EXPECT_TRUE(accepts_coding("br;q=0.5, GZIP;q=0.1", "gzip"));
  EXPECT_TRUE(accepts_coding("*", "br"));
  EXPECT_FALSE(accepts_coding("", "gzip"));
  EXPECT_FALSE(accepts_coding("gzip;q=0", "gzip"));
  EXPECT_FALSE(accepts_coding("gzip;q=0, *", "gzip"));
  EXPECT_FALSE(accepts_coding("x-gzip", "gzip"));
}

TEST(Compression, only_what_gains_is_compressed) {
  Request willing{.headers = {{"accept-encoding", "gzip"}}};
  std::string text;
  for (int i = 0; i < 500; ++i) text += "{\"n\":" + std::to_string(i) + "}";
  Reply json{.body = text};
  compress_for(willing, json);
  EXPECT_EQ(header_of(json, "Content-Encoding"), "gzip");
  EXPECT_EQ(header_of(json, "Vary"), "Accept-Encoding");
  EXPECT_LT(json.body.size(), text.size() / 2);
  EXPECT_EQ(unzipped(json.body), text);

  Reply refused{.body = text}, image{.content_type = "image/png", .body = text}, small{.body = "{}"}, stream{.body = text, .stream = [](auto) {}};
  compress_for(Request{}, refused);
  EXPECT_EQ(refused.body, text);
  EXPECT_EQ(header_of(refused, "Vary"), "Accept-Encoding");
  for (Reply* reply : {&image, &small, &stream}) {
    auto before = reply->body;
    compress_for(willing, *reply);
    EXPECT_EQ(reply->body, before);
    EXPECT_EQ(header_of(*reply, "Vary"), "");
  }
}

TEST(Problem, a_refusal_says_what_to_do_in_the_callers_language) {
  Catalogue catalogue;
  catalogue.add("en", R"({"request.invalid_fields":"Some fields are wrong.","x.too_long":"At most {limit} characters.","x.gone":"It is gone."})");
  catalogue.add("zh", R"({"x.gone":"已不存在。"})");
  auto reply = problem(Refusal::invalid_field("lines.2.title", "x.too_long", {{"limit", "20"}}), "en", catalogue, "r-1");
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(reply.content_type, "application/problem+json");
  EXPECT_EQ(reply.body, R"({"type":"/problems/request.invalid_fields","title":"Some fields are wrong.","status":422,"code":"request.invalid_fields",)"
                        R"("detail":"At most 20 characters.","request_id":"r-1",)"
                        R"("errors":[{"field":"lines.2.title","code":"x.too_long","message":"At most 20 characters."}]})");
  auto chinese = problem(Refusal::not_found("x.gone"), "zh", catalogue, "r-2");
  EXPECT_EQ(chinese.body, R"({"type":"/problems/x.gone","title":"已不存在。","status":404,"code":"x.gone","detail":"已不存在。","request_id":"r-2"})");
}

TEST(Problem, every_kind_has_its_status) {
  std::vector<std::pair<RefusalKind, int>> table = {{RefusalKind::invalid, 422},
                                                    {RefusalKind::unauthenticated, 401},
                                                    {RefusalKind::forbidden, 403},
                                                    {RefusalKind::not_found, 404},
                                                    {RefusalKind::conflict, 409},
                                                    {RefusalKind::stale, 412},
                                                    {RefusalKind::precondition_required, 428},
                                                    {RefusalKind::too_large, 413},
                                                    {RefusalKind::unsupported, 415},
                                                    {RefusalKind::too_many_requests, 429},
                                                    {RefusalKind::unavailable, 503}};
  for (auto [kind, status] : table) EXPECT_EQ(status_of(kind), status);
}

TEST(Problem, waiting_and_authenticating_are_told_in_headers) {
  Catalogue catalogue;
  EXPECT_EQ(header_of(problem(Refusal::of(RefusalKind::too_many_requests, "a.b", {{"retry_after", "30"}}), "en", catalogue, ""), "Retry-After"), "30");
  EXPECT_EQ(header_of(problem(Refusal::of(RefusalKind::unavailable, "a.b"), "en", catalogue, ""), "Retry-After"), "1");
  EXPECT_EQ(header_of(problem(Refusal::unauthenticated("a.b"), "en", catalogue, ""), "WWW-Authenticate"), "Bearer");
}

TEST(Problem, an_argument_that_is_not_utf8_does_not_spoil_the_document) {
  Catalogue catalogue;
  catalogue.add("en", R"({"a.b":"Unknown word {word}."})");
  EXPECT_NE(problem(Refusal::invalid("a.b", {{"word", "\xff"}}), "en", catalogue, "").body.find("Unknown word {word}."), std::string::npos);
}

}  // namespace
}  // namespace zx::http
