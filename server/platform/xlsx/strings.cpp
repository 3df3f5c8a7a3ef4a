#include "platform/xlsx/strings.hpp"

#include <unicode/utf8.h>

#include <charconv>

#include <fmt/format.h>

namespace zx::xlsx {
namespace {

constexpr std::size_t kBlock = kMiB;

void append_utf8(std::string& text, std::uint32_t code) {
  char bytes[4];
  int length = 0;
  U8_APPEND_UNSAFE(bytes, length, code);
  text.append(bytes, static_cast<std::size_t>(length));
}

/// The code unit of "_xHHHH_" at the start of `rest`, or -1.
int escape_at(std::string_view rest) {
  if (rest.size() < 7 || rest[0] != '_' || rest[1] != 'x' || rest[6] != '_') return -1;
  unsigned code = 0;
  auto const [end, error] = std::from_chars(rest.data() + 2, rest.data() + 6, code, 16);
  return error == std::errc() && end == rest.data() + 6 ? static_cast<int>(code) : -1;
}

bool may_stand_in_xml(UChar32 code) {
  if (code == '\t' || code == '\n') return true;
  return code >= 0x20 && code != 0x7F && code != 0xFFFE && code != 0xFFFF;
}

class SharedStringsHandler final : public XmlHandler {
 public:
  SharedStringsHandler(PartReader& reader, Limits const& limits, SharedStrings& strings) : reader_(reader), limits_(limits), strings_(strings) {}

  void start(std::string_view name, char const**) override {
    if (name == "si") {
      text_.clear();
      item_.reset();
    }
    item_.start(name);
  }

  void end(std::string_view name) override {
    item_.end(name);
    if (name != "si") return;
    decode_escapes(text_);
    if (!strings_.add(text_))
      reader_.refuse(Refusal::of(RefusalKind::too_large, "xlsx.too_much_text", {{"limit_mib", std::to_string(limits_.max_shared_string_bytes / kMiB)}}));
  }

  void text(std::string_view piece) override {
    if (!item_.takes_text()) return;
    if (text_.size() + piece.size() > kBlock / 2) {
      auto const cell = "sharedStrings " + std::to_string(strings_.size() + 1);
      return reader_.refuse(Refusal::invalid("xlsx.cell_too_long", {{"cell", cell}, {"limit", std::to_string(limits_.max_cell_characters)}}));
    }
    text_ += piece;
  }

 private:
  PartReader& reader_;
  Limits const& limits_;
  SharedStrings& strings_;
  StringItem item_;
  std::string text_;
};

}  // namespace

void decode_escapes(std::string& text) {
  auto at = text.find("_x");
  if (at == std::string::npos) return;
  std::string decoded = text.substr(0, at);
  for (; at < text.size(); ++at) {
    int const code = text[at] == '_' ? escape_at(std::string_view(text).substr(at)) : -1;
    if (code <= 0 || U16_IS_SURROGATE(code)) {
      decoded += text[at];
    } else {
      append_utf8(decoded, static_cast<std::uint32_t>(code));
      at += 6;
    }
  }
  text = std::move(decoded);
}

std::string encode_escapes(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  auto const length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    auto const begin = i;
    UChar32 code = 0;
    U8_NEXT(text.data(), i, length, code);
    if (code <= 0) {  // broken, or NUL, which no spreadsheet and no database text can hold
      safe += "\xEF\xBF\xBD";
    } else if (!may_stand_in_xml(code)) {
      safe += fmt::format("_x{:04X}_", static_cast<unsigned>(code));
    } else if (code == '_' && escape_at(text.substr(static_cast<std::size_t>(begin))) >= 0) {
      safe += "_x005F_";
    } else {
      safe.append(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
    }
  }
  return safe;
}

bool SharedStrings::add(std::string_view text) {
  if (blocks_.empty() || blocks_.back().size() + text.size() > kBlock) {
    auto const needed = (blocks_.size() + 1) * kBlock + entries_.size() * sizeof(Entry);
    if (needed > max_bytes_ || text.size() > kBlock) return false;
    blocks_.emplace_back().reserve(kBlock);
  }
  if (blocks_.size() * kBlock + entries_.size() * sizeof(Entry) > max_bytes_) return false;
  auto& block = blocks_.back();
  entries_.push_back({static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(block.size()), static_cast<std::uint32_t>(text.size())});
  block += text;
  return true;
}

std::string_view SharedStrings::at(std::size_t index) const {
  auto const& entry = entries_[index];
  return std::string_view(blocks_[entry.block]).substr(entry.offset, entry.length);
}

void StringItem::start(std::string_view name) {
  if (name == "t") in_text_ = true;
  if (name == "rPh") ++phonetic_depth_;
}

void StringItem::end(std::string_view name) {
  if (name == "t") in_text_ = false;
  if (name == "rPh") --phonetic_depth_;
}

Result<void> read_shared_strings(Archive& archive, std::string const& part, Limits const& limits, SharedStrings& strings) {
  return read_part<SharedStringsHandler>(archive, part, limits, limits, strings);
}

}  // namespace zx::xlsx
