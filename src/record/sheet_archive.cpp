#include "record/sheet_archive.h"

#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>
#include <vector>

namespace laoyou::record::xlsx {
namespace {

// Zip specification (APPNOTE 6.3.10): 4.3.7 local header, 4.3.12 directory header, 4.3.16 end of the directory.
constexpr std::string_view k_local("PK\x03\x04", 4), k_entry("PK\x01\x02", 4), k_end("PK\x05\x06", 4);
constexpr std::size_t k_local_bytes = 30, k_entry_bytes = 46, k_end_bytes = 22;

/// A little-endian number of `width` bytes; the caller knows that they are there.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = width; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool lies_within(std::string_view archive, std::uint64_t offset, std::uint64_t packed_bytes) {
  if (offset + k_local_bytes > archive.size() || !archive.substr(offset).starts_with(k_local)) return false;
  return offset + k_local_bytes + number(archive, offset + 26, 2) + number(archive, offset + 28, 2) + packed_bytes <= archive.size();
}

}  // namespace

std::optional<std::uint64_t> unpacked_bytes(std::string_view archive) {
  const std::size_t end = archive.rfind(k_end);
  if (end == std::string_view::npos || end + k_end_bytes > archive.size()) return std::nullopt;
  std::uint64_t entries = number(archive, end + 10, 2), at = number(archive, end + 16, 4), total = 0;
  for (; entries > 0; --entries) {
    if (at + k_entry_bytes > end || !archive.substr(at).starts_with(k_entry)) return std::nullopt;
    if (!lies_within(archive, number(archive, at + 42, 4), number(archive, at + 20, 4))) return std::nullopt;
    total += number(archive, at + 24, 4);
    at += k_entry_bytes + number(archive, at + 28, 2) + number(archive, at + 30, 2) + number(archive, at + 32, 2);
  }
  if (at != end) return std::nullopt;
  return total;
}

struct Archive::Opened {
  explicit Opened(std::string_view bytes) : stream(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()), archive(&stream) { archive.load(); }
  orcus::zip_archive_stream_blob stream;
  orcus::zip_archive archive;
};

Archive::Archive(std::string_view bytes) try : opened_(std::make_unique<Opened>(bytes)) {
} catch (const orcus::zip_error& broken) {
  throw BrokenArchive(broken.what());
}

Archive::~Archive() = default;

std::string Archive::part(const std::string& name) const {
  std::vector<unsigned char> bytes;
  try {
    if (!opened_->archive.read_file_entry(name, bytes)) throw BrokenArchive("no " + name);
  } catch (const orcus::zip_error& broken) {
    throw BrokenArchive(name + ": " + broken.what());
  }
  // liborcus leaves a zero behind the last byte.
  while (!bytes.empty() && bytes.back() == 0) bytes.pop_back();
  return {bytes.begin(), bytes.end()};
}

}  // namespace laoyou::record::xlsx
