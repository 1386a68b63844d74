// SHA-256 (FIPS 180-4), the one hash of a draw.
#pragma once

#include <array>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace laoyou::draw {

using Hash = std::array<unsigned char, 32>;

/// Hashes one text after another without being set up anew each time; not to be shared between threads.
class Hasher {
 public:
  Hasher();
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
std::string sha256(std::string_view text);

}  // namespace laoyou::draw
