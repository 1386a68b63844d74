#include "store/cipher.h"

namespace laoyou::store {

std::string_view suite_name(CipherSuite suite) { return suite == CipherSuite::sodium ? "XChaCha20-Poly1305" : "SM4-CTR/HMAC-SM3"; }

std::unique_ptr<Cipher> make_cipher(CipherSuite suite, const MasterKey& key) {
  return suite == CipherSuite::sodium ? make_sodium_cipher(key) : make_national_cipher(key);
}

}  // namespace laoyou::store
