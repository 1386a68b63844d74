#include "print/zip_archive.h"

#include <zip.h>

#include <memory>
#include <set>

#include "base/check.h"

namespace laoyou::print {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;

bool is_wrong(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos || name.find(':') != std::string_view::npos) return true;
  return name == ".." || name.starts_with("../") || name.find("/../") != std::string_view::npos || name.ends_with("/..");
}

Refusal too_large(std::uint64_t limit) { return refuse("zip.too_large", {std::to_string(limit)}); }

/// What the directory says of it; the sizes there are claims, held again while unpacking.
Result<void> check_entry(const zip_stat_t& entry, const ZipLimits& limits) {
  constexpr std::uint64_t k_small = 1u << 20;
  if (is_wrong(entry.name)) return refuse("zip.wrong_name", {entry.name});
  if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE) return refuse("zip.encrypted", {entry.name});
  if (entry.size > limits.entry_bytes) return too_large(limits.entry_bytes);
  if (entry.size > k_small && entry.size / (entry.comp_size + 1) > limits.growth) return too_large(limits.growth * (entry.comp_size + 1));
  return {};
}

Result<std::string> unpacked(zip_t* archive, std::uint64_t index, const zip_stat_t& entry) {
  const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive, index, 0));
  if (!file) return refuse("zip.damaged", {entry.name});
  std::string bytes(entry.size, '\0');
  const zip_int64_t read = zip_fread(file.get(), bytes.data(), entry.size);
  char beyond = 0;
  // One more byte than claimed is a lie; reading to the end also holds the checksum against the content.
  if (read != static_cast<zip_int64_t>(entry.size) || zip_fread(file.get(), &beyond, 1) != 0) return refuse("zip.damaged", {entry.name});
  return bytes;
}

}  // namespace

Result<std::vector<ZipEntry>> read_zip(std::string_view bytes, const ZipLimits& limits) {
  constexpr std::size_t k_least = 22;  // what an empty archive has; libzip takes nothing at all for one
  if (bytes.size() < k_least) return refuse("zip.not_an_archive");
  if (bytes.size() > limits.archive_bytes) return too_large(limits.archive_bytes);
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  CHECK(source != nullptr);
  const Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
  zip_error_fini(&error);
  if (!archive) return refuse("zip.not_an_archive");
  static_cast<void>(source.release());  // the archive's own from now on
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive.get(), 0));
  if (count > limits.entries) return too_large(limits.entries);
  std::vector<ZipEntry> entries;
  std::set<std::string> names;
  std::uint64_t all = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t entry;
    if (zip_stat_index(archive.get(), i, 0, &entry) != 0) return refuse("zip.damaged", {std::to_string(i)});
    if (const Result<void> sound = check_entry(entry, limits); !sound) return sound.error();
    if (!names.insert(entry.name).second) return refuse("zip.wrong_name", {entry.name});
    all += entry.size;
    if (all > limits.all_bytes) return too_large(limits.all_bytes);
    if (std::string_view(entry.name).ends_with('/')) continue;
    Result<std::string> content = unpacked(archive.get(), i, entry);
    if (!content) return content.error();
    entries.push_back({entry.name, std::move(*content)});
  }
  return entries;
}

std::string write_zip(const std::vector<ZipEntry>& entries) {
  constexpr std::uint16_t k_first_day = (1 << 5) | 1;  // 1980-01-01, as zip keeps days
  zip_error_t error;
  zip_error_init(&error);
  Source buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  CHECK(buffer != nullptr);
  zip_source_keep(buffer.get());  // read back after the archive has been closed
  Archive archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  CHECK(archive != nullptr);
  zip_error_fini(&error);
  for (const ZipEntry& entry : entries) {
    zip_source_t* content = zip_source_buffer(archive.get(), entry.bytes.data(), entry.bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive.get(), entry.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    CHECK(index >= 0 && zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), 0, k_first_day, 0) == 0);
  }
  CHECK(zip_close(archive.get()) == 0);
  static_cast<void>(archive.release());
  CHECK(zip_source_open(buffer.get()) == 0);
  zip_source_seek(buffer.get(), 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(buffer.get())), '\0');
  zip_source_seek(buffer.get(), 0, SEEK_SET);
  CHECK(zip_source_read(buffer.get(), bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(buffer.get());
  return bytes;
}

}  // namespace laoyou::print
