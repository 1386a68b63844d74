// A zip archive in memory, read within limits and written anew (libzip). What is too large is refused before it costs memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace laoyou::print {

struct ZipLimits {
  std::uint64_t archive_bytes = 16u << 20;  ///< packed
  std::uint64_t entries = 2000;
  std::uint64_t entry_bytes = 32u << 20;    ///< unpacked
  std::uint64_t all_bytes = 64u << 20;      ///< unpacked
  std::uint64_t growth = 200;               ///< unpacked over packed, of an entry above 1 MiB
};

struct ZipEntry {
  std::string name;
  std::string bytes;
};

/// Every file of the archive in its order; folders are left out. Refused as "zip.not_an_archive", "zip.too_large" {limit}, "zip.encrypted" {name},
/// "zip.wrong_name" {name} (absolute, with "..", backslashes, or there twice), "zip.damaged" {name}.
Result<std::vector<ZipEntry>> read_zip(std::string_view bytes, const ZipLimits& limits = {});

/// The same entries always give the same bytes: their times are the earliest there is.
std::string write_zip(const std::vector<ZipEntry>& entries);

}  // namespace laoyou::print
