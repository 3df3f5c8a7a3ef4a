#include "platform/http/static_files.hpp"

#include "platform/http/compression.hpp"
#include "platform/http/tokens.hpp"

namespace zx::http {

namespace {

std::string_view without_slash(std::string_view path) { return path.starts_with('/') ? path.substr(1) : path; }

std::string_view last_segment(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Bundlers write "name-Hash8chr.ext". Words can be eight letters too ("-settings"): a hash has a digit or a capital; the
/// rare one that has not is merely revalidated.
bool is_content_addressed(std::string_view path) {
  if (!without_slash(path).starts_with("assets/")) return false;
  auto name = last_segment(path);
  auto stem = name.substr(0, name.rfind('.'));
  constexpr std::size_t hash_length = 8;
  if (stem.size() <= hash_length) return false;
  auto hash = stem.substr(stem.size() - hash_length);
  char before = stem[stem.size() - hash_length - 1];
  bool distinctive = false;
  for (char c : hash) {
    bool digit = c >= '0' && c <= '9', capital = c >= 'A' && c <= 'Z', small = c >= 'a' && c <= 'z';
    if (!digit && !capital && !small && c != '-' && c != '_') return false;
    distinctive |= digit || capital;
  }
  return distinctive && (before == '-' || before == '.');
}

struct Representation {
  std::string_view content, coding;
};

Representation negotiate(EmbeddedFile const& file, std::string_view accept_encoding) {
  if (!file.brotli.empty() && accepts_coding(accept_encoding, "br")) return {file.brotli, "br"};
  if (!file.gzip.empty() && accepts_coding(accept_encoding, "gzip")) return {file.gzip, "gzip"};
  return {file.content, ""};
}

/// Each coding is its own representation and needs its own strong tag.
std::string etag_of(EmbeddedFile const& file, std::string_view coding) {
  std::string_view bare = file.etag;
  if (bare.size() >= 2 && bare.front() == '"' && bare.back() == '"') bare = bare.substr(1, bare.size() - 2);
  std::string etag = "\"" + std::string(bare);
  if (!coding.empty()) etag.append("-").append(coding);
  return etag + "\"";
}

Reply serve(EmbeddedFile const& file, Request const& request) {
  auto [content, coding] = negotiate(file, request.header("accept-encoding"));
  std::string etag = etag_of(file, coding);
  Reply reply;
  reply.content_type = file.content_type;
  reply.header("Cache-Control", is_content_addressed(file.path) ? "public, max-age=31536000, immutable" : "no-cache");
  if (!file.gzip.empty() || !file.brotli.empty()) reply.header("Vary", "Accept-Encoding");
  bool unchanged = matches_etag(request.header("if-none-match"), etag);
  reply.header("ETag", std::move(etag));
  if (unchanged) {
    reply.status = 304;
    return reply;
  }
  if (!coding.empty()) reply.header("Content-Encoding", std::string(coding));
  reply.fixed_body = content;
  return reply;
}

}  // namespace

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  bool matched = false;
  for_each_element(if_none_match, [&](std::string_view candidate) {
    if (candidate.starts_with("W/")) candidate.remove_prefix(2);
    matched |= candidate == "*" || candidate == etag;
  });
  return matched;
}

StaticFiles::StaticFiles(std::span<EmbeddedFile const> files) {
  for (auto const& file : files) by_path_.emplace(without_slash(file.path), &file);
}

EmbeddedFile const* StaticFiles::file_for(std::string_view path) const {
  auto found = by_path_.find(without_slash(path));
  if (found != by_path_.end()) return found->second;
  if (last_segment(path).find('.') != std::string_view::npos) return nullptr;
  auto index = by_path_.find("index.html");
  return index == by_path_.end() ? nullptr : index->second;
}

std::optional<Reply> StaticFiles::find(Request const& request) const {
  if (request.method != Method::get && request.method != Method::head) return std::nullopt;
  if (request.path == "/api" || request.path.starts_with("/api/")) return std::nullopt;
  auto const* file = file_for(request.path);
  if (!file) return std::nullopt;
  return serve(*file, request);
}

}  // namespace zx::http
