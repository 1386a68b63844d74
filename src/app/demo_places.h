// The places of a plan's region that the demonstration fills, and what everything there draws its chances from.
#pragma once

#include <functional>

#include "base/random.h"
#include "plan/stack/library.h"
#include "store/store.h"

namespace laoyou::app {

/// A street or township with some of its communities and villages.
struct DemoStreet {
  regions::Region street;
  std::vector<regions::Region> villages;
};

struct DemoCounty {
  regions::Region county;
  std::vector<DemoStreet> streets;
};

/// Some counties of the plan's region, spread over it, each with two streets of two villages.
std::vector<DemoCounty> demo_counties(const plan::Library& library, RegionCode region);

/// Chance, and the year that the demonstration shows: the last of the plan, at the latest 2025.
class DemoChance {
 public:
  DemoChance(std::uint64_t seed, int year) : random_(seed), year_(year) {}
  int year() const { return year_; }
  std::int64_t between(std::int64_t least, std::int64_t most) { return least + static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(most - least + 1))); }
  bool percent(int chance) { return between(0, 99) < chance; }
  /// A day of that year.
  Date day_of(int year) { return Date::from_calendar(year, static_cast<int>(between(1, 12)), static_cast<int>(between(1, 28))).value(); }
  Date day_before() { return day_of(static_cast<int>(between(year_ - 6, year_ - 1))); }
  template <class T, std::size_t Count>
  const T& one_of(const T (&choices)[Count]) {
    return choices[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(Count) - 1))];
  }
  /// A made-up name of a person.
  std::string person();

 private:
  SeededRandom random_;
  int year_;
};

/// What fills the registers calls it with a way to put one record: its id is given there, and its mark as made up.
using DemoInserts = std::vector<std::function<void(store::Writing&)>>;

template <record::Described T>
Id<T> add_demo(store::Store& store, DemoInserts& inserts, T record) {
  record.id = Id<T>{store.new_id()};
  record.synthetic = true;
  inserts.push_back([record](store::Writing& writing) { writing.insert(record); });
  return record.id;
}

}  // namespace laoyou::app
