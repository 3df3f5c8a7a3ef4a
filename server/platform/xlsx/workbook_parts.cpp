#include "platform/xlsx/workbook_parts.hpp"

#include <map>

namespace zx::xlsx {
namespace {

struct Relationship {
  std::string type;  ///< the last word of the type's address: "worksheet"
  std::string target;
  bool external = false;
};
using Relationships = std::map<std::string, Relationship>;

std::string text_of(char const* value) { return value == nullptr ? "" : value; }

class RelationshipsHandler final : public XmlHandler {
 public:
  RelationshipsHandler(PartReader&, Relationships& found) : found_(found) {}

  void start(std::string_view name, char const** attributes) override {
    if (name != "Relationship") return;
    auto const type = text_of(attribute(attributes, "Type"));
    found_[text_of(attribute(attributes, "Id"))] = {
        .type = type.substr(type.rfind('/') + 1),
        .target = text_of(attribute(attributes, "Target")),
        .external = text_of(attribute(attributes, "TargetMode")) == "External",
    };
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  Relationships& found_;
};

struct SheetEntry {
  std::string name;
  std::string relationship;
  bool hidden = false;
};

class WorkbookHandler final : public XmlHandler {
 public:
  WorkbookHandler(PartReader& reader, Limits const& limits, std::vector<SheetEntry>& sheets, Epoch& epoch)
      : reader_(reader), limits_(limits), sheets_(sheets), epoch_(epoch) {}

  void start(std::string_view name, char const** attributes) override {
    if (name == "workbookPr") {
      auto const flag = text_of(attribute(attributes, "date1904"));
      epoch_ = flag == "1" || flag == "true" ? Epoch::from_1904 : Epoch::from_1900;
    }
    if (name != "sheet") return;
    auto const state = text_of(attribute(attributes, "state"));
    sheets_.push_back({text_of(attribute(attributes, "name")), text_of(attribute(attributes, "id")), state == "hidden" || state == "veryHidden"});
    if (sheets_.size() > limits_.max_sheets) reader_.refuse(Refusal::of(RefusalKind::too_large, "xlsx.part_too_complex", {{"part", "workbook"}}));
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  PartReader& reader_;
  Limits const& limits_;
  std::vector<SheetEntry>& sheets_;
  Epoch& epoch_;
};

/// "xl/workbook.xml" + "../a/b.xml" → "a/b.xml".
Result<std::string> resolved(std::string const& from, Relationship const& relationship) {
  auto const unsafe = Refusal::invalid("xlsx.unsafe_path", {{"name", relationship.target.substr(0, 100)}});
  if (relationship.external) return unsafe;
  auto const folder = from.rfind('/') == std::string::npos ? "" : from.substr(0, from.rfind('/') + 1);
  auto const whole = relationship.target.starts_with('/') ? relationship.target.substr(1) : folder + relationship.target;
  std::vector<std::string> steps;
  for (std::size_t begin = 0; begin <= whole.size();) {
    auto const end = std::min(whole.find('/', begin), whole.size());
    auto const step = whole.substr(begin, end - begin);
    if (step == ".." && steps.empty()) return unsafe;
    if (step == "..") {
      steps.pop_back();
    } else if (step != "." && !step.empty()) {
      steps.push_back(step);
    }
    begin = end + 1;
  }
  std::string path;
  for (auto const& step : steps) path += (path.empty() ? "" : "/") + step;
  return path;
}

std::string relationships_of(std::string const& part) {
  auto const slash = part.rfind('/');
  auto const name_at = slash == std::string::npos ? 0 : slash + 1;
  return part.substr(0, name_at) + "_rels/" + part.substr(name_at) + ".rels";
}

Result<std::string> workbook_part(Archive& archive, Limits const& limits) {
  Relationships root;
  if (archive.contains("_rels/.rels")) TRY(read_part<RelationshipsHandler>(archive, "_rels/.rels", limits, root));
  for (auto const& [id, relationship] : root) {
    if (relationship.type == "officeDocument") return resolved("", relationship);
  }
  return std::string("xl/workbook.xml");
}

}  // namespace

Result<WorkbookParts> read_workbook_parts(Archive& archive, Limits const& limits) {
  auto const workbook = TRY(workbook_part(archive, limits));
  if (!archive.contains(workbook)) return Refusal::of(RefusalKind::unsupported, "xlsx.not_a_workbook");
  WorkbookParts parts;
  std::vector<SheetEntry> entries;
  TRY(read_part<WorkbookHandler>(archive, workbook, limits, limits, entries, parts.epoch));
  Relationships relationships;
  TRY(read_part<RelationshipsHandler>(archive, relationships_of(workbook), limits, relationships));
  for (auto const& [id, relationship] : relationships) {
    if (relationship.type == "sharedStrings") parts.shared_strings = TRY(resolved(workbook, relationship));
    if (relationship.type == "styles") parts.styles = TRY(resolved(workbook, relationship));
  }
  for (auto& entry : entries) {
    auto const found = relationships.find(entry.relationship);
    if (found == relationships.end() || found->second.type != "worksheet") continue;  // a chart sheet has no rows
    parts.sheets.push_back({std::move(entry.name), TRY(resolved(workbook, found->second)), entry.hidden});
  }
  return parts;
}

}  // namespace zx::xlsx
