// Small files that must be whole or absent after a power cut: written beside, flushed, then given their name.
#pragma once

#include <filesystem>
#include <string_view>

namespace laoyou::store {

/// Writes a new file readable by its owner alone and flushes it and its directory. Throws StoreUnavailable; an existing file of that name
/// is replaced as a whole.
void write_durable_file(const std::filesystem::path& path, std::string_view content);

/// Makes an empty file readable by its owner alone; one that is there already is not touched. What stands in the way, whoever opens the file
/// next will tell.
void make_private_file(const std::filesystem::path& path) noexcept;

/// Flushes a file's content to the disk.
void flush_file(const std::filesystem::path& path);

/// Gives a flushed file its final name and flushes the directory; replaces what bears that name.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace laoyou::store
