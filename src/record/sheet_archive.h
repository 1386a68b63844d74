// A workbook is a zip archive. Its directory is walked before liborcus opens it, because liborcus believes every size that stands there.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace laoyou::record::xlsx {

/// The bytes that the entries of an archive say they unpack to (zip specification 4.3.12); nothing when the directory at its end is not
/// whole, or an entry does not lie within the archive.
std::optional<std::uint64_t> unpacked_bytes(std::string_view archive);

/// A part is not in the archive, or cannot be unpacked.
class BrokenArchive : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An archive whose directory unpacked_bytes() has found whole. The bytes must outlive it.
class Archive {
 public:
  /// Throws BrokenArchive.
  explicit Archive(std::string_view bytes);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// The unpacked bytes of a part ("xl/workbook.xml"). Throws BrokenArchive.
  std::string part(const std::string& name) const;

 private:
  struct Opened;
  std::unique_ptr<Opened> opened_;
};

}  // namespace laoyou::record::xlsx
