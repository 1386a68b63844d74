#include "engines/linkage/sample.h"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id_number.h"
#include "base/random.h"
#include "engines/linkage/characters.h"
#include "engines/linkage/sample_words.h"

namespace laoyou::linkage {
namespace {

struct Resident {
  std::u32string name;
  bool is_male = false;
  Date born;
  std::string id_number, phone;
  int street = 0, house = 0, flat = 0;
};

constexpr int k_streets = 600;

/// Two characters and 街道, different for each number.
std::u32string street_name(int street) {
  const auto first = static_cast<std::size_t>(street) % k_sample_street_first.size(), second = static_cast<std::size_t>(street) / k_sample_street_first.size();
  return {k_sample_street_first[first], k_sample_street_second[second % k_sample_street_second.size()]};
}

/// Makes households one after another and writes their people's records.
class Sampler {
 public:
  Sampler(std::uint64_t seed, std::ostream& out) : random_(seed), out_(out) {}

  void write(std::uint32_t people) {
    out_ << "id,person,name,sex,birth_date,id_number,phone,street,address\n";
    while (person_ < people) write_household(people);
  }

 private:
  bool chance(double share) { return random_.unit() < share; }
  std::size_t below(std::size_t bound) { return random_.below(bound); }

  char32_t family_name() {
    // The n-th name about as usual as 1 / (n + 3).
    const double share = random_.unit();
    const auto place = static_cast<std::size_t>(3 * (std::pow(static_cast<double>(k_sample_families.size()) / 3 + 1, share) - 1));
    return k_sample_families[std::min(place, k_sample_families.size() - 1)];
  }

  std::u32string given_name() {
    const auto one = [this] { return k_sample_given[std::min(below(k_sample_given.size()), below(k_sample_given.size()))]; };
    std::u32string name(1, one());
    if (chance(0.8)) name += one();
    return name;
  }

  std::string number(std::size_t digits) {
    std::string text;
    for (std::size_t i = 0; i < digits; ++i) text += static_cast<char>('0' + below(10));
    return text;
  }

  std::string id_number(const Resident& resident) {
    std::string day = resident.born.text();
    std::erase(day, '-');
    // 99 is no province; the rest of the place code keeps people born on one day apart.
    std::string digits = "99" + number(4) + day + number(2) + static_cast<char>('0' + 2 * below(5) + (resident.is_male ? 1 : 0));
    for (const char check : std::string_view("0123456789X"))
      if (IdNumber::parse(digits + check)) return digits + check;
    return {};
  }

  Resident resident(char32_t family, const Resident& household, int youngest, int oldest) {
    Resident person = household;
    person.name = std::u32string(1, family) + given_name();
    person.is_male = chance(0.5);
    person.born = Date::from_days(Date::from_calendar(2026 - oldest, 1, 1)->days() + static_cast<std::int32_t>(below(static_cast<std::size_t>(oldest - youngest) * 365)));
    person.id_number = id_number(person);
    if (!chance(0.4)) person.phone = "1" + number(10);
    return person;
  }

  void write_household(std::uint32_t people) {
    Resident household;
    household.street = static_cast<int>(below(k_streets));
    household.house = 1 + static_cast<int>(below(200));
    household.flat = 101 + static_cast<int>(below(12)) * 100 + static_cast<int>(below(4));
    household.phone = "1" + number(10);
    const char32_t family = family_name();
    std::vector<Resident> members;
    const std::size_t children = below(3);
    members.push_back(resident(family, household, 25, 95));
    if (chance(0.7)) members.push_back(resident(family_name(), household, 25, 95));
    for (std::size_t i = 0; i < children; ++i) {
      members.push_back(resident(family, household, 1, 25));
      if (!chance(0.03)) continue;
      Resident twin = resident(family, household, 1, 25);
      twin.born = members.back().born;
      twin.phone = members.back().phone;
      twin.id_number = id_number(twin);
      members.push_back(twin);
    }
    for (const Resident& member : members) {
      if (person_ >= people) return;
      ++person_;
      write_record(member, true, false);
      if (!chance(1.0 / 7)) continue;
      write_record(written_elsewhere(member), !chance(0.5), chance(0.3));
      if (chance(0.1)) write_record(written_elsewhere(member), !chance(0.5), chance(0.3));
    }
  }

  /// What another office wrote of the same person.
  Resident written_elsewhere(Resident person) {
    if (chance(0.12)) spoil_name(person.name);
    if (chance(0.03)) spoil_date(person.born);
    if (chance(0.05)) spoil_digit(person.id_number, 17);
    if (chance(0.15)) person.phone.clear();
    else if (chance(0.2)) person.phone = "1" + number(10);
    else if (chance(0.03)) spoil_digit(person.phone, 11);
    if (chance(0.1)) {
      person.street = static_cast<int>(below(k_streets));
      person.house = 1 + static_cast<int>(below(200));
    }
    return person;
  }

  void spoil_name(std::u32string& name) {
    const std::size_t kind = below(6), place = below(name.size());
    if (kind <= 1) {  // another character of the same sound
      for (std::size_t tries = 0; tries < 300; ++tries) {
        const char32_t other = k_sample_given[below(k_sample_given.size())];
        if (other != name.back() && pinyin(other) == pinyin(name.back())) {
          name.back() = other;
          return;
        }
      }
    } else if (kind <= 3) {  // traditional characters
      for (char32_t& c : name)
        for (std::size_t i = 0; i + 1 < k_sample_traditional.size(); i += 2)
          if (k_sample_traditional[i] == c) c = k_sample_traditional[i + 1];
    } else if (kind == 4) {  // pinyin
      const std::string sound = name_pinyin(name);
      name.assign(sound.begin(), sound.end());
    } else {
      name[place] = place == 0 ? family_name() : k_sample_given[below(k_sample_given.size())];
    }
  }

  void spoil_date(Date& day) {
    const std::size_t kind = below(3);
    if (kind == 0 && day.day() <= 12) day = Date::from_calendar(day.year(), day.day(), day.month()).value();
    else if (kind == 1) day = day.plus_months(12 * (1 + static_cast<int>(below(3))));
    else day = Date::from_calendar(day.year(), day.month(), 1 + static_cast<int>(below(28))).value();
  }

  void spoil_digit(std::string& text, std::size_t length) {
    if (text.size() < length) return;
    const std::size_t place = below(length - 1);
    if (chance(0.4)) std::swap(text[place], text[place + 1]);
    else text[place] = static_cast<char>('0' + below(10));
  }

  void write_record(const Resident& person, bool has_id, bool is_short) {
    const std::string street = utf8_of(street_name(person.street));
    out_ << "r" << ++record_ << ",p" << person_ << "," << utf8_of(person.name) << (person.is_male ? ",男," : ",女,") << person.born.text() << ","
         << (has_id ? person.id_number : "") << "," << person.phone << "," << street << "街道," << street << "路" << person.house << "号";
    if (is_short) out_ << person.flat << "\n";
    else out_ << 1 + person.house % 9 << "栋" << person.flat << "室\n";
  }

  SeededRandom random_;
  std::ostream& out_;
  std::uint32_t person_ = 0, record_ = 0;
};

}  // namespace

void write_sample(std::uint32_t people, std::uint64_t seed, std::ostream& out) { Sampler(seed, out).write(people); }

}  // namespace laoyou::linkage
