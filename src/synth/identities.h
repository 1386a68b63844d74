// Names, numbers and ids that no real person or place is likely to carry, though they have the form of real ones.
#pragma once

#include <map>
#include <string>

#include "base/credit_code.h"
#include "base/id.h"
#include "base/id_number.h"
#include "base/random.h"
#include "base/region_code.h"

namespace laoyou::synth {

/// Makes the same in the same order for the same city and seed.
class Identities {
 public:
  Identities(RegionCode city, std::uint64_t seed);

  /// Ids below all that a server makes, apart for each city.
  template <class Record>
  Id<Record> id() {
    return {next_id()};
  }
  std::string surname();
  /// A given name that begins with a character that says what it is: 拟, 样, 仿, 虚, 试.
  std::string given_name();
  /// Valid by its check digit, of a place that does not exist (99…); each one once. After 999 on one day there are none: nothing.
  std::optional<IdNumber> id_number(Date born, bool male);
  CreditCode credit_code();
  /// Of a number range that is given to nobody (1000…).
  std::string phone();

 private:
  std::int64_t next_id();

  SeededRandom random_;
  std::string place_;       // six digits of a county that is none
  std::int64_t first_ms_;   // of this city's ids
  std::int64_t ids_ = 0, codes_ = 0, phones_ = 0;
  std::map<std::int32_t, std::array<std::int16_t, 2>> numbered_;  // by day and sex
};

}  // namespace laoyou::synth
