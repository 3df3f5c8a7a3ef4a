#include "platform/xlsx/xml_scanner.hpp"

#include <algorithm>
#include <cstring>

#include "platform/base/text.hpp"
#include "platform/xlsx/utf8_pieces.hpp"
#include "platform/xlsx/xml_characters.hpp"

namespace zx::xlsx {
namespace {

constexpr std::size_t kMostDepth = 256;
constexpr std::size_t kLongestName = 1'024;
constexpr std::size_t kLongestEntity = 12;  // "&#x0010FFFF;"
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view local_name(std::string_view name) {
  auto const colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Where the tag ends: the first > outside quotes, or npos.
std::size_t tag_end(std::string_view tag) {
  char quote = 0;
  for (std::size_t i = 1; i < tag.size(); ++i) {
    char const c = tag[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return i;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  return std::string_view::npos;
}

/// Other encodings than UTF-8 are allowed by the format and written by no program.
bool declares_other_encoding(std::string_view declaration) {
  auto const at = declaration.find("encoding");
  if (at == std::string_view::npos) return false;
  auto const quote = declaration.find_first_of("\"'", at);
  return quote == std::string_view::npos || text::fold(declaration.substr(quote + 1, 5)) != "utf-8";
}

}  // namespace

char const* attribute(char const** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (local_name(attributes[0]) == name) return attributes[1];
  }
  return nullptr;
}

char* XmlScanner::room(std::size_t size) {
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  if (end_ > max_token_bytes_) return nullptr;
  if (buffer_.size() < end_ + size) buffer_.resize(end_ + size);
  return buffer_.data() + end_;
}

void XmlScanner::add(std::size_t size) {
  end_ += size;
  input_ended_ = size == 0;
}

XmlScanner::Step XmlScanner::run() {
  stop_ = false;
  if (!started_ && (end_ - begin_ >= kUtf8Mark.size() || input_ended_)) {
    started_ = true;
    if (rest().starts_with(kUtf8Mark)) begin_ += kUtf8Mark.size();
  }
  while (started_ && begin_ < end_ && !stop_) {
    switch (buffer_[begin_] == '<' ? scan_markup() : scan_text()) {
      case Outcome::done: break;
      case Outcome::incomplete: return input_ended_ ? Step::malformed : Step::needs_input;
      case Outcome::malformed: return Step::malformed;
      case Outcome::too_complex: return Step::too_complex;
      case Outcome::document_type: return Step::document_type;
    }
  }
  if (stop_) return Step::stopped;
  if (!input_ended_) return Step::needs_input;
  return root_seen_ && name_starts_.empty() ? Step::finished : Step::malformed;
}

XmlScanner::Outcome XmlScanner::scan_text() {
  auto piece = rest();
  auto const markup = piece.find('<');
  bool const whole = markup != std::string_view::npos || input_ended_;
  piece = piece.substr(0, markup);
  if (!whole) {  // keep back what may be half an entity or half a character
    auto const entity = piece.rfind('&');
    bool const unfinished = entity != std::string_view::npos && piece.size() - entity < kLongestEntity && piece.find(';', entity) == std::string_view::npos;
    if (unfinished) piece = piece.substr(0, entity);
    piece.remove_suffix(table::unfinished_bytes(piece));
    if (piece.empty()) return Outcome::incomplete;
  }
  begin_ += piece.size();
  if (name_starts_.empty()) return std::all_of(piece.begin(), piece.end(), is_blank) ? Outcome::done : Outcome::malformed;
  return give_text(piece, Entities::resolved) ? Outcome::done : Outcome::malformed;
}

bool XmlScanner::give_text(std::string_view piece, Entities entities) {
  auto const content = survey(piece);
  if (content.has_control || (content.has_wide && !text::is_valid_utf8(piece))) return false;
  if (content.has_entity || content.has_cr || after_cr_) {
    decoded_.assign(piece);
    unify_line_ends(decoded_, after_cr_);
    auto const length = entities == Entities::resolved ? decode_entities(decoded_.data(), decoded_.size()) : decoded_.size();
    if (!length) return false;
    piece = std::string_view(decoded_).substr(0, *length);
  }
  if (!piece.empty()) handler_.text(piece);
  return true;
}

XmlScanner::Outcome XmlScanner::scan_markup() {
  after_cr_ = false;
  auto const markup = rest();
  if (markup.size() < 2) return Outcome::incomplete;
  if (markup[1] == '/') return scan_end_tag();
  if (markup[1] == '!') return scan_declaration();
  if (markup[1] == '?') return scan_instruction();
  return scan_start_tag();
}

XmlScanner::Outcome XmlScanner::scan_declaration() {
  auto const markup = rest();
  constexpr std::string_view comment = "<!--", data = "<![CDATA[", type = "<!DOCTYPE";
  for (auto const opening : {comment, data, type}) {
    if (markup.size() < opening.size() && opening.starts_with(markup)) return Outcome::incomplete;
  }
  if (markup.starts_with(type)) return Outcome::document_type;
  bool const is_data = markup.starts_with(data);
  if (!is_data && !markup.starts_with(comment)) return Outcome::malformed;
  auto const begin = is_data ? data.size() : comment.size();
  auto const end = markup.find(is_data ? "]]>" : "-->", begin);
  if (end == std::string_view::npos) return Outcome::incomplete;
  begin_ += end + 3;
  if (!is_data) return Outcome::done;
  if (name_starts_.empty() || !give_text(markup.substr(begin, end - begin), Entities::kept)) return Outcome::malformed;
  after_cr_ = false;
  return Outcome::done;
}

XmlScanner::Outcome XmlScanner::scan_instruction() {
  auto const end = rest().find("?>", 2);
  if (end == std::string_view::npos) return Outcome::incomplete;
  auto const instruction = rest().substr(0, end);
  if (instruction.starts_with("<?xml ") && declares_other_encoding(instruction)) return Outcome::malformed;
  begin_ += end + 2;
  return Outcome::done;
}

XmlScanner::Outcome XmlScanner::scan_end_tag() {
  auto const end = rest().find('>');
  if (end == std::string_view::npos) return Outcome::incomplete;
  auto name = rest().substr(2, end - 2);
  while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
  begin_ += end + 1;
  return close_element(name) ? Outcome::done : Outcome::malformed;
}

XmlScanner::Outcome XmlScanner::scan_start_tag() {
  auto const tag = rest();
  auto const end = tag_end(tag);
  if (end == std::string_view::npos) return Outcome::incomplete;
  bool const closes_itself = tag[end - 1] == '/';
  auto const inner = tag.substr(1, end - 1 - closes_itself);
  auto const name = inner.substr(0, inner.find_first_of(" \t\r\n"));
  auto* const text = buffer_.data() + begin_ + 1;
  begin_ += end + 1;
  if (!is_name(name) || !parse_attributes(text + name.size(), text + inner.size())) return Outcome::malformed;
  if (auto const opened = open_element(name); opened != Outcome::done) return opened;
  handler_.start(local_name(name), attributes_.data());
  if (closes_itself) close_element(name);
  return Outcome::done;
}

/// Ends names and values in the buffer with NUL where = and the quote stood, so that they need no copy.
bool XmlScanner::parse_attributes(char* at, char* const end) {
  attributes_.clear();
  while (true) {
    auto* const gap = at;
    while (at < end && is_blank(*at)) ++at;
    if (at == end) break;
    auto* const equals = static_cast<char*>(std::memchr(at, '=', static_cast<std::size_t>(end - at)));
    if (gap == at || equals == nullptr) return false;
    auto* name_end = equals;
    while (name_end > at && is_blank(name_end[-1])) --name_end;
    auto* quote = equals + 1;
    while (quote < end && is_blank(*quote)) ++quote;
    if (quote == end || (*quote != '"' && *quote != '\'') || !is_name({at, static_cast<std::size_t>(name_end - at)})) return false;
    auto* const close = static_cast<char*>(std::memchr(quote + 1, *quote, static_cast<std::size_t>(end - quote - 1)));
    if (close == nullptr || !finish_value(quote + 1, close)) return false;
    *name_end = '\0';
    attributes_.push_back(at);
    attributes_.push_back(quote + 1);
    at = close + 1;
  }
  attributes_.push_back(nullptr);
  return true;
}

bool XmlScanner::finish_value(char* begin, char* end) {
  std::string_view const value(begin, static_cast<std::size_t>(end - begin));
  *end = '\0';
  auto const content = survey(value);
  if (content.has_control || content.has_markup || (content.has_wide && !text::is_valid_utf8(value))) return false;
  if (!content.has_blank && !content.has_entity) return true;
  decoded_.assign(value);
  bool after_cr = false;
  unify_line_ends(decoded_, after_cr);
  std::replace_if(decoded_.begin(), decoded_.end(), is_blank, ' ');
  auto const length = decode_entities(decoded_.data(), decoded_.size());
  if (!length) return false;
  std::memcpy(begin, decoded_.data(), *length);
  begin[*length] = '\0';
  return true;
}

XmlScanner::Outcome XmlScanner::open_element(std::string_view name) {
  if (name_starts_.empty() && root_seen_) return Outcome::malformed;
  if (name_starts_.size() >= kMostDepth || name.size() > kLongestName) return Outcome::too_complex;
  root_seen_ = true;
  name_starts_.push_back(open_names_.size());
  open_names_ += name;
  return Outcome::done;
}

bool XmlScanner::close_element(std::string_view name) {
  if (name_starts_.empty() || std::string_view(open_names_).substr(name_starts_.back()) != name) return false;
  open_names_.resize(name_starts_.back());
  name_starts_.pop_back();
  handler_.end(local_name(name));
  return true;
}

}  // namespace zx::xlsx
