// XChaCha20-Poly1305 (IETF construction) and keyed BLAKE2b, both from libsodium.
#include <sodium.h>

#include <array>

#include "base/check.h"
#include "store/cipher.h"

namespace laoyou::store {
namespace {

const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

class SodiumCipher final : public Cipher {
 public:
  explicit SodiumCipher(const MasterKey& key) {
    CHECK(sodium_init() >= 0);
    static_assert(std::tuple_size_v<MasterKey> == crypto_kdf_KEYBYTES);
    const auto* master = reinterpret_cast<const unsigned char*>(key.data());
    crypto_kdf_derive_from_key(seal_key_.data(), seal_key_.size(), 1, "lyfields", master);
    crypto_kdf_derive_from_key(match_key_.data(), match_key_.size(), 2, "lyfields", master);
  }
  ~SodiumCipher() override {
    sodium_memzero(seal_key_.data(), seal_key_.size());
    sodium_memzero(match_key_.data(), match_key_.size());
  }

  std::string seal(std::string_view name, std::string_view text, Random& random) const override {
    std::string sealed(k_nonce + text.size() + k_tag, '\0');
    random.fill(std::as_writable_bytes(std::span(sealed.data(), k_nonce)));
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + k_nonce, nullptr, raw(text), text.size(), raw(name), name.size(), nullptr, raw(sealed),
                                               seal_key_.data());
    return sealed;
  }

  bool open(std::string_view name, std::string_view sealed, std::string& text) const override {
    if (sealed.size() < k_nonce + k_tag) return false;
    text.resize(sealed.size() - k_nonce - k_tag);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(raw(text), nullptr, nullptr, raw(sealed) + k_nonce, sealed.size() - k_nonce, raw(name),
                                                      name.size(), raw(sealed), seal_key_.data()) == 0;
  }

  std::string match(std::string_view name, std::string_view text) const override {
    crypto_generichash_state state;
    std::string hash(16, '\0');
    crypto_generichash_init(&state, match_key_.data(), match_key_.size(), hash.size());
    crypto_generichash_update(&state, raw(name), name.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>("\0"), 1);  // names hold no such character
    crypto_generichash_update(&state, raw(text), text.size());
    crypto_generichash_final(&state, raw(hash), hash.size());
    return hash;
  }

 private:
  static constexpr std::size_t k_nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  static constexpr std::size_t k_tag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
  std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> seal_key_{};
  std::array<unsigned char, crypto_generichash_KEYBYTES> match_key_{};
};

}  // namespace

std::unique_ptr<Cipher> make_sodium_cipher(const MasterKey& key) { return std::make_unique<SodiumCipher>(key); }

}  // namespace laoyou::store
