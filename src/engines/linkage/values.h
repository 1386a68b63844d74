// The distinct values of a field, each kept once and known by a number.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engines/linkage/map.h"

namespace laoyou::linkage {

/// The number of a distinct value; 0 is what is not known.
using Code = std::uint32_t;

/// Grows only. Texts stand in one piece of memory; an open table finds them by their hash.
class Values {
 public:
  explicit Values(FieldKind kind);

  /// The number of a text already in normal form (normal_text.h); 0 for the empty text.
  Code take(std::string_view text);
  /// The numbers of many texts in turn, written to `codes`. The same as one by one; what each needs of a large table is asked for beforehand,
  /// so that the memory is waited for once and not for every text.
  void take(std::span<const std::string> texts, Code* codes);
  /// The number of a text already taken; 0 when it never was.
  [[nodiscard]] Code find(std::string_view text) const;

  [[nodiscard]] FieldKind kind() const { return kind_; }
  /// How many numbers are given out, 0 among them.
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view text(Code code) const {
    const std::size_t begin = code == 0 ? 0 : ends_[code - 1];
    return {texts_.data() + begin, ends_[code] - begin};
  }

 private:
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  Code take_hashed(std::string_view text, std::uint32_t hash);
  void grow();

  FieldKind kind_;
  std::string texts_;
  std::vector<std::size_t> ends_;  // where each text ends
  struct Slot {
    std::uint32_t hash = 0;
    Code code = 0;  // 0 free
  };
  std::vector<Slot> slots_;  // a power of two of them
};

/// A hash of the bytes, the same on every machine.
std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0);
/// Two hashes made one; their order matters.
inline std::uint64_t mixed(std::uint64_t first, std::uint64_t second) {
  std::uint64_t value = (first ^ (second + 0x9E3779B97F4A7C15ULL + (first << 6) + (first >> 2))) * 0xD6E8FEB86659FD93ULL;
  return value ^ (value >> 32);
}

}  // namespace laoyou::linkage
