// The hash of a draw: SHA-256 (FIPS 180-4) or SM3 (GB/T 32905-2016), as its commitment says.
#pragma once

#include <array>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace laoyou::draw {

using Hash = std::array<unsigned char, 32>;

enum class HashName { sha256, sm3 };

/// Hashes one text after another without being set up anew each time; not to be shared between threads.
class Hasher {
 public:
  explicit Hasher(HashName name = HashName::sha256);
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  /// The hash of the parts written one after another.
  Hash operator()(std::initializer_list<std::string_view> parts);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// 64 lower-case hexadecimal digits.
std::string hexadecimal(const Hash& hash);
/// hexadecimal() of the text's hash.
std::string hash_text(HashName name, std::string_view text);
inline std::string sha256(std::string_view text) { return hash_text(HashName::sha256, text); }

}  // namespace laoyou::draw
