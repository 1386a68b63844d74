// Rows as another office writes them, with the mistakes that real lists have, of people whose truth is known.
#pragma once

#include "base/random.h"
#include "engines/linkage/characters.h"
#include "engines/linkage/sample_words.h"
#include "feeds/person_finder.h"

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
  WrongRows(const Mistakes& mistakes, std::uint64_t seed) : mistakes_(mistakes), random_(seed) {}

  /// What the office writes of somebody whom the register knows so.
  feeds::PersonText row(feeds::PersonText person) {
    person.phone.clear();
    person.street.clear();
    person.address.clear();
    if (chance(mistakes_.without_number)) person.id_number.clear();
    else if (chance(mistakes_.wrong_number)) spoil_number(person.id_number);
    if (chance(mistakes_.wrong_name)) spoil_name(person.name);
    if (chance(mistakes_.wrong_day)) spoil_day(person.birth_date);
    return person;
  }
  bool chance(int percent) { return random_.below(100) < static_cast<std::uint64_t>(percent); }

 private:
  void spoil_number(std::string& number) {
    if (number.size() != 18) return;
    const std::size_t at = random_.below(16);
    if (random_.below(2) == 0 && number[at] != number[at + 1]) std::swap(number[at], number[at + 1]);
    else number[at] = static_cast<char>('0' + (number[at] - '0' + 1 + static_cast<int>(random_.below(9))) % 10);
  }

  void spoil_name(std::string& name) {
    std::u32string characters = linkage::characters_of(name);
    if (random_.below(5) == 0) {
      name = linkage::name_pinyin(characters);
      return;
    }
    for (int tries = 0; tries < 400; ++tries) {
      const char32_t other = linkage::k_sample_given[random_.below(linkage::k_sample_given.size())];
      if (other == characters.back() || linkage::pinyin(other) != linkage::pinyin(characters.back())) continue;
      characters.back() = other;
      break;
    }
    name = linkage::utf8_of(characters);
  }

  void spoil_day(std::string& day) {
    if (day.size() != 10) return;
    if (random_.below(2) == 0 && day.substr(8) <= "12" && day.substr(5, 2) != day.substr(8)) day = day.substr(0, 5) + day.substr(8) + "-" + day.substr(5, 2);
    else day[3] = day[3] == '9' ? '8' : static_cast<char>(day[3] + 1);
  }

  Mistakes mistakes_;
  SeededRandom random_;
};

}  // namespace laoyou::feeds_bench
