#include "platform/csv/text_source.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "platform/base/text.hpp"
#include "platform/xlsx/utf8_pieces.hpp"

namespace zx::csv {
namespace {

constexpr std::size_t kPiece = 64 * 1024;

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;

Converter open_converter(char const* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no converter for ") + name);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

char const* name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::gb18030: return "gb18030";
    case Encoding::utf8: break;
  }
  return "UTF-8";
}

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr std::array<Mark, 3> kMarks = {{{"\xEF\xBB\xBF", Encoding::utf8}, {"\xFF\xFE", Encoding::utf16le}, {"\xFE\xFF", Encoding::utf16be}}};

}  // namespace

struct TextSource::State {
  std::ifstream file;
  std::string owned;
  std::string_view bytes;  ///< of a source in memory: `owned` or borrowed
  std::size_t position = 0;
  bool in_memory = false;
  Encoding encoding = Encoding::utf8;
  bool verbatim = false;  ///< the whole file is known to be valid UTF-8
  bool at_end = false;
  std::size_t lines = 0;  ///< line breaks handed out so far
  Converter from;
  Converter to;
  std::string raw = std::string(kPiece, '\0');
  std::string converted;

  std::string_view read() {
    if (in_memory) {
      auto const piece = bytes.substr(position, kPiece);
      position += piece.size();
      return piece;
    }
    file.read(raw.data(), static_cast<std::streamsize>(raw.size()));
    if (file.bad()) throw std::system_error(errno, std::generic_category(), "cannot read the csv file");
    return std::string_view(raw).substr(0, static_cast<std::size_t>(file.gcount()));
  }

  void rewind(std::size_t to_position) {
    position = to_position;
    file.clear();
    if (!in_memory) file.seekg(static_cast<std::streamoff>(to_position));
  }

  bool is_utf8() {
    std::string carried;
    for (auto piece = read(); !piece.empty(); piece = read()) {
      carried += piece;
      auto const whole = carried.size() - table::unfinished_bytes(carried);
      if (!text::is_valid_utf8(std::string_view(carried).substr(0, whole))) return false;
      carried.erase(0, whole);
    }
    return carried.empty();
  }

  Refusal unknown_encoding() const { return Refusal::invalid("csv.unknown_encoding", {{"line", std::to_string(lines + 1)}}); }

  Result<void> convert(std::string_view piece, bool last) {
    converted.clear();
    char const* source = piece.data();
    char const* const end = source + piece.size();
    std::array<UChar, 8192> pivot;
    UChar *pivot_source = pivot.data(), *pivot_target = pivot.data();
    std::array<char, kPiece> out;
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      char* target = out.data();
      ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, end, pivot.data(), &pivot_source, &pivot_target,
                     pivot.data() + pivot.size(), false, last, &status);
      converted.append(out.data(), target);
    }
    if (U_FAILURE(status)) {
      lines += static_cast<std::size_t>(std::count(converted.begin(), converted.end(), '\n'));
      return unknown_encoding();
    }
    return {};
  }
};

TextSource::TextSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
TextSource::TextSource(TextSource&&) noexcept = default;
TextSource::~TextSource() = default;

TextSource TextSource::open_file(std::filesystem::path const& path) {
  auto state = std::make_unique<State>();
  state->file.open(path, std::ios::binary);
  if (!state->file) throw std::system_error(errno, std::generic_category(), "cannot open " + path.string());
  return open(std::move(state));
}

TextSource TextSource::open_bytes(std::string bytes) {
  auto state = std::make_unique<State>();
  state->owned = std::move(bytes);
  state->bytes = state->owned;
  state->in_memory = true;
  return open(std::move(state));
}

TextSource TextSource::open_view(std::string_view bytes) {
  auto state = std::make_unique<State>();
  state->bytes = bytes;
  state->in_memory = true;
  return open(std::move(state));
}

TextSource TextSource::open(std::unique_ptr<State> state) {
  std::string const head(state->read());
  auto const mark = std::find_if(kMarks.begin(), kMarks.end(), [&](Mark const& each) { return head.starts_with(each.bytes); });
  auto const skipped = mark == kMarks.end() ? 0 : mark->bytes.size();
  state->rewind(skipped);
  state->encoding = mark == kMarks.end() ? Encoding::utf8 : mark->encoding;
  if (state->encoding == Encoding::utf8) {
    state->verbatim = state->is_utf8();
    // A file that says it is UTF-8 is held to it; without the mark broken UTF-8 means GB18030.
    if (!state->verbatim && mark == kMarks.end()) state->encoding = Encoding::gb18030;
    state->rewind(skipped);
  }
  state->from = open_converter(name_of(state->encoding));
  state->to = open_converter("UTF-8");
  return TextSource(std::move(state));
}

Encoding TextSource::encoding() const { return state_->encoding; }

Result<std::string_view> TextSource::next() {
  auto& state = *state_;
  if (state.at_end) return std::string_view();
  auto const piece = state.read();
  if (state.verbatim) return piece;
  state.at_end = piece.size() < kPiece;
  TRY(state.convert(piece, state.at_end));
  state.lines += static_cast<std::size_t>(std::count(state.converted.begin(), state.converted.end(), '\n'));
  return std::string_view(state.converted);
}

}  // namespace zx::csv
