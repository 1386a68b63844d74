// A message digest, SHA-256 (FIPS 180-4) or SM3 (GB/T 32905-2016), over fields that cannot run into each other.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace laoyou::store {

enum class DigestAlgorithm { sha256, sm3 };

/// "SHA-256" or "SM3", as journal_seal names them.
std::string_view algorithm_name(DigestAlgorithm algorithm);
/// The algorithm of that name; false when there is none.
bool read_algorithm_name(std::string_view name, DigestAlgorithm& algorithm);

/// One digest under way.
class Digest {
 public:
  explicit Digest(DigestAlgorithm algorithm);
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  /// Adds bytes as they are.
  Digest& bytes(std::string_view bytes);
  /// Adds a field preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
  Digest& field(std::string_view text);
  Digest& field(std::int64_t number);
  /// 64 hexadecimal digits; ready for the next message afterwards.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace laoyou::store
