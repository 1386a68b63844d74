// A ZIP archive (APPNOTE.TXT 6.3) held against its own directory before anything is unpacked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laoyou::files {

struct ZipEntry {
  std::string name;
  std::uint16_t flags = 0, method = 0;
  std::uint32_t crc = 0;
  std::uint64_t packed_bytes = 0, bytes = 0;
  std::string_view data;  ///< packed
};

/// The entries, in the order of the archive. Nothing when the directory is not at the end, when anything lies before, between or behind the
/// entries, or when entries share bytes.
std::optional<std::vector<ZipEntry>> walk_zip(std::string_view bytes);

/// Whether the entry unpacks to what the directory says, at most `bytes_max`; `out` gets the bytes unless it is null.
bool unpack(const ZipEntry& entry, std::uint64_t bytes_max, std::string* out);

}  // namespace laoyou::files
