#include "engines/draw/hash.h"

#include <openssl/evp.h>

#include "base/check.h"

namespace laoyou::draw {

struct Hasher::State {
  explicit State(HashName name) : algorithm(EVP_MD_fetch(nullptr, name == HashName::sm3 ? "SM3" : "SHA256", nullptr)) {}
  EVP_MD* algorithm;
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ~State() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
  }
};

Hasher::Hasher(HashName name) : state_(std::make_unique<State>(name)) {
  CHECK(state_->algorithm != nullptr && state_->context != nullptr);
  CHECK(EVP_DigestInit_ex2(state_->context, state_->algorithm, nullptr) == 1);
}

Hasher::~Hasher() = default;

Hash Hasher::operator()(std::initializer_list<std::string_view> parts) {
  CHECK(EVP_DigestInit_ex2(state_->context, nullptr, nullptr) == 1);
  for (const std::string_view part : parts) CHECK(EVP_DigestUpdate(state_->context, part.data(), part.size()) == 1);
  Hash hash;
  CHECK(EVP_DigestFinal_ex(state_->context, hash.data(), nullptr) == 1);
  return hash;
}

std::string hexadecimal(const Hash& hash) {
  std::string text;
  text.reserve(2 * hash.size());
  for (const unsigned char byte : hash) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

std::string hash_text(HashName name, std::string_view text) { return hexadecimal(Hasher(name)({text})); }

}  // namespace laoyou::draw
