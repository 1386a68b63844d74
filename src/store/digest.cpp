#include "store/digest.h"

#include <openssl/evp.h>

#include <charconv>

#include "base/check.h"

namespace laoyou::store {

struct Digest::State {
  explicit State(const EVP_MD* chosen) : algorithm(chosen) {}
  const EVP_MD* algorithm;
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ~State() { EVP_MD_CTX_free(context); }
};

std::string_view algorithm_name(DigestAlgorithm algorithm) { return algorithm == DigestAlgorithm::sha256 ? "SHA-256" : "SM3"; }

bool read_algorithm_name(std::string_view name, DigestAlgorithm& algorithm) {
  if (name == "SHA-256")
    algorithm = DigestAlgorithm::sha256;
  else if (name == "SM3")
    algorithm = DigestAlgorithm::sm3;
  else
    return false;
  return true;
}

Digest::Digest(DigestAlgorithm algorithm) : state_(std::make_unique<State>(algorithm == DigestAlgorithm::sha256 ? EVP_sha256() : EVP_sm3())) {
  CHECK(state_->context != nullptr && EVP_DigestInit_ex(state_->context, state_->algorithm, nullptr) == 1);
}

Digest::~Digest() = default;

Digest& Digest::bytes(std::string_view bytes) {
  CHECK(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
  return *this;
}

Digest& Digest::field(std::string_view text) {
  char length[24];
  char* end = std::to_chars(length, length + sizeof length, text.size()).ptr;
  *end++ = ':';
  return bytes({length, static_cast<std::size_t>(end - length)}).bytes(text);
}

Digest& Digest::field(std::int64_t number) {
  char digits[24];
  return field(std::string_view(digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, number).ptr - digits)));
}

std::string Digest::finish() {
  unsigned char hash[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  CHECK(EVP_DigestFinal_ex(state_->context, hash, &length) == 1);
  CHECK(EVP_DigestInit_ex(state_->context, state_->algorithm, nullptr) == 1);
  std::string text;
  text.reserve(2 * length);
  for (unsigned i = 0; i < length; ++i) {
    text += "0123456789abcdef"[hash[i] >> 4];
    text += "0123456789abcdef"[hash[i] & 15];
  }
  return text;
}

}  // namespace laoyou::store
