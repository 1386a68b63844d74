#include "store/digest.h"

#include <openssl/evp.h>

#include <charconv>

#include "base/check.h"

namespace laoyou::store {

namespace {

/// Small fields are gathered up to here: each call of the library costs more than their bytes.
constexpr std::size_t k_gathered_bytes = 4096;

}  // namespace

struct Digest::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  std::string gathered;
  ~State() { EVP_MD_CTX_free(context); }

  void add(std::string_view bytes) { CHECK(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1); }
  void add_gathered() {
    add(gathered);
    gathered.clear();
  }
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

Digest::Digest(DigestAlgorithm algorithm) : state_(std::make_unique<State>()) {
  CHECK(state_->context != nullptr && EVP_DigestInit_ex(state_->context, algorithm == DigestAlgorithm::sha256 ? EVP_sha256() : EVP_sm3(), nullptr) == 1);
}

Digest::~Digest() = default;

Digest& Digest::bytes(std::string_view bytes) {
  if (state_->gathered.size() + bytes.size() > k_gathered_bytes) state_->add_gathered();
  if (bytes.size() > k_gathered_bytes)
    state_->add(bytes);
  else
    state_->gathered.append(bytes);
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
  state_->add_gathered();
  CHECK(EVP_DigestFinal_ex(state_->context, hash, &length) == 1);
  // The same algorithm again; named, it would be looked up again.
  CHECK(EVP_DigestInit_ex(state_->context, nullptr, nullptr) == 1);
  std::string text;
  text.reserve(2 * length);
  for (unsigned i = 0; i < length; ++i) {
    text += "0123456789abcdef"[hash[i] >> 4];
    text += "0123456789abcdef"[hash[i] & 15];
  }
  return text;
}

}  // namespace laoyou::store
