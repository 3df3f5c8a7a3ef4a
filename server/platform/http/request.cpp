#include <algorithm>

#include "platform/http/message.hpp"
#include "platform/http/networks.hpp"
#include "platform/http/target.hpp"
#include "platform/http/tokens.hpp"

namespace zx::http {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus { literal, space };

std::optional<std::string> decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == Plus::space) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (decoded.find('\0') != std::string::npos || !is_valid_utf8(decoded)) return std::nullopt;
  return decoded;
}

bool has_encoded_separator(std::string_view raw_path) {
  for (std::size_t i = 0; i + 2 < raw_path.size(); ++i) {
    if (raw_path[i] != '%') continue;
    int code = hex_digit(raw_path[i + 1]) * 16 + hex_digit(raw_path[i + 2]);
    if (code == '/' || code == '\\') return true;
  }
  return false;
}

bool has_forbidden_character(std::string_view path) {
  return std::any_of(path.begin(), path.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f || c == '\\'; });
}

bool has_trick_segment(std::string_view path) {
  std::string_view rest = path.substr(1);
  for (;;) {
    auto slash = rest.find('/');
    auto segment = rest.substr(0, slash);
    if (segment == "." || segment == "..") return true;
    if (slash == std::string_view::npos) return false;
    if (segment.empty()) return true;
    rest = rest.substr(slash + 1);
  }
}

/// "http://host/path" (allowed to any client by RFC 9112 §3.2.2) → "/path".
std::string_view without_authority(std::string_view target) {
  for (std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    auto end = target.find_first_of("/?", scheme.size());
    return end == std::string_view::npos ? "/" : target.substr(end);
  }
  return target;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      ++i;
      continue;
    }
    int more = byte >= 0xc2 && byte <= 0xdf ? 1 : (byte & 0xf0) == 0xe0 ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    if (more == 0 || i + more >= text.size()) return false;
    for (int k = 1; k <= more; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return false;
    auto second = static_cast<unsigned char>(text[i + 1]);
    if ((byte == 0xe0 && second < 0xa0) || (byte == 0xed && second > 0x9f) ||  // overlong, surrogates
        (byte == 0xf0 && second < 0x90) || (byte == 0xf4 && second > 0x8f))
      return false;
    i += more + 1;
  }
  return true;
}

std::optional<std::vector<std::pair<std::string, std::string>>> parse_query(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!text.empty()) {
    auto end = text.find('&');
    auto pair = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (pair.empty()) continue;
    auto equals = pair.find('=');
    auto name = decode(pair.substr(0, equals), Plus::space);
    auto value = decode(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), Plus::space);
    if (!name || !value) return std::nullopt;
    pairs.emplace_back(std::move(*name), std::move(*value));
  }
  return pairs;
}

bool parse_target(Request& request) {
  std::string_view target = without_authority(request.target);
  if (target == "*" && request.method == Method::options) {
    request.path = "*";
    return true;
  }
  auto mark = target.find('?');
  auto raw_path = target.substr(0, mark);
  if (raw_path.empty() && mark == 0) raw_path = "/";
  if (!raw_path.starts_with('/') || has_encoded_separator(raw_path)) return false;
  auto path = decode(raw_path, Plus::literal);
  if (!path || has_forbidden_character(*path) || has_trick_segment(*path)) return false;
  auto query = parse_query(mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1));
  if (!query) return false;
  request.path = std::move(*path);
  request.query = std::move(*query);
  return true;
}

std::string forwarded_client(std::string_view chain, std::vector<std::string> const& trusted, std::string const& peer) {
  std::string client = peer;
  while (!chain.empty()) {
    auto comma = chain.rfind(',');
    auto address = trim(comma == std::string_view::npos ? chain : chain.substr(comma + 1));
    chain = comma == std::string_view::npos ? std::string_view{} : chain.substr(0, comma);
    bool plausible = !address.empty() && address.size() <= 45 && address.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos;
    if (!plausible) break;  // made up further left: nothing beyond it is believed
    client = address;
    if (!lies_in(trusted, client)) break;
  }
  return client;
}

std::string_view Request::header(std::string_view lower_name) const {
  auto found = headers.find(std::string(lower_name));
  return found == headers.end() ? std::string_view{} : found->second;
}

std::optional<std::string_view> Request::parameter(std::string_view name) const {
  for (auto const& [key, value] : query)
    if (key == name) return value;
  return std::nullopt;
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  std::string_view rest = header("cookie");
  while (!rest.empty()) {
    auto end = rest.find(';');
    auto pair = trim(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    auto equals = pair.find('=');
    if (equals == std::string_view::npos || trim(pair.substr(0, equals)) != name) continue;
    auto value = trim(pair.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return std::string(value);
  }
  return std::nullopt;
}

}  // namespace zx::http
