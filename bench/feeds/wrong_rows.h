// Rows as another office writes them, with the mistakes that real lists have, of people whose truth is known.
#pragma once

#include "feeds/person_finder.h"
#include "synth/slips.h"

namespace laoyou::feeds_bench {

/// How many in a hundred rows have it.
struct Mistakes {
  int without_number = 0;  ///< no identity number
  int wrong_number = 0;    ///< one figure wrong or two exchanged
  int wrong_name = 0;      ///< another character of the same sound, or in pinyin
  int wrong_day = 0;       ///< of birth: day and month exchanged, or the year next to it
};

class WrongRows {
 public:
  WrongRows(const Mistakes& mistakes, std::uint64_t seed) : mistakes_(mistakes), slips_(seed) {}

  /// What the office writes of somebody whom the register knows so.
  feeds::PersonText row(feeds::PersonText person) {
    person.phone.clear();
    person.street.clear();
    person.address.clear();
    if (chance(mistakes_.without_number)) person.id_number.clear();
    else if (chance(mistakes_.wrong_number)) slips_.in_number(person.id_number);
    if (chance(mistakes_.wrong_name)) slips_.in_name(person.name);
    if (chance(mistakes_.wrong_day)) slips_.in_day(person.birth_date);
    return person;
  }
  bool chance(int percent) { return slips_.chance(percent); }

 private:
  Mistakes mistakes_;
  synth::Slips slips_;
};

}  // namespace laoyou::feeds_bench
