// The innermost loops, compiled once for each set of instructions (x86-64-v2, v3, v4) and chosen when the program starts. Plain pointers and
// counts only: nothing here allocates, throws or uses a template of the standard library, which another set's copy could stand in for.
#pragma once

#include <cstddef>
#include <cstdint>

namespace laoyou::rules {

struct Kernels {
  const char* name;

  /// out: bit i of word i/64 is whether low <= values[i] <= high; `words` whole words are written (64 values may be read beyond the end of a
  /// column, which Buffer allows for). Added to what is there when `more`.
  void (*in_range_u8)(const std::uint8_t* values, std::size_t words, std::uint8_t low, std::uint8_t high, bool more, std::uint64_t* out);
  void (*in_range_u16)(const std::uint16_t* values, std::size_t words, std::uint16_t low, std::uint16_t high, bool more, std::uint64_t* out);
  void (*in_range_i32)(const std::int32_t* values, std::size_t words, std::int32_t low, std::int32_t high, bool more, std::uint64_t* out);
  void (*in_range_i64)(const std::int64_t* values, std::size_t words, std::int64_t low, std::int64_t high, bool more, std::uint64_t* out);

  /// out: bit i is whether left[i] < right[i], or equals it.
  void (*less)(const std::int64_t* left, const std::int64_t* right, std::size_t words, std::uint64_t* out);
  void (*equal)(const std::int64_t* left, const std::int64_t* right, std::size_t words, std::uint64_t* out);

  void (*widen_u8)(const std::uint8_t* values, std::size_t n, std::int64_t* out);
  void (*widen_u16)(const std::uint16_t* values, std::size_t n, std::int64_t* out);
  void (*widen_i32)(const std::int32_t* values, std::size_t n, std::int64_t* out);

  void (*add)(const std::int64_t* left, const std::int64_t* right, std::size_t n, std::int64_t* out);
  void (*subtract)(const std::int64_t* left, const std::int64_t* right, std::size_t n, std::int64_t* out);
  void (*multiply)(const std::int64_t* left, std::int64_t factor, std::size_t n, std::int64_t* out);

  /// Makes a mask of what `yes` holds so far: rows without a value (valid null: there are none) become TRUE, FALSE or missing as the two words say.
  void (*decide)(const std::uint64_t* valid, std::uint64_t missing_yes, std::uint64_t missing_no, std::size_t words, std::uint64_t* yes, std::uint64_t* no);
  /// Kleene's `and` of two masks, each as its TRUE and its FALSE words; `or` is the same with the two exchanged.
  void (*both)(const std::uint64_t* left_yes, const std::uint64_t* left_no, const std::uint64_t* right_yes, const std::uint64_t* right_no, std::size_t words,
               std::uint64_t* yes, std::uint64_t* no);
  /// One branch of a choice between booleans: open rows whose condition is TRUE take the value; what is missing joins `unsure`. Open stay, where
  /// `ordered`, those whose condition is FALSE, else those for which it is not TRUE.
  void (*choose)(const std::uint64_t* condition_yes, const std::uint64_t* condition_no, const std::uint64_t* value_yes, const std::uint64_t* value_no, bool ordered,
                 std::size_t words, std::uint64_t* open, std::uint64_t* unsure, std::uint64_t* yes, std::uint64_t* no);

  /// out[i] = values[i] where bit i of mask is set; the rest stays.
  void (*blend)(const std::int64_t* values, const std::uint64_t* mask, std::size_t words, std::int64_t* out);
  /// out[i] = bit i of mask.
  void (*bits_to_lanes)(const std::uint64_t* mask, std::size_t words, std::int64_t* out);

  /// out[i] = table[values[i] - least].
  void (*lookup_u8)(const std::uint8_t* values, const std::int64_t* table, std::int64_t least, std::size_t n, std::int64_t* out);
  void (*lookup_u16)(const std::uint16_t* values, const std::int64_t* table, std::int64_t least, std::size_t n, std::int64_t* out);
  void (*lookup_i32)(const std::int32_t* values, const std::int64_t* table, std::int64_t least, std::size_t n, std::int64_t* out);

  /// Sum of values[i] where bit i of mask is set, modulo 2^64.
  std::int64_t (*masked_sum)(const std::int64_t* values, const std::uint64_t* mask, std::size_t words);
  /// Number of bits set.
  std::int64_t (*count)(const std::uint64_t* mask, std::size_t words);
  /// Bit i of `out` is bit rows[i] of `words`; ones behind the last.
  void (*gather_bits)(const std::uint64_t* words, const std::int32_t* rows, std::size_t n, std::uint64_t* out);
  /// Writes first + i for every set bit i, ascending; up to 16 numbers may be written beyond the last. Returns how many.
  std::size_t (*rows_of)(const std::uint64_t* mask, std::size_t words, std::int32_t first, std::int32_t* out);
};

/// The widest set of instructions this machine has; LAOYOU_INSTRUCTIONS=v2|v3|v4 asks for a narrower one.
const Kernels& kernels();

/// Of one set, for tests; null when this machine or this build lacks it. level 2, 3 or 4.
const Kernels* kernels_of_level(int level);

}  // namespace laoyou::rules
