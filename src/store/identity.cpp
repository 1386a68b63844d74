#include "store/identity.h"

#include <optional>

#include "base/random.h"
#include "store/digest.h"
#include "store/failure.h"

namespace laoyou::store {
namespace {

struct Identity {
  std::string suite, key_mark;
};

std::optional<Identity> read_identity(Connection& connection) {
  std::optional<Identity> identity;
  connection.query("select cipher, key_mark from laoyou_identity where id = 1", {},
                   [&](Row row) { identity = {std::get<std::string>(row[0]), std::get<std::string>(row[1])}; });
  return identity;
}

/// Tells one key from another and nothing else: a keyed hash of a constant, hashed again.
std::string mark_of(const Cipher& cipher) { return Digest(DigestAlgorithm::sha256).field(cipher.match("laoyou", "key mark")).finish(); }

}  // namespace

std::unique_ptr<Cipher> open_cipher(Connection& connection, CipherSuite suite, const std::filesystem::path& key_file, const Clock& clock,
                                    Random& random) {
  std::optional<Identity> identity = read_identity(connection);
  if (identity && identity->suite != suite_name(suite)) throw StoreDamaged(refuse("store.crypto_differs", {identity->suite}), identity->suite);
  std::unique_ptr<Cipher> cipher = make_cipher(suite, identity ? read_key_file(key_file) : create_key_file(key_file, random));
  if (!identity) {
    // Two servers may start at once on one PostgreSQL database: the first one's key counts.
    const std::vector<Cell> row{clock.now().milliseconds, std::string(suite_name(suite)), mark_of(*cipher)};
    connection.run("insert into laoyou_identity (id, made_at, cipher, key_mark) values (1, $1, $2, $3) on conflict do nothing", row);
    identity = read_identity(connection);
  }
  if (!identity || identity->key_mark != mark_of(*cipher)) throw StoreDamaged(refuse("store.key_wrong", {key_file.string()}), key_file.string());
  return cipher;
}

}  // namespace laoyou::store
