// Bodies of column_kernels.h; included by one file for each set of instructions, which the compiler's flags of that file name.
// Pointers and counts are held in locals marked __restrict: stores of bytes would otherwise count as changing them.
#pragma once

#include <cstdint>

#include "rules/columns/kernel_words.h"
#include "rules/columns/kernels.h"

namespace laoyou::rules {
namespace {

using std::size_t;

// The next chunk of the column, while this one is worked on: the pauses between are too long for the processor to see where reading goes on.
constexpr size_t k_ahead_rows = 2048;
template <class T>
inline void read_ahead(const T* word) {
  const auto* const ahead = reinterpret_cast<const char*>(word + k_ahead_rows);
  for (size_t line = 0; line < sizeof(T); ++line) __builtin_prefetch(ahead + 64 * line);
}

void in_range_u8(const std::uint8_t* v, size_t words, std::uint8_t low, std::uint8_t high, bool more, u64* __restrict out) {
  const auto span = static_cast<std::uint8_t>(high - low);
  const u64 keep = more ? ~u64{0} : 0;
  for (size_t w = 0; w < words; ++w) {
    read_ahead(v + 64 * w);
    out[w] = (out[w] & keep) | word_u8(v + 64 * w, low, span);
  }
}
void in_range_u16(const std::uint16_t* v, size_t words, std::uint16_t low, std::uint16_t high, bool more, u64* __restrict out) {
  const auto span = static_cast<std::uint16_t>(high - low);
  const u64 keep = more ? ~u64{0} : 0;
  for (size_t w = 0; w < words; ++w) {
    read_ahead(v + 64 * w);
    out[w] = (out[w] & keep) | word_u16(v + 64 * w, low, span);
  }
}
void in_range_i32(const std::int32_t* v, size_t words, std::int32_t low, std::int32_t high, bool more, u64* __restrict out) {
  const std::uint32_t span = static_cast<std::uint32_t>(high) - static_cast<std::uint32_t>(low);
  const u64 keep = more ? ~u64{0} : 0;
  for (size_t w = 0; w < words; ++w) {
    read_ahead(v + 64 * w);
    out[w] = (out[w] & keep) | word_i32(v + 64 * w, low, span);
  }
}
void in_range_i64(const i64* v, size_t words, i64 low, i64 high, bool more, u64* __restrict out) {
  const u64 span = static_cast<u64>(high) - static_cast<u64>(low);
  const u64 keep = more ? ~u64{0} : 0;
  for (size_t w = 0; w < words; ++w) {
    read_ahead(v + 64 * w);
    out[w] = (out[w] & keep) | word_i64(v + 64 * w, low, span);
  }
}

void less(const i64* a, const i64* b, size_t words, u64* __restrict out) {
  for (size_t w = 0; w < words; ++w) out[w] = word_less(a + 64 * w, b + 64 * w);
}
void equal(const i64* a, const i64* b, size_t words, u64* __restrict out) {
  for (size_t w = 0; w < words; ++w) out[w] = word_equal(a + 64 * w, b + 64 * w);
}

void widen_u8(const std::uint8_t* __restrict v, size_t n, i64* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = v[i];
}
void widen_u16(const std::uint16_t* __restrict v, size_t n, i64* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = v[i];
}
void widen_i32(const std::int32_t* __restrict v, size_t n, i64* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = v[i];
}

// Unsigned inside: lanes of missing values may hold anything, and must not be able to overflow.
void add(const i64* __restrict a, const i64* __restrict b, size_t n, i64* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = static_cast<i64>(static_cast<u64>(a[i]) + static_cast<u64>(b[i]));
}
void subtract(const i64* __restrict a, const i64* __restrict b, size_t n, i64* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = static_cast<i64>(static_cast<u64>(a[i]) - static_cast<u64>(b[i]));
}
void multiply(const i64* __restrict a, i64 factor, size_t n, i64* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = static_cast<i64>(static_cast<u64>(a[i]) * static_cast<u64>(factor));
}

void decide(const u64* __restrict valid, u64 missing_yes, u64 missing_no, size_t words, u64* __restrict yes, u64* __restrict no) {
  if (valid == nullptr) {
    for (size_t w = 0; w < words; ++w) no[w] = ~yes[w];
    return;
  }
  for (size_t w = 0; w < words; ++w) {
    const u64 in = yes[w], known = valid[w];
    yes[w] = (in & known) | (missing_yes & ~known);
    no[w] = (~in & known) | (missing_no & ~known);
  }
}
void both(const u64* __restrict left_yes, const u64* __restrict left_no, const u64* __restrict right_yes, const u64* __restrict right_no, size_t words, u64* __restrict yes,
          u64* __restrict no) {
  for (size_t w = 0; w < words; ++w) {
    yes[w] = left_yes[w] & right_yes[w];
    no[w] = left_no[w] | right_no[w];
  }
}
void choose(const u64* __restrict condition_yes, const u64* __restrict condition_no, const u64* __restrict value_yes, const u64* __restrict value_no, bool ordered,
            size_t words, u64* __restrict open, u64* __restrict unsure, u64* __restrict yes, u64* __restrict no) {
  const u64 strict = ordered ? ~u64{0} : 0;
  for (size_t w = 0; w < words; ++w) {
    const u64 take = open[w] & condition_yes[w];
    yes[w] |= take & value_yes[w];
    no[w] |= take & value_no[w];
    unsure[w] |= ~(condition_yes[w] | condition_no[w]);
    open[w] &= (condition_no[w] & strict) | (~condition_yes[w] & ~strict);
  }
}

void blend(const i64* __restrict v, const u64* __restrict mask, size_t words, i64* __restrict out) {
  for (size_t w = 0; w < words; ++w) {
    u64 bits = mask[w];
    if (bits == 0) continue;
    const i64* const from = v + 64 * w;
    i64* const to = out + 64 * w;
#if defined(__AVX512F__)
    for (int part = 0; part < 8; ++part) _mm512_mask_storeu_epi64(to + 8 * part, static_cast<__mmask8>(bits >> (8 * part)), _mm512_loadu_si512(from + 8 * part));
#else
    for (int i = 0; i < 64; ++i) to[i] = (bits >> i & 1) != 0 ? from[i] : to[i];
#endif
  }
}

void bits_to_lanes(const u64* __restrict mask, size_t words, i64* __restrict out) {
  for (size_t w = 0; w < words; ++w)
    for (int i = 0; i < 64; ++i) out[64 * w + static_cast<size_t>(i)] = static_cast<i64>(mask[w] >> i & 1);
}

void lookup_u8(const std::uint8_t* __restrict v, const i64* __restrict table, i64 least, size_t n, i64* __restrict out) {
  const i64* const from = table - least;
  for (size_t i = 0; i < n; ++i) out[i] = from[v[i]];
}
void lookup_u16(const std::uint16_t* __restrict v, const i64* __restrict table, i64 least, size_t n, i64* __restrict out) {
  const i64* const from = table - least;
  for (size_t i = 0; i < n; ++i) out[i] = from[v[i]];
}
void lookup_i32(const std::int32_t* __restrict v, const i64* __restrict table, i64 least, size_t n, i64* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = table[v[i] - least];
}

i64 masked_sum(const i64* __restrict v, const u64* __restrict mask, size_t words) {
  u64 sum = 0;
#if defined(__AVX512F__)
  __m512i sums = _mm512_setzero_si512();
  for (size_t w = 0; w < words; ++w)
    for (int part = 0; part < 8; ++part)
      sums = _mm512_add_epi64(sums, _mm512_maskz_loadu_epi64(static_cast<__mmask8>(mask[w] >> (8 * part)), v + 64 * w + 8 * static_cast<size_t>(part)));
  alignas(64) u64 parts[8];
  _mm512_store_si512(parts, sums);
  for (const u64 part : parts) sum += part;
#else
  for (size_t w = 0; w < words; ++w) {
    const u64 bits = mask[w];
    for (int i = 0; i < 64; ++i) sum += static_cast<u64>(v[64 * w + static_cast<size_t>(i)]) & (u64{0} - (bits >> i & 1));
  }
#endif
  return static_cast<i64>(sum);
}

i64 count(const u64* __restrict mask, size_t words) {
  i64 bits = 0;
  for (size_t w = 0; w < words; ++w) bits += __builtin_popcountll(mask[w]);
  return bits;
}

size_t rows_of(const u64* __restrict mask, size_t words, std::int32_t first, std::int32_t* __restrict out) {
  size_t made = 0;
  for (size_t w = 0; w < words; ++w) {
    u64 bits = mask[w];
#if defined(__AVX512F__)
    // Half full or more: a whole vector at a time.
    if (__builtin_popcountll(bits) >= 16) {
      const __m512i steps = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
      for (int part = 0; part < 4; ++part) {
        const auto chosen = static_cast<__mmask16>(bits >> (16 * part));
        const __m512i rows = _mm512_add_epi32(steps, _mm512_set1_epi32(first + static_cast<std::int32_t>(64 * w) + 16 * part));
        _mm512_storeu_si512(out + made, _mm512_maskz_compress_epi32(chosen, rows));
        made += static_cast<size_t>(__builtin_popcountll(chosen));
      }
      continue;
    }
#endif
    const auto at = static_cast<std::int32_t>(first + static_cast<std::int32_t>(64 * w));
    // Four at a time whether they are there or not: how many there are is what a processor cannot guess.
    const auto found = static_cast<size_t>(__builtin_popcountll(bits));
    for (size_t four = 0; four < found; four += 4)
      for (size_t each = 0; each < 4; ++each) {
        out[made + four + each] = at + static_cast<std::int32_t>(__builtin_ctzll(bits | u64{1} << 63));
        bits &= bits - 1;
      }
    made += found;
  }
  return made;
}

void gather_bits(const u64* __restrict words, const std::int32_t* __restrict rows, size_t n, u64* __restrict out) {
  for (size_t first = 0; first < n; first += 64) {
    const size_t count = n - first < 64 ? n - first : 64;
    u64 word = 0;
    for (size_t lane = 0; lane < count; ++lane) {
      const auto row = static_cast<std::uint32_t>(rows[first + lane]);
      word |= (words[row / 64] >> row % 64 & 1) << lane;
    }
    out[first / 64] = count < 64 ? word | ~u64{0} << count : word;
  }
}

constexpr Kernels made_for(const char* name) {
  return {name,   in_range_u8, in_range_u16, in_range_i32, in_range_i64, less,  equal,         widen_u8,  widen_u16,  widen_i32,  add,   subtract,
          multiply, decide, both, choose, blend,     bits_to_lanes, lookup_u8,   lookup_u16,   lookup_i32, masked_sum, count, gather_bits, rows_of};
}

}  // namespace
}  // namespace laoyou::rules
