#include "platform/xlsx/archive.hpp"

#include <minizip/unzip.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace zx::xlsx {
namespace {

constexpr std::uint64_t kRatioFloor = 8 * kMiB;
constexpr std::string_view kCompoundMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";  // OLE: old .xls, or an encrypted .xlsx
constexpr std::string_view kEncryptedStream("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

struct MemoryFile {
  std::string_view bytes;
  std::uint64_t position = 0;
};

void* memory_open(void* opaque, void const*, int) { return opaque; }

uLong memory_read(void*, void* stream, void* buffer, uLong size) {
  auto& file = *static_cast<MemoryFile*>(stream);
  if (file.position >= file.bytes.size()) return 0;
  auto const length = std::min<std::uint64_t>(size, file.bytes.size() - file.position);
  std::memcpy(buffer, file.bytes.data() + file.position, length);
  file.position += length;
  return length;
}

ZPOS64_T memory_tell(void*, void* stream) { return static_cast<MemoryFile*>(stream)->position; }

long memory_seek(void*, void* stream, ZPOS64_T offset, int origin) {
  auto& file = *static_cast<MemoryFile*>(stream);
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) offset += file.position;
  if (origin == ZLIB_FILEFUNC_SEEK_END) offset += file.bytes.size();
  if (offset > file.bytes.size()) return -1;
  file.position = offset;
  return 0;
}

int memory_close(void*, void*) { return 0; }
int memory_error(void*, void*) { return 0; }

std::string lower(std::string_view name) {
  std::string text(name);
  for (char& c : text) c = c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

bool points_outside(std::string const& name) {
  if (name.empty() || name[0] == '/' || name.find('\0') != std::string::npos || name.find(':') != std::string::npos) return true;
  auto const padded = "/" + name + "/";
  return padded.find("/../") != std::string::npos;
}

Refusal damaged(std::string_view part) { return Refusal::invalid("xlsx.damaged", {{"part", std::string(part)}}); }

Refusal too_large(std::uint64_t limit) { return Refusal::of(RefusalKind::too_large, "xlsx.unpacks_too_large", {{"limit_mib", std::to_string(limit / kMiB)}}); }

Refusal refusal_for_compound_file(std::string_view content) {
  if (content.find(kEncryptedStream) != std::string_view::npos) return Refusal::of(RefusalKind::unsupported, "xlsx.encrypted");
  return Refusal::of(RefusalKind::unsupported, "xlsx.legacy_format");
}

/// The stream names sit somewhere in the first part of a compound file, or at its end; 8 MiB of it are searched.
std::string head_of(std::filesystem::path const& path, std::size_t most) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::system_error(errno, std::generic_category(), "cannot open " + path.string());
  std::string head(most, '\0');
  file.read(head.data(), static_cast<std::streamsize>(most));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return head;
}

}  // namespace

struct Archive::Source {
  std::string bytes;  ///< empty when they are borrowed
  MemoryFile memory;
  unzFile zip = nullptr;
  std::uint64_t size = 0;
  bool part_is_open = false;

  ~Source() {
    if (part_is_open) unzCloseCurrentFile(zip);
    if (zip != nullptr) unzClose(zip);
  }
};

Archive::Archive(std::unique_ptr<Source> source, Limits const& limits) : source_(std::move(source)), limits_(limits) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open_file(std::filesystem::path const& path, Limits const& limits) {
  if (head_of(path, kCompoundMagic.size()) == kCompoundMagic) return refusal_for_compound_file(head_of(path, 8 * kMiB));
  auto source = std::make_unique<Source>();
  source->size = std::filesystem::file_size(path);
  source->zip = unzOpen64(path.c_str());
  return open(std::move(source), limits);
}

Result<Archive> Archive::open_bytes(std::string bytes, Limits const& limits) {
  auto source = std::make_unique<Source>();
  source->bytes = std::move(bytes);
  std::string_view const kept = source->bytes;
  return open_in_memory(std::move(source), kept, limits);
}

Result<Archive> Archive::open_view(std::string_view bytes, Limits const& limits) { return open_in_memory(std::make_unique<Source>(), bytes, limits); }

Result<Archive> Archive::open_in_memory(std::unique_ptr<Source> source, std::string_view bytes, Limits const& limits) {
  if (bytes.starts_with(kCompoundMagic)) return refusal_for_compound_file(bytes);
  source->size = bytes.size();
  source->memory.bytes = bytes;
  zlib_filefunc64_def functions{memory_open, memory_read, nullptr, memory_tell, memory_seek, memory_close, memory_error, &source->memory};
  source->zip = unzOpen2_64("workbook", &functions);
  return open(std::move(source), limits);
}

Result<Archive> Archive::open(std::unique_ptr<Source> source, Limits const& limits) {
  if (source->zip == nullptr) return Refusal::of(RefusalKind::unsupported, "xlsx.not_a_workbook");
  Archive archive(std::move(source), limits);
  TRY(archive.read_directory());
  return archive;
}

Result<void> Archive::read_directory() {
  unz_global_info64 global{};
  unzGetGlobalInfo64(source_->zip, &global);
  auto const too_many = Refusal::of(RefusalKind::too_large, "xlsx.too_many_parts", {{"limit", std::to_string(limits_.max_parts)}});
  if (global.number_entry > limits_.max_parts) return too_many;
  char name[512];
  for (int status = unzGoToFirstFile(source_->zip); status != UNZ_END_OF_LIST_OF_FILE; status = unzGoToNextFile(source_->zip)) {
    unz_file_info64 info{};
    if (status != UNZ_OK || unzGetCurrentFileInfo64(source_->zip, &info, name, sizeof name, nullptr, 0, nullptr, 0) != UNZ_OK) return damaged("zip");
    if (info.size_filename >= sizeof name) return Refusal::invalid("xlsx.unsafe_path", {{"name", std::string(name, 40)}});
    std::string const key = lower({name, info.size_filename});
    TRY(check_entry(key, info.uncompressed_size, static_cast<std::uint32_t>(info.flag), static_cast<std::uint32_t>(info.external_fa)));
    unz64_file_pos position{};
    unzGetFilePos64(source_->zip, &position);
    // The same name twice means two programs may see two different workbooks in one file.
    if (!parts_.emplace(key, Position{position.pos_in_zip_directory, position.num_of_file}).second) return damaged(key);
    if (parts_.size() > limits_.max_parts) return too_many;
  }
  if (parts_.empty()) return Refusal::of(RefusalKind::unsupported, "xlsx.not_a_workbook");
  return {};
}

Result<void> Archive::check_entry(std::string const& name, std::uint64_t size, std::uint32_t flags, std::uint32_t attributes) {
  if (points_outside(name) || S_ISLNK(attributes >> 16)) return Refusal::invalid("xlsx.unsafe_path", {{"name", name.substr(0, 100)}});
  if ((flags & 1u) != 0) return Refusal::of(RefusalKind::unsupported, "xlsx.encrypted");
  if (size > limits_.max_unpacked_bytes || declared_bytes_ + size > limits_.max_unpacked_bytes) return too_large(limits_.max_unpacked_bytes);
  declared_bytes_ += size;
  return {};
}

bool Archive::contains(std::string_view name) const { return parts_.contains(lower(name)); }

Result<void> Archive::open_part(std::string_view name) {
  if (source_->part_is_open) unzCloseCurrentFile(source_->zip);
  source_->part_is_open = false;
  auto const found = parts_.find(lower(name));
  if (found == parts_.end()) return damaged(name);
  unz64_file_pos const position{found->second.offset, found->second.index};
  if (unzGoToFilePos64(source_->zip, &position) != UNZ_OK || unzOpenCurrentFile(source_->zip) != UNZ_OK) return damaged(name);
  source_->part_is_open = true;
  open_part_ = name;
  return {};
}

Result<std::size_t> Archive::read(char* buffer, std::size_t size) {
  if (!source_->part_is_open) return std::size_t{0};
  int const count = unzReadCurrentFile(source_->zip, buffer, static_cast<unsigned>(size));
  if (count < 0) return damaged(open_part_);
  if (count == 0) {
    source_->part_is_open = false;
    if (unzCloseCurrentFile(source_->zip) != UNZ_OK) return damaged(open_part_);
    return std::size_t{0};
  }
  unpacked_bytes_ += static_cast<std::uint64_t>(count);
  if (unpacked_bytes_ > limits_.max_unpacked_bytes) return too_large(limits_.max_unpacked_bytes);
  if (unpacked_bytes_ > kRatioFloor && unpacked_bytes_ / limits_.max_ratio > source_->size)
    return Refusal::of(RefusalKind::too_large, "xlsx.suspicious_compression", {{"ratio", std::to_string(limits_.max_ratio)}});
  return static_cast<std::size_t>(count);
}

}  // namespace zx::xlsx
