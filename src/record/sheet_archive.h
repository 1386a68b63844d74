// A workbook is a zip archive. Its directory is walked before anything is unpacked, and parts are unpacked piece by piece: what a stranger's
// archive says of its sizes is believed nowhere. (libzip refuses an archive with bytes before it, which Excel opens.)
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace laoyou::record::xlsx {

/// The bytes that the entries of an archive say they unpack to (zip specification 4.3.12); nothing when the directory at its end is not
/// whole, or an entry does not lie within the archive. Bytes before the archive, as self-unpacking ones have, are passed over.
std::optional<std::uint64_t> unpacked_bytes(std::string_view archive);

/// The one name of a part, as Excel compares them: small letters, "\" as "/", "." and ".." resolved, no "/" before it.
std::string part_name(std::string_view name);

/// A part is not in the archive, or cannot be unpacked.
class BrokenArchive : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The archive has a password.
struct LockedArchive {};

/// A large part that packs as no table does.
struct OutOfProportion {};

/// Gives the bytes of a part piece by piece, nothing at the end; each piece is good until the next. Throws BrokenArchive.
using PartPieces = std::function<std::string_view()>;

/// An archive whose directory unpacked_bytes() has found whole. The bytes must outlive it and its pieces.
class Archive {
 public:
  /// Throws BrokenArchive or LockedArchive.
  explicit Archive(std::string_view bytes);

  /// The unpacked bytes of a part ("xl/workbook.xml", any form of its name). Throws BrokenArchive or OutOfProportion.
  PartPieces part(std::string_view name) const;

  struct Entry {
    std::string name;  ///< as part_name() makes it
    std::uint64_t local_at = 0, packed_bytes = 0, unpacked_bytes = 0;
    std::uint32_t method = 0, check = 0;  ///< the CRC-32 of what it unpacks to
    bool locked = false;
  };

 private:
  std::string_view bytes_;
  std::map<std::string, Entry> entries_;
};

}  // namespace laoyou::record::xlsx
