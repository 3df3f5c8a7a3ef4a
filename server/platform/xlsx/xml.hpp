#pragma once
// One part of a workbook as XML events, unpacked and scanned piece by piece.

#include <optional>
#include <string>
#include <utility>

#include "platform/base/result.hpp"
#include "platform/xlsx/archive.hpp"
#include "platform/xlsx/xml_scanner.hpp"

namespace zx::xlsx {

/// Reads a part in pieces: a handler may pause it, so that rows are pulled one by one.
class PartReader {
 public:
  PartReader(Archive& archive, std::string part, Limits const& limits) : archive_(archive), part_(std::move(part)), max_tag_bytes_(limits.max_tag_bytes) {}
  PartReader(PartReader const&) = delete;
  PartReader& operator=(PartReader const&) = delete;

  Result<void> open(XmlHandler& handler);
  /// Runs until a handler pauses (true) or the part ends (false).
  Result<bool> advance();

  /// For handlers only.
  void pause() { scanner_->stop(); }
  /// For handlers only: ends the reading with this refusal.
  void refuse(Refusal refusal);

 private:
  Result<void> read_more();

  Archive& archive_;
  std::string part_;
  std::size_t max_tag_bytes_;
  std::optional<XmlScanner> scanner_;
  std::optional<Refusal> refusal_;
};

/// Reads a whole part. The handler is built with the reader, through which it may refuse, and the arguments.
template <class Handler, class... Arguments>
Result<void> read_part(Archive& archive, std::string const& part, Limits const& limits, Arguments&&... arguments) {
  PartReader reader(archive, part, limits);
  Handler handler(reader, std::forward<Arguments>(arguments)...);
  TRY(reader.open(handler));
  while (TRY(reader.advance())) {}
  return {};
}

}  // namespace zx::xlsx
