// Randomness is handed in. SeededRandom gives the same numbers on every machine; secrets come from SecureRandom alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace laoyou {

/// A source of random bytes.
class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::byte> out) = 0;
};

/// The operating system's generator; for tokens, keys and ids.
class SecureRandom final : public Random {
 public:
  void fill(std::span<std::byte> out) override;
};

/// xoshiro256** (Blackman and Vigna 2018) seeded through splitmix64: equal seeds give equal numbers everywhere. Never for secrets.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed);
  std::uint64_t next();
  /// Uniform in [0, bound), bound > 0, without bias.
  std::uint64_t below(std::uint64_t bound);
  /// Uniform in [0, 1), 53 bits.
  double unit();
  void fill(std::span<std::byte> out) override;

 private:
  std::array<std::uint64_t, 4> state_{};
};

/// `bytes` random bytes as lower-case hexadecimal text.
std::string random_token(Random& random, std::size_t bytes);

}  // namespace laoyou
