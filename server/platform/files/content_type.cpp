#include "platform/files/content_type.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace zx::files {
namespace {

constexpr std::string_view unknown = "application/octet-stream";

struct Signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view type;
};

using namespace std::string_view_literals;

constexpr std::array signatures{
    Signature{0, "%PDF-"sv, "application/pdf"},   Signature{0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    Signature{0, "\xff\xd8\xff"sv, "image/jpeg"}, Signature{0, "GIF87a"sv, "image/gif"},
    Signature{0, "GIF89a"sv, "image/gif"},        Signature{8, "WEBP"sv, "image/webp"},
    Signature{4, "ftypheic"sv, "image/heic"},     Signature{4, "ftyp"sv, "video/mp4"},
    Signature{0, "ID3"sv, "audio/mpeg"},          Signature{8, "WAVE"sv, "audio/wav"},
};

struct Ending {
  std::string_view ending;
  std::string_view type;
};

constexpr std::string_view zip_start = "PK\x03\x04"sv;
constexpr std::array zipped{
    Ending{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Ending{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Ending{".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    Ending{"", "application/zip"},
};

constexpr std::string_view compound_start = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv;
constexpr std::array compound{
    Ending{".xls", "application/vnd.ms-excel"},
    Ending{".doc", "application/msword"},
    Ending{".ppt", "application/vnd.ms-powerpoint"},
};

constexpr std::array plain{
    Ending{".txt", "text/plain"},
    Ending{".csv", "text/csv"},
    Ending{".md", "text/plain"},
    Ending{".log", "text/plain"},
};

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

template <std::size_t N>
std::string_view by_ending(std::array<Ending, N> const& endings, std::string_view name) {
  auto const lowered = lower(name);
  auto found = std::find_if(endings.begin(), endings.end(), [&](Ending const& e) { return lowered.ends_with(e.ending); });
  return found == endings.end() ? unknown : found->type;
}

bool has(std::string_view content, Signature const& signature) {
  return content.size() > signature.at && content.substr(signature.at).starts_with(signature.bytes);
}

/// Markup begins with '<' before any other text; some browsers look for it as far as 512 bytes in.
bool looks_runnable(std::string_view content) {
  auto head = lower(content.substr(0, 1024));
  if (head.starts_with("\xef\xbb\xbf")) head.erase(0, 3);
  auto first = head.find_first_not_of(" \t\r\n\f");
  if (first != std::string::npos && head[first] == '<') return true;
  return head.find("<script") != std::string::npos || head.find("<html") != std::string::npos || head.starts_with("#!");
}

bool has_controls(std::string_view content) {
  return std::any_of(content.begin(), content.end(), [](unsigned char c) { return c < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f'; });
}

}  // namespace

std::string_view content_type_of(std::string_view name, std::string_view content) {
  for (auto const& signature : signatures) {
    if (has(content, signature)) return signature.type;
  }
  if (content.starts_with(zip_start)) return by_ending(zipped, name);
  if (content.starts_with(compound_start)) return by_ending(compound, name);
  if (has_controls(content) || looks_runnable(content)) return unknown;
  return by_ending(plain, name);
}

}  // namespace zx::files
