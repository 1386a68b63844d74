// Which key and which cipher a database was made with: the wrong ones are refused at start instead of making records unreadable.
#pragma once

#include <filesystem>
#include <memory>

#include "base/clock.h"
#include "store/cipher.h"
#include "store/connection.h"

namespace laoyou::store {

/// The cipher of this database's sealed fields. A new database gets the suite asked for, and a new key file when there is none at the path.
/// Throws StoreDamaged: "store.key_missing", "store.key_exposed", "store.key_wrong", or "store.crypto_differs" when the database was made
/// with the other suite.
std::unique_ptr<Cipher> open_cipher(Connection& connection, CipherSuite suite, const std::filesystem::path& key_file, const Clock& clock,
                                    Random& random);

}  // namespace laoyou::store
