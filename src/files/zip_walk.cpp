#include "files/zip_walk.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace laoyou::files {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t k_end_bytes = 22, k_entry_bytes = 46, k_local_bytes = 30;

std::uint32_t little(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size - 1; i >= 0; --i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

struct Directory {
  std::size_t entries = 0, bytes = 0, offset = 0;
};

/// The record at the archive's end, without a comment behind it. Archives beyond 4 GB (ZIP64) are not taken.
std::optional<Directory> find_directory(std::string_view bytes) {
  if (bytes.size() < k_end_bytes) return std::nullopt;
  const std::string_view end = bytes.substr(bytes.size() - k_end_bytes);
  if (!end.starts_with("PK\x05\x06"sv) || little(end, 4, 4) != 0 || little(end, 8, 2) != little(end, 10, 2) || little(end, 20, 2) != 0) return std::nullopt;
  const Directory directory{little(end, 10, 2), little(end, 12, 4), little(end, 16, 4)};
  const std::size_t all = bytes.size() - k_end_bytes;
  if (directory.offset > all || directory.bytes != all - directory.offset) return std::nullopt;
  return directory;
}

/// The entry's data by its local header, which must begin exactly at `expected`; moves `expected` behind it.
bool find_data(std::string_view bytes, std::size_t offset, ZipEntry& entry, std::size_t& expected, std::size_t limit) {
  if (offset != expected || offset + k_local_bytes > limit || !bytes.substr(offset).starts_with("PK\x03\x04"sv)) return false;
  const std::string_view local = bytes.substr(offset, k_local_bytes);
  const std::size_t name_bytes = little(local, 26, 2), data = offset + k_local_bytes + name_bytes + little(local, 28, 2);
  if (data > limit || entry.packed_bytes > limit - data || bytes.substr(offset + k_local_bytes, name_bytes) != entry.name || little(local, 8, 2) != entry.method) return false;
  entry.data = bytes.substr(data, static_cast<std::size_t>(entry.packed_bytes));
  expected = data + static_cast<std::size_t>(entry.packed_bytes);
  constexpr std::uint16_t k_sizes_behind = 8;
  if ((entry.flags & k_sizes_behind) == 0) return true;
  const bool signed_sizes = bytes.substr(expected).starts_with("PK\x07\x08"sv);
  expected += signed_sizes ? 16 : 12;
  return expected <= limit;
}

}  // namespace

std::optional<std::vector<ZipEntry>> walk_zip(std::string_view bytes) {
  constexpr std::size_t k_entries_max = 10'000;
  const std::optional<Directory> directory = find_directory(bytes);
  if (!directory || directory->entries > k_entries_max) return std::nullopt;
  std::vector<std::pair<std::size_t, ZipEntry>> found;  // by offset
  std::size_t at = directory->offset;
  for (std::size_t i = 0; i < directory->entries; ++i) {
    if (at + k_entry_bytes > bytes.size() || !bytes.substr(at).starts_with("PK\x01\x02"sv)) return std::nullopt;
    const std::string_view head = bytes.substr(at, k_entry_bytes);
    const std::size_t name_bytes = little(head, 28, 2), more = little(head, 30, 2) + little(head, 32, 2);
    if (at + k_entry_bytes + name_bytes + more > bytes.size()) return std::nullopt;
    found.push_back({little(head, 42, 4), ZipEntry{std::string(bytes.substr(at + k_entry_bytes, name_bytes)), static_cast<std::uint16_t>(little(head, 8, 2)),
                                                   static_cast<std::uint16_t>(little(head, 10, 2)), little(head, 16, 4), little(head, 20, 4), little(head, 24, 4), {}}});
    at += k_entry_bytes + name_bytes + more;
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ZipEntry> entries;
  std::size_t expected = 0;
  for (auto& [offset, entry] : found) {
    if (!find_data(bytes, offset, entry, expected, directory->offset)) return std::nullopt;
    entries.push_back(std::move(entry));
  }
  return expected == directory->offset ? std::optional(std::move(entries)) : std::nullopt;
}

bool unpack(const ZipEntry& entry, std::uint64_t bytes_max, std::string* out) {
  if (entry.bytes > bytes_max) return false;
  if (entry.method == 0) {
    if (out != nullptr) *out = entry.data;
    return entry.packed_bytes == entry.bytes && crc32(0, reinterpret_cast<const Bytef*>(entry.data.data()), static_cast<uInt>(entry.data.size())) == entry.crc;
  }
  constexpr std::uint16_t k_deflate = 8;
  z_stream stream{};
  if (entry.method != k_deflate || inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(entry.data.data()));
  stream.avail_in = static_cast<uInt>(entry.data.size());
  std::array<char, 64 * 1024> buffer;
  std::uint64_t unpacked = 0;
  uLong crc = 0;
  int state = Z_OK;
  while (state == Z_OK && unpacked <= entry.bytes) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = buffer.size();
    state = inflate(&stream, Z_NO_FLUSH);
    const std::size_t size = buffer.size() - stream.avail_out;
    unpacked += size;
    crc = crc32(crc, reinterpret_cast<const Bytef*>(buffer.data()), static_cast<uInt>(size));
    if (out != nullptr) out->append(buffer.data(), size);
  }
  const bool whole = state == Z_STREAM_END && stream.avail_in == 0 && unpacked == entry.bytes && crc == entry.crc;
  inflateEnd(&stream);
  return whole;
}

}  // namespace laoyou::files
