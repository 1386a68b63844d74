#include "synth/slips.h"

#include "engines/linkage/characters.h"
#include "engines/linkage/sample_words.h"

namespace laoyou::synth {

void Slips::in_number(std::string& number) {
  if (number.size() != 18) return;
  const std::size_t at = random_.below(16);
  if (random_.below(2) == 0 && number[at] != number[at + 1])
    std::swap(number[at], number[at + 1]);
  else
    number[at] = static_cast<char>('0' + (number[at] - '0' + 1 + static_cast<int>(random_.below(9))) % 10);
}

void Slips::in_name(std::string& name) {
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

void Slips::in_day(std::string& day) {
  if (day.size() != 10) return;
  if (random_.below(2) == 0 && day.substr(8) <= "12" && day.substr(5, 2) != day.substr(8))
    day = day.substr(0, 5) + day.substr(8) + "-" + day.substr(5, 2);
  else
    day[3] = day[3] == '9' ? '8' : static_cast<char>(day[3] + 1);
}

}  // namespace laoyou::synth
