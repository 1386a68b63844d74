// 64 comparisons into one word, for the instructions that the including file is compiled for; the innermost part of column_kernel_loops.h.
#pragma once

#include <cstddef>
#include <cstdint>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace laoyou::rules {
namespace {

using u64 = std::uint64_t;
using i64 = std::int64_t;

// One word: 64 comparisons of value - low <= span, unsigned, so that a range is one comparison.
#if defined(__AVX512BW__)

inline u64 word_u8(const std::uint8_t* v, std::uint8_t low, std::uint8_t span) {
  const __m512i x = _mm512_sub_epi8(_mm512_loadu_si512(v), _mm512_set1_epi8(static_cast<char>(low)));
  return _mm512_cmple_epu8_mask(x, _mm512_set1_epi8(static_cast<char>(span)));
}
inline u64 word_u16(const std::uint16_t* v, std::uint16_t low, std::uint16_t span) {
  u64 word = 0;
  for (int part = 0; part < 2; ++part) {
    const __m512i x = _mm512_sub_epi16(_mm512_loadu_si512(v + 32 * part), _mm512_set1_epi16(static_cast<short>(low)));
    word |= static_cast<u64>(_mm512_cmple_epu16_mask(x, _mm512_set1_epi16(static_cast<short>(span)))) << (32 * part);
  }
  return word;
}
inline u64 word_i32(const std::int32_t* v, std::int32_t low, std::uint32_t span) {
  u64 word = 0;
  for (int part = 0; part < 4; ++part) {
    const __m512i x = _mm512_sub_epi32(_mm512_loadu_si512(v + 16 * part), _mm512_set1_epi32(low));
    word |= static_cast<u64>(_mm512_cmple_epu32_mask(x, _mm512_set1_epi32(static_cast<int>(span)))) << (16 * part);
  }
  return word;
}
inline u64 word_i64(const i64* v, i64 low, u64 span) {
  u64 word = 0;
  for (int part = 0; part < 8; ++part) {
    const __m512i x = _mm512_sub_epi64(_mm512_loadu_si512(v + 8 * part), _mm512_set1_epi64(low));
    word |= static_cast<u64>(_mm512_cmple_epu64_mask(x, _mm512_set1_epi64(static_cast<i64>(span)))) << (8 * part);
  }
  return word;
}
inline u64 word_less(const i64* a, const i64* b) {
  u64 word = 0;
  for (int part = 0; part < 8; ++part)
    word |= static_cast<u64>(_mm512_cmplt_epi64_mask(_mm512_loadu_si512(a + 8 * part), _mm512_loadu_si512(b + 8 * part))) << (8 * part);
  return word;
}
inline u64 word_equal(const i64* a, const i64* b) {
  u64 word = 0;
  for (int part = 0; part < 8; ++part)
    word |= static_cast<u64>(_mm512_cmpeq_epi64_mask(_mm512_loadu_si512(a + 8 * part), _mm512_loadu_si512(b + 8 * part))) << (8 * part);
  return word;
}

#elif defined(__AVX2__)

inline __m256i load256(const void* v) { return _mm256_loadu_si256(static_cast<const __m256i*>(v)); }

inline u64 word_u8(const std::uint8_t* v, std::uint8_t low, std::uint8_t span) {
  u64 word = 0;
  for (int part = 0; part < 2; ++part) {
    const __m256i x = _mm256_sub_epi8(load256(v + 32 * part), _mm256_set1_epi8(static_cast<char>(low)));
    const __m256i in = _mm256_cmpeq_epi8(_mm256_min_epu8(x, _mm256_set1_epi8(static_cast<char>(span))), x);
    word |= static_cast<u64>(static_cast<std::uint32_t>(_mm256_movemask_epi8(in))) << (32 * part);
  }
  return word;
}
inline u64 word_u16(const std::uint16_t* v, std::uint16_t low, std::uint16_t span) {
  u64 word = 0;
  const __m256i lows = _mm256_set1_epi16(static_cast<short>(low)), spans = _mm256_set1_epi16(static_cast<short>(span));
  for (int part = 0; part < 2; ++part) {
    const __m256i x = _mm256_sub_epi16(load256(v + 32 * part), lows), y = _mm256_sub_epi16(load256(v + 32 * part + 16), lows);
    const __m256i in_x = _mm256_cmpeq_epi16(_mm256_min_epu16(x, spans), x), in_y = _mm256_cmpeq_epi16(_mm256_min_epu16(y, spans), y);
    const __m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi16(in_x, in_y), 0xd8);
    word |= static_cast<u64>(static_cast<std::uint32_t>(_mm256_movemask_epi8(packed))) << (32 * part);
  }
  return word;
}
inline u64 word_i32(const std::int32_t* v, std::int32_t low, std::uint32_t span) {
  u64 word = 0;
  for (int part = 0; part < 8; ++part) {
    const __m256i x = _mm256_sub_epi32(load256(v + 8 * part), _mm256_set1_epi32(low));
    const __m256i in = _mm256_cmpeq_epi32(_mm256_min_epu32(x, _mm256_set1_epi32(static_cast<int>(span))), x);
    word |= static_cast<u64>(static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(in)))) << (8 * part);
  }
  return word;
}
inline u64 word_i64(const i64* v, i64 low, u64 span) {
  u64 word = 0;
  const __m256i top = _mm256_set1_epi64x(INT64_MIN), spans = _mm256_set1_epi64x(static_cast<i64>(span ^ (u64{1} << 63)));
  for (int part = 0; part < 16; ++part) {
    const __m256i x = _mm256_xor_si256(_mm256_sub_epi64(load256(v + 4 * part), _mm256_set1_epi64x(low)), top);
    const __m256i beyond = _mm256_cmpgt_epi64(x, spans);
    word |= static_cast<u64>(~static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(beyond))) & 15u) << (4 * part);
  }
  return word;
}
inline u64 word_less(const i64* a, const i64* b) {
  u64 word = 0;
  for (int part = 0; part < 16; ++part)
    word |= static_cast<u64>(static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpgt_epi64(load256(b + 4 * part), load256(a + 4 * part)))))) << (4 * part);
  return word;
}
inline u64 word_equal(const i64* a, const i64* b) {
  u64 word = 0;
  for (int part = 0; part < 16; ++part)
    word |= static_cast<u64>(static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpeq_epi64(load256(a + 4 * part), load256(b + 4 * part)))))) << (4 * part);
  return word;
}

#elif defined(__SSE4_2__)

inline __m128i load128(const void* v) { return _mm_loadu_si128(static_cast<const __m128i*>(v)); }

inline u64 word_u8(const std::uint8_t* v, std::uint8_t low, std::uint8_t span) {
  u64 word = 0;
  for (int part = 0; part < 4; ++part) {
    const __m128i x = _mm_sub_epi8(load128(v + 16 * part), _mm_set1_epi8(static_cast<char>(low)));
    word |= static_cast<u64>(static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(static_cast<char>(span))), x)))) << (16 * part);
  }
  return word;
}
inline u64 word_u16(const std::uint16_t* v, std::uint16_t low, std::uint16_t span) {
  u64 word = 0;
  const __m128i lows = _mm_set1_epi16(static_cast<short>(low)), spans = _mm_set1_epi16(static_cast<short>(span));
  for (int part = 0; part < 4; ++part) {
    const __m128i x = _mm_sub_epi16(load128(v + 16 * part), lows), y = _mm_sub_epi16(load128(v + 16 * part + 8), lows);
    const __m128i packed = _mm_packs_epi16(_mm_cmpeq_epi16(_mm_min_epu16(x, spans), x), _mm_cmpeq_epi16(_mm_min_epu16(y, spans), y));
    word |= static_cast<u64>(static_cast<unsigned>(_mm_movemask_epi8(packed))) << (16 * part);
  }
  return word;
}
inline u64 word_i32(const std::int32_t* v, std::int32_t low, std::uint32_t span) {
  u64 word = 0;
  for (int part = 0; part < 16; ++part) {
    const __m128i x = _mm_sub_epi32(load128(v + 4 * part), _mm_set1_epi32(low));
    const __m128i in = _mm_cmpeq_epi32(_mm_min_epu32(x, _mm_set1_epi32(static_cast<int>(span))), x);
    word |= static_cast<u64>(static_cast<unsigned>(_mm_movemask_ps(_mm_castsi128_ps(in)))) << (4 * part);
  }
  return word;
}
inline u64 word_i64(const i64* v, i64 low, u64 span) {
  u64 word = 0;
  for (int lane = 0; lane < 64; ++lane) word |= static_cast<u64>(static_cast<u64>(v[lane]) - static_cast<u64>(low) <= span) << lane;
  return word;
}
inline u64 word_less(const i64* a, const i64* b) {
  u64 word = 0;
  for (int part = 0; part < 32; ++part)
    word |= static_cast<u64>(static_cast<unsigned>(_mm_movemask_pd(_mm_castsi128_pd(_mm_cmpgt_epi64(load128(b + 2 * part), load128(a + 2 * part)))))) << (2 * part);
  return word;
}
inline u64 word_equal(const i64* a, const i64* b) {
  u64 word = 0;
  for (int part = 0; part < 32; ++part)
    word |= static_cast<u64>(static_cast<unsigned>(_mm_movemask_pd(_mm_castsi128_pd(_mm_cmpeq_epi64(load128(a + 2 * part), load128(b + 2 * part)))))) << (2 * part);
  return word;
}

#else

template <class T, class U>
inline u64 word_plain(const T* v, T low, U span) {
  u64 word = 0;
  for (int lane = 0; lane < 64; ++lane) word |= static_cast<u64>(static_cast<U>(static_cast<U>(v[lane]) - static_cast<U>(low)) <= span) << lane;
  return word;
}
inline u64 word_u8(const std::uint8_t* v, std::uint8_t low, std::uint8_t span) { return word_plain(v, low, span); }
inline u64 word_u16(const std::uint16_t* v, std::uint16_t low, std::uint16_t span) { return word_plain(v, low, span); }
inline u64 word_i32(const std::int32_t* v, std::int32_t low, std::uint32_t span) { return word_plain(v, low, span); }
inline u64 word_i64(const i64* v, i64 low, u64 span) { return word_plain(v, low, span); }
inline u64 word_less(const i64* a, const i64* b) {
  u64 word = 0;
  for (int lane = 0; lane < 64; ++lane) word |= static_cast<u64>(a[lane] < b[lane]) << lane;
  return word;
}
inline u64 word_equal(const i64* a, const i64* b) {
  u64 word = 0;
  for (int lane = 0; lane < 64; ++lane) word |= static_cast<u64>(a[lane] == b[lane]) << lane;
  return word;
}

#endif

}  // namespace
}  // namespace laoyou::rules
