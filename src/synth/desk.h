// What every part of the generator writes with: chance, made-up identities, and the records made so far on their way out.
#pragma once

#include <map>

#include "synth/city.h"
#include "synth/identities.h"
#include "synth/records.h"

namespace laoyou::synth {

class Desk {
 public:
  Desk(const City& city, Sink sink) : city(city), identities(city.place.code, city.seed), random(city.seed), sink_(std::move(sink)) {}

  /// Gives the record its id and its mark as made up.
  template <class T>
  Id<T> add(T record) {
    record.id = identities.id<T>();
    record.synthetic = true;
    const Id<T> id = record.id;
    ++counts[std::string(record::record_name<T>())];
    records_.push_back(std::move(record));
    return id;
  }
  /// Hands on what was made, when it is enough for one command; `all`: however little it is.
  void hand_on(bool all = false) {
    constexpr std::size_t k_records_a_command = 2'000;
    if (records_.empty() || (!all && records_.size() < k_records_a_command)) return;
    sink_(std::move(records_));
    records_ = {};
  }

  std::int64_t between(std::int64_t least, std::int64_t most) { return least + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most - least + 1))); }
  bool percent(int chance) { return between(0, 99) < chance; }
  Date day_of(int year) { return day_of(year, static_cast<int>(between(1, 12))); }
  Date day_of(int year, int month) { return Date::from_calendar(year, month, static_cast<int>(between(1, 28))).value(); }
  /// Weights between a half and one and a half, so that equals are not all alike.
  std::vector<double> uneven(std::size_t count) {
    std::vector<double> weights(count);
    for (double& weight : weights) weight = 0.5 + random.unit();
    return weights;
  }

  const City& city;
  Identities identities;
  SeededRandom random;
  std::map<std::string, std::int64_t, std::less<>> counts;  ///< records made, by kind

 private:
  Sink sink_;
  Records records_;
};

}  // namespace laoyou::synth
