// SM4 in counter mode (GB/T 32907-2016, GB/T 17964-2021), then HMAC-SM3 over name, counter block and ciphertext (GB/T 32905-2016,
// GB/T 15852.2-2012): encrypt, then authenticate.
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/check.h"
#include "store/cipher.h"

namespace laoyou::store {
namespace {

constexpr std::size_t k_block = 16;
constexpr std::size_t k_mac = 32;

const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string hmac_sm3(std::string_view key, std::string_view message) {
  std::string mac(k_mac, '\0');
  unsigned length = 0;
  CHECK(HMAC(EVP_sm3(), key.data(), static_cast<int>(key.size()), raw(message), message.size(), raw(mac), &length) != nullptr && length == k_mac);
  return mac;
}

/// The text preceded by its length in 8 bytes: two texts in a row cannot be told wrongly apart.
std::string framed(std::string_view text) {
  std::string frame(8, '\0');
  for (int i = 0; i < 8; ++i) frame[i] = static_cast<char>(text.size() >> (8 * (7 - i)));
  return frame.append(text);
}

/// Counter mode is its own inverse.
std::string sm4_ctr(std::string_view key, std::string_view counter, std::string_view input) {
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  std::string output(input.size(), '\0');
  int length = 0;
  CHECK(context && EVP_EncryptInit_ex(context.get(), EVP_sm4_ctr(), nullptr, raw(key), raw(counter)) == 1);
  CHECK(EVP_EncryptUpdate(context.get(), raw(output), &length, raw(input), static_cast<int>(input.size())) == 1);
  return output;
}

class NationalCipher final : public Cipher {
 public:
  explicit NationalCipher(const MasterKey& key) {
    const std::string_view master(reinterpret_cast<const char*>(key.data()), key.size());
    seal_key_ = hmac_sm3(master, "laoyou fields SM4").substr(0, k_block);
    mac_key_ = hmac_sm3(master, "laoyou fields HMAC-SM3");
    match_key_ = hmac_sm3(master, "laoyou fields match");
  }

  std::string seal(std::string_view name, std::string_view text, Random& random) const override {
    std::string sealed(k_block, '\0');
    random.fill(std::as_writable_bytes(std::span(sealed.data(), k_block)));
    sealed += sm4_ctr(seal_key_, sealed, text);
    return sealed + hmac_sm3(mac_key_, framed(name) + sealed);
  }

  bool open(std::string_view name, std::string_view sealed, std::string& text) const override {
    if (sealed.size() < k_block + k_mac) return false;
    const std::string_view body = sealed.substr(0, sealed.size() - k_mac);
    const std::string mac = hmac_sm3(mac_key_, framed(name) + std::string(body));
    if (CRYPTO_memcmp(mac.data(), sealed.data() + body.size(), k_mac) != 0) return false;
    text = sm4_ctr(seal_key_, body.substr(0, k_block), body.substr(k_block));
    return true;
  }

  std::string match(std::string_view name, std::string_view text) const override {
    return hmac_sm3(match_key_, framed(name).append(text)).substr(0, k_block);
  }

 private:
  std::string seal_key_, mac_key_, match_key_;
};

}  // namespace

std::unique_ptr<Cipher> make_national_cipher(const MasterKey& key) { return std::make_unique<NationalCipher>(key); }

}  // namespace laoyou::store
