#include "loops.h"

#include <memory>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace laoyou::bench {
namespace {

constexpr int k_amount_of_grade[] = {0, 0, 100, 200, 300};

int high_age_yuan(int age) { return age >= 100 ? 300 : age >= 90 ? 100 : age >= 80 ? 50 : 0; }

void take(const Population& people, std::uint64_t aged, std::uint64_t graded, std::size_t first, int income_below, CountyTotals& totals) {
  for (; aged != 0; aged &= aged - 1) {
    const std::size_t person = first + static_cast<std::size_t>(__builtin_ctzll(aged)), county = people.county[person];
    totals.high_age[county] += high_age_yuan(people.age[person]);
    totals.eligible[county] += 1;
  }
  for (; graded != 0; graded &= graded - 1) {
    const std::size_t person = first + static_cast<std::size_t>(__builtin_ctzll(graded));
    if (people.income_yuan[person] < income_below) totals.nursing[people.county[person]] += k_amount_of_grade[people.grade[person]];
  }
}

void remainder(const Population& people, std::size_t begin, std::size_t end, int income_below, CountyTotals& totals) {
  for (std::size_t person = begin; person < end; ++person) take(people, people.age[person] >= 80, people.grade[person] >= 2, person, income_below, totals);
}

#if defined(__x86_64__)
__attribute__((target("avx512f,avx512bw,bmi,bmi2"))) void limit_avx512(const Population& people, std::size_t begin, std::size_t end, int income_below, CountyTotals& totals) {
  const __m512i old = _mm512_set1_epi8(80), disabled = _mm512_set1_epi8(2);
  const std::uint8_t *const age = people.age.data(), *const grade = people.grade.data();
  const std::uint16_t* const county = people.county.data();
  const std::int32_t* const income = people.income_yuan.data();
  std::size_t first = begin;
  for (; first + 64 <= end; first += 64) {
    std::uint64_t aged = _mm512_cmpge_epu8_mask(_mm512_loadu_si512(age + first), old), graded = _mm512_cmpge_epu8_mask(_mm512_loadu_si512(grade + first), disabled);
    for (; aged != 0; aged &= aged - 1) {
      const std::size_t person = first + static_cast<std::size_t>(__builtin_ctzll(aged));
      totals.high_age[county[person]] += high_age_yuan(age[person]);
      totals.eligible[county[person]] += 1;
    }
    for (; graded != 0; graded &= graded - 1) {
      const std::size_t person = first + static_cast<std::size_t>(__builtin_ctzll(graded));
      if (income[person] < income_below) totals.nursing[county[person]] += k_amount_of_grade[grade[person]];
    }
  }
  remainder(people, first, end, income_below, totals);
}

__attribute__((target("avx2,bmi,bmi2"))) void limit_avx2(const Population& people, std::size_t begin, std::size_t end, int income_below, CountyTotals& totals) {
  const auto at_least = [](const std::uint8_t* values, char least) __attribute__((target("avx2"))) {
    const __m256i x = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(values));
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_max_epu8(x, _mm256_set1_epi8(least)), x)));
  };
  std::size_t first = begin;
  for (; first + 32 <= end; first += 32) take(people, at_least(people.age.data() + first, 80), at_least(people.grade.data() + first, 2), first, income_below, totals);
  remainder(people, first, end, income_below, totals);
}
#endif

}  // namespace

void CountyTotals::add(const CountyTotals& more) {
  for (std::size_t county = 0; county < high_age.size(); ++county) {
    high_age[county] += more.high_age[county];
    nursing[county] += more.nursing[county];
    together[county] += more.together[county];
    eligible[county] += more.eligible[county];
  }
}

Totals CountyTotals::sum() const {
  Totals all;
  for (std::size_t county = 0; county < high_age.size(); ++county) {
    all.high_age += high_age[county];
    all.nursing += nursing[county];
    all.together += together[county];
    all.eligible += eligible[county];
  }
  return all;
}

const char* limit_instructions() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return "AVX-512";
  if (__builtin_cpu_supports("avx2")) return "AVX2";
#endif
  return "plain";
}

void limit_loop(const Population& people, std::size_t begin, std::size_t end, int income_below, CountyTotals& totals) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) limit_avx512(people, begin, end, income_below, totals);
  else if (__builtin_cpu_supports("avx2")) limit_avx2(people, begin, end, income_below, totals);
  else remainder(people, begin, end, income_below, totals);
#else
  remainder(people, begin, end, income_below, totals);
#endif
  for (std::size_t county = 0; county < totals.together.size(); ++county) totals.together[county] = totals.high_age[county] + totals.nursing[county];
}

void plain_loop(const Population& people, std::size_t begin, std::size_t end, int income_below, CountyTotals& totals) {
  for (std::size_t person = begin; person < end; ++person) {
    const int age = people.age[person], grade = people.grade[person];
    int high_age = 0, nursing = 0;
    if (age >= 100) high_age = 300;
    else if (age >= 90) high_age = 100;
    else if (age >= 80) high_age = 50;
    if (people.income_yuan[person] < income_below && grade >= 2) nursing = k_amount_of_grade[grade];
    const std::size_t county = people.county[person];
    totals.high_age[county] += high_age;
    totals.nursing[county] += nursing;
    totals.together[county] += high_age + nursing;
    totals.eligible[county] += age >= 80;
  }
}

namespace {

// What an array library does for one operation: room for the result, one pass, and the argument is given back when nobody needs it any more.
template <class Result, class Operation>
std::unique_ptr<Result[]> array_of(std::size_t n, const Operation& operation) {
  auto made = std::make_unique_for_overwrite<Result[]>(n);
  Result* const __restrict out = made.get();
  for (std::size_t i = 0; i < n; ++i) out[i] = operation(i);
  return made;
}

}  // namespace

void whole_columns(const Population& people, int income_below, CountyTotals& totals) {
  const std::size_t n = people.size();
  const std::uint8_t *const __restrict age = people.age.data(), *const __restrict grade = people.grade.data();
  const std::int32_t* const __restrict income = people.income_yuan.data();
  const std::uint16_t* const __restrict county = people.county.data();
  const auto over_100 = array_of<bool>(n, [=](std::size_t i) { return age[i] >= 100; });
  const auto over_90 = array_of<bool>(n, [=](std::size_t i) { return age[i] >= 90; });
  const auto over_80 = array_of<bool>(n, [=](std::size_t i) { return age[i] >= 80; });
  const auto of_80 = array_of<std::int64_t>(n, [eligible = over_80.get()](std::size_t i) { return std::int64_t{eligible[i] ? 50 : 0}; });
  const auto of_90 = array_of<std::int64_t>(n, [over = over_90.get(), below = of_80.get()](std::size_t i) { return over[i] ? 100 : below[i]; });
  const auto high_age = array_of<std::int64_t>(n, [over = over_100.get(), below = of_90.get()](std::size_t i) { return over[i] ? 300 : below[i]; });
  const auto poor = array_of<bool>(n, [=](std::size_t i) { return income[i] < income_below; });
  const auto disabled = array_of<bool>(n, [=](std::size_t i) { return grade[i] >= 2; });
  const auto cared_for = array_of<bool>(n, [left = poor.get(), right = disabled.get()](std::size_t i) { return left[i] & right[i]; });
  const auto amount = array_of<std::int64_t>(n, [=](std::size_t i) { return std::int64_t{k_amount_of_grade[grade[i]]}; });
  const auto nursing = array_of<std::int64_t>(n, [which = cared_for.get(), given = amount.get()](std::size_t i) { return which[i] ? given[i] : 0; });
  const auto together = array_of<std::int64_t>(n, [left = high_age.get(), right = nursing.get()](std::size_t i) { return left[i] + right[i]; });
  // A weighted count by group takes its weights as double there.
  const auto groups = array_of<std::int64_t>(n, [county](std::size_t i) { return std::int64_t{county[i]}; });
  const auto by_county = [&](const auto* values, std::array<std::int64_t, 128>& into) {
    const auto weights = array_of<double>(n, [values](std::size_t i) { return static_cast<double>(values[i]); });
    std::array<double, 128> sums{};
    for (std::size_t i = 0; i < n; ++i) sums[static_cast<std::size_t>(groups[i])] += weights[i];
    for (std::size_t at = 0; at < sums.size(); ++at) into[at] += static_cast<std::int64_t>(sums[at]);
  };
  by_county(high_age.get(), totals.high_age);
  by_county(nursing.get(), totals.nursing);
  by_county(together.get(), totals.together);
  by_county(over_80.get(), totals.eligible);
}

}  // namespace laoyou::bench
