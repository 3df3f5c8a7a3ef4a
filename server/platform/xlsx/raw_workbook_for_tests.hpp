#pragma once
// Builds workbooks part by part, honest or not, for tests.

#include <minizip/zip.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace zx::xlsx::test {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "documents-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  std::filesystem::path operator/(std::string const& name) const { return path_ / name; }
  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string content_of(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Resident memory of this process in KiB, at its highest since the mark was last cleared.
inline long peak_memory_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
  }
  return 0;
}
inline void clear_peak_memory() { std::ofstream("/proc/self/clear_refs") << "5"; }

struct RawPart {
  std::string name;
  std::function<void(std::function<void(std::string const&)> const&)> write;
  std::uint32_t attributes = 0;
};

class RawWorkbook {
 public:
  RawWorkbook() {
    put("[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)");
    put("_rels/.rels",
        R"(<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)");
    put("xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>)");
    put("xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
                                      R"(<Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>)"
                                      R"(<Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>)");
  }

  RawWorkbook& put(std::string name, std::string content) {
    return put_streamed(std::move(name), [content = std::move(content)](auto const& write) { write(content); });
  }
  RawWorkbook& put_streamed(std::string name, decltype(RawPart::write) write, std::uint32_t attributes = 0) {
    std::erase_if(parts_, [&](RawPart const& part) { return part.name == name; });
    parts_.push_back({std::move(name), std::move(write), attributes});
    return *this;
  }
  RawWorkbook& put_rows(std::string const& rows) { return put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"); }

  std::filesystem::path write_to(std::filesystem::path const& path) const {
    auto* zip = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
    for (auto const& part : parts_) {
      zip_fileinfo about{};
      about.external_fa = part.attributes;
      zipOpenNewFileInZip64(zip, part.name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 1);
      part.write([&](std::string const& piece) { zipWriteInFileInZip(zip, piece.data(), static_cast<unsigned>(piece.size())); });
      zipCloseFileInZip(zip);
    }
    zipClose(zip, nullptr);
    return path;
  }

 private:
  std::vector<RawPart> parts_;
};

}  // namespace zx::xlsx::test
