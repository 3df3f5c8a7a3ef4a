#include "platform/xlsx/xml.hpp"

namespace zx::xlsx {
namespace {

constexpr std::size_t kChunk = 64 * 1024;

}  // namespace

Result<void> PartReader::open(XmlHandler& handler) {
  scanner_.emplace(handler, max_tag_bytes_);
  return archive_.open_part(part_);
}

void PartReader::refuse(Refusal refusal) {
  if (!refusal_) refusal_ = std::move(refusal);
  scanner_->stop();
}

Result<bool> PartReader::advance() {
  while (true) {
    auto const step = scanner_->run();
    if (refusal_) return *refusal_;
    switch (step) {
      case XmlScanner::Step::stopped: return true;
      case XmlScanner::Step::finished: return false;
      case XmlScanner::Step::needs_input: TRY(read_more()); break;
      case XmlScanner::Step::malformed: return Refusal::invalid("xlsx.damaged", {{"part", part_}});
      case XmlScanner::Step::document_type: return Refusal::invalid("xlsx.document_type", {{"part", part_}});
      case XmlScanner::Step::too_complex: return Refusal::of(RefusalKind::too_large, "xlsx.part_too_complex", {{"part", part_}});
    }
  }
}

Result<void> PartReader::read_more() {
  auto* const room = scanner_->room(kChunk);
  if (room == nullptr) return Refusal::of(RefusalKind::too_large, "xlsx.part_too_complex", {{"part", part_}});
  scanner_->add(TRY(archive_.read(room, kChunk)));
  return {};
}

}  // namespace zx::xlsx
