// How a sensitive field is sealed. Two suites: libsodium's (the default) and the national algorithms, chosen once for a database.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/random.h"
#include "store/key_file.h"

namespace laoyou::store {

/// Authenticated encryption of one text under a name: what was sealed under one name does not open under another. Safe across threads.
class Cipher {
 public:
  virtual ~Cipher() = default;
  /// Bytes that only the key opens; each call gives other bytes.
  virtual std::string seal(std::string_view name, std::string_view text, Random& random) const = 0;
  /// True and the text when the bytes were sealed under this name with this key and nobody changed them.
  virtual bool open(std::string_view name, std::string_view sealed, std::string& text) const = 0;
  /// 16 bytes, equal for equal name and text: what equality is asked of. Without the key they tell nothing of the text.
  virtual std::string match(std::string_view name, std::string_view text) const = 0;
};

enum class CipherSuite { sodium, national };

/// "XChaCha20-Poly1305" or "SM4-CTR/HMAC-SM3", as the database remembers it.
std::string_view suite_name(CipherSuite suite);

std::unique_ptr<Cipher> make_sodium_cipher(const MasterKey& key);
std::unique_ptr<Cipher> make_national_cipher(const MasterKey& key);
std::unique_ptr<Cipher> make_cipher(CipherSuite suite, const MasterKey& key);

}  // namespace laoyou::store
