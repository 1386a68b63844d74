// The key that opens sealed fields lies in a file outside the database, so that a copied database alone tells no secret.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>

#include "base/random.h"

namespace laoyou::store {

/// 256 random bits; every key in use is derived from them.
using MasterKey = std::array<std::byte, 32>;

/// Reads the key file. Throws StoreDamaged "store.key_missing" when there is none, "store.key_exposed" when others than its owner may read
/// it, "store.key_wrong" when it is not a key file.
MasterKey read_key_file(const std::filesystem::path& path);

/// Makes a new key file, readable by its owner alone (mode 0600) and on the disk when this returns; never overwrites one. `random` must be
/// fit for secrets.
MasterKey create_key_file(const std::filesystem::path& path, Random& random);

}  // namespace laoyou::store
