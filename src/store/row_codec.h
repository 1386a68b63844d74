// Between a record's cells and its stored row: sensitive fields are sealed on the way in and opened on the way out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/cipher.h"
#include "store/connection.h"
#include "store/table.h"

namespace laoyou::store {

/// What the journal keeps of a large value instead of it: {"sha256": "…"} of the stored text.
std::string digest_json(const Cell& cell);

/// Safe across threads.
class RowCodec {
 public:
  RowCodec(const Cipher& cipher, Random& random) : cipher_(cipher), random_(random) {}

  /// The stored row of a record's cells. Sealed bytes of `before` (the row as it stands, or empty) are kept where the value is the same,
  /// so that what did not change does not look changed.
  std::vector<Cell> stored(const Table& table, Row plain, Row before) const;
  /// The record's cells of a stored row; throws record::DamagedCell when a sealed field does not open.
  std::vector<Cell> plain(const Table& table, Row stored) const;
  /// The words a searched record is found by, and that of its street.
  std::string words(const Table& table, Row plain) const;
  /// What the keyed hash column of a sealed column holds for this value.
  std::string match(const Table& table, std::string_view column, const Cell& value) const;
  /// The same of a sealed text's last characters; of all of a shorter one.
  std::string tail(const Table& table, std::string_view column, std::string_view text) const;

  /// The stored row as JSON, {"column": value, …}; sealed fields stay sealed, of large ones a digest. This is what the journal keeps.
  static std::string json(const Table& table, Row stored);
  /// The stored row that json() wrote; columns it does not name, and large ones, are NULL. Throws record::DamagedCell.
  static std::vector<Cell> from_json(const Table& table, std::string_view json);

 private:
  std::optional<std::string> opened(const Table& table, std::size_t position, Row stored) const;

  const Cipher& cipher_;
  Random& random_;
};

}  // namespace laoyou::store
