#include "population.h"

#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace laoyou::bench {
namespace {

std::uint8_t age_of(std::uint64_t draw) {
  const std::uint64_t share = draw % 10'000, within = draw >> 32;
  if (share < 7'900) return static_cast<std::uint8_t>(within % 60);
  if (share < 9'700) return static_cast<std::uint8_t>(60 + within % 20);
  if (share < 9'960) return static_cast<std::uint8_t>(80 + within % 10);
  if (share < 9'998) return static_cast<std::uint8_t>(90 + within % 10);
  return static_cast<std::uint8_t>(100 + within % 10);
}

std::uint8_t grade_of(std::uint64_t draw, std::uint8_t age) {
  const std::uint64_t share = draw % 1'000, affected = age < 60 ? 0 : age < 80 ? 60 : 260;
  if (share < affected / 4) return 4;
  if (share < affected / 2) return 3;
  if (share < 3 * affected / 4) return 2;
  return share < affected + 20 ? 1 : 0;
}

constexpr std::size_t k_huge_page = std::size_t{2} << 20;

}  // namespace

void* allocate_huge(std::size_t bytes) {
  const std::size_t whole = (bytes + k_huge_page) / k_huge_page * k_huge_page;
  void* const memory = std::aligned_alloc(k_huge_page, whole);
  if (memory == nullptr) throw std::bad_alloc();
  ::madvise(memory, whole, MADV_HUGEPAGE);
  return memory;
}

void free_huge(void* memory) { std::free(memory); }

std::uint64_t mixed(std::uint64_t seed) {
  seed += 0x9e3779b97f4a7c15ull;
  seed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9ull;
  seed = (seed ^ (seed >> 27)) * 0x94d049bb133111ebull;
  return seed ^ (seed >> 31);
}

Population make_population(std::size_t people) {
  Population made;
  made.age.resize(people);
  made.grade.resize(people);
  made.income_yuan.resize(people);
  made.county.resize(people);
  for (std::size_t person = 0; person < people; ++person) {
    const std::uint64_t for_age = mixed(person + 1), for_grade = mixed(for_age), for_income = mixed(for_grade), for_county = mixed(for_income);
    made.age[person] = age_of(for_age);
    made.grade[person] = grade_of(for_grade, made.age[person]);
    made.income_yuan[person] = static_cast<std::int32_t>((for_income % 100) * (for_income >> 40) % 9'000);
    const std::uint64_t place = for_county % 10'000;
    made.county[person] = static_cast<std::uint16_t>(place * place / 1'000'000);
  }
  return made;
}

}  // namespace laoyou::bench
